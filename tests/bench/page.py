"""The page of measurements: `python -m tests.bench.page` makes docs/performance out of the JSON lines that are kept."""

import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from tests.bench import goals, report, results
from tests.bench.goals import Goal, Repetition, Verdict, judged
from tests.bench.pictures import Column, picture
from tests.bench.results import About
from tests.bench.rows import Row, rows
from tests.support.house import ROOT

FOLDER = ROOT / "docs" / "performance"
NEEDED = 5
Found = dict[str, tuple[About, list[Repetition]]]
"""What was kept for each row."""

SIZES = (("8", "8"), ("30", "30"), ("30-busy", "30, 16 talk"), ("200", "200"), ("1000", "1,000"))

_BEGINNING = """# Performance

This page is made by `make bench-all` (`python -m tests.bench.page`) from the measurements in `tests/bench/results`.

- **bare** is `websockets` with `broadcast()` on asyncio, compression off, and nothing else.
- **L** is a small C program that writes once for each delivery (`tests/bench/limit.c`): the limit of every server that
  does so. Ours gathers what a room says at the same moment, so it can pass that limit.
- **hub** is Talking Piece as hosts run it, memory wiping on, with the settings of `tests/bench/limits.toml`.

The server has one core, the load (`tests/bench/load.c`) another; one server runs at a time, and they take turns within
each repetition. Messages have 120 bytes. Figures are medians of ratios within a repetition, with the least and the
most. Not judged: a server that had less than 90 % of its core, a connection that died, less than 98 % delivered.
"""


def page(found: Found) -> str:
    """The whole page."""
    known = rows()
    parts = [_BEGINNING, _goals(found)]
    if all(f"deliveries-{row}" in found for row, _ in SIZES[:2]):
        parts.append("![Deliveries per CPU second beside bare, by room size](x-bare.svg)\n")
        parts.append("![Deliveries per CPU second beside the limit, by room size](x-limit.svg)\n")
    parts += [_row(row, *found[row.name]) for row in known if row.name in found]
    parts.append(_machines(found))
    return "\n".join(parts)


def _verdicts(found: Found) -> list[Verdict]:
    beside = found[goals.PEERS_ROW][1] if goals.PEERS_ROW in found else []
    known = (*goals.GOALS, *(goals.beside_peers(beside[0]) if beside else ()))
    return [goals.verdict(goal, found[goal.row][1] if goal.row in found else [], NEEDED) for goal in known]


def _goals(found: Found) -> str:
    lines = ["## Goals\n", "| | measured | must | aim | |", "|---|---|---|---|---|"]
    for verdict in _verdicts(found):
        goal, unit = verdict.goal, verdict.goal.unit
        sign = "≥" if goal.more_is_better else "≤"
        value = f"{report.number(verdict.value, unit)} ({_range(verdict.values)})" if verdict.judged else "not measured"
        met = ("met" if verdict.met else "**falls short**") if verdict.judged and goal.must is not None else ""
        bounds = [
            f"{sign} {report.number(bound, unit)}" if bound is not None else "" for bound in (goal.must, goal.aim)
        ]
        aim = f"; aim {verdict.distance}" if verdict.distance else ""
        lines.append(f"| {goal.title} | {value} | {bounds[0]} | {bounds[1]} | {met}{aim} |")
    return "\n".join([*lines, ""])


def _range(values: Sequence[float]) -> str:
    return f"{report.number(min(values))} to {report.number(max(values))}"


def _row(row: Row, made_on: About, repetitions: Sequence[Repetition]) -> str:
    good = judged(repetitions)
    lines = [f"## {row.title[0].upper()}{row.title[1:]}\n"]
    if not good:
        return "\n".join([*lines, "No repetition could be judged.\n"])
    names = sorted(good[0], key=lambda name: -median(each[name].per_cpu_second for each in good))
    if any(sample.full_s for sample in good[0].values()):
        lines += [
            "| | deliveries per CPU second | x bare | x L | a second | p50 | p99 |",
            "|---|---|---|---|---|---|---|",
        ]
        lines += [_saturation(name, good) for name in names]
    else:
        lines += ["| | |", "|---|---|"]
        lines += [f"| {name} | {report.figures(name, good)} |" for name in names]
    lines.append(f"\n{len(good)} repetitions, {made_on['when']}, commit {made_on['commit']}.\n")
    return "\n".join(lines)


def _saturation(name: str, good: Sequence[Repetition]) -> str:
    samples = [each[name] for each in good]
    ratios = [
        report.spread([each[name].per_cpu_second / each[other].per_cpu_second for each in good], "{:.2f}")
        for other in ("bare", "limit")
        if other in good[0]
    ]
    doubt = " (not judged)" if any(sample.refusal is not None for sample in samples) else ""
    cells = [
        f"**{name}**" if name.startswith("hub") else name + doubt,
        report.spread([s.per_cpu_second for s in samples]),
        *(ratios or ["", ""]),
        f"{median(s.per_second for s in samples):,.0f}",
        f"{median(s.full_p50_ms for s in samples):.2f} ms",
        f"{median(s.full_p99_ms for s in samples):.2f} ms",
    ]
    return f"| {' | '.join(cells)} |"


def _machines(found: Found) -> str:
    """Which machine, and which versions; once for each that was used."""
    lines = ["## Machine and versions\n"]
    told: dict[str, list[str]] = {}
    for row, (made_on, _) in found.items():
        plain = [f"{name} {value}" for name, value in made_on.items() if name not in ("when", "commit")]
        told.setdefault(", ".join(plain), []).append(row)
    lines += [f"- {machine}: {', '.join(names)}" for machine, names in told.items()]
    return "\n".join([*lines, ""])


def pictures(found: Found) -> dict[str, str]:
    """File names and pictures."""
    return {
        "x-bare.svg": picture("Deliveries per CPU second, x bare, by room size", _columns(found, "bare")),
        "x-limit.svg": picture("Deliveries per CPU second, x L, by room size", _columns(found, "limit")),
    }


def _columns(found: Found, other: str) -> list[Column]:
    columns = []
    for row, label in SIZES:
        good = judged(found[f"deliveries-{row}"][1]) if f"deliveries-{row}" in found else []
        if good:
            values = [each["hub"].per_cpu_second / each[other].per_cpu_second for each in good]
            goal = _goal_of(f"deliveries-{row}", other)
            bounds = (goal.must, goal.aim) if goal is not None else (None, None)
            columns.append(Column(label, median(values), min(values), max(values), *bounds))
    return columns


def _goal_of(row: str, other: str) -> Goal | None:
    ending = "x L" if other == "limit" else "x bare"
    return next((goal for goal in goals.GOALS if goal.row == row and goal.title.endswith(ending)), None)


def all_kept() -> Found:
    """Everything that was kept."""
    read = ((row.name, results.kept(row.name)) for row in rows())
    return {name: kept for name, kept in read if kept is not None}


def write(folder: Path, found: Found) -> None:
    """Make the page and its pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "README.md").write_text(page(found))
    for name, drawn in pictures(found).items():
        (folder / name).write_text(drawn)


if __name__ == "__main__":
    write(FOLDER, all_kept())
    sys.stdout.write(f"made {FOLDER.relative_to(ROOT)}\n")
