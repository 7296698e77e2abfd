/* What load.c knows before it connects: its settings, the lines of its file, and the server seen from outside. */
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

static Connection *all;                 /* everybody, in the order of the file */
static int count, rooms;

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

/* ---- numbers in letters ---------------------------------------------------------------------------------------- */

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
    fclose(file);
}
