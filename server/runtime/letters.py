"""Cards on their way: numbered per seat, remembered for a short while, replayed to a seat that comes back.

Each card remembers which event it followed: what a client folds depends on how the two come interleaved.
"""

from collections import deque
from dataclasses import dataclass
from typing import Final

_REMEMBERED: Final = 64
"""Cards kept per seat. More than that unseen means a fresh snapshot, which holds all that matters of them."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One card to one seat: its number, the event it followed, and its finished frame."""

    number: int
    after: int
    frame: bytes


class Letters:
    """The cards of one room within one epoch."""

    def __init__(self) -> None:
        self._numbers: Final[dict[int, int]] = {}
        self._kept: Final[dict[int, deque[Letter]]] = {}

    def last(self, seat: int) -> int:
        """Number of the last card to this seat; 0 when there was none."""
        return self._numbers.get(seat, 0)

    def next(self, seat: int) -> int:
        """The number for one more card to this seat."""
        number = self._numbers.get(seat, 0) + 1
        self._numbers[seat] = number
        return number

    def remember(self, seat: int, letter: "Letter") -> None:
        """Keep a card for a seat that may come back."""
        self._kept.setdefault(seat, deque(maxlen=_REMEMBERED)).append(letter)

    def since(self, seat: int, number: int) -> "tuple[Letter, ...] | None":
        """The cards after `number`, or None when they are not all here."""
        last = self.last(seat)
        if number == last:
            return ()
        kept = self._kept.get(seat)
        if number > last or not kept or kept[0].number > number + 1:
            return None
        return tuple(letter for letter in kept if letter.number > number)

    def forget(self, seat: int) -> None:
        """The seat has ended."""
        self._numbers.pop(seat, None)
        self._kept.pop(seat, None)
