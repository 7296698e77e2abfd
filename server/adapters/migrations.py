"""Brings a directory file to the newest shape: numbered SQL files, `PRAGMA user_version`, a copy first.

Each step is one transaction: it happened or it did not. A file from a newer version of
this program is left alone. It does not know what the tables mean.
"""

import re
import sqlite3
from pathlib import Path

from server.adapters.folders import own_file
from server.ports import DirectoryFailure

SCHEMA = Path(__file__).parent / "schema"


def newest(folder: Path = SCHEMA) -> int:
    """The version that this program writes."""
    return max(number for number, _ in steps(folder))


def steps(folder: Path = SCHEMA) -> list[tuple[int, Path]]:
    """(version it leads to, file), in order."""
    found = ((re.match(r"(\d{4})_[a-z_]+\.sql$", path.name), path) for path in folder.iterdir())
    return sorted((int(match[1]), path) for match, path in found if match)


def migrated(db: sqlite3.Connection, file: Path, folder: Path = SCHEMA) -> None:
    """Take all steps that are missing.

    Raises:
        DirectoryFailure: the file is newer than this program.
        sqlite3.Error: a step failed; the file is as it was before that step.
    """
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    if version > newest(folder):
        raise DirectoryFailure(f"{file} was written by a newer version of Talking Piece; please use that one.")
    missing = [(number, path) for number, path in steps(folder) if number > version]
    if missing and version > 0:
        copied(db, file.with_name(f"{file.stem}-before-{missing[0][0]:04}{file.suffix}"))
    for number, path in missing:
        try:
            db.executescript(f"BEGIN IMMEDIATE;\n{path.read_text()}\nPRAGMA user_version = {number};\nCOMMIT;")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise


def copied(db: sqlite3.Connection, copy: Path) -> None:
    """A whole copy of the database in a file of our own."""
    own_file(copy)
    target = sqlite3.connect(copy)
    try:
        db.backup(target)
    finally:
        target.close()
