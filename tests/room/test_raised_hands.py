"""Raised hands: a line in the order of raising; a facilitator offers the piece; no hand is lost without an event."""

import pytest

from protocol.cards import HandLoweredKindly, HandNoted, Wished, WishHeard
from protocol.events import HandRaised, HandsChanged, ModeChanged, PieceOffered, PieceTaken, PieceWaits, Said, TurnEnded
from protocol.rooms import Mode
from tests.support.circles import a_circle
from tests.support.verbs import (
    assert_centre,
    assert_happened,
    assert_holds,
    assert_offered,
    assert_refused,
    assert_told_alone,
    cards_of,
)


class TestTheLine:
    """Hands going up and down."""

    def test_the_line_is_the_order_of_raising(self) -> None:
        book, _, (ash, birch, cedar) = a_circle(3, mode="raised_hands")
        for seat in (cedar, ash, birch):
            assert_happened(book.raises(seat), HandRaised)
        assert book.hands == [cedar, ash, birch]

    def test_a_hand_is_up_once(self) -> None:
        book, _, (ash, *_) = a_circle(mode="raised_hands")
        book.raises(ash)
        assert_refused(book.raises(ash), "already_so")
        assert book.hands == [ash]

    def test_a_note_is_for_facilitators_only(self) -> None:
        book, host, (ash, *_) = a_circle(mode="raised_hands")
        book.raises(ash, "It is about last week.")
        assert_told_alone(book, host, HandNoted)

    def test_an_empty_note_is_no_note(self) -> None:
        book, host, (ash, *_) = a_circle(mode="raised_hands")
        assert_happened(book.raises(ash, "  "), HandRaised)
        assert cards_of(book, host, HandNoted) == []

    def test_a_note_that_is_too_long_is_refused_and_no_hand_goes_up(self) -> None:
        book, _, (ash, *_) = a_circle(mode="raised_hands")
        assert_refused(book.raises(ash, "two\nlines"), "too_many_lines")
        assert book.hands == []

    def test_a_facilitator_may_lower_a_hand_and_the_person_is_told_kindly(self) -> None:
        book, host, (ash, birch, _) = a_circle(mode="raised_hands")
        book.raises(ash)
        book.raises(birch)
        assert_happened(book.lowers_hand_of(host, ash), HandsChanged)
        assert book.last(HandsChanged).why == "lowered_by_facilitator"
        assert_told_alone(book, ash, HandLoweredKindly)
        assert_refused(book.lowers_hand_of(host, ash), "nobody_there")
        assert_refused(book.lowers_hand_of(birch, ash), "facilitators_only")

    def test_stepping_back_lowers_the_hand(self) -> None:
        book, _, (ash, birch, _) = a_circle(mode="raised_hands")
        book.raises(ash)
        book.raises(birch)
        book.listens(ash)
        assert book.hands == [birch]
        book.listens(ash, on=False)
        book.raises(ash)
        assert book.hands == [birch, ash]

    def test_a_hand_outlives_a_lost_connection_for_five_minutes(self) -> None:
        book, _, (ash, birch, _) = a_circle(mode="raised_hands")
        book.raises(ash)
        book.raises(birch)
        book.loses_connection(ash)
        book.waits(299)
        assert book.hands == [ash, birch]
        assert_happened(book.waits(1), HandsChanged)
        assert (book.hands, book.last(HandsChanged).why) == ([birch], "expired")


