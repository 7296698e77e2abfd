"""The private facts of a room: what becomes true without being an event that everybody sees.

Some are journaled, none is sent as it is; `audience.py` says which card follows from which.
"""

from typing import Annotated, Literal

from pydantic import Field

from protocol.base import Outbound
from protocol.ids import CommandId, SeatId, SpanId, TurnId
from protocol.names import Draw
from protocol.rooms import (
    AskKind,
    HandKind,
    HelpWish,
    Mode,
    OfferedRole,
    PhaseIndex,
    ReplyKind,
    Role,
    Seats,
    Seconds,
    Signal,
    WishKind,
)
from protocol.words import Line, Prompt, Text

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


class SilenceKept(Outbound):
    """What the journal keeps of `SilenceBegan`."""

    type: Literal["silence_kept"] = "silence_kept"
    kind: Literal["bell", "silence"]
    by: SeatId
    seconds: Seconds | None


class QuietHandRaised(Outbound):
    """A hand went up in the silence."""

    type: Literal["quiet_hand_raised"] = "quiet_hand_raised"
    seat: SeatId


class QuietHandLowered(Outbound):
    """A hand that went up in the silence was taken back."""

    type: Literal["quiet_hand_lowered"] = "quiet_hand_lowered"
    seat: SeatId


class QuietNote(Outbound):
    """What somebody wrote with a hand that went up in the silence; facilitators see it with the hand."""

    type: Literal["quiet_note"] = "quiet_note"
    seat: SeatId
    note: Line


class BellAsked(Outbound):
    """Somebody asked for the bell."""

    type: Literal["bell_asked"] = "bell_asked"
    seat: SeatId


class RoleOfferMade(Outbound):
    """Somebody was offered a role."""

    type: Literal["role_offer_made"] = "role_offer_made"
    seat: SeatId
    role: OfferedRole
    by: SeatId


class RoleOfferAnswered(Outbound):
    """The offer is answered; `accepted` leads to an event that everybody sees."""

    type: Literal["role_offer_answered"] = "role_offer_answered"
    seat: SeatId
    by: SeatId
    accepted: bool


class AsideSaid(Outbound):
    """Something was said among facilitators."""

    type: Literal["aside_said"] = "aside_said"
    seat: SeatId
    command: CommandId
    text: Text


class KnockMade(Outbound):
    """Somebody waits to be let in; what they wrote with the knock."""

    type: Literal["knock_made"] = "knock_made"
    seat: SeatId
    line: Line | None
    late: bool = False
    """The door is open, but a round is under way that lets nobody in."""


class NoteWritten(Outbound):
    """What somebody wrote with their hand."""

    type: Literal["note_written"] = "note_written"
    seat: SeatId
    kind: HandKind
    note: Line


class WishMade(Outbound):
    """Somebody told facilitators that they have something about the process, or a concern."""

    type: Literal["wish_made"] = "wish_made"
    seat: SeatId
    kind: WishKind


class WishNoted(Outbound):
    """What they wrote with it, or that they wrote nothing: facilitators are told now."""

    type: Literal["wish_noted"] = "wish_noted"
    seat: SeatId
    kind: WishKind
    note: Line | None


class WishEnded(Outbound):
    """It was heard, or taken back."""

    type: Literal["wish_ended"] = "wish_ended"
    seat: SeatId
    kind: WishKind
    heard: bool


class HandMissed(Outbound):
    """Nobody answered an offer: the first time the hand moves back, the second time it waits on the missed `shelf`."""

    type: Literal["hand_missed"] = "hand_missed"
    seat: SeatId
    shelf: bool


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


class EndTold(Outbound):
    """The end of the turn's time was spoken of: the first time to the holder, the second to facilitators."""

    type: Literal["end_told"] = "end_told"
    turn: TurnId
    times: Annotated[int, Field(ge=1, le=2)]


class Lit(Outbound):
    """Somebody lit a gentle signal. Not journaled, not in any log; gone with the turn."""

    type: Literal["lit"] = "lit"
    seat: SeatId
    turn: TurnId
    signal: Signal


class Unlit(Outbound):
    """Somebody has shared and nobody gave a sign: facilitators alone are told."""

    type: Literal["unlit"] = "unlit"
    seat: SeatId


class SignalsWished(Outbound):
    """Somebody wishes gentle signals while they share, or wishes none."""

    type: Literal["signals_wished"] = "signals_wished"
    seat: SeatId
    on: bool


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


class HasSpoken(Outbound):
    """The one who has the piece has said something in this turn: what the journal keeps of words."""

    type: Literal["has_spoken"] = "has_spoken"
    turn: TurnId


class HasResponded(Outbound):
    """Somebody has responded to the share: what the journal keeps of those words."""

    type: Literal["has_responded"] = "has_responded"
    seat: SeatId
    response: ReplyKind


class HelpWished(Outbound):
    """What would help somebody when they share."""

    type: Literal["help_wished"] = "help_wished"
    seat: SeatId
    help: HelpWish


class SharerAsked(Outbound):
    """Somebody has something for the sharer, who is asked in private and not told who."""

    type: Literal["sharer_asked"] = "sharer_asked"
    seat: SeatId
    kind: AskKind


class AskAnswered(Outbound):
    """The sharer's answer. A no is told to nobody."""

    type: Literal["ask_answered"] = "ask_answered"
    ask: Annotated[int, Field(ge=1)]
    yes: bool


class PhaseTold(Outbound):
    """The time of the phase is over: facilitators are told."""

    type: Literal["phase_told"] = "phase_told"
    phase: PhaseIndex


class RoleOfferLapsed(Outbound):
    """Nobody answered the offer of a role in time."""

    type: Literal["role_offer_lapsed"] = "role_offer_lapsed"
    seat: SeatId
