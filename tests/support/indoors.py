"""The running house without sockets, disk and real time: hub, doors, desks and sessions on small real adapters.

Nothing waits here: what would run beside everything runs at once, as far as it can go,
and goes on when the story says `works()`.
"""

import hashlib
import inspect
import json
from collections.abc import Coroutine
from typing import Any

from moderation.pacing import Pace
from protocol import version
from protocol.frames import Accepted, Answer, Refused
from protocol.replies import Reply
from protocol.room_settings import RoomSettings
from protocol.rooms import DoorLevel, Mode
from protocol.words import Secret, Words
from server.ports import FacilitatorRecord, GroupRecord, Journal
from server.runtime.desk import Desk, DeskTimes
from server.runtime.door import Door
from server.runtime.hub import Hub, Needs
from server.runtime.link import Framer
from server.runtime.meeting import RoomPlan
from server.runtime.pairing import Pairing
from server.runtime.runner import Runner
from server.runtime.session import House, Session
from tests.support.builders import MINUTE, command_id
from tests.support.journals import MoodyJournal
from tests.support.links import ListLink
from tests.support.manual_clock import CountedChance, ManualClock
from tests.support.shelf import PlainPassphrases, Shelf


def hashed(secret: Secret) -> bytes:
    """The hasher port, under a key that everybody knows."""
    return hashlib.sha256(b"story:" + secret.encode()).digest()


def same(payload: bytes) -> bytes:
    """A framer that leaves frames readable."""
    return payload


class Indoors:
    """The house.

    Args:
        journal: the live journal; another house's, to begin after its crash.
        shelf: the directory; likewise.
        ring_events, ring_bytes: the room's short memory.
        framer: `same` leaves frames readable; for real sockets it is the edge's own.
    """

    def __init__(
        self,
        *,
        journal: Journal | None = None,
        shelf: Shelf | None = None,
        settings: RoomSettings | None = None,
        ring_events: int = 500,
        ring_bytes: int = 1 << 20,
        pace: Pace | None = None,
        seed: str = "story",
        framer: Framer = same,
    ) -> None:
        self.clock = ManualClock()
        self.chance = CountedChance(seed)
        self.journal = journal or MoodyJournal()
        self.shelf = shelf or Shelf()
        self.passphrases = PlainPassphrases()
        self._asked = 0
        self._beside: list[Coroutine[Any, Any, None]] = []  # Any: nobody sends into them
        needs = Needs(
            clock=self.clock,
            chance=self.chance,
            journal=self.journal,
            directory=self.shelf,
            hasher=hashed,
            framer=framer,
            spawn=self._spawn,
        )
        plan = RoomPlan(
            run_by=Words("The Lantern House"),
            crisis_policy="signpost",
            settings=settings or RoomSettings(),
            neutral_site="https://example.org/",
            ring_events=ring_events,
            ring_bytes=ring_bytes,
            empty_most=15 * MINUTE,
            longest=12 * 60 * MINUTE,
            seats_most=100,
        )
        self.hub = Hub(needs, plan)
        pairing = Pairing(needs, self.hub, lasts=15 * MINUTE)
        times = DeskTimes(idle=30 * MINUTE, longest=8 * 60 * MINUTE)
        self.house = House(
            needs=needs,
            hub=self.hub,
            door=Door(needs, self.hub, pairing),
            desk=Desk(needs, self.hub, self.passphrases, times, pairing),
            pace=pace or Pace(1_000, 1_000),
            server_version="0.0.0",
            run_by=plan.run_by,
            wiping=False,
        )

    def new_id(self) -> str:
        """A command id that nobody has used yet."""
        self._asked += 1
        return command_id(self._asked)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:  # Any: as above
        self._beside.append(work)
        self.works()

    def works(self) -> None:
        """What runs beside everything goes on as far as it can."""
        for work in tuple(self._beside):
            if work in self._beside and inspect.getcoroutinestate(work) != inspect.CORO_RUNNING:
                try:
                    work.send(None)
                except StopIteration:
                    self._beside.remove(work)

    def gives_up(self) -> None:
        """The process is gone: what ran beside everything ends where it stands."""
        for work in self._beside:
            work.close()
        self._beside.clear()

    def restore(self) -> int:
        """After a start: the meetings come back."""
        self._restored = 0
        self._spawn(self._restore())
        return self._restored

    async def _restore(self) -> None:
        self._restored = await self.hub.restore()

    # --- people ---------------------------------------------------------------------------------

    def visitor(self, *, hello: bool = True) -> "Visitor":
        """A new connection."""
        return Visitor(self, hello=hello)

    def facilitator(self, name: str = "fay") -> str:
        """Somebody who may hold circles here; the link is `facilitator_link(name)`, the passphrase not chosen yet."""
        identity = Secret(hashlib.sha256(name.encode()).hexdigest()[:22])
        record = FacilitatorRecord(str(identity), Words(name), hashed(facilitator_link(name)), None)
        self.shelf.people[record.facilitator] = record
        return record.facilitator

    def group(self, owner: str, *, mode: Mode = "open_floor", door: DoorLevel = "open", name: str = "g") -> Secret:
        """A group of theirs; returns its invitation."""
        link = Secret(f"invitation-to-{name}-0000")
        identity = hashlib.sha256(b"group:" + name.encode()).hexdigest()[:22]
        record = GroupRecord(
            identity, owner, Words("Tuesday circle"), mode, door, (Words("We listen."),), 1, hashed(link)
        )
        self.shelf.groups[identity] = record
        self.hub.keep_link(identity, link)
        return link

    @property
    def runner(self) -> Runner:
        """The one open room."""
        (runner,) = self.hub.rooms()
        return runner


def facilitator_link(name: str) -> Secret:
    """The link of a facilitator."""
    return Secret(f"link-of-{name}-00000000")


def seat_key(name: str) -> str:
    """A seat key, 43 characters."""
    return hashlib.sha256(b"key:" + name.encode()).hexdigest()[:43]


class Visitor:
    """Somebody's connection: speaks JSON to a session, and reads what comes back."""

    def __init__(self, house: Indoors, *, hello: bool = True) -> None:
        self.house = house
        self.link = ListLink()
        self.session = Session(house.house, self.link)
        if hello:
            self.sends(type="hello", version=version.PROTOCOL_VERSION, language="en", client="story/1")

    def sends(self, **fields: object) -> None:
        """One frame."""
        self.session.receive(json.dumps(fields).encode())

    def asks(self, kind: str, /, **fields: object) -> str:
        """A command with a fresh id, unless one is given; returns the id."""
        command = str(fields.pop("id", None) or self.house.new_id())
        self.sends(type=kind, id=command, **fields)
        return command

    def answered(self, kind: str, /, **fields: object) -> Answer:
        """The same, and its answer, which must be there."""
        answer = self.link.answer(self.asks(kind, **fields))
        assert answer is not None, f"{kind} was not answered"
        return answer

    def gets(self, kind: str, /, **fields: object) -> Reply | None:
        """The same; it must be accepted; what it brings back."""
        answer = self.answered(kind, **fields)
        assert isinstance(answer, Accepted), f"{kind}: {answer}"
        return answer.reply

    def refused(self, kind: str, /, **fields: object) -> str:
        """The same; it must be refused; why."""
        answer = self.answered(kind, **fields)
        assert isinstance(answer, Refused), f"{kind}: {answer}"
        return answer.refusal.code

    def lost(self) -> None:
        """The connection is lost."""
        self.session.lost()
