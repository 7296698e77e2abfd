"""Bare: rooms on `websockets` and asyncio, `broadcast()`, compression off, and nothing else. It is 1.00 in every table.

`python -m tests.bench.bare PORT`. It checks nothing, remembers nothing and wipes nothing: what it needs is what any
server on this library pays before its own work begins.
"""

import asyncio
import sys

from websockets.asyncio.server import ServerConnection, broadcast, serve

rooms: dict[str, set[ServerConnection]] = {}
"""Who is where; a room is the path."""


async def stays(connection: ServerConnection) -> None:
    """Everything that one says goes to everybody in the room."""
    assert connection.request is not None
    room = rooms.setdefault(connection.request.path, set())
    room.add(connection)
    try:
        async for message in connection:
            broadcast(room, message)
    finally:
        room.discard(connection)


async def run(port: int) -> None:
    """Serve until the process is ended."""
    async with serve(stays, "127.0.0.1", port, compression=None) as server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(run(int(sys.argv[1])))
