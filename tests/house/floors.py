"""The floors of the Python house, and a checker that reads them off the imports.

A module may import from floors strictly below its own, and from its own folder.
The table is the architecture page in code; a module that stands on no floor is
itself a fault, so that nothing new goes up without a place. Nothing is executed.
"""

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.house.imports import imported
from tests.house.tree import PYTHON_FOLDERS, module_name, sources


@dataclass(frozen=True)
class Floor:
    """A number, and the folder (or files) whose modules may know one another."""

    number: int
    folder: str


ENTRANCE = Floor(-1, "entrance")
FLOORS: dict[str, Floor] = {
    "protocol": Floor(0, "protocol"),
    "moderation": Floor(1, "moderation"),
    "server.room": Floor(2, "server/room"),
    "server.ports": Floor(3, "server"),
    "server.settings": Floor(3, "server"),
    "server.privacy": Floor(3, "server"),
    "server.adapters": Floor(4, "server/adapters"),
    "server.runtime": Floor(5, "server/runtime"),
    "server.edge": Floor(6, "server/edge"),
    "server.app": Floor(7, "server/app"),
    "server.cli": Floor(8, "roof"),
    "server.__main__": Floor(8, "roof"),
    # Importing anything in `server` runs this file first, so it may know nobody.
    "server.__init__": ENTRANCE,
}
PURE = ("protocol", "moderation", "server.room")
# Time, chance, waiting and the outside are arguments on the pure floors.
# fmt: off
NOT_PURE = frozenset((
    "asyncio", "concurrent", "ctypes", "http", "importlib", "io", "logging", "multiprocessing",
    "os", "random", "secrets", "select", "shutil", "signal", "socket", "sqlite3",
    "ssl", "subprocess", "tempfile", "threading", "time", "urllib", "uuid",
))
# fmt: on
# Who alone may know a library or a folder: so that it can be exchanged in one place.
ONLY = {
    "websockets": ("server.edge",),
    "aiosqlite": ("server.adapters",),
    "sqlite3": ("server.adapters",),
    "argon2": ("server.adapters",),
    "click": ("server.cli", "server.__main__"),
    "segno": ("server.cli", "server.__main__"),
    "server.adapters": ("server.adapters", "server.app"),
}
TOP_LEVEL = frozenset(["server", "protocol", "moderation", "web_client", "tests", "docs", "deploy"])


def floor_of(module: str) -> Floor | None:
    """The floor a module of ours stands on: the longest name in the table that it begins with."""
    parts = module.split(".")
    for length in range(len(parts), 0, -1):
        found = FLOORS.get(".".join(parts[:length]))
        if found:
            return found
    return None


def within(module: str, place: str) -> bool:
    """Whether a module is the place or lies in it."""
    return module == place or module.startswith(f"{place}.")


def violations(root: Path) -> Iterator[str]:
    """Every import that looks up or sideways, one sentence each."""
    for path in sources(root):
        module = module_name(root, path)
        here = floor_of(module)
        if here is None:
            yield f"{module} stands on no floor: give it a place in tests/house/floors.py, with an argument"
            continue
        for target in imported(path, root):
            yield from judged(module, here, target)


def judged(module: str, here: Floor, target: str) -> Iterator[str]:
    """What is wrong with one import."""
    top = target.split(".")[0]
    for name, who in ONLY.items():
        if within(target, name) and not any(within(module, place) for place in who):
            yield f"{module} imports {target}; only {' and '.join(who)} may know {name}"
    if top in PYTHON_FOLDERS:
        there = floor_of(target)
        if there is None:
            yield f"{module} imports {target}, which stands on no floor"
        elif there.number >= here.number and there.folder != here.folder and there is not ENTRANCE:
            yield f"{module} (floor {here.number}) imports {target} (floor {there.number})"
    elif any(within(module, place) for place in PURE) and top in NOT_PURE:
        yield f"{module} imports {target}; on a pure floor that comes as an argument"


def declared(root: Path) -> frozenset[str]:
    """Import names of what pyproject says the server needs to run."""
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    names = (entry.split(">")[0].split("=")[0].strip() for entry in project["dependencies"])
    # argon2-cffi is imported as argon2; pydantic's two smaller halves come with it.
    return frozenset(name.replace("-cffi", "").replace("-", "_") for name in names) | {
        "pydantic_core",
        "annotated_types",
        "typing_extensions",
    }


def undeclared(root: Path) -> Iterator[str]:
    """Imports of something that is neither ours, nor Python's, nor declared."""
    known = declared(root) | sys.stdlib_module_names | set(PYTHON_FOLDERS)
    for path in sources(root):
        for target in imported(path, root):
            if target.split(".")[0] not in known:
                yield f"{module_name(root, path)} imports {target}, which pyproject.toml does not name"


def strange_folders(root: Path) -> list[str]:
    """Top-level folders that the architecture does not know."""
    made = {"dist", "node_modules", "data", "mutants", "test-results", "__pycache__"}
    found = (path.name for path in root.iterdir() if path.is_dir() and not path.name.startswith("."))
    return sorted(set(found) - TOP_LEVEL - made)
