"""A hundred rooms of eight people on one process, each passing the piece round over real sockets."""

import asyncio
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path
from statistics import quantiles
from time import perf_counter

import pytest

from protocol.events import Said
from protocol.frames import HappenedFrame, ServerFrame
from protocol.rooms import Turn
from tests.support.house import FAST, House, a_house
from tests.support.wire import Device

ROOMS, PEOPLE = 100, 8
AT_ONCE = 25
"""Rooms that come in at the same time: the door is not what is measured."""


class Clock:
    """When each sentence was sent, and how long it took to everybody who heard it."""

    def __init__(self) -> None:
        self.sent: dict[str, float] = {}
        self.took: list[float] = []

    def hears(self, frame: ServerFrame) -> None:
        """One frame at one device."""
        if isinstance(frame, HappenedFrame) and isinstance(frame.event, Said):
            self.took.append(perf_counter() - self.sent[frame.event.text])


async def _desk(house: House) -> tuple[str, list[tuple[str, str]]]:
    """A facilitator with a hundred groups: the session, and group and invitation of each."""
    device = await house.device()
    reply = await device.gets("open_trial_desk", link=house.links["trial"])
    assert reply is not None
    assert reply.type == "desk"
    groups = []
    for number in range(ROOMS):
        made = await device.gets("start_group", name=f"Circle {number}", mode="round", door="open", agreement=[])
        assert made is not None
        assert made.type == "meeting"
        groups.append((made.group, str(made.invitation)))
    await device.leaves_the_page()
    return str(reply.session), groups


async def _room(house: House, session: str, group: str, invitation: str, clock: Clock) -> list[Device]:
    """Eight people in one room; the first one is its facilitator."""
    people = [Device(house.address) for _ in range(PEOPLE)]
    await people[0].opens()
    await people[0].gets("return_to_desk", session=session)
    await people[0].gets("enter_as_facilitator", group=group, key=people[0].key)
    for device in people[1:]:
        await device.opens()
        await device.knocks(invitation)
    for device in people:
        await device.sees(lambda room: len(room.people) == PEOPLE)
        device.on_frame = clock.hears
    return people


async def _goes_round(people: list[Device], name: str, clock: Clock) -> None:
    """The piece goes round once: everybody takes it, says a sentence, and passes it on."""
    await people[0].gets("start_round", prompt="How are you, really?")
    for number in range(PEOPLE):
        room = await people[0].sees(lambda room: room.turn is not None and room.turn.stage == "offered")
        assert room.turn is not None
        turn = room.turn
        holder = next(device for device in people if device.seat == turn.seat)
        await holder.until(partial(_offers, holder, turn))
        await holder.gets("take", turn=turn.turn)
        text = f"{name}, turn {number}: I am well, thank you, and I was not on Monday."
        clock.sent[text] = perf_counter()
        await holder.gets("say", turn=turn.turn, text=text)
        await holder.gets("done", turn=turn.turn)
        await people[0].until(partial(_is_past, people[0], turn))
    await people[0].sees(lambda room: room.round is None)


def _offers(device: Device, turn: Turn) -> bool:
    return device.room.turn == turn


def _is_past(device: Device, turn: Turn) -> bool:
    return device.room.turn is None or device.room.turn.turn > turn.turn


def _has_all(device: Device, number: int) -> bool:
    return device.room.number == number


async def test_a_hundred_rooms_of_eight_pass_the_piece_round(
    tmp_path: Path, live: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """ "Events are numbered from 1 within an epoch, without holes" (PROTOCOL.md) - in all of a hundred rooms."""
    clock = Clock()
    async with AsyncExitStack() as stack:
        house = await stack.enter_async_context(a_house(tmp_path, live, **FAST))
        session, groups = await _desk(house)
        rooms: list[list[Device]] = []
        for first in range(0, ROOMS, AT_ONCE):
            some = groups[first : first + AT_ONCE]
            rooms += await asyncio.gather(*(_room(house, session, *group, clock) for group in some))
        begun = perf_counter()
        await asyncio.gather(*(_goes_round(people, f"room {n}", clock) for n, people in enumerate(rooms)))
        for people in rooms:
            last = people[0].room.number
            for device in people:
                await device.until(partial(_has_all, device, last))
        seconds = perf_counter() - begun
        everybody = [device for people in rooms for device in people]
        # A gap would have stopped the fold; a refusal would have failed `gets`; nobody was let go and came back.
        assert [device.code for device in everybody] == [None] * (ROOMS * PEOPLE)
        assert all(device.snapshots == 1 for device in everybody)
        assert len(clock.took) == ROOMS * PEOPLE * PEOPLE
        deliveries = sum(len(device.events) for device in everybody)
        cuts = quantiles(clock.took, n=100)
        with capsys.disabled():
            print(  # noqa: T201
                f"\n{ROOMS} rooms of {PEOPLE}: {deliveries} deliveries in {seconds:.1f} s; a sentence reached "
                f"everybody in p50 {cuts[49] * 1000:.0f} ms, p99 {cuts[98] * 1000:.0f} ms (clients on the same cores)"
            )
        await asyncio.gather(*(device.loses_connection() for device in everybody))
