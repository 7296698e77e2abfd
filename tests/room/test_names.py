"""Names for tonight: never twice in a meeting, the same after a restart, different on another evening."""

from hypothesis import given, settings, strategies as st

from protocol.names import NAMES
from server.room.lots import between, shuffled
from server.room.names import mark_of, name_of
from tests.support.builders import SECRET
from tests.support.circles import a_circle
from tests.support.playbook import Playbook


@settings(max_examples=20, derandomize=True, deadline=None)
@given(st.binary(min_size=32, max_size=32))
def test_a_whole_evening_has_4096_different_names(secret: bytes) -> None:
    names = {(name.first, name.second) for name in (name_of(secret, draw) for draw in range(NAMES))}
    assert len(names) == NAMES == 4_096


def test_the_first_twenty_people_have_different_marks() -> None:
    marks = {(mark.shape, mark.colour) for mark in (mark_of(SECRET, seat) for seat in range(1, 21))}
    assert len(marks) == 20


def test_another_evening_has_other_names() -> None:
    tonight = [name_of(SECRET, draw) for draw in range(10)]
    tomorrow = [name_of(bytes(reversed(SECRET)), draw) for draw in range(10)]
    assert tonight != tomorrow


def test_the_same_wish_twice_gives_two_names() -> None:
    book, _, _ = a_circle(0)
    one, other = book.arrives(draw=4_095), book.arrives(draw=4_095)
    assert isinstance(one, int)
    assert isinstance(other, int)
    assert (book.room.seats[one].draw, book.room.seats[other].draw) == (4_095, 0)
    assert book.room.seats[one].name != book.room.seats[other].name


def test_a_name_is_not_given_again_after_its_person_has_left() -> None:
    book: Playbook
    book, _, (ash,) = a_circle(1)
    draw = book.room.seats[ash].draw
    book.leaves(ash)
    dove = book.arrives(draw=draw)
    assert isinstance(dove, int)
    assert book.room.seats[dove].draw == draw + 1


def test_every_order_is_as_likely_as_any_other() -> None:
    counts: dict[tuple[int, ...], int] = {}
    for draw in range(6_000):
        order = shuffled((1, 2, 3), draw)
        counts[order] = counts.get(order, 0) + 1
    assert len(counts) == 6
    assert all(850 < count < 1_150 for count in counts.values())


@given(st.lists(st.integers(), max_size=50), st.integers(min_value=0, max_value=(1 << 64) - 1))
def test_drawing_lots_loses_nobody(items: list[int], draw: int) -> None:
    assert sorted(shuffled(items, draw)) == sorted(items)
    assert shuffled(items, draw) == shuffled(items, draw)


@given(st.integers(0, 1_000), st.integers(0, 1_000), st.integers(min_value=0, max_value=(1 << 64) - 1))
def test_a_drawn_number_lies_between_its_ends(least: int, more: int, draw: int) -> None:
    assert least <= between(least, least + more, draw) <= least + more
