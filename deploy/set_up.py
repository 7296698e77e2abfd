"""Bring a fresh checkout to the point where it can start or be tested.

`make` calls this with one of three goals: `start` (run the server), `develop`
(run the checks) or `test` (the checks and a browser). It uses the standard
library alone, fetches only what the lock files name by hash, and is quick when
nothing changed. It never changes anything outside the checkout, except that
root may get Chromium from apt for the browser tests. What is missing is said in
one plain sentence, with what to do about it.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
CLIENT = ROOT / "web_client"
OLDEST_PYTHON = (3, 11)
OLDEST_NODE = (20, 19)
LOCKS = {"start": "requirements.lock", "develop": "requirements-develop.lock", "test": "requirements-develop.lock"}
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
# Noto's core fonts draw Latin and Arabic; without them screenshots show boxes.
CHROMIUM_PACKAGES = ("chromium", "fonts-noto-core")


class Missing(Exception):
    """Something this machine lacks, said in one sentence with what to do."""


def main(arguments: list[str]) -> int:
    """Reach the goal named on the command line, or say what is missing."""
    if len(arguments) != 1 or arguments[0] not in LOCKS:
        print(f"Usage: set_up.py {' | '.join(LOCKS)}", file=sys.stderr)
        return 2
    goal = arguments[0]
    try:
        find_python()
        with_one_at_a_time()
        set_up_python(goal)
        set_up_client()
        if goal == "test":
            set_up_chromium()
    except Missing as missing:
        print(f"Cannot set up: {missing}", file=sys.stderr)
        return 1
    return 0


def say(what: str) -> None:
    """Tell the person what is happening, since it may take a minute."""
    print(f"set-up: {what}", flush=True)


def with_one_at_a_time() -> None:
    """Wait while another `make` sets up this checkout; the lock goes when this process ends."""
    handle = os.open(Path(__file__).parent, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        say("waiting for another set-up of this checkout to end")
        fcntl.flock(handle, fcntl.LOCK_EX)


def run(command: list[str], what: str, cwd: Path = ROOT, env: dict[str, str] | None = None) -> None:
    """Run a quiet command; when it fails, show what it said and end with one sentence."""
    done = subprocess.run(command, cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode != 0:
        sys.stderr.write(done.stdout.decode(errors="replace"))
        raise Missing(f"{what} failed (its own words are above); is the network there, and the disk not full?")


def digest(paths: list[Path], *more: str) -> str:
    """One hash over the contents and places of files, and over what else matters."""
    total = hashlib.sha256()
    for path in paths:
        total.update(f"{path}\0".encode())
        total.update(path.read_bytes())
    for word in more:
        total.update(f"\0{word}".encode())
    return total.hexdigest()


def read_stamp(path: Path) -> dict[str, str]:
    """What was true when a step last ended well; empty when it never did."""
    try:
        found = json.loads(path.read_text())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write_stamp(path: Path, **truths: str) -> None:
    """Remember, beside what was made, what it was made from: deleting the one deletes the other."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(truths))


# --- Python ------------------------------------------------------------------------------------


def find_python() -> None:
    """Go on under a Python that is new enough, when this one is not."""
    if sys.version_info[:2] >= OLDEST_PYTHON:
        return
    for minor in range(19, OLDEST_PYTHON[1] - 1, -1):
        newer = shutil.which(f"python3.{minor}")
        if newer:
            os.execv(newer, [newer, *sys.argv])  # noqa: S606  # a Python from PATH is what a shebang would take
    raise Missing(
        "Python 3.11 or newer is needed and this is {}.{}; install one (on Debian: apt install python3 "
        "python3-venv), or name one with `make PYTHON=/path/to/python3.12 ...`.".format(*sys.version_info[:2])
    )


