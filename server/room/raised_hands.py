"""Raised hands: a line in the order of raising, the same for everybody; a facilitator offers the piece.

A hand is never lost without an event. Rules: domain.md 5.2 (kinds of hands, the missed
shelf and quieter voices first come later; they have their place in the table).
"""

from protocol.commands import LowerHand, LowerHandOf, OfferPiece, RaiseHand
from protocol.events import HandRaised, HandsChanged
from protocol.refusals import Refusal
from protocol.words import Words
from server.room.facts import HandTaken, NoteWritten
from server.room.state import Seat
from server.room.telling import Telling, refused
from server.room.turns import offer


def raise_hand(telling: Telling, seat: Seat, command: RaiseHand, note: Words | None) -> Refusal | None:
    """My hand goes up at the end of the line, once."""
    room = telling.room
    if seat.listening:
        return refused("listening_now")
    if room.turn is not None and room.turn.seat == seat.seat:
        return refused("already_so")
    if any(hand.seat == seat.seat for hand in room.hands):
        return refused("already_so")
    telling.tell(HandRaised(seat=seat.seat))
    if note is not None:
        telling.tell(NoteWritten(seat=seat.seat, note=note))
    onwards(telling)
    return None


def lower_hand(telling: Telling, seat: Seat, command: LowerHand) -> Refusal | None:
    """My hand goes down."""
    if all(hand.seat != seat.seat for hand in telling.room.hands):
        return refused("already_so")
    telling.tell(HandsChanged(hands=_without(telling, seat.seat), why="lowered"))
    return None


def lower_hand_of(telling: Telling, seat: Seat, command: LowerHandOf) -> Refusal | None:
    """A facilitator takes a hand from the list; everybody sees it, the person gets a kind sentence."""
    if all(hand.seat != command.seat for hand in telling.room.hands):
        return refused("nobody_there")
    telling.tell(
        HandsChanged(hands=_without(telling, command.seat), why="lowered_by_facilitator"), HandTaken(seat=command.seat)
    )
    return None


def offer_piece(telling: Telling, seat: Seat, command: OfferPiece) -> Refusal | None:
    """A facilitator offers the piece to the first hand that is here, or to somebody named."""
    room = telling.room
    if room.turn is not None:
        return refused("turn_running")
    first = _first_here(telling)
    if command.seat is None:
        if first is None:
            return refused("nothing_to_offer")
        offer(telling, first)
        return None
    named = telling.insider(command.seat)
    if named is None or not named.here or named.listening:
        return refused("nobody_there")
    offer(telling, command.seat, out_of_order=command.seat != first)
    return None


def one_place_back(telling: Telling, seat: int) -> None:
    """Somebody said "later": their hand is up again, one place further back."""
    hands = _without(telling, seat)
    telling.tell(HandsChanged(hands=(*hands[:1], seat, *hands[1:]), why="moved_back"))


def first_again(telling: Telling, seat: int) -> None:
    """A turn was lost with its connection: the hand is first in the line."""
    telling.tell(HandsChanged(hands=(seat, *_without(telling, seat)), why="moved_back"))


def expire(telling: Telling, seat: int) -> None:
    """Somebody has been away for too long: their hand goes down."""
    if any(hand.seat == seat for hand in telling.room.hands):
        telling.tell(HandsChanged(hands=_without(telling, seat), why="expired"))


def stop_wanting(telling: Telling, seat: int) -> None:
    """Somebody only listens from now on: their hand goes down."""
    if any(hand.seat == seat for hand in telling.room.hands):
        telling.tell(HandsChanged(hands=_without(telling, seat), why="listening"))


def onwards(telling: Telling) -> None:
    """With `auto_next`: the next hand is offered the piece without a tap."""
    room = telling.room
    if room.mode != "raised_hands" or room.turn is not None or telling.resting or not room.settings.auto_next:
        return
    first = _first_here(telling)
    if first is not None:
        offer(telling, first)


def _first_here(telling: Telling) -> int | None:
    seats = telling.room.seats
    return next((h.seat for h in telling.room.hands if seats[h.seat].here and seats[h.seat].stage == "inside"), None)


def _without(telling: Telling, seat: int) -> tuple[int, ...]:
    return tuple(hand.seat for hand in telling.room.hands if hand.seat != seat)
