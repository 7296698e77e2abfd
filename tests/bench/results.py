"""Measurements as JSON lines: one small file for each row, the machine and the versions in its first line.

A row that is measured again replaces its file; what was before is in the history of git.
"""

import json
import os
import platform
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tests.bench.goals import Repetition
from tests.bench.measure import Sample, sample_of
from tests.support.house import ROOT

FOLDER = Path(__file__).parent / "results"
About = dict[str, str]
"""What a measurement was made on."""


def about() -> About:
    """This machine, and what runs on it."""
    return {
        "when": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "commit": _commit(),
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        **{name: _version(name) for name in ("websockets", "pydantic", "uvloop")},
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _commit() -> str:
    asked = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True)
    return asked.stdout.strip() or "unknown"


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def keep(row: str, made_on: About, repetitions: Sequence[Repetition]) -> None:
    """Write the file of a row."""
    FOLDER.mkdir(exist_ok=True)
    samples = [sample.line() for repetition in repetitions for sample in repetition.values()]
    (FOLDER / f"{row}.jsonl").write_text("\n".join([json.dumps({"about": made_on}), *samples]) + "\n")


def kept(row: str) -> tuple[About, list[Repetition]] | None:
    """What the file of a row says, if there is one."""
    path = FOLDER / f"{row}.jsonl"
    if not path.is_file():
        return None
    first, *lines = path.read_text().splitlines()
    samples = [sample_of(json.loads(line)) for line in lines]
    return json.loads(first)["about"], in_repetitions(samples)


def in_repetitions(samples: Sequence[Sample]) -> list[Repetition]:
    """Samples by the repetition they belong to."""
    found: dict[int, dict[str, Sample]] = {}
    for sample in samples:
        found.setdefault(sample.repetition, {})[sample.server] = sample
    return [found[number] for number in sorted(found)]
