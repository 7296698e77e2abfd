"""What happened in a room. Never refused, never rewritten, the same bytes for every seat.

Each event has a number, rising by one within an epoch, kept by the frame around it.
What only some may see is a card (`cards.py`), so that numbers have no holes and no
bare number betrays that something private happened (settled.md 1).
"""

from typing import Annotated, Literal

from pydantic import Field

from protocol import limits
from protocol.base import Outbound
from protocol.ids import CommandId, SeatId, SpanId, TurnId
from protocol.room_settings import RoomSettings
from protocol.rooms import DoorLevel, Hand, HandKind, Mode, Person, Role, Seats, Seconds, TurnEnd
from protocol.words import Prompt, Text


class CameIn(Outbound):
    """Somebody is in the room now."""

    type: Literal["came_in"] = "came_in"
    person: Person


class WentOut(Outbound):
    """Somebody's place is empty now. Told only after a while, so that leaving makes no scene."""

    type: Literal["went_out"] = "went_out"
    seat: SeatId


class Said(Outbound):
    """Somebody said something. `command` is the author's command id: clients drop doubles by it."""

    type: Literal["said"] = "said"
    seat: SeatId
    command: CommandId
    text: Text
    turn: TurnId | None
    reply_to: CommandId | None = None
    """Open conversation: the words it answers, by their author's command id."""
    interjection: bool = False
    """A facilitator's few words in somebody else's turn, marked as such."""


class ModeChanged(Outbound):
    """We talk in another way from now on. Hands stay; a running round ends."""

    type: Literal["mode_changed"] = "mode_changed"
    mode: Mode
    span: SpanId
    prompt: Prompt
    by: SeatId


class ModeAwaited(Outbound):
    """A facilitator has asked for another way of talking; it begins after this turn."""

    type: Literal["mode_awaited"] = "mode_awaited"
    mode: Mode
    by: SeatId


class RoundStarted(Outbound):
    """A round begins; this is its order, told before the first turn."""

    type: Literal["round_started"] = "round_started"
    span: SpanId
    prompt: Prompt
    order: Seats
    by: SeatId


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


class RoundEnded(Outbound):
    """The piece is back in the centre. `shared` counts those who said something."""

    type: Literal["round_ended"] = "round_ended"
    shared: Annotated[int, Field(ge=0)]


class PieceOffered(Outbound):
    """The piece is offered to somebody. In a round they leave the lists; in raised hands their hand goes down."""

    type: Literal["piece_offered"] = "piece_offered"
    turn: TurnId
    seat: SeatId
    out_of_order: bool


class PieceTaken(Outbound):
    """They have the piece now."""

    type: Literal["piece_taken"] = "piece_taken"
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


class SilenceBegan(Outbound):
    """A bell, or a silence: no words for `seconds`, or until it is ended. Turns, offers and hands stay as they are."""

    type: Literal["silence_began"] = "silence_began"
    kind: Literal["bell", "silence"]
    by: SeatId
    seconds: Seconds | None
    intention: Prompt


class SilenceExtended(Outbound):
    """Somebody rang while it rang: so many seconds more."""

    type: Literal["silence_extended"] = "silence_extended"
    seconds: Seconds


class SilenceEnded(Outbound):
    """Everything goes on where it was."""

    type: Literal["silence_ended"] = "silence_ended"


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


class ListClosed(Outbound):
    """The list of hands takes no more shares; or it does again. `last_word`: who speaks last."""

    type: Literal["list_closed"] = "list_closed"
    closed: bool
    last_word: SeatId | None
    by: SeatId


class ListeningChanged(Outbound):
    """Somebody just listens now, or takes part again."""

    type: Literal["listening_changed"] = "listening_changed"
    seat: SeatId
    listening: bool


class RoleChanged(Outbound):
    """Somebody has accepted a role that was offered, or laid it down. Nobody is ever given one."""

    type: Literal["role_changed"] = "role_changed"
    seat: SeatId
    role: Role


class LeadChanged(Outbound):
    """Facilitation passes to another facilitator: handed over, or because the lead has lost connection."""

    type: Literal["lead_changed"] = "lead_changed"
    seat: SeatId


class Unheld(Outbound):
    """The facilitator has lost connection; we wait. The running turn may finish."""

    type: Literal["unheld"] = "unheld"


class HeldAgain(Outbound):
    """A facilitator is here again; everything goes on."""

    type: Literal["held_again"] = "held_again"
    seat: SeatId


class ClosingSoon(Outbound):
    """Nobody holds this room; it closes kindly in so many seconds unless a facilitator comes back."""

    type: Literal["closing_soon"] = "closing_soon"
    seconds: Seconds


class SettingsChanged(Outbound):
    """Times and choices of this room."""

    type: Literal["settings_changed"] = "settings_changed"
    settings: RoomSettings
    by: SeatId


class DoorChanged(Outbound):
    """The door is open, asks for a knock, or is locked."""

    type: Literal["door_changed"] = "door_changed"
    level: DoorLevel
    by: SeatId


class PromptGivenBack(Outbound):
    """The prompt, lost in a restart, is here again: somebody's device still had it."""

    type: Literal["prompt_given_back"] = "prompt_given_back"
    prompt: Prompt


class InvitationRenewed(Outbound):
    """The link to this meeting is a new one; the old one lets nobody in."""

    type: Literal["invitation_renewed"] = "invitation_renewed"
    by: SeatId


class JournalLost(Outbound):
    """This circle goes on, and would not survive a restart of the server."""

    type: Literal["journal_lost"] = "journal_lost"


class Closed(Outbound):
    """The meeting is over. Words and names are forgotten now."""

    type: Literal["closed"] = "closed"
    why: Literal["by_facilitator", "everybody_left", "long_enough", "unheld", "our_mistake"]


Event = (
    CameIn
    | WentOut
    | Said
    | ModeChanged
    | ModeAwaited
    | RoundStarted
    | RoundOrderChanged
    | SecondOfferMade
    | RoundEnded
    | PieceOffered
    | PieceTaken
    | PieceWaits
    | PieceGoesOn
    | TurnEnded
    | SilenceBegan
    | SilenceExtended
    | SilenceEnded
    | HandRaised
    | HandsChanged
    | ListeningChanged
    | DoorChanged
    | PromptGivenBack
    | InvitationRenewed
    | JournalLost
    | Closed
    | RoleChanged
    | LeadChanged
    | Unheld
    | HeldAgain
    | ClosingSoon
    | SettingsChanged
    | ListClosed
    | RoundRepeated
    | TimeGiven
)
