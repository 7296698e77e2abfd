"""The runner: one wish at a time, the same answer to the same id, and time that costs nothing while nothing happens."""

from protocol import closings
from protocol.codec import decode_server
from protocol.events import Closed, JournalLost, PieceTaken, Said
from protocol.frames import Accepted, HappenedFrame, Refused
from protocol.snapshot import RoomSnapshot
from tests.support.builders import MINUTE, command_id
from tests.support.evening import an_evening
from tests.support.indoors import seat_key
from tests.support.journals import MoodyJournal


def test_events_leave_before_the_answer_and_the_answer_names_the_last() -> None:
    evening = an_evening()
    one, two = evening.members
    evening.forgets()
    one.asks("say", turn=None, text="good evening")
    event, answer = one.link.frames
    assert isinstance(event, HappenedFrame)
    assert isinstance(answer, Accepted)
    assert answer.number == event.number
    assert [decode_server(payload) for payload in two.link.payloads] == [event]


def test_an_event_is_the_same_bytes_for_everybody() -> None:
    evening = an_evening(3)
    evening.forgets()
    evening.says(evening.members[0], "good evening")
    first = [visitor.link.payloads[0] for visitor in evening.everybody()]
    assert all(payload is first[0] for payload in first)


def test_the_same_id_gets_the_same_answer_and_happens_once() -> None:
    evening = an_evening()
    (one, two), again = evening.members, command_id(900)
    evening.forgets()
    for _ in range(3):
        one.asks("say", id=again, turn=None, text="only once")
    assert [type(event) for event in two.link.events] == [Said]
    answers = [frame for frame in one.link.frames if isinstance(frame, Accepted)]
    assert answers == [answers[0]] * 3


def test_a_refusal_too_is_the_same_for_the_same_id() -> None:
    evening = an_evening(mode="raised_hands")
    one, again = evening.members[0], command_id(900)
    for _ in range(2):
        one.asks("lower_hand", id=again)
    refusals = one.link.of(Refused)
    assert [refusal.id for refusal in refusals] == [again, again]
    assert refusals[0] == refusals[1]


def test_the_same_id_from_another_seat_is_another_wish() -> None:
    evening = an_evening()
    (one, two), again = evening.members, command_id(900)
    evening.forgets()
    one.asks("say", id=again, turn=None, text="mine")
    two.asks("say", id=again, turn=None, text="yours")
    assert [event.text for event in one.link.events if isinstance(event, Said)] == ["mine", "yours"]


def test_a_wish_that_changes_nothing_is_answered_all_the_same() -> None:
    evening = an_evening(door="knock")
    assert evening.fay.answered("admit_all") is not None
    assert evening.fay.refused("set_door", level="knock") == "already_so"


# --- output commit ------------------------------------------------------------------------------


def test_nothing_leaves_before_the_journal_holds_what_came_before_it() -> None:
    journal = MoodyJournal()
    evening = an_evening(mode="raised_hands", journal=journal)
    one, two = evening.members
    evening.forgets()
    journal.late = True
    raised = one.asks("raise_hand", note=None)
    said = evening.fay.asks("set_mode", mode="open_floor", prompt="", now=True)
    assert [visitor.link.payloads for visitor in (one, two, evening.fay)] == [[], [], []]
    journal.settle(1)
    assert one.link.answer(raised) is not None
    assert evening.fay.link.answer(said) is None
    journal.settle()
    assert evening.fay.link.answer(said) is not None
    assert two.link.numbers == sorted(two.link.numbers)
    assert len(two.link.numbers) == 2


def test_words_wait_for_nothing_but_for_what_was_before_them() -> None:
    journal = MoodyJournal()
    evening = an_evening(journal=journal)
    one, two = evening.members
    evening.forgets()
    journal.late = True
    evening.says(one, "at once")
    two.asks("listen", on=True)
    said = one.asks("say", turn=None, text="after that")
    assert one.link.answer(said) is None
    journal.settle()
    answer = one.link.answer(said)
    assert isinstance(answer, Accepted)
    assert [event.type for event in two.link.events] == ["said", "listening_changed", "said"]
    assert two.link.numbers[-1] == answer.number


def test_the_answers_number_is_right_even_when_the_journal_is_late() -> None:
    journal = MoodyJournal()
    evening = an_evening(mode="raised_hands", journal=journal)
    one, two = evening.members
    evening.forgets()
    journal.late = True
    asked = [visitor.asks("raise_hand", note=None) for visitor in (one, two)]
    journal.settle()
    answers = [visitor.link.answer(command) for visitor, command in zip((one, two), asked, strict=True)]
    assert [answer.number for answer in answers if isinstance(answer, Accepted)] == one.link.numbers


