"""Raised hands: a line that everybody sees; a facilitator offers the piece, or it goes on by itself where chosen.

A hand is never lost without an event (I7), and the line changes its order only by a
declared policy or an explicit event (I6). Rules: domain.md 5.2.
"""

from protocol.commands import ClearHands, CloseList, LastWord, LowerHand, LowerHandOf, OfferPiece, RaiseHand
from protocol.events import HandRaised, HandsChanged, ListClosed
from protocol.refusals import Refusal
from protocol.rooms import HandKind
from protocol.words import Words
from server.room import hand_line, responses, wishes
from server.room.facts import HandMissed, HandTaken, NoteWritten, QuietHandLowered, QuietHandRaised, QuietNote
from server.room.held import goes_on_by_itself
from server.room.state import Seat
from server.room.telling import Telling, refused
from server.room.turns import offer


def raise_hand(telling: Telling, seat: Seat, command: RaiseHand, note: Words | None) -> Refusal | None:
    """My hand goes up, once a kind. About the process, and concerns, go to facilitators alone."""
    room = telling.room
    if command.kind == "process" or command.kind == "concern":
        return wishes.make(telling, seat, command.kind, note)
    if seat.listening:
        return refused("listening_now")
    if any((h.seat, h.kind) == (seat.seat, command.kind) for h in (*room.hands, *room.quiet_hands)):
        return refused("already_so")
    if room.turn is not None and room.turn.seat == seat.seat:
        return refused("already_so")
    if command.kind == "direct_response":
        if room.turn is None or room.turn.stage != "taken" or room.silence is not None:
            return refused("nothing_to_offer")
        if room.mode != "raised_hands":
            return refused("other_mode")
        if room.direct_responses >= room.settings.direct_responses_most:
            return refused("list_closed")
    elif room.list_closed:
        return refused("list_closed")
    _goes_up(telling, seat.seat, command.kind, note)
    return None


def _goes_up(telling: Telling, seat: int, kind: HandKind, note: Words | None) -> None:
    if telling.room.silence is not None:
        telling.tell(QuietHandRaised(seat=seat))
        if note is not None:
            telling.tell(QuietNote(seat=seat, note=note))
        return
    telling.tell(HandRaised(seat=seat, kind=kind, place=hand_line.place_for(telling.room, seat, kind)))
    if note is not None:
        telling.tell(NoteWritten(seat=seat, kind=kind, note=note))


def lower_hand(telling: Telling, seat: Seat, command: LowerHand) -> Refusal | None:
    """My hand goes down; without a kind, all of mine."""
    room = telling.room
    before = len(telling.facts)
    if command.kind in ("process", "concern", None):
        wishes.take_back(telling, seat.seat, command.kind)
    if command.kind in ("share", None) and any(hand.seat == seat.seat for hand in room.quiet_hands):
        telling.tell(QuietHandLowered(seat=seat.seat))
    kept = tuple(h.view for h in room.hands if h.seat != seat.seat or command.kind not in (h.kind, None))
    if len(kept) < len(room.hands):
        telling.tell(HandsChanged(hands=kept, why="lowered"))
    return None if len(telling.facts) > before else refused("already_so")


def lower_hand_of(telling: Telling, seat: Seat, command: LowerHandOf) -> Refusal | None:
    """A facilitator takes somebody's hands from the list; everybody sees it, the person gets a kind sentence."""
    if all(hand.seat != command.seat for hand in telling.room.hands):
        return refused("nobody_there")
    telling.tell(
        HandsChanged(hands=hand_line.without(telling.room, command.seat), why="lowered_by_facilitator", by=seat.seat),
        HandTaken(seat=command.seat),
    )
    return None


def clear_hands(telling: Telling, seat: Seat, command: ClearHands) -> Refusal | None:
    """A facilitator thanks everybody and clears the list; each of them gets a kind sentence as well."""
    seats = dict.fromkeys(hand.seat for hand in telling.room.hands)
    if not seats:
        return refused("nothing_to_offer")
    telling.tell(HandsChanged(hands=(), why="cleared", by=seat.seat), *(HandTaken(seat=number) for number in seats))
    return None


