"""Passing the piece: the one who had it chooses who is next; the chosen one is asked, never made.

Nobody is chosen twice before all had it, unless their hand is up. What nobody takes goes
back to the centre, where the first hand, a facilitator or, if the group chose so, whoever
reaches for it first takes it up. Rules: domain.md 5.5.
"""

from protocol.commands import PassTo, TakeFromCentre
from protocol.events import HandRaised, HolderChooses, PieceTaken
from protocol.refusals import Refusal
from server.room import hand_line, responses
from server.room.state import Room, Seat, Turn
from server.room.telling import Telling, refused
from server.room.turns import end, mine, offer


def pass_to(telling: Telling, seat: Seat, command: PassTo) -> Refusal | None:
    """This person next. Whoever was only offered the piece may pass it on as well.

    Where another way of talking was to begin after this turn, it begins instead.
    """
    turn = mine(telling, seat, command.turn)
    if isinstance(turn, Refusal):
        return turn
    refusal = _cannot_choose(telling, seat.seat, command.seat)
    if telling.room.unheld:
        refusal = refused("not_while_unheld")
    if refusal is not None:
        return refusal
    if turn.taken:
        responses.put_down(telling)
    else:
        end(telling, "passed")
    if telling.room.awaited is None:
        offer(telling, command.seat, passed_by=seat.seat)
    return None


def _cannot_choose(telling: Telling, by: int, chosen: int) -> Refusal | None:
    room = telling.room
    named = room.seats.get(chosen) if chosen in room.inside else None
    if named is None or named.listening or chosen == by:
        return refused("nobody_there")
    if not named.here:
        return refused("not_reachable")  # lost connections and people who left look the same until they fade
    if _has_hand(room, chosen):
        return None
    if room.settings.choose_among == "hands":
        return refused("only_hands")
    if chosen in room.held and any(other not in room.held for other in _could(room, by)):
        return refused("others_first")
    return None


def _could(room: Room, by: int) -> list[int]:
    """Whoever takes part and can be reached, but the one who chooses."""
    seats = room.seats
    here = (seats[s] for s in room.inside if s != by)
    return [s.seat for s in here if s.stage == "inside" and s.here and not s.listening]


def _has_hand(room: Room, seat: int) -> bool:
    return any(hand.seat == seat for hand in room.hands)


def chooses(telling: Telling, turn: Turn) -> bool:
    """The share is over: whether its sharer now chooses who is next, because there is somebody to choose."""
    room = telling.room
    if room.mode != "passing" or turn.stage == "choosing" or room.unheld or room.awaited is not None:
        return False
    if all(_cannot_choose(telling, turn.seat, other) is not None for other in _could(room, turn.seat)):
        return False
    telling.tell(HolderChooses(turn=turn.turn))
    return True


def take_from_centre(telling: Telling, seat: Seat, command: TakeFromCentre) -> Refusal | None:
    """First to reach for it has it. Who was a moment later is first in the line, instead of having lost a race."""
    room = telling.room
    if not room.settings.take_from_centre:
        return refused("other_mode")
    if seat.listening:
        return refused("listening_now")
    if not seat.here:
        return refused("not_reachable")
    if room.unheld:
        return refused("not_while_unheld")
    if room.list_closed and not _has_hand(room, seat.seat):
        return refused("list_closed")
    turn = room.turn
    if turn is None and command.after == room.turns and not telling.resting:
        offer(telling, seat.seat)
        telling.tell(PieceTaken(turn=telling.room.turns))
        responses.tell_help(telling)
        return None
    if turn is None or turn.seat == seat.seat or command.after + 1 != turn.turn:
        return refused("stale_turn")
    if _has_hand(room, seat.seat):
        return refused("already_so")
    telling.tell(HandRaised(seat=seat.seat, kind="share", place=0))
    return None


def onwards(telling: Telling) -> None:
    """The piece is in the centre: the first hand is offered it."""
    first = None if telling.resting else hand_line.first_here(telling.room)
    if first is not None and telling.room.turn is None:
        offer(telling, first)
