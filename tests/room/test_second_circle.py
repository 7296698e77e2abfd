"""A council's second circle begins as new: what was put off, passed or wished in the first counts no longer."""

from protocol.events import ListeningChanged, RoundEnded, RoundOrderChanged, RoundRepeated, SecondOfferMade, TurnEnded
from tests.support.circles import Circle, a_circle
from tests.support.verbs import assert_happened, assert_offered


def a_council(members: int = 2, **changed: object) -> Circle:
    """A round that repeats while anybody shares; everybody in the order of coming in."""
    choices: dict[str, object] = {"round_order": "coming_in", "round_repeats": True, "second_offer": False, **changed}
    book, host, people = a_circle(members, mode="open_floor", **choices)
    book.starts_round(host)
    return book, host, people


class TestTheSecondCircle:
    """As new."""

    def test_later_may_be_said_again(self) -> None:
        book, _, (ash, birch) = a_council(later_most=1)
        book.later(ash)
        book.shares(birch, "Mine.")
        book.shares(ash, "And mine.")
        assert book.last(RoundRepeated).order == (ash, birch)
        book.later(ash)
        assert book.last(TurnEnded).how == "later"

    def test_who_wanted_to_be_passed_is_asked_again(self) -> None:
        book, _, (ash, birch) = a_council()
        book.pass_me(birch)
        book.shares(ash, "Mine.")
        assert book.last(RoundRepeated).order == (ash, birch)
        book.passes(ash)
        assert_offered(book, birch)

    def test_pass_me_of_the_first_circle_is_over_for_who_only_listened_meanwhile(self) -> None:
        book, _, (ash, birch) = a_council()
        book.pass_me(birch)
        book.listens(birch)
        book.shares(ash, "Mine.")
        assert book.last(RoundRepeated).order == (ash,)
        book.listens(birch, on=False)
        book.passes(ash)
        assert_offered(book, birch)

    def test_those_who_pass_are_asked_once_more_in_every_circle(self) -> None:
        book, _, (ash, birch) = a_council(second_offer=True)
        book.shares(ash, "Mine.")
        book.passes(birch)
        book.would_like_it(birch)
        book.shares(birch, "And mine.")
        book.shares(ash, "Again.")
        assert_happened(book.passes(birch), TurnEnded, SecondOfferMade)

    def test_a_yes_of_the_first_circle_is_none_in_the_second(self) -> None:
        book, _, (ash, birch) = a_council(second_offer=True)
        book.shares(ash, "Mine.")
        book.passes(birch)
        book.would_like_it(birch)
        book.shares(birch, "And mine.")
        book.shares(ash, "Again.")
        book.passes(birch)
        book.waits(45)
        assert book.last(RoundRepeated).order == (ash, birch)
        assert_offered(book, ash)

    def test_the_council_ends_after_a_circle_without_words_though_the_one_before_had_some(self) -> None:
        book, _, (ash, birch) = a_council()
        book.shares(ash, "Mine.")
        book.passes(birch)
        book.passes(ash)
        assert_happened(book.passes(birch), TurnEnded, RoundEnded)

    def test_who_came_in_the_first_circle_belongs_to_the_second_and_may_come_back_to_it(self) -> None:
        book, _, (ash, birch) = a_council(late_policy="listen")
        book.takes(ash)
        book.says(ash, "Mine.")
        cedar = book.comes_in()
        book.listens(cedar, on=False)
        book.done(ash)
        book.passes(birch)
        assert book.last(RoundRepeated).order == (ash, birch, cedar)
        book.listens(cedar)
        assert_happened(book.listens(cedar, on=False), ListeningChanged, RoundOrderChanged)
        assert book.last(RoundOrderChanged).to_come[-1] == cedar
