"""A file fits in one sitting, and says in its first lines what it is for."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import ROOT, build, written_files

MOST_LINES = 400
CODE = (".py", ".ts", ".tsx", ".js", ".mjs", ".css", ".html", ".sql", "Makefile")


def too_long(root: Path) -> list[str]:
    """Files in which nobody finds anything any more; generated ones are nobody's reading."""
    written = (path for path in written_files(root, *CODE) if not path.name.startswith("generated."))
    sizes = ((path.relative_to(root).as_posix(), len(path.read_text().splitlines())) for path in written)
    return [
        f"{name}: {lines} lines; past {MOST_LINES} there are two subjects in it"
        for name, lines in sizes
        if lines > MOST_LINES
    ]


def silent(root: Path) -> Iterator[str]:
    """Python modules that do not say what they are for. An empty file has nothing to explain."""
    for path in written_files(root, ".py"):
        tree = ast.parse(path.read_text(), str(path))
        if tree.body and not ast.get_docstring(tree):
            yield f"{path.relative_to(root).as_posix()} has no docstring"


def test_no_file_is_longer_than_one_sitting() -> None:
    assert too_long(ROOT) == []


def test_every_module_says_what_it_is_for() -> None:
    assert list(silent(ROOT)) == []


def test_a_long_file_and_a_silent_module_are_found(tmp_path: Path) -> None:
    house = build(
        tmp_path,
        {
            "server/long.py": '"""Much."""\n' + "x = 1\n" * MOST_LINES,
            "server/fits.py": '"""Enough."""\n' + "x = 1\n" * (MOST_LINES - 1),
            "server/silent.py": "x = 1",
            "server/__init__.py": "",
            "web_client/src/generated.ts": "x\n" * 1000,
            "web_client/src/room.css": "x\n" * 401,
        },
    )
    assert [line.split(":")[0] for line in too_long(house)] == ["server/long.py", "web_client/src/room.css"]
    assert list(silent(house)) == ["server/silent.py has no docstring"]
