"""What people ask at a door, where nobody is anybody yet; and whether the line is alive."""

from typing import Annotated, Literal

from pydantic import Field

from protocol.base import Command
from protocol.ids import MOST, CardNumber, EpochId, EventNumber
from protocol.names import Draw
from protocol.words import Key, Line, LinkSecret


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
