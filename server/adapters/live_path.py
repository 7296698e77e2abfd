"""Finds a folder in memory for the live journal, where a crash leaves it and a power cut does not.

Only a mount that is tmpfs or ramfs counts, as the kernel says, not as its name suggests;
only a folder of our own in it, 0700, no symlink. When there is none the answer is None,
the journal stays in the process, and the server says so. It never falls back to a disk.
"""

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from server.adapters.folders import own_folder
from server.ports import DirectoryFailure

_OURS = re.compile(r"(talking-piece-)?[0-9a-f]{16}")
IN_MEMORY = frozenset({"tmpfs", "ramfs"})
_MOUNTS = Path("/proc/self/mountinfo")


def live_path(data: Path) -> Path | None:
    """A folder in memory for the server with this data folder; its own, so that two servers do not share."""
    name = hashlib.sha256(f"{os.geteuid()}:{data.resolve()}".encode()).hexdigest()[:16]
    for base, folder in _places(name):
        if in_memory(base) and own_folder(folder):
            return folder
    return None


def chosen_live_path(live: str, data: Path) -> Path | None:
    """What the setting `keep.live` means: a folder, `auto`, or `memory`.

    Raises:
        DirectoryFailure: the named folder is not in memory, or not ours.
    """
    if live == "memory":
        return None
    if live == "auto":
        return live_path(data)
    folder = Path(live)
    if not in_memory(folder):
        raise DirectoryFailure(f"keep.live: {folder} is not in memory (tmpfs); running meetings must not reach a disk.")
    if not own_folder(folder):
        raise DirectoryFailure(f"keep.live: {folder} cannot be used; it must be a folder of this server's user alone.")
    return folder


def left_empty(folder: Path) -> None:
    """Nothing is kept in it any more: a folder that was made here goes, one that a host made stays."""
    if _OURS.fullmatch(folder.name):
        with suppress(OSError):
            folder.rmdir()


def _places(name: str) -> Iterator[tuple[Path, Path]]:
    """(mount to look at, folder to use), the best first: systemd's, the system's, the person's, everybody's."""
    for given in filter(None, os.environ.get("RUNTIME_DIRECTORY", "").split(":")):
        yield Path(given), Path(given) / name
    run = Path("/run/talking-piece")
    # With the right to write there (root, mostly), the folder of the service is made for it.
    if run.is_dir() or (in_memory(run.parent) and own_folder(run)):
        yield run, run / name
    yield Path(f"/run/user/{os.geteuid()}"), Path(f"/run/user/{os.geteuid()}/talking-piece-{name}")
    yield Path("/dev/shm"), Path(f"/dev/shm/talking-piece-{name}")  # noqa: S108  # 0700, owned and no symlink: checked


def in_memory(path: Path, mounts: str | None = None) -> bool:
    """Whether what is written under `path` stays in memory. `mounts` is the kernel's table, for tests."""
    try:
        table = _MOUNTS.read_text() if mounts is None else mounts
        place = path.resolve()
    except OSError:
        return False
    best, kind = -1, ""
    for line in table.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split()
        if len(fields) < 5 or not after:
            continue
        mount = Path(_plain(fields[4]))
        # Among equals the later one lies on top.
        if (place == mount or mount in place.parents) and len(mount.parts) >= best:
            best, kind = len(mount.parts), after.split()[0]
    return kind in IN_MEMORY


def _plain(escaped: str) -> str:
    """The kernel writes blanks and backslashes in mount points as octal."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), escaped)
