"""How facts about silence change the room: when it ends, every clock goes on where it stood."""

from collections.abc import Mapping
from typing import Any, Final

from protocol import events as e
from protocol.words import Words
from server.room import facts as f
from server.room.change import changed
from server.room.evolve_responses import with_clocks
from server.room.held import grace_runs
from server.room.state import Hand, Room, Seat, Silence

_HOUR: Final = 3_600_000


def _began(room: Room, fact: e.SilenceBegan, at: int) -> Room:
    return _silent(room, fact.kind, fact.by, fact.seconds, fact.intention, at)


def _kept(room: Room, fact: f.SilenceKept, at: int) -> Room:
    return _silent(room, fact.kind, fact.by, fact.seconds, f.empty_words(), at)


def _silent(room: Room, kind: Any, by: int, seconds: int | None, intention: Words, at: int) -> Room:  # noqa: ANN401
    until = None if seconds is None else at + seconds * 1000
    silence = Silence(kind, by, seconds, intention, at, until, extended=False)
    bells = tuple(bell for bell in room.bells if bell[1] > at - _HOUR)
    return changed(room, silence=silence, bells=(*bells, (by, at)) if kind == "bell" else bells)


def _extended(room: Room, fact: e.SilenceExtended, at: int) -> Room:
    silence = room.silence
    if silence is None or silence.until is None:
        return room
    until = silence.until + fact.seconds * 1000
    return changed(room, silence=changed(silence, until=until, extended=True))


def _ended(room: Room, fact: e.SilenceEnded, at: int) -> Room:
    silence = room.silence
    if silence is None:
        return room
    stood = at - silence.began
    turn, circle = room.turn, room.round
    if turn is not None:
        # What began in the silence (somebody came back to the piece) has stood still for less.
        since = turn.since + min(stood, max(0, at - turn.since))
        taken_at = turn.taken_at if turn.stopped_at is not None else turn.taken_at + stood
        turn = with_clocks(room, changed(turn, since=since, taken_at=taken_at, thawed=at), stood)
    if circle is not None and circle.second_offer_until is not None:
        circle = changed(circle, second_offer_until=circle.second_offer_until + stood)
    rests = None if room.rests_until is None else room.rests_until + stood
    return changed(room, silence=None, turn=turn, round=circle, rests_until=rests, seats=_thawed(room, stood, at))


def _thawed(room: Room, stood: int, at: int) -> Mapping[int, Seat]:
    """The seats, with the grace of those who are away standing still for as long as it was quiet."""
    away = {
        number: changed(seat, since=seat.since + min(stood, max(0, at - seat.since)))
        for number, seat in room.seats.items()
        if grace_runs(seat)
    }
    return {**room.seats, **away} if away else room.seats


def _hand_raised(room: Room, fact: f.QuietHandRaised, at: int) -> Room:
    return changed(room, quiet_hands=(*room.quiet_hands, Hand(fact.seat, "share", None)))


def _note(room: Room, fact: f.QuietNote, at: int) -> Room:
    noted = tuple(Hand(h.seat, h.kind, fact.note) if h.seat == fact.seat else h for h in room.quiet_hands)
    return changed(room, quiet_hands=noted)


def _hand_lowered(room: Room, fact: f.QuietHandLowered, at: int) -> Room:
    return changed(room, quiet_hands=tuple(hand for hand in room.quiet_hands if hand.seat != fact.seat))


def _bell_asked(room: Room, fact: f.BellAsked, at: int) -> Room:
    return changed(room, bell_asked={**room.bell_asked, fact.seat: at})


# `Any`: each step takes the fact class it is filed under.
SILENCE: Final[dict[type[Any], Any]] = {
    e.SilenceBegan: _began,
    f.SilenceKept: _kept,
    e.SilenceExtended: _extended,
    e.SilenceEnded: _ended,
    f.QuietHandRaised: _hand_raised,
    f.QuietHandLowered: _hand_lowered,
    f.QuietNote: _note,
    f.BellAsked: _bell_asked,
}
