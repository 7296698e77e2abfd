"""A reader that does not read: bounded in bytes, let go in time, and nothing missed after coming back."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from moderation.pacing import Pace
from server.edge.connection import SEND_BUFFER
from server.edge.frames import text_frame
from tests.support.evening import Evening, an_evening
from tests.support.indoors import seat_key
from tests.support.open_port import Port, an_open_port
from tests.support.wire import Device

LONG = "a sentence that goes on and on. " * 60
SOFT, HARD = 32 * 1024, 128 * 1024
ENOUGH = 4 * 1024 * 1024
"""More than the bounds and all kernels' buffers together."""


@dataclass
class Room:
    """A circle with one member who talks, one device that will stop reading, and one that goes on."""

    port: Port
    evening: Evening
    slow: Device
    fast: Device
    said: int = 0

    async def talks(self) -> None:
        """One long message, and a turn of the loop to carry it."""
        self.evening.says(self.evening.members[0], LONG)
        self.said += 1
        await asyncio.sleep(0)

    @property
    def number(self) -> int:
        """Of the last event."""
        return self.evening.runner._post.ring.number

    def held(self) -> int:
        """The most that the server holds for any one connection."""
        return max(
            connection.outbox.held + connection.transport.get_write_buffer_size()
            for connection in self.port.listener._open
        )


async def _seated(port: Port, name: str) -> Device:
    device = Device(port.address)
    device.key = seat_key(name)
    return await device.comes_back()


@pytest.fixture(params=[60, 1], ids=["by bytes", "by time"])
async def room(request: pytest.FixtureRequest, pages: Path) -> AsyncIterator[Room]:
    """The circle, with a bound that is reached by bytes long before, or only by, time."""
    evening = an_evening(3, framer=text_frame, ring_events=10_000, ring_bytes=1 << 26, pace=Pace(1_000_000, 1_000_000))
    async with an_open_port(
        pages, evening.house, outbox_soft=SOFT, outbox_hard=HARD, paused_seconds=request.param
    ) as port:
        slow, fast = await _seated(port, "m2"), await _seated(port, "m3")
        yield Room(port, evening, slow, fast)
        await fast.leaves_the_page()


async def test_who_does_not_read_is_let_go_while_the_others_go_on_and_misses_nothing(
    room: Room, request: pytest.FixtureRequest
) -> None:
    by_time = "by time" in request.node.name
    room.slow.stops_reading()
    most = 0
    while len(room.port.listener._open) == 2:
        if by_time and room.held() > SOFT:
            # Stuck, and below the bound in bytes: only the second that the setting allows may end it.
            await asyncio.wait_for(_gone(room), 20)
            break
        await room.talks()
        most = max(most, room.held())
        assert room.said * len(LONG) < ENOUGH, "a reader that does not read is kept for ever"
    assert most <= SOFT + HARD + 2 * len(LONG)
    await room.fast.sees(lambda seen: seen.number == room.number)
    assert [frame.number for frame in room.fast.events[-room.said :]] == list(
        range(room.number - room.said + 1, room.number + 1)
    )

    room.slow.reads_again()
    await room.slow.is_closed()
    before = room.slow.room
    await room.slow.comes_back()
    await room.slow.sees(lambda seen: seen.number == room.number)
    assert room.slow.snapshots == 1, "by number, without a new snapshot"
    assert room.slow.room.epoch == before.epoch
    assert len(room.slow.room.said) == len(room.fast.room.said) == room.said
    await room.slow.leaves_the_page()


async def _gone(room: Room) -> None:
    for connection in tuple(room.port.listener._open):
        if connection.outbox.held + connection.transport.get_write_buffer_size() > SOFT:
            await connection.wait_closed()


async def test_a_reader_who_was_only_slow_gets_everything_in_order(room: Room) -> None:
    room.slow.stops_reading()
    while room.held() <= SOFT:
        await room.talks()
        assert room.said * len(LONG) < ENOUGH
    await room.talks()
    room.slow.reads_again()
    await room.slow.sees(lambda seen: seen.number == room.number)
    assert room.slow.code is None
    assert room.slow.snapshots == 1
    numbers = [frame.number for frame in room.slow.events]
    assert numbers == list(range(numbers[0], room.number + 1))
    await room.slow.leaves_the_page()


async def test_the_kernel_is_asked_to_keep_little(room: Room) -> None:
    import socket

    for connection in room.port.listener._open:
        raw = connection.transport.get_extra_info("socket")
        assert raw.getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF) <= 2 * SEND_BUFFER
    await room.slow.leaves_the_page()
