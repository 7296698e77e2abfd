"""What facilitators may do for the whole room: how we talk, the door, the end. Each use is an event everybody sees."""

from protocol.commands import CloseMeeting, SetDoor, SetMode
from protocol.events import Closed, DoorChanged, ModeAwaited, ModeChanged
from protocol.refusals import Refusal
from protocol.words import Words
from server.room.facts import PromptAwaited
from server.room.state import Seat
from server.room.telling import Telling, refused
from server.room.turns import stop


def set_mode(telling: Telling, seat: Seat, command: SetMode, prompt: Words) -> Refusal | None:
    """Another way of talking: after the running turn, unless a facilitator says now. Hands stay."""
    room = telling.room
    if room.mode == command.mode and room.prompt == prompt and room.awaited is None and room.round is None:
        return refused("already_so")
    if room.turn is not None and not command.now:
        telling.tell(ModeAwaited(mode=command.mode, by=seat.seat), PromptAwaited(prompt=prompt))
        return None
    stop(telling, seat.seat)
    telling.tell(ModeChanged(mode=command.mode, span=room.span + 1, prompt=prompt, by=seat.seat))
    return None


def set_door(telling: Telling, seat: Seat, command: SetDoor) -> Refusal | None:
    """Open, knock or locked. Whoever is waiting keeps waiting for a facilitator."""
    if telling.room.door == command.level:
        return refused("already_so")
    telling.tell(DoorChanged(level=command.level, by=seat.seat))
    return None


def close_meeting(telling: Telling, seat: Seat, command: CloseMeeting) -> Refusal | None:
    """The meeting ends for everybody."""
    telling.tell(Closed(why="by_facilitator"))
    return None
