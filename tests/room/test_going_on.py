"""What goes on by itself and what waits: without a facilitator, between two turns, and for newcomers."""

from protocol.events import ModeAwaited, ModeChanged, RoundOrderChanged, SilenceEnded, TurnEnded, Unheld
from protocol.rooms import Phase
from tests.support.circles import a_circle, a_round
from tests.support.stage import Heard
from tests.support.verbs import assert_centre, assert_happened, assert_offered

TALK = Phase(kind="conversation", way="open_floor", minutes=20)


class TestWithoutAFacilitator:
    """The group chose what happens then."""

    def test_a_round_waits_after_this_turn_unless_it_was_to_go_on(self) -> None:
        for choice in ("wait", "continue_round"):
            book, host, (ash, birch) = a_round(2, round_order="coming_in", when_unheld=choice)
            book.loses_connection(host)
            book.waits(30)
            book.shares(ash, "Mine.")
            if choice == "wait":
                assert_centre(book)
            else:
                assert_offered(book, birch)

    def test_who_is_silent_keeps_the_piece_unless_nobody_holds_the_room_and_the_round_was_to_go_on(self) -> None:
        for choice, held, stays in (
            ("wait", False, True),
            ("continue_round", True, True),
            ("continue_round", False, False),
        ):
            book, host, (ash, _) = a_round(2, round_order="coming_in", when_unheld=choice)
            book.takes(ash)
            if not held:
                book.loses_connection(host)
            book.waits(300)
            assert (book.holder == ash) is stays

    def test_after_a_share_the_next_hand_is_offered_the_piece_where_the_list_goes_on_by_itself(self) -> None:
        book, _, (ash, _) = a_circle(2, mode="share_and_respond", auto_next=True)
        book.raises(ash)
        assert_offered(book, ash)

    def test_the_list_of_hands_waits_whatever_was_chosen_for_rounds(self) -> None:
        for choice in ("wait", "continue_round"):
            book, host, (ash, _) = a_circle(2, mode="raised_hands", auto_next=True, when_unheld=choice)
            book.loses_connection(host)
            book.waits(30)
            book.raises(ash)
            assert_centre(book)

    def test_only_where_the_group_chose_so_the_talk_becomes_open(self) -> None:
        for choice, events in (("wait", [Unheld]), ("open_floor_slow", [Unheld, ModeChanged])):
            book, host, _ = a_circle(2, mode="raised_hands", when_unheld=choice)
            book.loses_connection(host)
            assert_happened(book.waits(30), *events)

    def test_where_it_is_open_already_nothing_changes(self) -> None:
        book, host, _ = a_circle(2, mode="open_floor", when_unheld="open_floor_slow")
        book.loses_connection(host)
        assert_happened(book.waits(30), Unheld)

    def test_a_silence_is_not_broken_by_it(self) -> None:
        book, host, _ = a_circle(2, mode="raised_hands", when_unheld="open_floor_slow")
        book.begins_silence(host, 60)
        book.loses_connection(host)
        assert_happened(book.waits(30), Unheld, ModeAwaited)
        assert_happened(book.waits(30), SilenceEnded, ModeChanged)

    def test_where_nobody_facilitates_any_more_nobody_begins_it(self) -> None:
        book, host, _ = a_circle(2, mode="raised_hands", when_unheld="open_floor_slow")
        book.lays_down_role(host)
        assert_happened(book.waits(30), Unheld)

    def test_it_is_begun_in_the_name_of_a_facilitator_who_may_come_back(self) -> None:
        book, host, _ = a_circle(2, mode="raised_hands", when_unheld="open_floor_slow", unheld_after_seconds=300)
        other = book.facilitator()
        book.loses_connection(other)
        book.leaves(host)
        book.waits(300)
        assert book.room.lead is None
        assert book.last(ModeChanged).by == other


class TestBetweenTwoTurns:
    """The piece rests, and something else was asked for."""

    def test_another_way_of_talking_begins_at_once(self) -> None:
        book, host, (ash, *_) = a_round(3, round_order="coming_in")
        book.takes(ash)
        book.sets_mode(host, "open_floor")
        assert_happened(book.leaves(ash), TurnEnded, ModeChanged)

    def test_a_phase_waits_for_the_end_of_the_round(self) -> None:
        book, host, (ash, *_) = a_round(3, round_order="coming_in")
        book.sets_run_sheet(host, TALK)
        book.takes(ash)
        book.begins_phase(host, 0)
        assert_happened(book.leaves(ash), TurnEnded)
        assert book.room.round is not None

    def test_who_left_before_the_piece_came_is_never_asked_later(self) -> None:
        book, _, (ash, birch, cedar) = a_round(3, round_order="coming_in")
        book.leaves(birch)
        book.passes(ash)
        assert_offered(book, cedar)
        assert [event.later for event in book.events if isinstance(event, RoundOrderChanged)] == [()]


class TestHandsThatWereNotAnswered:
    """Raising a hand again begins as new."""

    def test_the_place_at_the_head_is_for_once(self) -> None:
        book, host, (ash, birch) = a_circle(2, mode="raised_hands", auto_next=True)
        book.raises(ash)
        book.waits(180)
        assert book.hands == []
        book.changes_settings(host, auto_next=False)
        book.raises(birch)
        book.raises(ash)
        assert book.hands == [ash, birch]
        book.lowers(ash)
        book.raises(ash)
        assert book.hands == [birch, ash]

    def test_who_takes_the_hand_down_and_raises_it_may_miss_one_offer_again(self) -> None:
        book, host, (ash, _) = a_circle(2, mode="raised_hands", auto_next=True)
        book.raises(ash)
        book.changes_settings(host, auto_next=True, offer_quiet_seconds=60)
        book.waits(60)
        book.changes_settings(host, auto_next=False)
        book.passes(ash)
        book.lowers(ash)
        book.raises(ash)
        book.changes_settings(host, auto_next=True)
        book.waits(60)
        assert book.room.missed == frozenset()


class TestNewcomers:
    """Who has just come in reads first."""

    def test_how_long_is_told_to_the_second_and_then_they_speak(self) -> None:
        book, _, (ash, _) = a_circle(2, newcomer_quiet_seconds=60)
        book.waits(29.98)
        assert _told_to_wait(book.says(ash, "Hello")) == 31
        book.waits(30.019)
        assert _told_to_wait(book.says(ash, "Hello")) == 1
        book.waits(0.001)
        assert book.says(ash, "Hello").refusal is None


def _told_to_wait(heard: Heard) -> int | None:
    """The seconds that come with a refusal."""
    assert heard.refusal is not None
    return heard.refusal.arguments.seconds
