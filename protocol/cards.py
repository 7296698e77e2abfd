"""What only one seat may see: numbered per seat, never dropped, replayed when it comes back.

Hints are the opposite: un-numbered, the latest wins, and one may get lost.
"""

from typing import Annotated, Literal

from pydantic import Field

from protocol.base import Outbound
from protocol.ids import SeatId, TurnId
from protocol.rooms import KnockAtDoor, Seats
from protocol.words import Line


class Knocked(Outbound):
    """To facilitators: somebody is at the door."""

    type: Literal["knocked"] = "knocked"
    knock: KnockAtDoor


class KnockSettled(Outbound):
    """To facilitators: that person no longer waits (in, turned away, or gone)."""

    type: Literal["knock_settled"] = "knock_settled"
    seat: SeatId


class KnockNoticed(Outbound):
    """To the one waiting: a facilitator has seen your knock."""

    type: Literal["knock_noticed"] = "knock_noticed"


class HandNoted(Outbound):
    """To facilitators: what somebody wrote with their hand."""

    type: Literal["hand_noted"] = "hand_noted"
    seat: SeatId
    note: Line


class PassMeSet(Outbound):
    """To oneself: whether one will be passed when the piece comes."""

    type: Literal["pass_me_set"] = "pass_me_set"
    on: bool


class TakeYourTime(Outbound):
    """To the one who is offered the piece, or holds it and is silent: no hurry; or Later, or Pass."""

    type: Literal["take_your_time"] = "take_your_time"
    turn: TurnId


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


Card = (
    Knocked
    | KnockSettled
    | KnockNoticed
    | HandNoted
    | PassMeSet
    | TakeYourTime
    | StillQuiet
    | MovedOnKindly
    | HandLoweredKindly
    | SecondOfferUsed
)


class Presence(Outbound):
    """Hint to everybody: whose connection has been lost for a while."""

    type: Literal["presence"] = "presence"
    away: Seats


class Places(Outbound):
    """Hint to oneself: in how many places this seat is open."""

    type: Literal["places"] = "places"
    count: Annotated[int, Field(ge=1)]


Hint = Presence | Places
