"""What people ask for. Every command may be refused, and its `id` makes it safe to ask twice.

Three subjects: the *door* (nobody is anybody yet), the *desk* (facilitators and hosts
outside a room), and the *room* (a seat asks). What happened is told by `events.py`.
"""

from typing import Annotated, Literal

from pydantic import Field

from protocol import limits
from protocol.base import Inbound
from protocol.ids import MOST, CardNumber, CommandId, EpochId, EventNumber, FacilitatorId, GroupId, SeatId, TurnId
from protocol.names import Draw
from protocol.rooms import DoorLevel, Mode
from protocol.words import AgreementLine, Key, Label, Line, LinkSecret, Passphrase, Prompt, Text


class Command(Inbound):
    """What all commands share."""

    id: CommandId


# --- the door ---------------------------------------------------------------------------------


class Look(Command):
    """See what a link opens, as often as one likes. Uses nothing up."""

    type: Literal["look"]
    link: LinkSecret


class DrawName(Command):
    """Ask for another name for tonight, before coming in; at most five times."""

    type: Literal["draw_name"]
    link: LinkSecret


class Knock(Command):
    """Come in, or wait to be let in. The client makes the seat's key, so that a lost reply loses no seat."""

    type: Literal["knock"]
    link: LinkSecret
    key: Key
    draw: Draw
    listening: bool
    agreement: Annotated[int, Field(ge=1, le=MOST)]
    line: Line | None


class Resume(Command):
    """Come back to one's seat. `epoch`, `number` and `card` say what the client has already seen."""

    type: Literal["resume"]
    key: Key
    epoch: EpochId | None
    number: EventNumber
    card: CardNumber


# --- the desk ---------------------------------------------------------------------------------


class OpenHostDesk(Command):
    """Use the one-time host link from the terminal."""

    type: Literal["open_host_desk"]
    link: LinkSecret


class OpenTrialDesk(Command):
    """Use the one-time link to the first room that `talking-piece start` makes."""

    type: Literal["open_trial_desk"]
    link: LinkSecret


class MakeFacilitator(Command):
    """Host: make a link for somebody who shall hold circles here. `label` is a word to tell them apart."""

    type: Literal["make_facilitator"]
    label: Label


class RemoveFacilitator(Command):
    """Host: a facilitator's link, passphrase and sessions stop working at once."""

    type: Literal["remove_facilitator"]
    facilitator: FacilitatorId


class ChoosePassphrase(Command):
    """A facilitator's first visit: the passphrase that will belong to this link."""

    type: Literal["choose_passphrase"]
    link: LinkSecret
    passphrase: Passphrase


class SignIn(Command):
    """A facilitator comes back: link and passphrase."""

    type: Literal["sign_in"]
    link: LinkSecret
    passphrase: Passphrase


class ReturnToDesk(Command):
    """The same tab after a reload or a lost connection: the session of the desk is taken up again."""

    type: Literal["return_to_desk"]
    session: Key


class LeaveDesk(Command):
    """The session of the desk ends now."""

    type: Literal["leave_desk"]


class StartGroup(Command):
    """Make a group and its first invitation. Nobody is inside yet, so the link can be shared days before."""

    type: Literal["start_group"]
    name: Label
    mode: Mode
    door: DoorLevel
    agreement: Annotated[tuple[AgreementLine, ...], Field(max_length=limits.AGREEMENT_LINES, strict=False)]


class PrepareMeeting(Command):
    """A new invitation to the next meeting of a group that is closed now. An older one stops working."""

    type: Literal["prepare_meeting"]
    group: GroupId


class RemoveGroup(Command):
    """Forget a group: its name, agreement and invitation. Refused while a meeting is open."""

    type: Literal["remove_group"]
    group: GroupId


class EnterAsFacilitator(Command):
    """Take one's seat in one's own group with the facilitator's powers; opens the meeting if nobody has yet."""

    type: Literal["enter_as_facilitator"]
    group: GroupId
    key: Key


class Ping(Command):
    """Is the line alive? Accepted at once, from everywhere; changes nothing."""

    type: Literal["ping"]


# --- the room: everybody ----------------------------------------------------------------------


class Leave(Command):
    """Leave for good: the seat ends. Never needs permission."""

    type: Literal["leave"]


class Say(Command):
    """Say something to the room. `turn` names the turn it belongs to, where turns are taken."""

    type: Literal["say"]
    turn: TurnId | None
    text: Text


class Take(Command):
    """Accept the piece that is offered to me."""

    type: Literal["take"]
    turn: TurnId


class PassPiece(Command):
    """Pass: no reason, never a mistake. Before or while holding the piece."""

    type: Literal["pass"]
    turn: TurnId


class Later(Command):
    """Not now: offer me the piece once more, later."""

    type: Literal["later"]
    turn: TurnId


class Done(Command):
    """I have finished my turn."""

    type: Literal["done"]
    turn: TurnId


class OneMinute(Command):
    """I'm here, one minute. As often as needed."""

    type: Literal["one_minute"]
    turn: TurnId


class PassMe(Command):
    """Pass me this round, said in advance and in private; shown as an ordinary pass when reached."""

    type: Literal["pass_me"]
    on: bool


class UseSecondOffer(Command):
    """I passed, and would like the piece after all."""

    type: Literal["use_second_offer"]


class RaiseHand(Command):
    """I wish to speak. The note is for facilitators only."""

    type: Literal["raise_hand"]
    note: Line | None


class LowerHand(Command):
    """I no longer wish to speak."""

    type: Literal["lower_hand"]


class Listen(Command):
    """Just listen, or take part again."""

    type: Literal["listen"]
    on: bool


class GiveBack(Command):
    """After the server restarted: hand back the prompt that this client still has. Checked by its keyed hash."""

    type: Literal["give_back"]
    prompt: Prompt


class ChangeKey(Command):
    """My seat is open in two places: close the other. The new key replaces the old."""

    type: Literal["change_key"]
    key: Key


# --- the room: facilitators -------------------------------------------------------------------


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
    """Start a round: the order is drawn by lot and told before the first turn."""

    type: Literal["start_round"]
    prompt: Prompt


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


DoorCommand = Look | DrawName | Knock | Resume | Ping
DeskCommand = (
    OpenHostDesk
    | OpenTrialDesk
    | MakeFacilitator
    | RemoveFacilitator
    | ChoosePassphrase
    | SignIn
    | ReturnToDesk
    | LeaveDesk
    | StartGroup
    | PrepareMeeting
    | RemoveGroup
    | EnterAsFacilitator
)
RoomCommand = (
    Leave
    | Say
    | Take
    | PassPiece
    | Later
    | Done
    | OneMinute
    | PassMe
    | UseSecondOffer
    | RaiseHand
    | LowerHand
    | Listen
    | GiveBack
    | ChangeKey
    | Admit
    | AdmitAll
    | Decline
    | SetDoor
    | SetMode
    | StartRound
    | OfferPiece
    | MoveOn
    | LowerHandOf
    | RenewInvitation
    | CloseMeeting
)
AnyCommand = DoorCommand | DeskCommand | RoomCommand
