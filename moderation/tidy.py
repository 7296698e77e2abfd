"""Makes a text safe to show beside other people's texts; never judges what it says.

Takes out what reorders, hides or piles up on the screen (security.md 3.1): control and
bidirectional characters, zero-width runs, towers of combining marks, walls of empty lines.
What cannot be shown at all is refused, with the reason.
"""

import re
import unicodedata
from typing import Final

from protocol import limits
from protocol.refusals import Refusal, RefusalArguments
from protocol.words import Words

_HIDDEN: Final = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Soft hyphen, directional marks and overrides, zero-width, blank, interlinear and tag characters."""

_JOINERS: Final = re.compile("(?<![^\x00-\x7f\u200c\u200d])[\u200c\u200d]+|[\u200c\u200d]+(?![^\x00-\x7f\u200c\u200d])")
"""Zero-width joiners that do not stand between two characters that could need them."""

_JOINER_RUNS: Final = re.compile("([\u200c\u200d])[\u200c\u200d]+")

_UNREADABLE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
    + "]"
)
_EMPTY_LINES: Final = re.compile(r"\n[ \t]*(?:\n[ \t]*){3,}")
_MARKS_MOST: Final = 4
"""Combining marks on one character; Vietnamese needs two, pointed Hebrew three."""

_PASSES_MOST: Final = 4
"""Taking one thing out can bring another together; people's texts are clean after one or two passes."""

_BYTES_MOST: Final = 4 * limits.TEXT_CODE_POINTS


def tidied(text: str, *, lines: int = limits.TEXT_LINES, most: int = limits.TEXT_CODE_POINTS) -> Words | Refusal:
    """The text as it may be shown, or why it cannot be.

    Args:
        text: what somebody wrote.
        lines: how many lines it may have; 1 for labels and notes.
        most: how many code points it may have.
    """
    if text.isascii() and text.isprintable():
        kept = text.strip()
    else:
        found = _cleaned(text)
        if found is None or _UNREADABLE.search(found):
            return Refusal(code="unreadable_words")
        kept = found
    if not kept:
        return Refusal(code="no_words")
    if kept.count("\n") >= lines:
        return Refusal(code="too_many_lines", arguments=RefusalArguments(most=lines))
    if len(kept) > most or len(kept) * 4 > _BYTES_MOST < len(kept.encode()):
        return Refusal(code="too_long", arguments=RefusalArguments(most=most))
    return Words(kept)


def _cleaned(text: str) -> str | None:
    """The text when nothing more is to be taken out; None when that does not come to an end."""
    for _ in range(_PASSES_MOST):
        cleaner = _pass(text)
        if cleaner == text:
            return text
        text = cleaner
    return None


def _pass(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = text.replace("\t", " ").replace("\x85", "\n")
    text = _HIDDEN.sub("", unicodedata.normalize("NFC", text))
    text = _without_towers(_JOINERS.sub("", _JOINER_RUNS.sub(r"\1", text)))
    return _EMPTY_LINES.sub("\n\n\n", text).strip()


def _without_towers(text: str) -> str:
    """At most `_MARKS_MOST` marks on one letter, whether or not joiners stand between them."""
    out: list[str] = []
    marks = 0
    for character in text:
        if unicodedata.category(character) in ("Mn", "Me"):
            marks += 1
        elif character not in "\u200c\u200d":
            marks = 0
        if marks <= _MARKS_MOST or character in "\u200c\u200d":
            out.append(character)
    return "".join(out)
