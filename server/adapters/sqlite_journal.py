"""The live journal in SQLite on a folder in memory, written inline: 20 microseconds an entry.

No thread and no await: on tmpfs nothing can block, and a hop to a thread costs a
hundred times as much (settled.md 5). It holds facts without words and forgets a
meeting down to its free pages. A damaged file is moved aside whole; no part of it is
believed. It does not know what an entry means.
"""

import logging
import os
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from server.adapters.folders import own_file, own_folder, reason
from server.adapters.live_path import left_empty
from server.adapters.receipts import SETTLED
from server.ports import Entry, JournalConflict, JournalFailure, MeetingRecord, Receipt

log = logging.getLogger(__name__)

DAMAGED: Final = "-damaged"
_VERSION: Final = 1
_TABLES: Final = """
BEGIN IMMEDIATE;
CREATE TABLE meetings (
    meeting   TEXT PRIMARY KEY,
    "group"   TEXT NOT NULL,
    secret    BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE facts (
    meeting   TEXT NOT NULL,
    position  INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    command   TEXT,
    body      BLOB NOT NULL,
    PRIMARY KEY (meeting, position)
) STRICT, WITHOUT ROWID;
PRAGMA user_version = 1;
COMMIT;
"""
_APPEND: Final = "INSERT INTO facts (meeting, position, at, command, body) VALUES (?, ?, ?, ?, ?)"


class SqliteJournal:
    """The journal port on the file `path`, in a folder of its own in memory (see live_path.py)."""

    def __init__(self, path: Path) -> None:
        """Open it, or begin a fresh one.

        Raises:
            JournalFailure: there is no room, or no right to it.
        """
        if not own_folder(path.parent):
            raise JournalFailure(f"The folder {path.parent} for running meetings cannot be used.")
        self._file = path
        self._counts: dict[str, int] = {}
        self._ended: set[str] = set()
        try:
            self._db = self._opened()
        except (sqlite3.Error, OSError) as error:
            raise JournalFailure(f"The live journal {path} cannot be opened: {_why(error)}.") from error

    @property
    def survives_restart(self) -> bool:
        """A restart of the process, yes; of the machine, no."""
        return True

    def begin(self, meeting: MeetingRecord) -> None:
        """A meeting opens."""
        try:
            self._db.execute(
                'INSERT INTO meetings (meeting, "group", secret) VALUES (?, ?, ?)',
                (meeting.meeting, meeting.group, meeting.secret),
            )
        except sqlite3.Error as error:
            raise JournalFailure(_why(error)) from error
        self._counts[meeting.meeting] = 0

    def append(self, meeting: str, expected: int, entries: Sequence[Entry]) -> Receipt:
        """All or nothing, if the meeting has `expected` entries so far."""
        if self._counts.get(meeting) != expected:
            raise JournalConflict
        rows = [(meeting, expected + place, e.at, e.command, e.body) for place, e in enumerate(entries)]
        try:
            if len(rows) == 1:
                # One statement is a transaction of its own.
                self._db.execute(_APPEND, rows[0])
            elif rows:
                self._together(rows)
        except sqlite3.IntegrityError as error:
            self._counts[meeting] = self._count(meeting)
            raise JournalConflict from error
        except sqlite3.Error as error:
            raise JournalFailure(_why(error)) from error
        self._counts[meeting] = expected + len(rows)
        return SETTLED

    def meetings(self) -> Sequence[MeetingRecord]:
        """All that have not ended, in no particular order."""
        rows = self._read('SELECT meeting, "group", secret FROM meetings')
        return tuple(MeetingRecord(*row) for row in rows if row[0] not in self._ended)

    def entries(self, meeting: str) -> Iterable[Entry]:
        """The entries of one meeting, in order. Read at once: an open cursor would keep the log from being wiped."""
        rows = self._read("SELECT at, command, body FROM facts WHERE meeting = ? ORDER BY position", meeting)
        return tuple(Entry(*row) for row in rows)

    def forget(self, meeting: str) -> None:
        """Nothing of it stays: rows, free pages and log. What cannot be forgotten now is tried again next time."""
        self._counts.pop(meeting, None)
        self._ended.add(meeting)
        try:
            self._db.execute("BEGIN IMMEDIATE")
            for ended in self._ended:
                self._db.execute("DELETE FROM facts WHERE meeting = ?", (ended,))
                self._db.execute("DELETE FROM meetings WHERE meeting = ?", (ended,))
            self._db.execute("COMMIT")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            self._ended.clear()
        except sqlite3.Error:
            self._back()
            log.exception("journal_failed", extra={"doing": "forget"})

    def close(self) -> None:
        """Open meetings stay for the next start; where there are none, no file stays."""
        try:
            empty = not self.meetings()
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            self._db.close()
            if empty:
                self._file.unlink(missing_ok=True)
                left_empty(self._file.parent)
        except (JournalFailure, sqlite3.Error, OSError):
            log.exception("journal_failed", extra={"doing": "close"})
            self._db.close()

    def _together(self, rows: Sequence[tuple[object, ...]]) -> None:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            self._db.executemany(_APPEND, rows)
            self._db.execute("COMMIT")
        except BaseException:
            self._back()
            raise

    def _back(self) -> None:
        if self._db.in_transaction:
            self._db.execute("ROLLBACK")

    def _count(self, meeting: str) -> int:
        count: int = self._read("SELECT count(*) FROM facts WHERE meeting = ?", meeting)[0][0]
        return count

    def _read(self, statement: str, *values: object) -> list[Any]:
        """`Any`: SQLite's rows have the types the tables give them."""
        try:
            return self._db.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise JournalFailure(_why(error)) from error

    def _opened(self) -> sqlite3.Connection:
        try:
            return self._looked_at()
        except sqlite3.OperationalError:
            # Locked or full is not damaged: nothing is moved, the start says what is wrong.
            raise
        except sqlite3.DatabaseError:
            self._move_aside()
            log.error("journal_damaged")
            return self._looked_at()

    def _looked_at(self) -> sqlite3.Connection:
        """A connection to a whole journal, the counts taken; a `DatabaseError` means it is damaged."""
        own_file(self._file)
        db = sqlite3.connect(self._file, isolation_level=None)
        try:
            for pragma in (
                "busy_timeout=2000",
                "journal_mode=WAL",
                "synchronous=NORMAL",
                "secure_delete=ON",
                "temp_store=MEMORY",
                "cell_size_check=ON",
                "trusted_schema=OFF",
            ):
                db.execute(f"PRAGMA {pragma}").fetchall()
            version = db.execute("PRAGMA user_version").fetchone()[0]
            if version == 0:
                db.executescript(_TABLES)
            elif version != _VERSION or db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise sqlite3.DatabaseError("not a journal of this version, or damaged")
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            counts = dict.fromkeys((row[0] for row in db.execute("SELECT meeting FROM meetings")), 0)
            counts.update(db.execute("SELECT meeting, count(*) FROM facts GROUP BY meeting").fetchall())
        except BaseException:
            db.close()
            raise
        self._counts = counts
        return db

    def _move_aside(self) -> None:
        """Only the last damaged one is kept, in memory like the rest, so that damage cannot fill it."""
        aside = self._file.with_name(self._file.name + DAMAGED)
        for tail in ("", "-wal", "-shm"):
            beside = self._file.with_name(self._file.name + tail)
            if beside.exists():
                os.replace(beside, aside.with_name(aside.name + tail))


def _why(error: sqlite3.Error | OSError) -> str:
    """SQLite's own words name tables at most, never what is in them."""
    return reason(error) if isinstance(error, OSError) else str(error)
