"""When nobody holds the room: said after a while, the running turn may finish, and in the end a kind closing.

Nobody is promoted and nobody votes (I9). A facilitator who comes back finds everything as
it was. A room that its members hold on purpose is never unheld. Rules: domain.md 5.9.
"""

from collections.abc import Iterator
from typing import Final

from protocol.events import Closed, ClosingSoon, HeldAgain, ModeAwaited, ModeChanged, Unheld
from server.room import leading
from server.room.facts import empty_words
from server.room.held import facilitator_here, self_held
from server.room.state import Room
from server.room.telling import Telling

_NOTICE: Final = 300
"""Seconds before the closing at which it is told."""


def moments(room: Room) -> Iterator[int]:
    """When something happens because no facilitator is here."""
    if room.gone_since is None or self_held(room):
        return
    settings = room.settings
    if not room.unheld:
        yield room.gone_since + settings.unheld_after_seconds * 1000
        return
    if not room.closing_told:
        yield room.gone_since + _notice_after(room) * 1000
    yield room.gone_since + max(settings.unheld_closes_seconds, settings.unheld_after_seconds) * 1000


def tick(telling: Telling) -> None:
    """What has come due."""
    room, now = telling.room, telling.now
    if room.gone_since is None or self_held(room):
        return
    gone = now - room.gone_since
    settings = room.settings
    if not room.unheld:
        if gone >= settings.unheld_after_seconds * 1000:
            telling.tell(Unheld())
            _talk_openly(telling)
        return
    closes = max(settings.unheld_closes_seconds, settings.unheld_after_seconds) * 1000
    if gone >= closes:
        telling.tell(Closed(why="unheld"))
    elif not room.closing_told and gone >= _notice_after(room) * 1000:
        telling.tell(ClosingSoon(seconds=max(1, -(-(closes - gone) // 1000))))


def _talk_openly(telling: Telling) -> None:
    """Where the group chose so: without a facilitator we talk openly and slowly, after the running turn."""
    room = telling.room
    by = room.lead if room.lead is not None else next(iter(room.facilitators), None)
    if room.settings.when_unheld != "open_floor_slow" or room.mode == "open_floor" or by is None:
        return
    if room.turn is not None or room.silence is not None:
        telling.tell(ModeAwaited(mode="open_floor", by=by))
    else:
        telling.tell(ModeChanged(mode="open_floor", span=room.span + 1, prompt=empty_words(), by=by))


def held_again(telling: Telling, seat: int) -> None:
    """A facilitator is here again, and leads where the lead is not."""
    if seat not in telling.room.facilitators:
        return
    leading.pass_the_lead_on(telling)
    if telling.room.unheld and facilitator_here(telling.room):
        telling.tell(HeldAgain(seat=seat))


def _notice_after(room: Room) -> int:
    settings = room.settings
    return max(settings.unheld_closes_seconds - _NOTICE, settings.unheld_after_seconds)
