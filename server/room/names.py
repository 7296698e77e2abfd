"""Who is called what tonight: a shuffled walk through all names, so that nobody gets a name twice.

The shuffle hangs on the meeting's secret; the live journal holds only that secret and
each seat's place in the walk (settled.md 13).
"""

from typing import Final

from protocol.names import MARK_COLOURS, MARK_SHAPES, NAMES, Mark, Name

_SECOND_WORDS: Final = 64


def name_of(secret: bytes, draw: int) -> Name:
    """The name at place `draw` (0 to 4,095) of tonight's walk. Different places, different names."""
    # An odd factor makes this a permutation of the 4,096 names.
    factor = int.from_bytes(secret[:4], "big") | 1
    start = int.from_bytes(secret[4:8], "big")
    place = (draw * factor + start) % NAMES
    return Name(first=place // _SECOND_WORDS, second=(place % _SECOND_WORDS + place // _SECOND_WORDS) % _SECOND_WORDS)


def mark_of(secret: bytes, seat: int) -> Mark:
    """The mark of a seat: the first twenty people of an evening all have different ones."""
    place = (seat * 7 + secret[8]) % (MARK_COLOURS * len(MARK_SHAPES))
    shapes = MARK_SHAPES
    return Mark(shape=shapes[place % len(shapes)], colour=place // len(shapes))
