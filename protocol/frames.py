"""The envelopes. One JSON object per text frame, either way.

From a client: `hello` first, then commands. From the server: `welcome`, then answers,
events, cards, hints, snapshots, and at the end `goodbye`.
"""

from typing import Annotated, Literal

from pydantic import Field

from protocol.base import Inbound, Outbound
from protocol.cards import Card, Hint
from protocol.closings import ComeBack
from protocol.commands import AnyCommand
from protocol.events import Event
from protocol.ids import CardNumber, ClientVersion, CommandId, EventNumber, Language
from protocol.refusals import Refusal
from protocol.replies import Reply
from protocol.snapshot import Snapshot
from protocol.words import Label


class Hello(Inbound):
    """The first frame of a connection, within five seconds."""

    type: Literal["hello"]
    version: Annotated[int, Field(ge=1, le=1_000)]
    language: Language
    client: ClientVersion


ClientFrame = Annotated[Hello | AnyCommand, Field(discriminator="type")]
"""Everything a client may send."""


class Welcome(Outbound):
    """The server's first frame: who it is and what it can promise."""

    frame: Literal["welcome"] = "welcome"
    version: int
    server: Annotated[str, Field(max_length=40, pattern=r"^[A-Za-z0-9._+-]+$")]
    run_by: Label
    wiping: bool
    """Whether memory is wiped when it is freed; found by a test at start, not assumed."""


class Accepted(Outbound):
    """Yes. `number` is the last event it caused, which leaves before this answer."""

    frame: Literal["accepted"] = "accepted"
    id: CommandId
    number: EventNumber | None
    reply: Reply | None


class Refused(Outbound):
    """Not now, and why. Nothing has changed."""

    frame: Literal["refused"] = "refused"
    id: CommandId
    refusal: Refusal
    temporary: bool


class Advised(Outbound):
    """A nudge before anything is sent: change it, take something out, or send it anyway."""

    frame: Literal["advised"] = "advised"
    id: CommandId
    reasons: tuple[Annotated[str, Field(max_length=60, pattern=r"^[a-z_.]+$")], ...]


class Held(Outbound):
    """The message waits with the facilitator; its author may take it back."""

    frame: Literal["held"] = "held"
    id: CommandId


class HappenedFrame(Outbound):
    """A room event with its number."""

    frame: Literal["event"] = "event"
    number: EventNumber
    event: Annotated[Event, Field(discriminator="type")]


class CardFrame(Outbound):
    """A card to this seat with its number."""

    frame: Literal["card"] = "card"
    number: CardNumber
    card: Annotated[Card, Field(discriminator="type")]


class HintFrame(Outbound):
    """A hint: the latest of its type wins."""

    frame: Literal["hint"] = "hint"
    hint: Annotated[Hint, Field(discriminator="type")]


class SnapshotFrame(Outbound):
    """The view from this seat; replaces what the client has."""

    frame: Literal["snapshot"] = "snapshot"
    snapshot: Snapshot


class Goodbye(Outbound):
    """The last frame before the server closes: the same as the close code, in words."""

    frame: Literal["goodbye"] = "goodbye"
    code: int
    word: Annotated[str, Field(max_length=40, pattern=r"^[a-z_]+$")]
    come_back: ComeBack
    after: Annotated[int, Field(ge=0)]
    """Seconds to wait before coming back."""


ServerFrame = Annotated[
    Welcome | Accepted | Refused | Advised | Held | HappenedFrame | CardFrame | HintFrame | SnapshotFrame | Goodbye,
    Field(discriminator="frame"),
]
"""Everything a server may send."""

Answer = Accepted | Refused | Advised | Held
"""The four answers to a command."""
