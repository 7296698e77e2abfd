"""What can become true of a room, beyond the events that everybody sees.

A fact is either an event of the protocol or one of the private facts here. Facts in
`JOURNALED` go to the live journal; none of those carries words. Events that do carry a
prompt are journaled as a stripped twin that holds only its keyed hash.
"""

import hashlib
import hmac
from typing import Annotated, Final, TypeGuard, cast, get_args

from pydantic import ConfigDict, Field, TypeAdapter

from protocol.events import (
    CameIn,
    Closed,
    ClosingSoon,
    DoorChanged,
    Event,
    HandRaised,
    HandsChanged,
    HeardAnswered,
    HeldAgain,
    HelpChosen,
    HolderChooses,
    InvitationRenewed,
    JournalLost,
    LeadChanged,
    ListClosed,
    ListeningChanged,
    ModeAwaited,
    ModeChanged,
    PhaseBegan,
    PieceGoesOn,
    PieceOffered,
    PieceTaken,
    PieceWaits,
    PromptGivenBack,
    ResponsesOpened,
    RoleChanged,
    RoundEnded,
    RoundOrderChanged,
    RoundRepeated,
    RoundStarted,
    RunSheetChanged,
    Said,
    SecondOfferMade,
    SettingsChanged,
    SilenceBegan,
    SilenceEnded,
    SilenceExtended,
    TimeGiven,
    TurnEnded,
    Unheld,
    WentOut,
)
from protocol.words import Words
from server.room.private_facts import (
    AsideSaid as AsideSaid,
    AskAnswered as AskAnswered,
    BellAsked as BellAsked,
    Connected as Connected,
    Disconnected as Disconnected,
    EndTold as EndTold,
    Faded as Faded,
    GraceOver as GraceOver,
    HandMissed as HandMissed,
    HandTaken as HandTaken,
    HasResponded as HasResponded,
    HasSpoken as HasSpoken,
    HelpWished as HelpWished,
    KeyChanged as KeyChanged,
    KnockMade as KnockMade,
    KnockSeen as KnockSeen,
    Lit as Lit,
    MinuteAsked as MinuteAsked,
    ModeKept as ModeKept,
    MovedOn as MovedOn,
    NoteWritten as NoteWritten,
    Nudged as Nudged,
    PassMeChosen as PassMeChosen,
    PhaseTold as PhaseTold,
    PieceRests as PieceRests,
    PromptAwaited as PromptAwaited,
    QuietHandLowered as QuietHandLowered,
    QuietHandRaised as QuietHandRaised,
    QuietNote as QuietNote,
    QuietTold as QuietTold,
    RoleOfferAnswered as RoleOfferAnswered,
    RoleOfferLapsed as RoleOfferLapsed,
    RoleOfferMade as RoleOfferMade,
    RoundKept as RoundKept,
    SeatEnded as SeatEnded,
    SeatMade as SeatMade,
    SecondOfferTaken as SecondOfferTaken,
    SharerAsked as SharerAsked,
    SignalsWished as SignalsWished,
    SilenceKept as SilenceKept,
    Unlit as Unlit,
    WishEnded as WishEnded,
    WishMade as WishMade,
    WishNoted as WishNoted,
)

PrivateFact = (
    Lit
    | HasSpoken
    | HasResponded
    | HelpWished
    | SharerAsked
    | AskAnswered
    | PhaseTold
    | RoleOfferLapsed
    | Unlit
    | SignalsWished
    | EndTold
    | AsideSaid
    | BellAsked
    | Connected
    | Disconnected
    | Faded
    | GraceOver
    | HandMissed
    | HandTaken
    | KeyChanged
    | KnockMade
    | KnockSeen
    | MinuteAsked
    | ModeKept
    | MovedOn
    | NoteWritten
    | Nudged
    | PassMeChosen
    | PieceRests
    | PromptAwaited
    | QuietHandLowered
    | QuietHandRaised
    | QuietNote
    | QuietTold
    | RoleOfferAnswered
    | RoleOfferMade
    | RoundKept
    | SeatEnded
    | SeatMade
    | SecondOfferTaken
    | SilenceKept
    | WishEnded
    | WishMade
    | WishNoted
)

