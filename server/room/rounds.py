"""Talking-piece rounds: everybody is offered one turn, in an order drawn by lot and told before.

A pass is never a mistake. Who cannot be reached is asked later, who asked for later is
asked once more at the end, and then those who passed may still say yes. Nothing here
hurries anybody: an offer waits until it is answered or a facilitator moves on.
Rules: domain.md 5.3.
"""

from protocol.commands import PassMe, StartRound, UseSecondOffer
from protocol.events import RoundEnded, RoundOrderChanged, RoundRepeated, RoundStarted, SecondOfferMade
from protocol.refusals import Refusal
from protocol.words import Words
from server.room.facts import PassMeChosen, SecondOfferTaken
from server.room.lots import shuffled
from server.room.state import Room, Round, Seat
from server.room.telling import Telling, refused
from server.room.turns import end, offer


def start(telling: Telling, seat: Seat, command: StartRound, prompt: Words) -> Refusal | None:
    """Start a round with everybody who is here and takes part; facilitators come last, as hosts do."""
    room = telling.room
    if room.turn is not None or room.round is not None:
        return refused("turn_running")
    here = _taking_part(room)
    if not here:
        return refused("nobody_to_go_round")
    order = _ordered(telling, here) if command.order is None else _named(here, command.order)
    drawn = room.settings.round_order if command.order is None else "named"
    telling.tell(RoundStarted(span=room.span + 1, prompt=prompt, order=order, by=seat.seat, drawn=drawn))
    return None


def everybody(telling: Telling) -> tuple[int, ...]:
    """Whoever is here and takes part, in the order the room chose for its rounds."""
    return _ordered(telling, _taking_part(telling.room))


def _taking_part(room: Room) -> list[Seat]:
    return [room.seats[s] for s in room.inside if _reachable(room.seats[s]) and not room.seats[s].listening]


def _ordered(telling: Telling, here: list[Seat]) -> tuple[int, ...]:
    """As the room chose: by lot, or as people came in; facilitators last, as hosts do."""
    members = [s.seat for s in here if s.role != "facilitator"]
    if telling.room.settings.round_order == "lot":
        members = list(shuffled(members, telling.draw))
    return (*members, *(s.seat for s in here if s.role == "facilitator"))


def _named(here: list[Seat], order: tuple[int, ...]) -> tuple[int, ...]:
    """As the facilitator named them; whoever is here and was not named comes after."""
    can = {s.seat for s in here}
    named = tuple(dict.fromkeys(s for s in order if s in can))
    return (*named, *(s.seat for s in here if s.seat not in named))


def pass_me(telling: Telling, seat: Seat, command: PassMe) -> Refusal | None:
    """Pass me this round: private until the piece comes, then an ordinary pass."""
    circle = telling.room.round
    if circle is None or seat.seat not in (*circle.to_come, *circle.later):
        return refused("other_mode")
    if (seat.seat in telling.room.pass_me) == command.on:
        return refused("already_so")
    telling.tell(PassMeChosen(seat=seat.seat, on=command.on))
    return None


def use_second_offer(telling: Telling, seat: Seat, command: UseSecondOffer) -> Refusal | None:
    """I passed, and would like the piece after all. When all who could be asked have said yes, nobody waits longer.

    But after a restart, while people are still coming back, those who are not here yet shall be asked as well.
    """
    circle = telling.room.round
    if circle is None or circle.second_offer_until is None or seat.seat not in circle.passed or seat.listening:
        return refused("no_second_offer")
    if seat.seat in circle.wanting:
        return refused("already_so")
    telling.tell(SecondOfferTaken(seat=seat.seat))
    if not telling.resting and set(_askable(telling)) <= {*circle.wanting, seat.seat}:
        close_second_offer(telling)
    return None


def close_second_offer(telling: Telling) -> None:
    """The question is over: newcomers first, then those who said yes; nobody learns who was asked."""
    circle = telling.room.round
    if circle is None or circle.second_offer_until is None:
        return
    seats = telling.room.seats
    new = tuple(s for s in telling.room.inside if _comes_late(telling, circle, seats[s]))
    tail = tuple(s for s in circle.wanting if _hoped_for(seats[s]))
    if new or tail:
        telling.tell(RoundOrderChanged(to_come=(*new, *tail), later=()))
    elif not _repeat(telling, circle):
        telling.tell(RoundEnded(shared=circle.shared))


