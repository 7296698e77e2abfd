"""Rooms on Starlette and uvicorn, compression off: each message to everybody. `python with_starlette.py PORT`."""

import sys

import uvicorn
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

rooms: dict[str, set[WebSocket]] = {}


async def stays(socket: WebSocket) -> None:
    """One connection, from its handshake to its end."""
    await socket.accept()
    room = rooms.setdefault(socket.path_params["room"], set())
    room.add(socket)
    try:
        while True:
            message = await socket.receive_text()
            for other in tuple(room):
                await other.send_text(message)
    except WebSocketDisconnect:
        pass
    finally:
        room.discard(socket)


if __name__ == "__main__":
    uvicorn.run(
        Starlette(routes=[WebSocketRoute("/r/{room}", stays)]),
        host="127.0.0.1",
        port=int(sys.argv[1]),
        loop="asyncio",
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        log_level="warning",
    )
