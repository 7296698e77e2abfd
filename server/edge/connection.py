"""One connection: the library's handshake, control frames and closing; our own way for text, in and out.

Text frames go straight into the session, without a task for each. Finished frames go
straight to the transport; what does not fit waits in the outbox, which has a bound.
Counterpart of `runtime/link.py` (`Link`) and `runtime/session.py`.
"""

import asyncio
import socket
from collections.abc import Callable
from typing import Any, Final, cast

from websockets.asyncio.server import Server, ServerConnection
from websockets.datastructures import Headers
from websockets.frames import CloseCode, Frame, Opcode
from websockets.http11 import Request
from websockets.protocol import Event, State
from websockets.server import ServerProtocol

from protocol import closings, limits
from protocol.closings import Closing
from protocol.codec import encode
from protocol.frames import Goodbye
from server.edge.frames import text_frame
from server.edge.framing import measured, payload
from server.edge.keepalive import PING
from server.runtime.outbox import Outbox
from server.runtime.session import Session

SEND_BUFFER: Final = 64 * 1024
"""SO_SNDBUF: otherwise the kernel swallows megabytes before it says stop (performance.md 2)."""

_ASKED: Final = Request("/ws", Headers())
"""Stands for every request once it was answered."""

OpenSession = Callable[["HubConnection"], Session]


