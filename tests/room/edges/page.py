"""The page docs/edge-cases.md, made from the rows: `python -m tests.room.edges > docs/edge-cases.md`."""

from collections.abc import Iterator
from typing import Final

from tests.room.edges import (
    common,
    holding,
    laws,
    open_floor,
    passing,
    raised_hands,
    rounds,
    share_and_respond,
    silence,
)
from tests.room.edges.row import Row, Section

SECTIONS: Final[tuple[Section, ...]] = (
    common.SECTION,
    laws.SECTION,
    open_floor.SECTION,
    raised_hands.SECTION,
    rounds.RULES,
    rounds.CASES,
    share_and_respond.SECTION,
    passing.SECTION,
    silence.SECTION,
    holding.SECTION,
)

_TOP = """# Edge cases

What happens when a line is lost, two people act at once, somebody comes late, or nobody holds the room.
This page is made from `tests/room/edges` by `python -m tests.room.edges > docs/edge-cases.md`; a test compares the two.

Each row is a case, a promise, and where its story is. The name of the story is the promise: "The lot decides the
order." is `test_the_lot_decides_the_order`. A test of the house holds that every story exists and that no two rows
share one. What is not kept yet stands here too, with its reason.

{kept} of {all} promises are kept.
"""


def rows() -> tuple[Row, ...]:
    """All rows, in the order of the page."""
    return tuple(row for section in SECTIONS for row in section.rows)


def page() -> str:
    """The whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield _TOP.format(kept=sum(not row.not_yet for row in rows()), all=len(rows()))
    for section in SECTIONS:
        yield from (f"## {section.title}", "", section.about, "", "| Case | Promise | Story |", "|---|---|---|")
        for row in section.rows:
            yield f"| {row.case} | {_sentence(row.promise)} | {_proof(row)} |"
        if section is not SECTIONS[-1]:
            yield ""


def _sentence(promise: str) -> str:
    return f"{promise[0].upper()}{promise[1:]}."


def _proof(row: Row) -> str:
    return f"**not yet**: {row.not_yet}" if row.not_yet else f"[{row.place}](../{row.file})"
