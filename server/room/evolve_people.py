"""How facts about people change the room: seats, doors, presence, hands, listening."""

from dataclasses import replace
from typing import Any, Final

from protocol import events as e
from server.room import facts as f
from server.room.names import mark_of, name_of
from server.room.state import Hand, Room, Seat


def with_seat(room: Room, seat: Seat) -> Room:
    """The room with this seat in place of the one with its number."""
    return replace(room, seats={**room.seats, seat.seat: seat})


def _seat_made(room: Room, fact: f.SeatMade, at: int) -> Room:
    seat = Seat(
        seat=fact.seat,
        draw=fact.draw,
        key=fact.key,
        role=fact.role,
        stage="waiting",
        listening=fact.listening,
        name=name_of(room.secret, fact.draw),
        mark=mark_of(room.secret, fact.seat),
        here=False,
        since=at,
        fades_at=None,
        faded=False,
        out_of_order=False,
        line=None,
        noticed=False,
    )
    return replace(with_seat(room, seat), keys={**room.keys, fact.key: fact.seat})


def _came_in(room: Room, fact: e.CameIn, at: int) -> Room:
    seat = room.seats[fact.person.seat]
    fades_at = None if seat.here else at + room.settings.fade_least_seconds * 1000
    seat = replace(seat, stage="inside", line=None, since=at, fades_at=fades_at)
    return replace(with_seat(room, seat), inside=(*room.inside, seat.seat))


def _seat_ended(room: Room, fact: f.SeatEnded, at: int) -> Room:
    seat = room.seats[fact.seat]
    shown = fact.shown_at if seat.stage == "inside" else None
    ended = replace(seat, stage="gone", line=None, fades_at=shown, since=at, here=False)
    keys = {key: number for key, number in room.keys.items() if number != fact.seat}
    return _counted(replace(with_seat(room, ended), keys=keys), at)


def _went_out(room: Room, fact: e.WentOut, at: int) -> Room:
    seat = replace(room.seats[fact.seat], fades_at=None)
    circle = room.round
    if circle is not None:
        circle = replace(
            circle,
            to_come=tuple(s for s in circle.to_come if s != fact.seat),
            later=tuple(s for s in circle.later if s != fact.seat),
            passed=tuple(s for s in circle.passed if s != fact.seat),
            wanting=tuple(s for s in circle.wanting if s != fact.seat),
        )
    return replace(
        with_seat(room, seat),
        inside=tuple(s for s in room.inside if s != fact.seat),
        hands=tuple(hand for hand in room.hands if hand.seat != fact.seat),
        round=circle,
    )


def _key_changed(room: Room, fact: f.KeyChanged, at: int) -> Room:
    seat = room.seats[fact.seat]
    keys = {key: number for key, number in room.keys.items() if number != fact.seat}
    return replace(with_seat(room, replace(seat, key=fact.key)), keys={**keys, fact.key: fact.seat})


def _knock_made(room: Room, fact: f.KnockMade, at: int) -> Room:
    return with_seat(room, replace(room.seats[fact.seat], line=fact.line))


def _knock_seen(room: Room, fact: f.KnockSeen, at: int) -> Room:
    return with_seat(room, replace(room.seats[fact.seat], noticed=True))


def _connected(room: Room, fact: f.Connected, at: int) -> Room:
    seat = replace(
        room.seats[fact.seat], here=True, faded=False, fades_at=None, out_of_order=False,
        since=at if room.seats[fact.seat].stage != "waiting" else room.seats[fact.seat].since,
    )  # fmt: skip
    return replace(with_seat(room, seat), empty_since=None)


def _disconnected(room: Room, fact: f.Disconnected, at: int) -> Room:
    seat = room.seats[fact.seat]
    shown = fact.shown_at if seat.stage == "inside" else None
    since = seat.since if seat.stage == "waiting" else at
    return _counted(with_seat(room, replace(seat, here=False, fades_at=shown, since=since)), at)


def _counted(room: Room, at: int) -> Room:
    """Notes when the last connection of the room is gone."""
    if room.empty_since is not None or any(seat.here for seat in room.seats.values()):
        return room
    return replace(room, empty_since=at)


def _faded(room: Room, fact: f.Faded, at: int) -> Room:
    return with_seat(room, replace(room.seats[fact.seat], faded=True, fades_at=None))


def _grace_over(room: Room, fact: f.GraceOver, at: int) -> Room:
    return with_seat(room, replace(room.seats[fact.seat], out_of_order=True))


def _listening_changed(room: Room, fact: e.ListeningChanged, at: int) -> Room:
    return with_seat(room, replace(room.seats[fact.seat], listening=fact.listening))


def _hand_raised(room: Room, fact: e.HandRaised, at: int) -> Room:
    return replace(room, hands=(*room.hands, Hand(fact.seat, None)))


def _note_written(room: Room, fact: f.NoteWritten, at: int) -> Room:
    return replace(room, hands=tuple(Hand(h.seat, fact.note) if h.seat == fact.seat else h for h in room.hands))


def _hands_changed(room: Room, fact: e.HandsChanged, at: int) -> Room:
    notes = {hand.seat: hand.note for hand in room.hands}
    return replace(room, hands=tuple(Hand(seat, notes.get(seat)) for seat in fact.hands))


# `Any`: each step takes the fact class it is filed under.
PEOPLE: Final[dict[type[Any], Any]] = {
    f.SeatMade: _seat_made,
    e.CameIn: _came_in,
    f.SeatEnded: _seat_ended,
    e.WentOut: _went_out,
    f.KeyChanged: _key_changed,
    f.KnockMade: _knock_made,
    f.KnockSeen: _knock_seen,
    f.Connected: _connected,
    f.Disconnected: _disconnected,
    f.Faded: _faded,
    f.GraceOver: _grace_over,
    e.ListeningChanged: _listening_changed,
    e.HandRaised: _hand_raised,
    f.NoteWritten: _note_written,
    e.HandsChanged: _hands_changed,
}
