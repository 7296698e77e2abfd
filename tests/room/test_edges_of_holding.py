"""Who holds the room, at its edges: the last facilitator goes, another comes, two act at once, one has the piece."""

from protocol.events import (
    Closed,
    ClosingSoon,
    DoorChanged,
    HeldAgain,
    LeadChanged,
    ModeAwaited,
    PieceGoesOn,
    PieceOffered,
    PieceWaits,
    RoleChanged,
    SettingsChanged,
    TurnEnded,
    Unheld,
)
from tests.support.builders import a_room
from tests.support.circles import a_circle, a_round
from tests.support.playbook import Playbook
from tests.support.verbs import assert_centre, assert_happened, assert_holds, assert_offered, assert_refused


class TestTheLastFacilitator:
    """Laying the role down and leaving need nobody's leave; the room says that nobody holds it."""

    def test_a_room_whose_last_facilitator_lays_the_role_down_is_unheld(self) -> None:
        book, host, _ = a_circle(2)
        assert_happened(book.lays_down_role(host), RoleChanged)
        assert_happened(book.waits(30), Unheld)
        assert_happened(book.waits(570), ClosingSoon)
        assert_happened(book.waits(300), Closed)

    def test_a_room_that_its_last_facilitator_leaves_waits_and_then_closes_kindly(self) -> None:
        book, host, _ = a_circle(2)
        book.leaves(host)
        events = [type(event) for event in book.waits(900).events]
        assert [kind for kind in events if kind in (Unheld, ClosingSoon, Closed)] == [Unheld, ClosingSoon, Closed]
        assert book.last(Closed).why == "unheld"

    def test_an_offer_accepted_while_nobody_holds_the_room_holds_it_again(self) -> None:
        book, host, (ash, birch) = a_round(2)
        book.offers_role(host, birch, "facilitator")
        book.loses_connection(host)
        book.waits(30)
        book.passes(ash)
        assert_centre(book)
        assert [type(event) for event in book.answers_role(birch).events][-2:] == [HeldAgain, PieceOffered]
        assert not book.room.unheld
        assert_offered(book, birch)

    def test_after_a_restart_too_nobody_holds_a_room_whose_last_facilitator_laid_the_role_down(self) -> None:
        book, host, (ash, _) = a_circle(2)
        book.lays_down_role(host)
        book.restarts()
        book.comes_back(ash)
        assert Unheld in {type(event) for event in book.waits(60).events}


class TestSeveralFacilitators:
    """The first who is heard counts, everybody sees who it was, and one of them is enough."""

    def test_who_handed_facilitation_over_stays_or_becomes_a_member_as_they_wish(self) -> None:
        book, host, (ash, _) = a_circle(2)
        book.offers_role(host, ash, "lead")
        assert_happened(book.answers_role(ash), RoleChanged, LeadChanged)
        assert book.room.seats[host].role == "facilitator"
        assert_happened(book.lays_down_role(host), RoleChanged)
        assert (book.room.seats[host].role, book.room.lead) == ("member", ash)

    def test_the_next_to_lead_is_who_took_the_role_first(self) -> None:
        book, host, (ash, birch, cedar) = a_circle(3)
        for seat in (birch, ash, cedar):
            book.offers_role(host, seat, "facilitator")
            book.answers_role(seat)
        book.loses_connection(birch)
        book.loses_connection(host)
        assert book.room.lead == ash

    def test_with_another_facilitator_here_the_room_is_never_unheld(self) -> None:
        book, host, (ash, _) = a_circle(2)
        book.offers_role(host, ash, "facilitator")
        book.answers_role(ash)
        book.loses_connection(host)
        assert not {Unheld, Closed} & {type(event) for event in book.waits(3 * 3600).events}

    def test_of_two_facilitators_at_once_the_first_is_heard_and_both_see_who_it_was(self) -> None:
        book, host, (ash, _) = a_circle(2)
        book.offers_role(host, ash, "facilitator")
        book.answers_role(ash)
        assert_happened(book.sets_door(ash, "locked"), DoorChanged)
        assert_refused(book.sets_door(host, "locked"), "already_so")
        book.changes_settings(host, slow_seconds=15)
        assert (book.last(DoorChanged).by, book.last(SettingsChanged).by) == (ash, host)

    def test_of_two_ways_of_talking_that_are_asked_for_the_later_is_awaited(self) -> None:
        book, host, (ash, birch) = a_round(2)
        book.offers_role(host, birch, "facilitator")
        book.answers_role(birch)
        assert_happened(book.sets_mode(host, "open_floor"), ModeAwaited)
        assert_happened(book.sets_mode(birch, "raised_hands"), ModeAwaited)
        assert book.last(ModeAwaited).by == birch
        book.passes(ash)
        assert book.room.mode == "raised_hands"


class TestAFacilitatorWithThePiece:
    """Their turn is a turn like any other; if they are gone, both rules hold."""

    def test_when_a_facilitator_with_the_piece_is_gone_the_piece_waits_first_and_then_the_room(self) -> None:
        book = Playbook(a_room(door="open"))
        host, ash = book.facilitator(), book.knocks()
        book.starts_round(host, order=(host, ash))
        book.takes(host)
        assert_happened(book.loses_connection(host), PieceWaits)
        assert_happened(book.waits(30), Unheld)
        assert_holds(book, host)
        assert_happened(book.waits(60), TurnEnded)
        assert_centre(book)
        assert_happened(book.comes_back(host), HeldAgain, PieceOffered)
        assert_offered(book, host)

    def test_a_facilitator_who_is_back_in_time_goes_on_with_the_same_turn(self) -> None:
        book = Playbook(a_room(door="open"))
        host, ash = book.facilitator(), book.knocks()
        book.starts_round(host, order=(host, ash))
        book.takes(host)
        turn = book.room.turns
        book.loses_connection(host)
        book.waits(80)
        assert_happened(book.comes_back(host), HeldAgain, PieceGoesOn)
        assert book.says(host, "Here again.", turn=turn).refusal is None

    def test_a_facilitator_who_is_back_within_fifteen_minutes_facilitates_as_before(self) -> None:
        book, host, _ = a_circle(2)
        dove = book.knocks()
        book.loses_connection(host)
        book.waits(14 * 60)
        book.comes_back(host)
        assert (book.room.seats[host].role, book.room.lead) == ("facilitator", host)
        assert book.admits(host, dove).refusal is None
