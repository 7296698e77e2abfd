"""Facilitating together: roles are offered and accepted, the lead is handed over, and nobody is ever promoted."""

from protocol.cards import NotHeard, RoleDeclined, RoleOffered, SaidAside
from protocol.events import LeadChanged, RoleChanged, SettingsChanged
from protocol.snapshot import RoomSnapshot
from tests.support.circles import a_circle, a_round
from tests.support.playbook import Playbook
from tests.support.verbs import (
    assert_happened,
    assert_holds,
    assert_refused,
    assert_told_alone,
    cards_of,
)


def _view(book: Playbook, seat: int) -> RoomSnapshot:
    view = book.posts[seat].view
    assert isinstance(view, RoomSnapshot)
    return view


class TestRoles:
    """A role is offered, and the answer counts."""

    def test_a_role_is_offered_to_one_person_and_changes_nothing_by_itself(self) -> None:
        book, host, (ash, _) = a_circle(2)
        assert_happened(book.offers_role(host, ash, "guardian"))
        assert_told_alone(book, ash, RoleOffered)
        assert book.room.seats[ash].role == "member"

    def test_everybody_sees_that_a_role_was_accepted(self) -> None:
        book, host, (ash, _) = a_circle(2)
        book.offers_role(host, ash, "guardian")
        assert_happened(book.answers_role(ash), RoleChanged)
        assert _view(book, ash).you.role == "guardian"

    def test_only_the_one_who_offered_a_role_learns_of_a_no(self) -> None:
        book, host, (ash, _) = a_circle(2)
        book.offers_role(host, ash, "facilitator")
        assert_happened(book.answers_role(ash, accept=False))
        assert_told_alone(book, host, RoleDeclined)
        assert_refused(book.answers_role(ash), "no_offer")

    def test_the_offer_of_a_role_is_over_after_a_while(self) -> None:
        book, host, (ash, _) = a_circle(2)
        book.offers_role(host, ash, "facilitator")
        book.waits(61)
        assert_refused(book.answers_role(ash), "no_offer")

    def test_nobody_takes_a_role_that_was_not_offered(self) -> None:
        book, _, (ash, _) = a_circle(2)
        assert_refused(book.answers_role(ash), "no_offer")

    def test_who_is_away_is_not_offered_a_role(self) -> None:
        book, host, (ash, _) = a_circle(2)
        book.loses_connection(ash)
        assert_refused(book.offers_role(host, ash, "guardian"), "nobody_there")

    def test_a_guardian_rings_and_has_no_other_power(self) -> None:
        book, host, (ash, birch) = a_circle(2)
        book.offers_role(host, ash, "guardian")
        book.answers_role(ash)
        assert book.rings(ash).refusal is None
        book.waits(20)
        assert_refused(book.admits(ash, birch), "facilitators_only")

    def test_a_new_facilitator_sees_the_door(self) -> None:
        book, host, (ash, _) = a_circle(2)
        waiting = book.knocks("It is my first time.")
        book.offers_role(host, ash, "facilitator")
        book.answers_role(ash)
        assert [knock.person.seat for knock in _view(book, ash).mine.knocks] == [waiting]
        assert book.admits(ash, waiting).refusal is None

    def test_who_lays_the_role_down_is_a_member_like_everybody(self) -> None:
        book, host, (ash, _) = a_circle(2)
        book.offers_role(host, ash, "facilitator")
        book.answers_role(ash)
        assert_happened(book.lays_down_role(ash), RoleChanged)
        assert _view(book, ash).mine.knocks == ()
        assert_refused(book.lays_down_role(ash), "already_so")


class TestTheLead:
    """One leads; handing over is offered and accepted, and touches nothing else."""

    def test_the_lead_is_handed_over_and_the_turn_goes_on(self) -> None:
        book, host, _ = a_round(3)
        holder = book.order[0]
        book.takes(holder)
        other = next(s for s in book.order if s not in (holder, host))
        book.offers_role(host, other, "lead")
        assert_happened(book.answers_role(other), RoleChanged, LeadChanged)
        assert book.room.lead == other
        assert book.room.seats[host].role == "facilitator"
        assert_holds(book, holder)

    def test_a_later_offer_of_the_lead_replaces_the_earlier(self) -> None:
        book, host, (ash, birch) = a_circle(2)
        book.offers_role(host, ash, "lead")
        book.offers_role(host, birch, "lead")
        assert_refused(book.answers_role(ash), "no_offer")
        assert book.answers_role(birch).refusal is None

    def test_a_co_facilitator_who_is_here_leads_at_once_when_the_lead_is_gone(self) -> None:
        book, host, (ash, _) = a_circle(2)
        book.offers_role(host, ash, "facilitator")
        book.answers_role(ash)
        book.loses_connection(host)
        assert book.room.lead == ash
        book.comes_back(host)
        assert book.room.lead == ash
        book.offers_role(ash, host, "lead")
        assert_happened(book.answers_role(host), LeadChanged)

    def test_only_the_lead_hands_the_lead_over(self) -> None:
        book, host, (ash, birch) = a_circle(2)
        book.offers_role(host, ash, "facilitator")
        book.answers_role(ash)
        assert_refused(book.offers_role(ash, birch, "lead"), "facilitators_only")


class TestAmongFacilitators:
    """A back channel, who has not been heard, and settings in the open."""

    def test_words_among_facilitators_reach_nobody_else(self) -> None:
        book, host, (ash, birch) = a_circle(2)
        book.offers_role(host, ash, "facilitator")
        book.answers_role(ash)
        assert_happened(book.says_aside(host, "Shall we ring?"))
        assert cards_of(book, ash, SaidAside)
        assert not cards_of(book, birch, SaidAside)
        assert_refused(book.says_aside(birch, "Hello"), "facilitators_only")

    def test_facilitators_see_who_had_no_turn_yet_and_nobody_else_does(self) -> None:
        book, host, (ash, birch) = a_circle(2, mode="raised_hands")
        book.raises(ash)
        book.offers(host)
        book.takes(ash)
        book.says(ash, "Something.")
        book.done(ash)
        assert cards_of(book, host, NotHeard)[-1] == NotHeard(seats=(birch,))
        assert not cards_of(book, birch, NotHeard)
        assert _view(book, ash).mine.shares == 1
        assert _view(book, birch).shares == 1

    def test_listeners_are_not_on_that_list(self) -> None:
        book, host, (ash, birch) = a_circle(2)
        book.listens(ash)
        assert _view(book, host).mine.not_heard == (birch,)

    def test_settings_change_in_the_open(self) -> None:
        book, host, (ash, _) = a_circle(2)
        assert_happened(book.changes_settings(host, slow_seconds=15), SettingsChanged)
        assert _view(book, ash).settings.slow_seconds == 15
        assert_refused(book.changes_settings(host, slow_seconds=15), "already_so")
