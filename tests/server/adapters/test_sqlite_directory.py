"""The directory on disk: what a host means to keep, kept; what is removed, gone; and one server at a time."""

import asyncio
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from protocol.words import Words
from server.adapters.folders import DIRECTORY_FILE
from server.adapters.sqlite_directory import SqliteDirectory
from server.ports import DirectoryFailure, FacilitatorRecord, GroupRecord, OnceLink

ANN = FacilitatorRecord("a" * 22, Words("Ann"), b"link of ann", None)
BEN = FacilitatorRecord("b" * 22, Words("Ben"), b"link of ben", None)
MORNING = GroupRecord(
    "m" * 22, ANN.facilitator, Words("Morning heron"), "round", "knock", (Words("Kind, slow"), Words("–")), 1, b"inv 1"
)
EVENING = replace(MORNING, group="e" * 22, name=Words("Evening"), invitation=None, agreement=(), held_by="members")


@pytest.fixture
async def directory(tmp_path: Path) -> AsyncIterator[SqliteDirectory]:
    """A fresh directory with Ann and Ben, closed afterwards."""
    opened = await SqliteDirectory.opened(tmp_path / "data")
    await opened.add_facilitator(ANN)
    await opened.add_facilitator(BEN)
    yield opened
    await opened.close()


async def test_groups_come_back_as_they_were_oldest_first(directory: SqliteDirectory) -> None:
    await directory.add_group(MORNING)
    await directory.add_group(EVENING)
    assert await directory.groups_of(ANN.facilitator) == (MORNING, EVENING)
    assert await directory.groups_of(BEN.facilitator) == ()
    assert await directory.group(MORNING.group) == MORNING
    assert await directory.group("x" * 22) is None


async def test_an_invitation_leads_to_its_group_until_it_is_replaced(directory: SqliteDirectory) -> None:
    await directory.add_group(MORNING)
    assert await directory.group_by_invitation(b"inv 1") == MORNING
    await directory.set_invitation(MORNING.group, b"inv 2")
    assert await directory.group_by_invitation(b"inv 1") is None
    assert await directory.group_by_invitation(b"inv 2") == replace(MORNING, invitation=b"inv 2")
    await directory.set_invitation(MORNING.group, None)
    assert await directory.group_by_invitation(b"inv 2") is None


async def test_a_facilitator_is_known_by_their_link_and_keeps_a_hash(directory: SqliteDirectory) -> None:
    assert await directory.facilitator_by_link(ANN.link) == ANN
    await directory.set_passphrase(ANN.facilitator, "$argon2id$...")
    assert await directory.facilitator_by_link(ANN.link) == replace(ANN, passphrase="$argon2id$...")
    assert await directory.facilitator_by_link(b"nobody's") is None


async def test_a_trials_facilitator_is_not_listed_but_works(directory: SqliteDirectory) -> None:
    trial = FacilitatorRecord("t" * 22, Words("first room"), b"link of the trial", None)
    await directory.add_facilitator(trial, trial=True)
    assert await directory.facilitators() == (ANN, BEN)
    assert await directory.facilitator_by_link(trial.link) == trial


async def test_a_removed_facilitator_takes_groups_and_links_along(directory: SqliteDirectory, tmp_path: Path) -> None:
    await directory.add_group(MORNING)
    await directory.add_once_link(OnceLink("trial", b"once", ANN.facilitator, 2_000_000_000))
    await directory.remove_facilitator(ANN.facilitator)
    assert await directory.facilitators() == (BEN,)
    assert await directory.group(MORNING.group) is None
    assert await directory.once_link(b"once") is None


async def test_a_removed_group_leaves_no_byte_behind(directory: SqliteDirectory, tmp_path: Path) -> None:
    await directory.add_group(MORNING)
    assert "Morning heron" in on_disk(tmp_path)
    await directory.remove_group(MORNING.group)
    assert "Morning heron" not in on_disk(tmp_path)
    assert await directory.groups_of(ANN.facilitator) == ()


def on_disk(folder: Path) -> str:
    """All bytes of all files, as text that can be searched."""
    return "".join(path.read_bytes().decode("latin-1") for path in folder.rglob("*") if path.is_file())


async def test_a_once_link_works_once_even_for_two_at_the_same_moment(directory: SqliteDirectory) -> None:
    link = OnceLink("host", b"once", None, 2_000_000_000)
    await directory.add_once_link(link)
    assert await directory.once_link(b"once") == link
    both = await asyncio.gather(directory.use_once_link(b"once"), directory.use_once_link(b"once"))
    assert sorted(both, key=bool) == [None, link]


