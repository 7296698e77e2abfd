"""How facts about people change the room: seats, doors, presence, listening."""

from typing import Any, Final

from protocol import events as e
from server.room import facts as f
from server.room.change import changed
from server.room.held import noted
from server.room.names import mark_of, name_of
from server.room.state import Room, Seat


def with_seat(room: Room, seat: Seat) -> Room:
    """The room with this seat in place of the one with its number."""
    return changed(room, seats={**room.seats, seat.seat: seat})


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
        came_at=0,
        line=None,
        noticed=False,
    )
    return changed(with_seat(room, seat), keys={**room.keys, fact.key: fact.seat})


def _came_in(room: Room, fact: e.CameIn, at: int) -> Room:
    seat = room.seats[fact.person.seat]
    fades_at = None if seat.here else at + room.settings.fade_least_seconds * 1000
    seat = changed(seat, stage="inside", line=None, since=at, came_at=at, fades_at=fades_at)
    room = changed(with_seat(room, seat), inside=(*room.inside, seat.seat), late=room.late - {seat.seat})
    if seat.role == "facilitator":
        room = changed(room, facilitators=(*room.facilitators, seat.seat), lead=room.lead or seat.seat)
    return noted(room, at)


def _seat_ended(room: Room, fact: f.SeatEnded, at: int) -> Room:
    seat = room.seats[fact.seat]
    shown = fact.shown_at if seat.stage == "inside" else None
    ended = changed(seat, stage="gone", line=None, fades_at=shown, since=at, here=False)
    keys = {key: number for key, number in room.keys.items() if number != fact.seat}
    room = changed(
        with_seat(room, ended),
        keys=keys,
        facilitators=tuple(s for s in room.facilitators if s != fact.seat),
        late=room.late - {fact.seat},
        offers={s: offer for s, offer in room.offers.items() if s != fact.seat},
    )
    return _counted(noted(room, at), at)


def _went_out(room: Room, fact: e.WentOut, at: int) -> Room:
    seat = changed(room.seats[fact.seat], fades_at=None)
    circle = room.round
    if circle is not None:
        circle = changed(
            circle,
            to_come=tuple(s for s in circle.to_come if s != fact.seat),
            later=tuple(s for s in circle.later if s != fact.seat),
            passed=tuple(s for s in circle.passed if s != fact.seat),
            wanting=tuple(s for s in circle.wanting if s != fact.seat),
        )
    return changed(
        with_seat(room, seat),
        inside=tuple(s for s in room.inside if s != fact.seat),
        hands=tuple(hand for hand in room.hands if hand.seat != fact.seat),
        quiet_hands=tuple(hand for hand in room.quiet_hands if hand.seat != fact.seat),
        last_word=None if room.last_word == fact.seat else room.last_word,
        round=circle,
        lead=None if room.lead == fact.seat else room.lead,
    )


def _key_changed(room: Room, fact: f.KeyChanged, at: int) -> Room:
    seat = room.seats[fact.seat]
    keys = {key: number for key, number in room.keys.items() if number != fact.seat}
    return changed(with_seat(room, changed(seat, key=fact.key)), keys={**keys, fact.key: fact.seat})


def _knock_made(room: Room, fact: f.KnockMade, at: int) -> Room:
    late = room.late | {fact.seat} if fact.late else room.late
    return changed(with_seat(room, changed(room.seats[fact.seat], line=fact.line)), late=late)


def _knock_seen(room: Room, fact: f.KnockSeen, at: int) -> Room:
    return with_seat(room, changed(room.seats[fact.seat], noticed=True))


def _connected(room: Room, fact: f.Connected, at: int) -> Room:
    seat = changed(
        room.seats[fact.seat], here=True, faded=False, fades_at=None, out_of_order=False,
        since=at if room.seats[fact.seat].stage != "waiting" else room.seats[fact.seat].since,
    )  # fmt: skip
    return noted(changed(with_seat(room, seat), empty_since=None), at)


def _disconnected(room: Room, fact: f.Disconnected, at: int) -> Room:
    seat = room.seats[fact.seat]
    shown = fact.shown_at if seat.stage == "inside" else None
    since = seat.since if seat.stage == "waiting" else at
    return _counted(noted(with_seat(room, changed(seat, here=False, fades_at=shown, since=since)), at), at)


def _counted(room: Room, at: int) -> Room:
    """Notes when the last connection of the room is gone."""
    if room.empty_since is not None or any(seat.here for seat in room.seats.values()):
        return room
    return changed(room, empty_since=at)


def _faded(room: Room, fact: f.Faded, at: int) -> Room:
    return with_seat(room, changed(room.seats[fact.seat], faded=True, fades_at=None))


def _grace_over(room: Room, fact: f.GraceOver, at: int) -> Room:
    return with_seat(room, changed(room.seats[fact.seat], out_of_order=True))


def _listening_changed(room: Room, fact: e.ListeningChanged, at: int) -> Room:
    return with_seat(room, changed(room.seats[fact.seat], listening=fact.listening))


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
}
