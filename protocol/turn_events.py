"""What happened to the piece, in a round and in the line of hands. See `events.py` for what an event is."""

from typing import Annotated, Literal

from pydantic import Field

from protocol import limits
from protocol.base import Outbound
from protocol.ids import SeatId, SpanId, TurnId
from protocol.rooms import Hand, HandKind, HelpWish, Seats, Seconds, TurnEnd
from protocol.words import Prompt


class RoundStarted(Outbound):
    """A round begins; this is its order, told before the first turn."""

    type: Literal["round_started"] = "round_started"
    span: SpanId
    prompt: Prompt
    order: Seats
    by: SeatId
    drawn: Literal["lot", "coming_in", "named"] = "lot"
    """How the order was made."""


class RoundOrderChanged(Outbound):
    """Who is still to come, and who later: somebody joined the round, listens now, or cannot be reached yet."""

    type: Literal["round_order_changed"] = "round_order_changed"
    to_come: Seats
    later: Seats


class SecondOfferMade(Outbound):
    """Everybody had the piece once. Those who passed may now say that they would like it."""

    type: Literal["second_offer_made"] = "second_offer_made"


class RoundRepeated(Outbound):
    """The piece goes round once more, in this order; it ends when everybody passes."""

    type: Literal["round_repeated"] = "round_repeated"
    order: Seats


class TimeGiven(Outbound):
    """A facilitator gives the holder more time."""

    type: Literal["time_given"] = "time_given"
    turn: TurnId
    seconds: Seconds
    by: SeatId


class RoundEnded(Outbound):
    """The piece is back in the centre. `shared` counts those who said something."""

    type: Literal["round_ended"] = "round_ended"
    shared: Annotated[int, Field(ge=0)]


class PieceOffered(Outbound):
    """The piece is offered to somebody. In a round they leave the lists; elsewhere their first hand goes down."""

    type: Literal["piece_offered"] = "piece_offered"
    turn: TurnId
    seat: SeatId
    out_of_order: bool
    passed_by: SeatId | None = None
    """Who chose them, where the one who had the piece chooses who is next."""
    by: SeatId | None = None
    """The facilitator who offers it, where one does."""


class PieceTaken(Outbound):
    """They have the piece now."""

    type: Literal["piece_taken"] = "piece_taken"
    turn: TurnId


class HelpChosen(Outbound):
    """What would help the one who shares; it may change in the middle."""

    type: Literal["help_chosen"] = "help_chosen"
    turn: TurnId
    help: HelpWish


class ResponsesOpened(Outbound):
    """The share is over, and there is time to respond, as the sharer wished."""

    type: Literal["responses_opened"] = "responses_opened"
    turn: TurnId


class HeardAnswered(Outbound):
    """Somebody said what they heard; the sharer says yes, or not quite."""

    type: Literal["heard_answered"] = "heard_answered"
    turn: TurnId
    yes: bool


class HolderChooses(Outbound):
    """The share is over, and the one who had the piece chooses who is next."""

    type: Literal["holder_chooses"] = "holder_chooses"
    turn: TurnId


class PieceWaits(Outbound):
    """The piece waits quietly; the clock stands still."""

    type: Literal["piece_waits"] = "piece_waits"
    turn: TurnId


class PieceGoesOn(Outbound):
    """The turn goes on where it was."""

    type: Literal["piece_goes_on"] = "piece_goes_on"
    turn: TurnId


class TurnEnded(Outbound):
    """A turn is over. `again`: they will be offered the piece once more. `spoke`: they said something in it."""

    type: Literal["turn_ended"] = "turn_ended"
    turn: TurnId
    seat: SeatId
    how: TurnEnd
    again: bool
    spoke: bool
    by: SeatId | None = None
    """The facilitator who moved on, where one did."""


class HandRaised(Outbound):
    """A hand is up. `place` is where it stands in the line, counted from 0."""

    type: Literal["hand_raised"] = "hand_raised"
    seat: SeatId
    kind: HandKind = "share"
    place: Annotated[int, Field(ge=0, le=1_000_000)]


class HandsChanged(Outbound):
    """The line of hands, whole, after anything but a hand going up at its end."""

    type: Literal["hands_changed"] = "hands_changed"
    hands: Annotated[tuple[Hand, ...], Field(max_length=limits.SEATS_MOST * 2)]
    why: Literal[
        "lowered", "lowered_by_facilitator", "moved_back", "expired", "cleared", "listening", "sorted", "missed"
    ]
    by: SeatId | None = None
    """The facilitator who lowered or cleared, where one did."""


class ListClosed(Outbound):
    """The list of hands takes no more shares; or it does again. `last_word`: who speaks last."""

    type: Literal["list_closed"] = "list_closed"
    closed: bool
    last_word: SeatId | None
    by: SeatId
