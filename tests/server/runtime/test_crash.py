"""A bug of ours in one room: that room begins again from its journal, and nobody else notices."""

import logging
from dataclasses import replace
from typing import cast

import pytest

from protocol import closings
from protocol.frames import Refused
from protocol.rooms import Mode
from protocol.snapshot import RoomSnapshot
from server.runtime.runner import Runner
from tests.support.builders import command_id
from tests.support.evening import Evening, an_evening
from tests.support.indoors import Indoors, Visitor, seat_key
from tests.support.journals import MoodyJournal
from tests.support.same import assert_same_structure


def _breaks(runner: Runner) -> None:
    """From here on every wish in this room meets a bug: its way of talking is one that nobody knows."""
    runner.room = replace(runner.room, mode=cast(Mode, "a way nobody knows"))


def _mid_round() -> tuple[Evening, Visitor, int]:
    """A round in which somebody has taken the piece: the evening, the holder, the turn."""
    evening = an_evening(3)
    evening.fay.gets("start_round", prompt="how was your week")
    turn = evening.runner.room.turn
    assert turn is not None
    holder = next(v for v in evening.everybody() if v.link.view is not None and v.link.view.you.seat == turn.seat)
    holder.gets("take", turn=turn.turn)
    return evening, holder, turn.turn


def test_a_bug_is_answered_kindly_and_the_room_is_as_it_was_in_a_new_epoch(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)
    evening, holder, turn = _mid_round()
    before, seen = evening.runner.room, holder.link.view
    assert isinstance(seen, RoomSnapshot)
    _breaks(evening.runner)
    evening.forgets()
    assert holder.refused("done", turn=turn) == "our_mistake"
    evening.house.clock.passes()
    assert_same_structure(evening.runner.room, before)
    view = evening.members[1].link.view
    assert isinstance(view, RoomSnapshot)
    assert view.epoch != seen.epoch
    assert view.turn == seen.turn
    assert view.prompt == "how was your week"
    assert view.people == seen.people
    holder.gets("done", turn=turn)


def test_everybody_is_here_again_after_it_even_those_open_in_two_places() -> None:
    evening, holder, turn = _mid_round()
    name = "fay" if holder is evening.fay else f"m{evening.members.index(holder) + 1}"
    other = evening.comes_back(name)
    _breaks(evening.runner)
    assert holder.refused("done", turn=turn) == "our_mistake"
    evening.house.clock.passes()
    assert all(seat.here for seat in evening.runner.room.seats.values())
    assert evening.runner.room.turn is not None
    assert not evening.runner.room.turn.waiting
    other.gets("done", turn=turn)
    assert [v.link.closing for v in (*evening.everybody(), other)] == [None] * 5


def test_what_was_done_before_the_bug_is_not_done_again() -> None:
    evening = an_evening(mode="raised_hands")
    one, wish = evening.members[0], command_id(900)
    one.asks("raise_hand", id=wish, note=None)
    _breaks(evening.runner)
    assert one.refused("lower_hand") == "our_mistake"
    evening.house.clock.passes()
    one.link.forgets()
    one.gets("raise_hand", id=wish, note=None)
    assert one.link.events == []
    assert len(evening.runner.room.hands) == 1


def test_three_bugs_within_a_minute_close_that_room_kindly_and_no_other() -> None:
    evening = an_evening()
    other = _another_circle(evening.house)
    runner = next(room for room in evening.house.hub.rooms() if room is not other)
    one = evening.members[0]
    for _ in range(3):
        assert one.link.closing is None
        _breaks(runner)
        assert one.refused("listen", on=True) == "our_mistake"
        evening.house.clock.passes(1)
    assert one.link.closing in (closings.MEETING_CLOSED, closings.OUR_MISTAKE)
    assert evening.house.hub.rooms() == (other,)
    assert other.room.closed is False
    assert evening.house.journal.meetings() == (other.meeting.record,)


def test_three_bugs_in_three_minutes_do_not() -> None:
    evening = an_evening()
    one = evening.members[0]
    for _ in range(4):
        _breaks(evening.runner)
        assert one.refused("listen", on=True) == "our_mistake"
        evening.house.clock.passes(61)
    assert one.link.closing is None


def test_a_bug_that_comes_with_the_clock_does_not_go_round_for_ever() -> None:
    evening = an_evening()
    turn = evening.runner.room
    evening.fay.gets("start_round", prompt="")
    assert evening.runner.room.turn is not None
    broken = replace(evening.runner.room.turn, seat=999, waiting=True)
    evening.runner.room = replace(evening.runner.room, turn=broken)
    evening.house.clock.passes(600)
    assert turn.closed is False
    assert evening.runner.room.turn is None or evening.runner.room.turn.seat != 999


def test_without_a_journal_a_bug_closes_the_room_kindly() -> None:
    journal = MoodyJournal()
    evening = an_evening(journal=journal)
    journal.full = True
    evening.members[0].gets("listen", on=True)
    evening.house.clock.passes()
    _breaks(evening.runner)
    assert evening.members[0].refused("listen", on=False) == "our_mistake"
    evening.house.clock.passes()
    assert evening.house.hub.rooms() == ()
    assert evening.members[1].link.closing in (closings.MEETING_CLOSED, closings.OUR_MISTAKE)


def test_a_journal_that_cannot_be_read_again_closes_the_room_kindly() -> None:
    journal = MoodyJournal()
    evening = an_evening(journal=journal)
    _breaks(evening.runner)
    assert evening.members[0].refused("listen", on=True) == "our_mistake"
    journal.full = True
    evening.house.clock.passes()
    assert evening.house.hub.rooms() == ()
    assert evening.members[0].link.closing in (closings.MEETING_CLOSED, closings.OUR_MISTAKE)


def test_the_log_of_a_bug_has_no_words(caplog: pytest.LogCaptureFixture) -> None:
    evening = an_evening()
    _breaks(evening.runner)
    answer = evening.members[0].answered("say", turn=None, text="heron-lantern-unsayable")
    assert isinstance(answer, Refused)
    evening.house.clock.passes()
    assert "unsayable" not in caplog.text


def _another_circle(house: Indoors) -> Runner:
    owner = house.facilitator("gil")
    house.group(owner, name="other")
    group = next(group for group in house.shelf.groups.values() if group.facilitator == owner)
    gil = house.visitor()
    gil.gets("choose_passphrase", link="link-of-gil-00000000", passphrase="a stone in the garden")
    gil.gets("enter_as_facilitator", group=group.group, key=seat_key("gil"))
    runner = house.hub.by_group(group.group)
    assert runner is not None
    return runner
