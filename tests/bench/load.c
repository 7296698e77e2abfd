/* load: many WebSocket connections on loopback that talk in rooms, and what the server needed for it.
 *
 * One thread, epoll. It knows no protocol but WebSocket: a file says for each connection what it sends until it is
 * ready, and what a message looks like; scripts.py writes that file. It deliberately judges nothing: it prints one
 * JSON object a line ("connected", then "done"), and Python decides what the numbers mean.
 *
 * Build: cc -O2 -o load load.c
 * Run:   load lines=FILE port=9000 pid=PID [name=value ...]       (the names are in `settings` below)
 *
 * A line of the file, its fields divided by tabs; in a field `\xHH` is any byte:
 *     room  talks  path  message  wait  send  wait  send ...  wait
 * `talks` is 1 for a talker, 2 for somebody who reads nothing any more once ready. `wait` is text that a frame from the server must contain before the next `send` leaves;
 * an empty one waits for nothing. After the last `wait` the connection is ready. In `message`, `\m` is the place of
 * the mark (22 letters: when it was sent and by whom) and `\c` the place of a counter (8 letters). All letters are
 * consonants: a mark must look like no word, no number and no address to whoever reads it.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { MARK = 22, COUNTER = 8, STEPS = 12, SLOWEST = 4000000 /* microseconds in the histogram */ };
enum stage { CLOSED, CONNECTING, UPGRADING, GREETING, READY, DEAD };

typedef struct { char *at; size_t size; } Text;

typedef struct {
    int fd, room, talks, stalls, steps, step;
    enum stage stage;
    Text path, message, script[STEPS];
    int mark_at, counter_at;            /* offsets in the message; -1 where there is none */
    unsigned char *kept;                /* the beginning of a frame whose rest has not come yet */
    size_t kept_size, kept_room;
} Connection;

typedef struct { const char *name; double value; } Setting;
static Setting settings[] = {
    {"port", 0}, {"pid", 0},            /* where the server is; the process whose CPU and memory are read */
    {"first", 0},                       /* so many connections must be ready before the others begin */
    {"at_once", 64},                    /* connections on their way at the same time */
    {"opcode", 1},                      /* 1: text, 2: binary */
    {"idle_s", 0},                      /* silence before memory is read */
    {"rate", 10000}, {"rate_s", 0},     /* deliveries a second wished for, and how long */
    {"warm_s", 0.2}, {"full_s", 0},     /* saturation: each talker speaks again when it hears itself */
    {"hold_s", 0},                      /* stay connected so long at the end */
};
static char *lines_file, *origin, *protocol;

static Connection *all;
static int count, epoll_fd, ready, dead, *people_ready;
static long sent, expected, delivered, window_deliveries;
static int saturating;
static uint32_t *histogram;
static long timed;

static double setting(const char *name) {
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
        if (!strcmp(settings[i].name, name)) return settings[i].value;
    fprintf(stderr, "load: no setting %s\n", name);
    exit(2);
}

static void die(const char *what) { perror(what); exit(1); }

static uint64_t now(void) {             /* nanoseconds */
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000ull + t.tv_nsec;
}

/* ---- the server, seen from outside ---------------------------------------------------------------------------- */

static long read_file(const char *path, char *into, size_t room) {
    int fd = open(path, O_RDONLY);
    if (fd < 0) return 0;
    long size = read(fd, into, room - 1);
    close(fd);
    into[size > 0 ? size : 0] = 0;
    return size;
}

static double server_cpu(void) {        /* seconds of all its threads, to the nanosecond */
    char path[300], text[256];
    int pid = setting("pid");
    snprintf(path, sizeof path, "/proc/%d/task", pid);
    DIR *folder = pid ? opendir(path) : NULL;
    double total = 0;
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        snprintf(path, sizeof path, "/proc/%d/task/%s/schedstat", pid, entry->d_name);
        if (entry->d_name[0] != '.' && read_file(path, text, sizeof text) > 0) total += strtoull(text, 0, 10) / 1e9;
    }
    if (folder) closedir(folder);
    return total;
}

