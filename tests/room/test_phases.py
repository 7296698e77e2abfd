"""The meeting as a list of phases that everybody sees: each begins when somebody begins it, and nobody is hurried."""

import pytest

from protocol.cards import PhaseTimeOver
from protocol.events import (
    ModeAwaited,
    ModeChanged,
    PhaseBegan,
    PieceOffered,
    RoundEnded,
    RoundStarted,
    RunSheetChanged,
    SilenceBegan,
    SilenceEnded,
    TurnEnded,
)
from protocol.rooms import Phase
from protocol.snapshot import RoomSnapshot
from tests.support.circles import Circle, a_circle
from tests.support.playbook import Playbook
from tests.support.verbs import (
    assert_centre,
    assert_happened,
    assert_holds,
    assert_offered,
    assert_refused,
    assert_told_alone,
    cards_of,
)

CHECK_IN = Phase(kind="check_in", way="round", minutes=10)
SHARES = Phase(kind="shares", way="raised_hands", minutes=40)
PAUSE = Phase(kind="pause", way="silence", minutes=3)
TALK = Phase(kind="conversation", way="open_floor", minutes=20)
CLOSING = Phase(kind="closing", way="round", minutes=10)
EVENING = (CHECK_IN, SHARES, PAUSE, TALK, CLOSING)


def an_evening(members: int = 2, **changed: object) -> Circle:
    """A circle with a list of five phases, none of them begun."""
    book, host, people = a_circle(members, mode="open_floor", **changed)
    book.sets_run_sheet(host, *EVENING)
    return book, host, people


def view_of(book: Playbook, seat: int) -> RoomSnapshot:
    """What this seat knows."""
    view = book.posts[seat].view
    assert isinstance(view, RoomSnapshot)
    return view


class TestTheList:
    """Whole, and visible to everybody."""

    def test_everybody_sees_it(self) -> None:
        book, host, (ash, _) = a_circle(2)
        assert_happened(book.sets_run_sheet(host, *EVENING), RunSheetChanged)
        assert (view_of(book, ash).phases, view_of(book, ash).phase) == (EVENING, None)

    def test_nothing_begins_with_it(self) -> None:
        book, *_ = an_evening()
        assert_happened(book.waits(3600))
        assert (book.room.phase, book.room.mode) == (None, "open_floor")

    def test_the_same_list_again_changes_nothing(self) -> None:
        book, host, _ = an_evening()
        assert_refused(book.sets_run_sheet(host, *EVENING), "already_so")

    def test_facilitators_keep_the_list(self) -> None:
        book, _, (ash, _) = an_evening()
        assert_refused(book.sets_run_sheet(ash, TALK), "facilitators_only")
        assert_refused(book.begins_phase(ash, 0), "facilitators_only")

    def test_where_members_hold_the_room_anybody_does(self) -> None:
        book, host, (ash, birch) = a_circle(2, held_by="members")
        book.leaves(host)
        assert_happened(book.sets_run_sheet(ash, *EVENING), RunSheetChanged)
        assert_happened(book.begins_phase(birch, 3), PhaseBegan, ModeChanged)

    def test_a_change_keeps_the_running_phase_running(self) -> None:
        book, host, _ = an_evening()
        book.begins_phase(host, 3)
        assert_happened(book.sets_run_sheet(host, PAUSE, TALK, phase=1), RunSheetChanged)
        assert (book.room.phase, book.room.mode) == (1, "open_floor")
        book.waits(20 * 60)
        assert [card.phase for card in cards_of(book, host, PhaseTimeOver) if isinstance(card, PhaseTimeOver)] == [1]

    def test_where_the_running_phase_is_not_in_the_new_list_no_phase_runs(self) -> None:
        book, host, _ = an_evening()
        book.begins_phase(host, 3)
        book.sets_run_sheet(host, CLOSING)
        assert book.room.phase is None
        book.waits(3600)
        assert cards_of(book, host, PhaseTimeOver) == []

    def test_a_change_cannot_name_a_running_phase_that_is_none(self) -> None:
        book, host, _ = an_evening()
        assert_refused(book.sets_run_sheet(host, TALK, phase=0), "nothing_to_offer")
        book.begins_phase(host, 3)
        assert_refused(book.sets_run_sheet(host, TALK, phase=1), "nothing_to_offer")

    def test_a_change_lets_go_of_the_phase_that_was_awaited(self) -> None:
        book, host, (ash, _) = an_evening()
        book.begins_phase(host, 1)
        book.offers(host, ash)
        book.begins_phase(host, 3)
        book.sets_run_sheet(host, TALK, CLOSING)
        assert_happened(book.passes(ash), TurnEnded)
        assert book.room.mode == "raised_hands"


