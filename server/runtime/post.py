"""The post of one room: facts become finished frames and go to the links that may see them.

An event is serialised and framed once; the same bytes go to everybody and into the ring.
Decides nothing: who may see what is `room/audience`.
"""

from collections import deque
from collections.abc import Iterator
from typing import Final

from protocol.cards import Card, Hint, Places, Presence, SilenceLeft, Warm
from protocol.codec import encode, encode_event
from protocol.events import CameIn, Event, RoleChanged, WentOut
from protocol.frames import CardFrame, HintFrame, SnapshotFrame
from protocol.ids import CardNumber, EpochId, EventNumber
from server.room import facts as f
from server.room.audience import cards
from server.room.memory import Ring
from server.room.signals import warmth_for
from server.room.state import Room
from server.room.telling import Decision
from server.room.view import away, room_view, silence_left, waiting_view
from server.runtime.bag import Bag
from server.runtime.company import Company
from server.runtime.letters import Letter, Letters
from server.runtime.link import Framer, Link

_CHANGES_PRESENCE: Final = frozenset({f.Faded, f.Connected, f.SeatEnded, WentOut})


class Seen:
    """What a client that comes back has seen already."""

    __slots__ = ("card", "epoch", "number")

    def __init__(self, epoch: EpochId | None, number: EventNumber, card: CardNumber) -> None:
        self.epoch = epoch
        self.number = number
        self.card = card


class Post:
    """Turns what became true into frames. One for each run of a room.

    Args:
        epoch: this run; numbers mean something only within it.
        framer: makes a finished frame of a payload.
        ring: the room's short memory.
        company: the room's links.
        bag: what leaves at the end of this moment.
    """

    def __init__(self, epoch: str, framer: Framer, ring: Ring, company: Company, bag: Bag) -> None:
        self.epoch: Final = epoch
        self.ring: Final = ring
        self._framer: Final = framer
        self._company: Final = company
        self._bag: Final = bag
        self._letters: Final = Letters()
        self._since: Final[dict[int, int]] = {}
        """The number at which each seat came in, within this epoch: nobody is shown what is older."""

    def tell(self, before: Room, decided: Decision, at: int) -> None:
        """Send out what became true, in order; newcomers get their snapshot at the end."""
        room = before
        newcomers: list[int] = []
        presence = False
        for fact, after in zip(decided.facts, decided.rooms, strict=True):
            if f.is_event(fact):
                self._event(fact)
            for seat, card in cards(room, fact, after):
                self._card(seat, card)
            if isinstance(fact, CameIn):
                newcomers.append(fact.person.seat)
                self._since[fact.person.seat] = self.ring.number
            elif isinstance(fact, RoleChanged):
                newcomers.append(fact.seat)  # another role sees other things: a fresh view
            presence = presence or type(fact) in _CHANGES_PRESENCE
            room = after
        for seat in newcomers:
            for link in self._company.welcomed(seat):
                self._bag.joins(link)
            for link in self._company.let_in(seat):
                self._snapshot(room, seat, link, at)
        self._warm(before, room)
        if presence and away(room) != away(before):
            self._hint_all(Presence(away=away(room)))

    def _warm(self, before: Room, room: Room) -> None:
        """Whoever may feel the warmth around the sharer is told when it changes."""
        if before.turn is room.turn and before.no_signals is room.no_signals and before.inside is room.inside:
            return
        for seat in room.inside:
            now = warmth_for(room, seat)
            if now != warmth_for(before, seat):
                self._bag.empty()
                frame = self._hint_frame(Warm(warmth=now))
                for link in self._company.welcomed(seat):
                    link.hint(frame)

    def _event(self, event: Event) -> None:
        frame = self._framer(encode_event(self.ring.number + 1, event))
        self.ring.remember(event, frame)
        self._bag.to_everybody(frame)

    def _card(self, seat: int, card: Card) -> None:
        number = self._letters.next(seat)
        frame = self._framer(encode(CardFrame(number=number, card=card)))
        self._letters.remember(seat, Letter(number, self.ring.number, frame))
        for link in self._company.welcomed(seat):
            self._bag.to_one(link, frame)

    def answer(self, link: Link, frame: bytes) -> None:
        """The answer to somebody's wish, after whatever the wish caused."""
        self._bag.to_one(link, frame)

    def empty(self) -> None:
        """Everything that is on its way leaves now: before a link is closed, and at the end."""
        self._bag.empty()

    def joins(self, link: Link) -> None:
        """A link sees the room from here on."""
        self._bag.joins(link)

    def welcome(self, room: Room, seat: int, link: Link, seen: Seen | None, now: int) -> None:
        """A link of this seat is open: what it missed, or a snapshot."""
        if seen is None or not self._missed(room, seat, link, seen, now):
            self._snapshot(room, seat, link, now)

    def _missed(self, room: Room, seat: int, link: Link, seen: Seen, now: int) -> bool:
        if seen.epoch != self.epoch or room.seats[seat].stage != "inside":
            return False
        if seen.number < self._since.get(seat, 0):
            return False
        events = self.ring.since(seen.number)
        letters = self._letters.since(seat, seen.card)
        if events is None or letters is None:
            return False
        for frame in _interleaved(events, letters, self.ring.number - len(events)):
            self._bag.to_one(link, frame)
        self._bag.empty()
        link.hint(self._hint_frame(Presence(away=away(room))))
        link.hint(self._hint_frame(Warm(warmth=warmth_for(room, seat))))
        if room.silence is not None:
            link.hint(self._hint_frame(SilenceLeft(left=silence_left(room.silence, now))))
        return True

    def _snapshot(self, room: Room, seat: int, link: Link, now: int) -> None:
        card = self._letters.last(seat)
        if room.seats[seat].stage == "waiting":
            view = SnapshotFrame(snapshot=waiting_view(room, seat, epoch=self.epoch, card=card))
        else:
            said = self.ring.said_since(self._since.get(seat, 0))
            view = SnapshotFrame(
                snapshot=room_view(room, seat, epoch=self.epoch, number=self.ring.number, card=card, said=said, now=now)
            )
        self._bag.to_one(link, self._framer(encode(view)))

    def places(self, seat: int) -> None:
        """Tell a seat in how many places it is open."""
        links = self._company.of(seat)
        if links:
            self._bag.empty()
            frame = self._hint_frame(Places(count=len(links)))
            for link in links:
                link.hint(frame)

    def _hint_all(self, hint: Hint) -> None:
        self._bag.empty()
        frame = self._hint_frame(hint)
        for link in self._company.insiders():
            link.hint(frame)

    def _hint_frame(self, hint: Hint) -> bytes:
        return self._framer(encode(HintFrame(hint=hint)))

    def forget(self, seat: int) -> None:
        """The seat has ended."""
        self._letters.forget(seat)
        self._since.pop(seat, None)


def _interleaved(events: tuple[bytes, ...], letters: tuple[Letter, ...], first: int) -> Iterator[bytes]:
    """Events and cards as they left: each card after the event it followed. `first`: the event before these."""
    waiting = deque(letters)
    for number, event in enumerate(events, first):
        while waiting and waiting[0].after <= number:
            yield waiting.popleft().frame
        yield event
    for letter in waiting:
        yield letter.frame
