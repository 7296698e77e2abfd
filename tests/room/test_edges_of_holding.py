"""Who holds the room, at its edges: the last facilitator goes, another comes, two act at once, one has the piece."""

from protocol.events import Closed, ClosingSoon, HeldAgain, PieceOffered, RoleChanged, Unheld
from tests.support.circles import a_circle, a_round
from tests.support.verbs import assert_centre, assert_happened, assert_offered


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
