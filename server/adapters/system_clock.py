"""The clock port on an asyncio loop. Knows no rooms; what is due is somebody else's thought."""

import asyncio
import time
from collections.abc import Callable

from server.ports import Wake

# `call_at` may fire a tick of the clock early and milliseconds are cut off, not rounded:
# half a millisecond later, `now()` has certainly reached the moment that was asked for.
_SLACK = 0.0005


class SystemClock:
    """Milliseconds of the loop's own monotonic clock, and the wall clock's seconds."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop

    def now(self) -> int:
        """Milliseconds on the loop's clock, which never jumps."""
        return int(self._loop.time() * 1000)

    def wall(self) -> int:
        """Seconds since 1970."""
        return int(time.time())

    def soon(self, call: Callable[[], None]) -> None:
        """In the loop's next turn: whatever has arrived by now is read first."""
        self._loop.call_soon(call)

    def call_at(self, when: int, call: Callable[[], None]) -> Wake:
        """Call once at `when`; a moment that has passed already means in the loop's next turn."""
        return self._loop.call_at(when / 1000 + _SLACK, call)
