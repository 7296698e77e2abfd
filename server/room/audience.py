"""Who is told of a fact, and how: everybody by an event, some by a card, or nobody.

Events are the same for every seat that is in the room. Cards go to the seats named here.
"""

from collections.abc import Iterator
from typing import Final

from protocol.cards import (
    Asked,
    AskSettled,
    AskWaits,
    BellAskedFor,
    Card,
    ComeToAnEnd,
    HandLoweredKindly,
    HandNoted,
    HandWaits,
    HelpSet,
    Knocked,
    KnockNoticed,
    KnockSettled,
    MovedOnKindly,
    NobodyLit,
    NotHeard,
    PassMeSet,
    PhaseTimeOver,
    QuietForMeSet,
    RoleDeclined,
    RoleOffered,
    RoleOfferOver,
    SaidAside,
    SecondOfferUsed,
    StillQuiet,
    TakeYourTime,
    Wished,
    WishHeard,
    WishSettled,
)
from protocol.events import CameIn, ListeningChanged, RoleChanged, Said, SettingsChanged, TurnEnded, WentOut
from protocol.rooms import Ask, KnockAtDoor, MyAsk, Wish
from server.room import facts as f
from server.room.facts import Fact
from server.room.held import keeps_door, not_heard, self_held
from server.room.state import Room

_CHANGES_NOT_HEARD: Final = frozenset({CameIn, WentOut, ListeningChanged, RoleChanged, TurnEnded})
_TO_NOBODY: Final = frozenset({Said, f.HasSpoken, f.HasResponded})
"""The commonest facts, from which no card follows; the others are asked one by one."""


def cards(before: Room, fact: Fact, after: Room) -> Iterator[tuple[int, Card]]:
    """The cards that follow from a fact, each with its seat.

    Args:
        before: the room just before the fact.
        fact: what became true.
        after: the room just after it.
    """
    if type(fact) in _TO_NOBODY:
        return
    yield from _of_the_fact(before, fact, after)
    if type(fact) in _CHANGES_NOT_HEARD and (now := not_heard(after)) != not_heard(before):
        yield from _facilitators(after, NotHeard(seats=now))


def _of_the_fact(before: Room, fact: Fact, after: Room) -> Iterator[tuple[int, Card]]:
    match fact:
        case f.KnockMade():
            knock = KnockAtDoor(person=after.seats[fact.seat].person, line=fact.line)
            yield from _doorkeepers(after, Knocked(knock=knock))
        case CameIn():
            if fact.person.role != "facilitator":
                yield from _doorkeepers(before, KnockSettled(seat=fact.person.seat))
        case f.SeatEnded():
            if before.seats[fact.seat].stage == "waiting":
                yield from _doorkeepers(after, KnockSettled(seat=fact.seat))
        case f.KnockSeen():
            yield fact.seat, KnockNoticed()
        case f.NoteWritten():
            yield from _facilitators(after, HandNoted(seat=fact.seat, kind=fact.kind, note=fact.note))
        case f.PassMeChosen():
            yield fact.seat, PassMeSet(on=fact.on)
        case f.SecondOfferTaken():
            yield fact.seat, SecondOfferUsed()
        case f.Nudged():
            if after.turn is not None:
                yield after.turn.seat, TakeYourTime(turn=fact.turn)
        case f.Unlit():
            yield from _facilitators(after, NobodyLit(seat=fact.seat))
        case f.SignalsWished():
            yield fact.seat, QuietForMeSet(on=not fact.on)
        case f.EndTold():
            if fact.times > 1:
                yield from _facilitators(after, ComeToAnEnd(turn=fact.turn))
            elif after.turn is not None:
                yield after.turn.seat, ComeToAnEnd(turn=fact.turn)
        case f.QuietTold():
            yield from _facilitators(after, StillQuiet(turn=fact.turn))
        case f.WishNoted():
            wish = Wish(seat=fact.seat, kind=fact.kind, note=fact.note)
            yield from _facilitators(after, Wished(wish=wish))
        case f.WishEnded():
            yield from _facilitators(after, WishSettled(seat=fact.seat, kind=fact.kind))
            if fact.heard:
                yield fact.seat, WishHeard(kind=fact.kind)
        case f.RoleOfferMade():
            seconds = after.settings.role_offer_seconds
            yield fact.seat, RoleOffered(role=fact.role, by=fact.by, seconds=seconds)
        case f.RoleOfferAnswered():
            yield fact.seat, RoleOfferOver()
            if not fact.accepted:
                yield fact.by, RoleDeclined(seat=fact.seat)
        case f.RoleOfferLapsed():
            yield fact.seat, RoleOfferOver()
        case f.HelpWished():
            yield fact.seat, HelpSet(help=fact.help)
        case f.SharerAsked() | f.AskAnswered():
            yield from _around_the_share(fact, after)
        case f.PhaseTold():
            yield from _doorkeepers(after, PhaseTimeOver(phase=fact.phase))
        case f.AsideSaid():
            yield from _facilitators(after, SaidAside(seat=fact.seat, command=fact.command, text=fact.text))
        case f.BellAsked():
            yield from _may_ring(after, fact.seat, BellAskedFor())
        case SettingsChanged():
            yield from _door_changes_hands(before, after)
        case f.QuietHandRaised():
            yield fact.seat, HandWaits(on=True)
        case f.QuietHandLowered():
            yield fact.seat, HandWaits(on=False)
        case f.MovedOn():
            yield fact.seat, MovedOnKindly(turn=fact.turn, again=fact.again)
        case f.HandTaken():
            yield fact.seat, HandLoweredKindly()
        case _:
            return


