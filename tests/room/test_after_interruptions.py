"""What is as it was, and what begins anew, after a lost connection, a restart, or somebody's going."""

from protocol.events import (
    HandRaised,
    PieceGoesOn,
    PromptGivenBack,
    RoundEnded,
    RoundOrderChanged,
    SilenceEnded,
    WentOut,
)
from server.room.facts import Nudged, QuietTold
from tests.support.circles import a_circle, a_round
from tests.support.playbook import Playbook
from tests.support.verbs import assert_centre, assert_happened, assert_holds, assert_offered, assert_refused, view_of


class TestAfterARestart:
    """Every clock begins anew, in favour of the person."""

    def test_who_does_not_come_back_is_shown_as_away_after_the_least_time(self) -> None:
        book, host, (ash, birch) = a_circle(2, fade_least_seconds=60)
        book.waits(100)
        _restarts(book, host)
        book.comes_back(ash)
        book.waits(59.999)
        assert view_of(book, ash).away == ()
        book.waits(0.001)
        assert view_of(book, ash).away == (host, birch)

    def test_the_whole_time_of_a_turn_begins_anew_when_its_holder_is_back(self) -> None:
        book, host, (ash, _) = a_round(2, round_order="coming_in", hard_seconds=100)
        book.takes(ash)
        book.waits(60)
        _restarts(book, host)
        book.waits(20)
        assert_happened(book.comes_back(ash), PieceGoesOn)
        book.waits(99.999)
        assert_holds(book, ash)
        book.waits(0.001)
        assert book.holder != ash

    def test_the_question_of_the_second_offer_is_open_for_its_whole_time_again(self) -> None:
        book, host, (ash, birch) = a_round(2, round_order="coming_in", second_offer_seconds=45)
        book.passes(ash)
        book.shares(birch, "Mine.")
        book.waits(40)
        _restarts(book, host)
        book.comes_back(host)
        book.waits(44.999)
        assert book.room.round is not None
        assert_happened(book.waits(0.001), RoundEnded)

    def test_a_place_that_was_given_up_before_is_not_waited_for(self) -> None:
        book, host, (ash, birch, cedar) = a_round(3, round_order="coming_in", order_grace_seconds=100)
        book.loses_connection(cedar)
        book.waits(100)
        assert cedar in book.room.seats
        book.passes(ash)
        book.shares(birch, "Mine.")
        book.restarts()
        for seat in (host, ash, birch):
            book.comes_back(seat)
        book.waits(45)
        assert book.room.round is None

    def test_a_place_that_was_kept_is_waited_for(self) -> None:
        book, host, (ash, birch, cedar) = a_round(3, round_order="coming_in", second_offer=False)
        book.passes(ash)
        book.loses_connection(cedar)
        book.restarts()
        for seat in (host, ash, birch):
            book.comes_back(seat)
        book.shares(birch, "Mine.")
        book.waits(20)
        assert_centre(book)
        assert book.room.round is not None
        book.comes_back(cedar)
        assert_offered(book, cedar)

    def test_the_question_that_is_given_back_is_the_last_one(self) -> None:
        book, host, (ash, _) = a_round(2, prompt="How are you?")
        book.sets_mode(host, "open_floor", "What stays with you?", now=True)
        book.restarts()
        book.comes_back(ash)
        assert_refused(book.gives_back(ash, "How are you?"), "other_prompt")
        assert_happened(book.gives_back(ash, "What stays with you?"), PromptGivenBack)

    def test_where_nobody_comes_back_the_room_closes_as_if_everybody_had_just_left(self) -> None:
        book, host, _ = a_circle(2, unheld_closes_seconds=7_200)
        book.waits(600)
        _restarts(book, host)
        left = book.now
        while not book.room.closed:
            book.waits(1)
        assert book.now - left == book.room.empty_most


