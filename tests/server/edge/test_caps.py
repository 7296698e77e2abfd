"""Caps: how many connections there may be, and from where; loopback is everybody behind the proxy."""

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from protocol import closings
from server.edge.caps import Caps
from server.edge.frames import text_frame
from tests.support.evening import an_evening
from tests.support.indoors import seat_key
from tests.support.open_port import an_open_port, asked
from tests.support.wire import Device

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


async def test_strangers_cannot_take_the_places_of_those_who_are_inside(pages: Path) -> None:
    evening = an_evening(2, framer=text_frame)
    async with an_open_port(pages, evening.house, unseated=2) as port:
        seated = [Device(port.address) for _ in range(2)]
        for name, device in zip(("m1", "m2"), seated, strict=True):
            device.key = seat_key(name)
            await device.comes_back()
        strangers = [await port.device() for _ in range(2)]
        assert [device.code for device in strangers] == [None, None]
        third = Device(port.address)
        await third.opens()
        assert await third.is_closed() == closings.FULL.code
        assert third.goodbye is not None
        assert (third.goodbye.come_back, third.goodbye.after) == ("soon", 10)
        await strangers[0].gets(
            "resume", key=seat_key("fay"), epoch=None, number=0, card=0
        )  # no stranger any more, and so there is room for one
        fourth = await port.device()
        assert fourth.code is None
        for device in (*seated, *strangers, fourth):
            await device.leaves_the_page()
