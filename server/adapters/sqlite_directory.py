"""The directory port: groups, facilitators and once-links in SQLite on disk, through aiosqlite.

One connection, one statement a method where possible, so that a busy loop is waited for
once. Never on the path of a message. What is removed is overwritten, in the file and
in its log. Beside the server that holds the lock, a second short process may add a link.
"""

import fcntl
import json
import os
import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Self

import aiosqlite

from protocol.room_settings import HeldBy
from protocol.rooms import DoorLevel, Mode
from protocol.words import Words
from server.adapters.folders import DIRECTORY_FILE, OWN_FILE, data_folder, own_file, reason
from server.adapters.migrations import migrated, newest
from server.ports import DirectoryFailure, FacilitatorRecord, GroupRecord, OnceLink

LOCK_FILE = "lock"
_PRAGMAS = (
    "busy_timeout=2000",
    "journal_mode=WAL",
    "synchronous=FULL",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "trusted_schema=OFF",
    "foreign_keys=ON",
    "cell_size_check=ON",
)
_GROUP = 'SELECT "group", facilitator, name, mode, door, agreement, agreement_version, invitation, held_by FROM groups'
_FACILITATOR = "SELECT facilitator, label, link, passphrase FROM facilitators"
_THEIRS = "link = ?1 OR facilitator = (SELECT facilitator FROM devices WHERE link = ?1)"
_LOOK = "SELECT kind, link, facilitator, expires FROM once_links WHERE link = ?"
_USE = "DELETE FROM once_links WHERE link = ? RETURNING kind, link, facilitator, expires"
_WIPE_LOG = "PRAGMA wal_checkpoint(TRUNCATE)"


