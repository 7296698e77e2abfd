"""Every state that three people reach with hands keeps the invariants, and none of them is stuck.

Open floor, raised hands, share and respond, passing the piece; how states are merged is told in
`all_states_of_hands.py`. What is left out stands in the last place of each form; with little left
out there are 100,000 states and more, which takes minutes: those are the long forms.
"""

from typing import Any, NamedTuple

import pytest

from protocol.rooms import Mode
from tests.room.all_states_of_hands import a_circle_of
from tests.room.state_space import Graph, explored


class Form(NamedTuple):
    """Who explores what."""

    people: int
    mode: Mode
    chosen: dict[str, Any] = {}  # `Any`: settings of the room, by name  # noqa: RUF012  never changed
    without: tuple[str, ...] = ()


_REACHING = {"take_from_centre": True, "choose_among": "anybody"}
_RESPONDING = {**_REACHING, "respond_after_turns": True}
_ITSELF = {"auto_next": True}

QUICK = {
    "open-floor": Form(3, "open_floor"),
    "hands-without-direct-responses": Form(3, "raised_hands", {"direct_responses_most": 0}),
    "hands-always-connected": Form(3, "raised_hands", {}, ("disconnect", "leave")),
    "two-hands-by-themselves": Form(2, "raised_hands", _ITSELF),
    "two-respond": Form(2, "share_and_respond"),
    "respond-always-there": Form(3, "share_and_respond", {}, ("disconnect", "leave", "listen")),
    "respond-without-asking": Form(3, "share_and_respond", {}, ("ask_sharer", "leave", "listen")),
    "passing-and-reaching": Form(3, "passing", _REACHING),
    "passing-with-responses": Form(3, "passing", _RESPONDING, ("ask_sharer", "choose_help", "leave", "listen")),
}
LONG = {
    "hands": Form(3, "raised_hands"),
    "hands-by-themselves": Form(3, "raised_hands", _ITSELF, ("leave",)),
    "respond": Form(3, "share_and_respond", {}, ("listen",)),
    "passing": Form(3, "passing"),
    "passing-with-asking": Form(3, "passing", _RESPONDING, ("choose_help", "leave", "listen")),
    "passing-with-responses-always-there": Form(3, "passing", _RESPONDING, ("disconnect", "leave", "listen")),
}
FORMS = [
    *(pytest.param(form, id=name) for name, form in QUICK.items()),
    *(pytest.param(form, id=name, marks=pytest.mark.long) for name, form in LONG.items()),
]


@pytest.fixture(scope="module", params=FORMS)
def graph(request: pytest.FixtureRequest) -> Graph:
    """All states of one form, once."""
    form: Form = request.param
    return explored(a_circle_of(form.people, form.mode, **form.chosen), form.without)


def test_every_reachable_state_keeps_the_invariants(graph: Graph, capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(graph, end="")  # noqa: T201
    assert len(graph.rooms) > 250


def test_from_every_state_something_leads_back_to_an_empty_centre(graph: Graph) -> None:
    assert len(graph.can_end()) == len(graph.rooms)


def test_from_every_state_the_turn_can_end_by_people_sharing(graph: Graph) -> None:
    assert len(graph.can_end("connect", "take", "say", "done")) == len(graph.rooms)


def test_from_every_state_the_turn_can_end_by_passing_and_saying_it_is_enough(graph: Graph) -> None:
    assert len(graph.can_end("connect", "pass", "done")) == len(graph.rooms)


def test_a_facilitator_alone_can_end_any_turn(graph: Graph) -> None:
    assert len(graph.can_end("host: move_on")) == len(graph.rooms)


def test_without_anybody_there_time_alone_brings_the_piece_back(graph: Graph) -> None:
    alone = graph.can_end("alarm")
    for state, room in enumerate(graph.rooms):
        if not any(seat.here for seat in room.seats.values() if seat.role == "member"):
            assert state in alone


def test_after_a_share_time_alone_ends_the_responses_and_the_choice(graph: Graph) -> None:
    later = {"responding": {"choosing", "offered", None}, "choosing": {"offered", None}}
    for state, room in enumerate(graph.rooms):
        if room.turn is not None and room.turn.stage in later:
            after = [graph.rooms[end].turn for name, end in graph.leads[state] if name == "alarm"]
            assert later[room.turn.stage] & {turn and turn.stage for turn in after}


def test_time_takes_the_piece_from_nobody_who_is_there(graph: Graph) -> None:
    assert graph.wrong == set()