static long server_memory(void) {       /* resident bytes */
    char path[64], text[256];
    long size = 0, resident = 0;
    snprintf(path, sizeof path, "/proc/%d/statm", (int)setting("pid"));
    if (setting("pid") && read_file(path, text, sizeof text) > 0) sscanf(text, "%ld %ld", &size, &resident);
    return resident * sysconf(_SC_PAGESIZE);
}

/* ---- sending --------------------------------------------------------------------------------------------------- */

static void lost(Connection *c) {
    if (c->stage == DEAD) return;
    if (c->stage == READY) { ready--; people_ready[c->room] -= !c->stalls; }
    c->stage = DEAD;
    dead++;
    epoll_ctl(epoll_fd, EPOLL_CTL_DEL, c->fd, 0);
}

static void write_all(Connection *c, const void *data, size_t size) {
    for (const char *at = data; size;) {
        ssize_t took = send(c->fd, at, size, MSG_NOSIGNAL);
        if (took < 0 && errno == EAGAIN) {
            struct pollfd wait = {c->fd, POLLOUT, 0};
            poll(&wait, 1, 1000);
        } else if (took < 0) {
            lost(c);
            return;
        } else {
            at += took;
            size -= took;
        }
    }
}

static void send_frame(Connection *c, int opcode, const void *data, size_t size) {
    static unsigned char frame[1 << 16];
    size_t head = 0;
    if (size > sizeof frame - 16) die("a frame too long");
    frame[head++] = 0x80 | opcode;
    if (size < 126) {
        frame[head++] = 0x80 | size;
    } else {
        frame[head++] = 0x80 | 126;
        frame[head++] = size >> 8;
        frame[head++] = size & 255;
    }
    memset(frame + head, 0, 4);         /* a mask of zeros: masked, and nothing to compute */
    memcpy(frame + head + 4, data, size);
    write_all(c, frame, head + 4 + size);
}

static const char letters[] = "bcdfghjklmnpqrst";
static signed char digit[256];

static void write_number(char *at, uint64_t number, int places) {
    while (places--) { at[places] = letters[number & 15]; number >>= 4; }
}

static uint64_t read_number(const unsigned char *at, int places) {
    uint64_t number = 0;
    while (places--) number = number << 4 | (digit[*at++] & 15);
    return number;
}

static void say(Connection *c) {
    if (c->mark_at >= 0) {
        memcpy(c->message.at + c->mark_at, "zz", 2);
        write_number(c->message.at + c->mark_at + 2, now(), 14);
        write_number(c->message.at + c->mark_at + 16, c - all, 6);
    }
    if (c->counter_at >= 0) write_number(c->message.at + c->counter_at, sent, COUNTER);
    sent++;
    expected += people_ready[c->room];
    send_frame(c, setting("opcode"), c->message.at, c->message.size);
}

/* ---- hearing --------------------------------------------------------------------------------------------------- */

static void greet(Connection *c) {      /* what may leave now, up to the next thing to wait for */
    while (c->step < c->steps && !c->script[c->step].size) {
        if (++c->step < c->steps) {
            send_frame(c, setting("opcode"), c->script[c->step].at, c->script[c->step].size);
            c->step++;
        }
    }
    if (c->step >= c->steps && c->stage != READY && c->stage != DEAD) {
        c->stage = READY;
        ready++;
        people_ready[c->room] += !c->stalls;
        if (c->stalls) epoll_ctl(epoll_fd, EPOLL_CTL_DEL, c->fd, 0);
    }
}

static void greeted(Connection *c, const unsigned char *at, size_t size) {
    Text wait = c->script[c->step];
    if (!memmem(at, size, wait.at, wait.size)) return;
    c->script[c->step].size = 0;        /* it has come */
    greet(c);
}

static void heard(Connection *c, const unsigned char *at, size_t size, uint64_t when) {
    const unsigned char *end = at + size;
    while ((at = memmem(at, end - at, "zz", 2)) && end - at >= MARK) {
        int ours = 1;
        for (int i = 2; i < MARK && ours; i++) ours = digit[at[i]] >= 0;
        if (!ours) { at++; continue; }
        uint64_t took = (when - read_number(at + 2, 14)) / 1000;
        histogram[took < SLOWEST ? took : SLOWEST - 1]++;
        timed++;
        delivered++;
        window_deliveries++;
        if (saturating && (long)read_number(at + 16, 6) == c - all) say(c);
        at += MARK;
    }
}

