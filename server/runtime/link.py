"""One open connection, as the runtime sees it. The edge has the socket; this is all that is known of it above."""

from collections.abc import Callable
from typing import Protocol

from protocol.closings import Closing

Framer = Callable[[bytes], bytes]
"""Makes a finished frame of a payload; called once per event, however many people see it."""


class Link(Protocol):
    """One open connection."""

    def send(self, frame: bytes) -> None:
        """Send one or several finished frames, as one piece of bytes.

        MUST NOT block and MUST NOT raise. Frames leave in this order. A connection that cannot
        keep up is closed with `too_slow`, and its owner comes back by number.
        """

    def hint(self, frame: bytes) -> None:
        """Send a finished frame that MAY get lost when the connection is slow."""

    def close(self, closing: Closing, *, after: int = 0) -> None:
        """Say goodbye and close. `after`: seconds to wait before coming back. A second call does nothing."""
