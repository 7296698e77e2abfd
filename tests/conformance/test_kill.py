"""`kill -9` at any moment: whatever was acknowledged is still so, and nothing is so twice."""

import asyncio
import os
import random
import signal
import sqlite3
from collections import defaultdict
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from protocol.frames import Accepted, ServerFrame
from protocol.snapshot import RoomSnapshot
from tests.support.house import FAST, House, a_house
from tests.support.wire import Device

PEOPLE = 4
SEED = 20_261
KILLS = 200 if os.environ.get("TP_LONG") == "1" else 10


async def _comes_in(house: House) -> Device:
    device = await house.device()
    await device.knocks(house.links["invitation"])
    return device


def _structure(room: RoomSnapshot) -> dict[str, object]:
    """What must survive: not the words, and not who is connected."""
    kept = room.model_dump(exclude={"epoch", "number", "card", "said", "away", "prompt", "prompt_lost", "you", "mine"})
    return kept


async def _restarts(house: House) -> None:
    await house.is_killed()
    await house.starts()


async def test_killed_in_mid_turn_everybody_returns_to_the_same_seat_name_order_and_turn(house: House) -> None:
    """ "A structural event that was acknowledged survives `kill -9`." (architecture.md)"""
    fay = await house.holder_of_the_trial()
    people = [fay, *[await _comes_in(house) for _ in range(PEOPLE)]]
    await fay.gets("start_round", prompt="What kept you going this week?")
    turn = (await fay.sees(lambda room: room.turn is not None)).turn
    assert turn is not None
    holder = next(device for device in people if device.seat == turn.seat)
    await holder.gets("take", turn=turn.turn)
    await holder.gets("say", turn=turn.turn, text="my sister called")
    for device in people:
        await device.sees(lambda room: len(room.said) == 1)
    before = {device.seat: device.room for device in people}

    await _restarts(house)
    await asyncio.gather(*(device.is_closed() for device in people))
    for device in people:
        await device.comes_back()
    after = {device.seat: await device.sees(lambda room: room.prompt_lost) for device in people}
    for seat, room in after.items():
        assert room.epoch != before[seat].epoch
        assert room.you == before[seat].you
        assert (room.prompt, room.said) == ("", ())
    await holder.gets("give_back", prompt="What kept you going this week?")
    for device in people:
        room = await device.sees(lambda room: not room.prompt_lost and room.turn is not None and not room.turn.waiting)
        assert room.prompt == "What kept you going this week?"
        assert _structure(room) == _structure(before[device.seat])
        assert room.mine == before[device.seat].mine
    await holder.gets("done", turn=turn.turn)


async def test_a_prompt_that_was_not_ours_is_not_taken_back(house: House) -> None:
    """ "The prompt, lost in a restart, is here again" only "checked by its keyed hash" (commands.py, GiveBack)."""
    fay = await house.holder_of_the_trial()
    one = await _comes_in(house)
    await fay.gets("start_round", prompt="What kept you going this week?")
    await one.sees(lambda room: room.prompt != "")
    assert await one.refused("give_back", prompt="What kept you going this week?") == "prompt_not_needed"
    await _restarts(house)
    await one.is_closed()
    await one.comes_back()
    assert await one.refused("give_back", prompt="What kept you going this year?") == "other_prompt"


