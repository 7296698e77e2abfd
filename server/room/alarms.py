"""Time in the room: the next moment it wants to be woken, and what a tick then changes.

There are no hidden timers (I14): every wait is a value in the state, and nothing happens
but through a tick. A tick that comes too early changes nothing.
"""

from collections.abc import Iterator

from protocol.events import Closed, RoundOrderChanged, WentOut
from server.room import piece, raised_hands, rounds
from server.room.facts import Faded, GraceOver, KnockSeen, Nudged, PieceRests, QuietTold
from server.room.state import Room, Seat
from server.room.telling import Telling


def next_wake(room: Room) -> int | None:
    """The next moment (milliseconds since the meeting began) at which a tick would change something."""
    if room.closed:
        return None
    return min(_moments(room))


def _moments(room: Room) -> Iterator[int]:
    yield room.longest
    if room.empty_since is not None:
        yield room.empty_since + room.empty_most
    if room.rests_until is not None:
        yield room.rests_until
    if room.round is not None and room.round.second_offer_until is not None:
        yield room.round.second_offer_until
    yield from _turn_moments(room)
    someone = _facilitator_here(room)
    for seat in room.seats.values():
        if seat.fades_at is not None:
            yield seat.fades_at
        if _grace_runs(room, seat):
            yield seat.since + room.settings.order_grace_seconds * 1000
        if someone and seat.stage == "waiting" and not seat.noticed:
            yield seat.since + room.settings.knock_noticed_seconds * 1000


def _turn_moments(room: Room) -> Iterator[int]:
    turn = room.turn
    if turn is None:
        return
    if turn.waiting:
        yield room.seats[turn.seat].since + room.settings.holder_grace_seconds * 1000
        return
    if not turn.nudged:
        yield turn.since + _nudge(room)
    if not turn.quiet_told:
        yield turn.since + _quiet(room)


def tick(telling: Telling) -> None:
    """Everything whose time has come, in an order that depends on nothing but the state."""
    room, now = telling.room, telling.now
    if room.closed:
        return
    if now >= room.longest:
        telling.tell(Closed(why="long_enough"))
        return
    if room.empty_since is not None and now >= room.empty_since + room.empty_most:
        telling.tell(Closed(why="everybody_left"))
        return
    _people(telling)
    _turn(telling)
    room = telling.room
    if room.rests_until is not None and now >= room.rests_until:
        telling.tell(PieceRests(until=0))
    if room.round is not None and (until := room.round.second_offer_until) is not None and now >= until:
        rounds.close_second_offer(telling)
    piece.onwards(telling)


def _people(telling: Telling) -> None:
    now = telling.now
    someone = _facilitator_here(telling.room)
    for number in tuple(telling.room.seats):
        seat = telling.room.seats[number]
        if seat.fades_at is not None and now >= seat.fades_at:
            telling.tell(WentOut(seat=number) if seat.stage == "gone" else Faded(seat=number))
        if _grace_runs(telling.room, seat) and now >= seat.since + telling.room.settings.order_grace_seconds * 1000:
            telling.tell(GraceOver(seat=number))
            raised_hands.expire(telling, number)
            _out_of_order(telling, number)
        waited = telling.room.settings.knock_noticed_seconds * 1000
        if someone and seat.stage == "waiting" and not seat.noticed and now >= seat.since + waited:
            telling.tell(KnockSeen(seat=number))


def _out_of_order(telling: Telling, seat: int) -> None:
    """Away for too long: the place in the order is given up."""
    circle = telling.room.round
    if circle is not None and seat in (*circle.to_come, *circle.later):
        telling.tell(
            RoundOrderChanged(
                to_come=tuple(s for s in circle.to_come if s != seat), later=tuple(s for s in circle.later if s != seat)
            )
        )


def _turn(telling: Telling) -> None:
    room, now = telling.room, telling.now
    turn = room.turn
    if turn is None:
        return
    if turn.waiting:
        if now >= room.seats[turn.seat].since + room.settings.holder_grace_seconds * 1000:
            piece.give_up_waiting(telling)
        return
    if not turn.nudged and now >= turn.since + _nudge(room):
        telling.tell(Nudged(turn=turn.turn))
    if not turn.quiet_told and now >= turn.since + _quiet(room):
        telling.tell(QuietTold(turn=turn.turn))


def _nudge(room: Room) -> int:
    settings = room.settings
    taken = room.turn is not None and room.turn.taken
    return (settings.holder_nudge_seconds if taken else settings.offer_nudge_seconds) * 1000


def _quiet(room: Room) -> int:
    settings = room.settings
    taken = room.turn is not None and room.turn.taken
    return (settings.holder_quiet_seconds if taken else settings.offer_quiet_seconds) * 1000


def _grace_runs(room: Room, seat: Seat) -> bool:
    return seat.stage == "inside" and not seat.here and not seat.out_of_order


def _facilitator_here(room: Room) -> bool:
    return any(seat.role == "facilitator" and seat.here and seat.stage == "inside" for seat in room.seats.values())
