"""Other servers to be compared with: rooms, and everything to everybody. No rules, no turns, no replay.

`python -m tests.bench.peers` gets those that a package manager brings without root, into the
cache folder and nowhere else. `--peers` measures what is there and says how to get the rest.
"""

import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.bench.mqtt import published
from tests.bench.programs import HERE, cache
from tests.bench.servers import Kind, Server

PYTHON_PACKAGES = ("picows==2.3.1", "uvloop==0.22.1", "aiohttp==3.14.5", "starlette==1.10.0", "uvicorn==0.54.0")
# Starlette's sockets are those of websockets: the same one as bare's.
WEBSOCKETS = "websockets==17.4"
NODE_PACKAGES = ("ws@8.23.0",)
_GET = "python -m tests.bench.peers"


def _folder() -> Path:
    return cache() / "peers"


def _python() -> Path:
    return _folder() / "venv" / "bin" / "python"


def _node_modules() -> Path:
    return _folder() / "node_modules"


@dataclass(frozen=True, slots=True)
class Peer:
    """A server, whether it is here, and how to get it."""

    kind: Kind
    is_here: Callable[[], bool]
    how_to_get: str


def _in_python(name: str) -> Peer:
    program = HERE / "echo" / f"with_{name}.py"
    library = _folder() / "venv"
    return Peer(
        Kind(name, lambda port: [str(_python()), str(program), str(port)]),
        lambda: any(library.glob(f"lib/python*/site-packages/{name}")),
        _GET,
    )


def _with_ws(port: int) -> list[str]:
    return ["env", f"NODE_PATH={_node_modules()}", "node", str(HERE / "echo" / "with_ws.cjs"), str(port)]


def _mosquitto(port: int) -> list[str]:
    """It reads its settings from a file only."""
    settings = cache() / "mosquitto.conf"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(
        f"listener {port} 127.0.0.1\nprotocol websockets\nlistener 0 {cache() / 'mosquitto.socket'}\n"
        "allow_anonymous true\npersistence false\nset_tcp_nodelay true\nlog_type error\nuser root\n"
    )
    return ["mosquitto", "-c", str(settings)]


def known() -> tuple[Peer, ...]:
    """All of them."""
    return (
        _in_python("picows"),
        _in_python("aiohttp"),
        _in_python("starlette"),
        Peer(Kind("ws", _with_ws), lambda: (_node_modules() / "ws").is_dir(), _GET),
        Peer(
            Kind("mosquitto", _mosquitto, published, {"protocol": "mqtt", "opcode": "2"}),
            lambda: shutil.which("mosquitto") is not None,
            "apt install mosquitto",
        ),
    )


def installed(say: Callable[..., None]) -> tuple[Server, ...]:
    """Those that are on this machine; of the others it says how to get them."""
    for peer in known():
        if not peer.is_here():
            say(f"{peer.kind.name} is not here and not measured; to get it: {peer.how_to_get}")
    return tuple(peer.kind for peer in known() if peer.is_here())


def get() -> None:
    """Into the cache folder: a virtual environment of their own, and a folder of Node packages."""
    if not _python().exists():
        venv.create(_folder() / "venv", with_pip=True)
    subprocess.run([_python(), "-m", "pip", "install", "--quiet", *PYTHON_PACKAGES, WEBSOCKETS], check=True)
    if shutil.which("npm") is None:
        sys.stderr.write("npm is not on this machine; without it there is no ws.\n")
        return
    command = ["npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(_folder()), *NODE_PACKAGES]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    get()
