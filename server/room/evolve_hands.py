"""How facts about hands and wishes change the room."""

from typing import Any, Final

from protocol import events as e
from server.room import facts as f
from server.room.change import changed
from server.room.state import Hand, Room, Wish


def without_first(hands: tuple[Hand, ...], seat: int) -> tuple[Hand, ...]:
    """The line without the first hand of this seat; a second one, of another kind, stays."""
    first = next((place for place, hand in enumerate(hands) if hand.seat == seat), None)
    return hands if first is None else hands[:first] + hands[first + 1 :]


def _hand_raised(room: Room, fact: e.HandRaised, at: int) -> Room:
    hand = Hand(fact.seat, fact.kind, None)
    asked = room.direct_responses + (fact.kind == "direct_response")
    hands = (*room.hands[: fact.place], hand, *room.hands[fact.place :])
    back = fact.seat in room.missed or fact.seat in room.unanswered
    missed, unanswered = (
        (room.missed - {fact.seat}, room.unanswered - {fact.seat}) if back else (room.missed, room.unanswered)
    )
    return changed(room, hands=hands, direct_responses=asked, missed=missed, unanswered=unanswered)


def _note_written(room: Room, fact: f.NoteWritten, at: int) -> Room:
    noted = tuple(
        Hand(h.seat, h.kind, fact.note) if (h.seat, h.kind) == (fact.seat, fact.kind) else h for h in room.hands
    )
    return changed(room, hands=noted)


def _hands_changed(room: Room, fact: e.HandsChanged, at: int) -> Room:
    notes = {(hand.seat, hand.kind): hand.note for hand in room.hands}
    return changed(room, hands=tuple(Hand(h.seat, h.kind, notes.get((h.seat, h.kind))) for h in fact.hands))


def _list_closed(room: Room, fact: e.ListClosed, at: int) -> Room:
    return changed(room, list_closed=fact.closed, last_word=fact.last_word)


def _hand_missed(room: Room, fact: f.HandMissed, at: int) -> Room:
    if fact.shelf:
        return changed(room, missed=room.missed | {fact.seat}, unanswered=room.unanswered - {fact.seat})
    return changed(room, unanswered=room.unanswered | {fact.seat})


def _wish_made(room: Room, fact: f.WishMade, at: int) -> Room:
    return changed(room, wishes=(*room.wishes, Wish(fact.seat, fact.kind, None)))


def _wish_noted(room: Room, fact: f.WishNoted, at: int) -> Room:
    return changed(
        room,
        wishes=tuple(
            Wish(w.seat, w.kind, fact.note) if (w.seat, w.kind) == (fact.seat, fact.kind) else w for w in room.wishes
        ),
    )


def _wish_ended(room: Room, fact: f.WishEnded, at: int) -> Room:
    return changed(room, wishes=tuple(w for w in room.wishes if (w.seat, w.kind) != (fact.seat, fact.kind)))


# `Any`: each step takes the fact class it is filed under.
HANDS: Final[dict[type[Any], Any]] = {
    e.HandRaised: _hand_raised,
    f.NoteWritten: _note_written,
    e.HandsChanged: _hands_changed,
    e.ListClosed: _list_closed,
    f.HandMissed: _hand_missed,
    f.WishMade: _wish_made,
    f.WishNoted: _wish_noted,
    f.WishEnded: _wish_ended,
}
