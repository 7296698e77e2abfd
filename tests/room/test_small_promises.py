"""Promises that hold in corners: two things at once, the second time, the one exception. One story each."""

from protocol.cards import MovedOnKindly, StillQuiet, Wished
from protocol.events import (
    HandRaised,
    HandsChanged,
    ModeChanged,
    PhaseBegan,
    RunSheetChanged,
    SilenceBegan,
    TimeGiven,
    TurnEnded,
)
from protocol.rooms import Phase
from server.room.facts import EndTold, Nudged, QuietTold
from server.room.memory import Ring
from tests.support.circles import a_circle, a_round
from tests.support.verbs import assert_happened, assert_offered, cards_of

PAUSE = Phase(kind="pause", way="silence", minutes=1)
SHARES = Phase(kind="shares", way="raised_hands", minutes=10)
TALK = Phase(kind="conversation", way="open_floor", minutes=20)


class TestTheLineOfHands:
    """What moves, and what stays."""

    def test_a_direct_response_stays_first_when_quieter_voices_come_first(self) -> None:
        book, host, (ash, birch, cedar) = a_circle(3, mode="raised_hands")
        book.raises(cedar)
        book.offers(host)
        book.shares(cedar, "I have spoken.")
        book.raises(ash)
        book.offers(host)
        book.takes(ash)
        book.raises(cedar)
        book.raises(birch)
        book.raises(cedar, kind="direct_response")
        book.changes_settings(host, hands_order="quieter_first")
        assert [(h.seat, h.kind) for h in book.room.hands] == [
            (cedar, "direct_response"),
            (birch, "share"),
            (cedar, "share"),
        ]

    def test_a_hand_that_was_up_already_is_first_once_when_its_turn_was_lost(self) -> None:
        book, host, (ash, birch, cedar) = a_circle(3, mode="raised_hands")
        book.offers(host, ash)
        book.takes(ash)
        book.raises(birch)
        book.raises(cedar)
        book.raises(cedar, kind="direct_response")
        book.done(ash)
        book.offers(host)
        assert_offered(book, cedar)
        book.loses_connection(cedar)
        assert_happened(book.waits(90), TurnEnded, HandsChanged)
        assert book.hands == [cedar, birch]

    def test_after_the_missed_shelf_an_offer_without_an_answer_is_the_first_again(self) -> None:
        book, host, (ash, birch) = a_circle(2, mode="raised_hands", auto_next=True)
        book.raises(ash)
        book.waits(90)
        assert_offered(book, ash)
        book.waits(90)
        assert book.hands == []
        book.offers(host, ash)
        book.raises(birch)
        book.waits(90)
        assert ash in book.hands

    def test_a_wish_told_in_a_round_comes_with_its_words(self) -> None:
        book, host, (ash, _) = a_round(2)
        book.raises(ash, "May we open a window?", kind="process")
        (card,) = cards_of(book, host, Wished)
        assert isinstance(card, Wished)
        assert card.wish.note == "May we open a window?"


class TestMovingOn:
    """Thanked, and asked again where that was promised."""

    def test_who_had_put_it_off_as_often_as_one_may_is_not_asked_again(self) -> None:
        book, host, (ash, birch) = a_round(2, round_order="coming_in", later_most=1)
        book.later(ash)
        book.passes(birch)
        assert_offered(book, ash)
        book.moves_on(host)
        assert not book.last(TurnEnded).again

    def test_who_put_nothing_off_is_asked_again_where_once_is_allowed(self) -> None:
        book, host, (ash, _) = a_round(2, round_order="coming_in", later_most=1)
        book.moves_on(host)
        assert (book.last(TurnEnded).seat, book.last(TurnEnded).again) == (ash, True)

    def test_in_a_room_that_nobody_holds_the_piece_comes_back_once_where_once_is_allowed(self) -> None:
        book, host, (ash, _) = a_round(2, round_order="coming_in", later_most=1, when_unheld="continue_round")
        book.loses_connection(host)
        book.waits(90)
        assert (book.last(TurnEnded).seat, book.last(TurnEnded).again) == (ash, True)

    def test_a_facilitator_moves_on_from_the_choice_and_the_share_counts_as_done(self) -> None:
        book, host, (ash, birch) = a_circle(2, mode="passing")
        book.offers(host, ash)
        book.raises(birch)
        book.shares(ash, "This was mine.")
        book.moves_on(host)
        assert book.last(TurnEnded).how == "done"
        assert cards_of(book, ash, MovedOnKindly) == []

    def test_who_ran_out_of_time_is_not_told_of_another_offer(self) -> None:
        book, _, (ash, _) = a_round(2, hard_seconds=100)
        book.takes(ash)
        book.waits(100)
        (card,) = cards_of(book, ash, MovedOnKindly)
        assert isinstance(card, MovedOnKindly)
        assert not card.again


