"""The same command id gets the same answer: what was answered lately, by seat."""

from collections import OrderedDict
from typing import Final

_REMEMBERED: Final = 64
"""Answers kept per seat; a client has a handful of unanswered commands at most."""

_KEPT_COMMANDS: Final = 4_096
"""Command ids taken from the journal after a crash."""


class Answers:
    """Finished answer frames by (seat, command id), and the ids that the journal knows from before a crash."""

    def __init__(self) -> None:
        self._by_seat: Final[dict[int, OrderedDict[str, bytes]]] = {}
        self._journaled: Final[OrderedDict[str, None]] = OrderedDict()

    def find(self, seat: int, command: str) -> bytes | None:
        """The finished answer, if this was answered already."""
        answers = self._by_seat.get(seat)
        return None if answers is None else answers.get(command)

    def keep(self, seat: int, command: str, frame: bytes) -> None:
        """This was answered so."""
        answers = self._by_seat.get(seat)
        if answers is None:
            answers = self._by_seat[seat] = OrderedDict()
        answers[command] = frame
        if len(answers) > _REMEMBERED:
            answers.popitem(last=False)

    def from_journal(self, key: str) -> None:
        """`<seat>:<command id>` was carried out before a crash."""
        self._journaled[key] = None
        if len(self._journaled) > _KEPT_COMMANDS:
            self._journaled.popitem(last=False)

    def was_done(self, key: str) -> bool:
        """Whether it was carried out before a crash."""
        return key in self._journaled

    def forget(self, seat: int) -> None:
        """The seat has ended."""
        self._by_seat.pop(seat, None)
