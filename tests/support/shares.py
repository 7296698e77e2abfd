"""Circles in which somebody has just shared: stories of the time to respond begin here."""

from protocol.rooms import HelpWish
from tests.support.circles import Circle, a_circle
from tests.support.playbook import Playbook


def has_shared(book: Playbook, host: int, sharer: int, wish: HelpWish = "listen") -> None:
    """Somebody has shared, and there is time to respond as they wished."""
    if wish != "listen":
        book.wishes(sharer, wish)
    book.offers(host, sharer)
    book.shares(sharer, "It was a long week.")
    assert responding(book)


def a_share(wish: HelpWish = "listen", members: int = 3, **changed: object) -> Circle:
    """A circle in the time to respond to the share of its first member."""
    book, host, people = a_circle(members, mode="share_and_respond", **changed)
    has_shared(book, host, people[0], wish)
    return book, host, people


def responding(book: Playbook) -> bool:
    """Whether there is time to respond."""
    return book.room.turn is not None and book.room.turn.stage == "responding"
