"""What happened in a room. Never refused, never rewritten, the same bytes for every seat.

Each event has a number, rising by one within an epoch, kept by the frame around it.
What only some may see is a card (`cards.py`), so that numbers have no holes and no
bare number betrays that something private happened (settled.md 1).
"""

from typing import Literal

from protocol.base import Outbound
from protocol.ids import CommandId, SeatId, SpanId, TurnId
from protocol.room_settings import RoomSettings
from protocol.rooms import DoorLevel, Mode, Person, PhaseIndex, Phases, ReplyKind, Role, Seconds
from protocol.turn_events import (
    HandRaised,
    HandsChanged,
    HeardAnswered,
    HelpChosen,
    HolderChooses,
    ListClosed,
    PieceGoesOn,
    PieceOffered,
    PieceTaken,
    PieceWaits,
    ResponsesOpened,
    RoundEnded,
    RoundOrderChanged,
    RoundRepeated,
    RoundStarted,
    SecondOfferMade,
    TimeGiven,
    TurnEnded,
)
from protocol.words import Prompt, Text

__all__ = [
    "CameIn",
    "Closed",
    "ClosingSoon",
    "DoorChanged",
    "Event",
    "HandRaised",
    "HandsChanged",
    "HeardAnswered",
    "HeldAgain",
    "HelpChosen",
    "HolderChooses",
    "InvitationRenewed",
    "JournalLost",
    "LeadChanged",
    "ListClosed",
    "ListeningChanged",
    "ModeAwaited",
    "ModeChanged",
    "PhaseBegan",
    "PieceGoesOn",
    "PieceOffered",
    "PieceTaken",
    "PieceWaits",
    "PromptGivenBack",
    "ResponsesOpened",
    "RoleChanged",
    "RoundEnded",
    "RoundOrderChanged",
    "RoundRepeated",
    "RoundStarted",
    "RunSheetChanged",
    "Said",
    "SecondOfferMade",
    "SettingsChanged",
    "SilenceBegan",
    "SilenceEnded",
    "SilenceExtended",
    "TimeGiven",
    "TurnEnded",
    "Unheld",
    "WentOut",
]


class CameIn(Outbound):
    """Somebody is in the room now."""

    type: Literal["came_in"] = "came_in"
    person: Person
    by: SeatId | None = None
    """Who let them in, where somebody did."""


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
    response: ReplyKind | None = None
    """Words in the time to respond to a share; `turn` is the sharer's."""


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
    phase: PhaseIndex | None = None
    """The phase that begins with it; a running round is then finished first."""


class RunSheetChanged(Outbound):
    """The phases of this meeting, whole. None has begun, unless the list still has the running one."""

    type: Literal["run_sheet_changed"] = "run_sheet_changed"
    phases: Phases
    phase: PhaseIndex | None
    """The running one, in the new list."""
    by: SeatId


class PhaseBegan(Outbound):
    """A phase of the meeting begins; what we do in it follows in the next event."""

    type: Literal["phase_began"] = "phase_began"
    phase: PhaseIndex
    by: SeatId


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
    """Facilitation passes to another facilitator. `lost`: the lead has lost connection, and may have it back."""

    type: Literal["lead_changed"] = "lead_changed"
    seat: SeatId
    lost: bool = False


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
    | HelpChosen
    | ResponsesOpened
    | HeardAnswered
    | HolderChooses
    | RunSheetChanged
    | PhaseBegan
)
