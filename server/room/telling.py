"""A chain of facts, each decided on the room as the facts before it left it.

This is how one wish leads to several facts (a pass, then the offer to the next) while
`decide` stays a pure function: the telling is made, filled and read within one call.
"""

from dataclasses import dataclass

from protocol.refusals import Refusal, RefusalArguments, RefusalCode
from server.room.evolve import evolve
from server.room.facts import Fact
from server.room.state import Room, Seat


@dataclass(frozen=True, slots=True)
class Decision:
    """What follows from a wish: facts in order, and the room after them (always `evolved(before, facts)`)."""

    facts: tuple[Fact, ...]
    room: Room
    rooms: tuple[Room, ...]
    """The room after each of them, so that nobody has to evolve it again."""


class Telling:
    """The facts so far and the room after them.

    Args:
        room: the room before.
        now: milliseconds since the meeting began.
        draw: 64 bits of chance, handed in.
    """

    __slots__ = ("draw", "facts", "now", "room", "rooms")

    def __init__(self, room: Room, now: int, draw: int) -> None:
        self.room = room
        self.now = now
        self.draw = draw
        self.facts: list[Fact] = []
        self.rooms: list[Room] = []

    def tell(self, *facts: Fact) -> None:
        """These became true now, in this order."""
        for fact in facts:
            self.room = evolve(self.room, fact, self.now)
            self.facts.append(fact)
            self.rooms.append(self.room)

    def decision(self) -> Decision:
        """All that was told."""
        return Decision(tuple(self.facts), self.room, tuple(self.rooms))

    @property
    def resting(self) -> bool:
        """Whether the piece rests in the centre for a moment longer."""
        return self.room.rests_until is not None and self.room.rests_until > self.now

    def insider(self, seat: int) -> Seat | None:
        """The seat, if its person is in the room and has not left."""
        found = self.room.seats.get(seat)
        return found if found is not None and found.stage == "inside" else None


def refused(code: RefusalCode, *, seconds: int | None = None, most: int | None = None) -> Refusal:
    """A refusal with its arguments."""
    return Refusal(code=code, arguments=RefusalArguments(seconds=seconds, most=most))