class TestBeginning:
    """A phase begins with what we do in it."""

    def test_a_way_of_talking_begins_with_its_phase_and_its_question(self) -> None:
        book, host, (ash, _) = an_evening()
        assert_happened(book.begins_phase(host, 1, "What brings you?"), PhaseBegan, ModeChanged)
        assert (view_of(book, ash).phase, view_of(book, ash).mode) == (1, "raised_hands")
        assert view_of(book, ash).prompt == "What brings you?"

    def test_a_round_begins_with_everybody_who_is_here(self) -> None:
        book, host, people = an_evening()
        assert_happened(book.begins_phase(host, 0, "How are you?"), PhaseBegan, RoundStarted, PieceOffered)
        assert set(book.order) == set(people)

    def test_a_round_without_anybody_is_a_round_that_has_not_begun(self) -> None:
        book, host, _ = an_evening(0)
        assert_happened(book.begins_phase(host, 0), PhaseBegan, ModeChanged)
        assert (book.room.mode, book.room.round) == ("round", None)
        ash = book.comes_in()
        book.starts_round(host)
        assert_offered(book, ash)

    def test_a_silence_is_laid_over_what_we_do(self) -> None:
        book, host, (ash, _) = an_evening()
        book.begins_phase(host, 1)
        book.offers(host, ash)
        book.takes(ash)
        assert_happened(book.begins_phase(host, 2, "For those who are not here."), PhaseBegan, SilenceBegan)
        assert (book.last(SilenceBegan).seconds, book.room.mode) == (180, "raised_hands")
        assert_refused(book.says(ash, "Words"), "silence_now")
        book.waits(180)
        assert_holds(book, ash)

    def test_the_time_of_a_silence_is_over_with_it(self) -> None:
        book, host, _ = an_evening()
        book.begins_phase(host, 2)
        assert_happened(book.waits(180), SilenceEnded)
        assert_told_alone(book, host, PhaseTimeOver)

    def test_a_phase_beyond_the_list_cannot_begin(self) -> None:
        book, host, _ = an_evening()
        assert_refused(book.begins_phase(host, 5), "nothing_to_offer")

    def test_the_running_phase_does_not_begin_again(self) -> None:
        book, host, _ = an_evening()
        book.begins_phase(host, 1)
        assert_refused(book.begins_phase(host, 1), "already_so")
        assert_refused(book.begins_phase(host, 1, now=True), "already_so")

    def test_no_phase_begins_in_a_silence(self) -> None:
        book, host, _ = an_evening()
        book.rings(host)
        assert_refused(book.begins_phase(host, 1, now=True), "silence_now")

    @pytest.mark.parametrize("now", [True, False])
    def test_two_facilitators_who_press_together_begin_it_once(self, now: bool) -> None:
        book, host, (ash, _) = an_evening()
        other = book.facilitator(listening=True)
        assert book.begins_phase(host, 1, now=now).refusal is None
        assert_refused(book.begins_phase(other, 1, now=now), "already_so")
        book.offers(host, ash)
        assert book.begins_phase(other, 3, now=now).refusal is None
        assert_refused(book.begins_phase(host, 3, now=now), "already_so")
        assert [event.phase for event in book.events if isinstance(event, PhaseBegan)] == ([1, 3] if now else [1])


