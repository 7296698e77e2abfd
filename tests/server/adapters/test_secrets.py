"""What stands for a secret at rest: a keyed hash under the server's own key, argon2id for passphrases, true chance."""

import asyncio
from pathlib import Path

import pytest

from protocol.words import Secret
from server.adapters.hasher import KEY_FILE, KeyedHasher
from server.adapters.host_links import host_link_beside
from server.adapters.passphrases import THREADS, WAITING_MOST, Argon2Passphrases
from server.adapters.sqlite_directory import SqliteDirectory
from server.adapters.system_chance import SystemChance
from server.ports import DirectoryFailure, OnceLink, TooManyWaiting

HERON = Secret("heron umbrella")


def test_the_same_secret_has_the_same_hash_after_a_restart(tmp_path: Path) -> None:
    before = KeyedHasher.opened(tmp_path)(HERON)
    assert KeyedHasher.opened(tmp_path)(HERON) == before
    assert len(before) == 32


def test_another_server_has_another_hash(tmp_path: Path) -> None:
    assert KeyedHasher.opened(tmp_path / "one")(HERON) != KeyedHasher.opened(tmp_path / "two")(HERON)


def test_the_key_can_be_read_by_the_server_alone_and_nothing_else_is_left(tmp_path: Path) -> None:
    KeyedHasher.opened(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [KEY_FILE]
    assert (tmp_path / KEY_FILE).stat().st_mode & 0o777 == 0o600


def test_a_damaged_key_is_not_replaced_by_a_new_one(tmp_path: Path) -> None:
    (tmp_path / KEY_FILE).write_bytes(b"short")
    tmp_path.chmod(0o700)
    with pytest.raises(DirectoryFailure, match="put back your copy"):
        KeyedHasher.opened(tmp_path)
    assert (tmp_path / KEY_FILE).read_bytes() == b"short"


def test_chance_gives_other_secrets_each_time_in_the_agreed_form() -> None:
    chance = SystemChance()
    drawn = {chance.secret(16) for _ in range(1_000)}
    assert len(drawn) == 1_000
    assert {len(secret) for secret in drawn} == {22}
    assert len(chance.secret(32)) == 43
    assert "=" not in "".join(drawn)
    assert max(chance.bits() for _ in range(1_000)) >= 2**60
    assert all(0 <= chance.bits() < 2**64 for _ in range(1_000))


async def test_a_passphrase_fits_its_own_hash_only() -> None:
    passphrases = Argon2Passphrases()
    encoded = await passphrases.hashed(HERON)
    assert encoded.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert await passphrases.fits(encoded, HERON)
    assert not await passphrases.fits(encoded, Secret("heron umbrellA"))
    assert not await passphrases.fits("not a hash", HERON)
    passphrases.closed()


async def test_an_accent_may_be_typed_in_either_way() -> None:
    passphrases = Argon2Passphrases()
    encoded = await passphrases.hashed(Secret("café in the rain"))
    assert await passphrases.fits(encoded, Secret("cafe\u0301 in the rain"))
    passphrases.closed()


async def test_a_crowd_is_told_to_try_again_and_the_first_are_served() -> None:
    passphrases = Argon2Passphrases()
    crowd = [passphrases.hashed(HERON) for _ in range(THREADS + WAITING_MOST + 5)]
    answers = await asyncio.gather(*crowd, return_exceptions=True)
    assert [type(answer) for answer in answers] == [str] * (THREADS + WAITING_MOST) + [TooManyWaiting] * 5
    assert (await passphrases.hashed(HERON)).startswith("$argon2id$")
    passphrases.closed()


async def test_hanging_up_makes_no_room_for_more() -> None:
    passphrases = Argon2Passphrases()
    crowd = [asyncio.ensure_future(passphrases.hashed(HERON)) for _ in range(THREADS)]
    await asyncio.sleep(0)
    for one in crowd:
        one.cancel()
    rest = await asyncio.gather(*(passphrases.hashed(HERON) for _ in range(WAITING_MOST + 5)), return_exceptions=True)
    assert TooManyWaiting in {type(answer) for answer in rest}
    passphrases.closed()


async def test_a_host_link_is_made_beside_a_server_that_runs(tmp_path: Path) -> None:
    running = await SqliteDirectory.opened(tmp_path)
    secret = await host_link_beside(tmp_path, minutes=30, wall=lambda: 1_000)
    hashed = KeyedHasher.opened(tmp_path)(secret)
    assert await running.use_once_link(hashed) == OnceLink("host", hashed, None, 2_800)
    await running.close()


async def test_a_host_link_is_made_where_no_server_runs_yet(tmp_path: Path) -> None:
    secret = await host_link_beside(tmp_path / "new", minutes=30)
    directory = await SqliteDirectory.opened(tmp_path / "new")
    assert await directory.use_once_link(KeyedHasher.opened(tmp_path / "new")(secret))
    assert await directory.use_once_link(KeyedHasher.opened(tmp_path / "new")(secret)) is None
    await directory.close()
