"""An evening that has begun: one circle is open, its facilitator and members are inside, each with a connection."""

from dataclasses import dataclass, field

from moderation.pacing import Pace
from protocol.names import NAMES
from protocol.replies import SeatReply
from protocol.room_settings import RoomSettings
from protocol.rooms import DoorLevel, Mode
from protocol.words import Secret
from server.ports import Journal
from server.runtime.link import Framer
from server.runtime.runner import Runner
from tests.support.indoors import Indoors, Visitor, facilitator_link, same, seat_key
from tests.support.shelf import Shelf

PASSPHRASE = "a long walk by the sea"


@dataclass
class Evening:
    """A house, a circle in it, and people."""

    house: Indoors
    invitation: Secret
    group: str
    fay: Visitor
    """The facilitator; seat 1, listening or not as the story likes."""
    members: list[Visitor] = field(default_factory=list)

    @property
    def runner(self) -> Runner:
        """The circle's runner."""
        return self.house.runner

    def comes(self, name: str, *, line: str | None = None, agreement: int = 1, key: str | None = None) -> Visitor:
        """Somebody comes with the invitation: into the room, or into the waiting room."""
        visitor = self.house.visitor()
        self.knocks(visitor, name, line=line, agreement=agreement, key=key)
        return visitor

    def knocks(
        self, visitor: Visitor, name: str, *, line: str | None = None, agreement: int = 1, key: str | None = None
    ) -> SeatReply:
        """The same on a connection that is open already."""
        reply = visitor.gets("knock", **self.knock_fields(name, line=line, agreement=agreement, key=key))
        assert isinstance(reply, SeatReply)
        return reply

    def knock_fields(
        self, name: str, *, line: str | None = None, agreement: int = 1, key: str | None = None
    ) -> dict[str, object]:
        """What a knock carries."""
        draw = sum(name.encode()) * 37 % NAMES
        return {
            "link": self.invitation,
            "key": key or seat_key(name),
            "draw": draw,
            "listening": False,
            "agreement": agreement,
            "line": line,
        }

    def comes_back(self, name: str, *, epoch: str | None = None, number: int = 0, card: int = 0) -> Visitor:
        """Another connection for the seat of this person."""
        visitor = self.house.visitor()
        visitor.gets("resume", key=seat_key(name), epoch=epoch, number=number, card=card)
        return visitor

    def says(self, visitor: Visitor, text: str, *, turn: int | None = None) -> None:
        """Somebody says something, and it is accepted."""
        visitor.gets("say", turn=turn, text=text)

    def everybody(self) -> list[Visitor]:
        """All people."""
        return [self.fay, *self.members]

    def forgets(self) -> None:
        """The story looks only at what comes from here on."""
        for visitor in self.everybody():
            visitor.link.forgets()


def an_evening(
    members: int = 2,
    *,
    mode: Mode = "open_floor",
    door: DoorLevel = "open",
    journal: Journal | None = None,
    shelf: Shelf | None = None,
    settings: RoomSettings | None = None,
    ring_events: int = 500,
    ring_bytes: int = 1 << 20,
    pace: Pace | None = None,
    framer: Framer = same,
) -> Evening:
    """A facilitator ("fay") and members ("m1", "m2", ...) in one circle."""
    house = Indoors(
        journal=journal,
        shelf=shelf,
        settings=settings,
        ring_events=ring_events,
        ring_bytes=ring_bytes,
        pace=pace,
        framer=framer,
    )
    owner = house.facilitator("fay")
    invitation = house.group(owner, mode=mode, door=door)
    (group,) = house.shelf.groups
    fay = house.visitor()
    fay.gets("choose_passphrase", link=facilitator_link("fay"), passphrase=PASSPHRASE)
    fay.gets("enter_as_facilitator", group=group, key=seat_key("fay"))
    evening = Evening(house, invitation, group, fay)
    for number in range(1, members + 1):
        visitor = evening.comes(f"m{number}")
        if door == "knock":
            fay.gets("admit_all")
        evening.members.append(visitor)
    return evening
