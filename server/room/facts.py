"""What can become true of a room, beyond the events that everybody sees.

A fact is either an event of the protocol or one of the private facts here. Facts in
`JOURNALED` go to the live journal; none of those carries words. Events that do carry a
prompt are journaled as a stripped twin that holds only its keyed hash.
"""

import hashlib
import hmac
from typing import Annotated, Final, Literal

from pydantic import ConfigDict, Field, TypeAdapter

from protocol.base import Outbound
from protocol.events import (
    CameIn,
    Closed,
    DoorChanged,
    Event,
    HandRaised,
    HandsChanged,
    InvitationRenewed,
    JournalLost,
    ListeningChanged,
    ModeAwaited,
    ModeChanged,
    PieceGoesOn,
    PieceOffered,
    PieceTaken,
    PieceWaits,
    PromptGivenBack,
    RoundEnded,
    RoundOrderChanged,
    RoundStarted,
    Said,
    SecondOfferMade,
    TurnEnded,
    WentOut,
)
from protocol.ids import SeatId, SpanId, TurnId
from protocol.names import Draw
from protocol.rooms import Mode, Role, Seats
from protocol.words import Line, Prompt, Words

KeyHash = Annotated[str, Field(min_length=64, max_length=64, pattern=r"^[0-9a-f]{64}$")]
PromptHash = Annotated[str, Field(max_length=64, pattern=r"^([0-9a-f]{64})?$")]
Moment = Annotated[int, Field(ge=0)]
"""Milliseconds since the meeting began."""


class SeatMade(Outbound):
    """A seat exists: somebody knocked, or a facilitator came."""

    type: Literal["seat_made"] = "seat_made"
    seat: SeatId
    draw: Draw
    key: KeyHash
    role: Role
    listening: bool


class SeatEnded(Outbound):
    """Somebody left for good, or was kindly declined. The others see it at `shown_at`."""

    type: Literal["seat_ended"] = "seat_ended"
    seat: SeatId
    why: Literal["left", "declined"]
    shown_at: Moment


class KeyChanged(Outbound):
    """The seat has a new key; the old one is worth nothing."""

    type: Literal["key_changed"] = "key_changed"
    seat: SeatId
    key: KeyHash


class PassMeChosen(Outbound):
    """Somebody said in advance, in private, that they pass this round; or took it back."""

    type: Literal["pass_me_chosen"] = "pass_me_chosen"
    seat: SeatId
    on: bool


class SecondOfferTaken(Outbound):
    """Somebody who passed would like the piece after all."""

    type: Literal["second_offer_taken"] = "second_offer_taken"
    seat: SeatId


class ModeKept(Outbound):
    """What the journal keeps of `ModeChanged`."""

    type: Literal["mode_kept"] = "mode_kept"
    mode: Mode
    span: SpanId
    prompt_hash: PromptHash


class RoundKept(Outbound):
    """What the journal keeps of `RoundStarted`."""

    type: Literal["round_kept"] = "round_kept"
    span: SpanId
    prompt_hash: PromptHash
    order: Seats


class KnockMade(Outbound):
    """Somebody waits to be let in; what they wrote with the knock."""

    type: Literal["knock_made"] = "knock_made"
    seat: SeatId
    line: Line | None


class NoteWritten(Outbound):
    """What somebody wrote with their hand."""

    type: Literal["note_written"] = "note_written"
    seat: SeatId
    note: Line


class PromptAwaited(Outbound):
    """The prompt of the mode that begins after this turn."""

    type: Literal["prompt_awaited"] = "prompt_awaited"
    prompt: Prompt


class KnockSeen(Outbound):
    """The one waiting may be told that a facilitator has seen the knock."""

    type: Literal["knock_seen"] = "knock_seen"
    seat: SeatId


class Nudged(Outbound):
    """The quiet one is privately told that there is no hurry."""

    type: Literal["nudged"] = "nudged"
    turn: TurnId


class QuietTold(Outbound):
    """Facilitators see that it has been quiet for a while."""

    type: Literal["quiet_told"] = "quiet_told"
    turn: TurnId


class MinuteAsked(Outbound):
    """I'm here, one minute: the quiet clock starts again, so much later."""

    type: Literal["minute_asked"] = "minute_asked"
    turn: TurnId
    until: Moment


class MovedOn(Outbound):
    """A facilitator thanked the one who had the piece: told to that person alone."""

    type: Literal["moved_on_told"] = "moved_on_told"
    seat: SeatId
    turn: TurnId
    again: bool