class TestWaiting:
    """After the running turn or round, unless now."""

    def test_it_begins_after_the_running_turn(self) -> None:
        book, host, (ash, _) = an_evening()
        book.begins_phase(host, 1)
        book.offers(host, ash)
        assert_happened(book.begins_phase(host, 3, "And now?"), ModeAwaited)
        assert view_of(book, ash).awaited_phase == 3
        book.takes(ash)
        assert_happened(book.done(ash), TurnEnded, PhaseBegan, ModeChanged)
        assert (book.room.phase, book.room.prompt, book.room.awaited) == (3, "And now?", None)

    def test_it_begins_after_the_running_round(self) -> None:
        book, host, _ = an_evening(second_offer=False)
        book.begins_phase(host, 0)
        ash, birch = book.order
        book.begins_phase(host, 1)
        assert_happened(book.passes(ash), TurnEnded, PieceOffered)
        assert_happened(book.passes(birch), TurnEnded, RoundEnded, PhaseBegan, ModeChanged)

    def test_now_means_now_and_who_shared_keeps_the_draft(self) -> None:
        book, host, (ash, _) = an_evening()
        book.begins_phase(host, 1)
        book.offers(host, ash)
        book.takes(ash)
        assert_happened(book.begins_phase(host, 3, now=True), TurnEnded, PhaseBegan, ModeChanged)
        assert book.last(TurnEnded).how == "moved_on"

    def test_what_was_awaited_may_begin_now_after_all(self) -> None:
        book, host, _ = an_evening()
        book.begins_phase(host, 0)
        book.begins_phase(host, 3)
        assert_happened(book.begins_phase(host, 3, now=True), TurnEnded, PhaseBegan, ModeChanged)
        assert book.room.awaited is None

    def test_a_later_choice_takes_the_place_of_the_one_that_was_awaited(self) -> None:
        book, host, (ash, _) = an_evening()
        book.begins_phase(host, 1)
        book.offers(host, ash)
        book.begins_phase(host, 3)
        book.begins_phase(host, 4)
        assert_happened(book.passes(ash), TurnEnded, PhaseBegan, RoundStarted, PieceOffered)
        assert book.room.phase == 4

    def test_a_silence_that_begins_now_lets_go_of_the_phase_that_was_awaited(self) -> None:
        book, host, (ash, _) = an_evening()
        book.begins_phase(host, 1)
        book.offers(host, ash)
        book.begins_phase(host, 3)
        book.begins_phase(host, 2)
        book.waits(180)
        assert_happened(book.passes(ash), TurnEnded)
        assert (book.room.phase, book.room.mode) == (2, "raised_hands")

    def test_in_the_time_to_respond_it_waits_as_well(self) -> None:
        book, host, (ash, _) = a_circle(2, mode="share_and_respond")
        book.sets_run_sheet(host, *EVENING)
        book.offers(host, ash)
        book.shares(ash, "That was it.")
        assert_happened(book.begins_phase(host, 3), ModeAwaited)
        assert_happened(book.waits(30), TurnEnded, PhaseBegan, ModeChanged)


class TestTheTime:
    """Never a countdown: facilitators are told, once, and go on when it is right."""

    def test_facilitators_alone_are_told_and_once(self) -> None:
        book, host, _ = an_evening()
        book.begins_phase(host, 3)
        book.waits(20 * 60 - 1)
        assert cards_of(book, host, PhaseTimeOver) == []
        assert_happened(book.waits(1))
        assert_told_alone(book, host, PhaseTimeOver)
        book.waits(3600)
        assert len(cards_of(book, host, PhaseTimeOver)) == 1

    def test_nothing_goes_on_by_itself(self) -> None:
        book, host, _ = an_evening()
        book.begins_phase(host, 0)
        assert_happened(book.waits(3600))
        assert book.room.phase == 0

    def test_in_a_bell_it_is_told_after_the_bell(self) -> None:
        book, host, _ = an_evening()
        book.begins_phase(host, 3)
        book.waits(20 * 60 - 10)
        book.rings(host)
        book.waits(19)
        assert cards_of(book, host, PhaseTimeOver) == []
        assert_happened(book.waits(1), SilenceEnded)
        assert_told_alone(book, host, PhaseTimeOver)


