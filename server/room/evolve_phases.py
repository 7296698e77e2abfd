"""How facts about the phases of the meeting change the room."""

from typing import Any, Final

from protocol import events as e
from server.room import facts as f
from server.room.change import changed
from server.room.state import Room


def with_new_phase_clock(room: Room, now: int) -> Room:
    """After a restart the whole time of the phase begins anew."""
    if room.phase is None or room.phase_until is None:
        return room
    return changed(room, phase_until=now + _length(room, room.phase))


def _length(room: Room, phase: int) -> int:
    return room.phases[phase].minutes * 60_000


def _run_sheet(room: Room, fact: e.RunSheetChanged, at: int) -> Room:
    until = None if fact.phase is None else room.phase_until
    awaited = None if room.awaited is not None and room.awaited.phase is not None else room.awaited
    return changed(room, phases=fact.phases, phase=fact.phase, phase_until=until, awaited=awaited)


def _began(room: Room, fact: e.PhaseBegan, at: int) -> Room:
    # No other phase is awaited any more: this is the one.
    awaited = None if room.awaited is not None and room.awaited.phase is not None else room.awaited
    until = at + _length(room, fact.phase)
    return changed(room, phase=fact.phase, phase_until=until, phase_by=fact.by, awaited=awaited)


def _told(room: Room, fact: f.PhaseTold, at: int) -> Room:
    return changed(room, phase_until=None)


# `Any`: each step takes the fact class it is filed under.
PHASES: Final[dict[type[Any], Any]] = {
    e.RunSheetChanged: _run_sheet,
    e.PhaseBegan: _began,
    f.PhaseTold: _told,
}