class Person:
    """One member who raises and lowers a hand, listens and takes part, at random; and what must be so."""

    def __init__(self, device: Device, chance: random.Random, answered: Callable[[], None]) -> None:
        self.device = device
        self.hand = False
        self.listening = False
        self.acknowledged: set[str] = set()
        self._chance = chance
        self._answered = answered
        self._wishes: dict[str, str] = {}
        device.on_frame = self._hears

    async def goes_on(self) -> None:
        """One wish after another, until the line is lost."""
        while self.device.code is None:
            if not self.device.outbox:
                await self._wish(self._chance.choice(("raise_hand", "lower_hand", "listen", "take part")))
            await self.device.until(lambda: not self.device.outbox or self.device.code is not None)

    async def _wish(self, wish: str) -> None:
        match wish:
            case "raise_hand":
                command = await self.device.wishes(wish, note=None)
            case "lower_hand":
                command = await self.device.wishes(wish)
            case _:
                command = await self.device.wishes("listen", on=wish == "listen")
        self._wishes[command] = wish

    def _hears(self, frame: ServerFrame) -> None:
        """An accepted wish: this is how it must be from now on."""
        if not isinstance(frame, Accepted) or frame.id not in self._wishes:
            return
        self.acknowledged.add(frame.id)
        wish = self._wishes[frame.id]
        if wish in ("raise_hand", "lower_hand"):
            self.hand = wish == "raise_hand"
        else:
            self.listening = wish == "listen"
            self.hand = self.hand and not self.listening
        self._answered()

    def is_as_acknowledged_to(self, other: Device) -> None:
        """What others see of this person is what was answered."""
        seat, room = self.device.seat, other.room
        assert (seat in [hand.seat for hand in room.hands]) == self.hand
        assert next(person.listening for person in room.people if person.seat == seat) == self.listening


class Killer:
    """Ends the process at one of the next answers, whichever it is."""

    def __init__(self, house: House, chance: random.Random) -> None:
        self._house = house
        self._chance = chance
        self.left = 0

    def will_strike(self) -> None:
        """Soon."""
        self.left = self._chance.randint(1, 60)

    def answered(self) -> None:
        """One answer more."""
        self.left -= 1
        if self.left == 0:
            self._house.signals(signal.SIGKILL)


async def test_killed_at_random_moments_nothing_acknowledged_is_lost_and_nothing_is_done_twice(
    tmp_path: Path, live: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """ "0 acknowledged structural changes lost" and "the same id gets the same answer" (settled.md 15, issue 2)."""
    chance = random.Random(SEED)  # noqa: S311  a story, not a secret
    acknowledged = 0
    async with a_house(tmp_path, live, **FAST) as house:
        killer = Killer(house, chance)
        fay = await house.holder_of_the_trial()
        await fay.gets("set_mode", mode="raised_hands", prompt="", now=True)
        people = [Person(await _comes_in(house), chance, killer.answered) for _ in range(PEOPLE)]
        for _ in range(KILLS):
            killer.will_strike()
            await asyncio.gather(*(person.goes_on() for person in people))
            await house.is_gone()
            acknowledged += sum(len(person.acknowledged) for person in people)
            _nothing_is_lost_or_doubled(live, people)
            await house.starts()
            await _all_come_back(fay, people)
            _nothing_is_lost_or_doubled(live, people)
            for person in people:
                for other in people:
                    person.is_as_acknowledged_to(other.device)
                person.acknowledged.clear()
    with capsys.disabled():
        print(f"\n{KILLS} kills, {acknowledged} acknowledged changes, 0 lost, 0 doubled (seed {SEED})")  # noqa: T201


async def _all_come_back(fay: Device, people: list[Person]) -> None:
    """Each to their seat; what was not answered is asked again; then all look at the same moment."""
    await fay.is_closed()
    await fay.comes_back()
    for person in people:
        await person.device.comes_back()
        await person.device.until(lambda device=person.device: not device.outbox)  # type: ignore[misc]  # bound now
    number = max(person.device.room.number for person in people)
    for person in people:
        await person.device.sees(lambda room: room.number >= number)


def _nothing_is_lost_or_doubled(live: Path, people: list[Person]) -> None:
    kept = _journaled(live)
    for person in people:
        for command in person.acknowledged:
            assert f"{person.device.seat}:{command}" in kept, "an acknowledged change is not in the journal"
    for entries in kept.values():
        positions = sorted(position for position, _ in entries)
        assert positions == list(range(positions[0], positions[0] + len(positions)))
        assert len({at for _, at in entries}) == 1, "the same wish was carried out twice"


def _journaled(live: Path) -> dict[str, set[tuple[int, int]]]:
    """Of every command in the live journal, its positions and times."""
    found: dict[str, set[tuple[int, int]]] = defaultdict(set)
    with closing(sqlite3.connect(live / "live.db")) as db:
        for command, position, at in db.execute("SELECT command, position, at FROM facts WHERE command IS NOT NULL"):
            found[command].add((position, at))
    return found
