"""The table: in which mode which wish is heard, by whom, and which function answers it.

Read it as a page. `ANYWHERE` wishes are heard in every mode. A wish that stands in no
line of the room's mode is refused with `other_mode`; a wish of a facilitator that comes
from somebody else with `facilitators_only`. New ways of talking get a column here and a
file of their own; nothing else moves.

| wish            | open floor | raised hands | round | who          |
|-----------------|------------|--------------|-------|--------------|
| say             | open       | in turn      | in turn | takes part |
| take, done, pass, later, one_minute | - | turn | turn | holder     |
| pass_me, use_second_offer | - | -          | rounds | takes part   |
| raise_hand      | hand       | hand         | to facilitators alone | takes part |
| lower_hand      | hand       | hand         | hand  | own hand     |
| offer_piece     | -          | hands        | -     | facilitators |
| move_on         | -          | turn         | turn  | facilitators |
| lower_hand_of   | hand       | hand         | hand  | facilitators |
| start_round     | yes        | yes          | yes   | facilitators |
"""

from collections.abc import Callable
from typing import Any, Final

from protocol import commands as c
from protocol.refusals import Refusal
from protocol.rooms import Mode
from server.room import facilitation, leading, membership, piece, raised_hands, rounds, signals, silence, speech, wishes

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

BY_MODE: Final[dict[Mode, dict[type[Any], Handler]]] = {
    "open_floor": {c.Say: speech.say_in_the_open, **_HANDS},
    "raised_hands": {**_TURNS, **_HANDS, c.OfferPiece: raised_hands.offer_piece, c.LastWord: raised_hands.last_word},
    "round": {
        **_TURNS,
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
    c.LowerHandOf: raised_hands.lower_hand_of,
    c.ClearHands: raised_hands.clear_hands,
    c.CloseList: raised_hands.close_list,
    c.SettleWish: wishes.settle,
    c.AnswerRole: leading.answer_role,
    c.LayDownRole: leading.lay_down_role,
    c.OfferRole: leading.offer_role,
    c.SayAside: leading.say_aside,
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
        c.OfferPiece,
        c.LastWord,
        c.SettleWish,
        c.MoveOn,
        c.GiveTime,
        c.LowerHandOf,
        c.ClearHands,
        c.CloseList,
        c.LastWord,
        c.SettleWish,
        c.OfferRole,
        c.SayAside,
        c.ChangeSettings,
        c.BeginSilence,
        c.EndSilence,
        c.CloseMeeting,
        c.RenewInvitation,
    }
)

MEMBERS_MAY: Final[frozenset[type[Any]]] = frozenset({c.Admit, c.AdmitAll, c.StartRound, c.SetMode})
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
    }
)
"""Wishes that wait while it is quiet. Everything else stays open: leaving, listening, hands, the door, the bell."""

WITH_WORDS: Final[frozenset[type[Any]]] = frozenset(
    {c.Say, c.RaiseHand, c.SetMode, c.StartRound, c.GiveBack, c.BeginSilence, c.SayAside}
)
"""Their handlers get the words that moderation let pass. (`ChangeKey` and `RenewInvitation` come in by `inner.py`.)"""
