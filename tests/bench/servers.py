"""The servers that are measured: each one started alone, pinned to one core, and gone afterwards.

A server here is a command and a way to say what its connections do. What comes out is
measured elsewhere.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from protocol import version
from tests.bench import scripts
from tests.bench.programs import CannotMeasure, built
from tests.bench.scripts import Line, Shape
from tests.support.house import ROOT, folder_in_memory, free_port

LIMITS = Path(__file__).parent / "limits.toml"
_START_SECONDS = 30


def cores() -> tuple[int, int]:
    """The server's core, and the generator's.

    Raises:
        CannotMeasure: there is only one; then both would be measured in one number.
    """
    allowed = sorted(_ALLOWED)
    if len(allowed) < 2:
        raise CannotMeasure("measuring needs two cores: one for the server and one for the load.")
    return allowed[0], allowed[1]


_ALLOWED = os.sched_getaffinity(0)


def stay_beside() -> None:
    """This process, and the generator that it starts, leave the server's core alone."""
    os.sched_setaffinity(0, {cores()[1]})


@dataclass(frozen=True, slots=True)
class Running:
    """A server that takes connections.

    Args:
        lines: what connections do, for a shape.
        handshake: what the generator must know besides.
        ready_s: seconds from the command to the first connection that was taken.
        host_link: of ours: the link to the host's desk.
    """

    name: str
    port: int
    pid: int
    lines: Callable[[Shape], list[Line]]
    handshake: Mapping[str, str]
    ready_s: float
    host_link: str | None = None

    @property
    def address(self) -> str:
        """Where it is."""
        return address_of(self.port)


def address_of(port: int) -> str:
    """The address of a server here."""
    return f"http://127.0.0.1:{port}"


@dataclass(frozen=True, slots=True)
class Kind:
    """A server that can be started.

    Args:
        name: as the tables say it.
        command: what to run, for a port.
        lines: what connections do, for a shape.
        handshake: what the generator must know besides.
    """

    name: str
    command: Callable[[int], list[str]]
    lines: Callable[[Shape], list[Line]] = scripts.echoed
    handshake: Mapping[str, str] = field(default_factory=dict)

    @contextmanager
    def running(self) -> Iterator[Running]:
        """Start it, and end it."""
        port = free_port()
        with _process(self.command(port), port, {}) as (process, seconds):
            yield Running(self.name, port, process.pid, self.lines, self.handshake, seconds)


LIMIT = Kind("limit", lambda port: [str(built("limit")), str(port)])
BARE = Kind("bare", lambda port: [sys.executable, "-m", "tests.bench.bare", str(port)])


class Hub:
    """Ours: the command that hosts run, with the settings of `limits.toml`, on a data folder of its own.

    Args:
        name: as the tables say it.
        environment: more environment for it.
    """

    def __init__(self, name: str = "hub", **environment: str) -> None:
        self.name = name
        self._environment = environment
        self._prepared: tuple[Path, str] | None = None

    @contextmanager
    def running(self, *, first_time: bool = False) -> Iterator[Running]:
        """Start it, and end it.

        Args:
            first_time: with an empty data folder, and so without a host link.
        """
        port = free_port()
        live = folder_in_memory()
        with tempfile.TemporaryDirectory(prefix="tp-bench-") as folder:
            data = Path(folder) / "data"
            link = ""
            if not first_time:
                prepared, link = self._prepare()
                shutil.copytree(prepared, data)
            environment = self._settings(data, live, port)
            try:
                with _process(self._command("serve"), port, environment) as (process, seconds):
                    handshake = {"origin": address_of(port), "protocol": version.SUBPROTOCOL}
                    lines = partial(_of_people, address_of(port), link)
                    yield Running(self.name, port, process.pid, lines, handshake, seconds, link)
            finally:
                shutil.rmtree(live, ignore_errors=True)

    def _prepare(self) -> tuple[Path, str]:
        """A data folder with a host link, made once by the command that makes them."""
        if self._prepared is None:
            data = folder_in_memory() / "data"
            environment = os.environ | self._settings(data, data.parent, 0)
            done = subprocess.run(
                self._command("host-link"), cwd=ROOT, env=environment, capture_output=True, text=True, check=True
            )
            self._prepared = data, done.stdout.strip().partition("#")[2]
        return self._prepared

    def close(self) -> None:
        """Remove what was prepared."""
        if self._prepared is not None:
            shutil.rmtree(self._prepared[0].parent, ignore_errors=True)
            self._prepared = None

    def _command(self, name: str) -> list[str]:
        return [sys.executable, "-m", "server", name, "--config", str(LIMITS)]

    def _settings(self, data: Path, live: Path, port: int) -> dict[str, str]:
        return {
            "TP__KEEP__DATA": str(data),
            "TP__KEEP__LIVE": str(live),
            "TP__LISTEN__PORT": str(port),
            **self._environment,
        }


def _of_people(address: str, host_link: str, shape: Shape) -> list[Line]:
    return scripts.seated(shape, scripts.circles_now(address, host_link, shape.rooms)).lines


Server = Kind | Hub


@contextmanager
def _process(
    command: list[str], port: int, environment: dict[str, str]
) -> Iterator[tuple[subprocess.Popen[bytes], float]]:
    """A process on the server's core that listens on the port; ended afterwards."""
    core = cores()[0]
    with tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=_clean_environment() | environment,
            stdout=said,
            stderr=subprocess.STDOUT,
            preexec_fn=lambda: os.sched_setaffinity(0, {core}),  # this process has one thread
        )
        try:
            _until_it_listens(process, port)
            yield process, time.perf_counter() - begun
        except Exception:
            said.seek(0)
            sys.stderr.write(said.read()[-2000:].decode(errors="replace"))
            raise
        finally:
            process.send_signal(signal.SIGKILL)
            process.wait()


def _clean_environment() -> dict[str, str]:
    """Nobody's own settings of the server or the allocator."""
    strange = ("TP__", "PYTHONMALLOC", "GLIBC_TUNABLES", "PYTHONASYNCIODEBUG", "PYTHONDEVMODE")
    return {name: value for name, value in os.environ.items() if not name.startswith(strange)}


def _until_it_listens(process: subprocess.Popen[bytes], port: int) -> None:
    until = time.perf_counter() + _START_SECONDS
    while time.perf_counter() < until:
        if process.poll() is not None:
            raise CannotMeasure(f"{process.args!s} ended with {process.returncode} before it listened.")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.005)
        else:
            return
    raise CannotMeasure(f"{process.args!s} did not listen within {_START_SECONDS} seconds.")
