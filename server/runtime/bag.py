"""The bag of one room: what leaves at the end of this moment, joined once for everybody.

A loop's turn may bring many wishes to one room. Their events are joined into one piece of
bytes, and every link is written to once: that is what makes a gathering of a thousand as
cheap as a circle of eight (performance.md 1). Whoever is sent something of their own
in between (an answer, a card) gets it exactly where it belongs among the events.
"""

from collections.abc import Callable
from typing import Final

from server.runtime.company import Company
from server.runtime.link import Link


class _Own:
    """What one link gets that is not what everybody gets."""

    __slots__ = ("at", "pieces")

    def __init__(self, at: int) -> None:
        self.at = at
        """How many of the frames for everybody it has, or need not have."""
        self.pieces: list[bytes] = []


class Bag:
    """Everything on its way out of one room.

    Args:
        company: the room's links.
        soon: calls once when everything that is ready now has been done.
    """

    def __init__(self, company: Company, soon: Callable[[Callable[[], None]], None]) -> None:
        self._company: Final = company
        self._soon: Final = soon
        self._frames: list[bytes] = []
        self._own: dict[Link, _Own] = {}
        self._planned = False

    def to_everybody(self, frame: bytes) -> None:
        """One more event, for all who see the room."""
        self._frames.append(frame)
        self._plan()

    def to_one(self, link: Link, frame: bytes) -> None:
        """Something for one link alone, after everything that left before it."""
        own = self._own.get(link)
        if own is None:
            own = self._own[link] = _Own(0)
        self._catch_up(link, own)
        own.pieces.append(frame)
        self._plan()

    def joins(self, link: Link) -> None:
        """This link sees the room's events from here on, and none of those that wait already."""
        if self._frames and not self._company.sees(link):
            self._own.setdefault(link, _Own(0)).at = len(self._frames)

    def empty(self) -> None:
        """Everything leaves now. MUST be called before a hint and before a link is closed: they do not wait."""
        frames, own = self._frames, self._own
        if not frames and not own:
            return
        self._frames, self._own = [], {}
        for link, mine in own.items():
            if self._company.sees(link):
                mine.pieces.extend(frames[mine.at :])
            if mine.pieces:
                link.send(b"".join(mine.pieces))
        if not frames:
            return
        joined = frames[0] if len(frames) == 1 else b"".join(frames)
        if not own:
            for link in self._company.insiders():
                link.send(joined)
            return
        for link in self._company.insiders():
            if link not in own:
                link.send(joined)

    def _catch_up(self, link: Link, own: _Own) -> None:
        if own.at < len(self._frames) and self._company.sees(link):
            own.pieces.extend(self._frames[own.at :])
            own.at = len(self._frames)

    def _plan(self) -> None:
        if not self._planned:
            self._planned = True
            self._soon(self._leave)

    def _leave(self) -> None:
        self._planned = False
        self.empty()