def test_a_wish_asked_twice_while_the_journal_is_late_happens_once() -> None:
    journal = MoodyJournal()
    evening = an_evening(mode="raised_hands", journal=journal)
    one = evening.members[0]
    journal.late = True
    evening.forgets()
    for _ in range(2):
        one.asks("raise_hand", id=command_id(900), note=None)
    journal.settle()
    assert [frame.id for frame in one.link.of(Accepted)] == [command_id(900)] * 2
    assert len(one.link.events) == 1


def test_who_comes_while_the_journal_is_late_sees_the_snapshot_first_and_nothing_twice() -> None:
    journal = MoodyJournal()
    evening = an_evening(mode="raised_hands", journal=journal)
    one, two = evening.members
    two.lost()
    journal.late = True
    one.asks("raise_hand", note=None)
    back = evening.comes_back("m2")
    evening.fay.asks("set_mode", mode="open_floor", prompt="", now=True)
    journal.settle()
    kinds = [type(frame).__name__ for frame in back.link.frames if not isinstance(frame, Accepted)]
    assert kinds[0] == "Welcome"
    assert kinds[1] == "SnapshotFrame"
    assert isinstance(back.link.view, RoomSnapshot)
    assert [hand.seat for hand in back.link.view.hands] == [2]
    assert back.link.view.mode == "open_floor"


def test_a_late_closing_is_told_before_the_line_is_closed() -> None:
    journal = MoodyJournal()
    evening = an_evening(journal=journal)
    journal.late = True
    evening.forgets()
    asked = evening.fay.asks("close_meeting")
    assert evening.members[0].link.closing is None
    journal.settle()
    assert [type(event) for event in evening.members[0].link.events] == [Closed]
    assert evening.fay.link.answer(asked) is not None
    assert {visitor.link.closing for visitor in evening.everybody()} == {closings.MEETING_CLOSED}


# --- a journal that cannot keep anything ----------------------------------------------------------


def test_a_full_journal_is_said_once_and_the_room_goes_on() -> None:
    journal = MoodyJournal()
    evening = an_evening(mode="raised_hands", journal=journal)
    one, two = evening.members
    evening.forgets()
    journal.full = True
    one.gets("raise_hand", note=None)
    two.gets("raise_hand", note=None)
    evening.house.clock.passes()
    one.gets("lower_hand")
    evening.house.clock.passes()
    kinds = [type(event) for event in two.link.events]
    assert kinds.count(JournalLost) == 1
    assert len(kinds) == 4
    late = evening.comes("late")
    assert isinstance(late.link.view, RoomSnapshot)
    assert late.link.view.survives_restart is False


def test_a_room_that_opens_on_a_full_journal_lives_without_one_and_says_so() -> None:
    journal = MoodyJournal()
    journal.full = True
    evening = an_evening(mode="raised_hands", journal=journal)
    one = evening.members[0]
    one.gets("raise_hand", note=None)
    evening.house.clock.passes(1)
    assert isinstance(one.link.view, RoomSnapshot)
    assert one.link.view.survives_restart is False
    assert len(one.link.view.hands) == 1


def test_room_that_comes_free_later_does_not_confuse_a_meeting_that_could_not_begin() -> None:
    journal = MoodyJournal()
    journal.full = True
    evening = an_evening(0, journal=journal)
    journal.full = False
    one = evening.comes("m1")
    one.gets("listen", on=True)
    evening.house.clock.passes(1)
    assert one.link.closing is None
    assert isinstance(one.link.view, RoomSnapshot)
    assert one.link.view.survives_restart is False


# --- time -----------------------------------------------------------------------------------------


def test_the_room_is_woken_when_it_asked_to_be() -> None:
    evening = an_evening(mode="raised_hands")
    one = evening.members[0]
    one.gets("raise_hand", note=None)
    evening.fay.gets("offer_piece", seat=None)
    evening.forgets()
    evening.house.clock.passes(44)
    assert one.link.cards == []
    evening.house.clock.passes(1)
    assert [card.type for card in one.link.cards] == ["take_your_time"]
    evening.house.clock.passes(45)
    assert [card.type for card in evening.fay.link.cards] == ["still_quiet"]


def test_a_quiet_evening_wakes_nobody() -> None:
    evening = an_evening()
    before = evening.house.clock.calls
    evening.house.clock.passes(3 * 60 * 60)
    assert evening.house.clock.calls - before <= 1


