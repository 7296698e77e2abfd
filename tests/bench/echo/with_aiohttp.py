"""Rooms on aiohttp: each message to everybody in the room, one after another. `python with_aiohttp.py PORT`."""

import sys

from aiohttp import WSMsgType, web

rooms: dict[str, set[web.WebSocketResponse]] = {}


async def stays(request: web.Request) -> web.WebSocketResponse:
    """One connection, from its handshake to its end."""
    socket = web.WebSocketResponse(compress=False)
    await socket.prepare(request)
    room = rooms.setdefault(request.path, set())
    room.add(socket)
    try:
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                for other in tuple(room):
                    await other.send_str(message.data)
    finally:
        room.discard(socket)
    return socket


if __name__ == "__main__":
    application = web.Application()
    application.router.add_get("/r/{room}", stays)
    web.run_app(application, host="127.0.0.1", port=int(sys.argv[1]), access_log=None, print=None)
