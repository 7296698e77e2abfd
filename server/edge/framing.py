"""Where one frame from a client ends, and whether it is a whole text: the header of RFC 6455, 5.2, and nothing more.

Nearly everything that comes in is one masked text in one piece. Those are read here, in
place; every other frame, and everything that breaks the rules, is the library's.
"""

from typing import Final, Literal, NamedTuple

try:
    from websockets.speedups import apply_mask
except ImportError:  # a machine without a compiler: the same, slower
    from websockets.utils import apply_mask

_WHOLE_TEXT: Final = 0x81
_CONTROL: Final = 0x08
_KNOWN: Final = frozenset({0x0, 0x1, 0x2, 0x8, 0x9, 0xA})
_CONTROL_MOST: Final = 125


class Span(NamedTuple):
    """One complete frame in a buffer."""

    text: bool
    """A whole text in one piece, masked as it must be."""
    mask: int
    """Where the mask begins; the payload follows its four bytes."""
    end: int


def measured(buffer: bytes, at: int, most: int) -> Span | Literal["incomplete", "broken"]:
    """The frame that begins at `at`.

    Args:
        buffer: what has come and was not read.
        at: where a frame begins in it.
        most: bytes a payload may have.

    Returns:
        Its span; "incomplete" while some of it is still on its way; "broken" when the library shall say what is wrong.
    """
    have = len(buffer) - at
    if have < 2:
        return "incomplete"
    first, size = buffer[at], buffer[at + 1]
    opcode = first & 0x0F
    if first & 0x70 or opcode not in _KNOWN or not size & 0x80:
        return "broken"
    size &= 0x7F
    mask = at + 2
    if opcode & _CONTROL and (size > _CONTROL_MOST or not first & 0x80):
        return "broken"
    if size >= 126:
        width = 2 if size == 126 else 8
        if have < 2 + width:
            return "incomplete"
        size = int.from_bytes(buffer[mask : mask + width])
        mask += width
    if size > most:
        return "broken"
    end = mask + 4 + size
    return Span(first == _WHOLE_TEXT, mask, end) if end <= len(buffer) else "incomplete"


def payload(buffer: bytes, span: Span) -> bytes:
    """What a client said in it, without the mask."""
    start = span.mask + 4
    return apply_mask(buffer[start : span.end], buffer[span.mask : start])
