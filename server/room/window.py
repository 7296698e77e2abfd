"""Whether there is time to respond after a share, and how long. Small questions, no rules (domain.md 5.4)."""

from protocol.room_settings import RoomSettings
from protocol.rooms import HelpWish
from server.room.state import Room


def has_window(room: Room) -> bool:
    """Whether this way of talking leaves time to respond after each share."""
    if room.mode == "share_and_respond":
        return True
    return room.settings.respond_after_turns and room.mode in ("round", "passing")


def length(settings: RoomSettings, wish: HelpWish) -> int:
    """Milliseconds of it: short where nobody writes, longer where replies are wished."""
    wordless = wish in ("listen", "silence")
    return (settings.signs_seconds if wordless else settings.responses_seconds) * 1000
