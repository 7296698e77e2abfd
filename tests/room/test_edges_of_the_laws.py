"""The fourteen laws told one by one: each in a small story, and each broken by hand, so that the check is seen to bite.

The same checks run after every wish of every story and over thousands of random evenings (`test_laws.py`).
"""

from collections.abc import Iterable

import pytest

from protocol import events as e
from protocol.commands import Say
from protocol.refusals import SENTENCES, Refusal
from protocol.rooms import Hand as HandView, Mode
from protocol.words import Words
from server.room.alarms import next_wake
from server.room.change import changed
from server.room.decide import decide
from server.room.evolve import evolve
from server.room.facts import Fact
from server.room.state import Hand, Room
from tests.room.test_decide import WISHES
from tests.support.builders import command_id
from tests.support.circles import a_circle, a_round
from tests.support.invariants import check_fact, check_room
from tests.support.playbook import Playbook
from tests.support.same import assert_same_structure, assert_same_view
from tests.support.verbs import assert_holds, assert_offered, assert_refused, view_of


def _breaks(room: Room, fact: Fact, law: str) -> None:
    """This fact cannot be allowed to become true of this room: the check names the law."""
    with pytest.raises(AssertionError, match=law):
        check_fact(room, fact, evolve(room, fact, 0))


def test_at_most_one_person_has_the_piece() -> None:
    book, host, (ash, birch, _) = a_circle(mode="raised_hands")
    book.raises(ash)
    book.offers(host)
    assert_refused(book.offers(host, birch), "turn_running")
    assert_refused(book.takes(birch), "not_your_turn")
    _breaks(book.room, e.PieceOffered(turn=2, seat=birch, out_of_order=False), "I1")


def test_the_holder_is_here_or_the_piece_waits_for_them() -> None:
    book, _, (ash, _) = a_round(2)
    book.takes(ash)
    book.loses_connection(ash)
    assert book.room.turn is not None
    assert book.room.turn.waiting
    broken = changed(book.room, turn=changed(book.room.turn, waiting=False))
    with pytest.raises(AssertionError, match="I2"):
        check_room(broken)


def test_where_turns_are_taken_nobody_but_the_holder_is_heard() -> None:
    book, _, (ash, birch) = a_round(2)
    book.takes(ash)
    turn = book.room.turns
    assert_refused(book.asks(birch, _say(None)), "not_your_turn")
    assert_refused(book.asks(birch, _say(turn)), "not_your_turn")
    _breaks(book.room, e.Said(seat=birch, command=command_id(1), text=Words("Me."), turn=turn), "I3")


def test_everybody_in_the_order_is_asked_once_before_anybody_twice() -> None:
    book, _, (ash, birch, cedar) = a_round(3, second_offer=False)
    book.loses_connection(birch)
    book.later(ash)
    book.passes(cedar)
    book.passes(ash)
    book.comes_back(birch)
    asked = [event.seat for event in book.events if isinstance(event, e.PieceOffered)]
    assert asked == [ash, cedar, ash, birch]
    _breaks(changed(book.room, turn=None), e.RoundEnded(shared=0), "I4")
    _breaks(changed(book.room, turn=None), e.PieceOffered(turn=5, seat=cedar, out_of_order=False), "I4")


def test_nobody_stands_in_the_line_twice_with_one_kind_of_hand() -> None:
    book, host, (ash, birch, _) = a_circle(mode="raised_hands")
    book.raises(ash)
    book.offers(host)
    book.takes(ash)
    book.raises(birch)
    book.raises(birch, kind="direct_response")
    assert_refused(book.raises(birch), "already_so")
    with pytest.raises(AssertionError, match="I5"):
        check_room(changed(book.room, hands=(*book.room.hands, Hand(birch, "share", None))))


def test_the_line_keeps_its_order_unless_an_event_says_otherwise() -> None:
    book, host, (ash, birch, cedar) = a_circle(mode="raised_hands")
    for seat in (ash, birch, cedar):
        book.raises(seat)
    book.lowers(birch)
    book.loses_connection(ash)
    book.comes_back(ash)
    book.begins_silence(host, 60)
    book.waits(60)
    assert book.hands == [ash, cedar]
    turned = tuple(HandView(seat=seat, kind="share") for seat in (cedar, ash))
    _breaks(book.room, e.HandsChanged(hands=turned, why="lowered"), "I6")