async def test_a_new_once_link_sweeps_up_the_expired_ones_of_its_kind(tmp_path: Path) -> None:
    now = [1_000]
    directory = await SqliteDirectory.opened(tmp_path, wall=lambda: now[0])
    await directory.add_facilitator(ANN)
    await directory.add_once_link(OnceLink("host", b"old", None, 1_100))
    await directory.add_once_link(OnceLink("host", b"young", None, 1_300))
    await directory.add_once_link(OnceLink("trial", b"other kind", ANN.facilitator, 1_100))
    now[0] = 1_200
    await directory.add_once_link(OnceLink("host", b"new", None, 1_500))
    left = [await directory.once_link(link) is not None for link in (b"old", b"young", b"other kind", b"new")]
    await directory.close()
    assert left == [False, True, True, True]


async def test_a_place_that_was_used_is_not_new_again(tmp_path: Path) -> None:
    directory = await SqliteDirectory.opened(tmp_path)
    assert not await directory.used_before()
    await directory.add_facilitator(ANN)
    await directory.remove_facilitator(ANN.facilitator)
    assert await directory.used_before()
    await directory.close()


async def test_everything_is_there_after_a_restart(tmp_path: Path) -> None:
    first = await SqliteDirectory.opened(tmp_path)
    await first.add_facilitator(ANN)
    await first.add_group(MORNING)
    await first.close()
    again = await SqliteDirectory.opened(tmp_path)
    assert await again.groups_of(ANN.facilitator) == (MORNING,)
    await again.close()


async def test_closing_twice_is_harmless(tmp_path: Path) -> None:
    directory = await SqliteDirectory.opened(tmp_path)
    await directory.close()
    await directory.close()


async def test_a_second_server_is_refused_in_one_sentence(directory: SqliteDirectory, tmp_path: Path) -> None:
    with pytest.raises(DirectoryFailure, match="Another Talking Piece server uses the data folder"):
        await SqliteDirectory.opened(tmp_path / "data")


async def test_the_lock_goes_with_the_one_who_held_it(tmp_path: Path) -> None:
    await (await SqliteDirectory.opened(tmp_path)).close()
    await (await SqliteDirectory.opened(tmp_path)).close()


async def test_a_group_without_its_facilitator_is_refused_and_nothing_changes(directory: SqliteDirectory) -> None:
    with pytest.raises(DirectoryFailure):
        await directory.add_group(replace(MORNING, facilitator="z" * 22))
    assert await directory.group(MORNING.group) is None


async def test_a_full_disk_is_a_failure_and_nothing_is_lost(directory: SqliteDirectory, tmp_path: Path) -> None:
    await directory.add_group(MORNING)
    pages = (await directory._ask("PRAGMA page_count"))[0][0]
    await directory._ask(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DirectoryFailure):
        await directory.add_group(replace(EVENING, agreement=(Words("x" * 100_000),)))
    assert await directory.groups_of(ANN.facilitator) == (MORNING,)


async def test_only_the_servers_own_user_can_look_in(directory: SqliteDirectory, tmp_path: Path) -> None:
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "data").iterdir()} == {0o600}


async def test_a_damaged_directory_is_left_alone_and_said(tmp_path: Path) -> None:
    await (await SqliteDirectory.opened(tmp_path)).close()
    damaged = b"SQLite format 3\0" + bytes(5_000)
    (tmp_path / DIRECTORY_FILE).write_bytes(damaged)
    with pytest.raises(DirectoryFailure, match="damaged; please put back a copy"):
        await SqliteDirectory.opened(tmp_path)
    assert (tmp_path / DIRECTORY_FILE).read_bytes() == damaged


async def test_a_directory_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    await (await SqliteDirectory.opened(tmp_path)).close()
    with sqlite3.connect(tmp_path / DIRECTORY_FILE) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(DirectoryFailure, match="newer version"):
        await SqliteDirectory.opened(tmp_path)


def test_a_process_that_closed_its_directory_ends_although_its_thread_is_not_a_daemon(tmp_path: Path) -> None:
    story = (
        "import asyncio, sys; from pathlib import Path; from server.adapters.sqlite_directory import SqliteDirectory\n"
        "async def main():\n"
        "    directory = await SqliteDirectory.opened(Path(sys.argv[1]))\n"
        "    try: await asyncio.wait_for(asyncio.Event().wait(), 0.01)\n"
        "    finally: await directory.close()\n"
        "asyncio.run(main())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", story, str(tmp_path)], capture_output=True, timeout=10, check=False, text=True
    )
    assert "TimeoutError" in done.stderr
