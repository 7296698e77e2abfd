"""Coming in, being let in or kindly not, listening, leaving: what people do with their own place, and the door."""

import pytest

from protocol.cards import HandNoted, Knocked, KnockNoticed, KnockSettled
from protocol.events import CameIn, Closed, ListeningChanged, PieceOffered, TurnEnded, WentOut
from protocol.refusals import Refusal
from protocol.rooms import DoorLevel
from protocol.snapshot import RoomSnapshot, WaitingSnapshot
from server.room import inner
from tests.support.builders import a_room, key_hash
from tests.support.circles import a_circle, a_round
from tests.support.playbook import Playbook
from tests.support.verbs import (
    assert_centre,
    assert_happened,
    assert_nothing_happened,
    assert_offered,
    assert_refused,
    assert_told_alone,
    cards_of,
)


class TestTheDoor:
    """Who may come in."""

    def test_whoever_knocks_waits_and_sees_nothing_of_the_room(self) -> None:
        book, host, _ = a_circle(2)
        ash = book.knocks("Hello.")
        assert isinstance(book.posts[ash].view, WaitingSnapshot)
        assert_refused(book.says(ash, "Anybody there?"), "still_waiting")
        assert len(cards_of(book, host, Knocked)) == 3

    def test_only_facilitators_learn_of_a_knock(self) -> None:
        book, host, _ = a_circle(2)
        before = len(book.events)
        book.knocks("It is my first time.")
        assert len(book.events) == before
        assert {s for s in book.posts if cards_of(book, s, Knocked)} == {host}

    def test_being_let_in_brings_the_room_and_settles_the_knock(self) -> None:
        book, host, _ = a_circle(1)
        ash = book.knocks()
        assert_happened(book.admits(host, ash), CameIn)
        assert isinstance(book.posts[ash].view, RoomSnapshot)
        assert cards_of(book, host, KnockSettled)[-1] == KnockSettled(seat=ash)
        assert_refused(book.admits(host, ash), "already_so")

    def test_everybody_who_waits_can_be_let_in_at_once(self) -> None:
        book, host, _ = a_circle(0)
        waiting = [book.knocks() for _ in range(3)]
        assert_happened(book.admits_all(host), CameIn, CameIn, CameIn)
        assert book.room.inside == (host, *waiting)
        assert_refused(book.admits_all(host), "nobody_there")

    def test_kindly_not_tonight_is_known_to_two_only(self) -> None:
        book, host, _ = a_circle(1)
        ash = book.knocks()
        assert_happened(book.declines(host, ash))
        assert cards_of(book, host)[-1] == KnockSettled(seat=ash)
        assert_refused(book.says(ash, "Please?"), "seat_ended")
        assert_happened(book.waits(400))

    def test_who_is_in_cannot_be_declined(self) -> None:
        book, host, (ash,) = a_circle(1)
        assert_refused(book.declines(host, ash), "nobody_there")
        assert_refused(book.admits(host, 99), "nobody_there")

    def test_an_open_door_lets_everybody_in_and_a_locked_one_nobody_new(self) -> None:
        book = Playbook(a_room(door="open"))
        host, ash = book.facilitator(), book.knocks()
        assert book.room.inside == (host, ash)
        book.sets_door(host, "locked")
        assert book.arrives() == Refusal(code="door_locked")
        assert isinstance(book.arrives(role="facilitator"), int)

    def test_a_locked_door_does_not_keep_out_who_has_a_seat(self) -> None:
        book, host, (ash,) = a_circle(1)
        book.loses_connection(ash)
        book.sets_door(host, "locked")
        assert book.comes_back(ash).refusal is None
        assert book.says(ash, "Back again.").refusal is None

    @pytest.mark.parametrize("level", ["open", "locked"])
    def test_whoever_waits_keeps_waiting_when_the_door_changes(self, level: DoorLevel) -> None:
        book, host, _ = a_circle(0)
        ash = book.knocks()
        book.sets_door(host, level)
        assert book.room.seats[ash].stage == "waiting"
        assert_happened(book.admits(host, ash), CameIn)

    def test_one_agrees_to_the_agreement_as_it_is_now(self) -> None:
        book, _, _ = a_circle(0)
        assert book.arrives(agreement=2) == Refusal(code="agreement_changed")

    def test_a_waiting_one_is_told_after_a_minute_that_they_were_seen(self) -> None:
        book, _, _ = a_circle(1)
        ash = book.knocks()
        book.waits(59)
        assert cards_of(book, ash) == []
        book.waits(1)
        assert_told_alone(book, ash, KnockNoticed)
        view = book.posts[ash].view
        assert isinstance(view, WaitingSnapshot)
        assert view.noticed

    def test_nobody_is_told_that_they_were_seen_while_no_facilitator_is_there(self) -> None:
        book, host, _ = a_circle(0)
        ash = book.knocks()
        book.loses_connection(host)
        book.waits(200)
        assert cards_of(book, ash) == []
        book.comes_back(host)
        book.waits(1)
        assert cards_of(book, ash) == [KnockNoticed()]

    def test_a_phone_may_sleep_in_the_waiting_room(self) -> None:
        book, host, _ = a_circle(1)
        ash = book.knocks()
        book.loses_connection(ash)
        book.waits(600)
        assert_happened(book.admits(host, ash), CameIn)
        book.comes_back(ash)
        assert book.says(ash, "I fell asleep.").refusal is None

    def test_a_key_opens_one_place_only(self) -> None:
        book, _, _ = a_circle(1)
        wish = inner.Arrive(key=key_hash("x"), draw=1, role="member", listening=False, agreement=1, line=None)
        assert book.house(wish).refusal is None
        assert_refused(book.house(wish), "key_in_use")

    def test_a_room_is_full_by_those_who_are_in_it(self) -> None:
        book = Playbook(a_room(door="open", seats_most=3))
        book.facilitator()
        ash = book.knocks()
        book.knocks()
        assert book.arrives() == Refusal(code="full")
        assert isinstance(book.arrives(role="facilitator"), int)
        book.leaves(ash)
        assert book.arrives() == Refusal(code="full")
        book.leaves(3)
        assert isinstance(book.arrives(), int)


