"""Assertion verbs of the stories: what one may expect to hear, see and hold."""

from protocol.cards import Card
from protocol.events import RoundEnded
from protocol.frames import CardFrame
from protocol.refusals import RefusalCode
from protocol.snapshot import RoomSnapshot
from tests.support.playbook import Playbook
from tests.support.stage import Heard


def assert_refused(heard: Heard, code: RefusalCode) -> None:
    """The wish was refused with this code, and nothing became true."""
    assert heard.refusal is not None, f"was not refused: {_names(heard)}"
    assert heard.refusal.code == code
    assert heard.facts == ()


def assert_happened(heard: Heard, *kinds: type) -> None:
    """Everybody saw exactly these events, in this order."""
    assert heard.refusal is None, f"refused: {heard.refusal}"
    assert [type(event) for event in heard.events] == list(kinds)


def assert_nothing_happened(heard: Heard) -> None:
    """Nobody was told anything, and nothing changed."""
    assert heard.refusal is None
    assert heard.facts == ()


def assert_offered(book: Playbook, seat: int) -> None:
    """The piece is offered to this seat, and waits for an answer."""
    assert book.room.turn is not None, "the piece is in the centre"
    assert (book.room.turn.seat, book.room.turn.taken) == (seat, False)


def assert_holds(book: Playbook, seat: int) -> None:
    """This seat has taken the piece."""
    assert book.room.turn is not None, "the piece is in the centre"
    assert (book.room.turn.seat, book.room.turn.taken) == (seat, True)


def assert_centre(book: Playbook) -> None:
    """Nobody has the piece."""
    assert book.room.turn is None


def assert_round_over(book: Playbook, shared: int) -> None:
    """The piece is back in the centre, and so many have shared words."""
    assert book.room.round is None
    assert book.last(RoundEnded).shared == shared


def cards_of(book: Playbook, seat: int, kind: type[Card] | None = None) -> list[Card]:
    """The cards a seat got, of one kind or all."""
    cards = [frame.card for frame in book.posts[seat].frames if isinstance(frame, CardFrame)]
    return [card for card in cards if kind is None or isinstance(card, kind)]


def assert_told_alone(book: Playbook, seat: int, kind: type[Card]) -> None:
    """This seat, and nobody else, got a card of this kind."""
    told = [other for other in book.posts if cards_of(book, other, kind)]
    assert told == [seat]


def view_of(book: Playbook, seat: int) -> RoomSnapshot:
    """What a seat in the room sees by now, folded from all it was sent."""
    view = book.posts[seat].view
    assert isinstance(view, RoomSnapshot), "is not in the room"
    return view


def _names(heard: Heard) -> list[str]:
    return [type(fact).__name__ for fact in heard.facts]