class HubConnection(ServerConnection):
    """A connection of ours. Made by the library; `opened` gives it what it needs."""

    outbox: Outbox
    open_session: OpenSession
    paused_most: float
    """Seconds for which a connection may take nothing."""

    def __init__(self, protocol: ServerProtocol, server: Server, **options: Any) -> None:
        super().__init__(protocol, server, **options)
        self._parts: list[bytes] = []
        self._unread = b""
        """The beginning of a frame that is still on its way."""
        self._plain = False
        """Whether everything that comes is the library's to read: something broke the rules, or came too early."""
        self.heard = True
        self.asked = False
        self._said_goodbye = False
        self._stuck: asyncio.TimerHandle | None = None
        self._closing: asyncio.Task[None] | None = None
        self._session: Session | None = None

    # --- in ------------------------------------------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Bounds what the kernel keeps for a reader that does not read."""
        raw = transport.get_extra_info("socket")
        if raw is not None and raw.family in (socket.AF_INET, socket.AF_INET6):
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
        super().connection_made(transport)

    @property
    def session(self) -> Session:
        """The session of this connection, made when it is first needed."""
        if self._session is None:
            self._session = self.open_session(self)
        return self._session

    def data_received(self, data: bytes) -> None:
        """A whole text is read here and now; every other frame is handed to the library, one at a time."""
        self.heard = True
        if self._plain or self.protocol.state is State.CONNECTING:
            # A handshake ends with an empty line; a client that goes on before our answer is read by the library alone.
            self._plain = self._plain or not data.endswith(b"\r\n\r\n")
            super().data_received(data)
            return
        buffer = self._unread + data if self._unread else data
        at = 0
        while at < len(buffer):
            span = measured(buffer, at, limits.FRAME_BYTES)
            if span == "incomplete":
                break
            if span == "broken":
                self._plain = True
                self._unread = b""
                super().data_received(buffer[at:])
                return
            if span.text and not self._parts and self.protocol.state is State.OPEN:
                self._whole(payload(buffer, span))
            else:
                super().data_received(buffer[at : span.end])
            at = span.end
        self._unread = buffer[at:]

    def process_event(self, event: Event) -> None:
        """Text goes to the session at once; everything else is the library's."""
        if self.request is None or not isinstance(event, Frame):
            super().process_event(event)
            return
        if event.opcode is Opcode.TEXT or event.opcode is Opcode.CONT:
            self._text(event)
        elif event.opcode is Opcode.BINARY:
            self.close_with(closings.MALFORMED)
        else:
            super().process_event(event)

    def _text(self, event: Frame) -> None:
        # What came before a close frame counts, even when both came in one piece and the state has moved on already:
        # Leave fast says "leave" and closes in the same breath.
        if self._said_goodbye:
            return
        data = bytes(event.data)
        if self._parts or not event.fin:
            self._parts.append(data)
            if not event.fin:
                return
            data = b"".join(self._parts)
            self._parts.clear()
        self._whole(data)

    def _whole(self, data: bytes) -> None:
        if self._said_goodbye:
            return
        try:
            data.decode()
        except UnicodeDecodeError:
            self._fail(CloseCode.INVALID_DATA)
            return
        self.session.receive(data)

    def connection_lost(self, exc: Exception | None) -> None:
        """The seat stays; only this connection is gone."""
        super().connection_lost(exc)
        self._parts.clear()
        self._unread = b""
        # A line that broke off keeps its error, that its traceback, and that the last frame with somebody's words,
        # until a garbage collection that may be hours away.
        if self.protocol.parser_exc is not None:
            self.protocol.parser_exc.__traceback__ = None
        self._unstick()
        if self._session is not None:
            self.outbox.forget()
            self._session.lost()
            self._session = None

    # --- out (Link) ----------------------------------------------------------------------------

    def send_frame(self, frame: bytes, *, may_be_lost: bool = False) -> None:
        """Write a finished frame, or keep it while the transport is full."""
        if self._said_goodbye or self.protocol.state is not State.OPEN:
            return
        fate = self.outbox.offer(frame, may_be_lost=may_be_lost)
        if fate == "write":
            self.transport.write(frame)
        elif fate == "overflowed":
            self._too_slow()

    def pause_writing(self) -> None:
        """The transport is full: keep what comes, for a bounded while."""
        super().pause_writing()
        if self._session is not None:
            self.outbox.pause()
            self._stuck = self.loop.call_later(self.paused_most, self._too_slow)

    def resume_writing(self) -> None:
        """The transport takes more again."""
        super().resume_writing()
        self._unstick()
        if self._session is None:
            return
        # Nothing in between: the transport may pause again while this is written; the rest then waits there.
        for frame in self.outbox.resume():
            if self.protocol.state is State.OPEN:
                self.transport.write(frame)

    def _unstick(self) -> None:
        if self._stuck is not None:
            self._stuck.cancel()
            self._stuck = None

    def _too_slow(self) -> None:
        """A reader that does not read is let go at once; it comes back by number and misses nothing."""
        self._said_goodbye = True
        self._unstick()
        self.transport.abort()

    # --- keepalive (Watched) -------------------------------------------------------------------

    def ask(self) -> None:
        """Are you still there?"""
        if self.protocol.state is State.OPEN and not self.paused:
            self.transport.write(PING)

    def give_up(self) -> None:
        """Nobody answers: the line is dead, whatever the network says."""
        self.transport.abort()

    def trim(self) -> None:
        """After the handshake nobody needs what was asked and answered in it: a third of what a connection holds."""
        self.request = _ASKED
        self.response = None

    def close_with(self, closing: Closing, *, after: int = 0) -> None:
        """Say goodbye in a frame and by the close code."""
        if self._said_goodbye or self.protocol.state is not State.OPEN:
            return
        goodbye = Goodbye(code=closing.code, word=closing.word, come_back=closing.come_back, after=after)
        self.send_frame(text_frame(encode(goodbye)))
        self._said_goodbye = True
        self._closing = self.loop.create_task(self._close_kindly(closing))

    async def _close_kindly(self, closing: Closing) -> None:
        await self.close(closing.code, closing.word)

    def _fail(self, code: CloseCode) -> None:
        self._said_goodbye = True
        self.protocol.fail(code)
        self.send_data()


class SocketLink:
    """A connection, seen from the runtime. Kept apart so that nothing above can reach the socket."""

    __slots__ = ("_connection",)

    def __init__(self, connection: HubConnection) -> None:
        self._connection = connection

    def send(self, frame: bytes) -> None:
        """Send a finished frame."""
        self._connection.send_frame(frame)

    def hint(self, frame: bytes) -> None:
        """Send a finished frame that may get lost."""
        self._connection.send_frame(frame, may_be_lost=True)

    def close(self, closing: Closing, *, after: int = 0) -> None:
        """Say goodbye and close."""
        self._connection.close_with(closing, after=after)


def as_hub_connection(connection: ServerConnection) -> HubConnection:
    """The library types its callbacks with its own class; all of ours are ours."""
    return cast(HubConnection, connection)
