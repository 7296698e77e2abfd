"""All states a small room can reach, merged: found breadth first, each held against the invariants.

What counts as the same state is told where the space is made (`all_states.py` for rounds,
`all_states_of_hands.py` for the other ways of talking). Nothing here knows a way of talking.
"""

from collections import deque
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import Final

from protocol.refusals import Refusal
from server.room.evolve import evolve
from server.room.state import Room
from server.room.telling import Decision
from tests.support.invariants import check_fact, check_room

NOW: Final = 10_000_000
STATES_MOST: Final = 500_000

Key = tuple[object, ...]
Step = tuple[str, Room, Decision | Refusal]
"""A wish or an alarm: its name, the room as it was then, and what came of it."""


@dataclass(frozen=True, slots=True)
class Space:
    """What is explored."""

    beginning: Room
    key_of: Callable[[Room], Key]
    """What makes a state."""
    without_clocks: Callable[[Room], Room]
    """The same state with every clock at its beginning."""
    steps: Callable[[Room], Iterator[Step]]
    ended: Callable[[Room], bool]
    """The states to come back to."""
    goes_on: bool
    """Whether anything follows after those."""
    wrong: Callable[[str, Room, Room], str | None] = lambda _name, _before, _after: None
    """What is wrong with a step between these two rooms, if anything is."""


@dataclass(slots=True)
class Graph:
    """States by number, and where each wish leads."""

    rooms: list[Room] = field(default_factory=list)
    leads: list[list[tuple[str, int]]] = field(default_factory=list)
    ended: set[int] = field(default_factory=set)
    wrong: set[str] = field(default_factory=set)
    """What was found to be wrong with any step."""

    def can_end(self, *by: str) -> set[int]:
        """The states from which an end can be reached when only such things happen; without names: anything."""
        back: list[list[int]] = [[] for _ in self.rooms]
        for state, leads in enumerate(self.leads):
            for name, after in leads:
                if not by or name in by:
                    back[after].append(state)
        found, todo = set(self.ended), list(self.ended)
        while todo:
            for state in back[todo.pop()]:
                if state not in found:
                    found.add(state)
                    todo.append(state)
        return found

    def __str__(self) -> str:
        return f" {len(self.rooms)} states, {sum(map(len, self.leads))} ways between them "


def explored(space: Space, without: Collection[str] = ()) -> Graph:
    """Breadth first from the beginning, checking whatever is new; some wishes may be left out."""
    graph = Graph()
    known: dict[Key, int] = {}
    todo: deque[int] = deque()

    def numbered(room: Room) -> int:
        key = space.key_of(room)
        number = known.setdefault(key, len(known))
        if number < len(graph.rooms):
            return number
        assert number < STATES_MOST, "this room has no end: something is counted that should be left out"
        graph.rooms.append(space.without_clocks(room))
        graph.leads.append([])
        ended = space.ended(room)
        if ended:
            graph.ended.add(number)
        if space.goes_on or not ended:
            todo.append(number)
        check_room(room)
        return number

    numbered(space.beginning)
    while todo:
        state = todo.popleft()
        leads: dict[tuple[str, int], None] = {}
        for name, before, decided in space.steps(graph.rooms[state]):
            if isinstance(decided, Refusal) or name in without:
                continue
            seen = len(known)
            after = numbered(decided.room)
            if len(known) > seen or (after in graph.ended and not space.goes_on):
                _check_facts(before, decided)
            if wrong := space.wrong(name, before, decided.room):
                graph.wrong.add(f"{name}: {wrong}")
            leads[name, after] = None
        graph.leads[state] = list(leads)
    return graph


def _check_facts(before: Room, decided: Decision) -> None:
    for fact in decided.facts:
        after = evolve(before, fact, NOW)
        check_fact(before, fact, after)
        before = after
