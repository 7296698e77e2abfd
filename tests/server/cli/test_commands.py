"""`talking-piece` as a person meets it: real processes, real ports, one sentence where something is wrong."""

import json
import os
import pty
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from server.cli.commands import talking_piece
from server.cli.wiping import has_glibc

HOUSE = Path(__file__).resolve().parents[3]
COMMAND = [sys.executable, "-m", "server"]
ENVIRONMENT = {
    key: value
    for key, value in os.environ.items()
    if not key.startswith("TP__") and key not in ("PYTHONMALLOC", "GLIBC_TUNABLES", "STATE_DIRECTORY")
}
# The room to try would wait in this machine's memory for a next start that never comes.
ENVIRONMENT["TP__KEEP__LIVE"] = "memory"


def said(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """A command that ends by itself."""
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=HOUSE,
        env=ENVIRONMENT | environment,
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )


@contextmanager
def running(*arguments: str, **environment: str) -> Iterator["subprocess.Popen[str]"]:
    """A command that goes on until it is asked to end, with pipes."""
    with subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=HOUSE,
        env=ENVIRONMENT | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        process.kill()


def line_with(process: "subprocess.Popen[str]", pattern: str, *, stderr: bool = False) -> str:
    """The first group of the first line that fits; a process that ends before that fails the story."""
    stream = process.stderr if stderr else process.stdout
    assert stream
    for line in stream:
        if found := re.search(pattern, line):
            return found[1] if found.groups() else found[0]
    raise AssertionError(f"it ended without saying {pattern}")


def ended(process: "subprocess.Popen[str]") -> tuple[int, str, str]:
    """Asked to end; the code, and what it said last."""
    process.send_signal(signal.SIGTERM)
    output, log = process.communicate(timeout=10)
    return process.returncode, output, log


