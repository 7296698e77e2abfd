"""The goals, each a ratio within one repetition or a plain figure: what must be met, and what is aimed at.

They come from the design of this project and are not moved to fit a measurement. A goal
that was not measured, or whose measurements may not be judged, is not met.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from tests.bench import storm
from tests.bench.measure import Sample

Repetition = Mapping[str, Sample]
"""One sample for each part of a row, by its name."""


PEERS_ROW = "deliveries-30"
"""Where everybody is compared."""

TEN_THOUSAND = "hub, 10,000"
READING = "hub, all reading"
"""Parts that are the same server with something else to do."""


@dataclass(frozen=True, slots=True)
class Goal:
    """One figure and how good it should be."""

    title: str
    row: str
    figure: Callable[[Repetition], float]
    must: float | None
    aim: float | None
    more_is_better: bool = True
    unit: str = ""
    peer: str | None = None
    """Of whose server it speaks."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a goal came out."""

    goal: Goal
    values: tuple[float, ...]
    needed: int
    """Repetitions that had to be judged."""

    @property
    def judged(self) -> bool:
        """Whether there were enough repetitions that may be judged."""
        return len(self.values) >= self.needed

    @property
    def value(self) -> float:
        """The median."""
        return median(self.values)

    def reaches(self, bound: float | None) -> bool:
        """Whether the median is as good as this."""
        if bound is None:
            return True
        if not self.judged:
            return False
        return self.value >= bound if self.goal.more_is_better else self.value <= bound

    @property
    def met(self) -> bool:
        """Whether what must be is so."""
        return self.reaches(self.goal.must)

    @property
    def distance(self) -> str:
        """To the aim: how much is missing, in per cent of the aim."""
        if self.goal.aim is None or not self.judged:
            return ""
        if self.reaches(self.goal.aim):
            return "reached"
        return f"{abs(self.value / self.goal.aim - 1):.0%} away"


def is_peer(name: str) -> bool:
    """Whether a part is somebody else's server, neither ours nor one that ours is held against everywhere."""
    return name not in ("limit", "bare") and not name.startswith("hub")


def judged(repetitions: Sequence[Repetition], peer: str | None = None) -> list[Repetition]:
    """Those in which nothing speaks against a judgement. What a peer did counts only where that peer is looked at."""
    return [
        each
        for each in repetitions
        if all(sample.refusal is None for name, sample in each.items() if not is_peer(name) or name == peer)
    ]


def verdict(goal: Goal, repetitions: Sequence[Repetition], needed: int) -> Verdict:
    """How this goal came out in these repetitions of its row."""
    return Verdict(goal, tuple(goal.figure(each) for each in judged(repetitions, goal.peer)), needed)


def _over(server: str) -> Callable[[Repetition], float]:
    return lambda each: each["hub"].per_cpu_second / each[server].per_cpu_second


def _p50(each: Repetition) -> float:
    return each["hub"].rate_p50_ms / each["bare"].rate_p50_ms


def _connecting(each: Repetition) -> float:
    return each["hub"].connect_cpu / each["bare"].connect_cpu


def _coming_back(each: Repetition) -> float:
    hub, bare = each["hub"], each["bare"]
    return (hub.ready / hub.connect_s) / (bare.ready / bare.connect_s)


def _grown(each: Repetition) -> float:
    return each["hub"].per_cpu_second / each[TEN_THOUSAND].per_cpu_second


def _held(each: Repetition) -> float:
    return (each["hub"].more["held_bytes"] - each[READING].more["held_bytes"]) / storm.STALLED


def _more(name: str) -> Callable[[Repetition], float]:
    return lambda each: each["hub"].more[name]


def _deliveries(row: str, people: str, bare: tuple[float, float], limit: tuple[float, float] | None) -> list[Goal]:
    goals = [Goal(f"deliveries per CPU second, {people}, x bare", f"deliveries-{row}", _over("bare"), *bare)]
    if limit is not None:
        goals.append(Goal(f"the same, {people}, x L", f"deliveries-{row}", _over("limit"), *limit))
    return goals


def _less(title: str, row: str, figure: Callable[[Repetition], float], must: float, aim: float, unit: str = "") -> Goal:
    return Goal(title, row, figure, must, aim, more_is_better=False, unit=unit)


GOALS: tuple[Goal, ...] = (
    *_deliveries("8", "rooms of 8", (1.10, 1.5), None),
    *_deliveries("30", "rooms of 30", (1.20, 1.5), (0.65, 0.85)),
    *_deliveries("30-busy", "rooms of 30, 16 talkers", (6, 14), None),
    *_deliveries("200", "rooms of 200", (9, 16), (5, 9)),
    *_deliveries("1000", "a room of 1,000", (25, 45), (17, 22)),
    *(
        _less(f"p50 at 10,000 deliveries a second, rooms of {size}, x bare", f"latency-{size}", _p50, 1.15, 0.85)
        for size in (8, 30, 200)
    ),
    _less("resident bytes per seated member", "idle", lambda each: each["hub"].memory_each, 16_000, 13_000, "B"),
    _less("CPU of a handshake, x bare", "connect", _connecting, 1.15, 1.0),
    Goal("4,000 come back: connections a second, x bare's handshakes", "storm", _coming_back, 0.6, 0.8),
    _less("the p99 of other rooms meanwhile", "storm", _more("others_p99_ms"), 30, 10, "ms"),
    _less("bytes held for one reader that does not read", "stalled", _held, 262_144, 131_072, "B"),
    _less("CPU per delivery, 10,000 members, x that of 1,000", "grown", _grown, 1.15, 1.05),
    _less("from `serve` to the first connection", "ready", _more("ready_s"), 1.0, 0.5, "s"),
)

FASTER = ("picows", "mosquitto")
"""Peers that need not be passed, only aimed at: no Python of ours, or hardly any, on the way of a message."""


def beside_peers(names: Iterable[str]) -> tuple[Goal, ...]:
    """Ahead of every peer that offers less, for those that were measured."""
    title = "deliveries per CPU second, rooms of 30, x "
    return tuple(
        Goal(title + name, PEERS_ROW, _over(name), _must_pass(name), 1.0, peer=name) for name in names if is_peer(name)
    )


def _must_pass(name: str) -> float | None:
    return None if name in FASTER else 1.0
