"""The open port: how much is read at once, how it closes, and that nobody holds it open."""

import asyncio
from asyncio import selector_events
from pathlib import Path

import pytest

from protocol import closings
from server.edge import serving
from tests.support.open_port import Port, an_open_port, asked


async def test_asyncio_still_has_the_read_size_that_we_cut(port: Port) -> None:
    # Private to asyncio. Where it is gone, wiping costs 77 % of the throughput (security.md 0).
    assert (await asked(port, "GET /health")).status == 200
    assert selector_events._SelectorTransport.max_size == serving._READ_SIZE  # type: ignore[attr-defined]  # see above
    device = await port.device()
    (connection,) = port.listener._open
    assert isinstance(connection.transport, selector_events._SelectorTransport)  # type: ignore[attr-defined]  # as above
    assert connection.transport.max_size == serving._READ_SIZE
    await device.leaves_the_page()


async def test_closing_tells_everybody_to_come_back_soon_and_not_all_at_once(pages: Path) -> None:
    async with an_open_port(pages) as port:
        people = [await port.device() for _ in range(10)]
        await port.listener.close(5)
        codes = [await device.is_closed() for device in people]
    assert codes == [closings.RESTARTING.code] * 10
    goodbyes = [device.goodbye for device in people if device.goodbye is not None]
    assert len(goodbyes) == 10
    assert {goodbye.come_back for goodbye in goodbyes} == {"soon"}
    assert {goodbye.after for goodbye in goodbyes} == {1, 2, 3, 4, 5}


async def test_after_closing_nobody_is_let_in(pages: Path) -> None:
    async with an_open_port(pages) as port:
        await port.listener.close(5)
        try:
            await asyncio.open_connection("127.0.0.1", port.number)
        except ConnectionRefusedError:
            return
    raise AssertionError("the port is still open")


async def test_a_peer_that_is_dead_does_not_hold_the_door(pages: Path) -> None:
    async with an_open_port(pages) as port:
        lines = [await port.line() for _ in range(10)]
        for line in lines:
            await line.upgrades(port)
        begun = asyncio.get_running_loop().time()
        await port.listener.close(3)
        assert asyncio.get_running_loop().time() - begun < 6
        for line in lines:
            line.writer.transport.abort()


async def test_a_port_that_is_taken_is_said_at_once(port: Port, pages: Path) -> None:
    with pytest.raises(OSError, match="address already in use"):
        async with an_open_port(pages, port=port.number):
            pass