@pytest.fixture
def port() -> int:
    """A port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
    return number


def test_start_serves_the_page_within_moments_and_keeps_the_links_off_the_pipe(tmp_path: Path) -> None:
    begun = time.monotonic()
    with running("start", "--data", str(tmp_path / "data"), "--port", "0") as process:
        address = line_with(process, r"ready: (http://127\.0\.0\.1:\d+)")
        seconds = time.monotonic() - begun
        links = Path(line_with(process, r"The links are in (\S+)"))
        text = links.read_text()
        assert links.stat().st_mode & 0o777 == 0o600
        assert text.count(f"{address}/#") == 3
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310  # our own page
            assert answer.status in (200, 503)
        code, output, log = ended(process)
    assert code == 0
    assert "/#" not in output
    for secret in re.findall(r"#(\S+)", text):
        assert secret not in log
    assert not links.exists()
    # 2 s is the promise (issue 2); a busy machine that runs other suites beside is given as much again.
    assert seconds < 4


def test_start_again_on_the_same_data_makes_no_second_room_to_try(tmp_path: Path) -> None:
    for rooms in (1, 0):
        with running("start", "--data", str(tmp_path / "data"), "--port", "0") as process:
            links = Path(line_with(process, r"The links are in (\S+)")).read_text()
            assert links.count("A first room to try") == rooms
            assert ended(process)[0] == 0


def test_on_a_terminal_the_links_are_shown_and_no_qr_code_of_an_address_no_phone_can_reach(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, "start", "--data", str(tmp_path / "data"), "--port", "0"],
        cwd=HOUSE,
        env=ENVIRONMENT,
        stdout=theirs,
        stderr=subprocess.PIPE,
    ) as process:
        os.close(theirs)
        shown = ""
        while "Ctrl-C" not in shown:
            shown += os.read(ours, 4096).decode()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=10) == 0
        os.close(ours)
    assert shown.count("/#") == 3
    assert "█" not in shown
    assert not (tmp_path / "data" / "links.txt").exists()


def test_wiping_is_on_without_anybody_asking_for_it(tmp_path: Path) -> None:
    if not has_glibc():
        pytest.skip("wiping needs glibc, and this machine has another C library")
    with running("start", "--data", str(tmp_path / "data"), "--port", "0") as process:
        line = json.loads(line_with(process, r".*wiping.*", stderr=True))
        assert (line["on"], line["how"]) == (True, "glibc")
        line_with(process, "started", stderr=True)
        assert ended(process)[0] == 0


def test_a_host_link_is_made_while_the_server_runs_and_knows_its_address(tmp_path: Path) -> None:
    data = str(tmp_path / "data")
    with running("start", "--data", data, "--port", "0") as process:
        address = line_with(process, r"ready: (http://127\.0\.0\.1:\d+)")
        made = said("host-link", "--data", data)
        assert re.fullmatch(rf"{address}/#[A-Za-z0-9_-]{{43}}\n", made.stdout)
        assert "works once, within 30 minutes" in made.stderr
        assert ended(process)[0] == 0
    assert said("host-link", "--data", data).stdout.startswith("http://127.0.0.1:8042/#")


def test_serve_takes_file_and_environment_and_says_nothing_but_logs(tmp_path: Path, port: int) -> None:
    config = tmp_path / "settings.toml"
    config.write_text(f'[keep]\ndata = "{tmp_path / "data"}"\n[listen]\nport = 1\n')
    with running("serve", "--config", str(config), TP__LISTEN__PORT=str(port)) as process:
        line_with(process, "started", stderr=True)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:  # our own page
            assert answer.status in (200, 503)
        code, output, log = ended(process)
    assert (code, output) == (0, "")
    for line in log.splitlines():
        assert set(json.loads(line)) >= {"time", "level", "message"}


def one_sentence(done: "subprocess.CompletedProcess[str]") -> str:
    """What a person reads: the log lines (JSON) left out, nothing of a traceback in it."""
    lines = [line for line in done.stderr.splitlines() if not line.startswith("{")]
    assert len(lines) == 1, done.stderr
    assert "Traceback" not in done.stderr
    return lines[0]


def test_a_taken_port_is_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = said("start", "--data", str(tmp_path / "data"), "--port", str(port))
    assert done.returncode == 69
    assert one_sentence(done).startswith(f"Port {port} is taken")


def test_a_second_server_on_the_same_data_is_one_sentence(tmp_path: Path) -> None:
    data = str(tmp_path / "data")
    with running("start", "--data", data, "--port", "0") as process:
        line_with(process, "ready")
        done = said("start", "--data", data, "--port", "0")
        assert done.returncode == 69
        assert one_sentence(done).startswith("Another Talking Piece server uses the data folder")
        assert ended(process)[0] == 0


@pytest.mark.parametrize("command", ["start", "host-link"])
def test_a_data_folder_that_cannot_be_used_is_one_sentence(tmp_path: Path, command: str) -> None:
    (tmp_path / "file").write_text("")
    done = said(command, "--data", str(tmp_path / "file" / "data"), "--port", "0")
    assert done.returncode == 69
    assert "something that is not a folder is in the way" in one_sentence(done)


def test_a_data_folder_without_the_right_to_write_is_one_sentence() -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere; this story is for everybody else")
    done = said("start", "--data", "/talking-piece-has-no-right-here", "--port", "0")
    assert "this user has no right to it" in one_sentence(done)


def test_a_directory_file_that_is_damaged_is_one_sentence(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    (data / "directory.sqlite").write_bytes(b"SQLite format 3\0" + bytes(5_000))
    done = said("start", "--data", str(data), "--port", "0")
    assert done.returncode == 69
    assert "damaged; please put back a copy" in one_sentence(done)


def test_no_disk_is_one_sentence(tmp_path: Path) -> None:
    story = (
        "import resource, runpy, sys\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2048, 2048))\n"  # a disk with room for so much in a file
        f"sys.argv = ['server', 'host-link', '--data', {str(tmp_path / 'data')!r}]\n"
        "runpy.run_module('server', run_name='__main__')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", story],
        cwd=HOUSE,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert done.returncode == 69
    assert str(tmp_path / "data") in one_sentence(done)


@pytest.mark.parametrize("command", [("serve",), ("host-link",)])
def test_a_slip_in_the_settings_is_one_sentence(tmp_path: Path, command: tuple[str, ...]) -> None:
    config = tmp_path / "settings.toml"
    config.write_text("[listen]\nprot = 1\n")
    done = said(*command, "--config", str(config))
    assert done.returncode == 78
    assert one_sentence(done) == f"There is no setting listen.prot (in {config}); did you mean listen.port?"


def test_there_are_four_commands_and_each_says_what_it_is_for() -> None:
    assert set(talking_piece.commands) == {"start", "serve", "host-link", "schema"}
    assert all((command.help or "").endswith(".") for command in talking_piece.commands.values())


def test_an_unknown_option_is_told_by_its_name() -> None:
    done = said("start", "--prot", "1")
    assert done.returncode == 2
    assert "--port" in done.stderr


def test_the_schema_is_printed_for_authors_of_clients() -> None:
    assert json.loads(said("schema").stdout) == json.loads((HOUSE / "protocol" / "schema.json").read_text())


def test_help_comes_at_once_because_nothing_heavy_is_loaded() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "server", "--help"],
        cwd=HOUSE,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "host-link" in done.stdout
    for heavy in ("pydantic", "websockets", "asyncio", "sqlite3", "argon2", "segno"):
        assert not re.search(rf"\| +{heavy}\n", done.stderr), heavy