Fact = Event | PrivateFact

JournaledFact = (
    SignalsWished
    | HasSpoken
    | HasResponded
    | HelpWished
    | SharerAsked
    | AskAnswered
    | HelpChosen
    | ResponsesOpened
    | HeardAnswered
    | HolderChooses
    | RunSheetChanged
    | PhaseBegan
    | PhaseTold
    | RoundRepeated
    | TimeGiven
    | CameIn
    | WentOut
    | ModeAwaited
    | RoundOrderChanged
    | SecondOfferMade
    | RoundEnded
    | PieceOffered
    | PieceTaken
    | PieceWaits
    | PieceGoesOn
    | TurnEnded
    | HandRaised
    | HandsChanged
    | ListeningChanged
    | DoorChanged
    | InvitationRenewed
    | Closed
    | SeatMade
    | SeatEnded
    | KeyChanged
    | PassMeChosen
    | SecondOfferTaken
    | ModeKept
    | RoundKept
    | SilenceKept
    | SilenceExtended
    | SilenceEnded
    | QuietHandRaised
    | QuietHandLowered
    | WishMade
    | WishEnded
    | HandMissed
    | ListClosed
    | RoleChanged
    | LeadChanged
    | Unheld
    | HeldAgain
    | ClosingSoon
    | SettingsChanged
)

JOURNALED: Final[tuple[type[JournaledFact], ...]] = get_args(JournaledFact)
"""Every class that may reach the live journal. None has a field of type `Words`: proven by tests/house."""

_JOURNALED: Final = frozenset(JOURNALED)
_EVENTS: Final = frozenset(get_args(Event))

_adapter: Final[TypeAdapter[JournaledFact]] = TypeAdapter(
    Annotated[JournaledFact, Field(discriminator="type")],
    config=ConfigDict(cache_strings="keys", hide_input_in_errors=True),
)


def prompt_hash(secret: bytes, prompt: str) -> str:
    """Keyed hash of a prompt under the meeting's secret, 64 hex digits; empty for an empty prompt."""
    return hmac.new(secret, b"prompt:" + prompt.encode(), hashlib.sha256).hexdigest() if prompt else ""


def journal_form(secret: bytes, fact: Fact) -> JournaledFact | None:
    """What the journal keeps of a fact; None for what it must not or need not know."""
    if type(fact) is Said:  # the commonest by far, and never kept
        return None
    match fact:
        case ModeChanged():
            return ModeKept(mode=fact.mode, span=fact.span, prompt_hash=prompt_hash(secret, fact.prompt))
        case RoundStarted():
            return RoundKept(span=fact.span, order=fact.order, prompt_hash=prompt_hash(secret, fact.prompt))
        case SilenceBegan():
            return SilenceKept(kind=fact.kind, by=fact.by, seconds=fact.seconds)
        case PromptGivenBack() | JournalLost():
            return None
        case _:
            return cast("JournaledFact", fact) if type(fact) in _JOURNALED else None


def to_bytes(fact: JournaledFact) -> bytes:
    """The body of a journal entry."""
    return _adapter.dump_json(fact)


def from_bytes(body: bytes) -> JournaledFact:
    """The fact of a journal entry.

    Raises:
        pydantic.ValidationError: not one of ours (another version, a damaged file).
    """
    return _adapter.validate_json(body)


def is_event(fact: Fact) -> TypeGuard[Event]:
    """Whether a fact is an event: numbered, and sent to everybody. A lookup by class, since every fact is asked."""
    return type(fact) in _EVENTS


def empty_words() -> Words:
    """No prompt."""
    return Words("")
