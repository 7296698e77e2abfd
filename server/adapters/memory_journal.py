"""The journal port in the process's own memory: a crash forgets the meetings, and the server says so."""

from collections.abc import Iterable, Sequence

from server.adapters.receipts import SETTLED
from server.ports import Entry, JournalConflict, JournalFailure, MeetingRecord, Receipt


class MemoryJournal:
    """Keeps what the SQLite journal keeps, as long as the process lives."""

    def __init__(self) -> None:
        self._meetings: dict[str, MeetingRecord] = {}
        self._entries: dict[str, list[Entry]] = {}

    @property
    def survives_restart(self) -> bool:
        """No."""
        return False

    def begin(self, meeting: MeetingRecord) -> None:
        """A meeting opens."""
        if meeting.meeting in self._meetings:
            raise JournalFailure("this meeting is open already")
        self._meetings[meeting.meeting] = meeting
        self._entries[meeting.meeting] = []

    def append(self, meeting: str, expected: int, entries: Sequence[Entry]) -> Receipt:
        """All of them, if the meeting has `expected` entries so far."""
        kept = self._entries.get(meeting)
        if kept is None or len(kept) != expected:
            raise JournalConflict
        kept.extend(entries)
        return SETTLED

    def meetings(self) -> Sequence[MeetingRecord]:
        """All that have not ended."""
        return tuple(self._meetings.values())

    def entries(self, meeting: str) -> Iterable[Entry]:
        """The entries of one meeting, in order."""
        return tuple(self._entries.get(meeting, ()))

    def forget(self, meeting: str) -> None:
        """Nothing of it stays."""
        self._meetings.pop(meeting, None)
        self._entries.pop(meeting, None)

    def close(self) -> None:
        """Forgets everything, as it said it would."""
        self._meetings.clear()
        self._entries.clear()
