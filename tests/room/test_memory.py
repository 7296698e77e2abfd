"""The ring: the last events of the room, so that who comes back misses nothing; bounded, and forgotten whole."""

from protocol.events import DoorChanged, Said
from protocol.words import Words
from server.room.memory import Ring
from tests.support.builders import command_id
from tests.support.circles import a_circle

DOOR = DoorChanged(level="open", by=1)


def said(text: str) -> Said:
    """Somebody says something."""
    return Said(seat=2, command=command_id(len(text)), text=Words(text), turn=None)


def test_numbers_rise_by_one() -> None:
    ring = Ring(10, 1_000)
    for expected in (1, 2, 3):
        ring.remember(DOOR, b"x")
        assert ring.number == expected


def test_who_comes_back_gets_exactly_what_was_missed() -> None:
    ring = Ring(10, 1_000)
    for frame in (b"one", b"two", b"three"):
        ring.remember(DOOR, frame)
    assert ring.since(0) == (b"one", b"two", b"three")
    assert ring.since(2) == (b"three",)
    assert ring.since(3) == ()


def test_too_far_behind_or_from_another_time_means_a_fresh_snapshot() -> None:
    ring = Ring(2, 1_000)
    for frame in (b"one", b"two", b"three"):
        ring.remember(DOOR, frame)
    assert ring.since(0) is None
    assert ring.since(1) == (b"two", b"three")
    assert ring.since(4) is None


def test_it_is_bounded_by_bytes_as_well() -> None:
    ring = Ring(100, 10)
    for frame in (b"12345", b"12345", b"12345"):
        ring.remember(DOOR, frame)
    assert ring.since(0) is None
    assert ring.since(1) == (b"12345", b"12345")
    ring.remember(DOOR, b"longer than everything")
    assert ring.since(3) is None
    assert ring.since(4) == ()


def test_words_are_there_with_their_numbers_as_long_as_their_event() -> None:
    ring = Ring(2, 1_000)
    ring.remember(said("a"), b"a")
    ring.remember(DOOR, b"b")
    ring.remember(said("ccc"), b"c")
    assert [(words.number, words.text) for words in ring.said_since(0)] == [(3, "ccc")]
    assert ring.said_since(3) == ()


def test_forgetting_takes_the_words_and_keeps_the_numbers() -> None:
    ring = Ring(10, 1_000)
    ring.remember(said("a"), b"a")
    ring.forget()
    assert (ring.number, ring.since(0), ring.said_since(0)) == (1, None, ())
    ring.remember(DOOR, b"b")
    assert ring.since(1) == (b"b",)


def test_a_newcomer_is_not_shown_what_was_said_before() -> None:
    book, host, (ash,) = a_circle(1)
    book.says(ash, "Before.")
    dove = book.comes_in()
    book.says(ash, "After.")
    view = book.server_view(dove)
    assert view.state == "in_room"
    assert [words.text for words in view.said] == ["After."]
    older = book.server_view(host)
    assert older.state == "in_room"
    assert [words.text for words in older.said] == ["Before.", "After."]
