"""Time in the room: the next moment it wants to be woken, and what a tick then changes.

There are no hidden timers (I14): every wait is a value in the state, and nothing happens
but through a tick. A tick that comes too early changes nothing.
"""

from collections.abc import Iterator

from protocol.events import Closed, RoundOrderChanged, WentOut
from server.room import holding, leading, phases, piece, raised_hands, responses, rounds, silence
from server.room.facts import EndTold, Faded, GraceOver, KnockSeen, Nudged, PieceRests, QuietTold
from server.room.held import doorkeeper_here, goes_on_by_itself, grace_runs, self_held
from server.room.state import Room, Seat, Turn
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
    if room.silence is None:
        yield from _moments_of_the_piece(room)
    elif (end := silence.ends_at(room)) is not None:
        yield end
    yield from holding.moments(room)
    yield from phases.moments(room)
    for offer in room.offers.values():
        yield offer.until
    someone = doorkeeper_here(room)
    for seat in room.seats.values():
        if seat.fades_at is not None:
            yield seat.fades_at
        if _grace_runs(room, seat):
            yield seat.since + room.settings.order_grace_seconds * 1000
        if someone and seat.stage == "waiting" and not seat.noticed:
            yield seat.since + room.settings.knock_noticed_seconds * 1000


def _moments_of_the_piece(room: Room) -> Iterator[int]:
    if room.rests_until is not None:
        yield room.rests_until
    if room.round is not None and room.round.second_offer_until is not None:
        yield room.round.second_offer_until
    yield from _turn_moments(room)


def _turn_moments(room: Room) -> Iterator[int]:
    turn = room.turn
    if turn is None:
        return
    if turn.waiting:
        yield _grace_of_holder(room, turn)
    if turn.responding is not None:
        yield turn.responding.until
    if turn.choosing_until is not None:
        yield turn.choosing_until
    if turn.waiting or turn.stage in ("responding", "choosing"):
        return
    yield from _end_moments(room, turn)
    if not turn.nudged:
        yield turn.since + _nudge(room)
    if not turn.quiet_told:
        yield turn.since + _quiet(room)


def _end_moments(room: Room, turn: Turn) -> Iterator[int]:
    """When the end of the turn's time is spoken of, and when a hard limit ends it."""
    if not turn.taken:
        return
    settings = room.settings
    begun = turn.taken_at + turn.given
    if settings.soft_seconds and turn.end_told == 0:
        yield begun + settings.soft_seconds * 10 * settings.soft_told_percent
    elif settings.soft_seconds and turn.end_told == 1:
        yield begun + settings.soft_seconds * 1000
    if settings.hard_seconds:
        yield begun + settings.hard_seconds * 1000


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
    holding.tick(telling)
    room = telling.room
    if room.closed:
        return
    if (end := silence.ends_at(room)) is not None and now >= end:
        silence.over(telling)
    if telling.room.silence is None:
        _piece(telling)
    leading.tick(telling)
    phases.tick(telling)


def _piece(telling: Telling) -> None:
    """Waits of the piece; none of them runs while it is quiet."""
    now = telling.now
    _turn(telling)
    room = telling.room
    if room.rests_until is not None and now >= room.rests_until:
        telling.tell(PieceRests(until=0))
    if room.round is not None and (until := room.round.second_offer_until) is not None and now >= until:
        rounds.close_second_offer(telling)


def _people(telling: Telling) -> None:
    now = telling.now
    someone = doorkeeper_here(telling.room)
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
    if turn.stage in ("responding", "choosing"):
        _after_share(telling, turn)
        return
    if turn.waiting:
        if now >= _grace_of_holder(room, turn):
            piece.give_up_waiting(telling)
        return
    settings, begun = room.settings, turn.taken_at + turn.given
    if turn.taken and settings.hard_seconds and now >= begun + settings.hard_seconds * 1000:
        piece.out_of_time(telling)
        return
    if turn.taken and settings.soft_seconds and turn.end_told < 2:
        share = settings.soft_told_percent * 10 if turn.end_told == 0 else 1000
        if now >= begun + settings.soft_seconds * share:
            telling.tell(EndTold(turn=turn.turn, times=turn.end_told + 1))
    if not turn.nudged and now >= turn.since + _nudge(room):
        telling.tell(Nudged(turn=turn.turn))
    if not turn.quiet_told and now >= turn.since + _quiet(room):
        telling.tell(QuietTold(turn=turn.turn))
        if room.mode in ("raised_hands", "share_and_respond") and goes_on_by_itself(room) and not turn.taken:
            piece.nobody_answered(telling)
        elif self_held(room) or (room.unheld and room.settings.when_unheld == "continue_round"):
            piece.rest_kindly(telling)


def _after_share(telling: Telling, turn: Turn) -> None:
    """The time to respond, or to choose, is over; or its person has been away for too long."""
    now = telling.now
    if turn.responding is not None and now >= turn.responding.until:
        piece.after_responses(telling)
    elif (turn.choosing_until is not None and now >= turn.choosing_until) or (
        turn.waiting and now >= _grace_of_holder(telling.room, turn)
    ):
        responses.put_down(telling)


def _grace_of_holder(room: Room, turn: Turn) -> int:
    settings = room.settings
    grace = settings.responses_grace_seconds if turn.stage == "responding" else settings.holder_grace_seconds
    return max(room.seats[turn.seat].since, turn.thawed) + grace * 1000


def _nudge(room: Room) -> int:
    settings = room.settings
    taken = room.turn is not None and room.turn.taken
    return (settings.holder_nudge_seconds if taken else settings.offer_nudge_seconds) * 1000


def _quiet(room: Room) -> int:
    settings = room.settings
    taken = room.turn is not None and room.turn.taken
    return (settings.holder_quiet_seconds if taken else settings.offer_quiet_seconds) * 1000


def _grace_runs(room: Room, seat: Seat) -> bool:
    """While it is quiet nobody's hand and nobody's place in the order is given up."""
    return room.silence is None and grace_runs(seat)
