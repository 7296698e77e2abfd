"""The quick way in and the library's way in hear the same: the same texts, the same answers, the same closes.

Random frames (whole, in pieces, too long, unmasked, unknown, with control frames in between, closed in the
middle) in random portions go through two connections, of which one hands every byte to the library.
"""

import asyncio
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

from hypothesis import given, settings, strategies as st
from websockets.asyncio.server import Server
from websockets.http11 import Request
from websockets.protocol import OPEN
from websockets.server import ServerProtocol

from protocol import limits
from protocol.closings import Closing
from server.edge.connection import HubConnection
from server.runtime.outbox import Outbox
from server.runtime.session import Session

TEXT, BINARY, CLOSE, PING, PONG, GO_ON = 1, 2, 8, 9, 10, 0


@dataclass
class Wire:
    """A transport that writes into a list."""

    written: list[bytes] = field(default_factory=list)
    aborted: bool = False

    def write(self, data: bytes) -> None:
        """Out."""
        self.written.append(bytes(data))

    def abort(self) -> None:
        """Ended at once."""
        self.aborted = True

    def get_extra_info(self, name: str) -> None:
        """Nothing is known of it."""

    def set_write_buffer_limits(self, high: int, low: int) -> None:
        """There is no buffer."""

    def pause_reading(self) -> None:
        """Never full."""

    def resume_reading(self) -> None:
        """Never full."""

    def write_eof(self) -> None:
        """Half closed."""
        self.written.append(b"<eof>")

    def can_write_eof(self) -> bool:
        """It can."""
        return True

    def close(self) -> None:
        """Closed."""
        self.aborted = True

    def is_closing(self) -> bool:
        """Whether it is."""
        return self.aborted


class Listener:
    """The session's place: notes each text."""

    def __init__(self) -> None:
        self.heard: list[bytes] = []

    def receive(self, data: bytes) -> None:
        """One whole text."""
        self.heard.append(data)

    def lost(self) -> None:
        """The end."""


class _Nobody:
    """What a connection needs of its server: nothing, here."""

    handler_tasks: set[object] = set()  # noqa: RUF012  a stand-in

    async def handler(self, connection: object) -> None:
        """Nothing to do."""


class Ear(HubConnection):
    """A connection after its handshake, on a list."""

    def __init__(self, *, plain: bool) -> None:
        super().__init__(ServerProtocol(state=OPEN, max_size=limits.FRAME_BYTES), cast(Server, _Nobody()))
        self.request = cast(Request, object())
        self.outbox = Outbox(1 << 16, 1 << 18)
        self.listener = Listener()
        self.open_session = lambda _: cast(Session, self.listener)
        self.paused_most = 5
        self._plain = plain
        self.wire = Wire()
        self.closings: list[Closing] = []
        self.connection_made(cast(asyncio.Transport, self.wire))

    def close_with(self, closing: Closing, *, after: int = 0) -> None:
        """Noted, and heard no more, as the real one."""
        if not self._said_goodbye:
            self.closings.append(closing)
            self._said_goodbye = True

    def saw(self) -> dict[str, object]:
        """Everything that can be told apart from outside."""
        return {
            "heard": self.listener.heard,
            "closings": self.closings,
            "written": b"".join(self.wire.written),
            "state": self.protocol.state,
            "closed": (self.protocol.close_sent, self.protocol.close_rcvd),
        }


def frame(
    opcode: int, data: bytes, *, fin: bool = True, masked: bool = True, reserved: int = 0, wide: bool = False
) -> bytes:
    """One frame, broken as wished. `wide`: the longest form of the length."""
    size, mask = len(data), b"\x11\x22\x33\x44"
    first = (0x80 if fin else 0) | reserved << 4 | opcode
    bit = 0x80 if masked else 0
    if wide:
        head = struct.pack("!BBQ", first, bit | 127, size)
    elif size < 126:
        head = struct.pack("!BB", first, bit | size)
    else:
        head = struct.pack("!BBH", first, bit | 126, size)
    if not masked:
        return head + data
    return head + mask + bytes(byte ^ mask[n % 4] for n, byte in enumerate(data))


words = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=60).map(str.encode),
    st.sampled_from([b"x" * 126, b"y" * 700, b"z" * (limits.FRAME_BYTES + 1)]),
)
good = st.builds(frame, st.just(TEXT), words)
any_frame = st.one_of(
    good,
    good,
    st.builds(frame, st.sampled_from([TEXT, GO_ON]), words, fin=st.booleans()),
    st.builds(frame, st.sampled_from([PING, PONG]), st.binary(max_size=40)),
    st.builds(frame, st.just(TEXT), words, wide=st.just(True)),
    st.builds(frame, st.just(BINARY), words),
    st.builds(frame, st.just(CLOSE), st.sampled_from([b"", struct.pack("!H", 1000), struct.pack("!H", 1001) + b"bye"])),
    st.builds(
        frame,
        st.integers(0, 15),
        st.binary(max_size=140),
        fin=st.booleans(),
        masked=st.booleans(),
        reserved=st.sampled_from([0, 0, 0, 4]),
        wide=st.booleans(),
    ),
)


def portions(stream: bytes, cuts: list[int]) -> Iterator[bytes]:
    """The stream as the network may hand it over."""
    at = 0
    for cut in cuts:
        if at >= len(stream):
            return
        yield stream[at : at + cut]
        at += cut
    if at < len(stream):
        yield stream[at:]


@given(st.lists(any_frame, max_size=8), st.lists(st.integers(1, 90), max_size=12), st.booleans())
@settings(max_examples=400, deadline=None)
def test_both_ways_hear_the_same(frames: list[bytes], cuts: list[int], ends: bool) -> None:
    asyncio.run(_both(frames, cuts, ends=ends))


async def _both(frames: list[bytes], cuts: list[int], *, ends: bool) -> None:
    quick, plain = Ear(plain=False), Ear(plain=True)
    for portion in portions(b"".join(frames), cuts):
        quick.data_received(portion)
    # The library looks at all frames of a portion before any of them is heard, so of two mistakes in one portion it
    # names the later. Frame by frame it names the first, as the quick way does however the network cuts the stream.
    for each in frames:
        plain.data_received(each)
    if ends:
        quick.eof_received()
        plain.eof_received()
    assert quick.saw() == plain.saw()


def test_the_quick_way_is_taken_or_this_test_compares_nothing() -> None:
    async def one() -> None:
        ear = Ear(plain=False)
        calls: list[bytes] = []
        library = ear.protocol.receive_data

        def noted(data: bytes | bytearray) -> None:
            calls.append(bytes(data))
            library(data)

        ear.protocol.receive_data = noted  # type: ignore[method-assign]  # only to see what comes by
        ear.data_received(frame(TEXT, b"hello")[:4])
        ear.data_received(frame(TEXT, b"hello")[4:] + frame(TEXT, b"again"))
        assert ear.listener.heard == [b"hello", b"again"]
        assert calls == []
        ear.data_received(frame(PING, b"?"))
        assert calls == [frame(PING, b"?")]

    asyncio.run(one())
