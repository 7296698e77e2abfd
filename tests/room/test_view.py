"""The view: what one seat sees, and what it never sees."""

import pytest

from protocol.snapshot import RoomSnapshot, WaitingSnapshot
from server.room.view import away
from tests.support.circles import a_circle, a_round
from tests.support.fold import Gap, fold, folded
from tests.support.playbook import Playbook
from tests.support.same import assert_same_view


def room_of(book: Playbook, seat: int) -> RoomSnapshot:
    """What a seat in the room would be handed now."""
    view = book.server_view(seat)
    assert isinstance(view, RoomSnapshot)
    return view


def test_the_waiting_room_shows_the_door_and_nothing_behind_it() -> None:
    book, _, _ = a_round(2, prompt="How are you?")
    view = book.server_view(book.knocks("Hello."))
    assert isinstance(view, WaitingSnapshot)
    assert set(WaitingSnapshot.model_fields) == {
        "state", "epoch", "card", "group", "run_by", "agreement", "crisis_policy", "you", "noticed", "round_under_way",
    }  # fmt: skip


def test_only_facilitators_see_knocks_and_notes() -> None:
    book, host, (ash, birch, _) = a_circle(mode="raised_hands")
    book.raises(ash, "About last week.")
    dove = book.knocks("My first time.")
    assert [(note.seat, note.note) for note in room_of(book, host).mine.hand_notes] == [(ash, "About last week.")]
    assert [(knock.person.seat, knock.line) for knock in room_of(book, host).mine.knocks] == [(dove, "My first time.")]
    for seat in (ash, birch):
        assert (room_of(book, seat).mine.knocks, room_of(book, seat).mine.hand_notes) == ((), ())


def test_what_somebody_chose_in_private_is_in_no_other_view() -> None:
    book, host, (ash, birch, cedar) = a_round(3)
    book.pass_me(cedar)
    assert room_of(book, cedar).mine.pass_me
    others = [room_of(book, seat).mine for seat in (host, ash, birch)]
    assert not any(mine.pass_me or mine.second_offer_used for mine in others)


def test_people_stand_in_the_order_of_coming_in() -> None:
    book, host, _ = a_circle(0)
    ash, birch = book.knocks(), book.knocks()
    book.admits(host, birch)
    book.admits(host, ash)
    assert [person.seat for person in room_of(book, ash).people] == [host, birch, ash]


def test_a_lost_connection_is_seen_after_its_fade_only() -> None:
    book, _, (ash, birch) = a_circle(2)
    book.loses_connection(ash)
    assert away(book.room) == ()
    book.waits(180)
    assert room_of(book, birch).away == (ash,)


def test_a_returner_gets_what_was_missed_and_sees_the_same() -> None:
    book, _, (ash, birch) = a_round(2)
    left_off = book.posts[birch].view
    seen = len(book.posts[birch].frames)
    book.loses_connection(birch)
    book.shares(ash, "While you were away.")
    book.comes_back(birch)
    assert_same_view(fold(left_off, book.posts[birch].frames[seen:]), book.server_view(birch))


def test_the_fold_takes_each_number_once_and_misses_none() -> None:
    book, _, (ash, birch) = a_round(2)
    book.passes(ash)
    frames = book.posts[birch].frames
    view = book.posts[birch].view
    assert folded(view, frames[-1]) == view
    with pytest.raises(Gap):
        fold(None, [*frames[:-2], frames[-1]])


def test_the_ring_may_forget_words_that_a_client_still_has() -> None:
    book = Playbook(ring_events=12)
    host = book.facilitator()
    ash = book.comes_in()
    for count in range(30):
        book.says(ash, f"Message {count}.")
    mine = book.posts[host].view
    assert isinstance(mine, RoomSnapshot)
    assert len(room_of(book, host).said) == 12
    assert len(mine.said) == 30
