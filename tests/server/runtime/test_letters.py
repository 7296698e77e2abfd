"""Letters: cards have numbers per seat, and a seat that comes back gets those it has not seen."""

from server.runtime.letters import Letter, Letters


def _with(count: int, seat: int = 1) -> Letters:
    letters = Letters()
    for _ in range(count):
        number = letters.next(seat)
        letters.remember(seat, Letter(number, 0, b"card %d" % number))
    return letters


def _frames(letters: Letters, number: int) -> tuple[bytes, ...]:
    return tuple(letter.frame for letter in letters.since(1, number) or ())


def test_numbers_rise_by_one_for_each_seat_alone() -> None:
    letters = Letters()
    assert [letters.next(1), letters.next(1), letters.next(2)] == [1, 2, 1]
    assert (letters.last(1), letters.last(2), letters.last(3)) == (2, 1, 0)


def test_who_has_seen_all_of_them_misses_nothing() -> None:
    assert _with(3).since(1, 3) == ()
    assert _with(0).since(1, 0) == ()


def test_the_missed_ones_come_in_order() -> None:
    assert _frames(_with(3), 1) == (b"card 2", b"card 3")


def test_too_far_behind_is_said_and_not_guessed() -> None:
    letters = _with(65)
    assert letters.since(1, 0) is None
    assert _frames(letters, 1) == tuple(b"card %d" % number for number in range(2, 66))


def test_a_number_that_never_was_is_not_believed() -> None:
    assert _with(2).since(1, 3) is None


def test_a_seat_that_has_ended_leaves_nothing() -> None:
    letters = _with(3)
    letters.forget(1)
    assert letters.last(1) == 0
    assert letters.since(1, 1) is None
