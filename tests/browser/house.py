"""A real server for the stories: started by its own command line, killed, started again, and searched.

Everything it keeps lies in folders of its own: the directory, the live journal (in memory), its logs.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browser.road import Road, free_port

ROOT = Path(__file__).resolve().parents[2]
CLIENT = ROOT / "web_client" / "dist" / "index.html"
NEUTRAL = "https://neutral.example/"
"""Where Leave fast goes; answered by the browser's own routes, so that nobody is asked outside."""

_LINK = re.compile(r"#([A-Za-z0-9_-]{16,64})$", re.MULTILINE)
_READY_WITHIN = 40.0
_SHM = "/dev/shm"  # noqa: S108  # mkdtemp makes a folder in it that is ours alone


class House:
    """One server with its folders; `open()` it, and `close()` it at the end."""

    def __init__(self, folder: Path, *, module: str = "server", **settings: str) -> None:
        self._module = module
        self._jumps = folder / "jumps"
        self.port = free_port()
        self.road = Road(self.port)
        self.data = folder / "data"
        self.logs = folder / "logs"
        self.logs.mkdir(parents=True)
        self.live = Path(tempfile.mkdtemp(prefix="tp-story-", dir=_SHM))
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where everybody finds it; one person may come by the road instead."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        """The process that serves."""
        assert self._process is not None
        return self._process.pid

    def open(self) -> None:
        """Start it, and wait until people can come in."""
        out = (self.logs / "out.txt").open("ab")
        err = (self.logs / "err.txt").open("ab")
        command = [sys.executable, "-m", self._module, "start", "--data", str(self.data), "--port", str(self.port)]
        with out, err:
            self._process = subprocess.Popen(
                command, cwd=ROOT, env=self._environment(), stdin=subprocess.DEVNULL, stdout=out, stderr=err
            )
        until = time.monotonic() + _READY_WITHIN
        while not (self.data / "links.txt").exists():
            if self._process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"the server did not start:\n{(self.logs / 'err.txt').read_text()}")
            time.sleep(0.05)

    def jump(self, seconds: int) -> None:
        """The clock of the server jumps (a house whose module is `tests.browser.jumping`)."""
        self._jumps.write_text(str(seconds * 1000), encoding="ascii")
        os.kill(self.pid, signal.SIGUSR1)

    def kill(self) -> None:
        """As a power cut would, but for the memory that survives it."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()
        (self.data / "links.txt").unlink(missing_ok=True)

    def close(self) -> None:
        """An orderly end, and nothing left behind."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            self._process.wait(15)
        self.road.close()
        shutil.rmtree(self.live, ignore_errors=True)

    def host_link(self) -> str:
        """The one-time link to the host's desk, as `start` wrote it down."""
        return f"{self.address}/#{_LINK.findall((self.data / 'links.txt').read_text())[-1]}"

    def fresh_host_link(self) -> str:
        """One more, by the command for it, while the server runs."""
        command = [sys.executable, "-m", "server", "host-link", "--data", str(self.data), "--port", str(self.port)]
        told = subprocess.run(command, cwd=ROOT, env=self._environment(), capture_output=True, text=True, check=True)
        return told.stdout.strip()

    def by_road(self, link: str) -> str:
        """The same link, on the road that can break."""
        return link.replace(self.address, self.road.address)

    def kept(self) -> list[Path]:
        """Every file in which the server could have kept something."""
        return [path for root in (self.data, self.live, self.logs) for path in root.rglob("*") if path.is_file()]

    def files_with(self, words: Iterable[str]) -> list[str]:
        """Words found in those files, in any of three encodings, and where."""
        files = [(path, path.read_bytes()) for path in self.kept()]
        return [
            f"{word} in {path.name}" for path, text in files for word in words if any(f in text for f in forms(word))
        ]

    def _environment(self) -> dict[str, str]:
        ours = {
            "TP_JUMPS": str(self._jumps),
            "TP__KEEP__LIVE": str(self.live),
            "TP__PLACE__NEUTRAL_SITE": NEUTRAL,
            "TP__PLACE__RUN_BY": "the people of Elm Street",
            "TP__PLACE__ORIGINS": f"{self.address},{self.road.address}",
            # Eight browsers on one machine are one address, and stories type faster than people.
            "TP__LIMITS__COMMANDS_BURST": "60",
            **self._settings,
        }
        theirs = {name: value for name, value in os.environ.items() if not name.startswith("TP__")}
        return {**theirs, **ours}


@contextmanager
def housed(folder: Path, *, module: str = "server") -> Iterator[House]:
    """A server that is open, and closed at the end."""
    house = House(folder, module=module)
    try:
        house.open()
        yield house
    finally:
        house.close()


def forms(word: str) -> tuple[bytes, bytes, bytes]:
    """A word as memory or a file may hold it: UTF-8, and the two wide forms of Python's strings."""
    return word.encode(), word.encode("utf-16-le"), word.encode("utf-32-le")


def in_memory_of(pid: int, stem: str) -> list[str]:
    """Every place in the memory of a process where a stem stands, with what is around it.

    Only root may look: the server forbids it to others.
    """
    found: list[str] = []
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            where = re.match(r"([0-9a-f]+)-([0-9a-f]+) r", line)
            if where is None or "[v" in line:
                continue
            begin, end = int(where[1], 16), int(where[2], 16)
            memory.seek(begin)
            try:
                text = memory.read(end - begin)
            except OSError:
                continue
            for form in forms(stem):
                at = text.find(form)
                while at >= 0:
                    found.append(f"{line.split()[-1]} {begin + at:x}: {text[max(0, at - 80) : at + 120]!r}")
                    at = text.find(form, at + 1)
    return found
