"""What is measured: one row for each question, its parts in the order in which they take turns.

A part is one server and one thing that is done with it. In each repetition all parts of a
row run one after another, so that what the machine does meanwhile meets all of them.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

from tests.bench import scripts, storm
from tests.bench.goals import READING, TEN_THOUSAND
from tests.bench.measure import Sample, measured
from tests.bench.scripts import Line, Shape
from tests.bench.servers import BARE, LIMIT, Hub, Running, Server

Measure = Callable[[Running, str, int], Sample]
"""A server that runs, the row's name, and the number of the repetition."""

FULL_SECONDS: Final = 1.0
RATE_SECONDS: Final = 3.0


@dataclass(frozen=True, slots=True)
class Part:
    """One server, and what is done with it."""

    server: Server
    measure: Measure
    label: str = ""
    """How the tables call it, where the server's name is not enough."""
    start: dict[str, bool] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name under which its samples are kept."""
        return self.label or self.server.name

    def run(self, row: str, repetition: int) -> Sample:
        """Start the server, measure, end it."""
        with self.server.running(**self.start) as running:
            return self.measure(replace(running, name=self.name), row, repetition)


@dataclass(frozen=True, slots=True)
class Row:
    """One question."""

    name: str
    title: str
    parts: tuple[Part, ...]
    short: bool = False
    """Whether it belongs to the short form."""
    repetitions: int | None = None
    """How often at least, where that is another number than for all."""


HUB = Hub()


def saturated(shape: Shape, seconds: float = FULL_SECONDS) -> Measure:
    """Everybody comes in, then each talker speaks again as soon as it hears itself."""

    def measure(running: Running, row: str, repetition: int) -> Sample:
        lines = running.lines(shape)
        return measured(running, row, repetition, lines, rooms=shape.rooms, full_s=seconds)

    return measure


def paced(shape: Shape) -> Measure:
    """10,000 deliveries a second, evenly."""

    def measure(running: Running, row: str, repetition: int) -> Sample:
        lines = running.lines(shape)
        return measured(running, row, repetition, lines, rooms=shape.rooms, rate=10_000, rate_s=RATE_SECONDS)

    return measure


def idle(shape: Shape) -> Measure:
    """Everybody is in, and nobody says anything."""

    def measure(running: Running, row: str, repetition: int) -> Sample:
        return measured(running, row, repetition, running.lines(shape), rooms=shape.rooms, idle_s=2)

    return measure


def handshakes(count: int) -> Measure:
    """Connections that are opened, and nothing more."""

    def measure(running: Running, row: str, repetition: int) -> Sample:
        path = "/ws" if running.host_link is not None else "/r/0"
        lines = [Line(0, False, path, scripts.message())] * count
        return measured(running, row, repetition, lines, rooms=0)

    return measure


def ready(running: Running, row: str, repetition: int) -> Sample:
    """How long it took from the command to the first connection."""
    return Sample(running.name, row, repetition, more={"ready_s": running.ready_s})


def _deliveries(name: str, shape: Shape, *, short: bool = False, more: tuple[Server, ...] = ()) -> Row:
    talk = "one talker each" if shape.talkers == 1 else f"{shape.talkers} talkers each"
    title = f"{shape.rooms} room{'s' if shape.rooms > 1 else ''} of {shape.size}, {talk}"
    parts = tuple(Part(server, saturated(shape)) for server in (LIMIT, BARE, HUB, *more))
    return Row(f"deliveries-{name}", title, parts, short)


def _latency(name: str, shape: Shape) -> Row:
    title = f"{shape.rooms} rooms of {shape.size}, 10,000 deliveries a second"
    return Row(f"latency-{name}", title, tuple(Part(server, paced(shape)) for server in (BARE, HUB)))


EIGHT = Shape(125, 8, 1)
THIRTY = Shape(33, 30, 1)
THIRTY_BUSY = Shape(33, 30, 16)
LARGE = Shape(5, 200, 12)
GATHERING = Shape(1, 1000, 64)
TOWN = Shape(1250, 8, 1)


def rows(peers: tuple[Server, ...] = ()) -> tuple[Row, ...]:
    """All rows; `peers` are other servers, measured where everybody is compared: rooms of 30."""
    return (
        _deliveries("30", THIRTY, short=True, more=peers),
        _deliveries("200", LARGE, short=True),
        _deliveries("8", EIGHT),
        _deliveries("30-busy", THIRTY_BUSY),
        _deliveries("1000", GATHERING),
        _latency("8", EIGHT),
        _latency("30", THIRTY),
        _latency("200", LARGE),
        Row("idle", "990 members in rooms of 30, silent", (Part(BARE, idle(THIRTY)), Part(HUB, idle(THIRTY)))),
        Row("connect", "1,000 handshakes", (Part(BARE, handshakes(1000)), Part(HUB, handshakes(1000)))),
        Row(
            "storm",
            "4,000 members come back",
            (Part(BARE, handshakes(storm.PEOPLE)), Part(HUB, storm.come_back)),
        ),
        Row("stalled", "100 members do not read", (Part(HUB, storm.stalled), Part(HUB, storm.all_reading, READING))),
        Row("ready", "`serve` with an empty data folder", (Part(HUB, ready, start={"first_time": True}),)),
        Row(
            "grown",
            "10,000 members in 1,250 rooms, and 1,000 in 125",
            (Part(HUB, saturated(EIGHT, 3)), Part(HUB, saturated(TOWN, 3), TEN_THOUSAND)),
        ),
    )