def set_up_python(goal: str) -> None:
    """Make .venv hold exactly what the lock says, and this checkout as an editable install."""
    inputs = [ROOT / name for name in ("pyproject.toml", "deploy/wheel_hook.py", *sorted(set(LOCKS.values())))]
    wanted = digest(inputs, str(ROOT), sys.version)
    stamp = VENV / ".stamps" / "python.json"
    known = read_stamp(stamp)
    # An environment for developing can also start the server, so it is never made smaller.
    good_enough = {LOCKS[goal], LOCKS["develop"]}
    if known.get("inputs") == wanted and known.get("lock") in good_enough and (VENV / "bin/talking-piece").exists():
        return
    lock = LOCKS["develop"] if known.get("lock") == LOCKS["develop"] else LOCKS[goal]
    make_venv()
    install_uv()
    install_locked(lock)
    write_stamp(stamp, inputs=wanted, lock=lock)


def make_venv() -> None:
    """A virtual environment whose Python answers and is new enough."""
    if VENV_PYTHON.exists():
        question = "import sys, pip; print(sys.version)"
        asked = subprocess.run([str(VENV_PYTHON), "-c", question], capture_output=True, text=True, check=False)
        if asked.returncode == 0 and asked.stdout.strip() == sys.version:
            return
        say("the Python in .venv has changed or moved; making it anew")
    try:
        import ensurepip  # noqa: F401  # Debian ships Python without it unless python3-venv is there
        import venv  # noqa: F401
    except ImportError:
        raise Missing(
            "this Python has no venv or no pip in it; install them (on Debian: apt install python3-venv)."
        ) from None
    say(f"making .venv with Python {sys.version.split()[0]}")
    run([sys.executable, "-m", "venv", "--clear", str(VENV)], "making the virtual environment")


