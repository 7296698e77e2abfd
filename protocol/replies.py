"""What an accepted command of the door or the desk brings back. Room commands need none: events are their answer."""

from typing import Annotated, Literal

from pydantic import Field

from protocol import limits
from protocol.base import Outbound
from protocol.ids import FacilitatorId, GroupId, SeatId
from protocol.names import Draw, Mark, Name
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


Reply = Annotated[
    DoorReply
    | FacilitatorDoorReply
    | HostDoorReply
    | TrialDoorReply
    | SeatReply
    | DeskReply
    | HostDeskReply
    | MeetingReply,
    Field(discriminator="type"),
]
