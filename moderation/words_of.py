"""Which words a command carries, and how strict we are with them; the one place that knows both."""

from typing import Final

from moderation.pipeline import consider_line, consider_message
from protocol import limits
from protocol.commands import (
    BeginPhase,
    BeginSilence,
    GiveBack,
    RaiseHand,
    RoomCommand,
    Say,
    SayAside,
    SetMode,
    StartRound,
)
from protocol.refusals import Refusal
from protocol.words import Words

_WITH_WORDS: Final = frozenset({Say, SayAside, SetMode, StartRound, BeginPhase, GiveBack, BeginSilence, RaiseHand})


def considered(command: RoomCommand) -> Words | Refusal | None:
    """The words of a command as they may be shown; None where it has none; or why they cannot be.

    An empty prompt or note is no words, not a mistake.
    """
    if type(command) not in _WITH_WORDS:
        return None
    match command:
        case Say() | SayAside():
            verdict = consider_message(command.text)
        case SetMode() | StartRound() | BeginPhase():
            if not command.prompt.strip():
                return Words("")
            verdict = consider_line(command.prompt, most=limits.PROMPT_CODE_POINTS)
        case GiveBack():
            return command.prompt
        case BeginSilence():
            if not command.intention.strip():
                return Words("")
            verdict = consider_line(command.intention, most=limits.PROMPT_CODE_POINTS)
        case RaiseHand():
            if command.note is None or not command.note.strip():
                return None
            verdict = consider_line(command.note)
        case _:
            return None
    return verdict.refusal if verdict.refusal is not None else verdict.text
