"""Which of the mutants that no test noticed could never be committed, because mypy refuses them.

`make lint` holds the types as strictly as `make test` holds the stories; a mutant that hands
None to a function of numbers is dead already. mypy reads the surviving mutants alone: with all
of them it would take minutes. Errors outside a mutant (mutmut's own lines) mean nothing here.
"""

import ast
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.mutation.mutants import MUTANTS, ROOT, SOURCES, Mutant

_PACKAGES = ("protocol", "moderation", "server")
_MADE = re.compile(r"__mutmut_\d+$")


def refused(survivors: list[Mutant]) -> frozenset[Mutant]:
    """The survivors in which mypy, as strict as the house has it, finds something wrong."""
    if not survivors:
        return frozenset()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for package in _PACKAGES:
            shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pyproject.toml", folder)
        places = {}
        for file in sorted({mutant.file for mutant in survivors}):
            here = {mutant.name.rpartition(".")[2]: mutant for mutant in survivors if mutant.file == file}
            path = folder / SOURCES / file
            path.write_text(_only(MUTANTS / SOURCES / file, frozenset(here)))
            for function in ast.walk(ast.parse(path.read_text())):
                if isinstance(function, ast.FunctionDef) and function.name in here:
                    for line in range(function.lineno, (function.end_lineno or function.lineno) + 1):
                        places[f"{SOURCES}/{file}", line] = here[function.name]
        return frozenset(places[place] for place in _errors(folder) if place in places)


def _only(path: Path, wanted: frozenset[str]) -> str:
    """A file of mutmut's with the other mutants emptied; the numbers of its lines stay."""
    lines = path.read_text().splitlines()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef) and _MADE.search(node.name) and node.name not in wanted:
            for line in range(node.lineno - 1, node.end_lineno or node.lineno):
                lines[line] = ""
    return "\n".join(lines) + "\n"


def _errors(folder: Path) -> set[tuple[str, int]]:
    """(file, line) of everything that mypy says."""
    command = [sys.executable, "-m", "mypy", "--output=json", "--no-error-summary", SOURCES]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr)
    said = (json.loads(line) for line in done.stdout.splitlines() if line.strip())
    return {(each["file"], each["line"]) for each in said if each["severity"] == "error"}
