"""One sweep over all connections instead of a task for each: who has said nothing is asked, who then is silent is gone.

While nobody is connected nothing runs at all (performance.md 2).
"""

import asyncio
from collections.abc import Callable, Iterable
from typing import Final, Protocol

PING: Final = b"\x89\x00"
"""An empty ping, ready to send (RFC 6455, 5.5.2)."""


class Watched(Protocol):
    """A connection, as the sweep sees it."""

    heard: bool
    """Whether anything has come since the last sweep; the sweep takes it back."""
    asked: bool
    """Whether the last sweep has asked."""

    def ask(self) -> None:
        """Send a ping."""

    def give_up(self) -> None:
        """Nobody is there any more: end it at once."""


class Sweep:
    """The sweep.

    Args:
        watched: the open connections, whenever asked.
        seconds: from one sweep to the next; a dead line is noticed after one to two of them.
    """

    def __init__(self, watched: Callable[[], Iterable[Watched]], seconds: float) -> None:
        self._watched: Final = watched
        self._seconds: Final = seconds
        self._next: asyncio.TimerHandle | None = None

    def begins(self) -> None:
        """Somebody is connected: sweep from now on."""
        if self._next is None:
            self._next = asyncio.get_running_loop().call_later(self._seconds, self._sweep)

    def ends(self) -> None:
        """Nobody is connected, or the house closes."""
        if self._next is not None:
            self._next.cancel()
            self._next = None

    def _sweep(self) -> None:
        self._next = None
        for connection in tuple(self._watched()):
            if connection.heard:
                connection.heard = connection.asked = False
            elif connection.asked:
                connection.give_up()
            else:
                connection.asked = True
                connection.ask()
        self.begins()
