"""What facilitators may do for the whole room: how we talk, the door, moving on, the end. Everybody sees each use."""

from typing import get_args

import pytest

from protocol import commands as c
from protocol.cards import MovedOnKindly
from protocol.events import Closed, DoorChanged, InvitationRenewed, ModeAwaited, ModeChanged, PieceOffered, TurnEnded
from protocol.room_settings import RoomSettings
from protocol.rooms import Mode
from protocol.words import Words
from server.room import inner
from server.room.table import FACILITATORS_ONLY
from tests.support.builders import command_id
from tests.support.circles import a_circle, a_round
from tests.support.verbs import assert_centre, assert_happened, assert_offered, assert_refused, assert_told_alone

_ID = command_id(999)
POWERS: tuple[c.RoomCommand, ...] = (
    c.Admit(type="admit", id=_ID, seat=1),
    c.AdmitAll(type="admit_all", id=_ID),
    c.Decline(type="decline", id=_ID, seat=1),
    c.SetDoor(type="set_door", id=_ID, level="open"),
    c.SetMode(type="set_mode", id=_ID, mode="round", prompt=Words(""), now=True),
    c.StartRound(type="start_round", id=_ID, prompt=Words("")),
    c.OfferPiece(type="offer_piece", id=_ID, seat=None),
    c.MoveOn(type="move_on", id=_ID, turn=1),
    c.LowerHandOf(type="lower_hand_of", id=_ID, seat=1),
    c.OfferRole(type="offer_role", id=_ID, seat=1, role="guardian"),
    c.TakeLeadBack(type="take_lead_back", id=_ID),
    c.SayAside(type="say_aside", id=_ID, text=Words("Hello.")),
    c.ChangeSettings(type="change_settings", id=_ID, settings=RoomSettings(slow_seconds=15)),
    c.SettleWish(type="settle_wish", id=_ID, seat=1, kind="process", give_piece=False),
    c.CloseList(type="close_list", id=_ID, closed=True),
    c.LastWord(type="last_word", id=_ID, seat=1),
    c.ClearHands(type="clear_hands", id=_ID),
    c.GiveTime(type="give_time", id=_ID, turn=1),
    c.SetRunSheet(type="set_run_sheet", id=_ID, phases=(), phase=None),
    c.BeginPhase(type="begin_phase", id=_ID, phase=0, prompt=Words(""), now=False),
    c.BeginSilence(type="begin_silence", id=_ID, seconds=None, intention=Words("")),
    c.EndSilence(type="end_silence", id=_ID),
    c.RenewInvitation(type="renew_invitation", id=_ID),
    c.CloseMeeting(type="close_meeting", id=_ID),
)


class TestPowers:
    """Nobody is above anyone, except as the room agreed."""

    def test_every_power_is_tried_here(self) -> None:
        assert {type(command) for command in POWERS} == FACILITATORS_ONLY

    @pytest.mark.parametrize("command", POWERS, ids=lambda command: command.type)
    @pytest.mark.parametrize("mode", get_args(Mode))
    def test_a_power_is_for_facilitators(self, command: c.RoomCommand, mode: Mode) -> None:
        book, _, (ash,) = a_circle(1, mode=mode)
        assert_refused(book.asks(ash, command), "facilitators_only")

    def test_a_waiting_one_has_no_power_either(self) -> None:
        book, _, _ = a_circle(0)
        assert_refused(book.asks(book.knocks(), POWERS[0]), "still_waiting")

    def test_nobody_becomes_a_facilitator_by_staying(self) -> None:
        book, host, (ash, birch) = a_circle(2)
        book.leaves(host)
        book.waits(3600)
        assert {book.room.seats[seat].role for seat in (ash, birch)} == {"member"}


