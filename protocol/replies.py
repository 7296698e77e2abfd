"""What an accepted command of the door or the desk brings back. Room commands need none: events are their answer."""

from typing import Annotated, Literal

from pydantic import Field

from protocol import limits
from protocol.base import Outbound
from protocol.ids import FacilitatorId, GroupId, SeatId
from protocol.names import Draw, Mark, Name
from protocol.pairing_commands import AskerNumber
from protocol.rooms import Agreement, CrisisPolicy, DoorLevel, Mode, Role
from protocol.words import Key, Label, LinkSecret


class DoorReply(Outbound):
    """What stands on the door of a circle. No headcount before one is in."""

    type: Literal["door"] = "door"
    open: bool
    """False: the circle has not opened yet; look again later."""
    level: DoorLevel
    group: Label
    run_by: Label
    agreement: Agreement
    crisis_policy: CrisisPolicy
    draw: Draw
    name: Name
    mark: Mark
    redraws_left: Annotated[int, Field(ge=0, le=limits.NAME_REDRAWS)]


class FacilitatorDoorReply(Outbound):
    """The link belongs to a facilitator: a passphrase comes next, or is chosen now."""

    type: Literal["facilitator_door"] = "facilitator_door"
    first_time: bool
    run_by: Label


class HostDoorReply(Outbound):
    """The link opens the host's page, once."""

    type: Literal["host_door"] = "host_door"


class TrialDoorReply(Outbound):
    """The link opens the first room to try, once."""

    type: Literal["trial_door"] = "trial_door"


class DeviceDoorReply(Outbound):
    """The code opens a facilitator's desk on this device; the passphrase comes next."""

    type: Literal["device_door"] = "device_door"
    run_by: Label


class CoFacilitatorDoorReply(Outbound):
    """The code leads into an open circle as one of its facilitators, once the one who shows it says yes."""

    type: Literal["co_facilitator_door"] = "co_facilitator_door"
    group: Label
    run_by: Label
    agreement: Agreement
    crisis_policy: CrisisPolicy
    draw: Draw
    name: Name
    mark: Mark
    redraws_left: Annotated[int, Field(ge=0, le=limits.NAME_REDRAWS)]


class AskedReply(Outbound):
    """The one who shows the code is asked. Ask again in a few seconds, with the same key."""

    type: Literal["asked"] = "asked"
    name: Name
    """The name that stands on the first screen, to compare."""


class SeatReply(Outbound):
    """The seat is yours. A snapshot follows."""

    type: Literal["seat"] = "seat"
    seat: SeatId
    role: Role
    draft_key: Key
    """Seals the draft on the device; dies with the seat. To be kept in memory only."""
    neutral_site: Annotated[str, Field(max_length=200, pattern=r"^https?://[^\s]+$")]
    """Where Leave fast goes: an ordinary page that is not ours."""
    invitation: LinkSecret | None
    """To facilitators: the link people come in by, while this process still has it in memory."""


class GroupAtDesk(Outbound):
    """One of my groups."""

    group: GroupId
    name: Label
    mode: Mode
    door: DoorLevel
    open: bool
    invitation: LinkSecret | None
    """The link people come in by, while this process still has it in memory (it is kept only as a hash)."""
    invited: bool
    """Whether there is a link at all. It dies when a meeting to which somebody came has closed."""


class DeskReply(Outbound):
    """A facilitator's desk."""

    type: Literal["desk"] = "desk"
    session: Key
    devices: Annotated[int, Field(ge=0, le=limits.DEVICES_MOST)]
    """How many devices open this desk, this one counted; 0: none can be paired (a first room to try)."""
    link: LinkSecret | None
    """After pairing: the link that belongs to this device from now on; shown once."""
    groups: Annotated[tuple[GroupAtDesk, ...], Field(max_length=limits.GROUPS_MOST)]


class FacilitatorAtDesk(Outbound):
    """A facilitator, as the host sees them."""

    facilitator: FacilitatorId
    label: Label
    has_passphrase: bool


class HostDeskReply(Outbound):
    """The host's page."""

    type: Literal["host_desk"] = "host_desk"
    session: Key
    facilitators: tuple[FacilitatorAtDesk, ...]
    link: LinkSecret | None
    """The link of the facilitator just made; shown once."""


class MeetingReply(Outbound):
    """The invitation to the next, or the running, meeting of a group."""

    type: Literal["meeting"] = "meeting"
    group: GroupId
    invitation: LinkSecret


PairingState = Literal["shown", "asked", "allowed", "paired", "ended"]
"""A code is shown, somebody has asked, has got a Yes, has come in; or the code is over."""


class PairingAsker(Outbound):
    """Somebody who wishes to facilitate with me."""

    asker: AskerNumber
    name: Name
    """Their name for tonight, as they see it too."""


class PairingReply(Outbound):
    """How far the pairing at this desk is."""

    type: Literal["pairing"] = "pairing"
    group: GroupId | None
    """None: it is for a second device."""
    code: LinkSecret | None
    """What stands behind `/#`; shown once, when it was made."""
    seconds: Annotated[int, Field(ge=0)]
    """How long the code still works."""
    state: PairingState
    asker: PairingAsker | None


Reply = Annotated[
    DoorReply
    | FacilitatorDoorReply
    | HostDoorReply
    | TrialDoorReply
    | DeviceDoorReply
    | CoFacilitatorDoorReply
    | AskedReply
    | SeatReply
    | DeskReply
    | HostDeskReply
    | MeetingReply
    | PairingReply,
    Field(discriminator="type"),
]
