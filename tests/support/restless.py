"""People who wish at random, over real sockets, and remember what was acknowledged: for stories of sudden ends."""

import random
from collections.abc import Callable

from protocol.frames import Accepted, ServerFrame
from protocol.snapshot import RoomSnapshot
from tests.support.wire import Device

Wish = tuple[str, dict[str, object]]


class Restless:
    """One person who wishes one thing after another, until the line is lost.

    Args:
        device: theirs.
        chance: what they come to think of.
        answered: told of every accepted wish.
    """

    def __init__(self, device: Device, chance: random.Random, answered: Callable[[], None]) -> None:
        self.device = device
        self.acknowledged: set[str] = set()
        self._chance = chance
        self._answered = answered
        self._wishes: dict[str, Wish] = {}
        device.on_frame = self._hears

    async def goes_on(self) -> None:
        """One wish at a time."""
        while self.device.code is None:
            if not self.device.outbox:
                kind, fields = self.wish()
                self._wishes[await self.device.wishes(kind, **fields)] = kind, fields
            await self.device.until(lambda: not self.device.outbox or self.device.code is not None)

    def wish(self) -> Wish:
        """What they wish next."""
        return self._chance.choice(_wishes_of(self.device.room))

    def granted(self, wish: Wish) -> None:
        """It was accepted."""

    def _hears(self, frame: ServerFrame) -> None:
        if isinstance(frame, Accepted) and frame.id in self._wishes:
            wish = self._wishes[frame.id]
            if wish[0] != "one_minute":  # moves a clock, and clocks begin anew after a restart
                self.acknowledged.add(frame.id)
            self.granted(wish)
            self._answered()


class Undecided(Restless):
    """A member who raises and lowers a hand, listens and takes part; and how it must be after the last answer."""

    hand = False
    listening = False

    def wish(self) -> Wish:
        """With nobody to offer the piece, only this person changes these."""
        listen: Wish = ("listen", {"on": True})
        take_part: Wish = ("listen", {"on": False})
        raise_hand: Wish = ("raise_hand", {"note": None})
        return self._chance.choice((raise_hand, ("lower_hand", {}), listen, take_part))

    def granted(self, wish: Wish) -> None:
        """So it must be from now on."""
        kind, fields = wish
        if kind == "listen":
            self.listening = fields["on"] is True
            self.hand = self.hand and not self.listening
        else:
            self.hand = kind == "raise_hand"

    def is_as_acknowledged_to(self, other: Device) -> None:
        """What others see of this person is what was answered."""
        seat, room = self.device.seat, other.room
        assert (seat in [hand.seat for hand in room.hands]) == self.hand
        assert next(person.listening for person in room.people if person.seat == seat) == self.listening


def _wishes_of(room: RoomSnapshot) -> list[Wish]:
    """Everything that might be possible from where one is."""
    turn = room.turn.turn if room.turn is not None else 1
    wishes: list[Wish] = [
        (kind, {"turn": turn}) for kind in ("take", "pass", "later", "done", "one_minute") if room.turn is not None
    ]
    wishes += [("raise_hand", {"note": None}), ("lower_hand", {}), ("pass_me", {"on": not room.mine.pass_me})]
    wishes += [("listen", {"on": not room.you.listening})]
    if room.you.role == "facilitator":
        wishes += [(kind, {"mode": mode, "prompt": "", "now": now}) for kind, mode, now in _MODES]
        wishes += [("start_round", {"prompt": "How are you?"})] * 3
        wishes += [("offer_piece", {"seat": None}), ("move_on", {"turn": turn})]
        wishes += [("set_door", {"level": "locked" if room.door == "open" else "open"})]
    return wishes


_MODES = (("set_mode", "raised_hands", True), ("set_mode", "raised_hands", False), ("set_mode", "open_floor", False))