class TestGoingOnByItself:
    """Where the group chose so."""

    def test_the_next_phase_begins(self) -> None:
        book, host, _ = an_evening(phases_go_on=True)
        book.begins_phase(host, 3)
        assert_happened(book.waits(20 * 60), PhaseBegan, RoundStarted, PieceOffered)
        assert book.room.phase == 4

    def test_the_running_turn_may_finish(self) -> None:
        book, host, (ash, _) = an_evening(phases_go_on=True)
        book.sets_run_sheet(host, SHARES, TALK)
        book.begins_phase(host, 0)
        book.offers(host, ash)
        book.takes(ash)
        assert_happened(book.waits(40 * 60), ModeAwaited)
        book.says(ash, "I am nearly there.")
        assert_happened(book.done(ash), TurnEnded, PhaseBegan, ModeChanged)

    def test_before_a_silence_the_running_turn_may_finish_as_well(self) -> None:
        book, host, (ash, birch) = an_evening(phases_go_on=True, auto_next=True)
        book.begins_phase(host, 1)
        book.raises(ash)
        book.raises(birch)
        book.takes(ash)
        assert_happened(book.waits(40 * 60), ModeAwaited)
        assert book.says(ash, "I am nearly there.").refusal is None
        assert_happened(book.done(ash), TurnEnded, PhaseBegan, SilenceBegan)
        assert (book.room.mode, book.room.awaited) == ("raised_hands", None)
        assert_happened(book.waits(180), SilenceEnded, PhaseBegan, ModeChanged)

    def test_after_the_last_phase_nothing_follows(self) -> None:
        book, host, _ = an_evening(phases_go_on=True)
        book.sets_run_sheet(host, TALK)
        book.begins_phase(host, 0)
        assert_happened(book.waits(3600))

    def test_what_somebody_chose_to_come_next_comes_next(self) -> None:
        book, host, (ash, _) = an_evening(phases_go_on=True)
        book.begins_phase(host, 1)
        book.offers(host, ash)
        book.begins_phase(host, 4)
        assert_happened(book.waits(40 * 60))
        book.passes(ash)
        assert book.room.phase == 4

    def test_while_nobody_holds_the_room_no_phase_begins_by_itself(self) -> None:
        book, host, _ = an_evening(phases_go_on=True, unheld_closes_seconds=7200)
        book.begins_phase(host, 3)
        book.loses_connection(host)
        book.waits(21 * 60)
        assert book.room.unheld
        assert book.room.phase == 3
        assert_centre(book)


class TestARestart:
    """The list, the running phase and the one that is awaited are there again."""

    def test_the_list_and_the_running_phase_come_back_with_their_whole_time(self) -> None:
        book, host, _ = an_evening()
        book.begins_phase(host, 3)
        book.waits(15 * 60)
        book.rings(host)
        book.restarts()
        book.comes_back(host)
        assert (book.room.phases, book.room.phase) == (EVENING, 3)
        book.waits(20 * 60 - 1)
        assert cards_of(book, host, PhaseTimeOver) == []
        book.waits(1)
        assert_told_alone(book, host, PhaseTimeOver)

    def test_a_phase_that_was_awaited_still_comes(self) -> None:
        book, host, (ash, birch) = an_evening()
        book.begins_phase(host, 1)
        book.offers(host, ash)
        book.begins_phase(host, 3)
        book.restarts()
        for seat in (host, ash, birch):
            book.comes_back(seat)
        assert view_of(book, ash).awaited_phase == 3
        assert_happened(book.passes(ash), TurnEnded, PhaseBegan, ModeChanged)

    def test_its_end_is_not_told_again(self) -> None:
        book, host, _ = an_evening()
        book.begins_phase(host, 3)
        book.waits(20 * 60)
        book.restarts()
        book.comes_back(host)
        book.waits(3600)
        assert len(cards_of(book, host, PhaseTimeOver)) == 1


def test_in_a_room_held_by_its_members_anybody_ends_a_silence_that_anybody_began() -> None:
    book, host, (ash, birch) = an_evening(held_by="members")
    book.leaves(host)
    book.sets_run_sheet(ash, Phase(kind="pause", way="silence", minutes=240))
    book.begins_phase(ash, 0)
    assert_happened(book.ends_silence(birch), SilenceEnded)


def test_a_bell_in_such_a_room_takes_its_time() -> None:
    book, host, (ash, birch) = an_evening(held_by="members")
    book.leaves(host)
    book.rings(ash)
    assert_happened(book.rings(birch), SilenceBegan)
    assert_refused(book.ends_silence(ash), "facilitators_only")
