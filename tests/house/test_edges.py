"""Every row of the edge cases has its story, and docs/edge-cases.md says what the rows say."""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from tests.house.tree import ROOT, build
from tests.room.edges.page import page, rows
from tests.room.edges.row import Row, story_name

_REASON_LEAST = 3
"""Words that a reason has at least."""


def unproven(rows: Iterable[Row], collected: frozenset[str], root: Path) -> Iterator[str]:
    """Rows without a story, with a story that is not there, or with neither a story nor a reason."""
    for row in rows:
        if bool(row.where) == bool(row.not_yet):
            yield f"{row.promise}: needs a story, or a reason why not yet, and not both"
        elif row.not_yet and len(row.not_yet.split()) < _REASON_LEAST:
            yield f"{row.promise}: {row.not_yet} is no reason"
        elif row.in_client and not _titled(root / row.file, row.promise):
            yield f"{row.promise}: is no title in {row.file}"
        elif row.where and not row.in_client and row.story not in collected:
            yield f"{row.promise}: pytest does not collect {row.story}"


def shared(rows: Iterable[Row]) -> list[str]:
    """Promises that stand in more than one row: then one story would have to prove two things."""
    return [name for name, count in Counter(story_name(row.promise) for row in rows).items() if count > 1]


def _titled(path: Path, title: str) -> bool:
    """Whether the file has a vitest story with this title."""
    return path.is_file() and re.search(rf'\b(it|test)\(\s*"{re.escape(title)}"', path.read_text()) is not None


@cache
def _collected() -> frozenset[str]:
    """The node names that pytest finds in the files of the rows, without parameters."""
    files = sorted({row.file for row in rows() if row.where and not row.in_client})
    command = (sys.executable, "-m", "pytest", "--collect-only", "-q", "--color=no", "-p", "no:cacheprovider", *files)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr
    return frozenset(line.partition("[")[0] for line in done.stdout.splitlines() if "::" in line)


def test_every_row_has_its_story() -> None:
    assert list(unproven(rows(), _collected(), ROOT)) == []


def test_no_two_rows_share_a_promise() -> None:
    assert shared(rows()) == []


def test_the_page_says_what_the_rows_say() -> None:
    assert (ROOT / "docs/edge-cases.md").read_text() == page(), (
        "run: .venv/bin/python -m tests.room.edges > docs/edge-cases.md"
    )


def test_there_are_rows() -> None:
    assert len(rows()) > 150


def test_a_row_without_its_story_is_found(tmp_path: Path) -> None:
    house = build(tmp_path, {"web_client/src/x.test.ts": 'it("is told", () => {})'})
    sample = (
        Row("Fine", "Nobody's hand is lost", "room/test_x.py::TestHands"),
        Row("Fine, later", "A bell rings", not_yet="There is no bell yet."),
        Row("Fine, in the client", "is told", "web_client/src/x.test.ts"),
        Row("No such test", "A hand is found", "room/test_x.py::TestHands"),
        Row("No such title", "is told twice", "web_client/src/x.test.ts"),
        Row("Nothing at all", "A hand is up"),
        Row("Both", "A hand is down", "room/test_x.py", not_yet="It is not built."),
        Row("No reason", "A hand waits", not_yet="Later."),
    )
    collected = frozenset({"tests/room/test_x.py::TestHands::test_nobodys_hand_is_lost"})
    found = [line.partition(":")[0] for line in unproven(sample, collected, house)]
    assert found == ["A hand is found", "is told twice", "A hand is up", "A hand is down", "A hand waits"]


def test_a_shared_promise_is_found() -> None:
    assert shared((Row("One", "It waits.", "a"), Row("Another", "it waits", "b"), Row("Third", "It goes on", "c"))) == [
        "test_it_waits"
    ]