def _around_the_share(fact: f.SharerAsked | f.AskAnswered, after: Room) -> Iterator[tuple[int, Card]]:
    """The sharer is asked without a name; the one who asked learns a yes, and never a no."""
    turn = after.turn
    if turn is None or turn.responding is None:
        return
    asks = turn.responding.asks
    if isinstance(fact, f.SharerAsked):
        yield fact.seat, AskWaits(ask=MyAsk(kind=fact.kind, granted=False))
        yield turn.seat, Asked(ask=Ask(ask=len(asks), kind=fact.kind))
        return
    yield turn.seat, AskSettled(ask=fact.ask)
    if fact.yes:
        asked = asks[fact.ask - 1]
        yield asked.seat, AskWaits(ask=MyAsk(kind=asked.kind, granted=True))


def _facilitators(room: Room, card: Card) -> Iterator[tuple[int, Card]]:
    for number in room.inside:
        seat = room.seats[number]
        if seat.role == "facilitator" and seat.stage == "inside":
            yield number, card


def _doorkeepers(room: Room, card: Card) -> Iterator[tuple[int, Card]]:
    for number in room.inside:
        if keeps_door(room, room.seats[number]):
            yield number, card


def _door_changes_hands(before: Room, after: Room) -> Iterator[tuple[int, Card]]:
    """Whoever keeps the door from now on learns who waits there; whoever does not any more forgets it."""
    waiting = [seat for seat in after.seats.values() if seat.stage == "waiting"]
    for number in after.inside:
        seat = after.seats[number]
        kept, keeps = keeps_door(before, seat), keeps_door(after, seat)
        if kept == keeps:
            continue
        for knocks in waiting:
            knock = KnockAtDoor(person=knocks.person, line=knocks.line)
            yield number, Knocked(knock=knock) if keeps else KnockSettled(seat=knocks.seat)


def _may_ring(room: Room, asks: int, card: Card) -> Iterator[tuple[int, Card]]:
    """Everybody who may ring but the one who asks: they know."""
    for number in room.inside:
        seat = room.seats[number]
        if number != asks and (seat.role != "member" or self_held(room)) and seat.stage == "inside":
            yield number, card
