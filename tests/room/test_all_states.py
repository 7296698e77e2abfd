"""Every state that a small round can reach keeps the invariants, and from every one the round can end.

Three people with everything they may do reach 81,000 states, which takes a minute: that is the long
form. Else it is two people with everything, and three once without pass-me and once without lost
connections. How states are merged is told in `all_states.py`.
"""

from collections import deque

import pytest

from protocol.refusals import Refusal
from server.room.evolve import evolve
from server.room.state import Room
from server.room.telling import Decision
from tests.room.all_states import NOW, Graph, beginning, key_of, steps, without_clocks
from tests.support.invariants import check_fact, check_room

STATES_MOST = 500_000


def explored(people: int, without: str) -> Graph:
    """Breadth first from the beginning of the round, checking whatever is new."""
    graph = Graph()
    known: dict[object, int] = {}
    todo: deque[int] = deque()

    def numbered(room: Room) -> int:
        key = key_of(room)
        if key not in known:
            assert len(known) < STATES_MOST, "this round has no end: something is counted that should be left out"
            known[key] = len(known)
            graph.rooms.append(without_clocks(room))
            graph.leads.append([])
            if room.round is None:
                graph.ended.add(known[key])
            else:
                todo.append(known[key])
            check_room(room)
        return known[key]

    numbered(beginning(people))
    while todo:
        state = todo.popleft()
        leads: dict[tuple[str, int], None] = {}
        for name, before, decided in steps(graph.rooms[state]):
            if isinstance(decided, Refusal) or name == without:
                continue
            seen = len(known)
            after = numbered(decided.room)
            if len(known) > seen or after in graph.ended:
                _check_facts(before, decided)
            leads[name, after] = None
        graph.leads[state] = list(leads)
    return graph


def _check_facts(before: Room, decided: Decision) -> None:
    for fact in decided.facts:
        after = evolve(before, fact, NOW)
        check_fact(before, fact, after)
        before = after


FORMS = (
    pytest.param((2, ""), id="two"),
    pytest.param((3, "pass_me"), id="three-without-pass-me"),
    pytest.param((3, "disconnect"), id="three-always-connected"),
    pytest.param((3, ""), id="three", marks=pytest.mark.long),
)


@pytest.fixture(scope="module", params=FORMS)
def graph(request: pytest.FixtureRequest) -> Graph:
    """All states of one form, once."""
    people, without = request.param
    return explored(people, without)


def can_end(graph: Graph, *by: str) -> set[int]:
    """The states from which the round can end when only such things happen."""
    back: list[list[int]] = [[] for _ in graph.rooms]
    for state, leads in enumerate(graph.leads):
        for name, after in leads:
            if name in by:
                back[after].append(state)
    found, todo = set(graph.ended), list(graph.ended)
    while todo:
        for state in back[todo.pop()]:
            if state not in found:
                found.add(state)
                todo.append(state)
    return found


def test_every_reachable_state_keeps_the_invariants(graph: Graph, capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f" {len(graph.rooms)} states, {sum(map(len, graph.leads))} ways between them ", end="")  # noqa: T201
    assert len(graph.ended) == 1
    assert len(graph.rooms) > 1_000


def test_from_every_state_the_round_can_end_by_people_taking_their_turns(graph: Graph) -> None:
    assert len(can_end(graph, "connect", "take", "say", "done", "alarm")) == len(graph.rooms)


def test_from_every_state_the_round_can_end_by_passing(graph: Graph) -> None:
    assert len(can_end(graph, "connect", "pass", "alarm")) == len(graph.rooms)


def test_without_anybody_there_time_alone_ends_the_round(graph: Graph) -> None:
    alone = can_end(graph, "alarm")
    for state, room in enumerate(graph.rooms):
        if not any(seat.here for seat in room.seats.values() if seat.role == "member"):
            assert state in alone


def test_no_alarm_takes_the_piece_from_somebody_who_is_there(graph: Graph) -> None:
    for state, room in enumerate(graph.rooms):
        if room.turn is not None and not room.turn.waiting:
            after = [graph.rooms[end].turn for name, end in graph.leads[state] if name == "alarm"]
            assert None not in after