def test_there_is_never_more_than_one_alarm_for_a_room() -> None:
    evening = an_evening(3, mode="raised_hands")
    for visitor in evening.members:
        visitor.gets("raise_hand", note=None)
        evening.fay.asks("offer_piece", seat=None)
        visitor.lost()
    assert len(evening.house.clock.waiting()) == 1


def test_the_longest_evening_ends_by_itself_and_leaves_no_alarm() -> None:
    evening = an_evening()
    one = evening.members[0]
    evening.house.clock.passes(12 * 60 * MINUTE / 1000)
    assert [event.why for event in one.link.events if isinstance(event, Closed)] == ["long_enough"]
    assert one.link.closing == closings.MEETING_CLOSED
    assert evening.house.clock.waiting() == []


def test_a_room_without_anybody_ends_after_a_quarter_of_an_hour() -> None:
    evening = an_evening()
    for visitor in evening.everybody():
        visitor.lost()
    evening.house.clock.passes(15 * 60 - 1)
    assert len(evening.house.hub.rooms()) == 1
    evening.house.clock.passes(1)
    assert evening.house.hub.rooms() == ()


# --- seats and places -----------------------------------------------------------------------------


def test_a_seat_open_in_two_places_is_told_so_in_both() -> None:
    evening = an_evening()
    evening.forgets()
    other = evening.comes_back("m1")
    for visitor in (evening.members[0], other):
        assert [hint.model_dump() for hint in visitor.link.hints if hint.type == "places"] == [  # type: ignore[attr-defined]  # hints are told apart by it
            {"type": "places", "count": 2}
        ]
    other.lost()
    assert evening.members[0].link.hints[-1].model_dump() == {"type": "places", "count": 1}  # type: ignore[attr-defined]  # as above


def test_a_new_key_closes_the_other_place_and_ends_the_old_key() -> None:
    evening = an_evening()
    here, there = evening.members[0], evening.comes_back("m1")
    there.gets("change_key", key=seat_key("new"))
    assert here.link.closing == closings.OPEN_ELSEWHERE
    assert there.link.closing is None
    assert evening.house.visitor().refused("resume", key=seat_key("m1"), epoch=None, number=0, card=0) == "seat_ended"
    again = evening.house.visitor()
    again.gets("resume", key=seat_key("new"), epoch=None, number=0, card=0)
    assert again.link.view is not None
    assert again.link.view.you.seat == 2


def test_asking_for_the_same_new_key_twice_is_harmless() -> None:
    evening = an_evening()
    one = evening.members[0]
    for _ in range(2):
        one.gets("change_key", key=seat_key("new"))
    assert one.refused("change_key", key=seat_key("m2")) == "key_in_use"


def test_leaving_ends_the_seat_and_its_key() -> None:
    evening = an_evening()
    one, two = evening.members
    one.gets("leave")
    assert one.link.closing == closings.GOODBYE
    assert two.link.closing is None
    assert evening.house.visitor().refused("resume", key=seat_key("m1"), epoch=None, number=0, card=0) == "seat_ended"


def test_leaving_in_two_places_closes_both() -> None:
    evening = an_evening()
    other = evening.comes_back("m1")
    evening.members[0].gets("leave")
    assert other.link.closing == closings.GOODBYE


def test_kindly_not_tonight_is_said_to_the_one_who_knocked() -> None:
    evening = an_evening(door="knock")
    late = evening.comes("late")
    assert late.link.view is not None
    evening.fay.gets("decline", seat=late.link.view.you.seat)
    assert late.link.closing == closings.DECLINED
    assert evening.house.visitor().refused("resume", key=seat_key("late"), epoch=None, number=0, card=0) == "seat_ended"


def test_a_turn_goes_from_hand_to_hand_with_the_frames_in_order() -> None:
    evening = an_evening(mode="round")
    evening.fay.gets("start_round", prompt="how was your week")
    view = evening.fay.link.view
    assert isinstance(view, RoomSnapshot)
    assert view.turn is not None
    holder = next(v for v in evening.everybody() if v.link.view is not None and v.link.view.you.seat == view.turn.seat)
    holder.gets("take", turn=view.turn.turn)
    assert isinstance(evening.members[1].link.events[-1], PieceTaken)
    assert evening.members[1].link.numbers == list(
        range(evening.members[1].link.numbers[0], evening.members[1].link.numbers[-1] + 1)
    )
