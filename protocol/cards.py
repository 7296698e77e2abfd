"""What only one seat may see: numbered per seat, never dropped, replayed when it comes back.

Hints are the opposite: un-numbered, the latest wins, and one may get lost.
"""

from typing import Annotated, Literal

from pydantic import Field

from protocol import limits
from protocol.base import Outbound
from protocol.ids import CommandId, SeatId, TurnId
from protocol.rooms import (
    Ask,
    HandKind,
    HelpWish,
    KnockAtDoor,
    MyAsk,
    OfferedRole,
    PhaseIndex,
    Seats,
    Seconds,
    Warmth,
    Wish,
    WishKind,
)
from protocol.words import Line, Text


class Knocked(Outbound):
    """To facilitators, or everybody where the members hold the room: somebody is at the door."""

    type: Literal["knocked"] = "knocked"
    knock: KnockAtDoor


class KnockSettled(Outbound):
    """To the same: that person no longer waits (in, turned away, or gone), or somebody else keeps the door now."""

    type: Literal["knock_settled"] = "knock_settled"
    seat: SeatId


class KnockNoticed(Outbound):
    """To the one waiting: somebody who can let you in has seen your knock."""

    type: Literal["knock_noticed"] = "knock_noticed"


class HandNoted(Outbound):
    """To facilitators: what somebody wrote with their hand."""

    type: Literal["hand_noted"] = "hand_noted"
    seat: SeatId
    kind: HandKind
    note: Line


class PassMeSet(Outbound):
    """To oneself: whether one will be passed when the piece comes."""

    type: Literal["pass_me_set"] = "pass_me_set"
    on: bool


class TakeYourTime(Outbound):
    """To the one who is offered the piece, or holds it and is silent: no hurry; or Later, or Pass."""

    type: Literal["take_your_time"] = "take_your_time"
    turn: TurnId


class ComeToAnEnd(Outbound):
    """To the holder, and later to facilitators: time to come to an end, no rush."""

    type: Literal["come_to_an_end"] = "come_to_an_end"
    turn: TurnId


class NobodyLit(Outbound):
    """To facilitators: somebody has shared, and nobody gave a sign. A word from you may help."""

    type: Literal["nobody_lit"] = "nobody_lit"
    seat: SeatId


class QuietForMeSet(Outbound):
    """To oneself: whether gentle signals are off while one shares."""

    type: Literal["quiet_for_me_set"] = "quiet_for_me_set"
    on: bool


class StillQuiet(Outbound):
    """To facilitators: the one who is offered the piece, or holds it, has been silent for a while."""

    type: Literal["still_quiet"] = "still_quiet"
    turn: TurnId


class MovedOnKindly(Outbound):
    """To the one whose turn a facilitator ended: thank you; your draft is kept."""

    type: Literal["moved_on_kindly"] = "moved_on_kindly"
    turn: TurnId
    again: bool


class HandLoweredKindly(Outbound):
    """To the one whose hand a facilitator took from the list."""

    type: Literal["hand_lowered_kindly"] = "hand_lowered_kindly"


class SecondOfferUsed(Outbound):
    """To oneself: the piece will come to you."""

    type: Literal["second_offer_used"] = "second_offer_used"


class Wished(Outbound):
    """To facilitators: somebody has something about the process, or a concern."""

    type: Literal["wished"] = "wished"
    wish: Wish


class WishSettled(Outbound):
    """To facilitators: that wish has been heard, or was taken back."""

    type: Literal["wish_settled"] = "wish_settled"
    seat: SeatId
    kind: WishKind


class WishHeard(Outbound):
    """To the one who wished: a facilitator has seen it."""

    type: Literal["wish_heard"] = "wish_heard"
    kind: WishKind


class BellAskedFor(Outbound):
    """To those who may ring: somebody asked for the bell. Nobody learns who."""

    type: Literal["bell_asked_for"] = "bell_asked_for"


class HandWaits(Outbound):
    """To oneself: the hand went up in the silence, and is shown when it ends; or was taken back."""

    type: Literal["hand_waits"] = "hand_waits"
    on: bool


class RoleOffered(Outbound):
    """To one person: would you like to do this tonight? Answer within `seconds`."""

    type: Literal["role_offered"] = "role_offered"
    role: OfferedRole
    by: SeatId
    seconds: Seconds


class RoleDeclined(Outbound):
    """To the one who offered: not tonight."""

    type: Literal["role_declined"] = "role_declined"
    seat: SeatId


class SaidAside(Outbound):
    """Among facilitators only."""

    type: Literal["said_aside"] = "said_aside"
    seat: SeatId
    command: CommandId
    text: Text


class NotHeard(Outbound):
    """To facilitators: who takes part and has had no turn yet. No counts, no order."""

    type: Literal["not_heard"] = "not_heard"
    seats: Seats


class HelpSet(Outbound):
    """To oneself: what would help me when I share."""

    type: Literal["help_set"] = "help_set"
    help: HelpWish


class Asked(Outbound):
    """To the sharer: somebody has something for you. Do you want it? Nobody learns who, before a yes."""

    type: Literal["asked"] = "asked"
    ask: Ask


class AskSettled(Outbound):
    """To the sharer: that question is answered."""

    type: Literal["ask_settled"] = "ask_settled"
    ask: Annotated[int, Field(ge=1, le=limits.SEATS_MOST)]


class AskWaits(Outbound):
    """To the one who asked: the sharer is asked, or has said yes."""

    type: Literal["ask_waits"] = "ask_waits"
    ask: MyAsk


class PhaseTimeOver(Outbound):
    """To facilitators: the time of this phase is over; go on when it is right."""

    type: Literal["phase_time_over"] = "phase_time_over"
    phase: PhaseIndex


class RoleOfferOver(Outbound):
    """To oneself: the offered role is answered, or the time for an answer is over."""

    type: Literal["role_offer_over"] = "role_offer_over"


Card = (
    HelpSet
    | Asked
    | AskSettled
    | AskWaits
    | PhaseTimeOver
    | RoleOfferOver
    | Knocked
    | KnockSettled
    | KnockNoticed
    | HandNoted
    | PassMeSet
    | TakeYourTime
    | StillQuiet
    | MovedOnKindly
    | HandLoweredKindly
    | SecondOfferUsed
    | BellAskedFor
    | HandWaits
    | RoleOffered
    | RoleDeclined
    | SaidAside
    | NotHeard
    | Wished
    | WishSettled
    | WishHeard
    | ComeToAnEnd
    | NobodyLit
    | QuietForMeSet
)


class Presence(Outbound):
    """Hint to everybody: whose connection has been lost for a while."""

    type: Literal["presence"] = "presence"
    away: Seats


class Warm(Outbound):
    """Hint: the warmth around the one who shares; None when it is gone. In small groups the sharer alone is told."""

    type: Literal["warm"] = "warm"
    warmth: Warmth | None


class SilenceLeft(Outbound):
    """Hint to whoever comes back in the middle of a silence: how long it still is; None: until it is ended."""

    type: Literal["silence_left"] = "silence_left"
    left: Seconds | None


class Places(Outbound):
    """Hint to oneself: in how many places this seat is open."""

    type: Literal["places"] = "places"
    count: Annotated[int, Field(ge=1)]


Hint = Presence | Places | Warm | SilenceLeft
