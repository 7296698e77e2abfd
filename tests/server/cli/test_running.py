"""A process that is asked to end, ends: in order, in time, and at once when it is asked twice."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from server.cli.running import ENDINGS

HOUSE = Path(__file__).resolve().parents[3]
OPENING = """
import asyncio, os, sys, threading, time
from server.cli.running import lived
from server.privacy import set_up_logging
from server.settings import Settings, Shutdown
settings = Settings(shutdown=Shutdown(seconds=1))
async def life(stop):
    print("ready", flush=True)
    {body}
in_loop = set_up_logging()
sys.exit(lived(life, settings, in_loop))
"""
ORDERLY = "await stop.wait(); print('ended in order', flush=True)"
STUCK = "await stop.wait(); time.sleep(60)"
NEVER = "await stop.wait(); await asyncio.Event().wait()"
CLINGING = "await stop.wait(); threading.Thread(target=time.sleep, args=(60,)).start()"
TAKEN = "raise OSError(98, 'in use')"
OURS = "raise ValueError('heron umbrella')"


@contextmanager
def living(body: str) -> Iterator["subprocess.Popen[str]"]:
    """A process with this life, ready."""
    with subprocess.Popen(
        [sys.executable, "-c", OPENING.format(body=body)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=HOUSE,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        yield process
        process.kill()


@pytest.mark.parametrize("number", ENDINGS)
def test_asked_once_it_ends_in_order(number: signal.Signals) -> None:
    with living(ORDERLY) as process:
        process.send_signal(number)
        output, log = process.communicate(timeout=10)
        assert output == "ended in order\n"
        assert process.returncode == 0
        assert '"message": "stopping"' in log


@pytest.mark.parametrize("body", [STUCK, NEVER, CLINGING], ids=["a stuck loop", "a wait without end", "a thread"])
def test_whatever_hangs_it_is_gone_in_time(body: str) -> None:
    with living(body) as process:
        process.send_signal(signal.SIGTERM)
        begun = time.monotonic()
        process.wait(timeout=10)
        assert time.monotonic() - begun < 4
        assert process.returncode != -signal.SIGKILL


def test_asked_twice_it_ends_at_once_even_when_its_loop_is_stuck() -> None:
    with living(STUCK) as process:
        assert process.stderr
        process.send_signal(signal.SIGTERM)
        assert "stopping" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=10) == -signal.SIGINT


def test_a_taken_port_is_one_sentence() -> None:
    with living(TAKEN) as process:
        _, said = process.communicate(timeout=10)
        assert process.returncode == 69
        assert re.fullmatch(r"Port 8042 is taken: [^\n]*--port\.\n", said)


def test_a_mistake_of_ours_ends_loudly_without_anybodys_words() -> None:
    with living(OURS) as process:
        _, said = process.communicate(timeout=10)
        assert process.returncode == 70
        assert '"message": "uncaught"' in said
        assert "ValueError" in said
        assert "heron" not in said


def test_the_signals_that_end_it_are_those_that_people_and_systems_send() -> None:
    assert {"SIGTERM", "SIGINT", "SIGHUP"} == {number.name for number in ENDINGS}
    assert os.name == "posix"
