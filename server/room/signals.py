"""Gentle signals: "I'm with you", without words, names or counts, while somebody shares.

Warmth is *some* or *many* and nothing else. It is off for a sharer who prefers quiet, in
small groups it reaches the sharer alone, and it goes with the turn. Only facilitators
learn that nobody gave a sign, so that they can say a word. Rules: domain.md 4.4.
"""

from collections.abc import Iterator
from typing import get_args

from protocol.commands import Light, QuietForMe
from protocol.refusals import Refusal
from protocol.rooms import Signal, Warmth
from server.room.facts import Lit, SignalsWished, Unlit
from server.room.state import Room, Seat
from server.room.telling import Telling, refused


def light(telling: Telling, seat: Seat, command: Light) -> Refusal | None:
    """One light a person and turn; listeners may as well, for listening is taking part."""
    room = telling.room
    turn = room.turn
    if turn is None or turn.turn != command.turn or not turn.taken:
        return refused("stale_turn")
    if turn.seat == seat.seat or not room.settings.gentle_signals or turn.seat in room.no_signals:
        return refused("signals_off")
    if seat.seat in turn.lights:
        return refused("already_so")
    telling.tell(Lit(seat=seat.seat, turn=turn.turn, signal=command.signal))
    return None


def quiet_for_me(telling: Telling, seat: Seat, command: QuietForMe) -> Refusal | None:
    """No gentle signals while I share; or again."""
    if (seat.seat in telling.room.no_signals) == command.on:
        return refused("already_so")
    telling.tell(SignalsWished(seat=seat.seat, on=not command.on))
    return None


def warmth(room: Room) -> Warmth | None:
    """How warm it is around the one who shares; None: nobody lit anything, or it is not wished."""
    turn = room.turn
    if turn is None or not turn.lights or turn.seat in room.no_signals:
        return None
    others = max(1, len(room.inside) - 1)
    many = len(turn.lights) >= 3 and len(turn.lights) * 2 >= others
    lit = set(turn.lights.values())
    signals = tuple(signal for signal in get_args(Signal) if signal in lit)
    return Warmth(turn=turn.turn, level="many" if many else "some", signals=signals)


def warmed(room: Room) -> Iterator[int]:
    """The seats that may feel it: everybody, and in small groups the one who shares alone."""
    if room.turn is not None and len(room.inside) < room.settings.signals_small:
        yield room.turn.seat
    else:
        yield from room.inside


def warmth_for(room: Room, seat: int) -> Warmth | None:
    """What this seat may feel of it."""
    return warmth(room) if seat in warmed(room) else None


def look_round(telling: Telling) -> None:
    """A turn with words is about to end: if nobody gave a sign, facilitators are told, in private."""
    room = telling.room
    turn = room.turn
    if turn is None or not turn.spoke or turn.lights:
        return
    if room.settings.gentle_signals and turn.seat not in room.no_signals and len(room.inside) > 1:
        telling.tell(Unlit(seat=turn.seat))