static void on_frame(Connection *c, int opcode, unsigned char *at, size_t size, uint64_t when) {
    if (opcode == 9) send_frame(c, 10, at, size);
    else if (opcode == 8) lost(c);
    else if (opcode != 10 && c->stage == GREETING) greeted(c, at, size);
    else if (opcode != 10) heard(c, at, size, when);
}

static size_t frames_in(Connection *c, unsigned char *at, size_t size, uint64_t when) { /* bytes used up */
    size_t used = 0;
    while (size - used >= 2 && c->stage != DEAD) {
        unsigned char *f = at + used;
        size_t head = 2, body = f[1] & 127;
        if (body == 126) {
            if (size - used < 4) break;
            body = f[2] << 8 | f[3];
            head = 4;
        } else if (body == 127) {
            if (size - used < 10) break;
            body = 0;
            for (int i = 2; i < 10; i++) body = body << 8 | f[i];
            head = 10;
        }
        if (size - used < head + body) break;
        on_frame(c, f[0] & 15, f + head, body, when);
        used += head + body;
    }
    return used;
}

static size_t upgraded(Connection *c, unsigned char *at, size_t size) { /* bytes used up: the answer's head, or none */
    unsigned char *end = memmem(at, size, "\r\n\r\n", 4);
    if (!end) return 0;
    if (!memmem(at, size, " 101 ", 5)) {
        fprintf(stderr, "load: not upgraded: %.60s\n", (char *)at);
        lost(c);
        return size;
    }
    c->stage = GREETING;
    greet(c);
    return end + 4 - at;
}

static void on_readable(Connection *c) {
    static unsigned char shared[1 << 18];
    unsigned char *at = shared;
    size_t room = sizeof shared;
    if (c->kept_size) {                 /* go on behind what is kept */
        if (c->kept_room - c->kept_size < 65536) c->kept = realloc(c->kept, c->kept_room = c->kept_room * 2 + 131072);
        at = c->kept;
        room = c->kept_room;
    }
    ssize_t came = recv(c->fd, at + c->kept_size, room - c->kept_size, 0);
    if (came <= 0) {
        if (came == 0 || (errno != EAGAIN && errno != EINTR)) lost(c);
        return;
    }
    size_t size = c->kept_size + came, used = 0;
    uint64_t when = now();
    if (c->stage == UPGRADING) used = upgraded(c, at, size);
    if (c->stage != UPGRADING) used += frames_in(c, at + used, size - used, when);
    c->kept_size = size - used;
    if (!c->kept_size) {
        free(c->kept);
        c->kept = NULL;
        c->kept_room = 0;
    } else if (at == shared) {
        c->kept = realloc(c->kept, c->kept_room = c->kept_size + 4096);
        memcpy(c->kept, at + used, c->kept_size);
    } else {
        memmove(c->kept, at + used, c->kept_size);
    }
}

/* ---- connecting ------------------------------------------------------------------------------------------------ */

static void begin(Connection *c) {
    struct sockaddr_in there = {.sin_family = AF_INET, .sin_port = htons(setting("port"))};
    struct linger at_once = {1, 0};     /* thousands of sockets in TIME_WAIT would exhaust the ports */
    int one = 1, little = 4096;
    there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if ((c->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0)) < 0) die("socket");
    setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    setsockopt(c->fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    if (c->stalls) setsockopt(c->fd, SOL_SOCKET, SO_RCVBUF, &little, sizeof little); /* our side shall hold nothing */
    if (connect(c->fd, (void *)&there, sizeof there) < 0 && errno != EINPROGRESS) die("connect");
    struct epoll_event wish = {.events = EPOLLOUT, .data.u32 = c - all};
    epoll_ctl(epoll_fd, EPOLL_CTL_ADD, c->fd, &wish);
    c->stage = CONNECTING;
}

