"""When nobody holds the room: it says so, waits, and closes kindly; a room its members hold needs nobody."""

from protocol.cards import BellAskedFor, KnockNoticed
from protocol.events import CameIn, Closed, ClosingSoon, HeldAgain, SilenceBegan, Unheld
from protocol.room_settings import RoomSettings
from protocol.snapshot import Mine, RoomSnapshot
from tests.support.builders import a_room
from tests.support.circles import a_circle, a_round
from tests.support.playbook import Playbook
from tests.support.verbs import (
    assert_happened,
    assert_holds,
    assert_nothing_happened,
    assert_offered,
    assert_refused,
    cards_of,
)


def _mine(book: Playbook, seat: int) -> Mine:
    view = book.posts[seat].view
    assert isinstance(view, RoomSnapshot)
    return view.mine


class TestUnheld:
    """Nobody is promoted; the running turn may finish; nothing new begins."""

    def test_a_short_loss_of_connection_is_no_news(self) -> None:
        book, host, _ = a_circle(2)
        book.loses_connection(host)
        assert_nothing_happened(book.waits(29))
        book.comes_back(host)
        assert Unheld not in {type(event) for event in book.events}

    def test_the_room_says_that_it_waits_for_a_facilitator(self) -> None:
        book, host, _ = a_circle(2)
        book.loses_connection(host)
        assert_happened(book.waits(30), Unheld)
        assert_happened(book.comes_back(host), HeldAgain)

    def test_the_running_turn_may_finish_and_no_new_offer_is_made(self) -> None:
        book, host, _ = a_round(3)
        holder = book.order[0]
        book.takes(holder)
        book.loses_connection(host)
        book.waits(30)
        assert book.says(holder, "I will finish.").refusal is None
        book.done(holder)
        assert book.room.turn is None
        book.comes_back(host)
        assert_offered(book, book.order[1])

    def test_nobody_new_comes_into_an_unheld_room(self) -> None:
        book = Playbook(a_room(door="open"))
        host = book.facilitator()
        book.knocks()
        book.loses_connection(host)
        book.waits(30)
        newcomer = book.knocks()
        assert book.room.seats[newcomer].stage == "waiting"

    def test_open_conversation_is_slow_while_nobody_holds_the_room(self) -> None:
        book, host, (ash, _) = a_circle(2, mode="open_floor")
        book.loses_connection(host)
        book.waits(30)
        assert book.says(ash, "One.").refusal is None
        assert_refused(book.says(ash, "Two."), "slow_down")
        book.waits(30)
        assert book.says(ash, "Two.").refusal is None

    def test_an_unheld_room_closes_kindly_with_notice_five_minutes_before(self) -> None:
        book, host, _ = a_circle(2)
        book.loses_connection(host)
        book.waits(599)
        assert_happened(book.waits(1), ClosingSoon)
        assert_happened(book.waits(300), Closed)
        assert book.last(Closed).why == "unheld"

    def test_a_round_goes_on_where_the_group_chose_so(self) -> None:
        book = Playbook(a_room(door="open", settings=RoomSettings(when_unheld="continue_round")))
        host, ash, birch = book.facilitator(), book.knocks(), book.knocks()
        book.listens(host)
        book.starts_round(host)
        book.loses_connection(host)
        book.waits(30)
        first = book.order[0]
        book.passes(first)
        assert_offered(book, birch if first == ash else ash)


class TestHeldByItsMembers:
    """On purpose nobody is above anyone: any two ring, the round passes by itself."""

    def _circle(self) -> tuple[Playbook, int, int, int]:
        book = Playbook(a_room(door="open", settings=RoomSettings(held_by="members")))
        return book, book.knocks(), book.knocks(), book.knocks()

    def test_anybody_starts_a_round(self) -> None:
        book, ash, _, _ = self._circle()
        book.starts_round(ash)
        assert_offered(book, book.order[0])

    def test_a_silent_holder_goes_to_later_by_itself(self) -> None:
        book, ash, _, _ = self._circle()
        book.starts_round(ash)
        first, second = book.order[0], book.order[1]
        book.waits(91)
        assert_offered(book, second)
        assert book.room.round is not None
        assert first in book.room.round.later

    def test_one_wish_for_a_bell_is_a_wish_and_two_are_a_bell(self) -> None:
        book, ash, birch, _ = self._circle()
        assert_happened(book.rings(ash))
        assert book.room.silence is None
        assert_happened(book.rings(birch), SilenceBegan)

    def test_who_asked_for_the_bell_is_told_nothing_and_asks_once_a_minute(self) -> None:
        book, ash, birch, _ = self._circle()
        book.rings(ash)
        assert cards_of(book, birch, BellAskedFor)
        assert not cards_of(book, ash, BellAskedFor)
        assert_refused(book.rings(ash), "slow_down")

    def test_everybody_inside_sees_who_knocks_and_any_of_them_lets_in(self) -> None:
        book, ash, birch = self._behind_a_door()
        cedar = book.knocks("It is my first time.")
        for seat in (ash, birch):
            assert [knock.person.seat for knock in _mine(book, seat).knocks] == [cedar]
        assert_happened(book.admits(birch, cedar), CameIn)
        assert _mine(book, ash).knocks == _mine(book, cedar).knocks == ()

    def test_who_waits_is_told_that_somebody_has_seen_it(self) -> None:
        book, _, _ = self._behind_a_door()
        cedar = book.knocks()
        book.waits(61)
        assert cards_of(book, cedar, KnockNoticed)

    def test_when_everybody_holds_the_room_from_now_on_they_learn_who_waits(self) -> None:
        book = Playbook(a_room(door="knock"))
        host, ash = book.facilitator(), book.comes_in()
        birch = book.knocks()
        assert _mine(book, ash).knocks == ()
        book.changes_settings(host, held_by="members")
        assert [knock.person.seat for knock in _mine(book, ash).knocks] == [birch]
        book.changes_settings(host, held_by="facilitators")
        assert _mine(book, ash).knocks == ()
        assert [knock.person.seat for knock in _mine(book, host).knocks] == [birch]

    def _behind_a_door(self) -> tuple[Playbook, int, int]:
        book = Playbook(a_room(door="knock", settings=RoomSettings(held_by="members")))
        ash = book.at_home()
        birch = book.knocks()
        assert_happened(book.admits(ash, birch), CameIn)
        return book, ash, birch

    def test_whoever_opens_their_own_group_comes_in_though_the_door_is_locked(self) -> None:
        book = Playbook(a_room(door="locked", settings=RoomSettings(held_by="members")))
        ash = book.at_home()
        assert (book.room.seats[ash].role, book.room.seats[ash].stage) == ("member", "inside")

    def test_the_piece_goes_from_hand_to_hand_because_nobody_is_there_to_offer_it(self) -> None:
        book, ash, birch, cedar = self._circle()
        book.sets_mode(ash, "raised_hands")
        book.raises(birch)
        book.raises(cedar)
        assert_offered(book, birch)
        book.waits(91)
        assert_offered(book, cedar)

    def test_a_room_that_its_members_hold_is_never_unheld(self) -> None:
        book, ash, _, _ = self._circle()
        book.starts_round(ash)
        book.takes(book.order[0])
        book.waits(200)
        assert_holds(book, book.order[0])
        assert Unheld not in {type(event) for event in book.events}
