"""Caps: how many connections there may be, and from where; loopback is everybody behind the proxy."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.edge.caps import Caps
from tests.support.open_port import an_open_port, asked

KEY, OTHER_KEY = b"k" * 32, b"o" * 32
HERE, THERE = "198.51.100.7", "203.0.113.9"


def test_there_is_a_total() -> None:
    caps = Caps(2, 10)
    first, second = caps.enter(HERE, 0, KEY), caps.enter(THERE, 0, KEY)
    assert first is not None
    assert second is not None
    assert caps.enter(THERE, 0, KEY) is None
    caps.leave(first)
    assert caps.enter(THERE, 0, KEY) is not None


def test_one_address_cannot_take_all_the_room() -> None:
    caps = Caps(10, 2)
    tokens = [caps.enter(HERE, 0, KEY) for _ in range(3)]
    assert [token is None for token in tokens] == [False, False, True]
    assert caps.enter(THERE, 0, KEY) is not None


def test_the_addresses_of_one_household_count_as_one() -> None:
    caps = Caps(10, 1)
    assert caps.enter("2001:db8:1:2::1", 0, KEY) is not None
    assert caps.enter("2001:db8:1:2:ffff::9", 0, KEY) is None
    assert caps.enter("2001:db8:1:3::1", 0, KEY) is not None


@pytest.mark.parametrize("address", ["127.0.0.1", "127.9.9.9", "::1", None, "not an address"])
def test_loopback_is_not_counted_by_address(address: str | None) -> None:
    caps = Caps(100, 1)
    assert all(caps.enter(address, 0, KEY) == b"" for _ in range(40))


def test_the_key_of_addresses_lives_ten_minutes() -> None:
    caps = Caps(10, 1)
    token = caps.enter(HERE, 0, KEY)
    assert caps.enter(HERE, 599_999, OTHER_KEY) is None
    later = caps.enter(HERE, 600_000, OTHER_KEY)
    assert later is not None
    assert later != token
    assert token is not None
    caps.leave(token)
    assert caps.enter(HERE, 600_001, OTHER_KEY) is None


def test_a_token_holds_no_address() -> None:
    assert len(Caps(1, 1).enter(HERE, 0, KEY) or b"") == 8


@given(st.lists(st.tuples(st.sampled_from([HERE, THERE, "127.0.0.1"]), st.booleans(), st.integers(0, 400_000))))
def test_whoever_comes_and_goes_the_counts_come_back_to_nothing(steps: list[tuple[str, bool, int]]) -> None:
    caps, inside, now = Caps(5, 2), [], 0
    for address, comes, passed in steps:
        now += passed
        if comes:
            token = caps.enter(address, now, b"%d" % now)
            if token is not None:
                inside.append(token)
        elif inside:
            caps.leave(inside.pop())
        assert len(inside) <= 5
    for token in inside:
        caps.leave(token)
    assert all(caps.enter("127.0.0.1", now, KEY) is not None for _ in range(5))


async def test_when_the_house_is_full_the_page_says_so_and_the_next_place_is_free_again(pages: Path) -> None:
    async with an_open_port(pages, connections=2) as port:
        people = [await port.device() for _ in range(2)]
        upgrade = ("Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13")
        key = "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="
        reply = await asked(port, "GET /ws", *upgrade, key, f"Origin: {port.address}")
        assert reply.status == 503
        assert (await asked(port, "GET /health")).status == 200
        (gone, _) = port.listener._open
        await people[0].leaves_the_page()
        await gone.wait_closed()
        while len(port.listener._open) > 1:
            await people[1].gets("ping")
        people[0] = await port.device()
        for device in people:
            await device.leaves_the_page()