class SqliteDirectory:
    """The directory port on `<data>/directory.sqlite`."""

    def __init__(self, db: aiosqlite.Connection, lock: int | None, wall: Callable[[], float]) -> None:
        self._db = db
        self._lock = lock
        self._wall = wall

    @classmethod
    async def opened(cls, data: Path, *, beside: bool = False, wall: Callable[[], float] = time.time) -> Self:
        """Open the directory of this data folder, made and migrated if need be.

        `beside` is for a second process that adds a link while the server runs.

        Raises:
            DirectoryFailure: in one sentence for the host, why not.
        """
        file = data_folder(data) / DIRECTORY_FILE
        lock = _locked(data / LOCK_FILE, beside=beside)
        try:
            # Not in the thread: nothing is served yet, and the connection below shall find everything ready.
            _prepared(file, alone=lock is not None)
            db = await aiosqlite.connect(file, isolation_level=None)
        except (sqlite3.Error, OSError) as error:
            _unlocked(lock)
            raise _kind(error, file) from error
        except BaseException:
            _unlocked(lock)
            raise
        directory = cls(db, lock, wall)
        try:
            await db.executescript(";".join(f"PRAGMA {pragma}" for pragma in _PRAGMAS))
        except BaseException as error:
            await directory.close()
            if isinstance(error, sqlite3.Error):
                raise _kind(error, file) from error
            raise
        return directory

    async def groups_of(self, facilitator: str) -> Sequence[GroupRecord]:
        """Oldest first."""
        rows = await self._ask(f"{_GROUP} WHERE facilitator = ? ORDER BY position", facilitator)
        return tuple(_group(row) for row in rows)

    async def group(self, group: str) -> GroupRecord | None:
        """One group."""
        rows = await self._ask(f'{_GROUP} WHERE "group" = ?', group)
        return _group(rows[0]) if rows else None

    async def group_by_invitation(self, invitation: bytes) -> GroupRecord | None:
        """By the keyed hash; a constant-time comparison is not needed on what cannot be guessed or chosen."""
        rows = await self._ask(f"{_GROUP} WHERE invitation = ?", invitation)
        return _group(rows[0]) if rows else None

    async def add_group(self, group: GroupRecord) -> None:
        """A new group."""
        await self._ask(
            'INSERT INTO groups ("group", facilitator, name, mode, door, agreement, agreement_version, invitation, '
            "held_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            group.group,
            group.facilitator,
            str(group.name),
            group.mode,
            group.door,
            json.dumps(group.agreement, ensure_ascii=False),
            group.agreement_version,
            group.invitation,
            group.held_by,
        )

    async def set_invitation(self, group: str, invitation: bytes | None) -> None:
        """Replace or end the invitation, and wipe the log: this is where a meeting ends."""
        await self._ask('UPDATE groups SET invitation = ? WHERE "group" = ?', invitation, group)
        await self._ask(_WIPE_LOG)

    async def remove_group(self, group: str) -> None:
        """Nothing of it stays in the file."""
        await self._ask('DELETE FROM groups WHERE "group" = ?', group)
        await self._ask(_WIPE_LOG)

    async def facilitators(self) -> Sequence[FacilitatorRecord]:
        """Oldest first, without those of trials."""
        return tuple(_facilitator(row) for row in await self._ask(f"{_FACILITATOR} WHERE trial = 0 ORDER BY position"))

    async def facilitator_by_link(self, link: bytes) -> FacilitatorRecord | None:
        """By the keyed hash of the link they began with, or of a paired device's."""
        rows = await self._ask(f"{_FACILITATOR} WHERE {_THEIRS}", link)
        return _facilitator(rows[0]) if rows else None

    async def add_facilitator(self, facilitator: FacilitatorRecord, *, trial: bool = False) -> None:
        """A new facilitator."""
        await self._ask(
            "INSERT INTO facilitators (facilitator, label, link, passphrase, trial) VALUES (?, ?, ?, ?, ?)",
            facilitator.facilitator,
            str(facilitator.label),
            facilitator.link,
            facilitator.passphrase,
            int(trial),
        )

    async def set_passphrase(self, facilitator: str, passphrase: str) -> None:
        """The encoded hash; an older one is overwritten."""
        await self._ask("UPDATE facilitators SET passphrase = ? WHERE facilitator = ?", passphrase, facilitator)
        await self._ask(_WIPE_LOG)

    async def devices_of(self, facilitator: str) -> int:
        """Beside the link they began with."""
        rows = await self._ask("SELECT count(*) FROM devices WHERE facilitator = ?", facilitator)
        return int(rows[0][0])

    async def add_device(self, facilitator: str, link: bytes) -> None:
        """A paired device."""
        await self._ask("INSERT INTO devices (link, facilitator) VALUES (?, ?)", link, facilitator)

    async def remove_device(self, link: bytes) -> None:
        """Nothing of it stays in the file."""
        await self._ask("DELETE FROM devices WHERE link = ?", link)
        await self._ask(_WIPE_LOG)

    async def keep_only(self, facilitator: str, link: bytes) -> None:
        """The devices go in the same statement (a trigger in the schema)."""
        await self._ask("UPDATE facilitators SET link = ? WHERE facilitator = ?", link, facilitator)
        await self._ask(_WIPE_LOG)

    async def remove_facilitator(self, facilitator: str) -> None:
        """The facilitator, their groups, devices and once-links, in one statement."""
        await self._ask("DELETE FROM facilitators WHERE facilitator = ?", facilitator)
        await self._ask(_WIPE_LOG)

    async def add_once_link(self, link: OnceLink) -> None:
        """Expired ones of its kind go at the same time (a trigger in the schema)."""
        await self._ask(
            "INSERT INTO once_links (link, kind, facilitator, made, expires) VALUES (?, ?, ?, ?, ?)",
            link.link,
            link.kind,
            link.facilitator,
            int(self._wall()),
            link.expires,
        )

    async def once_link(self, link: bytes) -> OnceLink | None:
        """Look without using."""
        return _once_link(
            await self._ask("SELECT kind, link, facilitator, expires FROM once_links WHERE link = ?", link)
        )

    async def use_once_link(self, link: bytes) -> OnceLink | None:
        """Taken in the same statement, so that of two who come at once one gets it."""
        return _once_link(await self._ask(_USE, link))

    async def used_before(self) -> bool:
        """The sequence remembers facilitators that are gone."""
        return bool(await self._ask("SELECT 1 FROM sqlite_sequence WHERE name = 'facilitators' AND seq > 0"))

    async def close(self) -> None:
        """The log is wiped and the thread ended; harmless twice. Without this the process would not end."""
        try:
            await self._db.execute_fetchall(_WIPE_LOG)
        except (sqlite3.Error, ValueError):
            pass  # closed already, or the disk is full: neither may keep the process from ending
        finally:
            await self._db.close()
            _unlocked(self._lock)
            self._lock = None

    async def _ask(self, statement: str, *values: object) -> list[Any]:
        """One statement, its own transaction. `Any`: SQLite's rows have the types the schema gives them."""
        try:
            return list(await self._db.execute_fetchall(statement, values))
        except (sqlite3.Error, OSError) as error:
            raise DirectoryFailure("The directory cannot be used just now.") from error


