"""The table: in which mode which wish is heard, by whom, and which function answers it.

Read it as a page. `ANYWHERE` wishes are heard in every mode. A wish that stands in no
line of the room's mode is refused with `other_mode`; a wish of a facilitator that comes
from somebody else with `facilitators_only`. New ways of talking get a column here and a
file of their own; nothing else moves.

| wish            | open floor | raised hands | share and respond | passing | round | who |
|-----------------|------------|--------------|-------------------|---------|-------|-----|
| say             | open | in turn | in turn, then as the sharer wished | in turn | in turn | takes part |
| take, done, pass, later, one_minute | - | turn | turn | turn | turn | holder |
| choose_help, answer_ask, answer_heard | - | - | responses | if chosen | if chosen | holder |
| ask_sharer      | -    | -     | responses | if chosen | if chosen | takes part |
| pass_to         | -    | -     | -    | passing | - | holder |
| take_from_centre | -   | -     | -    | if chosen | - | takes part |
| pass_me, use_second_offer | - | - | - | - | rounds | takes part |
| raise_hand      | hand | hand  | hand | hand | to facilitators alone | takes part |
| lower_hand      | hand | hand  | hand | hand | hand | own hand |
| offer_piece, last_word | - | hands | hands | hands | - | facilitators |
| move_on, give_time | - | turn | turn | turn | turn | facilitators |
| lower_hand_of   | hand | hand  | hand | hand | hand | facilitators |
| start_round, set_mode, begin_phase | yes | yes | yes | yes | yes | facilitators |

Two ways are still to come, and each will be a column and a file: the fishbowl (with its
reflecting form), and writing together.
"""

from collections.abc import Callable
from typing import Any, Final

from protocol import commands as c
from protocol.refusals import Refusal
from protocol.rooms import Mode
from server.room import (
    facilitation,
    leading,
    membership,
    passing,
    phases,
    piece,
    raised_hands,
    responses,
    rounds,
    signals,
    silence,
    speech,
    wishes,
)

Handler = Callable[..., Refusal | None]
"""(telling, seat, command) or, for wishes with words, (telling, seat, command, tidy words)."""

_HANDS: Final[dict[type[Any], Handler]] = {  # `Any`: keyed by command class
    c.RaiseHand: raised_hands.raise_hand,
}

_TURNS: Final[dict[type[Any], Handler]] = {
    c.Say: speech.say_in_turn,
    c.Take: piece.take,
    c.Done: piece.done,
    c.PassPiece: piece.pass_piece,
    c.Later: piece.later,
    c.OneMinute: piece.one_minute,
    c.MoveOn: piece.move_on,
    c.GiveTime: piece.give_time,
}

_OFFERED: Final[dict[type[Any], Handler]] = {
    c.OfferPiece: raised_hands.offer_piece,
    c.LastWord: raised_hands.last_word,
}

_RESPONSES: Final[dict[type[Any], Handler]] = {
    c.ChooseHelp: responses.choose_help,
    c.AskSharer: responses.ask_sharer,
    c.AnswerAsk: responses.answer_ask,
    c.AnswerHeard: responses.answer_heard,
}

BY_MODE: Final[dict[Mode, dict[type[Any], Handler]]] = {
    "open_floor": {c.Say: speech.say_in_the_open, **_HANDS},
    "raised_hands": {**_TURNS, **_HANDS, **_OFFERED},
    "share_and_respond": {**_TURNS, **_HANDS, **_OFFERED, **_RESPONSES},
    "passing": {
        **_TURNS,
        **_HANDS,
        **_OFFERED,
        **_RESPONSES,
        c.PassTo: passing.pass_to,
        c.TakeFromCentre: passing.take_from_centre,
    },
    "round": {
        **_TURNS,
        **_RESPONSES,
        c.RaiseHand: wishes.in_a_round,
        c.PassMe: rounds.pass_me,
        c.UseSecondOffer: rounds.use_second_offer,
    },
}

ANYWHERE: Final[dict[type[Any], Handler]] = {
    c.Leave: membership.leave,
    c.Listen: membership.listen,
    c.LowerHand: raised_hands.lower_hand,
    c.GiveBack: membership.give_back,
    c.Admit: membership.admit,
    c.AdmitAll: membership.admit_all,
    c.Decline: membership.decline,
    c.SetDoor: facilitation.set_door,
    c.SetMode: facilitation.set_mode,
    c.StartRound: rounds.start,
    c.SetRunSheet: phases.set_run_sheet,
    c.BeginPhase: phases.begin,
    c.LowerHandOf: raised_hands.lower_hand_of,
    c.ClearHands: raised_hands.clear_hands,
    c.CloseList: raised_hands.close_list,
    c.SettleWish: wishes.settle,
    c.AnswerRole: leading.answer_role,
    c.LayDownRole: leading.lay_down_role,
    c.OfferRole: leading.offer_role,
    c.SayAside: leading.say_aside,
    c.TakeLeadBack: leading.take_lead_back,
    c.ChangeSettings: leading.change_settings,
    c.Light: signals.light,
    c.QuietForMe: signals.quiet_for_me,
    c.RingBell: silence.ring,
    c.AskForBell: silence.ask_for_bell,
    c.BeginSilence: silence.begin,
    c.EndSilence: silence.end_now,
    c.CloseMeeting: facilitation.close_meeting,
}

FACILITATORS_ONLY: Final[frozenset[type[Any]]] = frozenset(
    {
        c.Admit,
        c.AdmitAll,
        c.Decline,
        c.SetDoor,
        c.SetMode,
        c.StartRound,
        c.SetRunSheet,
        c.BeginPhase,
        c.OfferPiece,
        c.MoveOn,
        c.GiveTime,
        c.LowerHandOf,
        c.ClearHands,
        c.CloseList,
        c.LastWord,
        c.SettleWish,
        c.OfferRole,
        c.TakeLeadBack,
        c.SayAside,
        c.ChangeSettings,
        c.BeginSilence,
        c.EndSilence,
        c.CloseMeeting,
        c.RenewInvitation,
    }
)

MEMBERS_MAY: Final[frozenset[type[Any]]] = frozenset(
    {c.Admit, c.AdmitAll, c.StartRound, c.SetMode, c.SetRunSheet, c.BeginPhase, c.EndSilence}
)
"""Wishes of facilitators that are everybody's in a room that its members hold."""

HUSHED: Final[frozenset[type[Any]]] = frozenset(
    {
        c.Say,
        c.Take,
        c.Done,
        c.PassPiece,
        c.Later,
        c.OneMinute,
        c.UseSecondOffer,
        c.OfferPiece,
        c.MoveOn,
        c.StartRound,
        c.SetMode,
        c.LastWord,
        c.BeginPhase,
        c.PassTo,
        c.TakeFromCentre,
        c.AskSharer,
        c.AnswerAsk,
        c.AnswerHeard,
    }
)
"""Wishes that wait while it is quiet. Everything else stays open: leaving, listening, hands, the door, the bell."""

WITH_WORDS: Final[frozenset[type[Any]]] = frozenset(
    {c.Say, c.RaiseHand, c.SetMode, c.StartRound, c.GiveBack, c.BeginSilence, c.SayAside, c.BeginPhase}
)
"""Their handlers get the words that moderation let pass. (`ChangeKey` and `RenewInvitation` come in by `inner.py`.)"""
