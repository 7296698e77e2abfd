"""Rooms on picows and uvloop: the same bytes to everybody in the room. `python with_picows.py PORT`."""

import asyncio
import sys

import uvloop
from picows import WSFrame, WSListener, WSMsgType, WSTransport, WSUpgradeRequest, ws_create_server

rooms: dict[bytes, set[WSTransport]] = {}


class Stays(WSListener):  # type: ignore[misc]  # the library is not here when types are checked
    """One connection."""

    def __init__(self, path: bytes) -> None:
        self.room = rooms.setdefault(path, set())

    def on_ws_connected(self, transport: WSTransport) -> None:
        """It is in."""
        self.room.add(transport)

    def on_ws_disconnected(self, transport: WSTransport) -> None:
        """It is gone."""
        self.room.discard(transport)

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        """What it says goes to everybody."""
        if frame.msg_type == WSMsgType.CLOSE:
            transport.disconnect()
        elif frame.msg_type == WSMsgType.TEXT:
            message = frame.get_payload_as_bytes()
            for other in self.room:
                other.send(WSMsgType.TEXT, message)


def stays(request: WSUpgradeRequest) -> Stays:
    """A listener for a handshake."""
    return Stays(bytes(request.path))


async def run(port: int) -> None:
    """Serve until the process is ended."""
    server = await ws_create_server(stays, "127.0.0.1", port)
    await server.serve_forever()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(run(int(sys.argv[1])))