def _group(row: tuple[str, str, str, Mode, DoorLevel, str, int, bytes | None, HeldBy | None]) -> GroupRecord:
    group, facilitator, name, mode, door, agreement, version, invitation, held_by = row
    lines = tuple(Words(line) for line in json.loads(agreement))
    return GroupRecord(group, facilitator, Words(name), mode, door, lines, version, invitation, held_by)


def _facilitator(row: tuple[str, str, bytes, str | None]) -> FacilitatorRecord:
    facilitator, label, link, passphrase = row
    return FacilitatorRecord(facilitator, Words(label), link, passphrase)


def _once_link(rows: list[Any]) -> OnceLink | None:  # Any: as in `_ask`
    return OnceLink(*rows[0]) if rows else None


def _prepared(file: Path, *, alone: bool) -> None:
    """A whole file of the newest shape, with nothing old in its log."""
    own_file(file)
    db = sqlite3.connect(file, isolation_level=None)
    try:
        for pragma in _PRAGMAS:
            db.execute(f"PRAGMA {pragma}").fetchall()
        if alone:
            if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise sqlite3.DatabaseError("quick_check")
            migrated(db, file)
            db.execute(_WIPE_LOG).fetchall()
        elif db.execute("PRAGMA user_version").fetchone()[0] != newest():
            raise DirectoryFailure("The server that runs here is of another version; please use its own command.")
    finally:
        db.close()


def _locked(path: Path, *, beside: bool) -> int | None:
    """The lock of the data folder, held until the process ends; None beside the server that holds it."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, OWN_FILE)
    except OSError as error:
        raise DirectoryFailure(f"The data folder {path.parent} cannot be written: {reason(error)}.") from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(handle)
        if beside:
            return None
        raise DirectoryFailure(
            f"Another Talking Piece server uses the data folder {path.parent}; end it, or choose another folder."
        ) from error
    return handle


def _unlocked(lock: int | None) -> None:
    if lock is not None:
        os.close(lock)


def _kind(error: sqlite3.Error | OSError, file: Path) -> DirectoryFailure:
    """One sentence for the host."""
    if isinstance(error, OSError):
        return DirectoryFailure(f"The directory {file} cannot be used: {reason(error)}.")
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith("SQLITE_FULL"):
        return DirectoryFailure(f"The directory {file} cannot be written: the disk is full.")
    if name.startswith("SQLITE_READONLY"):
        return DirectoryFailure(f"The directory {file} is read-only; please look at its owner and rights.")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return DirectoryFailure(f"The directory {file} is in use by another program.")
    if isinstance(error, sqlite3.OperationalError):
        return DirectoryFailure(f"The directory {file} cannot be used: {error}.")
    return DirectoryFailure(f"The directory {file} is damaged; please put back a copy. Nothing was changed.")
