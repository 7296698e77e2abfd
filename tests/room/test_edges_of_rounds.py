"""Rounds at their edges: what the others are told, offers that wait, two acts at once, silence, newcomers."""

from collections.abc import Callable

import pytest

from protocol.cards import MovedOnKindly, StillQuiet
from protocol.events import PieceOffered, PieceTaken, PieceWaits, RoundEnded, Said, TurnEnded
from tests.support.circles import a_round
from tests.support.playbook import Playbook
from tests.support.stage import Heard
from tests.support.verbs import (
    assert_happened,
    assert_holds,
    assert_offered,
    assert_refused,
    assert_round_over,
    assert_told_alone,
    cards_of,
    view_of,
)


class TestTheOffer:
    """It waits for an answer; whatever the answer is, it is a good one."""

    @pytest.mark.parametrize(
        ("answer", "then"),
        [
            (Playbook.takes, (PieceTaken,)),
            (Playbook.passes, (TurnEnded, PieceOffered)),
            (Playbook.later, (TurnEnded, PieceOffered)),
        ],
    )
    def test_an_offer_is_answered_by_take_pass_or_later(
        self, answer: Callable[[Playbook, int], Heard], then: tuple[type, ...]
    ) -> None:
        book, _, (ash, _) = a_round(2)
        assert_offered(book, ash)
        assert_happened(answer(book, ash), *then)

    def test_facilitators_alone_see_after_ninety_seconds_that_an_offer_waits(self) -> None:
        book, host, (_, _) = a_round(2)
        book.waits(89)
        assert cards_of(book, host, StillQuiet) == []
        book.waits(1)
        assert_told_alone(book, host, StillQuiet)

    def test_an_offer_waits_as_long_as_a_facilitator_lets_it(self) -> None:
        book, host, (ash, _) = a_round(2)
        assert_happened(book.waits(3 * 3600))
        assert_offered(book, ash)
        assert_happened(book.moves_on(host), TurnEnded, PieceOffered)

    def test_moving_on_by_itself_is_never_a_pass(self) -> None:
        book, _, (ash,) = a_round(1, held_by="members")
        for _ in range(3):
            assert_offered(book, ash)
            book.waits(90)
        hows = [event.how for event in book.events if isinstance(event, TurnEnded)]
        assert hows == ["later", "later", "rested"]
        assert_round_over(book, 0)


class TestASilentHolder:
    """Nothing is cut; facilitators see a quiet mark."""

    def test_facilitators_see_a_quiet_mark_at_a_holder_after_four_minutes(self) -> None:
        book, host, (ash, _) = a_round(2)
        book.takes(ash)
        book.waits(239)
        assert cards_of(book, host, StillQuiet) == []
        book.waits(1)
        assert_told_alone(book, host, StillQuiet)
        assert_holds(book, ash)


class TestWhatTheOthersAreTold:
    """No reasons, and at the end a number without names."""

    def test_thanking_and_moving_on_gives_no_reason_and_a_kind_sentence_to_the_holder(self) -> None:
        book, host, (ash, _) = a_round(2)
        book.takes(ash)
        assert_happened(book.moves_on(host), TurnEnded, PieceOffered)
        assert set(TurnEnded.model_fields) == {"type", "turn", "seat", "how", "again", "spoke", "by"}
        assert_told_alone(book, ash, MovedOnKindly)

    def test_a_waiting_piece_does_not_say_why_it_waits(self) -> None:
        book, _, (ash, birch) = a_round(2)
        book.takes(ash)
        assert_happened(book.loses_connection(ash), PieceWaits)
        assert set(PieceWaits.model_fields) == {"type", "turn"}
        assert view_of(book, birch).away == ()

    def test_the_end_of_a_round_is_a_count_without_names(self) -> None:
        book, _, (ash, birch) = a_round(2, second_offer=False)
        book.shares(ash, "Mine.")
        assert_happened(book.passes(birch), TurnEnded, RoundEnded)
        assert set(RoundEnded.model_fields) == {"type", "shared"}
        assert_round_over(book, 1)

    def test_what_was_said_before_the_connection_was_lost_stays(self) -> None:
        book, _, (ash, birch) = a_round(2)
        book.takes(ash)
        book.says(ash, "I had begun to say")
        book.loses_connection(ash)
        book.waits(90)
        assert [words.text for words in view_of(book, birch).said] == ["I had begun to say"]
        assert book.last(TurnEnded).spoke


class TestTwoActsAtOnce:
    """The id of the turn makes the second of them nothing."""

    def test_done_and_moving_on_at_the_same_moment_are_one_step(self) -> None:
        book, host, (ash, birch, _) = a_round(3)
        book.takes(ash)
        turn = book.room.turns
        assert_happened(book.done(ash, turn=turn), TurnEnded, PieceOffered)
        assert_refused(book.moves_on(host, turn=turn), "stale_turn")
        assert_offered(book, birch)


class TestSilenceInARound:
    """The bell takes nothing."""

    def test_a_silence_in_mid_turn_keeps_the_holder_and_the_order(self) -> None:
        book, host, (ash, birch, cedar) = a_round(3)
        book.later(ash)
        book.takes(birch)
        before, turn = book.room.round, book.room.turns
        book.begins_silence(host, 120)
        book.waits(120)
        assert book.room.round == before
        assert_holds(book, birch)
        assert_happened(book.says(birch, "And then", turn=turn), Said)
        book.done(birch)
        assert_offered(book, cedar)


class TestFewPeople:
    """A round is allowed with anybody who is here."""

    def test_a_round_goes_on_with_one_person(self) -> None:
        book, _, (ash, birch) = a_round(2, second_offer=False)
        book.takes(ash)
        book.leaves(birch)
        book.waits(200)
        book.says(ash, "Just us.")
        book.done(ash)
        assert_round_over(book, 1)


class TestComingIn:
    """What is going on is in the view that a newcomer is handed."""

    def test_a_newcomer_sees_the_question_whose_turn_it_is_and_who_is_to_come(self) -> None:
        book, _, (ash, birch) = a_round(2, prompt="How are you?")
        book.takes(ash)
        dove = book.comes_in()
        view = view_of(book, dove)
        assert (view.mode, view.prompt) == ("round", "How are you?")
        assert view.turn is not None
        assert (view.turn.seat, view.turn.stage) == (ash, "taken")
        assert view.round is not None
        assert view.round.to_come == (birch, dove)
