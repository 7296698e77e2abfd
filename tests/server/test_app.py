"""Composition: the house as `run` builds it, opened and closed in this process."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from protocol import closings
from server.adapters.memory_journal import MemoryJournal
from server.adapters.sqlite_journal import SqliteJournal
from server.app import Background, Ready, edge_plan, fresh_host_link, open_journal, room_plan, run
from server.settings import Keep, Limits, Listen, Rooms, Settings
from tests.support.wire import Device


def _settings(folder: Path, *, live: str = "memory", port: int = 0) -> Settings:
    return Settings(
        listen=Listen(port=port),
        keep=Keep(data=folder / "data", live=live),
        rooms=Rooms(empty_minutes=3, longest_hours=2, seats_most=7),
        limits=Limits(outbox_soft_kib=16, outbox_hard_kib=32, paused_seconds=9),
    )


@asynccontextmanager
async def _open_house(settings: Settings, *, first_steps: bool = True) -> AsyncIterator[Ready]:
    ready: asyncio.Future[Ready] = asyncio.get_running_loop().create_future()
    stop = asyncio.Event()
    living = asyncio.create_task(
        run(settings, ready=ready.set_result, stop=stop, wiping=False, first_steps=first_steps)
    )
    await asyncio.wait((ready, living), return_when=asyncio.FIRST_COMPLETED)
    if living.done():
        living.result()
    try:
        yield ready.result()
    finally:
        stop.set()
        await living


def test_settings_reach_the_rooms_and_the_edge(tmp_path: Path) -> None:
    settings = _settings(tmp_path)
    rooms, edge = room_plan(settings), edge_plan(settings)
    assert (rooms.empty_most, rooms.longest, rooms.seats_most) == (180_000, 7_200_000, 7)
    assert (edge.outbox_soft, edge.outbox_hard, edge.paused_seconds) == (16_384, 32_768, 9)
    assert edge.hosts(5) == ("127.0.0.1:5", "localhost:5")


def test_the_live_journal_is_in_a_folder_in_memory_or_in_the_process(tmp_path: Path) -> None:
    assert isinstance(open_journal(_settings(tmp_path)), MemoryJournal)
    found = open_journal(_settings(tmp_path, live="auto"))
    assert isinstance(found, SqliteJournal | MemoryJournal)
    found.close()


async def test_the_first_start_has_a_room_to_try_and_the_second_has_not(tmp_path: Path) -> None:
    settings = _settings(tmp_path)
    async with _open_house(settings) as ready:
        assert None not in (ready.host_link, ready.trial_link, ready.trial_invitation)
        device = await Device(ready.address).opens()
        await device.knocks(str(ready.trial_invitation))
        assert device.room.group == "A first circle"
        await device.leaves_the_page()
    async with _open_house(settings) as ready:
        assert ready.host_link is not None
        assert (ready.trial_link, ready.trial_invitation) == (None, None)


async def test_without_first_steps_no_link_is_made(tmp_path: Path) -> None:
    async with _open_house(_settings(tmp_path), first_steps=False) as ready:
        assert (ready.host_link, ready.trial_link, ready.trial_invitation) == (None, None, None)


async def test_a_host_link_made_beside_a_running_server_opens_its_desk(tmp_path: Path) -> None:
    settings = _settings(tmp_path)
    async with _open_house(settings) as ready:
        link = await fresh_host_link(settings)
        device = await Device(ready.address).opens()
        await device.gets("open_host_desk", link=link)
        assert await device.refused("open_host_desk", link=link) == "invitation_used"
        await device.leaves_the_page()


async def test_a_whole_small_evening(tmp_path: Path) -> None:
    async with _open_house(_settings(tmp_path)) as ready:
        fay = await Device(ready.address).opens()
        desk = await fay.gets("open_trial_desk", link=ready.trial_link)
        assert desk is not None
        assert desk.type == "desk"
        await fay.gets("enter_as_facilitator", group=desk.groups[0].group, key=fay.key)
        one = await Device(ready.address).opens()
        await one.knocks(str(ready.trial_invitation))
        await fay.sees(lambda room: len(room.people) == 2)
        await fay.gets("set_mode", mode="open_floor", prompt="", now=True)
        await one.gets("say", turn=None, text="good evening")
        await fay.sees(lambda room: [words.text for words in room.said] == ["good evening"])
        await fay.gets("close_meeting")
        assert await one.is_closed() == closings.MEETING_CLOSED.code
        late = await Device(ready.address).opens()
        assert await late.refused("look", link=ready.trial_invitation) == "invitation_used"
        await late.leaves_the_page()


async def test_stopping_tells_everybody_and_leaves_no_task(tmp_path: Path) -> None:
    before = asyncio.all_tasks()
    async with _open_house(_settings(tmp_path)) as ready:
        device = await Device(ready.address).opens()
    await device.is_closed()
    assert device.was_told(closings.RESTARTING)
    assert asyncio.all_tasks() == before


async def test_a_port_that_is_taken_leaves_the_data_folder_free(tmp_path: Path) -> None:
    async with _open_house(_settings(tmp_path / "first")) as ready:
        port = int(ready.address.rpartition(":")[2])
        with pytest.raises(OSError, match="in use"):
            async with _open_house(_settings(tmp_path / "second", port=port)):
                pass
    async with _open_house(_settings(tmp_path / "second")) as ready:
        assert ready.host_link is not None


async def test_work_beside_everything_is_held_and_its_mistakes_are_loud(caplog: pytest.LogCaptureFixture) -> None:
    background = Background()
    done = asyncio.Event()

    async def breaks() -> None:
        raise ValueError("words that must not be logged as a message")

    async def waits() -> None:
        await done.wait()

    background.spawn(breaks())
    background.spawn(waits())
    done.set()
    await background.finish(5)
    assert [record.message for record in caplog.records if record.levelno >= logging.ERROR] == ["background_failed"]


async def test_work_that_never_ends_does_not_hold_the_end() -> None:
    background = Background()
    begun = asyncio.Event()

    async def never() -> None:
        begun.set()
        await asyncio.Event().wait()

    background.spawn(never())
    await begun.wait()
    await background.finish(0.01)