class TestTheKey:
    """The same seat open in two places: the tap that closes the other changes the key."""

    def test_a_new_key_makes_the_old_one_worthless(self) -> None:
        book, _, (ash,) = a_circle(1)
        old = book.room.seats[ash].key
        book.house(inner.ReplaceKey(ash, key_hash("new")))
        assert book.room.keys == {book.room.seats[1].key: 1, key_hash("new"): ash}
        assert old not in book.room.keys

    def test_a_key_of_somebody_else_is_refused(self) -> None:
        book, host, (ash,) = a_circle(1)
        assert_refused(book.house(inner.ReplaceKey(ash, book.room.seats[host].key)), "key_in_use")

    @pytest.mark.parametrize("wish", [inner.Connect, inner.Disconnect])
    def test_a_place_that_has_ended_cannot_be_taken_up_again(
        self, wish: type[inner.Connect] | type[inner.Disconnect]
    ) -> None:
        book, _, (ash,) = a_circle(1)
        book.leaves(ash)
        assert_refused(book.house(wish(ash)), "seat_ended")
        assert_refused(book.house(inner.ReplaceKey(ash, key_hash("new"))), "seat_ended")


class TestListening:
    """Just listen, or take part again."""

    def test_a_listener_is_not_heard_and_may_take_part_again(self) -> None:
        book, _, (ash,) = a_circle(1)
        assert_happened(book.listens(ash), ListeningChanged)
        assert_refused(book.says(ash, "Hm."), "listening_now")
        assert_refused(book.raises(ash), "listening_now")
        assert_refused(book.listens(ash), "already_so")
        book.listens(ash, on=False)
        assert book.says(ash, "Here I am.").refusal is None

    def test_one_may_come_in_just_to_listen(self) -> None:
        book, host, _ = a_circle(1)
        dove = book.comes_in(listening=True)
        book.starts_round(host)
        assert dove not in book.order

    def test_stepping_back_with_the_piece_is_a_pass(self) -> None:
        book, _, (ash, birch) = a_round(2)
        book.takes(ash)
        assert_happened(book.listens(ash), ListeningChanged, TurnEnded, PieceOffered)
        assert book.last(TurnEnded).how == "passed"
        assert_offered(book, birch)

    def test_stepping_back_after_sharing_is_simply_done(self) -> None:
        book, _, (ash, _) = a_round(2)
        book.takes(ash)
        book.says(ash, "That is all from me.")
        book.listens(ash)
        assert (book.last(TurnEnded).how, book.last(TurnEnded).spoke) == ("done", True)


class TestLeaving:
    """Leaving never needs permission and makes no scene."""

    def test_the_others_see_an_empty_place_only_after_a_while(self) -> None:
        book, _, (ash, *_) = a_circle(3)
        assert_happened(book.leaves(ash))
        assert_happened(book.waits(59))
        assert ash in book.room.inside
        assert_happened(book.waits(121), WentOut)
        assert ash not in book.room.inside

    def test_a_holder_who_leaves_lets_the_piece_rest_and_go_on(self) -> None:
        book, _, (ash, birch, _) = a_round(3)
        book.takes(ash)
        assert_happened(book.leaves(ash), TurnEnded)
        assert book.last(TurnEnded).how == "rested"
        assert_centre(book)
        assert_happened(book.waits(4.9))
        assert_happened(book.waits(0.1), PieceOffered)
        assert_offered(book, birch)

    def test_one_may_leave_the_waiting_room(self) -> None:
        book, host, _ = a_circle(0)
        ash = book.knocks()
        assert_happened(book.leaves(ash))
        assert cards_of(book, host)[-1] == KnockSettled(seat=ash)
        assert_refused(book.admits(host, ash), "nobody_there")

    def test_who_has_left_is_not_heard_any_more(self) -> None:
        book, _, (ash, _) = a_circle(2)
        book.leaves(ash)
        assert_refused(book.says(ash, "One more thing"), "seat_ended")
        assert_refused(book.leaves(ash), "seat_ended")

    def test_a_hand_goes_with_its_person_not_before(self) -> None:
        book, host, (ash, birch) = a_circle(2, mode="raised_hands")
        book.raises(ash, "Soon.")
        book.raises(birch)
        assert cards_of(book, host, HandNoted)
        book.leaves(ash)
        assert book.hands == [ash, birch]
        book.offers(host)
        assert_offered(book, birch)
        book.waits(180)
        assert book.hands == []

    def test_the_last_one_out_ends_the_meeting_after_a_while(self) -> None:
        book, host, (ash,) = a_circle(1)
        book.leaves(ash)
        book.loses_connection(host)
        book.waits(14 * 60)
        assert not book.room.closed
        book.comes_back(host)
        book.leaves(host)
        book.waits(15 * 60)
        assert book.last(Closed).why == "everybody_left"

    def test_nothing_happens_in_a_meeting_that_is_over(self) -> None:
        book, host, (ash,) = a_circle(1)
        assert_happened(book.closes(host), Closed)
        assert_refused(book.says(ash, "Thank you!"), "seat_ended")
        assert_refused(book.leaves(ash), "seat_ended")
        assert_refused(book.house(inner.Tick()), "seat_ended")
        assert_nothing_happened(book.waits(100_000))