def install_uv() -> None:
    """Let pip install the one uv that the developing lock names, by its hash."""
    pinned = locked_entry("uv")
    version = pinned.split("==")[1].split()[0]
    uv = VENV / "bin" / "uv"
    if uv.exists():
        asked = subprocess.run([str(uv), "--version"], capture_output=True, text=True, check=False)
        if asked.stdout.split()[1:2] == [version]:
            return
    say(f"installing uv {version}")
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as only_uv:
        only_uv.write(pinned)
        only_uv.flush()
        pip = [str(VENV_PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        run([*pip, "--require-hashes", "--no-deps", "-r", only_uv.name], "installing uv from PyPI")


def locked_entry(name: str) -> str:
    """The lines of one package in the developing lock: its version and its hashes."""
    text = (ROOT / LOCKS["develop"]).read_text()
    found = re.search(rf"^{re.escape(name)}==\S+.*\\\n(?:    --hash=\S+(?: \\)?\n)+", text, re.MULTILINE)
    if not found:
        raise Missing(f"{LOCKS['develop']} does not name {name}; restore it from git, or run `make lock`.")
    return found.group()


def install_locked(lock: str) -> None:
    """Exactly what the lock names, then this checkout itself, without fetching anything unhashed."""
    uv, env = str(VENV / "bin" / "uv"), uv_environment()
    say(f"installing what {lock} names")
    python = ["--quiet", "--no-config", "--python", str(VENV_PYTHON)]
    run([uv, "pip", "sync", *python, "--require-hashes", lock], f"installing {lock}", env=env)
    # Developing: the build backend is in the lock. Starting: uv fetches it aside, checked against the same hashes.
    backend = ["--no-build-isolation"] if lock == LOCKS["develop"] else ["--build-constraints", LOCKS["develop"]]
    run([uv, "pip", "install", *python, *backend, "--no-deps", "-e", "."], "installing this checkout", env=env)


def uv_environment() -> dict[str, str]:
    """The person's environment, with what they told pip about certificates and mirrors told to uv as well."""
    env = dict(os.environ)
    env.setdefault("UV_SYSTEM_CERTS", "true")
    certificate = env.get("PIP_CERT") or pip_setting("cert")
    if certificate and "SSL_CERT_FILE" not in env:
        env["SSL_CERT_FILE"] = certificate
    mirror = env.get("PIP_INDEX_URL") or pip_setting("index-url")
    if mirror and not {"UV_DEFAULT_INDEX", "UV_INDEX_URL"} & env.keys():
        env["UV_DEFAULT_INDEX"] = mirror
    return env


def pip_setting(name: str) -> str:
    """A value from pip's own configuration files; empty when there is none."""
    command = [str(VENV_PYTHON), "-m", "pip", "config", "get", f"global.{name}"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


# --- The web client ----------------------------------------------------------------------------


def set_up_client() -> None:
    """Install and build the web client when its lock or its sources changed."""
    for name in ("package.json", "package-lock.json"):
        if not (CLIENT / name).exists():
            raise Missing(f"web_client/{name} is missing; restore it from git.")
    stamps = CLIENT / "node_modules" / ".stamps"
    packages = digest([CLIENT / "package.json", CLIENT / "package-lock.json"])
    sources = digest(client_sources())
    installed = read_stamp(stamps / "packages.json").get("inputs") == packages
    built = read_stamp(stamps / "build.json").get("inputs") == sources and (CLIENT / "dist/index.html").exists()
    if installed and built:
        return
    check_node()
    if not installed:
        say("installing the web client's packages")
        run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], "`npm ci` in web_client", cwd=CLIENT)
        write_stamp(stamps / "packages.json", inputs=packages)
    say("building the web client")
    run(["npm", "run", "build"], "`npm run build` in web_client", cwd=CLIENT)
    write_stamp(stamps / "build.json", inputs=sources)


def client_sources() -> list[Path]:
    """Every file the build may read: the client's own, and the schema its types come from."""
    made = {"node_modules", "dist", "coverage", "test-results", ".vite"}
    found = [ROOT / "protocol" / "schema.json"]
    for folder, folders, names in os.walk(CLIENT):
        folders[:] = sorted(set(folders) - made)
        found += [Path(folder) / name for name in sorted(names)]
    return [path for path in found if path.is_file()]


def check_node() -> None:
    """Node and npm, new enough for Vite."""
    oldest = ".".join(map(str, OLDEST_NODE))
    advice = f"install Node.js {oldest} or newer with npm (nodejs.org, or your distribution's nodejs and npm)."
    node = shutil.which("node")
    if not node:
        raise Missing(f"Node.js is not on this machine; {advice}")
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout.strip()
    numbers = tuple(int(part) for part in re.findall(r"\d+", version)[:2])
    if numbers < OLDEST_NODE:
        raise Missing(f"Node.js {oldest} or newer is needed and this is {version or 'unknown'}; {advice}")
    if not shutil.which("npm"):
        raise Missing(f"npm is not on this machine; {advice}")


# --- Chromium, for the browser tests only ------------------------------------------------------


def set_up_chromium() -> None:
    """Find Chromium; root gets it from apt, anybody else one sentence, and the other tests go on."""
    if find_chromium():
        return
    apt = shutil.which("apt-get")
    if os.geteuid() == 0 and apt:
        say("installing Chromium and fonts from apt (this takes a minute)")
        env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        run([apt, "update", "--quiet"], "`apt-get update`", env=env)
        wanted = [apt, "install", "--yes", "--quiet", "--no-install-recommends", *CHROMIUM_PACKAGES]
        run(wanted, "installing Chromium from apt", env=env)
        return
    say("Chromium is missing, so the browser tests cannot run; on Debian: sudo apt install chromium fonts-noto-core")


def find_chromium() -> str:
    """Where Chromium is: what TP_CHROMIUM says, else the first one on PATH; empty when there is none."""
    said = os.environ.get("TP_CHROMIUM", "")
    if said:
        if not os.access(said, os.X_OK):
            raise Missing(f"TP_CHROMIUM says {said}, which is no program; correct it or leave it unset.")
        return said
    return next((found for found in map(shutil.which, CHROMIUM_NAMES) if found), "")


if __name__ == "__main__":
    begun = time.monotonic()
    code = main(sys.argv[1:])
    if code == 0 and time.monotonic() - begun > 1:
        say(f"ready after {time.monotonic() - begun:.0f} s")
    sys.exit(code)
