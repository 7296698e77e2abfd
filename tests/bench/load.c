/* load: many WebSocket connections on loopback that talk in rooms, and what the server needed for it.
 *
 * One thread, epoll. It knows no protocol but WebSocket: a file says for each connection what it sends until it is
 * ready, and what a message looks like; scripts.py writes that file. It deliberately judges nothing: it prints one
 * JSON object a line ("connected", then "done"), and Python decides what the numbers mean.
 *
 * Build: cc -O2 -o load load.c
 * Run:   load lines=FILE port=9000 pid=PID [name=value ...]            (the names are in load.h)
 *
 * A line of the file, its fields divided by tabs; in a field `\xHH` is any byte:
 *     room  role  path  message  wait  send  wait  send ...  wait
 * `role` is 1 for a talker, 2 for somebody who reads nothing any more once ready, 0 for all others. `wait` is text that
 * a frame from the server must contain before the next `send` leaves; an empty one waits for nothing. After the last
 * `wait` the connection is ready. In `message`, `\m` is the place of the mark (22 letters: when it was sent and by
 * whom) and `\c` the place of a counter (8 letters). All letters are consonants: a mark must look like no word, no
 * number and no address to whoever reads it.
 */
#include "load.h"

static int epoll_fd, ready, dead, *people_ready;
static long sent, expected, delivered, window_deliveries;
static int saturating;
static uint32_t *histogram;
static long timed;

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
    people_ready = calloc(rooms, sizeof *people_ready);

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
