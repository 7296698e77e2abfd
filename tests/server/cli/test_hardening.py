"""A crash writes no copy of the memory, and neighbours cannot look in."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

CRASHES = (
    "import os, resource, signal; from server.cli.hardening import harden\n"
    "print(harden(), resource.getrlimit(resource.RLIMIT_CORE), os.stat('/proc/self/mem').st_uid, flush=True)\n"
    "os.kill(os.getpid(), signal.SIGSEGV)\n"
)
WAITS = "from server.cli.hardening import harden; harden(); print('ready', flush=True); input()"


def test_a_crash_leaves_no_core_file(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [sys.executable, "-c", CRASHES],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == -signal.SIGSEGV
    assert done.stdout.startswith("True (0, 0)")
    assert list(tmp_path.iterdir()) == []


def test_another_process_of_the_same_user_cannot_read_its_memory() -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read every process; this story is for everybody else")
    with subprocess.Popen(
        [sys.executable, "-c", WAITS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdin
        assert process.stdout.readline() == "ready\n"
        with pytest.raises(PermissionError):
            os.close(os.open(f"/proc/{process.pid}/mem", os.O_RDONLY))
        process.stdin.write("\n")
