"""Who is told of a fact, and how: everybody by an event, some by a card, or nobody.

Events are the same for every seat that is in the room. Cards go to the seats named here.
"""

from collections.abc import Iterator

from protocol.cards import (
    Card,
    HandLoweredKindly,
    HandNoted,
    Knocked,
    KnockNoticed,
    KnockSettled,
    MovedOnKindly,
    PassMeSet,
    SecondOfferUsed,
    StillQuiet,
    TakeYourTime,
)
from protocol.events import CameIn
from protocol.rooms import KnockAtDoor
from server.room import facts as f
from server.room.facts import Fact
from server.room.state import Room


def cards(before: Room, fact: Fact, after: Room) -> Iterator[tuple[int, Card]]:
    """The cards that follow from a fact, each with its seat.

    Args:
        before: the room just before the fact.
        fact: what became true.
        after: the room just after it.
    """
    match fact:
        case f.KnockMade():
            knock = KnockAtDoor(person=after.seats[fact.seat].person, line=fact.line)
            yield from _facilitators(after, Knocked(knock=knock))
        case CameIn():
            if fact.person.role != "facilitator":
                yield from _facilitators(before, KnockSettled(seat=fact.person.seat))
        case f.SeatEnded():
            if before.seats[fact.seat].stage == "waiting":
                yield from _facilitators(after, KnockSettled(seat=fact.seat))
        case f.KnockSeen():
            yield fact.seat, KnockNoticed()
        case f.NoteWritten():
            yield from _facilitators(after, HandNoted(seat=fact.seat, note=fact.note))
        case f.PassMeChosen():
            yield fact.seat, PassMeSet(on=fact.on)
        case f.SecondOfferTaken():
            yield fact.seat, SecondOfferUsed()
        case f.Nudged():
            if after.turn is not None:
                yield after.turn.seat, TakeYourTime(turn=fact.turn)
        case f.QuietTold():
            yield from _facilitators(after, StillQuiet(turn=fact.turn))
        case f.MovedOn():
            yield fact.seat, MovedOnKindly(turn=fact.turn, again=fact.again)
        case f.HandTaken():
            yield fact.seat, HandLoweredKindly()
        case _:
            return


def _facilitators(room: Room, card: Card) -> Iterator[tuple[int, Card]]:
    for number in room.inside:
        seat = room.seats[number]
        if seat.role == "facilitator" and seat.stage == "inside":
            yield number, card
