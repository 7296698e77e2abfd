"""One measurement: the generator against a server that runs, and whether its numbers may be judged at all.

The generator is a program of its own on a core of its own (`load.c`); here its answer becomes
a `Sample`. What the numbers mean is decided in `verdicts.py`.
"""

import json
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, fields

from tests.bench import scripts
from tests.bench.programs import CannotMeasure, built
from tests.bench.scripts import Line
from tests.bench.servers import Running

BUSY_LEAST = 0.90
"""Of its core: a server that was not busy was not measured, its load was."""

DELIVERED_LEAST = 0.98


@dataclass(frozen=True, slots=True)
class Sample:
    """What one run of the generator found. Seconds, bytes and milliseconds; 0 where that was not asked for."""

    server: str
    row: str
    repetition: int
    connections: int = 0
    ready: int = 0
    dead: int = 0
    connect_s: float = 0.0
    connect_cpu: float = 0.0
    memory_before: int = 0
    memory_idle: int = 0
    memory_end: int = 0
    sent: int = 0
    expected: int = 0
    delivered: int = 0
    rate_s: float = 0.0
    rate_cpu: float = 0.0
    rate_deliveries: int = 0
    rate_p50_ms: float = 0.0
    rate_p99_ms: float = 0.0
    full_s: float = 0.0
    full_cpu: float = 0.0
    full_deliveries: int = 0
    full_p50_ms: float = 0.0
    full_p99_ms: float = 0.0
    more: dict[str, float] = field(default_factory=dict)
    """What only one row measures."""

    @property
    def per_cpu_second(self) -> float:
        """Deliveries for each second of the server's CPU, in saturation."""
        return self.full_deliveries / self.full_cpu if self.full_cpu else 0.0

    @property
    def per_second(self) -> float:
        """Deliveries a second, in saturation."""
        return self.full_deliveries / self.full_s if self.full_s else 0.0

    @property
    def memory_each(self) -> float:
        """Resident bytes of the server for each connection, while nobody says anything."""
        return (self.memory_idle - self.memory_before) / self.connections if self.connections else 0.0

    @property
    def busy(self) -> float:
        """The part of its core that the server had in saturation."""
        return self.full_cpu / self.full_s if self.full_s else 0.0

    @property
    def refusal(self) -> str | None:
        """Why these numbers may not be judged, or None."""
        if self.ready < self.connections:
            return f"{self.connections - self.ready} of {self.connections} connections did not come in"
        if self.dead:
            return f"{self.dead} connections died"
        if self.delivered < self.expected * DELIVERED_LEAST:
            return f"{self.delivered} of {self.expected} deliveries came"
        if self.full_s and self.busy < BUSY_LEAST:
            return f"the server had {self.busy:.0%} of its core"
        return None

    def line(self) -> str:
        """One line of JSON."""
        return json.dumps(asdict(self), separators=(",", ":"))


def sample_of(answer: dict[str, object]) -> Sample:
    """A sample out of JSON: of the generator's answer, or of a line that was kept."""
    known = {f.name for f in fields(Sample)}
    return Sample(**{name: value for name, value in answer.items() if name in known})  # type: ignore[arg-type]  # JSON


class Generator:
    """The load generator while it runs. `connected` waits until everybody is in; `done` for its end."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self.answer: dict[str, object] = {}

    def connected(self) -> "Generator":
        """Everybody who will ever come in is in."""
        self._next("connected")
        return self

    def done(self, server: str, row: str, repetition: int) -> Sample:
        """Its numbers."""
        self._next("done")
        return sample_of({**self.answer, "server": server, "row": row, "repetition": repetition})

    def _next(self, phase: str) -> None:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise CannotMeasure(f"the load generator ended with {self._process.wait()}.")
        said = json.loads(line)
        assert said["phase"] == phase
        self.answer |= said


@contextmanager
def generator(running: Running, lines: Sequence[Line], **settings: float) -> Iterator[Generator]:
    """The load generator against this server; it is gone afterwards, and its connections with it."""
    with tempfile.NamedTemporaryFile("w", prefix="tp-bench-", suffix=".lines") as file:
        file.write(scripts.file_of(lines))
        file.flush()
        given = {"lines": file.name, "port": running.port, "pid": running.pid, **running.handshake, **settings}
        command = [str(built("load")), *(f"{name}={value}" for name, value in given.items())]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        try:
            yield Generator(process)
        finally:
            process.kill()
            process.communicate()


def measured(
    running: Running, row: str, repetition: int, lines: Sequence[Line], *, rooms: int, **settings: float
) -> Sample:
    """One run from the first connection to the last. The first line of each room goes first."""
    with generator(running, lines, first=rooms, **settings) as load:
        return load.connected().done(running.name, row, repetition)
