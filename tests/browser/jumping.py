"""The server with a clock that can be moved forward: `python -m tests.browser.jumping start ...`.

The very server, but for its clock: it goes at the pace of the world, and jumps by so many seconds as the file
named by `TP_JUMPS` says whenever SIGUSR1 comes. So an evening of ninety minutes is played in one, and every
wait in it is the real one.
"""

import asyncio
import os
import signal
from collections.abc import Callable
from pathlib import Path

import server.app
from server.adapters.system_clock import SystemClock
from server.cli.commands import talking_piece
from server.ports import Wake


class Pending:
    """A callback that moves with the clock."""

    def __init__(self, clock: "JumpingClock", when: int, call: Callable[[], None]) -> None:
        self.when = when
        self._clock = clock
        self._call = call
        self._wake: Wake | None = None
        self.arrange()

    def arrange(self) -> None:
        """Ask the world's clock for it, as far away as it is now."""
        if self._wake is not None:
            self._wake.cancel()
        self._wake = self._clock.in_the_world(self.when, self._ring)

    def _ring(self) -> None:
        self._clock.pending.discard(self)
        self._call()

    def cancel(self) -> None:
        """Do not call."""
        self._clock.pending.discard(self)
        if self._wake is not None:
            self._wake.cancel()


class JumpingClock(SystemClock):
    """The system's clock, and whatever it jumped."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(loop)
        self.jumped = 0
        self.pending: set[Pending] = set()
        loop.add_signal_handler(signal.SIGUSR1, self._jump)

    def now(self) -> int:
        """Milliseconds, jumps included."""
        return super().now() + self.jumped

    def call_at(self, when: int, call: Callable[[], None]) -> Wake:
        """Call once at `when`, or when a jump has passed it."""
        made = Pending(self, when, call)
        self.pending.add(made)
        return made

    def in_the_world(self, when: int, call: Callable[[], None]) -> Wake:
        """The same, on the clock without jumps."""
        return super().call_at(when - self.jumped, call)

    def _jump(self) -> None:
        self.jumped += int(Path(os.environ["TP_JUMPS"]).read_text(encoding="ascii"))
        for each in tuple(self.pending):
            each.arrange()


def main() -> None:
    """The command line, with this clock."""
    setattr(server.app, "SystemClock", JumpingClock)  # noqa: B010  # the one thing that is not the very server
    talking_piece(prog_name="talking-piece")


if __name__ == "__main__":
    main()
