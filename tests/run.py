"""Run every suite within its time budget, and say in one line each how it went.

`make test` calls this when everything is set up; it installs nothing itself and
knows nothing about what a suite tests. Cheap suites share the two cores; those
that start servers and browsers run alone, so that their clocks mean something.
A suite over its budget is ended and has failed. Names given on the command line
choose suites; `--long` asks for the long forms (TP_LONG=1) and gives them time.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from deploy.set_up import find_chromium  # noqa: E402  # a script's own folder comes first on the path, not the root

PYTHON = sys.executable
LONG_FACTOR = 12
AT_ONCE = 2
ALARM = threading.Lock()


@dataclass(frozen=True)
class Suite:
    """One named command, the seconds it may take, and where it must find something to run."""

    name: str
    budget: int
    command: tuple[str, ...]
    needs: str
    folder: str = "."
    alone: bool = False
    # Must not skip anything under CI, where nobody reads a line that says so.
    whole_in_ci: bool = False


@dataclass(frozen=True)
class Outcome:
    """How a suite went. A suite that counts no tests counts as one."""

    suite: Suite
    seconds: float
    passed: int
    failed: int
    skipped: int
    remark: str = ""
    output: str = ""


def story(folder: str, budget: int, *, alone: bool = False, whole_in_ci: bool = False) -> Suite:
    """The pytest suite of one folder."""
    place = f"tests/{folder}"
    command = (PYTHON, "-m", "pytest", "-q", "--color=no", place)
    return Suite(folder, budget, command, place, alone=alone, whole_in_ci=whole_in_ci)


# The budgets add up to less than ten minutes on two cores: those of the first half count half.
SUITES = (
    Suite("lint", 10, (PYTHON, "-m", "ruff", "check", "."), "pyproject.toml"),
    Suite("format", 10, (PYTHON, "-m", "ruff", "format", "--check", "."), "pyproject.toml"),
    Suite("types", 60, (PYTHON, "-m", "mypy"), "pyproject.toml"),
    Suite("client-types", 40, ("npm", "run", "--silent", "check"), "web_client/package.json", "web_client"),
    Suite("client-tests", 60, ("npm", "test", "--silent"), "web_client/package.json", "web_client"),
    story("house", 36),
    story("protocol", 16),
    story("moderation", 10),
    story("room", 160),
    story("server", 70, alone=True),
    # Starts some thirty servers and kills a dozen: half a minute on an idle machine, twice that on a busy one.
    story("conformance", 80, alone=True),
    story("browser", 236, alone=True, whole_in_ci=True),
    story("docs", 13, alone=True),
)
TOTAL_BUDGET = 600


def main(arguments: Sequence[str]) -> int:
    """Run the chosen suites, print the table, and answer 0 when nothing failed."""
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("suites", nargs="*", metavar="suite", help=", ".join(suite.name for suite in SUITES))
    parser.add_argument("--long", action="store_true", help="the long forms too")
    chosen = parser.parse_args(arguments)
    unknown = set(chosen.suites) - {suite.name for suite in SUITES}
    if unknown:
        parser.error(f"no such suite: {', '.join(sorted(unknown))}")
    suites = [suite for suite in SUITES if not chosen.suites or suite.name in chosen.suites]
    begun = time.monotonic()
    outcomes = run_all(suites, environment(long=chosen.long), LONG_FACTOR if chosen.long else 1)
    print_table(outcomes, time.monotonic() - begun)
    failed = sum(outcome.failed for outcome in outcomes)
    print(f"{sum(outcome.passed for outcome in outcomes)} passed, {failed} failed")
    return 1 if failed or not outcomes else 0


def environment(*, long: bool) -> dict[str, str]:
    """What every suite is told: where Chromium is, and whether there is time."""
    env = dict(os.environ)
    env.pop("TP_LONG", None)
    chromium = find_chromium()
    if chromium:
        env["TP_CHROMIUM"] = chromium
    if long:
        env["TP_LONG"] = "1"
    return env


def run_all(suites: Sequence[Suite], env: dict[str, str], factor: int) -> list[Outcome]:
    """The cheap suites two at a time, then the others one by one; in the order they are listed."""
    outcomes: list[Outcome] = []
    for here, at_once in ((False, AT_ONCE), (True, 1)):
        with ThreadPoolExecutor(at_once) as hands:
            group = [suite for suite in suites if suite.alone is here]
            outcomes += hands.map(lambda suite: run_one(suite, env, suite.budget * factor), group)
    return outcomes


def run_one(suite: Suite, env: dict[str, str], budget: float) -> Outcome:
    """One suite, ended with all it started when its time is over; its line is printed at once."""
    if not (ROOT / suite.needs).exists():
        # A person may be in the middle of something; under CI a suite that vanished must not pass unseen.
        failed = 1 if env.get("CI") == "true" else 0
        return told(Outcome(suite, 0, 0, failed, 0, f"not run: there is no {suite.needs}"), budget)
    begun = time.monotonic()
    over = False
    try:
        process = subprocess.Popen(
            suite.command,
            cwd=ROOT / suite.folder,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
        )
    except FileNotFoundError:
        return told(Outcome(suite, 0, 0, 1, 0, f"{suite.command[0]} is not on this machine"), budget)
    try:
        output, _ = process.communicate(timeout=budget)
    except subprocess.TimeoutExpired:
        over = True
        os.killpg(process.pid, signal.SIGKILL)
        output, _ = process.communicate()
    outcome = judge(suite, process.returncode, output, time.monotonic() - begun, over=over)
    if suite.whole_in_ci and outcome.skipped and env.get("CI") == "true":
        outcome = replace(
            outcome, failed=outcome.failed + outcome.skipped, remark="under CI nothing here may be skipped"
        )
    return told(outcome, budget)


def judge(suite: Suite, code: int, output: str, seconds: float, *, over: bool) -> Outcome:
    """Turn an exit code and the program's own words into counts; the exit code has the last word."""
    passed, failed, skipped = counts(output)
    if code == 0 and not over:
        return Outcome(suite, seconds, max(passed, 0 if skipped else 1), 0, skipped, output=output)
    remark = "over its budget, ended" if over else ("no test found" if code == 5 else "")
    return Outcome(suite, seconds, passed, max(failed, 1), skipped, remark, output)