class TestTheOffer:
    """From hand to piece."""

    def test_one_tap_offers_the_piece_to_the_first_hand(self) -> None:
        book, host, (ash, birch, _) = a_circle(mode="raised_hands")
        book.raises(birch)
        book.raises(ash)
        assert_happened(book.offers(host), PieceOffered)
        assert_offered(book, birch)
        assert (book.hands, book.last(PieceOffered).out_of_order) == ([ash], False)
        assert_happened(book.takes(birch), PieceTaken)
        assert_holds(book, birch)

    def test_an_offer_out_of_order_says_so(self) -> None:
        book, host, (ash, birch, cedar) = a_circle(mode="raised_hands")
        book.raises(ash)
        book.raises(birch)
        book.offers(host, birch)
        assert book.last(PieceOffered).out_of_order
        book.shares(birch, "Thank you for letting me.")
        book.offers(host, cedar)
        assert_offered(book, cedar)
        assert book.hands == [ash]

    def test_naming_the_first_is_in_order(self) -> None:
        book, host, (ash, *_) = a_circle(mode="raised_hands")
        book.raises(ash)
        book.offers(host, ash)
        assert not book.last(PieceOffered).out_of_order

    def test_without_hands_there_is_nothing_to_offer(self) -> None:
        book, host, _ = a_circle(mode="raised_hands")
        assert_refused(book.offers(host), "nothing_to_offer")

    def test_who_is_away_or_listens_cannot_be_offered_the_piece(self) -> None:
        book, host, (ash, birch, cedar) = a_circle(mode="raised_hands")
        book.loses_connection(ash)
        book.listens(birch)
        book.leaves(cedar)
        for seat in (ash, birch, cedar, 99):
            assert_refused(book.offers(host, seat), "nobody_there")

    def test_an_away_hand_keeps_its_place_and_the_next_one_is_offered(self) -> None:
        book, host, (ash, birch, _) = a_circle(mode="raised_hands")
        book.raises(ash)
        book.raises(birch)
        book.loses_connection(ash)
        book.offers(host)
        assert_offered(book, birch)
        book.comes_back(ash)
        book.shares(birch, "I went first.")
        book.offers(host)
        assert_offered(book, ash)

    def test_there_is_one_piece(self) -> None:
        book, host, (ash, birch, _) = a_circle(mode="raised_hands")
        book.raises(ash)
        book.raises(birch)
        book.offers(host)
        assert_refused(book.offers(host), "turn_running")
        assert_refused(book.offers(host, birch), "turn_running")

    def test_nothing_moves_on_by_itself(self) -> None:
        book, host, (ash, birch, _) = a_circle(mode="raised_hands")
        book.raises(ash)
        book.raises(birch)
        assert_happened(book.waits(600))
        book.offers(host)
        assert_happened(book.waits(600))
        assert_offered(book, ash)
        book.shares(ash, "Done now.")
        assert_happened(book.waits(600))
        assert_centre(book)

    def test_a_group_may_choose_that_the_next_hand_follows_by_itself(self) -> None:
        book, _, (ash, birch, _) = a_circle(mode="raised_hands", auto_next=True)
        book.raises(ash)
        book.raises(birch)
        assert_offered(book, ash)
        book.passes(ash)
        assert_offered(book, birch)

    def test_even_then_hands_from_before_are_asked_when_the_mode_comes(self) -> None:
        book, host, (ash, birch) = a_circle(2, auto_next=True)
        book.raises(ash)
        assert_happened(book.sets_mode(host, "raised_hands"), ModeChanged, PieceOffered)
        book.raises(birch)
        book.sets_mode(host, "raised_hands", "Who has not spoken yet?")
        assert_happened(book.passes(ash), TurnEnded, ModeChanged, PieceOffered)
        assert_offered(book, birch)

    def test_even_then_the_piece_rests_first_when_its_holder_has_left(self) -> None:
        book, _, (ash, birch, _) = a_circle(mode="raised_hands", auto_next=True)
        book.raises(ash)
        book.takes(ash)
        book.leaves(ash)
        assert_happened(book.raises(birch), HandRaised)
        assert_centre(book)
        assert_happened(book.waits(5), PieceOffered)


