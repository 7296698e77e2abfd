"""What a room looks like from a seat: people, the turn, the round, the hands.

These shapes are shared by events, cards and snapshots. They hold no rules.
"""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from protocol import limits
from protocol.base import Outbound
from protocol.ids import CommandId, EventNumber, SeatId, TurnId
from protocol.names import Mark, Name
from protocol.words import AgreementLine, Line, Prompt, Text

Mode = Literal["open_floor", "raised_hands", "round", "share_and_respond", "passing"]
"""How people take turns. More ways come later; a client shows one it does not know as open conversation."""

PhaseWay = Literal["open_floor", "raised_hands", "round", "share_and_respond", "passing", "silence"]
"""What we do in a phase of the meeting: a way of talking, or a silence over the one before."""

PhaseKind = Literal["welcome", "check_in", "topic", "shares", "conversation", "pause", "closing", "other"]
"""What a phase is for. Screens have its name and its question in each reader's language."""

HelpWish = Literal["listen", "similar", "questions", "ideas", "silence"]
"""What would help the one who shares: just listen, similar experiences, questions, ideas, silence afterwards."""

ReplyKind = Literal["reply", "idea", "what_i_heard"]
"""Words in the time to respond: as the sharer wished, an idea they said yes to, or "what I heard"."""

AskKind = Literal["idea", "what_i_heard"]
"""What somebody may have for the sharer, who is asked first."""

Role = Literal["facilitator", "guardian", "member"]
"""Roles are offered and accepted, never assigned, never taken."""

DoorLevel = Literal["open", "knock", "locked"]
"""Who may come in: everybody with the invitation, who is let in, nobody new."""

CrisisPolicy = Literal["peer_held", "signpost", "host_escalation"]
"""What happens when somebody is in danger; shown at the door (domain.md 4.6)."""

OfferedRole = Literal["facilitator", "guardian", "lead"]
"""What can be offered to somebody: to facilitate too, to guard the bell, or to lead from now on."""

HandKind = Literal["share", "direct_response"]
"""A hand in the line: to share, or to reply straight to the running turn (goes before shares)."""

WishKind = Literal["process", "concern"]
"""A hand that facilitators alone see: about how we do this, or a concern."""

TurnEnd = Literal["done", "passed", "later", "moved_on", "rested"]
"""How a turn ended. `rested`: the piece came back by itself (somebody is away or gone; nobody is told which)."""

TurnStage = Literal["offered", "taken", "responding", "choosing"]
"""How far a turn is: offered, taken, done with time to respond, or done and choosing who is next."""

Heard = Literal["said", "yes", "not_quite"]
"""Somebody said what they heard; the sharer says yes, or not quite."""

Seats = Annotated[tuple[SeatId, ...], Field(max_length=limits.SEATS_MOST)]

Seconds = Annotated[int, Field(ge=0, le=86_400)]


class Person(Outbound):
    """Somebody who is in the room, as everybody sees them."""

    seat: SeatId
    name: Name
    mark: Mark
    role: Role
    listening: bool


class Agreement(Outbound):
    """The community agreement, with the version one agrees to."""

    version: Annotated[int, Field(ge=1)]
    lines: Annotated[tuple[AgreementLine, ...], Field(max_length=limits.AGREEMENT_LINES)]


class Turn(Outbound):
    """Who has the piece, or is offered it."""

    turn: TurnId
    seat: SeatId
    stage: TurnStage
    waiting: bool
    """True while the piece waits: the holder's connection is lost and the clock stands still."""
    spoke: bool
    """They have said something in it."""
    interjected: bool
    """A facilitator has said a few words in it; once is enough."""
    help: HelpWish
    """What would help them, as they chose to tell; at first to be just listened to."""
    heard: Heard | None
    """What became of "what I heard": said, and the sharer's yes or not quite."""


class Round(Outbound):
    """A go-around: who is still to come, who asked to come later, who passed."""

    to_come: Seats
    later: Seats
    passed: Seats
    shared: Annotated[int, Field(ge=0)]
    """How many have shared words so far."""
    second_offer: bool
    """True while those who passed may still say that they would like the piece."""


class Phase(Outbound):
    """A part of the meeting, in the list that everybody sees. It carries no words: those come when it begins."""

    model_config = ConfigDict(extra="forbid")

    kind: PhaseKind
    way: PhaseWay
    minutes: Annotated[int, Field(ge=1, le=240)]
    """How long it usually takes. Never on anybody's screen as a countdown."""


PhaseIndex = Annotated[int, Field(ge=0, lt=limits.PHASES_MOST)]
"""The place of a phase in the list, counted from 0."""

Phases = Annotated[tuple[Phase, ...], Field(max_length=limits.PHASES_MOST, strict=False)]


class Ask(Outbound):
    """Somebody has something for the sharer: nobody learns who, before a yes."""

    ask: Annotated[int, Field(ge=1, le=limits.SEATS_MOST)]
    kind: AskKind


class MyAsk(Outbound):
    """What I asked the sharer, and whether they said yes. Silence counts as no."""

    kind: AskKind
    granted: bool


Signal = Literal["with_you", "me_too", "thank_you", "take_your_time"]
"""What can be lit while somebody shares: low-risk, without a name, and gone with the turn."""


class Warmth(Outbound):
    """That somebody is with the one who shares. Never a count, never a name."""

    turn: TurnId
    level: Literal["some", "many"]
    signals: Annotated[tuple[Signal, ...], Field(max_length=4)]
    """Which signals are lit, each once, in the order of their list."""


class Silence(Outbound):
    """A pause that was rung, or a silence that a facilitator began: no words, and every clock stands still."""

    kind: Literal["bell", "silence"]
    by: SeatId
    seconds: Seconds | None
    """Its whole length; None: until a facilitator ends it."""
    left: Seconds | None
    """Seconds left when this was sent."""
    intention: Prompt


class Hand(Outbound):
    """A wish to speak, in its place in the line."""

    seat: SeatId
    kind: HandKind


class Wish(Outbound):
    """What somebody told facilitators alone: about the process, or a concern. Not in the public line."""

    seat: SeatId
    kind: WishKind
    note: Line | None


class RoleOffer(Outbound):
    """A role that is offered to me; it waits for so many seconds."""

    role: OfferedRole
    by: SeatId
    seconds: Seconds


class KnockAtDoor(Outbound):
    """Somebody at the door, as facilitators see them."""

    person: Person
    line: Line | None
    """What they wrote with the knock; gone once they are in or turned away."""


class HandNote(Outbound):
    """A note with a raised hand; facilitators only."""

    seat: SeatId
    kind: HandKind
    note: Line


class SaidWords(Outbound):
    """Something that was said and is still in the room's short memory."""

    number: EventNumber
    seat: SeatId
    command: CommandId
    text: Text
    turn: TurnId | None
    reply_to: CommandId | None
    interjection: bool
    response: ReplyKind | None
    """Words in the time to respond to a share."""
