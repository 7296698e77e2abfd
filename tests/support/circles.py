"""Circles in which a story can begin at once: people are in, or a round is on its way."""

from protocol.rooms import Mode
from tests.support.builders import a_room, times
from tests.support.playbook import Playbook


def a_circle(members: int = 3, *, mode: Mode = "open_floor", **changed: object) -> tuple[Playbook, int, list[int]]:
    """A facilitator who listens, and members who are in: (the book, the facilitator, the members)."""
    book = Playbook(a_room(mode=mode, settings=times(**changed)))
    host = book.facilitator(listening=True)
    return book, host, [book.comes_in() for _ in range(members)]


def a_round(members: int = 3, *, prompt: str = "", **changed: object) -> tuple[Playbook, int, list[int]]:
    """The same, with a round begun: the members in the order that was told."""
    book, host, _ = a_circle(members, **changed)
    book.starts_round(host, prompt)
    return book, host, list(book.order)
