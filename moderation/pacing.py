"""Pace as a value: a bucket that fills with time and is emptied by asking. No clock of its own."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Bucket:
    """How many more commands may come now, in thousandths, and when that was true (milliseconds)."""

    level: int
    at: int


@dataclass(frozen=True, slots=True)
class Pace:
    """`steady` commands in ten seconds, and `burst` at once."""

    steady: int
    burst: int

    def full(self, now: int) -> Bucket:
        """The bucket of somebody who has asked for nothing yet."""
        return Bucket(self.burst * _UNIT, now)

    def ask(self, bucket: Bucket, now: int) -> tuple[Bucket, int]:
        """One more command at `now` (milliseconds): the new bucket, and the seconds to wait (0: go ahead)."""
        level = min(self.burst * _UNIT, bucket.level + max(0, now - bucket.at) * self.steady // 10)
        if level >= _UNIT:
            return Bucket(level - _UNIT, now), 0
        missing = _UNIT - level
        return Bucket(level, now), -(-missing * 10 // (self.steady * 1000))


_UNIT: Final = 1_000
