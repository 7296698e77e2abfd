"""Time in a turn: told in words, first to the holder, then to facilitators; cut only where the group chose so."""

from protocol.cards import ComeToAnEnd, MovedOnKindly
from protocol.events import PieceOffered, TimeGiven, TurnEnded
from tests.support.circles import a_round
from tests.support.verbs import assert_happened, assert_holds, assert_nothing_happened, assert_refused, cards_of


class TestSoftTime:
    """Nothing is cut."""

    def test_the_holder_is_told_of_the_end_first_and_facilitators_when_it_has_come(self) -> None:
        book, host, (ash, _) = a_round(2, soft_seconds=100, holder_nudge_seconds=3000, holder_quiet_seconds=3000)
        book.takes(ash)
        assert_nothing_happened(book.waits(79))
        book.waits(1)
        assert len(cards_of(book, ash, ComeToAnEnd)) == 1
        assert not cards_of(book, host, ComeToAnEnd)
        book.waits(20)
        assert len(cards_of(book, host, ComeToAnEnd)) == 1
        book.waits(1_000)
        assert_holds(book, ash)
        assert len(cards_of(book, ash, ComeToAnEnd)) == 1

    def test_nobody_else_is_told_that_a_turn_comes_to_its_end(self) -> None:
        book, _, (ash, birch) = a_round(2, soft_seconds=100)
        book.takes(ash)
        book.waits(200)
        assert not cards_of(book, birch, ComeToAnEnd)

    def test_an_offer_has_no_time(self) -> None:
        book, _, (ash, _) = a_round(2, soft_seconds=10, hard_seconds=20)
        book.waits(60)
        assert not cards_of(book, ash, ComeToAnEnd)
        assert book.room.turn is not None


class TestHardTime:
    """Only where the group chose it; the draft stays with its person, and one tap gives more."""

    def test_a_hard_limit_ends_the_turn_and_the_piece_goes_on(self) -> None:
        book, _, (ash, birch) = a_round(2, hard_seconds=100)
        book.takes(ash)
        assert_happened(book.waits(100), TurnEnded, PieceOffered)
        assert cards_of(book, ash, MovedOnKindly)
        assert book.room.turn is not None
        assert book.room.turn.seat == birch

    def test_a_facilitator_gives_as_much_time_again(self) -> None:
        book, host, (ash, _) = a_round(2, hard_seconds=100)
        book.takes(ash)
        book.waits(90)
        assert_happened(book.gives_time(host), TimeGiven)
        book.waits(109)
        assert_holds(book, ash)
        book.waits(1)
        assert book.room.turn is not None
        assert book.room.turn.seat != ash

    def test_a_stale_wish_for_time_changes_nothing(self) -> None:
        book, host, (ash, _) = a_round(2, hard_seconds=100)
        book.passes(ash)
        assert_refused(book.gives_time(host, turn=1), "stale_turn")


class TestTheClockStandsStill:
    """While it is quiet, and while the holder's connection is lost."""

    def test_a_silence_costs_the_holder_nothing(self) -> None:
        book, host, (ash, _) = a_round(2, hard_seconds=100)
        book.takes(ash)
        book.waits(50)
        book.begins_silence(host, 300)
        book.waits(300)
        book.waits(49)
        assert_holds(book, ash)
        book.waits(1)
        assert book.room.turn is not None
        assert book.room.turn.seat != ash

    def test_a_lost_connection_costs_the_holder_nothing(self) -> None:
        book, _, (ash, _) = a_round(2, hard_seconds=100)
        book.takes(ash)
        book.waits(50)
        book.loses_connection(ash)
        book.waits(60)
        book.comes_back(ash)
        book.waits(49)
        assert_holds(book, ash)

    def test_after_a_restart_the_whole_time_begins_anew(self) -> None:
        book, host, (ash, birch) = a_round(2, hard_seconds=100)
        book.takes(ash)
        book.waits(90)
        book.restarts()
        for seat in (host, ash, birch):
            book.comes_back(seat)
        book.waits(99)
        assert_holds(book, ash)
