"""What each connection of the load generator says: the lines of the file that `load.c` reads, and people to fill them.

Facilitators, groups and invitations are made through real commands, as people make them; then every connection
greets, comes in by the open door, and is a seated member. The first one of each room is its facilitator.
"""

import asyncio
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from protocol import limits, version
from protocol.names import NAMES
from tests.support.wire import Device, random_text

MESSAGE_BYTES = 120
PASSPHRASE = "a long walk by the sea"
_FILLING = " it helps to say this out loud; thank you for listening to me today, I was not sure that I would come. "
_MARK, _COUNTER = 22, 8
"""Letters that the generator writes in place of `\\m` and `\\c`."""


@dataclass(frozen=True, slots=True)
class Line:
    """One connection.

    Args:
        room: its room, counted from 0.
        talks: whether it is a talker.
        steps: what it waits for and what it sends, in turn, until it is ready.
    """

    room: int
    talks: bool
    path: str
    message: str
    steps: tuple[str, ...] = ()
    stalls: bool = False
    """Once it is ready it reads nothing any more."""

    def text(self) -> str:
        """As `load.c` reads it."""
        role = 2 if self.stalls else int(self.talks)
        return "\t".join((str(self.room), str(role), self.path, self.message, *self.steps)) + "\n"


@dataclass(frozen=True, slots=True)
class Shape:
    """Rooms of one size, so many of them, and how many in each talk."""

    rooms: int
    size: int
    talkers: int

    @property
    def people(self) -> int:
        """All of them."""
        return self.rooms * self.size

    def places(self) -> Iterator[tuple[int, int, bool]]:
        """Room, place in it, and whether it talks; the first ones of all rooms come first.

        Talkers are spread over the room: a server that writes in order of coming serves the last one latest.
        """
        step = self.size // self.talkers
        for place in range(self.size):
            talks = place % step == step // 2 and place // step < self.talkers
            for room in range(self.rooms):
                yield room, place, talks


def message(size: int = MESSAGE_BYTES) -> str:
    """A `say` of so many bytes; servers that only echo get the same bytes."""
    before, after = '{"type":"say","id":"AAAAAAAAAAAAAA\\c","turn":null,"text":"\\m', '"}'
    filling = size - (len(before) + len(after) - len("\\c\\m") + _MARK + _COUNTER)
    return before + (_FILLING * (1 + filling // len(_FILLING)))[:filling] + after


def echoed(shape: Shape) -> list[Line]:
    """For servers whose rooms are paths, and that say everything to everybody."""
    return [Line(room, talks, f"/r/{room}", message()) for room, _, talks in shape.places()]


# --- people in our own rooms --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Circle:
    """A group that was made at a desk: who may open it, and how others come in."""

    session: str
    group: str
    invitation: str


def _frame(kind: str, **fields: object) -> str:
    return json.dumps({"type": kind, "id": random_text(16), **fields}, separators=(",", ":"))


def _greeting() -> tuple[str, ...]:
    hello = {"type": "hello", "version": version.PROTOCOL_VERSION, "language": "en", "client": "bench/1"}
    return "", json.dumps(hello, separators=(",", ":")), '"frame":"welcome"'


def _opens(circle: Circle, key: str) -> tuple[str, ...]:
    """A facilitator comes back to the desk and goes in; the room is open then."""
    back = _frame("return_to_desk", session=circle.session)
    enter = _frame("enter_as_facilitator", group=circle.group, key=key)
    return *_greeting(), back, '"type":"desk"', enter, '"frame":"snapshot"'


def _knocks(circle: Circle, key: str, draw: int) -> tuple[str, ...]:
    knock = _frame("knock", link=circle.invitation, key=key, draw=draw, listening=False, agreement=1, line=None)
    return *_greeting(), knock, '"frame":"snapshot"'


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a room stands."""

    epoch: str
    number: int


def _resumes(key: str, stand: Stand) -> tuple[str, ...]:
    back = _frame("resume", key=key, epoch=stand.epoch, number=stand.number, card=0)
    return *_greeting(), back, '"type":"seat"'


@dataclass(frozen=True, slots=True)
class Seated:
    """Lines of people who come in, and the key of each one's seat, in the same order."""

    lines: list[Line]
    keys: list[str]

    def coming_back(self, stands: list[Stand]) -> list[Line]:
        """The same people, after their connections were lost: they have seen all there is, and missed nothing yet."""
        pairs = zip(self.lines, self.keys, strict=True)
        return [replace(line, steps=_resumes(key, stands[line.room])) for line, key in pairs]


def seated(shape: Shape, circles: list[Circle], *, size: int = MESSAGE_BYTES) -> Seated:
    """Everybody of this shape, one circle for each room; what they say has `size` bytes."""
    lines, keys = [], []
    for number, (room, place, talks) in enumerate(shape.places()):
        key = random_text(32)
        steps = _knocks(circles[room], key, number % NAMES) if place else _opens(circles[room], key)
        lines.append(Line(room, talks, "/ws", message(size), steps))
        keys.append(key)
    return Seated(lines, keys)


async def circles(address: str, host_link: str, count: int) -> list[Circle]:
    """So many groups with an open door, made by as many facilitators as that takes."""
    host = await Device(address).opens()
    await host.gets("open_host_desk", link=host_link)
    made: list[Circle] = []
    while len(made) < count:
        made += await _groups_of_one(address, host, min(count - len(made), limits.GROUPS_MOST))
    await host.leaves_the_page()
    return made


async def _groups_of_one(address: str, host: Device, count: int) -> list[Circle]:
    desk = await host.gets("make_facilitator", label="Somebody who measures")
    assert desk is not None
    assert desk.type == "host_desk"
    device = await Device(address).opens()
    own = await device.gets("choose_passphrase", link=str(desk.link), passphrase=PASSPHRASE)
    assert own is not None
    assert own.type == "desk"
    made = []
    for number in range(count):
        group = await device.gets(
            "start_group", name=f"Circle {number}", mode="open_floor", door="open", agreement=["We listen."]
        )
        assert group is not None
        assert group.type == "meeting"
        made.append(Circle(str(own.session), group.group, str(group.invitation)))
    await device.leaves_the_page()
    return made


def circles_now(address: str, host_link: str, count: int) -> list[Circle]:
    """The same, for those who do not live in a loop."""
    return asyncio.run(circles(address, host_link, count))


async def stands(address: str, seated: Seated, rooms: int) -> list[Stand]:
    """Where each room stands: its facilitator looks, from a second place. The first lines are those of facilitators."""
    found = []
    for key in seated.keys[:rooms]:
        device = Device(address)
        device.key = key
        await device.comes_back()
        await device.until(lambda device=device: device.seen is not None)  # type: ignore[misc]  # the loop's own
        found.append(Stand(device.room.epoch, device.room.number))
        await device.leaves_the_page()
    return found


def file_of(lines: Iterable[Line]) -> str:
    """The whole file."""
    return "".join(line.text() for line in lines)
