"""The measuring harness can say no: it judges no bad measurement, says what falls short, and counts truly."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bench import goals, page, report, results, scripts
from tests.bench.goals import Goal, Repetition
from tests.bench.measure import Sample, measured
from tests.bench.rows import rows
from tests.bench.scripts import Line, Shape
from tests.bench.servers import LIMIT

GOOD = Sample(
    "hub",
    "sample",
    0,
    connections=10,
    ready=10,
    expected=100,
    delivered=100,
    full_s=1.0,
    full_cpu=0.95,
    full_deliveries=190,
)
GOAL = Goal("faster than bare", "sample", lambda each: each["hub"].per_cpu_second / each["bare"].per_cpu_second, 2, 4)
LESS = replace(GOAL, title="less than bare", must=1.5, aim=1.0, more_is_better=False)


def times(factor: float, number: int = 0) -> Repetition:
    """A repetition in which the hub is so much faster than bare."""
    hub = replace(GOOD, repetition=number, full_deliveries=int(190 * factor))
    return {"hub": hub, "bare": replace(GOOD, server="bare", repetition=number)}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"ready": 9}, "did not come in"),
        ({"dead": 1}, "died"),
        ({"delivered": 97}, "97 of 100 deliveries"),
        ({"full_cpu": 0.89}, "89% of its core"),
    ],
)
def test_what_speaks_against_a_judgement_is_said(change: dict[str, float], why: str) -> None:
    refusal = replace(GOOD, **change).refusal  # type: ignore[arg-type]  # numbers, by name
    assert refusal is not None
    assert why in refusal


def test_nothing_speaks_against_a_good_one() -> None:
    assert GOOD.refusal is None


def test_a_repetition_with_one_bad_part_counts_for_nobody() -> None:
    bad = {**times(9), "bare": replace(GOOD, server="bare", dead=1)}
    verdict = goals.verdict(GOAL, [times(3), bad, times(3), times(5)], 3)
    assert list(verdict.values) == [3, 3, 5]
    assert verdict.met
    assert report.refusals([bad]) == ["  not judged: bare, 1 times; the last time 1 connections died"]


def test_too_few_repetitions_meet_nothing() -> None:
    verdict = goals.verdict(GOAL, [times(9), times(9)], 3)
    assert not verdict.met
    assert report.last_line([verdict]) == "0 of 1 musts met"


def test_the_median_decides_and_the_aim_is_told() -> None:
    short = goals.verdict(GOAL, [times(1.9), times(1.5), times(9)], 3)
    met = goals.verdict(GOAL, [times(3), times(2), times(9)], 3)
    assert (short.met, met.met) == (False, True)
    assert met.distance == "25% away"
    assert goals.verdict(GOAL, [times(4)], 1).distance == "reached"
    assert [goals.verdict(LESS, [times(factor)], 1).met for factor in (1, 1.5, 2)] == [True, True, False]


def test_what_a_peer_does_badly_speaks_against_that_peer_alone() -> None:
    each = {**times(3), "ws": replace(GOOD, server="ws", dead=1)}
    assert goals.verdict(GOAL, [each], 1).met
    assert [goals.verdict(goal, [each], 1).met for goal in goals.beside_peers(each)] == [False]


def test_peers_that_offer_less_must_be_passed_and_some_only_aimed_at() -> None:
    each = {**times(3), "ws": replace(GOOD, server="ws"), "picows": replace(GOOD, server="picows", full_deliveries=900)}
    found = [goals.verdict(goal, [each], 1) for goal in goals.beside_peers(each)]
    assert [(verdict.goal.title.split()[-1], verdict.met) for verdict in found] == [("ws", True), ("picows", True)]
    assert [verdict.distance for verdict in found] == ["reached", "37% away"]
    assert report.last_line(found) == "1 of 1 musts met"


def test_what_is_kept_comes_back_and_makes_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "FOLDER", tmp_path)
    row = "deliveries-30"
    made = [
        {name: replace(sample, row=row) for name, sample in times(3, number).items()}
        | {"limit": replace(GOOD, server="limit", row=row, repetition=number)}
        for number in range(5)
    ]
    results.keep(row, {"when": "today", "commit": "abc", "processor": "any"}, made)
    found = page.all_kept()
    assert found[row][1] == made
    text = page.page(found)
    assert "| **hub** | 600 (600-600) | 3.00 (3.00-3.00) |" in text
    assert (
        "deliveries per CPU second, rooms of 30, x bare | 3.00 (3.00 to 3.00) | ≥ 1.20 | ≥ 1.50 | met; aim reached"
        in text
    )
    assert "rooms of 200, x bare | not measured" in text
    assert "<desc>30: 3.00</desc>" in page.pictures(found)["x-bare.svg"]


def test_every_goal_has_its_row_and_every_talker_a_place() -> None:
    known = {row.name for row in rows()}
    assert {goal.row for goal in goals.GOALS} <= known
    for shape in (Shape(125, 8, 1), Shape(33, 30, 16), Shape(5, 200, 12), Shape(1, 1000, 64)):
        assert sum(talks for _, _, talks in shape.places()) == shape.rooms * shape.talkers


def test_a_message_has_the_bytes_it_says() -> None:
    text = scripts.message()
    assert len(text.replace("\\m", "m" * 22).replace("\\c", "c" * 8)) == 120


@pytest.mark.skipif(shutil.which("cc") is None, reason="needs a C compiler")
def test_the_load_counts_every_delivery_and_misses_what_does_not_come() -> None:
    shape = Shape(2, 3, 1)
    with LIMIT.running() as running:
        lines = running.lines(shape)
        sample = measured(running, "small", 0, lines, rooms=2, rate=300, rate_s=0.2, full_s=0.1)
        assert (sample.ready, sample.dead) == (6, 0)
        assert sample.sent > 20
        assert sample.delivered == sample.expected == 3 * sample.sent
        # Somebody whom the generator takes for a member of room 0 sits somewhere else.
        lost = [replace(lines[0], path="/r/9"), *lines[1:]]
        missed = measured(running, "small", 0, lost, rooms=2, rate=300, rate_s=0.2)
        assert missed.delivered < missed.expected * 0.98
        assert missed.refusal is not None


def test_a_line_is_what_the_generator_reads() -> None:
    assert Line(3, True, "/ws", "hello", ("", "a", "b")).text() == "3\t1\t/ws\thello\t\ta\tb\n"
    assert Line(3, True, "/ws", "hello", stalls=True).text() == "3\t2\t/ws\thello\n"
