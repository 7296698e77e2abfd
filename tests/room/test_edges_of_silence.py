"""Silence at its edges: offers and questions that stand still, who may end it, and what is there again afterwards."""

import pytest

from protocol.cards import StillQuiet, TakeYourTime
from protocol.events import PieceOffered, RoundEnded, Said, SilenceEnded, TurnEnded
from protocol.rooms import Mode
from tests.support.circles import a_circle, a_round
from tests.support.verbs import assert_centre, assert_happened, assert_holds, assert_offered, assert_refused, cards_of


class TestWhatStandsStill:
    """Every clock of the piece, and the words."""

    def test_an_offer_stands_still_in_a_silence(self) -> None:
        book, host, (ash, _) = a_round(2)
        book.waits(30)
        book.begins_silence(host, 600)
        assert_refused(book.takes(ash), "silence_now")
        book.waits(600)
        assert (cards_of(book, ash, TakeYourTime), cards_of(book, host, StillQuiet)) == ([], [])
        assert_offered(book, ash)
        book.waits(14)
        assert cards_of(book, ash, TakeYourTime) == []
        book.waits(1)
        assert len(cards_of(book, ash, TakeYourTime)) == 1

    def test_the_question_to_those_who_passed_stands_still_in_a_silence(self) -> None:
        book, host, (ash, birch) = a_round(2)
        book.passes(ash)
        book.passes(birch)
        book.waits(30)
        book.rings(host)
        assert_refused(book.would_like_it(ash), "silence_now")
        book.waits(20)
        assert_happened(book.waits(14))
        assert_happened(book.waits(1), RoundEnded)

    def test_an_offer_that_goes_on_by_itself_stands_still_in_a_silence(self) -> None:
        book, host, (ash, birch) = a_circle(2, mode="raised_hands", auto_next=True)
        book.raises(ash)
        book.raises(birch)
        book.begins_silence(host, 600)
        book.waits(600)
        assert_offered(book, ash)
        assert_happened(book.waits(89))
        assert TurnEnded in {type(event) for event in book.waits(1).events}

    @pytest.mark.parametrize("mode", ["open_floor", "raised_hands", "round"])
    def test_words_in_a_silence_are_refused_and_told_how_long(self, mode: Mode) -> None:
        book, host, (ash, *_) = a_circle(mode=mode)
        book.begins_silence(host, 60)
        book.waits(20)
        for seat in (ash, host):
            heard = book.says(seat, "I would like to say")
            assert_refused(heard, "silence_now")
            assert heard.refusal is not None
            assert heard.refusal.arguments.seconds == 40


class TestHowItEnds:
    """By time, by a facilitator, and without the one who rang."""

    def test_a_silence_with_a_length_ends_by_its_time(self) -> None:
        book, host, _ = a_circle(2)
        book.begins_silence(host, 90, "For those who are not here.")
        assert_happened(book.waits(89))
        assert_happened(book.waits(1), SilenceEnded)

    def test_a_silence_with_a_length_may_be_ended_before(self) -> None:
        book, host, (ash, _) = a_circle(2)
        book.begins_silence(host, 90)
        assert_refused(book.ends_silence(ash), "facilitators_only")
        assert_happened(book.ends_silence(host), SilenceEnded)
        assert_happened(book.says(ash, "Thank you."), Said)

    def test_a_bell_ends_by_its_time_when_its_guardian_has_left(self) -> None:
        book, host, (ash, birch) = a_circle(2)
        book.offers_role(host, ash, "guardian")
        book.answers_role(ash)
        book.rings(ash)
        book.waits(5)
        book.leaves(ash)
        assert_refused(book.says(birch, "Ash?"), "silence_now")
        assert_happened(book.waits(15), SilenceEnded)

    def test_nobody_rings_into_a_facilitators_silence(self) -> None:
        book, host, _ = a_circle(2)
        book.begins_silence(host, 60)
        assert_refused(book.rings(host), "already_so")
        assert_happened(book.waits(60), SilenceEnded)

    @pytest.mark.parametrize("mode", ["open_floor", "raised_hands"])
    def test_after_a_silence_the_way_of_talking_is_back_with_all_that_was_going_on(self, mode: Mode) -> None:
        book, host, (ash, birch, _) = a_circle(mode=mode)
        book.raises(ash)
        book.raises(birch)
        before = (book.room.mode, book.room.span, book.hands, book.room.prompt)
        book.begins_silence(host, 60)
        book.waits(60)
        assert (book.room.mode, book.room.span, book.hands, book.room.prompt) == before

    def test_a_turn_that_was_to_be_the_last_of_its_way_is_so_still(self) -> None:
        book, host, (ash, _) = a_round(2)
        book.takes(ash)
        book.sets_mode(host, "open_floor")
        book.rings(host)
        book.waits(20)
        assert_holds(book, ash)
        book.done(ash)
        assert book.room.mode == "open_floor"
        assert_centre(book)
        assert PieceOffered not in {type(event) for event in book.waits(60).events}
