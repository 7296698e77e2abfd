"""The room as a value: seats, the turn, the round, the hands. Frozen; no rules.

Times are milliseconds since the meeting began. `Words` stand here in RAM only: facts
that carry them are never journaled (`facts.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from protocol.names import Mark, Name
from protocol.room_settings import RoomSettings
from protocol.rooms import (
    Agreement,
    CrisisPolicy,
    DoorLevel,
    Hand as HandView,
    HandKind,
    HelpWish,
    Mode,
    OfferedRole,
    Person,
    Phase,
    Role,
    WishKind,
)
from protocol.words import Words
from server.room.turn_state import Responding as Responding, Round as Round, Turn as Turn

Stage = Literal["waiting", "inside", "gone"]


@dataclass(frozen=True)
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
    came_at: int
    """When they came in; 0 before."""
    line: Words | None
    """What they wrote with the knock."""
    noticed: bool
    """Whether the one waiting was told that the knock has been seen."""

    @property
    def person(self) -> Person:
        """As everybody sees them."""
        return Person(seat=self.seat, name=self.name, mark=self.mark, role=self.role, listening=self.listening)


@dataclass(frozen=True)
class RoleOffer:
    """A role somebody was offered, and until when the answer counts."""

    role: OfferedRole
    by: int
    until: int


@dataclass(frozen=True)
class Silence:
    """A bell or a silence: every clock of the room stands still."""

    kind: Literal["bell", "silence"]
    by: int
    seconds: int | None
    intention: Words
    began: int
    until: int | None
    extended: bool


@dataclass(frozen=True)
class Hand:
    """A raised hand."""

    seat: int
    kind: HandKind
    note: Words | None

    @property
    def view(self) -> HandView:
        """As everybody sees it."""
        return HandView(seat=self.seat, kind=self.kind)


@dataclass(frozen=True)
class Wish:
    """Something told to facilitators alone."""

    seat: int
    kind: WishKind
    note: Words | None


@dataclass(frozen=True)
class Awaited:
    """A way of talking that begins after this turn."""

    mode: Mode
    prompt: Words
    by: int
    phase: int | None
    """The phase that begins with it."""


@dataclass(frozen=True)
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
    lead: int | None
    """The facilitator who leads."""
    lead_before: int | None
    """Who led until their connection was lost."""
    late: frozenset[int]
    """Who knocked during a round that lets nobody in; the door opens for them when it is over."""
    facilitators: tuple[int, ...]
    """In the order in which they took the role: who leads when the lead is gone."""
    offers: Mapping[int, RoleOffer]
    """Roles that wait for an answer, by seat."""
    gone_since: int | None
    """When the last connection of any facilitator was lost; None while one is here, or before the first."""
    unheld: bool
    closing_told: bool
    said_at: Mapping[int, int]
    """When each seat last spoke in open conversation, while that is slow."""
    turns_taken: Mapping[int, int]
    """In how many turns each seat has said something."""
    turn: Turn | None
    helps: Mapping[int, HelpWish]
    """What would help each of those who said so, when they share."""
    held: frozenset[int]
    """Where the piece is passed on: who has had it since it last was with everybody."""
    phases: tuple[Phase, ...]
    phase: int | None
    """The running phase."""
    phase_until: int | None
    """When its time is over, as long as nobody was told."""
    phase_by: int | None
    """Who began it."""
    turns: int
    """How many turns there were: the last turn id."""
    round: Round | None
    rests_until: int | None
    """The piece rests in the centre until then before it goes on (somebody has just left)."""
    hands: tuple[Hand, ...]
    wishes: tuple[Wish, ...]
    list_closed: bool
    last_word: int | None
    direct_responses: int
    """How many were asked for in the running turn."""
    unanswered: frozenset[int]
    """Seats that have not answered an offer once, where the list goes on by itself."""
    missed: frozenset[int]
    """Seats whose hand went down because they did not answer twice: first in the line when they raise it again."""
    no_signals: frozenset[int]
    """Seats that wish no gentle signals while they share."""
    silence: Silence | None
    quiet_hands: tuple[Hand, ...]
    """Hands that went up in the silence; shown when it ends."""
    bells: tuple[tuple[int, int], ...]
    """(seat, when) of the bells of the last hour."""
    bell_asked: Mapping[int, int]
    """When each seat last asked for the bell."""
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
        lead=None,
        lead_before=None,
        late=frozenset(),
        facilitators=(),
        offers={},
        gone_since=None,
        unheld=False,
        closing_told=False,
        said_at={},
        turns_taken={},
        turn=None,
        helps={},
        held=frozenset(),
        phases=(),
        phase=None,
        phase_until=None,
        phase_by=None,
        turns=0,
        round=None,
        rests_until=None,
        hands=(),
        wishes=(),
        list_closed=False,
        last_word=None,
        direct_responses=0,
        unanswered=frozenset(),
        missed=frozenset(),
        no_signals=frozenset(),
        silence=None,
        quiet_hands=(),
        bells=(),
        bell_asked={},
        pass_me=frozenset(),
        empty_since=0,
        survives_restart=survives_restart,
        closed=False,
    )
