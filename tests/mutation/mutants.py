"""What mutmut found, read from its folder: each mutant with its verdict and the one line that it changes.

mutmut writes every mutant of a function beside the function itself, and its verdicts into a
`.meta` file for each source. This module knows those two shapes and nothing about running.
"""

import ast
import difflib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
MUTANTS = ROOT / "mutants"
SOURCES = "server/room"

SURVIVED, NO_TESTS = 0, 33
_AROUND = 24
TIMEOUTS = frozenset({-24, 24, 36, 152, 255})


@dataclass(frozen=True)
class Mutant:
    """One change that was tried."""

    name: str
    """As mutmut says it: `server.room.turns.x_stop__mutmut_4`."""
    code: int | None
    """How the tests ended: 0 all passed, 33 no test comes by, None not tried, a timeout, or killed."""

    @property
    def file(self) -> str:
        """`turns.py`."""
        return self.name.split(".")[2] + ".py"

    @property
    def function(self) -> str:
        """`stop`, or `Asked.granted` in a class."""
        mangled = self.name.split(".")[3].rpartition("__mutmut_")[0]
        return mangled.removeprefix("x_") if mangled.startswith("x_") else mangled[2:].replace("ǁ", ".")

    @property
    def lives(self) -> bool:
        """Whether no test has noticed it."""
        return self.code in (SURVIVED, NO_TESTS)


def found(folder: Path = MUTANTS) -> Iterator[Mutant]:
    """Every mutant that mutmut has made, tried or not."""
    for path in sorted((folder / SOURCES).glob("*.py.meta")):
        for name, code in json.loads(path.read_text())["exit_code_by_key"].items():
            yield Mutant(name, code)


@dataclass(frozen=True)
class Change:
    """What stood there before, and what after."""

    before: str
    after: str

    def __str__(self) -> str:
        return f"`{self.before}` → `{self.after}`"


def functions(text: str) -> dict[str, ast.FunctionDef]:
    """Every function of a source that mutmut wrote, by the name it gave it."""
    return {node.name: node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)}


def changes(mutants: list[Mutant], folder: Path = MUTANTS) -> dict[Mutant, Change]:
    """What each of these mutants changes."""
    answer = {}
    for file in {mutant.file for mutant in mutants}:
        known = functions((folder / SOURCES / file).read_text())
        for mutant in mutants:
            if mutant.file == file:
                short = mutant.name.rpartition(".")[2]
                original = known[re.sub(r"__mutmut_\d+$", "__mutmut_orig", short)]
                answer[mutant] = _difference(original, known[short])
    return answer


def _difference(original: ast.FunctionDef, mutated: ast.FunctionDef) -> Change:
    """The lines that differ, cut to the part that does and a little of what stands around it."""
    gone, come = [], []
    for line in difflib.ndiff(statements(original), statements(mutated)):
        if line.startswith("- "):
            gone.append(line[2:].strip())
        elif line.startswith("+ "):
            come.append(line[2:].strip())
    return shortened(" ".join(gone), " ".join(come))


def shortened(old: str, new: str) -> Change:
    """Without what both have at the beginning and at the end, but for a little of it."""
    start = _alike(old, new)
    rest = _alike(old[start:][::-1], new[start:][::-1])
    first, last = max(0, start - _AROUND), max(0, rest - _AROUND)
    return Change(old[first : len(old) - last], new[first : len(new) - last])


def _alike(one: str, other: str) -> int:
    """How many letters both begin with."""
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))


def statements(function: ast.FunctionDef) -> list[str]:
    """What a function does, line by line, in one formatting whatever the source looked like."""
    return ast.unparse(ast.Module(body=function.body, type_ignores=[])).splitlines()
