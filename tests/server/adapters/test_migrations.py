"""A directory file grows with the program: every step whole or not at all, with a copy before."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.adapters.migrations import SCHEMA, migrated, newest, steps

FIRST = "CREATE TABLE groups (name TEXT) STRICT;\nINSERT INTO groups VALUES ('morning');"
SECOND = "ALTER TABLE groups ADD COLUMN door TEXT NOT NULL DEFAULT 'knock';"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two steps."""
    made = tmp_path / "schema"
    made.mkdir()
    (made / "0001_first.sql").write_text(FIRST)
    return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "directory.sqlite"


@pytest.fixture
def db(file: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(file, isolation_level=None)
    yield connection
    connection.close()


def version(db: sqlite3.Connection) -> int:
    number: int = db.execute("PRAGMA user_version").fetchone()[0]
    return number


def test_a_new_file_takes_all_steps_without_a_copy(db: sqlite3.Connection, file: Path, folder: Path) -> None:
    (folder / "0002_second.sql").write_text(SECOND)
    migrated(db, file, folder)
    assert version(db) == 2
    assert db.execute("SELECT * FROM groups").fetchall() == [("morning", "knock")]
    assert list(file.parent.glob("*before*")) == []


def test_an_older_file_takes_the_missing_steps_after_a_copy(db: sqlite3.Connection, file: Path, folder: Path) -> None:
    migrated(db, file, folder)
    (folder / "0002_second.sql").write_text(SECOND)
    migrated(db, file, folder)
    assert version(db) == 2
    copy = file.with_name("directory-before-0002.sqlite")
    assert copy.stat().st_mode & 0o777 == 0o600
    before = sqlite3.connect(copy)
    assert before.execute("SELECT * FROM groups").fetchall() == [("morning",)]
    assert version(before) == 1
    before.close()


def test_a_step_that_fails_half_way_changes_nothing(db: sqlite3.Connection, file: Path, folder: Path) -> None:
    migrated(db, file, folder)
    (folder / "0002_broken.sql").write_text(SECOND + "\nINSERT INTO nothing VALUES (1);")
    with pytest.raises(sqlite3.OperationalError):
        migrated(db, file, folder)
    assert version(db) == 1
    assert db.execute("SELECT * FROM groups").fetchall() == [("morning",)]


def test_a_newest_file_is_left_as_it_is(db: sqlite3.Connection, file: Path, folder: Path) -> None:
    migrated(db, file, folder)
    migrated(db, file, folder)
    assert db.execute("SELECT count(*) FROM groups").fetchone() == (1,)


def test_the_real_steps_are_numbered_without_gaps() -> None:
    assert [number for number, _ in steps(SCHEMA)] == list(range(1, newest() + 1))
