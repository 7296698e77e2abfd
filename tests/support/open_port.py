"""A real port in this process, in front of the house without disk; and a raw HTTP client that hides nothing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from protocol import version
from server.edge.frames import text_frame
from server.edge.pages import Pages
from server.edge.serving import EdgePlan, Listener
from tests.support.indoors import Indoors
from tests.support.wire import GUARD, Device

PLAN = EdgePlan(
    host="127.0.0.1",
    port=0,
    origins=lambda port: (f"http://127.0.0.1:{port}",),
    hosts=lambda port: (f"127.0.0.1:{port}",),
    connections=200,
    unseated=200,
    per_address=100,
    hello_seconds=5,
    outbox_soft=64 * 1024,
    outbox_hard=256 * 1024,
    paused_seconds=5,
    keepalive_seconds=12,
)


@dataclass
class Port:
    """An open port."""

    listener: Listener
    house: Indoors

    @property
    def number(self) -> int:
        """Which one."""
        return self.listener.port

    @property
    def address(self) -> str:
        """Where people reach it."""
        return f"http://127.0.0.1:{self.number}"

    @property
    def host(self) -> str:
        """What `Host` should say."""
        return f"127.0.0.1:{self.number}"

    async def device(self) -> Device:
        """A device that is connected."""
        return await Device(self.address).opens()

    async def line(self) -> "Line":
        """A raw connection."""
        return Line(*await asyncio.open_connection("127.0.0.1", self.number))


@asynccontextmanager
async def an_open_port(folder: Path, house: Indoors | None = None, **plan: object) -> AsyncIterator[Port]:
    """A listener with the pages in this folder."""
    house = house or Indoors(framer=text_frame)
    listener = Listener(
        replace(PLAN, **plan),  # type: ignore[arg-type]  # the fields of the plan, by name
        house.house,
        clock=house.clock,
        chance=house.chance,
        pages=lambda port: Pages(
            folder, address=f"http://127.0.0.1:{port}", neutral_site="https://example.org/weather"
        ),
    )
    await listener.open()
    try:
        yield Port(listener, house)
    finally:
        await listener.close(3)


@dataclass(frozen=True)
class Reply:
    """What came back, as it was sent."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        """The value of a header that stands there at most once."""
        values = [value for key, value in self.headers if key.lower() == name.lower()]
        assert len(values) <= 1
        return values[0] if values else None


class Line:
    """A TCP connection on which anything can be said."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    async def says(self, data: bytes) -> None:
        """These bytes."""
        self.writer.write(data)
        await self.writer.drain()

    async def hears_all(self) -> bytes:
        """Everything until the other side closes."""
        async with asyncio.timeout(GUARD):
            try:
                return await self.reader.read()
            except ConnectionResetError:
                return b""

    async def reply(self) -> Reply:
        """An HTTP answer; the other side closes after it."""
        head, _, body = (await self.hears_all()).partition(b"\r\n\r\n")
        self.writer.close()
        first, *lines = head.decode().split("\r\n")
        pairs = (line.partition(": ") for line in lines)
        return Reply(int(first.split()[1]), tuple((name, value) for name, _, value in pairs), body)

    async def upgrades(self, port: Port) -> None:
        """The WebSocket handshake, by hand."""
        await self.says(
            f"GET /ws HTTP/1.1\r\nHost: {port.host}\r\nOrigin: {port.address}\r\nConnection: Upgrade\r\n"
            f"Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
            f"Sec-WebSocket-Protocol: {version.SUBPROTOCOL}\r\n\r\n".encode()
        )
        async with asyncio.timeout(GUARD):
            head = await self.reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 101 "), head

    async def frame(self) -> tuple[int, bytes]:
        """The next frame from the server: opcode and payload."""
        async with asyncio.timeout(GUARD):
            first, second = await self.reader.readexactly(2)
            assert not second & 0x80, "a server does not mask"
            size = second & 0x7F
            if size == 126:
                size = int.from_bytes(await self.reader.readexactly(2), "big")
            elif size == 127:
                size = int.from_bytes(await self.reader.readexactly(8), "big")
            return first & 0x0F, await self.reader.readexactly(size)


def client_frame(opcode: int, payload: bytes, *, fin: bool = True, mask: bytes = b"\x01\x02\x03\x04") -> bytes:
    """A frame as a client sends it: masked."""
    size = len(payload)
    if size < 126:
        head = bytes((0x80 * fin | opcode, 0x80 | size))
    elif size < 65_536:
        head = bytes((0x80 * fin | opcode, 0x80 | 126)) + size.to_bytes(2, "big")
    else:
        head = bytes((0x80 * fin | opcode, 0x80 | 127)) + size.to_bytes(8, "big")
    return head + mask + bytes(byte ^ mask[place % 4] for place, byte in enumerate(payload))


async def asked(port: Port, request: str, *headers: str, host: str | None = "") -> Reply:
    """One HTTP request (`GET /path`, or with its version) with the right `Host` unless told otherwise."""
    line = request if request.endswith(("HTTP/1.0", "HTTP/1.1")) else f"{request} HTTP/1.1"
    lines = [line, *([] if host is None else [f"Host: {host or port.host}"]), *headers]
    connection = await port.line()
    await connection.says("\r\n".join([*lines, "", ""]).encode())
    return await connection.reply()
