"""A room and everybody's post, by hand: facts become numbered events, cards and hints, as in the running house.

No sockets, no tasks, no clock: time is a number that the story moves. After every wish the
laws are held: the decision is what evolve makes of its facts, the journal gives back the
same structure, and each seat's folded view is the server's own.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from protocol.cards import Presence, Warm
from protocol.codec import encode
from protocol.events import CameIn, Event, RoleChanged
from protocol.frames import CardFrame, HappenedFrame, HintFrame, ServerFrame, SnapshotFrame
from protocol.refusals import Refusal
from protocol.rooms import SaidWords
from protocol.snapshot import Snapshot
from server.room import facts as f
from server.room.alarms import next_wake
from server.room.audience import cards
from server.room.decide import decide_inner
from server.room.evolve import evolve, evolved, restored
from server.room.inner import Inner, Tick
from server.room.memory import Ring
from server.room.signals import warmth_for
from server.room.state import Room
from server.room.telling import Decision
from server.room.view import away, room_view, waiting_view
from tests.support.fold import folded
from tests.support.invariants import check_fact, check_room, check_wake
from tests.support.same import assert_same_structure, assert_same_view


@dataclass(frozen=True, slots=True)
class Heard:
    """What a wish led to: facts, or a refusal."""

    facts: tuple[f.Fact, ...] = ()
    refusal: Refusal | None = None

    @property
    def events(self) -> tuple[Event, ...]:
        """The facts that everybody sees."""
        return tuple(fact for fact in self.facts if f.is_event(fact))


@dataclass(slots=True)
class Post:
    """What one seat was sent within this epoch and the last, and what it makes of it."""

    frames: list[ServerFrame]
    checks: list[tuple[int, Snapshot]]
    view: Snapshot | None = None
    card: int = 0
    since: int = 0
    """The number of the event with which this seat came in, within this epoch."""
    attached: bool = False
    """False after a restart, until the seat is back and has its new snapshot."""


class Stage:
    """One room with its ring, its journal, and the post of every seat.

    Args:
        beginning: the room before anybody is in it.
        ring_events: how many events the ring remembers.
        watched: hold the laws after every wish (the long laws choose when).
    """

    def __init__(self, beginning: Room, *, ring_events: int = 500, watched: bool = True) -> None:
        self.beginning = beginning
        self.room = beginning
        self.kept = beginning
        """The room as the journal alone would give it back."""
        self.now = 0
        self.journal: list[tuple[int, bytes]] = []
        self.posts: dict[int, Post] = {}
        self.ring_events = ring_events
        self.ring = Ring(ring_events, 1 << 20)
        self.epochs = 1
        self.watched = watched
        self.chance = 0

    @property
    def epoch(self) -> str:
        """This run of the process."""
        return f"epoch-{self.epochs:05}"

    def lot(self) -> int:
        """64 bits of chance: the same ones in every run."""
        self.chance += 1
        return self.chance * 0x9E3779B97F4A7C15 % (1 << 64)

    # --- carrying out ---------------------------------------------------------------------------

    def carry_out(self, decided: Decision | Refusal) -> Heard:
        """Journal, evolve, tell, in the runner's order."""
        if isinstance(decided, Refusal):
            return Heard(refusal=decided)
        before = self.room
        self.room = decided.room
        for fact in decided.facts:
            form = f.journal_form(before.secret, fact)
            if form is not None:
                body = f.to_bytes(form)
                self.journal.append((self.now, body))
                self.kept = evolve(self.kept, f.from_bytes(body), self.now)
        self._tell(before, decided.facts)
        if self.watched:
            assert evolved(before, decided.facts, self.now) == decided.room
            self.hold_the_laws()
        return Heard(decided.facts)

    def house(self, wish: Inner) -> Heard:
        """The house asks for something."""
        return self.carry_out(decide_inner(self.room, wish, self.now, self.lot()))

    def _tell(self, before: Room, facts: Iterable[f.Fact]) -> None:
        room = before
        newcomers: list[int] = []
        for fact in facts:
            after = evolve(room, fact, self.now)
            if self.watched:
                check_fact(room, fact, after)
            if f.is_event(fact):
                self._event(fact)
            for seat, card in cards(room, fact, after):
                post = self.posts[seat]
                post.card += 1
                if post.attached:
                    self._send(seat, CardFrame(number=post.card, card=card))
            if isinstance(fact, f.SeatMade):
                self.posts[fact.seat] = Post([], [])
            if isinstance(fact, CameIn):
                newcomers.append(fact.person.seat)
                self.posts[fact.person.seat].since = self.ring.number
            if isinstance(fact, RoleChanged):
                newcomers.append(fact.seat)
            room = after
        for seat in newcomers:
            if self.posts[seat].attached:
                self._send(seat, SnapshotFrame(snapshot=self.server_view(seat)))
        for seat in self._insiders():
            if seat in room.seats and warmth_for(before, seat) != warmth_for(room, seat):
                self._send(seat, HintFrame(hint=Warm(warmth=warmth_for(room, seat))))
        if away(before) != away(room):
            for seat in self._insiders():
                self._send(seat, HintFrame(hint=Presence(away=away(room))))

    def _event(self, event: Event) -> None:
        frame = HappenedFrame(number=self.ring.number + 1, event=event)
        self.ring.remember(event, encode(frame))
        for seat in self._insiders():
            self._send(seat, frame)

    def _insiders(self) -> Iterable[int]:
        """Seats that see the room's events: those who have been handed a view of it."""
        return (s for s, p in self.posts.items() if p.attached and p.view is not None and p.view.state == "in_room")

    def _send(self, seat: int, frame: ServerFrame) -> None:
        post = self.posts[seat]
        post.frames.append(frame)
        post.view = folded(post.view, frame)

    def attach(self, seat: int) -> None:
        """A first snapshot of this epoch, and everything from now on."""
        self.posts[seat].attached = True
        self._send(seat, SnapshotFrame(snapshot=self.server_view(seat)))

    def detach(self, seat: int) -> None:
        """The seat has ended: nothing is sent to it any more."""
        self.posts[seat].attached = False

    # --- views and laws -------------------------------------------------------------------------

    def server_view(self, seat: int) -> Snapshot:
        """What the server would hand out now."""
        post = self.posts[seat]
        if self.room.seats[seat].stage == "waiting":
            return waiting_view(self.room, seat, epoch=self.epoch, card=post.card)
        said: tuple[SaidWords, ...] = self.ring.said_since(post.since)
        return room_view(
            self.room, seat, epoch=self.epoch, number=self.ring.number, card=post.card, said=said, now=self.now
        )

    def hold_the_laws(self) -> None:
        """The invariants; every view is the server's own; the journal gives back the structure."""
        check_room(self.room)
        check_wake(self.room, self.now)
        for seat, post in self.posts.items():
            if self.room.seats[seat].stage == "gone":
                post.attached = False
            if post.attached:
                assert_same_view(post.view, self.server_view(seat))
        assert_same_structure(self.kept, self.room)

    def checked(self) -> None:
        """Note in the transcript what each seat should know by now."""
        for seat, post in self.posts.items():
            if post.attached:
                post.checks.append((len(post.frames), self.server_view(seat)))

    # --- time and restarts ----------------------------------------------------------------------

    def tick(self) -> Heard:
        """The clock asks whether anything's time has come."""
        return self.house(Tick())

    def waits(self, seconds: float) -> Heard:
        """Time passes; the room is woken whenever it asked to be."""
        until = self.now + round(seconds * 1000)
        facts: list[f.Fact] = []
        while (wake := next_wake(self.room)) is not None and wake <= until:
            self.now = max(self.now, wake)
            heard = self.tick()
            assert heard.facts, "the room asked to be woken for nothing"
            facts += heard.facts
        self.now = until
        return Heard(tuple(facts))

    def restarts(self) -> None:
        """The process dies and starts again: a new epoch; nobody is connected; words are gone."""
        room = self.beginning
        at = 0
        for at, body in self.journal:
            room = evolve(room, f.from_bytes(body), at)
        self.now = at
        self.room = self.kept = restored(room, at)
        self.epochs += 1
        self.ring = Ring(self.ring_events, 1 << 20)
        for post in self.posts.values():
            post.attached, post.card, post.since = False, 0, 0