def test_no_hand_is_lost_without_an_event() -> None:
    book, _, (ash, birch, _) = a_circle(mode="raised_hands")
    book.raises(ash)
    book.raises(birch)
    without = changed(book.room, hands=book.room.hands[1:])
    with pytest.raises(AssertionError, match="I7"):
        check_fact(book.room, e.DoorChanged(level="open", by=1), without)


def test_no_act_with_the_id_of_an_old_turn_changes_anything() -> None:
    book, host, (ash, birch) = a_round(2)
    old = book.room.turns
    book.passes(ash)
    before = book.room
    acts = (
        book.takes,
        book.done,
        book.passes,
        book.later,
        book.one_minute,
        book.moves_on,
        book.gives_time,
        book.lights,
    )
    for act in acts:
        for seat in (host, ash, birch):
            heard = act(seat, turn=old)
            assert heard.refusal is not None
            assert heard.refusal.code in ("stale_turn", "facilitators_only")
    assert_refused(book.asks(birch, _say(old)), "stale_turn")
    assert book.room is before


def test_nobody_is_promoted() -> None:
    book, host, (ash, _) = a_circle(2)
    book.leaves(host)
    book.waits(10 * 60)
    assert {book.room.seats[seat].role for seat in book.room.inside} == {"member"}
    promoted = changed(book.room, seats={**book.room.seats, ash: changed(book.room.seats[ash], role="facilitator")})
    with pytest.raises(AssertionError, match="I9"):
        check_fact(book.room, e.DoorChanged(level="open", by=1), promoted)


@pytest.mark.parametrize("mode", ["open_floor", "raised_hands", "round"])
def test_leaving_needs_nobodys_leave_in_any_state_of_the_room(mode: Mode) -> None:
    for moment in _moments(mode):
        for seat, who in moment.room.seats.items():
            if who.stage != "gone":
                assert moment.asks(seat, WISHES[0]).refusal is None


def test_the_journal_gives_back_the_same_room_and_a_late_joiner_sees_what_everybody_sees() -> None:
    book, host, (ash, birch) = a_round(2, prompt="How are you?")
    book.shares(ash, "Mine.")
    book.offers_role(host, birch, "guardian")
    book.answers_role(birch)
    dove = book.comes_in()
    assert_same_structure(book.kept, book.room)
    for seat in book.room.inside:
        assert_same_view(book.posts[seat].view, book.server_view(seat))
    assert view_of(book, dove).round == view_of(book, ash).round
    assert_offered(book, birch)


@pytest.mark.parametrize("mode", ["open_floor", "raised_hands", "round"])
def test_every_refusal_is_told_to_the_one_who_asked_and_to_nobody_else(mode: Mode) -> None:
    for book in _moments(mode):
        before, sent = book.room, _sent(book)
        refused = [
            (seat, wish)
            for wish in WISHES
            for seat in before.seats
            if isinstance(decide(before, seat, wish, Words("Hello."), book.now, 7), Refusal)
        ]
        assert len(refused) > 20
        for seat, wish in refused:
            answer = book.asks(seat, wish).refusal
            assert answer is not None
            assert SENTENCES[answer.code]
        assert book.room is before
        assert _sent(book) == sent


def test_time_acts_only_when_the_room_is_woken() -> None:
    book, _, (ash, _) = a_round(2, hard_seconds=100)
    book.takes(ash)
    wake = next_wake(book.room)
    assert wake is not None
    before = book.room
    book.now += 5_000_000
    assert book.room is before
    assert_holds(book, ash)
    assert book.tick().facts


def _sent(book: Playbook) -> dict[int, int]:
    return {seat: len(post.frames) for seat, post in book.posts.items()}


def _say(turn: int | None) -> Say:
    return Say(type="say", id=command_id(500), turn=turn, text=Words("Me."))


def _moments(mode: Mode) -> Iterable[Playbook]:
    """Rooms in the states that matter: usual, in a silence, unheld, closed to newcomers; one knocks and one is away."""
    for happens in ("nothing", "silence", "unheld", "locked"):
        book, host, (ash, *_) = a_circle(mode=mode)
        if mode == "round":
            book.starts_round(host)
        book.knocks()
        if happens == "silence":
            book.begins_silence(host)
        if happens == "unheld":
            book.loses_connection(host)
            book.waits(30)
        if happens == "locked":
            book.sets_door(host, "locked")
            book.closes_list(host)
        book.loses_connection(ash)
        yield book
