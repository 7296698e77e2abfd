"""What facilitators and hosts ask at a desk, outside any room."""

from typing import Annotated, Literal

from pydantic import Field

from protocol import limits
from protocol.base import Command
from protocol.ids import FacilitatorId, GroupId
from protocol.room_settings import HeldBy
from protocol.rooms import DoorLevel, Mode
from protocol.words import AgreementLine, Key, Label, LinkSecret, Passphrase


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
    """Make a group and its first invitation. Nobody is inside yet, so the link can be shared days before.

    `held_by` holds for each of its meetings; without it, as the server usually does.
    """

    type: Literal["start_group"]
    name: Label
    mode: Mode
    door: DoorLevel
    agreement: Annotated[tuple[AgreementLine, ...], Field(max_length=limits.AGREEMENT_LINES, strict=False)]
    held_by: HeldBy | None = None


class PrepareMeeting(Command):
    """A new invitation to the next meeting of a group that is closed now. An older one stops working."""

    type: Literal["prepare_meeting"]
    group: GroupId


class RemoveGroup(Command):
    """Forget a group: its name, agreement and invitation. Refused while a meeting is open."""

    type: Literal["remove_group"]
    group: GroupId


class EnterAsFacilitator(Command):
    """Take one's seat in one's own group, with the facilitator's powers; opens the meeting if nobody has yet.

    Where the members hold the group nobody is above anyone: one sits there as everybody does.
    """

    type: Literal["enter_as_facilitator"]
    group: GroupId
    key: Key


class Ping(Command):
    """Is the line alive? Accepted at once, from everywhere; changes nothing."""

    type: Literal["ping"]