class HandTaken(Outbound):
    """A facilitator took a hand from the list: told to that person alone."""

    type: Literal["hand_taken"] = "hand_taken"
    seat: SeatId


class PieceRests(Outbound):
    """The piece rests in the centre for a moment before it goes on."""

    type: Literal["piece_rests"] = "piece_rests"
    until: Moment


class Connected(Outbound):
    """A first connection of a seat is open."""

    type: Literal["connected"] = "connected"
    seat: SeatId


class Disconnected(Outbound):
    """The last connection of a seat is gone. The others see it at `shown_at`."""

    type: Literal["disconnected"] = "disconnected"
    seat: SeatId
    shown_at: Moment


class Faded(Outbound):
    """The others may see now that somebody is away."""

    type: Literal["faded"] = "faded"
    seat: SeatId


class GraceOver(Outbound):
    """Somebody has been away for so long that hand and place in the order are given up."""

    type: Literal["grace_over"] = "grace_over"
    seat: SeatId


PRIVATE: Final = (
    SeatMade, SeatEnded, KeyChanged, PassMeChosen, SecondOfferTaken, ModeKept, RoundKept, KnockMade, NoteWritten,
    PromptAwaited, KnockSeen, Nudged, QuietTold, MinuteAsked, MovedOn, HandTaken, PieceRests, Connected,
    Disconnected, Faded, GraceOver,
)  # fmt: skip

PrivateFact = (
    SeatMade | SeatEnded | KeyChanged | PassMeChosen | SecondOfferTaken | ModeKept | RoundKept | KnockMade
    | NoteWritten | PromptAwaited | KnockSeen | Nudged | QuietTold | MinuteAsked | MovedOn | HandTaken | PieceRests
    | Connected | Disconnected | Faded | GraceOver
)  # fmt: skip

Fact = Event | PrivateFact

JOURNALED: Final = (
    CameIn, WentOut, ModeAwaited, RoundOrderChanged, SecondOfferMade, RoundEnded, PieceOffered, PieceTaken,
    PieceWaits, PieceGoesOn, TurnEnded, HandRaised, HandsChanged, ListeningChanged, DoorChanged, InvitationRenewed,
    Closed, SeatMade, SeatEnded, KeyChanged, PassMeChosen, SecondOfferTaken, ModeKept, RoundKept,
)  # fmt: skip
"""Every class that may reach the live journal. None has a field of type `Words`: proven by tests/house."""

JournaledFact = (
    CameIn | WentOut | ModeAwaited | RoundOrderChanged | SecondOfferMade | RoundEnded | PieceOffered | PieceTaken
    | PieceWaits | PieceGoesOn | TurnEnded | HandRaised | HandsChanged | ListeningChanged | DoorChanged
    | InvitationRenewed | Closed | SeatMade | SeatEnded | KeyChanged | PassMeChosen | SecondOfferTaken | ModeKept
    | RoundKept
)  # fmt: skip

_adapter: Final[TypeAdapter[JournaledFact]] = TypeAdapter(
    Annotated[JournaledFact, Field(discriminator="type")],
    config=ConfigDict(cache_strings="keys", hide_input_in_errors=True),
)


def prompt_hash(secret: bytes, prompt: str) -> str:
    """Keyed hash of a prompt under the meeting's secret, 64 hex digits; empty for an empty prompt."""
    return hmac.new(secret, b"prompt:" + prompt.encode(), hashlib.sha256).hexdigest() if prompt else ""


def journal_form(secret: bytes, fact: Fact) -> JournaledFact | None:
    """What the journal keeps of a fact; None for what it must not or need not know."""
    match fact:
        case ModeChanged():
            return ModeKept(mode=fact.mode, span=fact.span, prompt_hash=prompt_hash(secret, fact.prompt))
        case RoundStarted():
            return RoundKept(span=fact.span, order=fact.order, prompt_hash=prompt_hash(secret, fact.prompt))
        case Said() | PromptGivenBack() | JournalLost():
            return None
        case _:
            return fact if isinstance(fact, JOURNALED) else None


def to_bytes(fact: JournaledFact) -> bytes:
    """The body of a journal entry."""
    return _adapter.dump_json(fact)


def from_bytes(body: bytes) -> JournaledFact:
    """The fact of a journal entry.

    Raises:
        pydantic.ValidationError: not one of ours (another version, a damaged file).
    """
    return _adapter.validate_json(body)


def is_private(fact: Fact) -> bool:
    """Whether a fact is no event: it gets no number and nobody sees it as such."""
    return isinstance(fact, PRIVATE)


def empty_words() -> Words:
    """No prompt."""
    return Words("")
