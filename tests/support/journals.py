"""Journals with moods: one whose receipts settle when the story says so, one that is full when it says so."""

from collections.abc import Callable, Iterable, Sequence

from server.adapters.memory_journal import MemoryJournal
from server.ports import Entry, JournalFailure, MeetingRecord, Receipt


class LateReceipt:
    """Settled when the story says so."""

    def __init__(self) -> None:
        self.settled = False
        self._calls: list[Callable[[], None]] = []

    def when_settled(self, call: Callable[[], None]) -> None:
        """Later, or at once if it is safe already."""
        if self.settled:
            call()
        else:
            self._calls.append(call)

    def settle(self) -> None:
        """It is safe now."""
        self.settled = True
        calls, self._calls = self._calls, []
        for call in calls:
            call()


class MoodyJournal(MemoryJournal):
    """The memory journal, claiming to survive; `late` and `full` are set by the story."""

    def __init__(self) -> None:
        super().__init__()
        self.late = False
        self.full = False
        self.receipts: list[LateReceipt] = []

    @property
    def survives_restart(self) -> bool:
        """For stories in which another house takes this journal over."""
        return True

    def begin(self, meeting: MeetingRecord) -> None:
        """As the journal beneath, unless it is full."""
        self._unless_full()
        super().begin(meeting)

    def append(self, meeting: str, expected: int, entries: Sequence[Entry]) -> Receipt:
        """As the journal beneath; the receipt waits if `late`."""
        self._unless_full()
        receipt = super().append(meeting, expected, entries)
        if not self.late:
            return receipt
        self.receipts.append(LateReceipt())
        return self.receipts[-1]

    def entries(self, meeting: str) -> Iterable[Entry]:
        """As the journal beneath, unless it is full."""
        self._unless_full()
        return super().entries(meeting)

    def close(self) -> None:
        """Keeps what it has: the next house comes for it."""

    def settle(self, count: int | None = None) -> None:
        """The oldest receipts that wait are settled now; all of them without a count."""
        now, self.receipts = self.receipts[:count], [] if count is None else self.receipts[count:]
        for receipt in now:
            receipt.settle()

    def _unless_full(self) -> None:
        if self.full:
            raise JournalFailure("full")