class TestTheTurn:
    """With the piece."""

    def test_only_the_holder_is_heard(self) -> None:
        book, host, (ash, birch, _) = a_circle(mode="raised_hands")
        book.raises(ash)
        book.offers(host)
        assert_refused(book.says(ash, "Not taken yet"), "not_your_turn")
        book.takes(ash)
        assert book.says(ash, "Now.").refusal is None
        assert_refused(book.says(birch, "Me too"), "not_your_turn")

    def test_a_facilitator_may_say_a_few_words_in_a_turn_once_and_marked(self) -> None:
        book, host, (ash, *_) = a_circle(mode="raised_hands")
        book.raises(ash)
        book.offers(host)
        book.takes(ash)
        book.says(host, "Take your time.")
        assert book.last(Said).interjection
        assert_refused(book.says(host, "And another thing"), "once_a_turn")
        assert_holds(book, ash)

    def test_between_turns_a_facilitator_may_hold_the_space(self) -> None:
        book, host, (ash, *_) = a_circle(mode="raised_hands")
        assert book.says(host, "Whenever you are ready.").refusal is None
        assert_refused(book.says(ash, "I"), "not_your_turn")

    def test_who_has_the_piece_needs_no_hand(self) -> None:
        book, host, (ash, *_) = a_circle(mode="raised_hands")
        book.raises(ash)
        book.offers(host)
        assert_refused(book.raises(ash), "already_so")
        book.shares(ash, "Once.")
        assert_happened(book.raises(ash), HandRaised)

    def test_later_is_one_place_back(self) -> None:
        book, host, (ash, birch, cedar) = a_circle(mode="raised_hands")
        for seat in (ash, birch, cedar):
            book.raises(seat)
        book.offers(host)
        assert_happened(book.later(ash), TurnEnded, HandsChanged)
        assert (book.hands, book.last(HandsChanged).why) == ([birch, ash, cedar], "moved_back")

    def test_later_on_a_direct_response_leaves_the_share_still_to_come_where_it_is(self) -> None:
        book, host, (ash, birch, cedar) = a_circle(3, mode="raised_hands")
        book.offers(host, ash)
        book.takes(ash)
        book.raises(birch)
        book.raises(cedar)
        book.raises(birch, kind="direct_response")
        book.done(ash)
        book.offers(host)
        assert_happened(book.later(birch), TurnEnded)
        assert book.hands == [birch, cedar]

    def test_a_turn_lost_with_its_connection_leaves_the_hand_first_in_line(self) -> None:
        book, host, (ash, birch, _) = a_circle(mode="raised_hands")
        book.raises(ash)
        book.raises(birch)
        book.offers(host)
        assert_happened(book.loses_connection(ash), PieceWaits)
        assert_happened(book.waits(90), TurnEnded, HandsChanged)
        assert book.hands == [ash, birch]
        book.offers(host)
        assert_offered(book, birch)

    def test_thank_and_move_on_ends_the_turn_for_this_time(self) -> None:
        book, host, (ash, *_) = a_circle(mode="raised_hands")
        book.raises(ash)
        book.offers(host)
        assert_happened(book.moves_on(host), TurnEnded)
        assert (book.last(TurnEnded).how, book.last(TurnEnded).again) == ("moved_on", False)
        assert book.hands == []

    def test_pass_me_belongs_to_rounds(self) -> None:
        book, _, (ash, *_) = a_circle(mode="raised_hands")
        assert_refused(book.pass_me(ash), "other_mode")
        assert_refused(book.would_like_it(ash), "other_mode")


class TestWhatFacilitatorsAloneHear:
    """About the process, and a concern: in every way of talking, never in the public line."""

    @pytest.mark.parametrize("mode", ["open_floor", "raised_hands", "round"])
    def test_a_concern_reaches_facilitators_in_every_way_of_talking(self, mode: Mode) -> None:
        book, host, (ash, birch, _) = a_circle(mode=mode)
        assert book.raises(ash, "It is too fast for me.", kind="concern").refusal is None
        assert_told_alone(book, host, Wished)
        assert book.room.hands == ()
        book.settles(host, ash, "concern")
        assert_told_alone(book, ash, WishHeard)
        assert not cards_of(book, birch)

    def test_in_a_round_nobody_raises_a_hand_to_share(self) -> None:
        book, _, (ash, *_) = a_circle(mode="round")
        assert_refused(book.raises(ash), "other_mode")
