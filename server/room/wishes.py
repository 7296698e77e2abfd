"""What is told to facilitators alone: something about the process, or a concern. Never in the public line."""

from protocol.commands import RaiseHand, SettleWish
from protocol.refusals import Refusal
from protocol.rooms import WishKind
from protocol.words import Words
from server.room.facts import WishEnded, WishMade, WishNoted
from server.room.state import Seat
from server.room.telling import Telling, refused
from server.room.turns import offer


def make(telling: Telling, seat: Seat, kind: WishKind, note: Words | None) -> Refusal | None:
    """Listeners may as well: whoever is here is heard by those who hold the room."""
    if any((wish.seat, wish.kind) == (seat.seat, kind) for wish in telling.room.wishes):
        return refused("already_so")
    telling.tell(WishMade(seat=seat.seat, kind=kind), WishNoted(seat=seat.seat, kind=kind, note=note))
    return None


def in_a_round(telling: Telling, seat: Seat, command: RaiseHand, note: Words | None) -> Refusal | None:
    """In a round nobody needs a hand to share; facilitators can be told something all the same."""
    if command.kind == "process" or command.kind == "concern":
        return make(telling, seat, command.kind, note)
    return refused("other_mode")


def take_back(telling: Telling, seat: int, kind: object) -> None:
    """The one who wished takes it back; without a kind, all."""
    for wish in telling.room.wishes:
        if wish.seat == seat and kind in (wish.kind, None):
            telling.tell(WishEnded(seat=seat, kind=wish.kind, heard=False))


def settle(telling: Telling, seat: Seat, command: SettleWish) -> Refusal | None:
    """A facilitator has heard it; something about the process may be said next, where turns are taken."""
    if all((wish.seat, wish.kind) != (command.seat, command.kind) for wish in telling.room.wishes):
        return refused("nobody_there")
    if command.give_piece:
        named = telling.insider(command.seat)
        if telling.room.mode not in ("raised_hands", "share_and_respond", "passing"):
            return refused("other_mode")
        if telling.room.turn is not None:
            return refused("turn_running")
        if named is None or not named.here or named.listening:
            return refused("nobody_there")
    telling.tell(WishEnded(seat=command.seat, kind=command.kind, heard=True))
    if command.give_piece:
        offer(telling, command.seat, out_of_order=True, by=seat.seat)
    return None
