"""What the house asks of a room, beside what people ask: arrivals, connections, the clock, an end.

None of these comes from the wire as such; the hub has checked links and keys before.
"""

from dataclasses import dataclass
from typing import Literal

from protocol.rooms import Role
from protocol.words import Words


@dataclass(frozen=True, slots=True)
class Arrive:
    """Somebody with a good link wants a seat."""

    key: str
    """Keyed hash of the seat key, 64 hex digits."""
    draw: int
    role: Role
    listening: bool
    agreement: int
    line: Words | None
    at_home: bool = False
    """Whose group this is: they come in whatever the door says, also where nobody has a role."""


@dataclass(frozen=True, slots=True)
class Connect:
    """The first connection of a seat is open."""

    seat: int


@dataclass(frozen=True, slots=True)
class Disconnect:
    """The last connection of a seat is gone."""

    seat: int


@dataclass(frozen=True, slots=True)
class ReplaceKey:
    """The seat asked for a new key."""

    seat: int
    key: str


@dataclass(frozen=True, slots=True)
class Tick:
    """The moment the room wanted to be woken has come; or any other moment."""


@dataclass(frozen=True, slots=True)
class LoseJournal:
    """The journal cannot keep anything more."""


@dataclass(frozen=True, slots=True)
class RenewedInvitation:
    """A facilitator's wish for a new link was carried out."""

    by: int


@dataclass(frozen=True, slots=True)
class End:
    """The meeting ends now, by the house."""

    why: Literal["our_mistake"]


Inner = Arrive | Connect | Disconnect | ReplaceKey | Tick | LoseJournal | RenewedInvitation | End
