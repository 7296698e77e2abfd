"""What a newcomer or a returner is handed: one seat's view, the very thing a client folds events into.

The law (settled.md 6): a snapshot equals the fold of all events and cards since an
earlier snapshot, in its structure and in those words that are still in the ring.
The server's own state is never sent.
"""

from typing import Annotated, Literal

from pydantic import Field

from protocol import limits
from protocol.base import Outbound
from protocol.ids import CardNumber, EpochId, EventNumber, SeatId, SpanId
from protocol.room_settings import RoomSettings
from protocol.rooms import (
    Agreement,
    Ask,
    CrisisPolicy,
    DoorLevel,
    Hand,
    HandNote,
    HelpWish,
    KnockAtDoor,
    Mode,
    MyAsk,
    Person,
    PhaseIndex,
    Phases,
    RoleOffer,
    Round,
    SaidWords,
    Seats,
    Silence,
    Turn,
    Warmth,
    Wish,
)
from protocol.words import Label, Prompt


class Mine(Outbound):
    """What belongs to this seat alone; changed by cards."""

    pass_me: bool
    second_offer_used: bool
    wishes: Annotated[tuple[Wish, ...], Field(max_length=limits.SEATS_MOST * 2)]
    """Facilitators: what was told to them alone and not yet heard. Others: empty."""
    shares: Annotated[int, Field(ge=0)]
    """In how many turns I have said something tonight."""
    not_heard: Seats
    """Facilitators: who takes part and has had no turn yet. Others: empty."""
    quiet_for_me: bool
    """Gentle signals are off while I share."""
    hand_waits: bool
    """My hand went up in the silence, and is shown when it ends."""
    knocks: Annotated[tuple[KnockAtDoor, ...], Field(max_length=limits.SEATS_MOST)]
    """Facilitators: who is at the door. Others: empty."""
    help: HelpWish
    """What would help me when I share."""
    asks: Annotated[tuple[Ask, ...], Field(max_length=limits.SEATS_MOST)]
    """The sharer: what others have for me, in private. Others: empty."""
    ask: MyAsk | None
    """What I asked the one who shares."""
    replied: bool
    """I have replied to this share."""
    role_offer: RoleOffer | None
    """A role I am offered."""
    hand_notes: Annotated[tuple[HandNote, ...], Field(max_length=limits.SEATS_MOST)]
    """Facilitators: notes of the hands that are up. Others: empty."""


class WaitingSnapshot(Outbound):
    """The view from the waiting room: nothing of the room but its name and agreement."""

    state: Literal["waiting"] = "waiting"
    epoch: EpochId
    card: CardNumber
    group: Label
    run_by: Label
    agreement: Agreement
    crisis_policy: CrisisPolicy
    you: Person
    noticed: bool
    round_under_way: bool
    """The group lets nobody in during a round; the door opens by itself when it is over."""


class RoomSnapshot(Outbound):
    """The view from a seat in the room."""

    state: Literal["in_room"] = "in_room"
    epoch: EpochId
    number: EventNumber
    card: CardNumber
    group: Label
    run_by: Label
    agreement: Agreement
    crisis_policy: CrisisPolicy
    settings: RoomSettings
    door: DoorLevel
    you: Person
    people: Annotated[tuple[Person, ...], Field(max_length=limits.SEATS_MOST)]
    """Everybody in the room, oneself included, in the order of coming in."""
    away: Seats
    lead: SeatId | None
    """The facilitator who leads; None where nobody does."""
    lead_before: SeatId | None
    """Who led until their connection was lost, and may have it back."""
    unheld: bool
    """True while no facilitator is here: we wait."""
    shares: Annotated[int, Field(ge=0)]
    """In how many turns anybody has said something tonight: for "you have shared twice, the room about once"."""
    mode: Mode
    span: SpanId
    prompt: Prompt
    prompt_lost: bool
    """True after a restart: whoever still has the prompt, give it back."""
    awaited_mode: Mode | None
    """The mode that begins after this turn."""
    awaited_phase: PhaseIndex | None
    """The phase that begins with it."""
    phases: Phases
    """The parts of this meeting, as everybody sees them; empty where there is no list."""
    phase: PhaseIndex | None
    """The one that is running."""
    turns: Annotated[int, Field(ge=0)]
    """The last turn id there was; 0 before the first."""
    turn: Turn | None
    round: Round | None
    hands: Annotated[tuple[Hand, ...], Field(max_length=limits.SEATS_MOST)]
    direct_responses: Annotated[int, Field(ge=0)]
    """How many were asked for in the running turn."""
    held: Seats
    """Where the piece is passed on: who has had it since it last was with everybody."""
    list_closed: bool
    last_word: SeatId | None
    warmth: Warmth | None
    silence: Silence | None
    said: Annotated[tuple[SaidWords, ...], Field(max_length=10_000)]
    mine: Mine
    survives_restart: bool
    """False where the live journal is lost: this circle would not survive a restart."""


Snapshot = Annotated[WaitingSnapshot | RoomSnapshot, Field(discriminator="state")]
