"""The room as a value: seats, the turn, the round, the hands. Frozen; no rules.

Times are milliseconds since the meeting began. `Words` stand here in RAM only: facts
that carry them are never journaled (`facts.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from protocol.names import Mark, Name
from protocol.rooms import Agreement, CrisisPolicy, DoorLevel, Mode, Person, Role, RoomSettings
from protocol.words import Words

Stage = Literal["waiting", "inside", "gone"]


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody's place in this meeting. It outlives connections and lasts until they leave or the meeting ends."""

    seat: int
    draw: int
    key: str
    """Keyed hash of the seat key, 64 hex digits."""
    role: Role
    stage: Stage
    listening: bool
    name: Name
    mark: Mark
    here: bool
    """Whether any connection is open."""
    since: int
    """When `here` last changed; for somebody waiting, when they knocked."""
    fades_at: int | None
    """When the others may see that this connection is lost, or this place left."""
    faded: bool
    """Whether the others see it already."""
    out_of_order: bool
    """Away for so long that hand and place in the order were given up; coming back clears it."""
    line: Words | None
    """What they wrote with the knock."""
    noticed: bool
    """Whether the one waiting was told that the knock has been seen."""

    @property
    def person(self) -> Person:
        """As everybody sees them."""
        return Person(seat=self.seat, name=self.name, mark=self.mark, role=self.role, listening=self.listening)


@dataclass(frozen=True, slots=True)
class Turn:
    """One offer of the piece and what follows from it."""

    turn: int
    seat: int
    taken: bool
    since: int
    """When it was offered, taken, last used for words, or a minute was asked for: the start of the quiet clock."""
    spoke: bool
    waiting: bool
    """The holder's connection is lost; the clock stands still."""
    nudged: bool
    """Whether the private "no hurry" was sent for this quiet."""
    quiet_told: bool
    """Whether facilitators were told of this quiet."""


@dataclass(frozen=True, slots=True)
class Round:
    """A go-around."""

    to_come: tuple[int, ...]
    later: tuple[int, ...]
    passed: tuple[int, ...]
    shared: int
    members: frozenset[int]
    """Everybody who was ever in the order of this round; nobody joins it twice."""
    had: frozenset[int]
    """Seats that have had their turn in this round."""
    owed: frozenset[int]
    """Seats whose turn was lost with their connection: offered first when they are back."""
    put_off: Mapping[int, int]
    """How often each seat has chosen "Later"."""
    second_offer_until: int | None
    """While those who passed may still say yes."""
    second_offer_made: bool
    wanting: tuple[int, ...]
    """Those who said yes, in that order."""


@dataclass(frozen=True, slots=True)
class Hand:
    """A raised hand."""

    seat: int
    note: Words | None


@dataclass(frozen=True, slots=True)
class Awaited:
    """A way of talking that begins after this turn."""

    mode: Mode
    prompt: Words
    by: int


@dataclass(frozen=True, slots=True)
class Room:
    """Everything the room is. Built by `beginning`, changed only by `evolve`."""

    secret: bytes
    group: Words
    run_by: Words
    agreement: Agreement
    crisis_policy: CrisisPolicy
    settings: RoomSettings
    empty_most: int
    """Milliseconds after which a room without anybody closes."""
    longest: int
    """Milliseconds after which any meeting closes."""
    seats_most: int
    door: DoorLevel
    mode: Mode
    span: int
    prompt: Words
    prompt_hash: str
    """Keyed hash of the prompt, empty when there is none: what the journal knows of it."""
    prompt_lost: bool
    awaited: Awaited | None
    seats: Mapping[int, Seat]
    keys: Mapping[str, int]
    inside: tuple[int, ...]
    """Seats whose person is shown in the room, in the order of coming in."""
    turn: Turn | None
    turns: int
    """How many turns there were: the last turn id."""
    round: Round | None
    rests_until: int | None
    """The piece rests in the centre until then before it goes on (somebody has just left)."""
    hands: tuple[Hand, ...]
    pass_me: frozenset[int]
    empty_since: int | None
    survives_restart: bool
    closed: bool


def beginning(
    *,
    secret: bytes,
    group: Words,
    run_by: Words,
    agreement: Agreement,
    crisis_policy: CrisisPolicy,
    settings: RoomSettings,
    mode: Mode,
    door: DoorLevel,
    empty_most: int,
    longest: int,
    seats_most: int,
    survives_restart: bool,
) -> Room:
    """The room before anybody is in it, at time 0."""
    return Room(
        secret=secret,
        group=group,
        run_by=run_by,
        agreement=agreement,
        crisis_policy=crisis_policy,
        settings=settings,
        empty_most=empty_most,
        longest=longest,
        seats_most=seats_most,
        door=door,
        mode=mode,
        span=1,
        prompt=Words(""),
        prompt_hash="",
        prompt_lost=False,
        awaited=None,
        seats={},
        keys={},
        inside=(),
        turn=None,
        turns=0,
        round=None,
        rests_until=None,
        hands=(),
        pass_me=frozenset(),
        empty_since=0,
        survives_restart=survives_restart,
        closed=False,
    )
