"""Every state that a small round can reach keeps the invariants, and from every one the round can end.

Three people with everything they may do reach 81,000 states, which takes a minute: that is the long
form. Else it is two people with everything, and three once without pass-me and once without lost
connections. How states are merged is told in `all_states.py`.
"""

import pytest

from tests.room.all_states import a_round_of
from tests.room.state_space import Graph, explored

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
    return explored(a_round_of(people), [without])


def test_every_reachable_state_keeps_the_invariants(graph: Graph, capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(graph, end="")  # noqa: T201
    assert len(graph.ended) == 1
    assert len(graph.rooms) > 1_000


def test_from_every_state_the_round_can_end_by_people_taking_their_turns(graph: Graph) -> None:
    assert len(graph.can_end("connect", "take", "say", "done", "alarm")) == len(graph.rooms)


def test_from_every_state_the_round_can_end_by_passing(graph: Graph) -> None:
    assert len(graph.can_end("connect", "pass", "alarm")) == len(graph.rooms)


def test_without_anybody_there_time_alone_ends_the_round(graph: Graph) -> None:
    alone = graph.can_end("alarm")
    for state, room in enumerate(graph.rooms):
        if not any(seat.here for seat in room.seats.values() if seat.role == "member"):
            assert state in alone


def test_no_alarm_takes_the_piece_from_somebody_who_is_there(graph: Graph) -> None:
    for state, room in enumerate(graph.rooms):
        if room.turn is not None and not room.turn.waiting:
            after = [graph.rooms[end].turn for name, end in graph.leads[state] if name == "alarm"]
            assert None not in after
