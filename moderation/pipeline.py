"""The way of a text through all rules, to one verdict. Today: what can be shown at all; rules for care come next."""

from moderation.tidy import tidied
from moderation.verdicts import Verdict
from protocol import limits
from protocol.refusals import Refusal
from protocol.words import Words


def consider_message(text: Words) -> Verdict:
    """The verdict on a message to the room."""
    return _verdict(text, tidied(text))


def consider_line(text: Words, *, most: int = limits.LINE_CODE_POINTS) -> Verdict:
    """The verdict on one line: a knock, a note with a hand, a label, a prompt."""
    return _verdict(text, tidied(text, lines=1, most=most))


def _verdict(text: Words, found: Words | Refusal) -> Verdict:
    if isinstance(found, Refusal):
        return Verdict("refuse", text, refusal=found)
    return Verdict("pass", found)
