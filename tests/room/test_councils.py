"""How a round is ordered, and the council that goes round until nobody speaks."""

from protocol.events import RoundEnded, RoundRepeated
from tests.support.builders import a_room, times
from tests.support.circles import a_circle, a_round
from tests.support.playbook import Playbook
from tests.support.verbs import assert_offered, assert_refused


class TestTheOrder:
    """Drawn by lot, as people came in, or named by a facilitator; told before the first turn."""

    def test_the_order_is_as_people_came_in(self) -> None:
        book, host, members = a_circle(5, round_order="coming_in")
        book.starts_round(host)
        assert list(book.order) == members

    def test_a_facilitator_names_it_and_nobody_is_left_out(self) -> None:
        book, host, (ash, birch, cedar) = a_circle(3)
        book.starts_round(host, order=(cedar, ash, 99, cedar))
        assert book.order == (cedar, ash, birch)

    def test_who_listens_cannot_be_named_into_it(self) -> None:
        book, host, (ash, birch, cedar) = a_circle(3)
        book.listens(ash)
        book.starts_round(host, order=(ash, cedar, birch))
        assert book.order == (cedar, birch)


class TestTheCouncil:
    """It ends when the piece has travelled the whole circle and nobody spoke."""

    def test_the_piece_goes_round_again_while_anybody_shares(self) -> None:
        book, _, (ash, birch) = a_round(2, round_repeats=True, second_offer=False)
        book.takes(ash)
        book.says(ash, "Something.")
        book.done(ash)
        book.passes(birch)
        assert book.last(RoundRepeated).order
        assert_offered(book, book.last(RoundRepeated).order[0])

    def test_a_full_circle_of_passes_ends_the_council(self) -> None:
        book, _, (ash, birch) = a_round(2, round_repeats=True, second_offer=False)
        book.takes(ash)
        book.says(ash, "Something.")
        book.done(ash)
        book.passes(birch)
        for _ in range(2):
            assert book.room.turn is not None
            book.passes(book.room.turn.seat)
        assert book.last(RoundEnded).shared == 1
        assert book.room.round is None

    def test_who_came_late_is_in_the_next_circle(self) -> None:
        book, _, (ash, birch) = a_round(2, round_repeats=True, second_offer=False)
        book.takes(ash)
        book.says(ash, "Something.")
        cedar = book.comes_in()
        book.done(ash)
        book.passes(birch)
        book.passes(cedar)
        assert set(book.last(RoundRepeated).order) == {ash, birch, cedar}


def test_where_the_round_is_locked_a_latecomer_waits_at_the_door() -> None:
    book = Playbook(a_room(door="open", settings=times(late_policy="locked")))
    host, _ = book.facilitator(), book.knocks()
    book.starts_round(host)
    newcomer = book.knocks()
    assert book.room.seats[newcomer].stage == "waiting"


def test_nobody_is_let_into_a_locked_round_before_it_is_over() -> None:
    book = Playbook(a_room(settings=times(late_policy="locked", second_offer=False)))
    host = book.facilitator(listening=True)
    ash, early = book.comes_in(), book.knocks()
    book.starts_round(host)
    assert_refused(book.admits(host, early), "door_locked")
    assert_refused(book.admits_all(host), "door_locked")
    book.passes(ash)
    assert book.admits(host, early).refusal is None


class TestAwayBetweenTwoCircles:
    """A lost connection between two circles costs nobody the next one."""

    def test_whoever_is_away_when_a_circle_begins_again_is_asked_in_it_when_they_are_back(self) -> None:
        book, _, order = a_round(3, round_repeats=True, second_offer=False)
        first, second, third = order
        book.shares(first, "One.")
        book.passes(second)
        book.takes(third)
        book.loses_connection(first)
        book.says(third, "Two.")
        book.done(third)
        assert book.room.round is not None
        assert first in book.room.round.later
        for seat in (second, third):
            assert book.holder in (second, third), f"before {seat}"
            assert book.holder is not None
            book.passes(book.holder)
        assert book.room.round is not None, "the circle ended without them"
        book.comes_back(first)
        assert book.holder == first
