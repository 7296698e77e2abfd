"""The meeting as a visible list of phases: check-in, shares, closing. Each use is an event that everybody sees.

A phase begins when somebody begins it: after the running turn or round, unless now; a silence
that somebody begins is laid over the turn at once. When its time is over facilitators are
told; it goes on by itself only where the group chose so, and then even a silence waits.
Rules: domain.md 5.11; feature 23.
"""

from collections.abc import Iterator

from protocol.commands import BeginPhase, SetRunSheet
from protocol.events import ModeAwaited, ModeChanged, PhaseBegan, RoundStarted, RunSheetChanged, SilenceBegan
from protocol.refusals import Refusal
from protocol.words import Words
from server.room import rounds
from server.room.facts import PhaseTold, PromptAwaited, empty_words
from server.room.state import Awaited, Room, Seat
from server.room.telling import Telling, refused
from server.room.turns import stop


def set_run_sheet(telling: Telling, seat: Seat, command: SetRunSheet) -> Refusal | None:
    """The list, whole; the running phase stays the running one, where it is still in the list."""
    room = telling.room
    if (room.phases, room.phase) == (command.phases, command.phase):
        return refused("already_so")
    if command.phase is not None and (command.phase >= len(command.phases) or room.phase is None):
        return refused("nothing_to_offer")
    telling.tell(RunSheetChanged(phases=command.phases, phase=command.phase, by=seat.seat))
    return None


def begin(telling: Telling, seat: Seat, command: BeginPhase, prompt: Words) -> Refusal | None:
    """Begin a phase. Two facilitators who press at once begin it once."""
    room = telling.room
    if command.phase >= len(room.phases):
        return refused("nothing_to_offer")
    awaited = room.awaited.phase if room.awaited is not None else None
    if command.phase in (room.phase, awaited) and not (command.now and awaited == command.phase):
        return refused("already_so")
    silence = room.phases[command.phase].way == "silence"
    _wait_or_begin(telling, command.phase, prompt, seat.seat, now=command.now or silence)
    return None


def _wait_or_begin(telling: Telling, phase: int, prompt: Words, by: int, *, now: bool) -> None:
    room = telling.room
    way = room.phases[phase].way
    if (room.turn is not None or room.round is not None) and not now:
        mode = room.mode if way == "silence" else way
        telling.tell(ModeAwaited(mode=mode, by=by, phase=phase), PromptAwaited(prompt=prompt))
        return
    if way != "silence":
        stop(telling, by)
    begin_now(telling, Awaited(mode="open_floor", prompt=prompt, by=by, phase=phase))


def begin_now(telling: Telling, awaited: Awaited) -> None:
    """The phase begins, with what we do in it."""
    room = telling.room
    if awaited.phase is None:
        telling.tell(ModeChanged(mode=awaited.mode, span=room.span + 1, prompt=awaited.prompt, by=awaited.by))
        return
    phase = room.phases[awaited.phase]
    telling.tell(PhaseBegan(phase=awaited.phase, by=awaited.by))
    order = rounds.everybody(telling)
    if phase.way == "silence":
        telling.tell(SilenceBegan(kind="silence", by=awaited.by, seconds=phase.minutes * 60, intention=awaited.prompt))
    elif phase.way == "round" and order:
        telling.tell(RoundStarted(span=room.span + 1, prompt=awaited.prompt, order=order, by=awaited.by))
    else:
        telling.tell(ModeChanged(mode=phase.way, span=room.span + 1, prompt=awaited.prompt, by=awaited.by))


def moments(room: Room) -> Iterator[int]:
    """When the time of the running phase is over."""
    if room.phase_until is not None and room.silence is None:
        yield room.phase_until


def tick(telling: Telling) -> None:
    """The time of the phase is over: told, and where the group chose so, the next one begins."""
    room = telling.room
    if room.phase is None or room.phase_until is None or telling.now < room.phase_until or room.silence is not None:
        return
    telling.tell(PhaseTold(phase=room.phase))
    following = room.phase + 1
    goes_on = room.settings.phases_go_on and not room.unheld
    if goes_on and following < len(room.phases) and room.awaited is None:
        by = room.phase_by if room.phase_by is not None else room.inside[0]
        _wait_or_begin(telling, following, empty_words(), by, now=False)
