"""Plant small faults in server/room and see whether a story notices: `python -m tests.mutation`.

mutmut makes the mutants and runs the stories of tests/room against each, with the random
evenings in a small number; this says the score of each file and names the survivors. Whole files by
their names (`alarms turns`), or `--sample 400 --seed 1`: as many from each file as its size asks for, of
those not tried yet. What was tried stays in `mutants/`; `--survivors` tries again only what lived.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.mutation.explained import explained, key
from tests.mutation.mutants import MUTANTS, ROOT, TIMEOUTS, Mutant, changes, found
from tests.mutation.types import refused

EVENINGS = "20"
"""Of each kind, and for each mutant: a second or less. The suites play hundreds."""
WORKERS = 2


def main(arguments: Sequence[str]) -> int:
    """Try what is asked for and print the table; 1 when a survivor has no explanation."""
    parser = argparse.ArgumentParser(prog="tests.mutation", description=str(__doc__).splitlines()[0])
    parser.add_argument("files", nargs="*", metavar="file", help="whole files of server/room, without .py")
    parser.add_argument("--sample", type=int, metavar="N", help="about so many mutants, from every file its part")
    parser.add_argument("--seed", type=int, default=1, help="which ones")
    parser.add_argument("--fresh", action="store_true", help="forget what was tried before")
    parser.add_argument("--survivors", action="store_true", help="try again what lived")
    parser.add_argument("--report", action="store_true", help="try nothing, say what is known")
    chosen = parser.parse_args(arguments)
    if chosen.fresh:
        shutil.rmtree(MUTANTS, ignore_errors=True)
    if not chosen.report:
        if shutil.which("mutmut", path=_path()) is None:
            print("mutmut is not installed: `make test` installs what the developing lock names.")
            return 2
        names = _names(chosen.files, chosen.sample, chosen.seed, again=chosen.survivors)
        if names or not (chosen.sample or chosen.survivors):
            try_out(names)
    return report(list(found()))


def _path() -> str:
    """Where this Python's own programs are, before others of the same name."""
    return f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"


def _names(files: Sequence[str], sample: int | None, seed: int, *, again: bool) -> list[str]:
    """What mutmut is told to try; an empty list is everything that has no verdict yet."""
    if not sample and not again:
        return [f"server.room.{file}.*" for file in files]
    if not any(found()):
        # Nothing is made yet, and only mutmut makes them: the smallest file is the least to try.
        try_out(["server.room.window.*"])
    every = [mutant for mutant in found() if not files or mutant.file.removesuffix(".py") in files]
    if again:
        survivors = [mutant for mutant in every if mutant.lives]
        by_types = refused(survivors)
        return [mutant.name for mutant in survivors if mutant not in by_types]
    return sampled([mutant for mutant in every if mutant.code is None], sample or 0, seed)


def sampled(every: list[Mutant], size: int, seed: int) -> list[str]:
    """About `size` of them: from each file in proportion, and at least one."""
    chance = random.Random(seed)  # noqa: S311  no secret
    names = []
    for file in sorted({mutant.file for mutant in every}):
        here = [mutant.name for mutant in every if mutant.file == file]
        names += chance.sample(here, min(len(here), max(1, round(len(here) * size / len(every)))))
    return names


def try_out(names: list[str]) -> None:
    """Let mutmut run; what it says goes by as it says it."""
    env = {**os.environ, "TP_EVENINGS": EVENINGS, "PATH": _path()}
    env.pop("TP_LONG", None)
    command = ["mutmut", "run", "--max-children", str(WORKERS), *names]
    subprocess.run(command, cwd=ROOT, env=env, check=True)


def report(made: list[Mutant]) -> int:
    """The score of each file and of all, then the survivors that nobody has explained."""
    tried = [mutant for mutant in made if mutant.code is not None]
    survivors = [mutant for mutant in tried if mutant.lives]
    by_types = refused(survivors)
    living = [mutant for mutant in survivors if mutant not in by_types]
    print(f"\n| {'file':<22} | made | tried | stories | for ever | types | lived | score |")
    print(f"|{'-' * 24}|-----:|------:|--------:|---------:|------:|------:|------:|")
    for file in sorted({mutant.file for mutant in made}):
        print(_line(file, [mutant for mutant in made if mutant.file == file], by_types))
    print(_line("all", made, by_types))
    told = explained()
    difference = changes(living)
    unexplained = [mutant for mutant in living if key(mutant, difference[mutant]) not in told]
    for mutant in unexplained:
        print(f"- `{mutant.file}` `{mutant.function}`: {difference[mutant]}")
    killed = len(tried) - len(living)
    print(f"{killed} of {len(tried)} mutants killed, score {_score(killed, len(tried))} %;", end=" ")
    print(f"{len(living)} lived, {len(unexplained)} of them not explained in docs/mutation.md")
    return 1 if unexplained else 0


def _line(name: str, made: list[Mutant], by_types: frozenset[Mutant]) -> str:
    """One row of the table: how many were made and tried, what noticed them, and how many lived."""
    tried = [mutant for mutant in made if mutant.code is not None]
    late = sum(mutant.code in TIMEOUTS for mutant in tried)
    typed = sum(mutant in by_types for mutant in tried)
    lived = sum(mutant.lives for mutant in tried) - typed
    stories = len(tried) - lived - typed - late
    score = _score(len(tried) - lived, len(tried))
    return (
        f"| {name:<22} | {len(made):>4} | {len(tried):>5} | {stories:>7} | {late:>8} "
        f"| {typed:>5} | {lived:>5} | {score:>5} |"
    )


def _score(killed: int, of: int) -> str:
    """Percent with one place, cut and not rounded up."""
    return f"{int(1000 * killed / of) / 10:.1f}" if of else "-"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
