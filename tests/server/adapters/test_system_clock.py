"""The clock of the running house: never early, and a wake-up can be taken back."""

import asyncio

from server.adapters.system_clock import SystemClock


async def test_a_wake_up_never_comes_before_its_moment() -> None:
    clock = SystemClock(asyncio.get_running_loop())
    for wait in (0, 1, 2, 3, 5, 8):
        woken = asyncio.Event()
        moments: list[int] = []
        due = clock.now() + wait

        def wake(moments: list[int] = moments, woken: asyncio.Event = woken) -> None:
            moments.append(clock.now())
            woken.set()

        clock.call_at(due, wake)
        assert moments == []
        await asyncio.wait_for(woken.wait(), 5)
        assert moments[0] >= due


async def test_a_moment_that_has_passed_comes_next_but_not_at_once() -> None:
    clock = SystemClock(asyncio.get_running_loop())
    woken = asyncio.Event()
    clock.call_at(clock.now() - 10_000, woken.set)
    assert not woken.is_set()
    await asyncio.wait_for(woken.wait(), 5)


async def test_a_wake_up_that_was_taken_back_does_not_come() -> None:
    clock = SystemClock(asyncio.get_running_loop())
    woken: list[str] = []
    last = asyncio.Event()
    clock.call_at(clock.now() + 1, lambda: woken.append("taken back")).cancel()
    clock.call_at(clock.now() + 2, last.set)
    await asyncio.wait_for(last.wait(), 5)
    assert woken == []


async def test_the_wall_clock_is_in_this_century() -> None:
    assert 1_700_000_000 < SystemClock(asyncio.get_running_loop()).wall() < 4_000_000_000