class TestTheWayOfTalking:
    """A change of mode waits for the end of the turn, unless it is said now."""

    def test_without_a_turn_it_changes_at_once(self) -> None:
        book, host, _ = a_circle(1)
        assert_happened(book.sets_mode(host, "raised_hands", "Who would like to begin?"), ModeChanged)
        assert (book.room.mode, book.room.prompt) == ("raised_hands", "Who would like to begin?")

    def test_another_way_of_talking_waits_for_the_end_of_the_turn(self) -> None:
        book, host, (ash, _) = a_round(2)
        book.takes(ash)
        assert_happened(book.sets_mode(host, "open_floor", "Anything else?"), ModeAwaited)
        assert book.says(ash, "Let me finish.").refusal is None
        assert_happened(book.done(ash), TurnEnded, ModeChanged)
        assert (book.room.mode, book.room.prompt, book.room.round) == ("open_floor", "Anything else?", None)

    def test_now_means_now_and_the_holder_is_told_alone(self) -> None:
        book, host, (ash, _) = a_round(2)
        book.takes(ash)
        assert_happened(book.sets_mode(host, "open_floor", now=True), TurnEnded, ModeChanged)
        assert_told_alone(book, ash, MovedOnKindly)
        assert_centre(book)

    def test_now_after_asking_for_after_this_turn(self) -> None:
        book, host, _ = a_round(2)
        book.sets_mode(host, "raised_hands")
        book.sets_mode(host, "open_floor", now=True)
        assert (book.room.mode, book.room.awaited) == ("open_floor", None)

    def test_the_last_asking_counts(self) -> None:
        book, host, (ash, _) = a_round(2)
        book.sets_mode(host, "raised_hands")
        book.sets_mode(host, "open_floor")
        book.passes(ash)
        assert book.room.mode == "open_floor"

    def test_it_comes_also_when_the_holder_leaves(self) -> None:
        book, host, (ash, _) = a_round(2)
        book.sets_mode(host, "raised_hands")
        assert_happened(book.leaves(ash), TurnEnded, ModeChanged)

    def test_hands_stay_when_the_mode_changes(self) -> None:
        book, host, (ash, birch) = a_circle(2)
        book.raises(ash)
        book.raises(birch)
        book.sets_mode(host, "raised_hands")
        book.starts_round(host)
        assert book.hands == [ash, birch]
        book.sets_mode(host, "raised_hands", now=True)
        assert_happened(book.offers(host), PieceOffered)
        assert_offered(book, ash)

    def test_the_same_again_is_already_so(self) -> None:
        book, host, _ = a_circle(1)
        assert_refused(book.sets_mode(host, "open_floor"), "already_so")
        assert_happened(book.sets_mode(host, "open_floor", "Tonight: sleep"), ModeChanged)

    def test_every_new_way_of_talking_is_a_new_span(self) -> None:
        book, host, (ash,) = a_circle(1)
        book.sets_mode(host, "raised_hands")
        book.starts_round(host)
        assert book.room.span == 3
        book.passes(ash)

    def test_a_prompt_that_is_too_long_changes_nothing(self) -> None:
        book, host, _ = a_circle(1)
        assert_refused(book.starts_round(host, "two\nlines"), "too_many_lines")
        assert book.room.round is None


class TestTheHouse:
    """The door, the invitation, the end."""

    def test_a_new_door_is_told_to_everybody(self) -> None:
        book, host, _ = a_circle(1)
        assert_happened(book.sets_door(host, "locked"), DoorChanged)
        assert_refused(book.sets_door(host, "locked"), "already_so")

    def test_a_new_invitation_is_told_to_everybody(self) -> None:
        book, host, _ = a_circle(1)
        assert_happened(book.house(inner.RenewedInvitation(host)), InvitationRenewed)

    def test_thank_and_move_on_gives_no_reason_and_is_told_alone(self) -> None:
        book, host, (ash, birch) = a_round(2)
        assert_happened(book.moves_on(host), TurnEnded, PieceOffered)
        assert_told_alone(book, ash, MovedOnKindly)
        assert_offered(book, birch)

    def test_there_must_be_a_turn_to_move_on_from(self) -> None:
        book, host, _ = a_circle(1, mode="raised_hands")
        assert_refused(book.moves_on(host), "stale_turn")

    def test_the_meeting_closes_for_everybody(self) -> None:
        book, host, _ = a_round(2)
        assert_happened(book.closes(host), Closed)
        assert book.last(Closed).why == "by_facilitator"

    def test_a_mistake_of_ours_closes_the_room_kindly(self) -> None:
        book, _, _ = a_circle(1)
        assert_happened(book.house(inner.End("our_mistake")), Closed)
        assert book.last(Closed).why == "our_mistake"
