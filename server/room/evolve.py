"""What a room is after a fact: `evolve` cannot refuse and asks nobody. Dispatch only; the subjects are beside it."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from protocol import events as e
from protocol.rooms import Mode
from protocol.words import Words
from server.room import facts as f
from server.room.change import changed
from server.room.evolve_hands import HANDS
from server.room.evolve_holding import HOLDING
from server.room.evolve_people import PEOPLE
from server.room.evolve_phases import PHASES, with_new_phase_clock
from server.room.evolve_piece import PIECE
from server.room.evolve_responses import RESPONSES, with_new_clocks
from server.room.evolve_silence import SILENCE
from server.room.facts import Fact
from server.room.state import Awaited, Room

_Step = Callable[[Room, Any, int], Room]
"""`Any`: each step takes the fact class it is filed under."""


def _mode_changed(room: Room, fact: e.ModeChanged, at: int) -> Room:
    hashed = f.prompt_hash(room.secret, fact.prompt)
    return _in_mode(room, fact.mode, fact.span, hashed, lost=False, prompt=fact.prompt)


def _mode_kept(room: Room, fact: f.ModeKept, at: int) -> Room:
    return _in_mode(room, fact.mode, fact.span, fact.prompt_hash, lost=bool(fact.prompt_hash), prompt=f.empty_words())


def _in_mode(room: Room, mode: Mode, span: int, hashed: str, *, lost: bool, prompt: Words) -> Room:
    return changed(
        room,
        mode=mode,
        span=span,
        prompt=prompt,
        prompt_hash=hashed,
        prompt_lost=lost,
        awaited=None,
        turn=None,
        round=None,
        rests_until=None,
        pass_me=frozenset(),
        held=frozenset(),
    )


def _mode_awaited(room: Room, fact: e.ModeAwaited, at: int) -> Room:
    return changed(room, awaited=Awaited(fact.mode, f.empty_words(), fact.by, fact.phase))


def _prompt_awaited(room: Room, fact: f.PromptAwaited, at: int) -> Room:
    return room if room.awaited is None else changed(room, awaited=changed(room.awaited, prompt=fact.prompt))


def _prompt_given_back(room: Room, fact: e.PromptGivenBack, at: int) -> Room:
    return changed(room, prompt=fact.prompt, prompt_lost=False)


def _door_changed(room: Room, fact: e.DoorChanged, at: int) -> Room:
    return changed(room, door=fact.level)


def _journal_lost(room: Room, fact: e.JournalLost, at: int) -> Room:
    return changed(room, survives_restart=False)


def _closed(room: Room, fact: e.Closed, at: int) -> Room:
    return changed(room, closed=True)


def _same(room: Room, fact: Fact, at: int) -> Room:
    return room


STEPS: Final[dict[type[Any], _Step]] = {
    e.ModeChanged: _mode_changed,
    f.ModeKept: _mode_kept,
    e.ModeAwaited: _mode_awaited,
    f.PromptAwaited: _prompt_awaited,
    e.PromptGivenBack: _prompt_given_back,
    e.DoorChanged: _door_changed,
    e.InvitationRenewed: _same,
    e.JournalLost: _journal_lost,
    e.Closed: _closed,
    f.MovedOn: _same,
    f.HandTaken: _same,
    **PEOPLE,
    **PIECE,
    **HOLDING,
    **HANDS,
    **SILENCE,
    **RESPONSES,
    **PHASES,
}
"""Every fact class has its step: proven by tests/room."""


_GATHERING: Final = 15_000
"""Milliseconds after a restart before the piece goes on by itself."""


def evolve(room: Room, fact: Fact, at: int) -> Room:
    """The room after `fact`, which became true `at` milliseconds into the meeting."""
    return STEPS[type(fact)](room, fact, at)


def evolved(room: Room, facts: Iterable[Fact], at: int) -> Room:
    """The room after several facts of one moment."""
    for fact in facts:
        room = STEPS[type(fact)](room, fact, at)
    return room


def restored(room: Room, now: int) -> Room:
    """The room after a crash: nobody is connected yet, and every clock restarts in favour of the person."""
    given_up = _given_up(room)
    seats = {
        number: changed(
            seat,
            here=False,
            since=now,
            faded=False,
            out_of_order=number in given_up,
            fades_at=now + room.settings.fade_least_seconds * 1000 if number in room.inside else None,
        )
        for number, seat in room.seats.items()
    }
    turn = room.turn
    if turn is not None:
        # The whole time begins anew, and nobody is told twice of its end before it comes.
        turn = changed(turn, since=now, taken_at=now, waiting=True, stopped_at=now, end_told=0)
        turn = with_new_clocks(room, changed(turn, nudged=False, quiet_told=False), now)
    again = room.round
    if again is not None and again.second_offer_until is not None:
        again = changed(again, second_offer_until=now + room.settings.second_offer_seconds * 1000)
    # The first ones back must not be asked before the others could come.
    back = changed(
        with_new_phase_clock(room, now),
        seats=seats,
        turn=turn,
        round=again,
        rests_until=now + _GATHERING,
        empty_since=now,
    )
    # In a room that never had a facilitator nobody is waited for.
    return changed(back, gone_since=None if room.gone_since is None else now)


def _given_up(room: Room) -> frozenset[int]:
    """Whose place in the running round was given up before the crash; coming back gives them one at its end."""
    circle = room.round
    if circle is None:
        return frozenset()
    holder = set() if room.turn is None else {room.turn.seat}
    return circle.members - circle.had - {*circle.to_come, *circle.later, *circle.wanting, *holder}
