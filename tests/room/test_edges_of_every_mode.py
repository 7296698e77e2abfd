"""What holds in every way of talking: whose place it is, who of two is heard, what is always allowed, what never."""

import pytest

from protocol import commands as c
from protocol.cards import BellAskedFor, ComeToAnEnd
from protocol.events import HandsChanged, ListeningChanged, ModeChanged, PieceOffered, RoundOrderChanged
from protocol.rooms import Mode
from server.room.table import FACILITATORS_ONLY
from tests.room.test_decide import WISHES
from tests.room.test_facilitation import POWERS
from tests.support.circles import a_circle, a_round
from tests.support.verbs import (
    assert_centre,
    assert_happened,
    assert_holds,
    assert_offered,
    assert_refused,
    cards_of,
    view_of,
)

MODES: tuple[Mode, ...] = ("open_floor", "raised_hands", "round")


class TestPlaces:
    """A place belongs to its person until they leave or the meeting ends."""

    def test_a_place_lasts_as_long_as_the_meeting_however_long_its_person_is_away(self) -> None:
        book, _, (ash, _) = a_circle(2)
        name = book.room.seats[ash].name
        book.loses_connection(ash)
        book.waits(5 * 3600)
        book.comes_back(ash)
        assert book.room.seats[ash].name == name
        assert book.says(ash, "I fell asleep.").refusal is None

    def test_leaving_by_ones_own_wish_has_no_grace(self) -> None:
        book, host, (ash, birch) = a_circle(2, mode="raised_hands")
        book.raises(ash)
        book.raises(birch)
        book.leaves(ash)
        book.offers(host)
        assert_offered(book, birch)
        assert_refused(book.comes_back(ash), "seat_ended")

    def test_whoever_is_in_the_room_is_shown_to_everybody_in_it(self) -> None:
        book, host, (ash, _) = a_circle(2)
        book.offers_role(host, ash, "guardian")
        book.answers_role(ash)
        book.facilitator(listening=True)
        book.comes_in(listening=True)
        assert len(book.room.inside) == 5
        for seat in book.room.inside:
            assert tuple(person.seat for person in view_of(book, seat).people) == book.room.inside


class TestTheOrderOfWishes:
    """The room hears one wish after the other, and knows no other clock."""

    def test_of_two_wishes_at_the_same_moment_the_one_that_is_heard_first_counts(self) -> None:
        book, host, (ash, birch, _) = a_circle(mode="raised_hands")
        other = book.facilitator(listening=True)
        moment = book.now
        assert_happened(book.offers(other, birch), PieceOffered)
        assert_refused(book.offers(host, ash), "turn_running")
        assert book.now == moment
        assert_offered(book, birch)

    def test_no_wish_says_when_it_was_asked(self) -> None:
        numbers = {
            name
            for wish in WISHES
            for name, value in wish.model_dump().items()
            if isinstance(value, (int, float)) and not isinstance(value, bool)
        }
        assert numbers <= {"turn", "seat", "seconds", "phase", "after", "ask"}, "is one of these a clock?"


class TestAlwaysAllowed:
    """Whatever is about oneself alone, in every way of talking and in a silence."""

    @pytest.mark.parametrize("mode", MODES)
    def test_anybody_may_ask_for_the_bell_in_every_way_of_talking_and_in_a_silence(self, mode: Mode) -> None:
        book, host, (ash, birch, _) = a_circle(mode=mode)
        assert book.asks_for_bell(ash).refusal is None
        book.begins_silence(host)
        assert book.asks_for_bell(birch).refusal is None
        assert len(cards_of(book, host, BellAskedFor)) == 2

    def test_what_is_about_oneself_alone_may_be_changed_in_a_silence(self) -> None:
        book, host, (ash, birch, cedar) = a_round(3)
        book.takes(ash)
        book.begins_silence(host)
        assert book.pass_me(birch).refusal is None
        assert book.wants_quiet(ash).refusal is None
        assert_happened(book.listens(cedar), ListeningChanged, RoundOrderChanged)
        assert_happened(book.listens(cedar, on=False), ListeningChanged, RoundOrderChanged)
        assert_holds(book, ash)


class TestNeverAllowed:
    """Nobody acts in the name of somebody else, and roles are small."""

    def test_a_members_wish_is_about_nobody_but_themself_unless_they_pass_the_piece_on(self) -> None:
        own = [wish for wish in WISHES if type(wish) not in FACILITATORS_ONLY]
        assert [wish.type for wish in own if "seat" in type(wish).model_fields] == ["pass_to"]

    def test_nobody_can_make_a_listener_speak(self) -> None:
        book, host, (ash, birch) = a_circle(2, mode="raised_hands")
        book.listens(ash)
        assert_refused(book.offers(host, ash), "nobody_there")
        assert_refused(book.gives_last_word(host, ash), "nobody_there")
        book.starts_round(host, order=(ash, birch))
        assert book.order == (birch,)

    @pytest.mark.parametrize("power", POWERS, ids=lambda power: power.type)
    def test_a_guardian_has_no_power_but_the_bell(self, power: c.RoomCommand) -> None:
        book, host, (ash, _) = a_circle(2)
        book.offers_role(host, ash, "guardian")
        book.answers_role(ash)
        assert_refused(book.asks(ash, power), "facilitators_only")


class TestAnotherWayOfTalking:
    """Hands outlive it, the order of a round does not."""

    def test_the_line_is_emptied_only_by_a_facilitator_and_an_event_says_so(self) -> None:
        book, host, (ash, birch, _) = a_circle(mode="raised_hands")
        book.raises(ash)
        book.raises(birch)
        book.sets_mode(host, "open_floor")
        book.starts_round(host)
        book.sets_mode(host, "open_floor", now=True)
        assert book.hands == [ash, birch]
        assert_happened(book.clears_hands(host), HandsChanged)
        assert book.hands == []

    def test_the_order_of_a_round_that_was_left_does_not_come_back(self) -> None:
        book, host, (ash, birch) = a_round(2)
        book.pass_me(birch)
        book.later(ash)
        book.sets_mode(host, "open_floor", now=True)
        assert_happened(book.sets_mode(host, "round"), ModeChanged)
        assert_centre(book)
        assert (book.room.round, book.room.pass_me) == (None, frozenset())


class TestTheClock:
    """Told in words, never counted down for others, and nothing is cut."""

    def test_without_a_hard_limit_nothing_is_cut(self) -> None:
        book, _, (ash, _) = a_round(2, soft_seconds=60)
        book.takes(ash)
        book.waits(3 * 3600)
        assert_holds(book, ash)
        assert book.says(ash, "And one more thing.").refusal is None
        assert len(cards_of(book, ash, ComeToAnEnd)) == 1
