"""Drawing lots from a number that is handed in: the same number always gives the same order."""

from collections.abc import Sequence
from typing import TypeVar

_T = TypeVar("_T")
_MASK = (1 << 64) - 1


def _mixed(state: int) -> int:
    """One step of splitmix64 (Steele, Lea and Flood 2014)."""
    z = (state + 0x9E3779B97F4A7C15) & _MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
    return z ^ (z >> 31)


def shuffled(items: Sequence[_T], draw: int) -> tuple[_T, ...]:
    """The items in an order drawn by `draw` (64 bits), each order as likely as any other."""
    order = list(items)
    state = draw & _MASK
    for last in range(len(order) - 1, 0, -1):
        state = _mixed(state)
        other = state % (last + 1)
        order[last], order[other] = order[other], order[last]
    return tuple(order)


def between(least: int, most: int, draw: int) -> int:
    """A whole number from `least` to `most`, both included."""
    return least + _mixed(draw & _MASK) % (most - least + 1) if most > least else least