static void upgrade(Connection *c) {
    char request[2048];
    int size = snprintf(request, sizeof request,
                        "GET %.*s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n%s%s%s%s%s%s\r\n",
                        (int)c->path.size, c->path.at, (int)setting("port"), origin ? "Origin: " : "",
                        origin ? origin : "", origin ? "\r\n" : "", protocol ? "Sec-WebSocket-Protocol: " : "",
                        protocol ? protocol : "", protocol ? "\r\n" : "");
    struct epoll_event wish = {.events = EPOLLIN, .data.u32 = c - all};
    epoll_ctl(epoll_fd, EPOLL_CTL_MOD, c->fd, &wish);
    c->stage = UPGRADING;
    write_all(c, request, size);
}

static void pump(int milliseconds) {
    static struct epoll_event events[1024];
    int n = epoll_wait(epoll_fd, events, 1024, milliseconds);
    for (int i = 0; i < n; i++) {
        Connection *c = all + events[i].data.u32;
        if (c->stage == CONNECTING) upgrade(c);
        else if (c->stage != DEAD) on_readable(c);
    }
}

static void pump_for(double seconds) {
    for (uint64_t until = now() + (uint64_t)(seconds * 1e9); now() < until;) pump(1);
}

static void connect_all(void) {
    int begun = 0, first = setting("first");
    uint64_t until = now() + 120000000000ull;
    while (ready + dead < count && now() < until) {
        int may = ready + dead >= first ? count : first;
        while (begun < may && begun - ready - dead < setting("at_once")) begin(all + begun++);
        pump(100);
    }
}

/* ---- the lines ------------------------------------------------------------------------------------------------- */

static Text field(char **rest, Connection *c) { /* the next field of a line, its escapes undone in place */
    Text text = {*rest, 0};
    char *from = *rest, *to = *rest;
    static char spare[1 << 16];         /* a mark is longer than its escape, so a message is copied out */
    if (c) to = spare;
    while (*from && *from != '\t') {
        if (from[0] != '\\') { *to++ = *from++; continue; }
        if (from[1] == 'x') {
            char hex[3] = {from[2], from[3], 0};
            *to++ = strtol(hex, 0, 16);
            from += 4;
            continue;
        }
        int places = from[1] == 'm' ? MARK : COUNTER;
        if (c) *(from[1] == 'm' ? &c->mark_at : &c->counter_at) = to - spare;
        memset(to, 'b', places);
        to += places;
        from += 2;
    }
    *rest = *from ? from + 1 : from;
    text.size = to - (c ? spare : text.at);
    if (c) text.at = memcpy(malloc(text.size), spare, text.size);
    return text;
}

static void read_lines(void) {
    FILE *file = fopen(lines_file, "r");
    if (!file) die(lines_file);
    char *line = NULL;
    size_t room = 0;
    int rooms = 0;
    for (ssize_t size; (size = getline(&line, &room, file)) > 0;) {
        if (line[size - 1] == '\n') line[--size] = 0;
        if (!(count & (count - 1))) all = realloc(all, (count ? count * 2 : 1) * sizeof *all);
        Connection *c = all + count++;
        memset(c, 0, sizeof *c);
        c->mark_at = c->counter_at = -1;
        char *rest = strdup(line);
        c->room = atoi(field(&rest, NULL).at);
        int role = atoi(field(&rest, NULL).at);
        c->talks = role == 1;
        c->stalls = role == 2;
        c->path = field(&rest, NULL);
        c->message = field(&rest, c);
        while (*rest && c->steps < STEPS) c->script[c->steps++] = field(&rest, NULL);
        if (c->room >= rooms) rooms = c->room + 1;
    }
    people_ready = calloc(rooms, sizeof *people_ready);
    fclose(file);
}

/* ---- measuring ------------------------------------------------------------------------------------------------- */

static void forget(void) {
    memset(histogram, 0, SLOWEST * sizeof *histogram);
    timed = window_deliveries = 0;
}

