"""The ring: the last events of the room, so that who comes back misses nothing. Words live here, and nowhere longer.

Bounded by count and by bytes; too far behind means a fresh snapshot, no clever repair.
Not frozen, and the only thing on this floor that is not: it holds finished frames.
"""

from collections import deque
from dataclasses import dataclass

from protocol.events import Event, Said
from protocol.rooms import SaidWords


@dataclass(frozen=True, slots=True)
class Remembered:
    """One event, its number, and its finished frame."""

    number: int
    frame: bytes
    said: Said | None
    """The event, where it carries words."""


class Ring:
    """The short memory of one room within one epoch.

    Args:
        events: how many events it holds at most.
        size: how many bytes of frames it holds at most.
    """

    def __init__(self, events: int, size: int) -> None:
        self._events = events
        self._size = size
        self._held = 0
        self._ring: deque[Remembered] = deque()
        self.number = 0
        """Number of the last event; 0 before the first."""

    def remember(self, event: Event, frame: bytes) -> None:
        """One more event, with the next number."""
        self.number += 1
        said = event if type(event) is Said else None
        self._ring.append(Remembered(self.number, frame, said))
        self._held += len(frame)
        while len(self._ring) > self._events or self._held > self._size:
            self._held -= len(self._ring.popleft().frame)

    def since(self, number: int) -> tuple[bytes, ...] | None:
        """The frames after `number`, or None when they are not all here (too far behind, or never happened)."""
        if number > self.number:
            return None
        if number == self.number:
            return ()
        if not self._ring or self._ring[0].number > number + 1:
            return None
        return tuple(held.frame for held in self._ring if held.number > number)

    def said_since(self, number: int) -> tuple[SaidWords, ...]:
        """The words after `number` that are still here."""
        return tuple(
            _words(held.number, held.said) for held in self._ring if held.said is not None and held.number > number
        )

    def forget(self) -> None:
        """Everything goes; numbers go on."""
        self._ring.clear()
        self._held = 0


def _words(number: int, event: Said) -> SaidWords:
    """Made only when somebody comes in: most words never stand in a snapshot."""
    return SaidWords(
        number=number,
        seat=event.seat,
        command=event.command,
        text=event.text,
        turn=event.turn,
        reply_to=event.reply_to,
        interjection=event.interjection,
        response=event.response,
    )