class TestTimeInATurn:
    """As much again, and told again."""

    def test_as_much_time_again_as_a_turn_usually_takes_or_a_minute(self) -> None:
        for usual, given in ((300, 300), (0, 60)):
            book, host, (ash, _) = a_round(2, soft_seconds=usual)
            book.takes(ash)
            book.gives_time(host)
            assert book.last(TimeGiven).seconds == given

    def test_after_time_was_given_the_end_is_told_again_from_the_beginning(self) -> None:
        book, host, (ash, _) = a_round(2, soft_seconds=100)
        book.takes(ash)
        book.waits(85)
        book.gives_time(host)
        facts = book.waits(95).facts
        assert [fact.times for fact in facts if isinstance(fact, EndTold)] == [1]

    def test_after_words_the_quiet_is_counted_anew_and_told_anew(self) -> None:
        book, _, (ash, _) = a_round(2)
        book.takes(ash)
        book.says(ash, "It was a long week.")
        assert [type(fact) for fact in book.waits(240).facts] == [Nudged, QuietTold]

    def test_after_a_minute_was_asked_for_facilitators_are_told_again(self) -> None:
        book, host, (ash, _) = a_round(2)
        book.waits(100)
        book.one_minute(ash)
        assert len(cards_of(book, host, StillQuiet)) == 1
        book.waits(150)
        assert len(cards_of(book, host, StillQuiet)) == 2


class TestPhases:
    """A list, and a way of talking that somebody asked for without one."""

    def test_a_new_list_leaves_the_way_of_talking_that_was_asked_for(self) -> None:
        book, host, (ash, _) = a_circle(2, mode="raised_hands")
        book.offers(host, ash)
        book.sets_mode(host, "open_floor")
        assert_happened(book.sets_run_sheet(host, TALK), RunSheetChanged)
        assert_happened(book.passes(ash), TurnEnded, ModeChanged)

    def test_a_pause_leaves_the_way_of_talking_that_was_asked_for(self) -> None:
        book, host, (ash, _) = a_circle(2, mode="raised_hands")
        book.sets_run_sheet(host, PAUSE)
        book.offers(host, ash)
        book.sets_mode(host, "open_floor")
        assert_happened(book.begins_phase(host, 0), PhaseBegan, SilenceBegan)
        book.waits(60)
        assert_happened(book.passes(ash), TurnEnded, ModeChanged)

    def test_the_next_phase_is_begun_in_the_name_of_who_began_the_last(self) -> None:
        book, host, _ = a_circle(2, phases_go_on=True)
        other = book.facilitator()
        book.sets_run_sheet(host, SHARES, TALK)
        book.begins_phase(other, 0)
        assert_happened(book.waits(600), PhaseBegan, ModeChanged)
        assert book.last(PhaseBegan).by == other


class TestTheRing:
    """The memory of the room."""

    def test_after_it_has_forgotten_it_holds_as_many_bytes_as_before(self) -> None:
        ring = Ring(10, 8)
        event = HandRaised(seat=1, place=0)
        ring.remember(event, b"12345678")
        ring.forget()
        ring.remember(event, b"12345678")
        assert ring.since(1) == (b"12345678",)