def counts(output: str) -> tuple[int, int, int]:
    """(passed, failed, skipped) from the summary line of pytest or vitest; zeros where there is none."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", output)
    lines = re.findall(r"^(?:=* ?(?=\d+ )(.*) in [\d.]+s.*|\s*Tests\s+(.*))$", plain, re.MULTILINE)
    summary = "".join(lines[-1]) if lines else ""

    def number(*words: str) -> int:
        return sum(int(count) for word in words for count in re.findall(rf"(\d+) {word}", summary))

    return number("passed", "xfailed"), number("failed", "errors?", "xpassed"), number("skipped", "todo")


def told(outcome: Outcome, budget: float) -> Outcome:
    """Print the suite's line, and its own words when it failed."""
    with ALARM:
        print(line(outcome, budget), flush=True)
        if outcome.failed and outcome.output:
            print(f"---- {outcome.suite.name} said:\n{outcome.output.rstrip()}\n----", flush=True)
    return outcome


def line(outcome: Outcome, budget: float) -> str:
    """One suite in one line."""
    mark = "FAILED" if outcome.failed else ("ok" if outcome.passed else "-")
    numbers = f"{outcome.passed} passed, {outcome.failed} failed"
    if outcome.skipped:
        numbers += f", {outcome.skipped} SKIPPED"
    remark = f"  ({outcome.remark})" if outcome.remark else ""
    return f"{mark:<7}{outcome.suite.name:<14}{outcome.seconds:6.1f} s of {budget:4.0f} s  {numbers}{remark}"


def print_table(outcomes: Sequence[Outcome], seconds: float) -> None:
    """What needs a second look once more, since the lines above may have scrolled away."""
    wrong = [outcome for outcome in outcomes if outcome.failed or outcome.skipped or not outcome.passed]
    print(f"\n{len(outcomes)} suites in {seconds:.0f} s")
    for outcome in wrong:
        print(line(outcome, outcome.suite.budget))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
