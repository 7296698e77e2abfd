"""The real server as a process of its own: started through the command line, killed with real signals, started again.

Its data folder and live journal belong to one story. What it prints and logs is kept,
because a log is one of the places where no word may ever be.
"""

import asyncio
import os
import re
import signal
import socket
import sys
import tempfile
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from tests.support.wire import GUARD, Device

ROOT = Path(__file__).resolve().parents[2]
FAST = {"limits__commands_per_10_seconds": "1000000", "limits__commands_burst": "1000000"}
"""No person is that fast; these settings allow it, no code is skipped."""
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108  # a folder of its own is made in it, 0700


def free_port() -> int:
    """A port that nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def folder_in_memory() -> Path:
    """A folder for a live journal: in memory where the system has such a place."""
    return Path(tempfile.mkdtemp(prefix="tp-story-", dir=SHARED_MEMORY if SHARED_MEMORY.is_dir() else None))


class House:
    """One server, through all its starts.

    Args:
        folder: where its data lives.
        live: the folder of its live journal.
        settings: more settings, as environment variables without their prefix (`limits__per_address="5"`).
    """

    def __init__(self, folder: Path, live: Path, **settings: str) -> None:
        self.data = folder / "data"
        self.live = live
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.links: dict[str, str] = {}
        """The secrets of the last `start`: `trial`, `invitation`, `host`."""
        self.out: list[str] = []
        self.logs: list[str] = []
        self.process: Process | None = None
        self._settings = settings
        self._readers: list[asyncio.Task[None]] = []
        self._news = asyncio.Event()

    async def starts(self, command: str = "start") -> "House":
        """Start it, and wait until people can come in."""
        await self.runs(command)
        await self.says("The links are in" if command == "start" else '"message": "started"')
        if command == "start":
            self._read_links()
        return self

    async def runs(self, command: str = "start") -> None:
        """Start it, and do not wait."""
        begun = len(self.out), len(self.logs)
        options = ["--data", str(self.data), "--port", str(self.port)] if command == "start" else []
        self.process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "server",
            command,
            *options,
            cwd=ROOT,
            env=self._environment(),
            stdout=PIPE,
            stderr=PIPE,
        )
        assert self.process.stdout is not None
        assert self.process.stderr is not None
        self._begun = begun
        self._readers = [
            asyncio.create_task(self._reads(self.process.stdout, self.out)),
            asyncio.create_task(self._reads(self.process.stderr, self.logs)),
        ]

    def _environment(self) -> dict[str, str]:
        plain = {name: value for name, value in os.environ.items() if not name.startswith("TP__")}
        ours = {
            "TP__KEEP__DATA": str(self.data),
            "TP__KEEP__LIVE": str(self.live),
            "TP__LISTEN__PORT": str(self.port),
            **{f"TP__{name.upper()}": value for name, value in self._settings.items()},
        }
        return plain | ours

    async def _reads(self, stream: asyncio.StreamReader, lines: list[str]) -> None:
        while line := await stream.readline():
            lines.append(line.decode())
            self._tell()
        self._tell()

    def _tell(self) -> None:
        self._news.set()
        self._news = asyncio.Event()

    async def says(self, text: str) -> None:
        """Wait until it has printed or logged this since its last start."""
        async with asyncio.timeout(GUARD):
            while not any(text in line for line in self._new_lines()):
                assert not all(reader.done() for reader in self._readers), "".join(self._new_lines())
                await self._news.wait()

    def _new_lines(self) -> list[str]:
        return self.out[self._begun[0] :] + self.logs[self._begun[1] :]

    def _read_links(self) -> None:
        found = re.findall(r"#([A-Za-z0-9_-]+)", (self.data / "links.txt").read_text())
        names = ("trial", "invitation", "host") if len(found) == 3 else ("host",)
        self.links = dict(zip(names, found, strict=True))

    @property
    def pid(self) -> int:
        """Its process id."""
        assert self.process is not None
        return self.process.pid

    def signals(self, number: signal.Signals) -> None:
        """A real signal."""
        os.kill(self.pid, number)

    async def is_gone(self) -> int:
        """Wait for the end of the process; its exit code."""
        assert self.process is not None
        async with asyncio.timeout(GUARD):
            await asyncio.gather(*self._readers)
            return await self.process.wait()

    async def is_killed(self) -> None:
        """`kill -9`."""
        self.signals(signal.SIGKILL)
        await self.is_gone()

    async def ends(self) -> int:
        """An orderly end."""
        self.signals(signal.SIGTERM)
        return await self.is_gone()

    async def device(self) -> Device:
        """A device that is connected."""
        return await Device(self.address).opens()

    async def holder_of_the_trial(self) -> Device:
        """The one who opens the trial link and sits down in the first circle."""
        device = await self.device()
        desk = await device.gets("open_trial_desk", link=self.links["trial"])
        assert desk is not None
        assert desk.type == "desk"
        await device.gets("enter_as_facilitator", group=desk.groups[0].group, key=device.key)
        await device.until(lambda: device.seen is not None)
        return device

    def everything_written(self) -> bytes:
        """All bytes in the data folder and the live journal's folder, and all that was printed and logged."""
        files = [path for folder in (self.data, self.live) for path in folder.rglob("*") if path.is_file()]
        return b"\0".join([*(path.read_bytes() for path in files), "".join(self.out + self.logs).encode()])


@asynccontextmanager
async def a_house(folder: Path, live: Path, *, command: str = "start", **settings: str) -> AsyncIterator[House]:
    """A house that is open, and gone afterwards."""
    house = House(folder, live, **settings)
    try:
        yield await house.starts(command)
    finally:
        if house.process is not None and house.process.returncode is None:
            house.signals(signal.SIGKILL)
            await house.is_gone()


@asynccontextmanager
async def devices(make: Callable[[], Device], count: int) -> AsyncIterator[list[Device]]:
    """So many devices, connected; their pages are closed afterwards."""
    people = [make() for _ in range(count)]
    try:
        yield list(await asyncio.gather(*(device.opens() for device in people)))
    finally:
        await asyncio.gather(*(device.leaves_the_page() for device in people))
