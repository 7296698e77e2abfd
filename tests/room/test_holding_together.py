"""Several facilitators: who leads after a lost connection, and who did what; and groups that talk on without any."""

from protocol.events import CameIn, HandsChanged, LeadChanged, ModeChanged, PieceOffered, TimeGiven, TurnEnded, Unheld
from tests.support.circles import Circle, a_circle
from tests.support.verbs import assert_happened, assert_refused, view_of


def _two_facilitators() -> Circle:
    book, host, members = a_circle(3, mode="raised_hands")
    book.offers_role(host, members[0], "facilitator")
    book.answers_role(members[0])
    return book, host, members


class TestTheLeadAfterALostConnection:
    """It passes on at once, and comes back on asking."""

    def test_who_led_before_gets_the_lead_back_on_asking(self) -> None:
        book, host, (ash, birch, _) = _two_facilitators()
        book.loses_connection(host)
        assert book.room.lead == ash
        book.comes_back(host)
        assert book.room.lead == ash, "nothing is taken back without asking"
        assert view_of(book, birch).lead_before == host
        assert_happened(book.takes_lead_back(host), LeadChanged)
        assert book.room.lead == host
        assert view_of(book, birch).lead_before is None

    def test_nobody_else_takes_the_lead(self) -> None:
        book, host, (ash, birch, _) = _two_facilitators()
        assert_refused(book.takes_lead_back(host), "no_offer")
        assert_refused(book.takes_lead_back(ash), "no_offer")
        assert_refused(book.takes_lead_back(birch), "facilitators_only")

    def test_a_lead_that_was_handed_over_is_not_taken_back(self) -> None:
        book, host, (ash, *_) = _two_facilitators()
        book.offers_role(host, ash, "lead")
        book.answers_role(ash)
        assert_refused(book.takes_lead_back(host), "no_offer")


class TestWhoDidIt:
    """Two facilitators see which of them did what."""

    def test_every_use_of_a_power_says_by_whom(self) -> None:
        book, host, (ash, birch, cedar) = _two_facilitators()
        book.raises(birch)
        assert _by(book.offers(ash), PieceOffered) == ash
        book.takes(birch)
        assert _by(book.gives_time(host), TimeGiven) == host
        assert _by(book.moves_on(ash), TurnEnded) == ash
        book.raises(cedar)
        assert _by(book.lowers_hand_of(host, cedar), HandsChanged) == host
        book.raises(cedar)
        assert _by(book.clears_hands(ash), HandsChanged) == ash
        book.sets_door(host, "knock")
        waiting = book.knocks()
        assert _by(book.admits(ash, waiting), CameIn) == ash

    def test_what_people_do_themselves_says_no_by_whom(self) -> None:
        book, _, (ash, birch, _) = _two_facilitators()
        book.raises(birch)
        book.offers(ash)
        book.takes(birch)
        assert _by(book.done(birch), TurnEnded) is None


class TestOpenlyAndSlowly:
    """A group may choose that it talks on when nobody holds the room."""

    def test_open_conversation_goes_on_slowly_without_a_facilitator_where_the_group_chose_so(self) -> None:
        book, host, (ash, birch, _) = a_circle(3, mode="raised_hands", when_unheld="open_floor_slow")
        book.loses_connection(host)
        heard = book.waits(31)
        assert [type(event) for event in heard.events if isinstance(event, Unheld | ModeChanged)] == [
            Unheld,
            ModeChanged,
        ]
        assert book.room.mode == "open_floor"
        book.says(ash, "Shall we go on?")
        assert_refused(book.says(ash, "Yes."), "slow_down")
        book.says(birch, "Yes.")

    def test_a_running_turn_is_finished_first(self) -> None:
        book, host, (ash, birch, _) = a_circle(3, mode="raised_hands", when_unheld="open_floor_slow")
        book.raises(ash)
        book.offers(host)
        book.takes(ash)
        book.says(ash, "It was a hard week.")
        book.loses_connection(host)
        book.waits(31)
        assert view_of(book, birch).awaited_mode == "open_floor"
        assert_happened(book.done(ash), TurnEnded, ModeChanged)
        assert view_of(book, birch).mode == "open_floor"


def _by(heard: object, kind: type) -> int | None:
    events = getattr(heard, "events", ())
    found = [event for event in events if isinstance(event, kind)]
    assert found, f"{kind.__name__} did not happen"
    by: int | None = found[0].by  # type: ignore[attr-defined]  # every kind asked for has it
    return by
