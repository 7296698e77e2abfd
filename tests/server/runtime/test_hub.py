"""The hub: what opens is found, what ends is forgotten, what crashed comes back."""

from dataclasses import replace

from protocol import closings
from protocol.events import Closed
from protocol.room_settings import RoomSettings
from protocol.snapshot import RoomSnapshot
from server.ports import Entry
from server.room.facts import journal_form, to_bytes
from tests.support.builders import command_id
from tests.support.evening import Evening, an_evening
from tests.support.indoors import Indoors, seat_key
from tests.support.journals import MoodyJournal
from tests.support.same import assert_same_structure
from tests.support.shelf import Shelf


def _again(evening: Evening, journal: MoodyJournal, shelf: Shelf) -> Evening:
    """The process died and another one takes over."""
    house = Indoors(journal=journal, shelf=shelf, settings=RoomSettings(), seed="after")
    house.restore()
    return replace(evening, house=house)


def test_closing_forgets_everything() -> None:
    journal = MoodyJournal()
    evening = an_evening(journal=journal)
    runner = evening.runner
    evening.says(evening.members[0], "good evening")
    evening.fay.gets("close_meeting")
    hub = evening.house.hub
    assert hub.rooms() == ()
    assert journal.meetings() == ()
    assert list(journal.entries(runner.meeting.record.meeting)) == []
    assert runner._post.ring.said_since(0) == ()
    assert runner.company.everybody() == ()
    assert hub.by_key(evening.house.chance.secret(32)) is None
    assert evening.house.visitor().refused("resume", key=seat_key("m1"), epoch=None, number=0, card=0) == "seat_ended"
    assert {visitor.link.closing for visitor in evening.everybody()} == {closings.MEETING_CLOSED}


def test_the_invitation_dies_with_a_meeting_to_which_somebody_came() -> None:
    evening = an_evening(1)
    evening.fay.gets("close_meeting")
    assert evening.house.shelf.groups[evening.group].invitation is None
    assert evening.house.hub.invitation_of(evening.group) is None


def test_the_invitation_outlives_a_meeting_to_which_nobody_came() -> None:
    evening = an_evening(0)
    evening.fay.gets("close_meeting")
    assert evening.house.shelf.groups[evening.group].invitation is not None
    assert evening.house.hub.invitation_of(evening.group) == evening.invitation


def test_a_renewed_invitation_lets_newcomers_in_and_the_old_one_nobody() -> None:
    evening = an_evening(1)
    reply = evening.fay.gets("renew_invitation")
    assert reply is not None
    assert reply.type == "meeting"
    assert evening.house.visitor().refused("knock", **evening.knock_fields("late")) == "invitation_used"
    replace(evening, invitation=reply.invitation).comes("late")
    assert evening.comes_back("m1").link.view is not None


def test_the_next_meeting_of_a_group_is_another_one() -> None:
    evening = an_evening(1)
    first = evening.runner.meeting.record
    evening.fay.gets("close_meeting")
    desk = evening.house.visitor()
    desk.gets("sign_in", link="link-of-fay-00000000", passphrase="a long walk by the sea")
    desk.gets("enter_as_facilitator", group=evening.group, key=seat_key("fay"))
    second = evening.runner.meeting.record
    assert second.meeting != first.meeting
    assert second.secret != first.secret


def test_after_a_crash_everybody_comes_back_to_the_same_seat_and_turn() -> None:
    journal, shelf = MoodyJournal(), Shelf()
    evening = an_evening(3, journal=journal, shelf=shelf)
    evening.fay.gets("start_round", prompt="how was your week")
    before = evening.runner.room
    after = _again(evening, journal, shelf)
    assert all(not seat.here for seat in after.runner.room.seats.values())
    back = [after.comes_back(name) for name in ("fay", "m1", "m2", "m3")]
    view = back[0].link.view
    assert isinstance(view, RoomSnapshot)
    assert view.prompt_lost
    assert view.prompt == ""
    assert_same_structure(after.runner.room, before)
    back[2].gets("give_back", prompt="how was your week")
    view = back[0].link.view
    assert isinstance(view, RoomSnapshot)
    assert view.prompt == "how was your week"


def test_after_a_crash_a_wish_that_was_carried_out_is_not_carried_out_again() -> None:
    journal, shelf = MoodyJournal(), Shelf()
    evening = an_evening(1, mode="raised_hands", journal=journal, shelf=shelf)
    evening.members[0].gets("raise_hand", id=command_id(900), note=None)
    after = _again(evening, journal, shelf)
    one = after.comes_back("m1")
    one.gets("raise_hand", id=command_id(900), note=None)
    assert len(after.runner.room.hands) == 1
    assert one.refused("raise_hand", note=None) == "already_so"


def test_after_a_crash_every_clock_begins_in_favour_of_the_person() -> None:
    journal, shelf = MoodyJournal(), Shelf()
    evening = an_evening(2, mode="raised_hands", journal=journal, shelf=shelf)
    evening.members[0].gets("raise_hand", note=None)
    evening.fay.gets("offer_piece", seat=None)
    evening.members[0].asks("take", turn=1)
    after = _again(evening, journal, shelf)
    after.house.clock.passes(85)
    assert after.runner.room.turn is not None
    back = after.comes_back("m1")
    back.gets("done", turn=1)


def test_a_meeting_that_had_ended_when_the_process_died_does_not_come_back() -> None:
    journal, shelf = MoodyJournal(), Shelf()
    evening = an_evening(1, journal=journal, shelf=shelf)
    runner = evening.runner
    form = journal_form(runner.room.secret, Closed(why="by_facilitator"))
    assert form is not None
    position = len(list(journal.entries(runner.meeting.record.meeting)))
    journal.append(runner.meeting.record.meeting, position, [Entry(runner.now, None, to_bytes(form))])
    after = _again(evening, journal, shelf)
    assert after.house.hub.rooms() == ()
    assert journal.meetings() == ()
    assert shelf.groups[evening.group].invitation is None


def test_a_meeting_that_cannot_come_back_does_not_keep_the_others_from_it() -> None:
    journal, shelf = MoodyJournal(), Shelf()
    evening = an_evening(1, journal=journal, shelf=shelf)
    other = evening.house.group(evening.house.facilitator("gil"), name="other")
    assert other
    gil = next(group for group in shelf.groups.values() if group.group != evening.group)
    broken = evening.house.hub.open(gil).meeting.record
    journal.append(broken.meeting, 0, [Entry(0, None, b"what no one can read")])
    after = _again(evening, journal, shelf)
    assert [room.meeting.group.group for room in after.house.hub.rooms()] == [evening.group]
    assert [meeting.group for meeting in journal.meetings()] == [evening.group]


def test_a_meeting_whose_group_was_removed_is_forgotten() -> None:
    journal, shelf = MoodyJournal(), Shelf()
    evening = an_evening(1, journal=journal, shelf=shelf)
    shelf.groups.clear()
    after = _again(evening, journal, shelf)
    assert after.house.hub.rooms() == ()
    assert journal.meetings() == ()


def test_stopping_leaves_no_alarm_and_keeps_the_meetings() -> None:
    journal = MoodyJournal()
    evening = an_evening(journal=journal)
    evening.house.hub.stop()
    assert evening.house.clock.waiting() == []
    assert len(journal.meetings()) == 1
