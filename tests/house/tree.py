"""Where the files of this house are, for the tests that hold its structure.

Lists what a person wrote, and leaves out what make and tools have made (the same
names as in .gitignore). Every function takes the root as an argument, so that a
test can build a small house with a fault in it and see the fault found.
"""

import os
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PYTHON_FOLDERS = ("protocol", "moderation", "server")
MADE_BY_TOOLS = frozenset(
    {
        ".git",
        ".venv",
        "node_modules",
        "dist",
        "__pycache__",
        ".pytest_cache",
        ".mypy_cache",
        ".ruff_cache",
        ".hypothesis",
        ".vite",
        "coverage",
        "mutants",
        "test-results",
        "data",
    }
)


def written_files(root: Path, *suffixes: str) -> Iterator[Path]:
    """Every written file below `root`, sorted; with suffixes given, only those."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(set(folders) - MADE_BY_TOOLS)
        for name in sorted(names):
            if not suffixes or name.endswith(suffixes):
                yield Path(folder) / name


def sources(root: Path) -> Iterator[Path]:
    """Every Python source module of the house (not its tests)."""
    for folder in PYTHON_FOLDERS:
        yield from written_files(root / folder, ".py")


def module_name(root: Path, path: Path) -> str:
    """`server/room/decide.py` -> `server.room.decide`; a package's own file keeps its `__init__`."""
    return ".".join(path.relative_to(root).with_suffix("").parts)


def build(root: Path, files: dict[str, str]) -> Path:
    """A small house for a test: writes `files` below `root`."""
    for place, text in files.items():
        path = root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root
