"""The piece on its way, the same in every mode that has turns: offer, take, done, pass, later, moving on.

What comes after a turn differs by mode, and follows by itself (`onwards.py`).
"""

from protocol.commands import Done, GiveTime, Later, MoveOn, OneMinute, PassPiece, Take
from protocol.events import PieceGoesOn, PieceTaken, PieceWaits, TimeGiven
from protocol.refusals import Refusal
from server.room import passing, raised_hands, responses
from server.room.facts import MinuteAsked, MovedOn, PieceRests
from server.room.state import Seat
from server.room.telling import Telling, refused
from server.room.turns import end, mine


def take(telling: Telling, seat: Seat, command: Take) -> Refusal | None:
    """I accept the piece."""
    turn = mine(telling, seat, command.turn)
    if isinstance(turn, Refusal):
        return turn
    if turn.taken:
        return refused("already_so")
    telling.tell(PieceTaken(turn=turn.turn))
    responses.tell_help(telling)
    return None


def done(telling: Telling, seat: Seat, command: Done) -> Refusal | None:
    """I have finished."""
    turn = mine(telling, seat, command.turn)
    if isinstance(turn, Refusal):
        return turn
    if not turn.taken:
        return refused("not_your_turn")
    if responses.opens(telling.room, turn):
        responses.open_window(telling, turn)
    else:
        after_responses(telling)
    return None


def after_responses(telling: Telling) -> None:
    """The share and its responses are over: who is next is chosen by its sharer, or follows from the mode."""
    turn = telling.room.turn
    if turn is None or passing.chooses(telling, turn):
        return
    responses.put_down(telling)


def pass_piece(telling: Telling, seat: Seat, command: PassPiece) -> Refusal | None:
    """I pass; who has already shared is simply done."""
    turn = mine(telling, seat, command.turn)
    if isinstance(turn, Refusal):
        return turn
    if turn.stage in ("responding", "choosing"):
        return refused("already_so")
    end(telling, "done" if turn.spoke else "passed")
    return None


def later(telling: Telling, seat: Seat, command: Later) -> Refusal | None:
    """Not now. In a round: offered again at its end, a bounded number of times. With hands: one place back."""
    turn = mine(telling, seat, command.turn)
    if isinstance(turn, Refusal):
        return turn
    if turn.stage in ("responding", "choosing"):
        return refused("already_so")
    circle = telling.room.round
    if circle is not None:
        if circle.put_off.get(seat.seat, 0) >= telling.room.settings.later_most:
            end(telling, "done" if turn.spoke else "passed")
        else:
            end(telling, "later", again=True)
    else:
        end(telling, "later")
        raised_hands.one_place_back(telling, seat.seat)
    return None


def one_minute(telling: Telling, seat: Seat, command: OneMinute) -> Refusal | None:
    """I'm here, one minute."""
    turn = mine(telling, seat, command.turn)
    if isinstance(turn, Refusal):
        return turn
    if turn.stage in ("responding", "choosing"):
        return refused("already_so")
    telling.tell(MinuteAsked(turn=turn.turn, until=telling.now + telling.room.settings.one_minute_seconds * 1000))
    return None


def give_time(telling: Telling, seat: Seat, command: GiveTime) -> Refusal | None:
    """A facilitator gives as much time again as a turn has."""
    turn = telling.room.turn
    if turn is None or turn.turn != command.turn:
        return refused("stale_turn")
    settings = telling.room.settings
    seconds = settings.hard_seconds or settings.soft_seconds or 60
    telling.tell(TimeGiven(turn=turn.turn, seconds=seconds, by=seat.seat))
    return None


def out_of_time(telling: Telling) -> None:
    """The hard limit of the room: the turn ends, the draft stays with its person, and the piece goes on."""
    turn = telling.room.turn
    if turn is None:
        return
    telling.tell(MovedOn(seat=turn.seat, turn=turn.turn, again=False))
    end(telling, "moved_on")


def move_on(telling: Telling, seat: Seat, command: MoveOn) -> Refusal | None:
    """Thank and move on (facilitators): no reason is given; who had said nothing is offered the piece once more."""
    turn = telling.room.turn
    if turn is None or turn.turn != command.turn:
        return refused("stale_turn")
    if turn.stage in ("responding", "choosing"):
        responses.put_down(telling)
        return None
    circle = telling.room.round
    put_off = circle.put_off.get(turn.seat, 0) if circle is not None else 0
    again = circle is not None and not turn.spoke and put_off < telling.room.settings.later_most
    telling.tell(MovedOn(seat=turn.seat, turn=turn.turn, again=again))
    end(telling, "moved_on", again=again, by=seat.seat)
    return None


def wait_for(telling: Telling, seat: int) -> None:
    """A seat has lost its connection: if it has the piece, the piece waits."""
    turn = telling.room.turn
    if turn is not None and turn.seat == seat and not turn.waiting:
        telling.tell(PieceWaits(turn=turn.turn))


def welcome_back(telling: Telling, seat: int) -> None:
    """A seat is back: if the piece waits for it, the turn goes on with the same id."""
    turn = telling.room.turn
    if turn is not None and turn.seat == seat and turn.waiting:
        telling.tell(PieceGoesOn(turn=turn.turn))


def give_up_waiting(telling: Telling) -> None:
    """The grace of an absent holder is over: the piece comes back, and they are offered it when they return."""
    turn = telling.room.turn
    if turn is None:
        return
    in_round = telling.room.round is not None
    end(telling, "rested", again=in_round)
    if not in_round:
        raised_hands.first_again(telling, turn.seat)


def nobody_answered(telling: Telling) -> None:
    """The list goes on by itself, as the group chose: nobody is told who did not answer."""
    turn = telling.room.turn
    if turn is None:
        return
    again = turn.seat in telling.room.unanswered
    end(telling, "rested")
    raised_hands.nobody_answered(telling, turn.seat, again=again)


def rest_kindly(telling: Telling) -> None:
    """Nobody holds the room and the one who has the piece is silent: it goes on, and comes back to them later."""
    turn = telling.room.turn
    if turn is None:
        return
    circle = telling.room.round
    put_off = circle.put_off.get(turn.seat, 0) if circle is not None else 0
    again = circle is not None and not turn.spoke and put_off < telling.room.settings.later_most
    end(telling, "later" if again else "done" if turn.spoke else "rested", again=again)


def leave_behind(telling: Telling, seat: int) -> None:
    """Somebody left for good: the piece, if they had it, rests for a moment and goes on without a word about why."""
    turn = telling.room.turn
    if turn is None or turn.seat != seat:
        return
    end(telling, "rested")
    telling.tell(PieceRests(until=telling.now + telling.room.settings.leaving_pause_seconds * 1000))
