"""What a room looks like from a seat: people, the turn, the round, the hands.

These shapes are shared by events, cards and snapshots. They hold no rules.
"""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from protocol import limits
from protocol.base import Outbound
from protocol.ids import CommandId, EventNumber, SeatId, TurnId
from protocol.names import Mark, Name
from protocol.words import AgreementLine, Line, Text

Mode = Literal["open_floor", "raised_hands", "round"]
"""How people take turns. More ways come later; a client shows one it does not know as open conversation."""

Role = Literal["facilitator", "guardian", "member"]
"""Roles are offered and accepted, never assigned, never taken."""

DoorLevel = Literal["open", "knock", "locked"]
"""Who may come in: everybody with the invitation, who is let in, nobody new."""

CrisisPolicy = Literal["peer_held", "signpost", "host_escalation"]
"""What happens when somebody is in danger; shown at the door (domain.md 4.6)."""

TurnEnd = Literal["done", "passed", "later", "moved_on", "rested"]
"""How a turn ended. `rested`: the piece came back by itself (somebody is away or gone; nobody is told which)."""

Seats = Annotated[tuple[SeatId, ...], Field(max_length=limits.SEATS_MOST)]

Seconds = Annotated[int, Field(ge=0, le=86_400)]


class RoomSettings(Outbound):
    """The times and choices of one room: in its state, in every snapshot. Defaults come from the server's settings."""

    model_config = ConfigDict(extra="forbid")

    offer_nudge_seconds: Seconds = Field(
        45, description="After so long a person who was offered the piece is privately told that there is no hurry."
    )
    offer_quiet_seconds: Seconds = Field(
        90, description="After so long facilitators see that an offer is still waiting."
    )
    holder_nudge_seconds: Seconds = Field(
        120, description="After so long without words the holder is privately told: take your time, or Later, or Pass."
    )
    holder_quiet_seconds: Seconds = Field(
        240, description="After so long without words facilitators see a quiet mark at the holder."
    )
    one_minute_seconds: Seconds = Field(60, description='What "I\'m here, one minute" adds, as often as needed.')
    holder_grace_seconds: Seconds = Field(
        90, description="How long the piece waits for a holder whose connection is lost."
    )
    order_grace_seconds: Seconds = Field(
        300, description="How long a raised hand or a place in the order outlives a lost connection."
    )
    second_offer: bool = Field(
        True,
        description="After a round, ask those who passed, privately and together, whether they would like the piece.",
    )
    second_offer_seconds: Seconds = Field(45, description="How long that question stays open.")
    auto_next: bool = Field(
        False, description="With raised hands: offer the piece to the next hand without the facilitator's tap."
    )
    late_policy: Literal["at_end", "listen"] = Field(
        "at_end", description="Somebody who comes in during a round is added at its end, or listens until the next."
    )
    leaving_pause_seconds: Seconds = Field(
        5, description="How long the piece rests after a holder left, before it is offered to the next."
    )
    fade_least_seconds: Seconds = Field(
        60, description="Others see that somebody left or lost connection after at least this."
    )
    fade_most_seconds: Seconds = Field(180, description="And after at most this; the moment between is drawn by lot.")
    knock_noticed_seconds: Seconds = Field(
        60, description="After so long the one waiting is told that a facilitator has seen the knock."
    )
    later_most: Annotated[int, Field(ge=0, le=10)] = Field(
        2, description='How often a turn may be put off with "Later" in one round before it counts as a pass.'
    )


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
    stage: Literal["offered", "taken"]
    waiting: bool
    """True while the piece waits: the holder's connection is lost and the clock stands still."""


class Round(Outbound):
    """A go-around: who is still to come, who asked to come later, who passed."""

    to_come: Seats
    later: Seats
    passed: Seats
    shared: Annotated[int, Field(ge=0)]
    """How many have shared words so far."""
    second_offer: bool
    """True while those who passed may still say that they would like the piece."""


class Hand(Outbound):
    """A wish to speak, in its place in the line."""

    seat: SeatId


class KnockAtDoor(Outbound):
    """Somebody at the door, as facilitators see them."""

    person: Person
    line: Line | None
    """What they wrote with the knock; gone once they are in or turned away."""


class HandNote(Outbound):
    """A note with a raised hand; facilitators only."""

    seat: SeatId
    note: Line


class SaidWords(Outbound):
    """Something that was said and is still in the room's short memory."""

    number: EventNumber
    seat: SeatId
    command: CommandId
    text: Text
    turn: TurnId | None
