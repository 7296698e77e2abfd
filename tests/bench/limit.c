/* limit: the least a server can do that writes once for each delivery. It is L, the limit the others are held against.
 *
 * C, epoll, one thread: a text frame that comes is framed once and given to `send()` for everybody in the room. No
 * checks, no queues, nothing that a real server needs; a room is the path (`/r/7`). Nobody should run it for people.
 *
 * Build: cc -O2 -o limit limit.c        Run: limit PORT
 */
#define _GNU_SOURCE
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { MOST = 65536, ROOMS = 4096, BUFFER = 4096 };

typedef struct { int fd, room, open, size; unsigned char data[BUFFER]; } Peer;
typedef struct { int count, space, *fds; } Room;

static Peer *peers[MOST];
static Room rooms[ROOMS];

static const char accepted[] = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                               "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";

static void enter(Peer *peer) {
    if (sscanf((char *)peer->data, "GET /r/%d", &peer->room) != 1 || peer->room < 0 || peer->room >= ROOMS) exit(2);
    Room *room = rooms + peer->room;
    if (room->count == room->space) room->fds = realloc(room->fds, (room->space = room->space * 2 + 16) * sizeof(int));
    room->fds[room->count++] = peer->fd;
    peer->open = 1;
    send(peer->fd, accepted, sizeof accepted - 1, MSG_NOSIGNAL);
}

static void leave(Peer *peer) {
    Room *room = rooms + peer->room;
    for (int i = 0; peer->open && i < room->count; i++)
        if (room->fds[i] == peer->fd) room->fds[i] = room->fds[--room->count];
    close(peer->fd);
    peers[peer->fd] = NULL;
    free(peer);
}

static void tell(const Room *room, const unsigned char *text, int size) {
    unsigned char frame[BUFFER + 4] = {0x81, size};
    int head = 2;
    if (size >= 126) {
        frame[1] = 126;
        frame[2] = size >> 8;
        frame[3] = size;
        head = 4;
    }
    memcpy(frame + head, text, size);
    for (int i = 0; i < room->count; i++) send(room->fds[i], frame, head + size, MSG_NOSIGNAL | MSG_DONTWAIT);
}

static int text_in(Peer *peer, unsigned char *at, int size) { /* one whole frame; bytes used up, or 0 */
    int head = 6, body = size >= 2 ? at[1] & 127 : 0;
    if (size < head) return 0;
    if (body == 126) {
        head = 8;
        if (size < head) return 0;
        body = at[2] << 8 | at[3];
    }
    if (size < head + body) return 0;
    unsigned char *mask = at + head - 4, *text = at + head;
    for (int i = 0; i < body; i++) text[i] ^= mask[i & 3];
    if ((at[0] & 15) == 1) tell(rooms + peer->room, text, body);
    return head + body;
}

static void readable(Peer *peer) {
    int came = recv(peer->fd, peer->data + peer->size, sizeof peer->data - peer->size - 1, 0), used = 0;
    if (came <= 0) {
        if (came == 0 || errno != EAGAIN) leave(peer);
        return;
    }
    peer->size += came;
    peer->data[peer->size] = 0;
    if (!peer->open) {
        unsigned char *end = memmem(peer->data, peer->size, "\r\n\r\n", 4);
        if (!end) return;
        enter(peer);
        used = end + 4 - peer->data;
    }
    for (int more; (more = text_in(peer, peer->data + used, peer->size - used));) used += more;
    memmove(peer->data, peer->data + used, peer->size -= used);
}

int main(int arguments, char **values) {
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(arguments > 1 ? atoi(values[1]) : 0)};
    int listener = socket(AF_INET, SOCK_STREAM, 0), one = 1, loop = epoll_create1(0);
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (bind(listener, (void *)&here, sizeof here) < 0 || listen(listener, 4096) < 0) return perror("limit"), 1;
    struct epoll_event wish = {.events = EPOLLIN, .data.fd = listener}, events[1024];
    epoll_ctl(loop, EPOLL_CTL_ADD, listener, &wish);
    for (;;) {
        int n = epoll_wait(loop, events, 1024, -1);
        for (int i = 0; i < n; i++) {
            int fd = events[i].data.fd;
            if (fd != listener) {
                readable(peers[fd]);
                continue;
            }
            if ((fd = accept4(listener, 0, 0, SOCK_NONBLOCK)) < 0) continue;
            if (fd >= MOST) return 1;
            setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
            peers[fd] = calloc(1, sizeof(Peer));
            peers[fd]->fd = wish.data.fd = fd;
            epoll_ctl(loop, EPOLL_CTL_ADD, fd, &wish);
        }
    }
}
