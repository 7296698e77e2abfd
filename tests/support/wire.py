"""A person's device over a real socket: hello, wishes with ids, the fold, an outbox, and coming back.

It knows the protocol and nothing of the server. Stories wait for frames, with a guard so
that a frame that never comes is a failure and not a hang.
"""

import asyncio
import json
import os
import socket
from base64 import urlsafe_b64encode
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Origin, Subprotocol

from protocol import version
from protocol.closings import Closing
from protocol.codec import decode_server
from protocol.frames import Accepted, Answer, Goodbye, HappenedFrame, Refused, ServerFrame, SnapshotFrame, Welcome
from protocol.replies import Reply
from protocol.snapshot import RoomSnapshot, Snapshot
from tests.support.fold import folded

GUARD = 30.0
"""Seconds after which a frame that was promised will not come any more."""


def random_text(size: int) -> str:
    """`size` random bytes, base64url."""
    return urlsafe_b64encode(os.urandom(size)).rstrip(b"=").decode()


class Device:
    """One browser tab, or one program.

    Args:
        address: where the server is, `http://...`.
        origin: what it says it is a page of; the address itself unless told otherwise.
    """

    def __init__(self, address: str, *, origin: str | None = None) -> None:
        self.address = address
        self.origin = origin or address
        self.key = random_text(32)
        self.seen: Snapshot | None = None
        """What it knows of the room."""
        self.welcome: Welcome | None = None
        self.goodbye: Goodbye | None = None
        self.code: int | None = None
        """The close code, once the connection is closed."""
        self.answers: dict[str, Answer] = {}
        self.outbox: dict[str, dict[str, Any]] = {}  # Any: JSON
        """Wishes without an answer, in order."""
        self.events: list[HappenedFrame] = []
        self.snapshots = 0
        self.on_frame: Callable[[ServerFrame], None] | None = None
        self._socket: ClientConnection | None = None
        self._reader: asyncio.Task[None] | None = None
        self._news = asyncio.Event()

    # --- the line -------------------------------------------------------------------------------

    async def opens(self) -> "Device":
        """A new connection, greeted."""
        host = urlsplit(self.address).netloc
        self.code = self.goodbye = self.welcome = None
        self._socket = await connect(
            f"ws://{host}/ws",
            origin=Origin(self.origin),
            subprotocols=[Subprotocol(version.SUBPROTOCOL)],
            compression=None,
            open_timeout=GUARD,
            close_timeout=2,
            ping_interval=None,
            max_size=None,
            user_agent_header=None,
            proxy=None,
        )
        self._reader = asyncio.create_task(self._reads(self._socket))
        await self.sends({"type": "hello", "version": version.PROTOCOL_VERSION, "language": "en", "client": "story/1"})
        await self.until(lambda: self.welcome is not None or self.code is not None)
        return self

    async def sends(self, frame: object) -> None:
        """One frame as it is, JSON or text or bytes."""
        assert self._socket is not None
        with suppress(ConnectionClosed):
            await self._socket.send(frame if isinstance(frame, str | bytes) else json.dumps(frame))

    async def _reads(self, socket: ClientConnection) -> None:
        try:
            async for message in socket:
                self._takes(decode_server(message))
        except ConnectionClosed:
            pass
        finally:
            self.code = socket.close_code
            self._tell()

    def _takes(self, frame: ServerFrame) -> None:
        if isinstance(frame, Welcome):
            self.welcome = frame
        elif isinstance(frame, Goodbye):
            self.goodbye = frame
        elif isinstance(frame, Answer):
            self.answers[frame.id] = frame
            self.outbox.pop(frame.id, None)
        elif isinstance(frame, HappenedFrame):
            self.events.append(frame)
        self.snapshots += isinstance(frame, SnapshotFrame)
        self.seen = folded(self.seen, frame)
        if self.on_frame is not None:
            self.on_frame(frame)
        self._tell()

    def _tell(self) -> None:
        self._news.set()
        self._news = asyncio.Event()

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait for frames until this is true."""
        async with asyncio.timeout(GUARD):
            while not true():
                await self._news.wait()

    async def loses_connection(self) -> None:
        """The network is gone, without a word."""
        if self._socket is not None:
            self._socket.transport.abort()
        await self.is_closed()

    def stops_reading(self) -> None:
        """The device sleeps with the line open: what is sent to it waits in the network, which keeps little."""
        assert self._socket is not None
        self._socket.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16 * 1024)
        self._socket.transport.pause_reading()

    def reads_again(self) -> None:
        """It wakes up."""
        assert self._socket is not None
        self._socket.transport.resume_reading()

    async def is_closed(self) -> int:
        """Wait for the end of the connection; its close code."""
        if self._reader is not None:
            async with asyncio.timeout(GUARD):
                await self._reader
        assert self.code is not None
        return self.code

    async def leaves_the_page(self) -> None:
        """The tab is closed."""
        if self._socket is not None:
            await self._socket.close()
        if self._reader is not None:
            await self._reader

    # --- wishes ---------------------------------------------------------------------------------

    async def wishes(self, kind: str, /, **fields: object) -> str:
        """Ask, and do not wait; the id."""
        command = str(fields.pop("id", None) or random_text(16))
        self.outbox[command] = {"type": kind, "id": command, **fields}
        await self.sends(self.outbox[command])
        return command

    async def asks(self, kind: str, /, **fields: object) -> Answer:
        """Ask, and wait for the answer."""
        command = await self.wishes(kind, **fields)
        await self.until(lambda: command in self.answers or self.code is not None)
        assert command in self.answers, f"{kind}: closed with {self.code} instead of an answer"
        return self.answers[command]

    async def gets(self, kind: str, /, **fields: object) -> Reply | None:
        """The same; it must be accepted; what it brings back."""
        answer = await self.asks(kind, **fields)
        assert isinstance(answer, Accepted), f"{kind}: {answer}"
        return answer.reply

    async def refused(self, kind: str, /, **fields: object) -> str:
        """The same; it must be refused; why."""
        answer = await self.asks(kind, **fields)
        assert isinstance(answer, Refused), f"{kind}: {answer}"
        return answer.refusal.code

    async def knocks(self, invitation: str, *, line: str | None = None, listening: bool = False) -> None:
        """Look, and come in: until the snapshot is here."""
        door = await self.gets("look", link=invitation)
        assert door is not None
        assert door.type == "door"
        before = self.snapshots
        await self.gets(
            "knock",
            link=invitation,
            key=self.key,
            draw=door.draw,
            listening=listening,
            agreement=door.agreement.version,
            line=line,
        )
        await self.until(lambda: self.snapshots > before)

    async def comes_back(self) -> "Device":
        """A new connection for the same seat; what was not answered is asked again with the same ids."""
        await self.opens()
        unanswered = tuple(self.outbox.values())
        room = self.seen if isinstance(self.seen, RoomSnapshot) else None
        card = self.seen.card if self.seen is not None else 0
        await self.gets(
            "resume",
            key=self.key,
            epoch=self.seen.epoch if self.seen is not None else None,
            number=room.number if room is not None else 0,
            card=card,
        )
        await self.gets("ping")  # what was missed, or the snapshot, has left before this is answered
        for wish in unanswered:
            await self.sends(wish)
        return self

    # --- looking --------------------------------------------------------------------------------

    @property
    def room(self) -> RoomSnapshot:
        """The room as it knows it."""
        assert isinstance(self.seen, RoomSnapshot), f"not in a room: {type(self.seen).__name__}"
        return self.seen

    @property
    def seat(self) -> int:
        """Its own seat."""
        assert self.seen is not None
        return self.seen.you.seat

    async def sees(self, true: Callable[[RoomSnapshot], bool]) -> RoomSnapshot:
        """Wait until the room looks so."""
        await self.until(lambda: isinstance(self.seen, RoomSnapshot) and true(self.seen))
        return self.room

    def was_told(self, closing: Closing) -> bool:
        """Whether it ended with this goodbye, in words and as a code."""
        return self.goodbye is not None and (self.goodbye.code, self.code) == (closing.code, closing.code)
