"""What waits for one connection that cannot take more just now. Pure: bytes in, a word out.

The queue has a bound in bytes, and a named policy when it is reached: room events are
never dropped, so the connection is let go instead and comes back by number.
"""

from collections import deque
from typing import Literal

Fate = Literal["write", "kept", "dropped", "overflowed"]


class Outbox:
    """One connection's bounded queue.

    Args:
        soft: bytes above which hints are no longer kept.
        hard: bytes above which the connection cannot be held.
    """

    __slots__ = ("_hard", "_kept", "_paused", "_soft", "held")

    def __init__(self, soft: int, hard: int) -> None:
        self._soft = soft
        self._hard = hard
        self._kept: deque[bytes] = deque()
        self._paused = False
        self.held = 0
        """Bytes that wait now."""

    def offer(self, frame: bytes, *, may_be_lost: bool = False) -> Fate:
        """What to do with one more frame.

        MUST be called for every frame, in order. After `overflowed` nothing more may be offered.
        """
        if not self._paused:
            return "write"
        if may_be_lost and self.held + len(frame) > self._soft:
            return "dropped"
        if self.held + len(frame) > self._hard:
            self.forget()
            return "overflowed"
        self._kept.append(frame)
        self.held += len(frame)
        return "kept"

    def pause(self) -> None:
        """The connection takes no more for now."""
        self._paused = True

    def resume(self) -> tuple[bytes, ...]:
        """The connection takes more again: everything that waited, in order. The queue is empty afterwards."""
        self._paused = False
        kept = tuple(self._kept)
        self.forget()
        return kept

    def forget(self) -> None:
        """Nothing waits any more."""
        self._kept.clear()
        self.held = 0