static double percentile(double part) { /* milliseconds */
    long wanted = timed * part, passed = 0;
    for (int i = 0; i < SLOWEST; i++)
        if ((passed += histogram[i]) > wanted) return i / 1000.0;
    return 0;
}

static void drain(void) {               /* until everything has come, or two seconds */
    for (uint64_t until = now() + 2000000000ull; delivered < expected && now() < until;) pump(1);
}

static void told(const char *phase, double seconds, double cpu) {
    printf(",\"%s_s\":%.4f,\"%s_cpu\":%.6f,\"%s_deliveries\":%ld,\"%s_p50_ms\":%.3f,\"%s_p99_ms\":%.3f", phase, seconds,
           phase, cpu, phase, window_deliveries, phase, percentile(.5), phase, percentile(.99));
}

static void at_a_rate(void) {           /* talkers in turn, so that `rate` deliveries a second come out */
    double seconds = setting("rate_s"), cpu = server_cpu();
    long people = 0, talkers = 0, next = 0;
    int *who = malloc(count * sizeof *who);
    for (int i = 0; i < count; i++)
        if (all[i].talks && all[i].stage == READY) { who[talkers++] = i; people += people_ready[all[i].room]; }
    if (!talkers) return;
    double gap = 1e9 * people / talkers / setting("rate");
    uint64_t begun = now();
    forget();
    for (double due = begun; now() - begun < seconds * 1e9;) {
        for (int burst = 0; now() >= due && burst < 4; burst++, due += gap) say(all + who[next++ % talkers]);
        pump(0);
    }
    double took = (now() - begun) / 1e9;
    cpu = server_cpu() - cpu;
    drain();
    told("rate", took, cpu);
}

static void at_full_speed(void) {       /* closed loops: the server alone decides how fast */
    saturating = 1;
    for (int i = 0; i < count; i++)
        if (all[i].talks && all[i].stage == READY) say(all + i);
    pump_for(setting("warm_s"));
    forget();
    double cpu = server_cpu();
    uint64_t begun = now();
    pump_for(setting("full_s"));
    double took = (now() - begun) / 1e9;
    cpu = server_cpu() - cpu;
    saturating = 0;
    told("full", took, cpu);
    drain();
}

int main(int arguments, char **values) {
    for (int i = 1; i < arguments; i++) {
        char *value = strchr(values[i], '=');
        if (!value) continue;
        *value++ = 0;
        if (!strcmp(values[i], "lines")) { lines_file = value; continue; }
        if (!strcmp(values[i], "origin")) { origin = value; continue; }
        if (!strcmp(values[i], "protocol")) { protocol = value; continue; }
        setting(values[i]);             /* ends the program where nobody knows the name */
        for (size_t s = 0; s < sizeof settings / sizeof *settings; s++)
            if (!strcmp(settings[s].name, values[i])) settings[s].value = atof(value);
    }
    if (!lines_file) { fprintf(stderr, "load: lines=FILE is missing\n"); return 2; }
    memset(digit, -1, sizeof digit);
    for (int i = 0; i < 16; i++) digit[(unsigned char)letters[i]] = i;
    histogram = calloc(SLOWEST, sizeof *histogram);
    epoll_fd = epoll_create1(0);
    read_lines();

    long memory = server_memory();
    double cpu = server_cpu();
    uint64_t begun = now();
    connect_all();
    double took = (now() - begun) / 1e9;
    cpu = server_cpu() - cpu;
    pump_for(setting("idle_s"));
    printf("{\"phase\":\"connected\",\"connections\":%d,\"ready\":%d,\"connect_s\":%.4f,\"connect_cpu\":%.6f,"
           "\"memory_before\":%ld,\"memory_idle\":%ld}\n", count, ready, took, cpu, memory, server_memory());
    fflush(stdout);
    printf("{\"phase\":\"done\"");
    if (setting("rate_s") > 0) at_a_rate();
    if (setting("full_s") > 0) at_full_speed();
    pump_for(setting("hold_s"));
    printf(",\"dead\":%d,\"sent\":%ld,\"expected\":%ld,\"delivered\":%ld,\"memory_end\":%ld}\n", dead, sent, expected,
           delivered, server_memory());
    return 0;
}
