"""What a person reads in the terminal: a table for each row as it is done, and the goals at the end."""

from collections.abc import Sequence
from statistics import median

from tests.bench.goals import Repetition, Verdict, judged
from tests.bench.rows import Row


def spread(values: Sequence[float], form: str = "{:,.0f}") -> str:
    """Median, and from the least to the most."""
    shown = [form.format(value) for value in (median(values), min(values), max(values))]
    return f"{shown[0]} ({shown[1]}-{shown[2]})"


def table(row: Row, repetitions: Sequence[Repetition]) -> list[str]:
    """The figures of one row, a line for each part; what may not be judged is shown only where nothing else is."""
    good = judged(repetitions)
    lines = [f"{row.title}: {len(good)} of {len(repetitions)} repetitions can be judged"]
    shown = good or repetitions
    if any(sample.full_s for sample in shown[0].values()):
        lines.append(f"  {'':<22}{'deliveries/CPU s':>28}{'x bare':>18}{'x L':>18}{'/s':>10}{'p50 ms':>9}{'p99 ms':>9}")
        lines += [_saturation(part.name, shown) for part in row.parts]
    else:
        lines += [f"  {part.name:<22}{figures(part.name, shown)}" for part in row.parts]
    if not good:
        lines.append("  These figures may not be judged; they are shown to help find out why.")
    return lines + refusals(repetitions)


def refusals(repetitions: Sequence[Repetition]) -> list[str]:
    """Why something is not judged: the last reason for each server, and how often."""
    why: dict[str, list[str]] = {}
    for repetition in repetitions:
        for sample in repetition.values():
            if sample.refusal is not None:
                why.setdefault(sample.server, []).append(sample.refusal)
    return [
        f"  not judged: {server}, {len(all_of)} times; the last time {all_of[-1]}" for server, all_of in why.items()
    ]


def _saturation(name: str, good: Sequence[Repetition]) -> str:
    samples = [each[name] for each in good]
    ratios = [
        spread([each[name].per_cpu_second / each[other].per_cpu_second for each in good], "{:.2f}")
        if other in good[0]
        else ""
        for other in ("bare", "limit")
    ]
    return (
        f"  {name:<22}{spread([s.per_cpu_second for s in samples]):>28}{ratios[0]:>18}{ratios[1]:>18}"
        f"{median(s.per_second for s in samples):>10,.0f}{median(s.full_p50_ms for s in samples):>9.2f}"
        f"{median(s.full_p99_ms for s in samples):>9.2f}"
    )


def figures(name: str, good: Sequence[Repetition]) -> str:
    """Whatever this part measured."""
    samples = [each[name] for each in good]
    parts = []
    if samples[0].rate_s:
        parts.append(f"p50 {spread([s.rate_p50_ms for s in samples], '{:.2f}')} ms")
        parts.append(f"p99 {spread([s.rate_p99_ms for s in samples], '{:.2f}')} ms")
    if samples[0].connections:
        micros = [s.connect_cpu / s.connections * 1e6 for s in samples]
        parts.append(f"{spread(micros)} microseconds of CPU to come in")
        parts.append(f"{spread([s.ready / s.connect_s for s in samples])} a second")
        parts.append(f"{spread([s.memory_each for s in samples])} bytes each")
    parts += [f"{key} {spread([s.more[key] for s in samples], '{:,.3f}')}" for key in samples[0].more]
    return ", ".join(parts)


def number(value: float | None, unit: str = "") -> str:
    """A figure as the tables show it."""
    if value is None:
        return ""
    return f"{value:,.0f} {unit}".strip() if abs(value) >= 100 else f"{value:.2f} {unit}".strip()


def verdicts(found: Sequence[Verdict]) -> list[str]:
    """The goals: median with least and most, what must be, what is aimed at."""
    lines = [f"{'goal':<66}{'median (least-most)':>32}{'must':>12}{'aim':>12}"]
    for verdict in found:
        goal = verdict.goal
        if verdict.judged:
            least, most = min(verdict.values), max(verdict.values)
            value = f"{number(verdict.value)} ({number(least)}-{number(most)})"
        else:
            value = f"not judged ({len(verdict.values)} of {verdict.needed})"
        sign = ">= " if goal.more_is_better else "<= "
        bounds = [sign + number(bound, goal.unit) if bound is not None else "" for bound in (goal.must, goal.aim)]
        mark = "" if goal.must is None else ("met" if verdict.met else "FALLS SHORT")
        lines.append(f"{goal.title:<66}{value:>32}{bounds[0]:>12}{bounds[1]:>12}  {mark:<11}  aim {verdict.distance}")
    return lines


def last_line(found: Sequence[Verdict]) -> str:
    """The sum of what must be; what is only aimed at does not count."""
    musts = [verdict for verdict in found if verdict.goal.must is not None]
    return f"{sum(verdict.met for verdict in musts)} of {len(musts)} musts met"
