"""Rooms and circles to begin a story with: the usual ones in one line, the unusual by name."""

import hashlib

from protocol.room_settings import RoomSettings
from protocol.rooms import Agreement, DoorLevel, Mode
from protocol.words import Words
from server.room.state import Room, beginning

SECRET = bytes(range(32))
"""Names of all stories hang on it."""

MINUTE = 60_000


def command_id(number: int) -> str:
    """A command id, 22 characters."""
    return f"command{number:015}"


def key_hash(of: str) -> str:
    """64 hex digits, different for every `of`."""
    return hashlib.sha256(of.encode()).hexdigest()


def a_room(
    *,
    mode: Mode = "open_floor",
    door: DoorLevel = "knock",
    settings: RoomSettings | None = None,
    seats_most: int = 100,
    empty_most: int = 15 * MINUTE,
    longest: int = 12 * 60 * MINUTE,
    survives_restart: bool = True,
) -> Room:
    """A room before anybody is in it."""
    return beginning(
        secret=SECRET,
        group=Words("Tuesday circle"),
        run_by=Words("The Lantern House"),
        agreement=Agreement(version=1, lines=(Words("What is said here stays here."), Words("Anybody may pass."))),
        crisis_policy="signpost",
        settings=settings or RoomSettings(),
        mode=mode,
        door=door,
        empty_most=empty_most,
        longest=longest,
        seats_most=seats_most,
        survives_restart=survives_restart,
    )


def times(**changed: object) -> RoomSettings:
    """The default settings, but for those named."""
    return RoomSettings.model_validate(changed)
