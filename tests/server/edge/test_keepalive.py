"""Keepalive: whoever is silent is asked, whoever answers stays, the others are gone; and nothing runs for nobody."""

import asyncio
from pathlib import Path

import pytest

from server.edge.keepalive import Sweep
from tests.server.edge.test_frames import HELLO, PING, PONG, TEXT
from tests.support.open_port import an_open_port, client_frame

SWEEP = 0.2


class Somebody:
    """A connection on paper."""

    def __init__(self) -> None:
        self.heard = True
        self.asked = False
        self.questions = 0
        self.gone = False

    def ask(self) -> None:
        """A ping."""
        self.questions += 1

    def give_up(self) -> None:
        """The end."""
        self.gone = True


async def test_whoever_speaks_is_never_asked_and_whoever_is_silent_is_asked_once() -> None:
    speaks, silent = Somebody(), Somebody()
    sweep = Sweep(lambda: (speaks, silent), 0.01)
    sweep.begins()
    while not silent.gone:
        speaks.heard = True
        await asyncio.sleep(0.005)
    sweep.ends()
    assert (speaks.questions, speaks.gone) == (0, False)
    assert silent.questions == 1


async def test_for_nobody_nothing_runs() -> None:
    sweeps = 0

    def watched() -> tuple[Somebody, ...]:
        nonlocal sweeps
        sweeps += 1
        return ()

    sweep = Sweep(watched, 0.01)
    await asyncio.sleep(0.05)
    assert sweeps == 0
    sweep.begins()
    sweep.begins()
    sweep.ends()
    await asyncio.sleep(0.05)
    assert sweeps == 0


async def test_a_line_that_answers_stays_open_and_one_that_does_not_is_let_go(pages: Path) -> None:
    async with an_open_port(pages, keepalive_seconds=SWEEP) as port:
        answers, dead = await port.line(), await port.line()
        for line in (answers, dead):
            await line.upgrades(port)
            await line.says(client_frame(TEXT, HELLO))
            assert (await line.frame())[0] == TEXT
        for _ in range(3):
            assert await answers.frame() == (PING, b"")
            await answers.says(client_frame(PONG, b""))
        assert await dead.frame() == (PING, b"")
        with pytest.raises((asyncio.IncompleteReadError, ConnectionError)):
            await dead.frame()
        for line in (answers, dead):
            line.writer.close()
