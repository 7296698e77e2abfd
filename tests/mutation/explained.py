"""The survivors that docs/mutation.md explains, in one line each.

`file`, `function`, what stood there and what came instead, and why nobody can see it.
"""

import re

from tests.mutation.mutants import ROOT, Change, Mutant

PAGE = ROOT / "docs" / "mutation.md"
_LINE = re.compile(r"^- `(?P<file>\w+\.py)` `(?P<function>[\w.]+)`: `(?P<before>.*?)` → `(?P<after>.*?)`: \S")


Key = tuple[str, str, str, str]
"""(file, function, before, after): mutmut's own numbers change with every line that is written."""


def explained() -> frozenset[Key]:
    """Every mutant that the page speaks of."""
    return frozenset(filter(None, map(named, PAGE.read_text().splitlines())))


def named(line: str) -> Key | None:
    """The mutant that a line of the page explains; None when it is no such line."""
    match = _LINE.match(line)
    return (match["file"], match["function"], match["before"], match["after"]) if match else None


def key(mutant: Mutant, change: Change) -> Key:
    """How the page names a mutant."""
    return mutant.file, mutant.function, change.before, change.after
