"""Saying something: who may speak now. The text has its verdict already; words are never judged here."""

from protocol.commands import Say
from protocol.events import Said
from protocol.refusals import Refusal
from protocol.words import Words
from server.room import responses
from server.room.facts import HasSpoken
from server.room.held import slow_for
from server.room.state import Seat
from server.room.telling import Telling, refused


def say_in_the_open(telling: Telling, seat: Seat, command: Say, text: Words) -> Refusal | None:
    """Open floor: everybody who takes part may speak."""
    if seat.listening:
        return refused("listening_now")
    if command.turn is not None:
        return refused("stale_turn")
    wait = slow_for(telling.room, seat.seat, telling.now)
    if wait:
        return refused("slow_down", seconds=wait)
    telling.tell(Said(seat=seat.seat, command=command.id, text=text, turn=None, reply_to=command.reply_to))
    return None


def say_in_turn(telling: Telling, seat: Seat, command: Say, text: Words) -> Refusal | None:
    """Where turns are taken only the holder is heard (I3); between turns a facilitator may hold the space."""
    turn = telling.room.turn
    if turn is None and command.turn is None and seat.role == "facilitator":
        telling.tell(Said(seat=seat.seat, command=command.id, text=text, turn=None))
        return None
    if turn is not None and command.turn is None and seat.role == "facilitator" and turn.seat != seat.seat:
        if turn.interjected:
            return refused("once_a_turn")
        telling.tell(Said(seat=seat.seat, command=command.id, text=text, turn=None, interjection=True))
        return None
    if turn is not None and turn.responding is not None and command.turn is not None:
        return responses.respond(telling, seat, command, text)
    if command.turn is None or turn is None:
        return refused("stale_turn" if command.turn is not None else "not_your_turn")
    if turn.turn != command.turn:
        return refused("stale_turn")
    if turn.seat != seat.seat or turn.stage != "taken":
        return refused("not_your_turn")
    if not turn.spoke:
        telling.tell(HasSpoken(turn=turn.turn))
    telling.tell(Said(seat=seat.seat, command=command.id, text=text, turn=turn.turn))
    return None
