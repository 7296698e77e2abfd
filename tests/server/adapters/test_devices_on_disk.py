"""Paired devices on disk: each link is its facilitator's, ended ones leave no byte, an older file gets the table."""

import sqlite3
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from protocol.words import Words
from server.adapters.folders import DIRECTORY_FILE
from server.adapters.migrations import SCHEMA, newest
from server.adapters.sqlite_directory import SqliteDirectory
from server.ports import DirectoryFailure, FacilitatorRecord

ANN = FacilitatorRecord("a" * 22, Words("Ann"), b"link of ann", "$argon2id$...")
BEN = FacilitatorRecord("b" * 22, Words("Ben"), b"link of ben", None)
PHONE, LAPTOP = b"hash of the phone's link", b"hash of the laptop's link"


@pytest.fixture
async def directory(tmp_path: Path) -> AsyncIterator[SqliteDirectory]:
    """Ann with two devices beside her first, Ben with none."""
    opened = await SqliteDirectory.opened(tmp_path / "data")
    await opened.add_facilitator(ANN)
    await opened.add_facilitator(BEN)
    await opened.add_device(ANN.facilitator, PHONE)
    await opened.add_device(ANN.facilitator, LAPTOP)
    yield opened
    await opened.close()


def on_disk(folder: Path) -> bytes:
    """All bytes of all files."""
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


async def test_every_device_is_its_facilitators(directory: SqliteDirectory) -> None:
    for link in (ANN.link, PHONE, LAPTOP):
        assert await directory.facilitator_by_link(link) == ANN
    assert await directory.facilitator_by_link(BEN.link) == BEN
    assert (await directory.devices_of(ANN.facilitator), await directory.devices_of(BEN.facilitator)) == (2, 0)


async def test_only_the_kept_link_is_left_and_no_byte_of_the_others(directory: SqliteDirectory, tmp_path: Path) -> None:
    assert LAPTOP in on_disk(tmp_path)
    await directory.keep_only(ANN.facilitator, PHONE)
    assert await directory.facilitator_by_link(PHONE) == replace(ANN, link=PHONE)
    assert [await directory.facilitator_by_link(link) for link in (ANN.link, LAPTOP)] == [None, None]
    assert await directory.devices_of(ANN.facilitator) == 0
    assert LAPTOP not in on_disk(tmp_path)
    assert ANN.link not in on_disk(tmp_path)


async def test_keeping_the_first_link_ends_the_devices_too(directory: SqliteDirectory) -> None:
    await directory.add_device(BEN.facilitator, b"ben's phone")
    await directory.keep_only(ANN.facilitator, ANN.link)
    assert await directory.facilitator_by_link(ANN.link) == ANN
    assert await directory.devices_of(ANN.facilitator) == 0
    assert await directory.devices_of(BEN.facilitator) == 1


async def test_one_device_is_taken_back_alone(directory: SqliteDirectory) -> None:
    await directory.remove_device(PHONE)
    assert await directory.facilitator_by_link(PHONE) is None
    assert await directory.facilitator_by_link(LAPTOP) == ANN


async def test_a_removed_facilitator_takes_the_devices_along(directory: SqliteDirectory, tmp_path: Path) -> None:
    await directory.remove_facilitator(ANN.facilitator)
    assert await directory.facilitator_by_link(PHONE) is None
    assert PHONE not in on_disk(tmp_path)


async def test_nobodys_device_is_refused(directory: SqliteDirectory) -> None:
    with pytest.raises(DirectoryFailure):
        await directory.add_device("z" * 22, b"whose?")
    assert await directory.facilitator_by_link(b"whose?") is None


async def test_a_directory_from_before_pairing_opens_with_everybody_in_it(tmp_path: Path) -> None:
    file = tmp_path / DIRECTORY_FILE
    old = sqlite3.connect(file, isolation_level=None)
    old.executescript((SCHEMA / "0001_groups_and_facilitators.sql").read_text() + "PRAGMA user_version = 1;")
    old.execute(
        "INSERT INTO facilitators (facilitator, label, link, passphrase, trial) VALUES (?, ?, ?, ?, 0)",
        (ANN.facilitator, str(ANN.label), ANN.link, ANN.passphrase),
    )
    old.close()
    directory = await SqliteDirectory.opened(tmp_path)
    assert await directory.facilitator_by_link(ANN.link) == ANN
    await directory.add_device(ANN.facilitator, PHONE)
    assert await directory.facilitator_by_link(PHONE) == ANN
    await directory.close()
    assert newest() >= 2
    before = sqlite3.connect(tmp_path / "directory-before-0002.sqlite")
    assert before.execute("SELECT link FROM facilitators").fetchall() == [(ANN.link,)]
    before.close()
