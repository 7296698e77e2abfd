"""What follows from a wish: facts, or a refusal and nothing changed. Dispatch only; each subject has its rules."""

from typing import Final, assert_never

from protocol import commands as c
from protocol.events import Closed, InvitationRenewed, JournalLost
from protocol.refusals import Refusal
from protocol.words import Words
from server.room import alarms, leading, membership, piece, rounds
from server.room.facts import Connected, Disconnected, KeyChanged
from server.room.held import self_held
from server.room.holding import held_again
from server.room.inner import (
    Arrive,
    Connect,
    Disconnect,
    End,
    Inner,
    LoseJournal,
    RenewedInvitation,
    ReplaceKey,
    Tick,
)
from server.room.lots import between
from server.room.onwards import onwards
from server.room.silence import seconds_left
from server.room.state import Room
from server.room.table import ANYWHERE, BY_MODE, FACILITATORS_ONLY, HUSHED, MEMBERS_MAY, WITH_WORDS
from server.room.telling import Decision, Telling, refused

_WAITING_MAY: Final = (c.Leave,)
"""What one may ask for from the waiting room."""


def decide(
    room: Room, seat: int, command: c.RoomCommand, words: Words | None, now: int, draw: int
) -> Decision | Refusal:
    """What follows from `seat` asking `command` now. Changes nothing.

    Args:
        room: the room as it is.
        seat: who asks.
        command: what they ask.
        words: the words of the command as moderation let them pass; None where it has none.
        now: milliseconds since the meeting began.
        draw: 64 bits of chance.

    Returns:
        A decision whose facts the runner journals and applies, or the refusal to tell the one who asked.
    """
    who = room.seats.get(seat)
    if room.closed or who is None or who.stage == "gone":
        return refused("seat_ended")
    if who.stage == "waiting" and not isinstance(command, _WAITING_MAY):
        return refused("still_waiting")
    kind = type(command)
    if kind in FACILITATORS_ONLY and who.role != "facilitator" and not (self_held(room) and kind in MEMBERS_MAY):
        return refused("facilitators_only")
    handler = BY_MODE[room.mode].get(kind) or ANYWHERE.get(kind)
    if handler is None:
        return refused("other_mode")
    if room.silence is not None and kind in HUSHED:
        return refused("silence_now", seconds=seconds_left(room, now))
    telling = Telling(room, now, draw)
    refusal = handler(telling, who, command, words) if kind in WITH_WORDS else handler(telling, who, command)
    return _decided(telling, refusal)


def _decided(telling: Telling, refusal: Refusal | None) -> Decision | Refusal:
    if refusal is not None:
        return refusal
    onwards(telling)
    return telling.decision()


def decide_inner(room: Room, wish: Inner, now: int, draw: int) -> Decision | Refusal:
    """The same for what the house asks."""
    if room.closed:
        return refused("seat_ended")
    telling = Telling(room, now, draw)
    refusal: Refusal | None = None
    match wish:
        case Arrive():
            refusal = membership.arrive(telling, wish)
        case Connect() | Disconnect() | ReplaceKey() if _has_ended(room, wish.seat):
            return refused("seat_ended")
        case Connect():
            telling.tell(Connected(seat=wish.seat))
            held_again(telling, wish.seat)
            piece.welcome_back(telling, wish.seat)
            rounds.join(telling, wish.seat)
        case Disconnect():
            _disconnect(telling, wish.seat)
        case ReplaceKey():
            if wish.key in room.keys:
                return refused("key_in_use")
            telling.tell(KeyChanged(seat=wish.seat, key=wish.key))
        case Tick():
            alarms.tick(telling)
        case LoseJournal():
            if room.survives_restart:
                telling.tell(JournalLost())
        case RenewedInvitation():
            telling.tell(InvitationRenewed(by=wish.by))
        case End():
            telling.tell(Closed(why=wish.why))
        case _:
            assert_never(wish)
    return _decided(telling, refusal)


def _has_ended(room: Room, seat: int) -> bool:
    return seat not in room.seats or room.seats[seat].stage == "gone"


def _disconnect(telling: Telling, seat: int) -> None:
    settings = telling.room.settings
    wait = between(settings.fade_least_seconds * 1000, settings.fade_most_seconds * 1000, telling.draw)
    telling.tell(Disconnected(seat=seat, shown_at=telling.now + wait))
    leading.pass_the_lead_on(telling)
    piece.wait_for(telling, seat)