def join(telling: Telling, seat: int) -> None:
    """Somebody takes part from now on, or again: at the end of the running round, if they have not had the piece.

    While the question of the second offer is open the order stays as it is; its closing lets them join.
    """
    circle = telling.room.round
    if circle is None or circle.second_offer_until is not None:
        return
    if not _comes_late(telling, circle, telling.room.seats[seat]):
        return
    if seat in circle.owed:
        telling.tell(RoundOrderChanged(to_come=circle.to_come, later=(*circle.later, seat)))
    else:
        telling.tell(RoundOrderChanged(to_come=(*circle.to_come, seat), later=circle.later))


def withdraw(telling: Telling, seat: int) -> None:
    """Somebody only listens from now on: their place in the order is free, and they may come back at its end."""
    circle = telling.room.round
    if circle is None or seat not in (*circle.to_come, *circle.later):
        return
    telling.tell(
        RoundOrderChanged(
            to_come=tuple(s for s in circle.to_come if s != seat), later=tuple(s for s in circle.later if s != seat)
        )
    )


def onwards(telling: Telling) -> None:
    """The next offer, or the end of the round. Called when nobody has the piece."""
    while (circle := telling.room.round) is not None:
        if telling.room.turn is not None or telling.resting or circle.second_offer_until is not None:
            return
        seat = _next(telling, circle)
        if seat is None:
            if _put_aside(telling, circle):
                continue
            if circle.later:
                return  # everybody still to come is away; the piece waits in the centre for them
            if _second_offer(telling, circle):
                return
            if _repeat(telling, circle):
                continue
            telling.tell(RoundEnded(shared=circle.shared))
            return
        offer(telling, seat)
        if seat not in telling.room.pass_me:
            return
        end(telling, "passed")


def _next(telling: Telling, circle: Round) -> int | None:
    """Who lost a turn with their connection and is back; else the next in the order; else who asked for later."""
    seats = telling.room.seats
    for seat in circle.later:
        if seat in circle.owed and _reachable(seats[seat]):
            return seat
    if circle.to_come:
        first = circle.to_come[0]
        return first if _reachable(seats[first]) and not seats[first].listening else None
    return next((seat for seat in circle.later if _reachable(seats[seat])), None)


def _put_aside(telling: Telling, circle: Round) -> bool:
    """The first in the order cannot be asked: they come later, or not at all. True when something changed."""
    if circle.to_come:
        first = telling.room.seats[circle.to_come[0]]
        keep = first.stage == "inside" and not first.out_of_order and not first.listening
        later = (*circle.later, first.seat) if keep else circle.later
        telling.tell(RoundOrderChanged(to_come=circle.to_come[1:], later=later))
        return True
    given_up = tuple(s for s in circle.later if not _hoped_for(telling.room.seats[s]))
    if not given_up:
        return False
    telling.tell(RoundOrderChanged(to_come=(), later=tuple(s for s in circle.later if s not in given_up)))
    return True


def _second_offer(telling: Telling, circle: Round) -> bool:
    """Ask those who passed, once a round."""
    if not telling.room.settings.second_offer or circle.second_offer_made or not _askable(telling):
        return False
    telling.tell(SecondOfferMade())
    return True


def _repeat(telling: Telling, circle: Round) -> bool:
    """A council: the piece goes round again until it has travelled the whole circle and nobody spoke."""
    room = telling.room
    if not room.settings.round_repeats or not circle.shared_this_time:
        return False
    here = _taking_part(room)
    if not here:
        return False
    order = _ordered(telling, here)
    away = tuple(s for s in sorted(circle.members - set(order)) if _hoped_for(room.seats[s]))
    telling.tell(RoundRepeated(order=order))
    if away:  # whoever took part and is away for a moment is asked in this circle as well, when they are back
        telling.tell(RoundOrderChanged(to_come=order, later=away))
    return True


def _askable(telling: Telling) -> tuple[int, ...]:
    circle = telling.room.round
    passed = circle.passed if circle is not None else ()
    seats = telling.room.seats
    return tuple(s for s in passed if _reachable(seats[s]) and not seats[s].listening)


def _comes_late(telling: Telling, circle: Round, seat: Seat) -> bool:
    """Takes part now, has no place in the order, and has not had the piece in this round.

    Who was in the order before is no newcomer, whatever the policy for those says.
    """
    room = telling.room
    if seat.listening or (room.turn is not None and room.turn.seat == seat.seat):
        return False
    if seat.seat in circle.had or seat.seat in (*circle.to_come, *circle.later):
        return False
    if seat.seat in circle.members:
        return _hoped_for(seat)
    return _reachable(seat) and room.settings.late_policy == "at_end"


def _reachable(seat: Seat) -> bool:
    return seat.stage == "inside" and seat.here


def _hoped_for(seat: Seat) -> bool:
    """Away, but not for so long that the place in the order is given up."""
    return seat.stage == "inside" and not seat.out_of_order and not seat.listening
