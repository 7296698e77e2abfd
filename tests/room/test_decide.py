"""Every wish in every mode from every kind of seat: an answer, and after a refusal nothing has changed."""

from typing import get_args

import pytest

from protocol import commands as c
from protocol.commands import RoomCommand
from protocol.refusals import Refusal
from protocol.room_settings import RoomSettings
from protocol.rooms import Mode, Phase
from protocol.words import Secret, Words
from server.room.decide import decide
from server.room.evolve import evolved
from server.room.table import ANYWHERE, BY_MODE, WITH_WORDS
from tests.support.builders import command_id
from tests.support.circles import a_circle
from tests.support.playbook import Playbook

_ID = command_id(999)
_HELLO = Words("Hello.")

WISHES: tuple[RoomCommand, ...] = (
    c.Leave(type="leave", id=_ID),
    c.Say(type="say", id=_ID, turn=None, text=_HELLO),
    c.Say(type="say", id=_ID, turn=1, text=_HELLO),
    c.Take(type="take", id=_ID, turn=1),
    c.PassPiece(type="pass", id=_ID, turn=1),
    c.Later(type="later", id=_ID, turn=1),
    c.Done(type="done", id=_ID, turn=1),
    c.OneMinute(type="one_minute", id=_ID, turn=1),
    c.PassMe(type="pass_me", id=_ID, on=True),
    c.UseSecondOffer(type="use_second_offer", id=_ID),
    c.RaiseHand(type="raise_hand", id=_ID, note=None),
    c.LowerHand(type="lower_hand", id=_ID),
    c.Listen(type="listen", id=_ID, on=True),
    c.GiveBack(type="give_back", id=_ID, prompt=_HELLO),
    c.ChangeKey(type="change_key", id=_ID, key=Secret("k" * 43)),
    c.Admit(type="admit", id=_ID, seat=2),
    c.AdmitAll(type="admit_all", id=_ID),
    c.Decline(type="decline", id=_ID, seat=2),
    c.SetDoor(type="set_door", id=_ID, level="open"),
    c.SetMode(type="set_mode", id=_ID, mode="round", prompt=_HELLO, now=False),
    c.StartRound(type="start_round", id=_ID, prompt=_HELLO),
    c.OfferPiece(type="offer_piece", id=_ID, seat=None),
    c.MoveOn(type="move_on", id=_ID, turn=1),
    c.LowerHandOf(type="lower_hand_of", id=_ID, seat=2),
    c.AnswerRole(type="answer_role", id=_ID, accept=True),
    c.LayDownRole(type="lay_down_role", id=_ID),
    c.OfferRole(type="offer_role", id=_ID, seat=2, role="guardian"),
    c.TakeLeadBack(type="take_lead_back", id=_ID),
    c.SayAside(type="say_aside", id=_ID, text=_HELLO),
    c.ChangeSettings(type="change_settings", id=_ID, settings=RoomSettings(slow_seconds=15)),
    c.RaiseHand(type="raise_hand", id=_ID, kind="direct_response", note=None),
    c.RaiseHand(type="raise_hand", id=_ID, kind="concern", note=None),
    c.SettleWish(type="settle_wish", id=_ID, seat=2, kind="process", give_piece=True),
    c.CloseList(type="close_list", id=_ID, closed=True),
    c.LastWord(type="last_word", id=_ID, seat=2),
    c.ClearHands(type="clear_hands", id=_ID),
    c.GiveTime(type="give_time", id=_ID, turn=1),
    c.Light(type="light", id=_ID, turn=1, signal="with_you"),
    c.QuietForMe(type="quiet_for_me", id=_ID, on=True),
    c.ChooseHelp(type="choose_help", id=_ID, help="ideas"),
    c.AskSharer(type="ask_sharer", id=_ID, turn=1, kind="idea"),
    c.AnswerAsk(type="answer_ask", id=_ID, turn=1, ask=1, yes=True),
    c.AnswerHeard(type="answer_heard", id=_ID, turn=1, yes=True),
    c.PassTo(type="pass_to", id=_ID, turn=1, seat=2),
    c.TakeFromCentre(type="take_from_centre", id=_ID, after=0),
    c.SetRunSheet(type="set_run_sheet", id=_ID, phases=(Phase(kind="check_in", way="round", minutes=10),), phase=None),
    c.BeginPhase(type="begin_phase", id=_ID, phase=0, prompt=_HELLO, now=False),
    c.RingBell(type="ring_bell", id=_ID),
    c.AskForBell(type="ask_for_bell", id=_ID),
    c.BeginSilence(type="begin_silence", id=_ID, seconds=None, intention=_HELLO),
    c.EndSilence(type="end_silence", id=_ID),
    c.RenewInvitation(type="renew_invitation", id=_ID),
    c.CloseMeeting(type="close_meeting", id=_ID),
)
MODES: tuple[Mode, ...] = get_args(Mode)


def a_full_house(mode: Mode) -> tuple[Playbook, tuple[int, ...]]:
    """A facilitator, a member, a listener, one away, one waiting, one gone, and a number nobody has."""
    book, host, (ash, birch, cedar, dove) = a_circle(4, mode=mode)
    book.listens(birch)
    book.loses_connection(cedar)
    book.leaves(dove)
    return book, (host, ash, birch, cedar, book.knocks(), dove, 99)


def test_every_wish_is_tried_here() -> None:
    assert {type(wish) for wish in WISHES} == set(get_args(RoomCommand))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("wish", WISHES, ids=lambda wish: wish.type)
def test_every_wish_has_an_answer_that_changes_nothing_by_itself(mode: Mode, wish: RoomCommand) -> None:
    book, seats = a_full_house(mode)
    before = book.room
    for seat in seats:
        words = _HELLO if type(wish) in WITH_WORDS else None
        answer = decide(before, seat, wish, words, book.now, 7)
        assert book.room is before
        if not isinstance(answer, Refusal):
            assert answer.facts, "accepted, and nothing came of it"
            assert answer.room == evolved(before, answer.facts, book.now)


@pytest.mark.parametrize("mode", MODES)
def test_what_stands_in_no_line_of_the_mode_is_another_way_of_talking(mode: Mode) -> None:
    book, (host, *_) = a_full_house(mode)
    for wish in WISHES:
        if type(wish) not in BY_MODE[mode] and type(wish) not in ANYWHERE:
            words = _HELLO if type(wish) in WITH_WORDS else None
            assert decide(book.room, host, wish, words, book.now, 7) == Refusal(code="other_mode")


@pytest.mark.parametrize("mode", MODES)
def test_leaving_never_needs_permission(mode: Mode) -> None:
    book, (*seats, _, _) = a_full_house(mode)
    for seat in seats:
        assert not isinstance(decide(book.room, seat, WISHES[0], None, book.now, 7), Refusal)
