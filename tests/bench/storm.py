"""What goes wrong for many at once: everybody comes back together, and readers that do not read."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from tests.bench import scripts
from tests.bench.measure import Sample, generator
from tests.bench.scripts import Shape
from tests.bench.servers import Running

PEOPLE: Final = 4_000
CROWD: Final = Shape(500, 8, 1)
"""Those whose network goes away and comes back."""
OTHERS: Final = Shape(10, 30, 1)
"""Those who are in other rooms meanwhile, and go on talking: 1,000 deliveries a second."""
WATCHED_SECONDS: Final = 6.0
"""For which the others are measured; the storm lies within."""

STALLED: Final = 100
LISTENING: Final = Shape(10, 20, 1)
"""In each of these rooms ten of twenty stop reading; a talker goes on, with long messages."""

LONG_BYTES: Final = 1_500


def come_back(running: Running, row: str, repetition: int) -> Sample:
    """4,000 members lose their line in one moment and come back with resume; others talk on."""
    assert running.host_link is not None
    circles = scripts.circles_now(running.address, running.host_link, CROWD.rooms + OTHERS.rooms)
    crowd = scripts.seated(CROWD, circles[: CROWD.rooms])
    others = scripts.seated(OTHERS, circles[CROWD.rooms :])
    with generator(running, crowd.lines, first=CROWD.rooms, hold_s=600) as load:
        load.connected()
        stands = asyncio.run(scripts.stands(running.address, crowd, CROWD.rooms))
    # The generator has ended, and all its connections with it.
    with generator(running, others.lines, first=OTHERS.rooms, rate=1_000, rate_s=WATCHED_SECONDS) as meanwhile:
        meanwhile.connected()
        with generator(running, crowd.coming_back(stands)) as load:
            back = load.connected().done(running.name, row, repetition)
        felt = meanwhile.done(running.name, row, repetition)
    others_felt = {"others_p50_ms": felt.rate_p50_ms, "others_p99_ms": felt.rate_p99_ms}
    return replace(back, dead=back.dead + felt.dead, more=others_felt)


def stalled(running: Running, row: str, repetition: int) -> Sample:
    """A hundred members stop reading while their rooms go on: what the server and the kernel hold meanwhile."""
    return _watched(running, row, repetition, STALLED)


def all_reading(running: Running, row: str, repetition: int) -> Sample:
    """The same rooms, and everybody reads: what rooms remember grows here too, and is nobody's fault."""
    return _watched(running, row, repetition, 0)


def _watched(running: Running, row: str, repetition: int, stalled: int) -> Sample:
    assert running.host_link is not None
    circles = scripts.circles_now(running.address, running.host_link, LISTENING.rooms)
    people = scripts.seated(LISTENING, circles, size=LONG_BYTES).lines
    silent = [number for number, line in enumerate(people) if number >= LISTENING.rooms and not line.talks]
    chosen = frozenset(silent[:stalled])
    lines = [replace(line, stalls=number in chosen) for number, line in enumerate(people)]
    with generator(running, lines, first=LISTENING.rooms, idle_s=1, rate=5_000, rate_s=10) as load:
        load.connected()
        before = _resident(running.pid)
        most = max(_held(running, before))
        sample = load.done(running.name, row, repetition)
    return replace(sample, more={"held_bytes": most})


def _held(running: Running, before: int) -> Iterator[int]:
    """Bytes held because of those who do not read: the process's own, and what waits in the kernel to be sent."""
    until = time.perf_counter() + 9
    while time.perf_counter() < until:
        yield _resident(running.pid) - before + _waiting(running.port)
        time.sleep(0.05)


def _resident(pid: int) -> int:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096


def _waiting(port: int) -> int:
    """Bytes in the send queues of the server's connections."""
    queued = 0
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        local, queues = line.split()[1], line.split()[4]
        if int(local.partition(":")[2], 16) == port:
            queued += int(queues.partition(":")[0], 16)
    return queued