def close_list(telling: Telling, seat: Seat, command: CloseList) -> Refusal | None:
    """No more shares, or shares again; who is in the list stays in it."""
    if telling.room.list_closed == command.closed:
        return refused("already_so")
    telling.tell(ListClosed(closed=command.closed, last_word=None, by=seat.seat))
    return None


def last_word(telling: Telling, seat: Seat, command: LastWord) -> Refusal | None:
    """Somebody is named to speak last: the list is closed, the others are thanked and cleared, by an event."""
    room = telling.room
    if room.turn is not None:
        return refused("turn_running")
    named = telling.insider(command.seat)
    if named is None or not named.here or named.listening:
        return refused("nobody_there")
    if room.hands:
        telling.tell(HandsChanged(hands=(), why="cleared", by=seat.seat))
    telling.tell(ListClosed(closed=True, last_word=command.seat, by=seat.seat))
    offer(telling, command.seat, by=seat.seat)
    return None


def offer_piece(telling: Telling, seat: Seat, command: OfferPiece) -> Refusal | None:
    """A facilitator offers the piece to the first hand that is here, or to somebody named."""
    if telling.room.turn is not None and telling.room.turn.stage in ("responding", "choosing"):
        responses.put_down(telling)
        if telling.room.awaited is not None:
            return None  # another way of talking was to begin after this turn
    room = telling.room
    if room.turn is not None:
        return refused("turn_running")
    first = hand_line.first_here(room)
    if command.seat is None:
        if first is None:
            return refused("nothing_to_offer")
        offer(telling, first, by=seat.seat)
        return None
    named = telling.insider(command.seat)
    if named is None or not named.here or named.listening:
        return refused("nobody_there")
    offer(telling, command.seat, out_of_order=command.seat != first, by=seat.seat)
    return None


def one_place_back(telling: Telling, seat: int) -> None:
    """Somebody said "later": their hand is up again, one place further back."""
    line = hand_line.one_back(telling.room, seat)
    if len(line) > len(telling.room.hands):
        telling.tell(HandsChanged(hands=line, why="moved_back"))


def first_again(telling: Telling, seat: int) -> None:
    """A turn was lost with its connection: the hand is first in the line."""
    telling.tell(HandsChanged(hands=hand_line.first(telling.room, seat), why="moved_back"))


def nobody_answered(telling: Telling, seat: int, *, again: bool) -> None:
    """Where the group chose that the list goes on by itself: one place back, the second time to the missed shelf."""
    telling.tell(HandMissed(seat=seat, shelf=again))
    if not again:
        one_place_back(telling, seat)


def expire(telling: Telling, seat: int) -> None:
    """Somebody has been away for too long: their hands go down."""
    _all_down(telling, seat, "expired")


def stop_wanting(telling: Telling, seat: int) -> None:
    """Somebody only listens from now on: their hands go down."""
    _all_down(telling, seat, "listening")


def _all_down(telling: Telling, seat: int, why: hand_line.Why) -> None:
    if any(hand.seat == seat for hand in telling.room.quiet_hands):
        telling.tell(QuietHandLowered(seat=seat))
    if any(hand.seat == seat for hand in telling.room.hands):
        telling.tell(HandsChanged(hands=hand_line.without(telling.room, seat), why=why))


def sort_again(telling: Telling) -> None:
    """The policy has changed: the line is put in its new order once, by an event that lists it."""
    sorted_line = hand_line.in_order(telling.room)
    if sorted_line != tuple(hand.view for hand in telling.room.hands):
        telling.tell(HandsChanged(hands=sorted_line, why="sorted"))


def onwards(telling: Telling) -> None:
    """With `auto_next`, or where the members hold the room: the next hand is offered the piece without a tap."""
    room = telling.room
    if room.mode not in ("raised_hands", "share_and_respond") or not goes_on_by_itself(room):
        return
    if room.turn is not None or telling.resting:
        return
    first = hand_line.first_here(room)
    if first is not None:
        offer(telling, first)
