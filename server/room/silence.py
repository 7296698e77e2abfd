"""Silence as a way of being together: the bell of the guardian, and a facilitator's silence.

A bell takes nothing from anybody: the holder keeps the piece and the draft, offers and
hands stay where they are, every clock stands still. Hands may go up quietly and are shown
when the silence ends. Rules: domain.md 4.3 and 5.6.
"""

from typing import Final

from protocol.commands import AskForBell, BeginSilence, EndSilence, RingBell
from protocol.events import HandRaised, SilenceBegan, SilenceEnded, SilenceExtended
from protocol.refusals import Refusal
from protocol.words import Words
from server.room.facts import BellAsked, NoteWritten, QuietHandLowered, empty_words
from server.room.hand_line import place_for
from server.room.held import self_held
from server.room.state import Room, Seat
from server.room.telling import Telling, refused

_ASK_AGAIN: Final = 60_000
"""Milliseconds before the same seat may ask for the bell again."""


def ring(telling: Telling, seat: Seat, command: RingBell) -> Refusal | None:
    """A short pause for everybody. Ringing while it rings makes it longer, once."""
    room, now = telling.room, telling.now
    if seat.role == "member":
        if not self_held(room):
            return refused("guardians_only")
        if not _another_asked(room, seat.seat, now):
            return _ask(telling, seat)
    seconds = room.settings.bell_seconds
    if room.silence is not None:
        if room.silence.kind != "bell" or room.silence.extended:
            return refused("already_so")
        telling.tell(SilenceExtended(seconds=seconds))
        return None
    wait = _must_rest(room, seat.seat, now)
    if wait > 0:
        return refused("slow_down", seconds=-(-wait // 1000))
    telling.tell(SilenceBegan(kind="bell", by=seat.seat, seconds=seconds, intention=empty_words()))
    return None


def _another_asked(room: Room, seat: int, now: int) -> bool:
    """In a room that its members hold any two of them ring the bell: whether another wanted it just now."""
    return any(other != seat and at + _ASK_AGAIN > now for other, at in room.bell_asked.items())


def _must_rest(room: Room, seat: int, now: int) -> int:
    """Milliseconds before this seat may ring."""
    rest = max((at + room.settings.bell_rest_seconds * 1000 - now for _, at in room.bells), default=0)
    own = [at for who, at in room.bells if who == seat and at > now - 3_600_000]
    if len(own) >= room.settings.bells_an_hour:
        rest = max(rest, own[0] + 3_600_000 - now)
    return rest


def ask_for_bell(telling: Telling, seat: Seat, command: AskForBell) -> Refusal | None:
    """Somebody asks for a pause; those who may ring learn that, and not who it was."""
    room = telling.room
    if not any(s.role != "member" and s.here and s.stage == "inside" for s in room.seats.values()):
        return refused("nobody_there")
    return _ask(telling, seat)


def _ask(telling: Telling, seat: Seat) -> Refusal | None:
    """A wish for the bell, at most one in a minute."""
    asked = telling.room.bell_asked.get(seat.seat)
    if asked is not None and asked + _ASK_AGAIN > telling.now:
        return refused("slow_down", seconds=-(-(asked + _ASK_AGAIN - telling.now) // 1000))
    telling.tell(BellAsked(seat=seat.seat))
    return None


def begin(telling: Telling, seat: Seat, command: BeginSilence, intention: Words) -> Refusal | None:
    """A facilitator's silence; the way of talking before it comes back with all that was going on."""
    if telling.room.silence is not None:
        return refused("already_so")
    telling.tell(SilenceBegan(kind="silence", by=seat.seat, seconds=command.seconds, intention=intention))
    return None


def end_now(telling: Telling, seat: Seat, command: EndSilence) -> Refusal | None:
    """A facilitator ends it early. Where members hold the room anybody may, but for a bell, which takes two."""
    silence = telling.room.silence
    if silence is None:
        return refused("already_so")
    if silence.kind == "bell" and seat.role != "facilitator":
        return refused("facilitators_only")
    over(telling)
    return None


def ends_at(room: Room) -> int | None:
    """When it ends by itself: in time, or a while after the last facilitator who could end it has gone."""
    silence = room.silence
    if silence is None or silence.until is not None:
        return None if silence is None else silence.until
    if room.gone_since is None:
        return None
    return max(silence.began, room.gone_since) + room.settings.silence_alone_seconds * 1000


def over(telling: Telling) -> None:
    """The silence is over; the hands that went up in it are shown, in their order."""
    hands = telling.room.quiet_hands
    telling.tell(SilenceEnded())
    for hand in hands:
        telling.tell(
            QuietHandLowered(seat=hand.seat),
            HandRaised(seat=hand.seat, place=place_for(telling.room, hand.seat, "share")),
        )
        if hand.note is not None:
            telling.tell(NoteWritten(seat=hand.seat, kind="share", note=hand.note))


def seconds_left(room: Room, now: int) -> int | None:
    """How long it is still quiet, where that is known."""
    silence = room.silence
    return None if silence is None or silence.until is None else max(1, -(-(silence.until - now) // 1000))
