"""A whole client, from PROTOCOL.md and `websockets` alone: comes in by a link, raises a hand, shares, leaves.

python stranger.py http://127.0.0.1:8042 <what stands behind the # of the invitation>
"""

import asyncio
import json
import secrets
import sys
from typing import Any

from websockets.asyncio.client import ClientConnection, connect


class Stranger:
    """One seat, its view kept only as far as this client needs it."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket, self.seat, self.mode, self.turn = socket, 0, "", None

    async def ask(self, kind: str, **what: Any) -> dict[str, Any]:
        """Give a command and read on until its answer."""
        command = {"type": kind, "id": secrets.token_urlsafe(16), **what}
        await self.socket.send(json.dumps(command))
        while (frame := await self.hear()).get("id") != command["id"]:
            pass
        if frame["frame"] == "refused":
            raise SystemExit(f"{kind}: {frame['refusal']['code']}")
        return frame

    async def hear(self) -> dict[str, Any]:
        """One frame, folded into what we know."""
        frame = json.loads(await self.socket.recv())
        if frame["frame"] == "snapshot" and frame["snapshot"]["state"] == "in_room":
            self.seat, self.mode = frame["snapshot"]["you"]["seat"], frame["snapshot"]["mode"]
        event = frame.get("event", {})
        if event.get("type") == "mode_changed":
            self.mode = event["mode"]
        if event.get("type") == "piece_offered":
            self.turn = event["turn"] if event["seat"] == self.seat else None
        if event.get("type") == "said":
            print(f"{event['seat']}: {event['text']}")
        return frame


async def evening(address: str, link: str) -> None:
    """Come in, wait for raised hands, ask for the piece, share, go."""
    url = address.replace("http", "ws", 1) + "/ws"
    async with connect(url, origin=address, subprotocols=["talking-piece.1"], compression=None) as socket:
        await socket.send(json.dumps({"type": "hello", "version": 1, "language": "en", "client": "stranger/1"}))
        me = Stranger(socket)
        door = (await me.ask("look", link=link))["reply"]
        key, agreement = secrets.token_urlsafe(32), door["agreement"]["version"]
        await me.ask("knock", link=link, key=key, draw=door["draw"], listening=False, agreement=agreement, line=None)
        while me.mode != "raised_hands":
            await me.hear()
        await me.ask("raise_hand", note=None)
        while me.turn is None:
            await me.hear()
        await me.ask("take", turn=me.turn)
        await me.ask("say", turn=me.turn, text="I am a stranger, and I am glad to be here.")
        await me.ask("done", turn=me.turn)
        await me.ask("leave")


if __name__ == "__main__":
    asyncio.run(evening(sys.argv[1], sys.argv[2]))
