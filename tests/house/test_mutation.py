"""What reads mutmut's answers reads them rightly, and docs/mutation.md explains mutants that can still be made."""

import ast

from tests.house.tree import ROOT
from tests.mutation.__main__ import sampled
from tests.mutation.explained import PAGE, explained, named
from tests.mutation.mutants import SOURCES, Change, Mutant, shortened, statements


def test_a_mutant_says_where_it_is() -> None:
    mutant = Mutant("server.room.turns.x__stop__mutmut_4", 0)
    assert (mutant.file, mutant.function, mutant.lives) == ("turns.py", "_stop", True)
    method = Mutant("server.room.memory.xǁRingǁforget__mutmut_1", 1)
    assert (method.file, method.function, method.lives) == ("memory.py", "Ring.forget", False)


def test_a_change_is_told_with_a_little_around_it() -> None:
    around = "x" * 40
    change = shortened(f"{around}(a, b){around}", f"{around}(a){around}")
    assert change == Change(f"{'x' * 22}(a, b){'x' * 23}", f"{'x' * 22}(a){'x' * 23}")
    assert shortened("a < b", "a <= b") == Change("a < b", "a <= b")


def test_every_file_has_its_part_in_a_sample() -> None:
    every = [Mutant(f"server.room.{file}.x_f__mutmut_{n}", None) for file in ("a", "b") for n in range(20)]
    every.append(Mutant("server.room.c.x_f__mutmut_1", None))
    names = sampled(every, 10, seed=1)
    assert [sum(f".{file}." in name for name in names) for file in ("a", "b", "c")] == [5, 5, 1]
    assert names == sampled(every, 10, seed=1) != sampled(every, 10, seed=2)


def test_every_line_of_the_page_names_a_mutant() -> None:
    lines = [line for line in PAGE.read_text().splitlines() if line.startswith("- `")]
    assert lines
    assert [line for line in lines if named(line) is None] == []


def test_what_the_page_explains_is_still_in_the_source() -> None:
    gone = [key for key in explained() if key[2] not in _said(key[0], key[1])]
    assert gone == []


def _said(file: str, function: str) -> str:
    """All that a function says, in the formatting in which changes are told."""
    tree = ast.parse((ROOT / SOURCES / file).read_text())
    bodies: dict[str, ast.FunctionDef] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            bodies |= {f"{node.name}.{each.name}": each for each in node.body if isinstance(each, ast.FunctionDef)}
        elif isinstance(node, ast.FunctionDef):
            bodies.setdefault(node.name, node)
    return " ".join(line.strip() for line in statements(bodies[function])) if function in bodies else ""
