"""The turn and the round as values: parts of the room's state. Frozen; no rules."""

from collections.abc import Mapping
from dataclasses import dataclass

from protocol.rooms import Ask, AskKind, Heard, HelpWish, Signal, TurnStage


@dataclass(frozen=True)
class Asked:
    """Somebody has something for the sharer."""

    seat: int
    kind: AskKind
    answer: bool | None
    """The sharer's; None: none yet, which counts as no."""
    used: bool
    """They have said it."""

    @property
    def granted(self) -> bool:
        """Whether they may say it now."""
        return self.answer is True and not self.used


@dataclass(frozen=True)
class Responding:
    """The time to respond to a share."""

    until: int
    replied: frozenset[int]
    """Who has replied: one reply a person."""
    asks: tuple[Asked, ...]
    """What others had for the sharer; the place in it, from 1, is the number of the question."""
    heard: Heard | None

    @property
    def open_asks(self) -> tuple[Ask, ...]:
        """What the sharer has not answered yet, without names."""
        return tuple(Ask(ask=n, kind=each.kind) for n, each in enumerate(self.asks, 1) if each.answer is None)

    def ask_of(self, seat: int) -> Asked | None:
        """What this seat asked and has not said. A no looks like no answer."""
        return next((ask for ask in self.asks if ask.seat == seat and not ask.used), None)


@dataclass(frozen=True)
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
    interjected: bool
    """Whether a facilitator has said a few words in it; once is enough."""
    lights: Mapping[int, Signal]
    """Who lit a gentle signal in it; never shown as names or counts."""
    taken_at: int
    """When it was taken; moved on by whatever stops the clock."""
    given: int
    """Milliseconds of time that facilitators gave."""
    end_told: int
    """How often the end was spoken of: to the holder first, then to facilitators."""
    stopped_at: int | None
    """Since when the clock stands still because the holder's connection is lost."""
    thawed: int
    """When the last silence ended: the grace of an absent holder starts again then."""
    help: HelpWish
    """What would help them."""
    responding: Responding | None
    """While there is time to respond to the share."""
    choosing_until: int | None
    """While the one who shared chooses who is next; None else."""

    @property
    def heard(self) -> Heard | None:
        """What became of "what I heard"."""
        return self.responding.heard if self.responding is not None else None

    @property
    def stage(self) -> TurnStage:
        """How far it is."""
        if self.responding is not None:
            return "responding"
        if self.choosing_until is not None:
            return "choosing"
        return "taken" if self.taken else "offered"


@dataclass(frozen=True)
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
    shared_this_time: bool
    """Whether anybody has shared since the piece began this circle; a council ends when nobody does."""
    second_offer_until: int | None
    """While those who passed may still say yes."""
    second_offer_made: bool
    wanting: tuple[int, ...]
    """Those who said yes, in that order."""
