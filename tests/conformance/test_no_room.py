"""No disk, no port, no right: one kind sentence at the start; while running, the circle goes on and says so."""

import resource
from pathlib import Path

import pytest

from protocol.events import JournalLost
from tests.support.house import House, a_house
from tests.support.wire import Device

NO_LIMIT = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)


def _nothing_more_can_be_written(house: House) -> None:
    """Every file of this process is full from now on, on disk and in memory."""
    resource.prlimit(house.pid, resource.RLIMIT_FSIZE, (1, resource.RLIM_INFINITY))


def _there_is_room_again(house: House) -> None:
    resource.prlimit(house.pid, resource.RLIMIT_FSIZE, NO_LIMIT)


async def _said_no(house: House, command: str = "start") -> tuple[int, str]:
    """The exit code, and what a person read."""
    await house.runs(command)
    code = await house.is_gone()
    return code, "".join(line for line in house.logs if not line.startswith("{"))


async def test_a_full_disk_is_said_in_words_and_the_circle_goes_on(house: House) -> None:
    """ "`cannot_keep`: the server cannot keep this just now. Nothing was changed."; "`journal_lost`: this circle goes
    on, and would not survive a restart of the server." (PROTOCOL.md)
    """
    fay = await house.holder_of_the_trial()
    one = await house.device()
    await one.knocks(house.links["invitation"])
    host = await house.device()
    await host.gets("open_host_desk", link=house.links["host"])
    _nothing_more_can_be_written(house)
    assert await host.refused("make_facilitator", label="Fern") == "cannot_keep"
    assert await fay.refused("renew_invitation") == "cannot_keep"
    await one.gets("listen", on=True)
    await fay.sees(lambda room: not room.survives_restart)
    await one.gets("listen", on=False)
    await fay.sees(lambda room: not any(person.listening for person in room.people))
    assert [type(frame.event) for frame in fay.events].count(JournalLost) == 1
    late = await house.device()
    await late.knocks(house.links["invitation"])
    assert late.room.survives_restart is False

    _there_is_room_again(house)
    await host.gets("make_facilitator", label="Fern")
    assert one.code is None
    await fay.gets("close_meeting")
    assert await house.ends() == 0
    assert "Traceback" not in "".join(house.logs)


async def test_a_port_that_is_taken_is_one_sentence(tmp_path: Path, live: Path, house: House) -> None:
    """ "port taken: a clear and kind answer" (issue 2)"""
    second = House(tmp_path / "second", live / "second")
    second.port = house.port
    code, said = await _said_no(second)
    assert code == 69
    assert f"Port {house.port} is taken" in said
    assert "Traceback" not in said
    device = await house.device()
    assert device.welcome is not None


async def test_a_second_server_on_the_same_data_disturbs_the_first_in_nothing(house: House) -> None:
    """ "No second process opening the file." (security.md 2)"""
    fay = await house.holder_of_the_trial()
    second = House(house.data.parent, house.live)
    code, said = await _said_no(second)
    assert code == 69
    assert "Another Talking Piece server" in said
    await fay.gets("listen", on=True)
    await house.is_killed()
    await house.starts()
    await fay.is_closed()
    await fay.comes_back()
    assert (await fay.sees(lambda room: room.you.listening)).you.listening


async def test_a_data_folder_that_cannot_be_is_one_sentence(tmp_path: Path, live: Path) -> None:
    """ "no disk: a clear and kind answer" (issue 2)"""
    (tmp_path / "data").write_text("a file is in the way")
    code, said = await _said_no(House(tmp_path, live), "serve")
    assert code == 69
    assert len(said.strip().splitlines()) == 1
    assert "Traceback" not in said


@pytest.mark.parametrize("damage", ["live.db"])
async def test_a_damaged_journal_is_put_aside_and_the_server_starts(house: House, damage: str) -> None:
    """ "A damaged file is moved aside whole; no part of it is believed." (sqlite_journal.py)"""
    fay = await house.holder_of_the_trial()
    await house.is_killed()
    for tail in ("-wal", "-shm"):
        (house.live / f"{damage}{tail}").unlink(missing_ok=True)
    (house.live / damage).write_bytes(b"not a journal at all" * 500)
    await house.starts()
    await fay.is_closed()
    device = await Device(house.address).opens()
    assert await device.refused("resume", key=fay.key, epoch=None, number=0, card=0) == "seat_ended"


async def test_a_place_that_cannot_keep_notes_says_so_to_everybody_inside(tmp_path: Path, live: Path) -> None:
    """ "Where no RAM-backed path exists, ... a crash then forgets the meeting." (architecture.md)"""
    async with a_house(tmp_path, live, keep__live="memory") as house:
        fay = await house.holder_of_the_trial()
        assert fay.room.survives_restart is False
    assert '"kind": "memory", "survives_restart": false' in "".join(house.logs)
