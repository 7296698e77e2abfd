"""The live journal on a folder in memory: it outlives the process, forgets to the last byte, believes no damage."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from server.adapters.sqlite_journal import SqliteJournal
from server.ports import Entry, JournalConflict, JournalFailure, MeetingRecord
from tests.server.adapters.conftest import JournalAt

CIRCLE = MeetingRecord("m" * 22, "g" * 22, bytes(range(32)))
FACT = Entry(1_000, None, b'{"turn":1}')

WRITES_FOR_EVER = """
import sys
from pathlib import Path
from server.adapters.sqlite_journal import SqliteJournal
from server.ports import Entry, MeetingRecord
journal = SqliteJournal(Path(sys.argv[1]))
journal.begin(MeetingRecord("m" * 22, "g" * 22, bytes(32)))
for number in range(10**9):
    # Two at a time, so that half of one would be seen.
    journal.append("m" * 22, 2 * number, [Entry(number, None, b"a"), Entry(number, None, b"b")])
    print(2 * number + 2, flush=True)
"""


def everything(folder: Path) -> bytes:
    """All bytes of all files in it."""
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_a_circle_comes_back_in_the_next_process(ram: Path, journal_at: JournalAt) -> None:
    first = journal_at(ram / "j.db")
    first.begin(CIRCLE)
    first.append(CIRCLE.meeting, 0, [FACT])
    first.close()
    again = journal_at(ram / "j.db")
    assert list(again.meetings()) == [CIRCLE]
    assert list(again.entries(CIRCLE.meeting)) == [FACT]
    again.append(CIRCLE.meeting, 1, [FACT])


@pytest.mark.parametrize("lines", [1, 20, 333])
def test_what_was_acknowledged_survives_kill_nine_and_nothing_is_half(
    ram: Path, journal_at: JournalAt, lines: int
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WRITES_FOR_EVER, str(ram / "j.db")], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout
        acknowledged = [int(writer.stdout.readline()) for _ in range(lines)][-1]
        writer.send_signal(signal.SIGKILL)
        acknowledged = ([acknowledged, *(int(line) for line in writer.stdout.read().split("\n")[:-1])])[-1]
    entries = list(journal_at(ram / "j.db").entries("m" * 22))
    assert len(entries) >= acknowledged
    assert [entry.body for entry in entries] == [b"a", b"b"] * (len(entries) // 2)


def test_an_ended_circle_leaves_no_byte_behind(ram: Path, journal_at: JournalAt) -> None:
    journal = journal_at(ram / "j.db")
    journal.begin(CIRCLE)
    for number in range(500):
        journal.append(CIRCLE.meeting, number, [Entry(number, None, b"canary-%d" % number)])
    assert b"canary-" in everything(ram)
    journal.forget(CIRCLE.meeting)
    assert b"canary-" not in everything(ram)
    assert CIRCLE.secret not in everything(ram)


def test_without_open_circles_no_file_stays_after_the_end(ram: Path, journal_at: JournalAt) -> None:
    journal = journal_at(ram / "j.db")
    journal.begin(CIRCLE)
    journal.forget(CIRCLE.meeting)
    journal.close()
    assert [path for path in ram.rglob("*") if path.is_file()] == []


def test_nobody_else_can_look_in(ram: Path, journal_at: JournalAt) -> None:
    journal = journal_at(ram / "live" / "j.db")
    journal.begin(CIRCLE)
    assert (ram / "live").stat().st_mode & 0o777 == 0o700
    files = list((ram / "live").iterdir())
    assert len(files) == 3
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}


def test_a_damaged_journal_is_moved_aside_whole_and_said_loudly(
    ram: Path, journal_at: JournalAt, caplog: pytest.LogCaptureFixture
) -> None:
    journal = journal_at(ram / "j.db")
    journal.begin(CIRCLE)
    journal.append(CIRCLE.meeting, 0, [FACT] * 400)
    journal.close()
    damaged = bytearray((ram / "j.db").read_bytes())
    damaged[4096:12288] = os.urandom(8192)
    (ram / "j.db").write_bytes(damaged)
    fresh = journal_at(ram / "j.db")
    assert list(fresh.meetings()) == []
    fresh.begin(CIRCLE)
    assert (ram / "j.db-damaged").read_bytes() == damaged
    assert (ram / "j.db-damaged").stat().st_mode & 0o777 == 0o600
    assert caplog.messages == ["journal_damaged"]


@pytest.mark.parametrize("content", [b"not a database, but long enough to be looked at" * 100, b"x"])
def test_what_is_no_journal_at_all_is_moved_aside_too(ram: Path, journal_at: JournalAt, content: bytes) -> None:
    (ram / "j.db").write_bytes(content)
    assert list(journal_at(ram / "j.db").meetings()) == []


def test_a_journal_of_another_version_is_not_believed(ram: Path, journal_at: JournalAt) -> None:
    other = sqlite3.connect(ram / "j.db")
    other.execute("PRAGMA user_version = 99")
    other.close()
    journal = journal_at(ram / "j.db")
    journal.begin(CIRCLE)
    assert (ram / "j.db-damaged").exists()


def test_a_full_memory_is_a_failure_and_keeps_what_was_there(ram: Path, journal_at: JournalAt) -> None:
    journal = journal_at(ram / "j.db")
    journal.begin(CIRCLE)
    journal.append(CIRCLE.meeting, 0, [FACT])
    limited(journal)
    with pytest.raises(JournalFailure):
        journal.append(CIRCLE.meeting, 1, [FACT, Entry(2, None, bytes(100_000))])
    assert list(journal.entries(CIRCLE.meeting)) == [FACT]
    journal.append(CIRCLE.meeting, 1, [FACT])
    journal.forget(CIRCLE.meeting)
    assert list(journal.meetings()) == []


def limited(journal: SqliteJournal) -> None:
    """Let SQLite itself find no more room: no more pages than now."""
    pages = journal._db.execute("PRAGMA page_count").fetchone()[0]
    journal._db.execute(f"PRAGMA max_page_count = {pages}")


def test_a_second_writer_is_a_conflict_and_not_a_mix(ram: Path, journal_at: JournalAt) -> None:
    one, two = journal_at(ram / "j.db"), journal_at(ram / "j.db")
    one.begin(CIRCLE)
    one.append(CIRCLE.meeting, 0, [FACT])
    three = journal_at(ram / "j.db")
    three.append(CIRCLE.meeting, 1, [FACT])
    with pytest.raises(JournalConflict):
        one.append(CIRCLE.meeting, 1, [FACT])
    one.append(CIRCLE.meeting, 2, [FACT])
    assert len(list(two.entries(CIRCLE.meeting))) == 3


def test_a_folder_that_is_a_link_to_elsewhere_is_refused(ram: Path, journal_at: JournalAt) -> None:
    (ram / "elsewhere").mkdir()
    (ram / "live").symlink_to(ram / "elsewhere")
    with pytest.raises(JournalFailure, match="cannot be used"):
        journal_at(ram / "live" / "j.db")


def test_a_gone_journal_fails_in_words_when_it_is_read(ram: Path, journal_at: JournalAt) -> None:
    journal = journal_at(ram / "j.db")
    journal.begin(CIRCLE)
    journal.append(CIRCLE.meeting, 0, [FACT])
    journal._db.execute("DROP TABLE facts")
    with pytest.raises(JournalFailure):
        journal.append(CIRCLE.meeting, 1, [FACT])
    with pytest.raises(JournalFailure):
        journal.entries(CIRCLE.meeting)
    journal.forget(CIRCLE.meeting)
    assert list(journal.meetings()) == []
