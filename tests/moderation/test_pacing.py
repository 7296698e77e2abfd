"""Pace as a value: a burst at once, then steadily; told in seconds; no clock of its own."""

from hypothesis import given, settings, strategies as st

from moderation.pacing import Bucket, Pace

TEN_IN_TEN = Pace(steady=10, burst=5)


def asked(pace: Pace, bucket: Bucket, *moments: int) -> list[int]:
    """The seconds to wait that each asking was told."""
    waits = []
    for moment in moments:
        bucket, wait = pace.ask(bucket, moment)
        waits.append(wait)
    return waits


def test_a_burst_goes_at_once_and_then_one_waits() -> None:
    assert asked(TEN_IN_TEN, TEN_IN_TEN.full(0), 0, 0, 0, 0, 0, 0) == [0, 0, 0, 0, 0, 1]


def test_who_waits_as_told_goes_on() -> None:
    assert asked(TEN_IN_TEN, TEN_IN_TEN.full(0), 0, 0, 0, 0, 0, 1_000, 1_000) == [0, 0, 0, 0, 0, 0, 1]


def test_asking_again_too_early_costs_nothing() -> None:
    bucket = Bucket(0, 0)
    for moment in (100, 200, 300):
        bucket, wait = TEN_IN_TEN.ask(bucket, moment)
        assert wait == 1
    assert TEN_IN_TEN.ask(bucket, 1_000)[1] == 0


def test_rest_fills_up_to_the_burst_and_no_further() -> None:
    assert asked(TEN_IN_TEN, Bucket(0, 0), *[3_600_000] * 6) == [0, 0, 0, 0, 0, 1]


def test_a_clock_that_runs_backwards_gives_nothing_away() -> None:
    bucket, wait = TEN_IN_TEN.ask(Bucket(0, 10_000), 0)
    assert (bucket.level, wait) == (0, 1)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.integers(1, 100), st.integers(1, 50), st.lists(st.integers(0, 3_000), max_size=60))
def test_never_more_than_the_burst_and_the_steady_rate(steady: int, burst: int, gaps: list[int]) -> None:
    pace = Pace(steady, burst)
    bucket, now, went = pace.full(0), 0, 0
    for gap in gaps:
        now += gap
        bucket, wait = pace.ask(bucket, now)
        went += wait == 0
        assert 0 <= bucket.level <= burst * 1_000
        if wait:
            assert pace.ask(bucket, now + wait * 1_000)[1] == 0
    assert went <= burst + now * steady / 10_000
