"""One turn, the same in every mode: whose it is, its offer, its end. Knows no mode and no wish."""

from protocol.events import PieceOffered, TurnEnded
from protocol.refusals import Refusal
from protocol.rooms import TurnEnd
from server.room.facts import MovedOn
from server.room.state import Seat, Turn
from server.room.telling import Telling, refused


def mine(telling: Telling, seat: Seat, turn: int) -> Turn | Refusal:
    """The running turn, if it is this seat's and the id is the current one (I8)."""
    running = telling.room.turn
    if running is None or running.turn != turn:
        return refused("stale_turn")
    if running.seat != seat.seat:
        return refused("not_your_turn")
    return running


def end(telling: Telling, how: TurnEnd, *, again: bool = False, by: int | None = None) -> None:
    """The running turn is over."""
    turn = telling.room.turn
    if turn is not None:
        telling.tell(TurnEnded(turn=turn.turn, seat=turn.seat, how=how, again=again, spoke=turn.spoke, by=by))


def stop(telling: Telling, by: int) -> None:
    """The running turn, if there is one, ends for something else; who was in it is thanked, and keeps the draft."""
    turn = telling.room.turn
    if turn is None:
        return
    if turn.stage in ("responding", "choosing"):
        end(telling, "done")
        return
    telling.tell(MovedOn(seat=turn.seat, turn=turn.turn, again=False))
    end(telling, "moved_on", by=by)


def offer(
    telling: Telling, seat: int, *, out_of_order: bool = False, passed_by: int | None = None, by: int | None = None
) -> None:
    """Offer the piece; the offer waits for the person."""
    telling.tell(
        PieceOffered(turn=telling.room.turns + 1, seat=seat, out_of_order=out_of_order, passed_by=passed_by, by=by)
    )
