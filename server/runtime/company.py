"""The links of one room: who is connected, by seat, and which of them see the room's events."""

from collections.abc import Iterator
from typing import Final

from server.runtime.link import Link


class Company:
    """All links of one room. A seat has none, one or several."""

    def __init__(self) -> None:
        self._by_seat: Final[dict[int, list[Link]]] = {}
        self._welcomed: Final[dict[Link, None]] = {}
        self._insiders: Final[dict[Link, None]] = {}

    def add(self, seat: int, link: Link) -> int:
        """One more link of a seat; returns how many it has now. It is sent nothing before it is welcomed."""
        links = self._by_seat.setdefault(seat, [])
        if link not in links:
            links.append(link)
        return len(links)

    def welcome(self, seat: int, link: Link, *, inside: bool) -> bool:
        """The link gets the seat's cards from now on, and inside the room's events; False when it is gone already."""
        if link not in self._by_seat.get(seat, ()):
            return False
        self._welcomed[link] = None
        if inside:
            self._insiders[link] = None
        return True

    def remove(self, seat: int, link: Link) -> int | None:
        """A link is gone; returns how many the seat still has, or None when it was not here."""
        links = self._by_seat.get(seat, [])
        if link not in links:
            return None
        links.remove(link)
        self._welcomed.pop(link, None)
        self._insiders.pop(link, None)
        if not links:
            del self._by_seat[seat]
        return len(links)

    def let_in(self, seat: int) -> tuple[Link, ...]:
        """The seat's links see the room's events from now on."""
        links = self.welcomed(seat)
        for link in links:
            self._insiders[link] = None
        return links

    def of(self, seat: int) -> tuple[Link, ...]:
        """The links of one seat."""
        return tuple(self._by_seat.get(seat, ()))

    def welcomed(self, seat: int) -> tuple[Link, ...]:
        """Those of them that get what is sent to the seat."""
        return tuple(link for link in self._by_seat.get(seat, ()) if link in self._welcomed)

    def seats(self) -> tuple[int, ...]:
        """The seats that have a link."""
        return tuple(self._by_seat)

    def sees(self, link: Link) -> bool:
        """Whether the link sees the room's events."""
        return link in self._insiders

    def insiders(self) -> Iterator[Link]:
        """The links that see the room's events."""
        return iter(self._insiders)

    def everybody(self) -> tuple[tuple[int, Link], ...]:
        """All links with their seats."""
        return tuple((seat, link) for seat, links in self._by_seat.items() for link in links)
