"""What facilitators ask for the whole room. Each use is an event that everybody sees."""

from typing import Annotated, Literal

from pydantic import Field

from protocol import limits
from protocol.base import Command
from protocol.ids import SeatId, TurnId
from protocol.room_settings import RoomSettings
from protocol.rooms import DoorLevel, Mode, OfferedRole, PhaseIndex, Phases, WishKind
from protocol.words import Prompt, Text


class Admit(Command):
    """Let one person in."""

    type: Literal["admit"]
    seat: SeatId


class AdmitAll(Command):
    """Let everybody in who is waiting."""

    type: Literal["admit_all"]


class Decline(Command):
    """Kindly not tonight."""

    type: Literal["decline"]
    seat: SeatId


class SetDoor(Command):
    """Open the door, let people knock, or lock it."""

    type: Literal["set_door"]
    level: DoorLevel


class SetMode(Command):
    """How we talk from now on. A mode change during a turn waits for its end, unless `now`."""

    type: Literal["set_mode"]
    mode: Mode
    prompt: Prompt
    now: bool


class StartRound(Command):
    """Start a round. Its order is the room's choice, unless a facilitator names one; told before the first turn."""

    type: Literal["start_round"]
    prompt: Prompt
    order: Annotated[tuple[SeatId, ...], Field(max_length=limits.SEATS_MOST, strict=False)] | None = None


class OfferPiece(Command):
    """Raised hands: offer the piece to the first hand, or to somebody named (out of order)."""

    type: Literal["offer_piece"]
    seat: SeatId | None


class MoveOn(Command):
    """Thank and move on: ends this turn without a reason. The holder keeps the draft."""

    type: Literal["move_on"]
    turn: TurnId


class LowerHandOf(Command):
    """Take somebody's hand from the list; they are told kindly."""

    type: Literal["lower_hand_of"]
    seat: SeatId


class RenewInvitation(Command):
    """A new link for this meeting; the old one stops working for newcomers at once."""

    type: Literal["renew_invitation"]


class CloseMeeting(Command):
    """The meeting ends for everybody, and its words are gone."""

    type: Literal["close_meeting"]


class BeginSilence(Command):
    """A silence of so many seconds, or until it is ended, with a few words of intention."""

    type: Literal["begin_silence"]
    seconds: Annotated[int, Field(ge=5, le=3_600)] | None
    intention: Prompt


class EndSilence(Command):
    """End a bell or a silence now; everything goes on where it was."""

    type: Literal["end_silence"]


class OfferRole(Command):
    """Offer somebody a role; nothing changes until they accept. `lead` hands facilitation over."""

    type: Literal["offer_role"]
    seat: SeatId
    role: OfferedRole


class TakeLeadBack(Command):
    """I led before my connection was lost, and am here again."""

    type: Literal["take_lead_back"]


class SayAside(Command):
    """Say something to the other facilitators only."""

    type: Literal["say_aside"]
    text: Text


class ChangeSettings(Command):
    """Change the times and choices of this room."""

    type: Literal["change_settings"]
    settings: RoomSettings


class SettleWish(Command):
    """I have heard what somebody told facilitators alone; `give_piece` lets them speak next."""

    type: Literal["settle_wish"]
    seat: SeatId
    kind: WishKind
    give_piece: bool


class CloseList(Command):
    """Take no more shares into the list of hands, or take them again."""

    type: Literal["close_list"]
    closed: bool


class LastWord(Command):
    """Name who speaks last: the list is closed, the others are thanked and cleared."""

    type: Literal["last_word"]
    seat: SeatId


class ClearHands(Command):
    """Thank everybody and clear the list of hands."""

    type: Literal["clear_hands"]


class GiveTime(Command):
    """More time for the one who has the piece."""

    type: Literal["give_time"]
    turn: TurnId


class SetRunSheet(Command):
    """The phases of this meeting, for everybody to see. `phase`: which of them is running, if one is."""

    type: Literal["set_run_sheet"]
    phases: Phases
    phase: PhaseIndex | None


class BeginPhase(Command):
    """Begin a phase: after the running turn or round, unless `now`. The prompt is its question, or empty."""

    type: Literal["begin_phase"]
    phase: PhaseIndex
    prompt: Prompt
    now: bool
