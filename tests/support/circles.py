"""Circles in which a story can begin at once: people are in, or a round is on its way."""

from protocol.room_settings import RoomSettings
from protocol.rooms import Mode
from tests.support.builders import a_room, times
from tests.support.playbook import Playbook

Circle = tuple[Playbook, int, list[int]]
"""The book, the facilitator (who listens), the members."""


def a_circle(members: int = 3, *, mode: Mode = "open_floor", **changed: object) -> Circle:
    """A facilitator who listens, and members who are in."""
    return _circle(members, mode, times(**changed))


def a_round(members: int = 3, *, prompt: str = "", **changed: object) -> Circle:
    """The same, with a round begun: the members in the order that was told."""
    book, host, _ = _circle(members, "open_floor", times(**changed))
    book.starts_round(host, prompt)
    return book, host, list(book.order)


def _circle(members: int, mode: Mode, settings: RoomSettings) -> Circle:
    book = Playbook(a_room(mode=mode, settings=settings))
    host = book.facilitator(listening=True)
    return book, host, [book.comes_in() for _ in range(members)]
