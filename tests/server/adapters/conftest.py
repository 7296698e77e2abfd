"""A folder in memory for the stories of the live journal."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from server.adapters.live_path import in_memory
from server.adapters.sqlite_journal import SqliteJournal

JournalAt = Callable[[Path], SqliteJournal]


@pytest.fixture
def ram() -> Iterator[Path]:
    """A fresh folder on tmpfs, gone afterwards."""
    base = Path("/dev/shm")  # noqa: S108  # whether it is memory is asked below
    if not in_memory(base):
        pytest.skip("this machine has no /dev/shm in memory")
    with tempfile.TemporaryDirectory(dir=base) as folder:
        yield Path(folder)


@pytest.fixture
def journal_at() -> Iterator[JournalAt]:
    """Opens live journals; what is open at the end of the story is closed."""
    opened: list[SqliteJournal] = []

    def at(path: Path) -> SqliteJournal:
        opened.append(SqliteJournal(path))
        return opened[-1]

    yield at
    for journal in opened:
        journal._db.close()
