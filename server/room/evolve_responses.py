"""How facts about sharing and responding, and about choosing who is next, change the room."""

from typing import Any, Final

from protocol import events as e
from server.room import facts as f
from server.room.change import changed
from server.room.state import Responding, Room, Turn
from server.room.turn_state import Asked
from server.room.window import length


def with_clocks(room: Room, turn: Turn, by: int) -> Turn:
    """The turn with what ends by itself so much later."""
    responding = turn.responding
    if responding is not None:
        responding = changed(responding, until=responding.until + by)
    choosing = None if turn.choosing_until is None else turn.choosing_until + by
    return changed(turn, responding=responding, choosing_until=choosing)


def with_new_clocks(room: Room, turn: Turn, now: int) -> Turn:
    """The turn with what ends by itself begun anew, as after a restart."""
    responding = turn.responding
    if responding is not None:
        responding = changed(responding, until=now + length(room.settings, turn.help))
    choosing = None if turn.choosing_until is None else now + room.settings.choose_seconds * 1000
    return changed(turn, responding=responding, choosing_until=choosing)


def _in_window(room: Room, turn: Turn, responding: Responding) -> Room:
    return changed(room, turn=changed(turn, responding=responding))


def _responded(room: Room, fact: f.HasResponded, at: int) -> Room:
    """One reply a person; what the sharer said yes to is used with these words."""
    turn = room.turn
    if turn is None or turn.responding is None:
        return room
    responding = turn.responding
    if fact.response == "reply":
        replied = responding.replied | {fact.seat}
        # The last reply takes no time from somebody who was told yes and is writing.
        full = len(replied) >= room.settings.responses_most and not any(ask.granted for ask in responding.asks)
        until = min(responding.until, at + room.settings.signs_seconds * 1000) if full else responding.until
        return _in_window(room, turn, changed(responding, replied=replied, until=until))
    asks = tuple(changed(a, used=True) if a.seat == fact.seat else a for a in responding.asks)
    heard = "said" if fact.response == "what_i_heard" else responding.heard
    return _in_window(room, turn, changed(responding, asks=asks, heard=heard))


def _help_wished(room: Room, fact: f.HelpWished, at: int) -> Room:
    return changed(room, helps={**room.helps, fact.seat: fact.help})


def _help_chosen(room: Room, fact: e.HelpChosen, at: int) -> Room:
    turn = room.turn
    if turn is None:
        return room
    turn = changed(turn, help=fact.help)
    if turn.responding is not None:
        # In a silence the clocks stand still since it began.
        now = at if room.silence is None else room.silence.began
        turn = changed(turn, responding=changed(turn.responding, until=now + length(room.settings, fact.help)))
    return changed(room, turn=turn)


def _opened(room: Room, fact: e.ResponsesOpened, at: int) -> Room:
    turn = room.turn
    if turn is None:
        return room
    until = at + length(room.settings, turn.help)
    return _in_window(room, turn, Responding(until=until, replied=frozenset(), asks=(), heard=None))


def _asked(room: Room, fact: f.SharerAsked, at: int) -> Room:
    turn = room.turn
    if turn is None or turn.responding is None:
        return room
    ask = Asked(fact.seat, fact.kind, answer=None, used=False)
    # Time enough for an answer.
    until = max(turn.responding.until, at + room.settings.signs_seconds * 1000)
    return _in_window(room, turn, changed(turn.responding, asks=(*turn.responding.asks, ask), until=until))


def _answered(room: Room, fact: f.AskAnswered, at: int) -> Room:
    turn = room.turn
    if turn is None or turn.responding is None or fact.ask > len(turn.responding.asks):
        return room
    responding = turn.responding
    asks = list(responding.asks)
    asks[fact.ask - 1] = changed(asks[fact.ask - 1], answer=fact.yes)
    # Whoever was told yes has time to write.
    until = max(responding.until, at + room.settings.responses_seconds * 1000) if fact.yes else responding.until
    return _in_window(room, turn, changed(responding, asks=tuple(asks), until=until))


def _heard(room: Room, fact: e.HeardAnswered, at: int) -> Room:
    turn = room.turn
    if turn is None or turn.responding is None:
        return room
    return _in_window(room, turn, changed(turn.responding, heard="yes" if fact.yes else "not_quite"))


def _chooses(room: Room, fact: e.HolderChooses, at: int) -> Room:
    turn = room.turn
    if turn is None:
        return room
    return changed(room, turn=changed(turn, responding=None, choosing_until=at + room.settings.choose_seconds * 1000))


# `Any`: each step takes the fact class it is filed under.
RESPONSES: Final[dict[type[Any], Any]] = {
    f.HelpWished: _help_wished,
    f.HasResponded: _responded,
    e.HelpChosen: _help_chosen,
    e.ResponsesOpened: _opened,
    f.SharerAsked: _asked,
    f.AskAnswered: _answered,
    e.HeardAnswered: _heard,
    e.HolderChooses: _chooses,
}