class TestAHolderWhoComesBack:
    """The clock stood still; the quiet is counted from the return."""

    def test_being_away_takes_nothing_from_the_time_of_a_turn(self) -> None:
        for away in (0, 30):
            book, _, (ash, _) = a_round(2, round_order="coming_in", hard_seconds=100)
            book.takes(ash)
            book.waits(60)
            book.loses_connection(ash)
            book.waits(away)
            book.comes_back(ash)
            book.waits(39.999)
            assert_holds(book, ash)
            book.waits(0.001)
            assert book.holder != ash

    def test_a_silence_after_the_return_takes_nothing_either(self) -> None:
        book, host, (ash, _) = a_round(2, round_order="coming_in", hard_seconds=100)
        book.takes(ash)
        book.loses_connection(ash)
        book.waits(10)
        book.comes_back(ash)
        book.begins_silence(host, 60)
        book.waits(60)
        book.waits(99)
        assert_holds(book, ash)
        book.waits(1)
        assert book.holder != ash

    def test_both_private_words_about_the_quiet_may_be_said_again(self) -> None:
        book, _, (ash, _) = a_round(2, round_order="coming_in")
        book.takes(ash)
        book.waits(300)
        book.loses_connection(ash)
        book.comes_back(ash)
        facts = book.waits(300).facts
        assert [type(fact) for fact in facts] == [Nudged, QuietTold]


class TestWhoHasGone:
    """Going takes one's own things along, and nobody else's."""

    def test_a_yes_to_the_second_offer_outlives_another_persons_going(self) -> None:
        book, _, (ash, birch, _) = a_round(3, round_order="coming_in", second_offer_seconds=600)
        for seat in book.order:
            book.passes(seat)
        book.would_like_it(ash)
        book.would_like_it(birch)
        book.leaves(birch)
        assert WentOut in [type(event) for event in book.waits(180).events]
        book.waits(420)
        assert book.last(RoundOrderChanged).to_come == (ash,)
        assert_offered(book, ash)

    def test_who_passed_and_went_is_in_no_list_of_the_round(self) -> None:
        book, _, (ash, birch, cedar) = a_round(3, round_order="coming_in")
        book.later(ash)
        book.passes(birch)
        book.takes(cedar)
        book.leaves(birch)
        book.leaves(ash)
        book.waits(180)
        assert book.room.round is not None
        assert (book.room.round.passed, book.room.round.later) == ((), ())

    def test_who_put_it_off_keeps_the_place_when_another_goes(self) -> None:
        book, _, (ash, birch, cedar) = a_round(3, round_order="coming_in")
        book.later(ash)
        book.passes(birch)
        book.takes(cedar)
        book.leaves(birch)
        book.waits(180)
        assert book.room.round is not None
        assert book.room.round.later == (ash,)

    def test_the_last_word_stays_with_whom_it_was_given_to(self) -> None:
        book, host, (ash, birch) = a_circle(2, mode="raised_hands")
        book.gives_last_word(host, ash)
        book.leaves(birch)
        book.waits(180)
        assert (book.room.last_word, view_of(book, ash).last_word) == (ash, ash)

    def test_the_last_word_is_nobodys_when_its_person_has_gone(self) -> None:
        book, host, (ash, birch) = a_circle(2, mode="raised_hands")
        book.gives_last_word(host, ash)
        book.leaves(ash)
        book.waits(180)
        assert (book.room.last_word, view_of(book, birch).last_word) == (None, None)

    def test_another_way_of_talking_does_not_wait_for_a_piece_that_rested(self) -> None:
        book, host, (ash, birch, _) = a_round(3, round_order="coming_in", auto_next=True, leaving_pause_seconds=60)
        book.takes(ash)
        book.leaves(ash)
        book.sets_mode(host, "raised_hands", now=True)
        book.raises(birch)
        assert_offered(book, birch)

    def test_quiet_hands_of_those_who_stay_are_shown_and_of_those_who_went_are_not(self) -> None:
        book, host, (ash, birch) = a_circle(2, mode="raised_hands")
        book.begins_silence(host)
        book.raises(ash)
        book.raises(birch)
        book.leaves(birch)
        book.waits(180)
        assert_happened(book.ends_silence(host), SilenceEnded, HandRaised)
        assert book.hands == [ash]


def _restarts(book: Playbook, host: int) -> None:
    """A restart just after something that the journal knows: the room goes on from that moment."""
    before = book.now
    book.sets_door(host, "locked")
    book.restarts()
    assert book.now == before
