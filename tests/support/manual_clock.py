"""A clock that a story moves by hand, and chance that is the same in every run: small adapters of two ports."""

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Callable

from protocol.words import Secret

_CALLS_MOST = 1_000
"""More calls than this at one moment mean a busy loop."""


class ManualWake:
    """A callback that waits for its moment."""

    def __init__(self, when: int, call: Callable[[], None]) -> None:
        self.when = when
        self.call: Callable[[], None] | None = call

    def cancel(self) -> None:
        """Do not call."""
        self.call = None


class ManualClock:
    """The clock port: time is a number, and nothing happens but through `passes`."""

    def __init__(self) -> None:
        self._now = 5_000_000
        self._wall = 1_800_000_000
        self._wakes: list[ManualWake] = []
        self._soon: list[Callable[[], None]] = []
        self.holds = False
        """Whether what shall be called soon waits for `releases()`."""
        self.calls = 0
        """How many callbacks have run."""

    def now(self) -> int:
        """Milliseconds."""
        return self._now

    def wall(self) -> int:
        """Seconds since 1970."""
        return self._wall

    def soon(self, call: Callable[[], None]) -> None:
        """At once: a story has one wish at a time. With `holds`, when the story says `releases()`."""
        if self.holds:
            self._soon.append(call)
        else:
            call()

    def releases(self) -> None:
        """The moment is over: what waited for its end is called."""
        waiting, self._soon = self._soon, []
        for call in waiting:
            call()

    def call_at(self, when: int, call: Callable[[], None]) -> ManualWake:
        """Noted; called by `passes`."""
        wake = ManualWake(when, call)
        self._wakes.append(wake)
        return wake

    def waiting(self) -> list[int]:
        """The moments that somebody waits for, earliest first, in milliseconds from now."""
        return sorted(wake.when - self._now for wake in self._wakes if wake.call is not None)

    def passes(self, seconds: float = 0) -> None:
        """So much time goes by; what is due is called in its order and at its moment."""
        until = self._now + round(seconds * 1000)
        at_this_moment = 0
        while (wake := self._due(until)) is not None:
            at_this_moment = at_this_moment + 1 if wake.when <= self._now else 0
            assert at_this_moment < _CALLS_MOST, "a busy loop: the same moment again and again"
            self._moves_to(max(self._now, wake.when))
            self._wakes.remove(wake)
            call, wake.call = wake.call, None
            if call is not None:
                self.calls += 1
                call()
        self._moves_to(until)

    def _moves_to(self, moment: int) -> None:
        self._wall += moment // 1000 - self._now // 1000
        self._now = moment

    def _due(self, until: int) -> ManualWake | None:
        self._wakes = [wake for wake in self._wakes if wake.call is not None]
        return min((wake for wake in self._wakes if wake.when <= until), key=lambda wake: wake.when, default=None)


class CountedChance:
    """The chance port: drawn from a counter, so that a story is the same every time."""

    def __init__(self, seed: str = "story") -> None:
        self._seed = seed
        self._drawn = 0

    def _next(self) -> bytes:
        self._drawn += 1
        return hashlib.sha512(f"{self._seed}:{self._drawn}".encode()).digest()

    def bits(self) -> int:
        """64 bits."""
        return int.from_bytes(self._next()[:8], "big")

    def secret(self, size: int) -> Secret:
        """`size` bytes as base64url."""
        return Secret(urlsafe_b64encode(self._next()[:size]).rstrip(b"=").decode())
