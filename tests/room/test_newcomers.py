"""Newcomers: reading first where the group chose so, and waiting for a round that lets nobody in."""

from protocol.events import CameIn
from protocol.snapshot import WaitingSnapshot
from tests.support.circles import a_circle
from tests.support.playbook import Playbook
from tests.support.verbs import assert_refused


class TestReadingFirst:
    """Open conversation: a quiet while for whoever has just come in."""

    def test_whoever_has_just_come_in_listens_for_a_while_first_where_the_group_chose_so(self) -> None:
        book, host, (ash, _) = a_circle(2, newcomer_quiet_seconds=60)
        heard = book.says(ash, "Hello.")
        assert_refused(heard, "slow_down")
        assert heard.refusal is not None
        assert heard.refusal.arguments.seconds == 60
        book.listens(host, on=False)
        assert book.says(host, "Welcome.").refusal is None, "facilitators are exempt"
        book.waits(59)
        assert_refused(book.says(ash, "Hello."), "slow_down")
        book.waits(1)
        assert book.says(ash, "Hello.").refusal is None

    def test_coming_back_after_a_lost_connection_is_not_coming_in(self) -> None:
        book, _, (ash, _) = a_circle(2, newcomer_quiet_seconds=60)
        book.waits(60)
        book.loses_connection(ash)
        book.waits(10)
        book.comes_back(ash)
        assert book.says(ash, "Here I am.").refusal is None


class TestALockedRound:
    """An open door, and a round that lets nobody in."""

    def test_whoever_waits_for_a_locked_round_is_told_so_at_the_door(self) -> None:
        book, host, members = a_circle(2, late_policy="locked", second_offer=False)
        book.sets_door(host, "open")
        book.starts_round(host)
        late = book.knocks()
        assert _told_of_the_round(book, late)
        for _ in members:
            assert book.holder is not None
            book.passes(book.holder)
        assert book.room.round is None
        assert late in book.came_in()

    def test_behind_a_door_with_knocks_the_end_of_the_round_lets_nobody_in_by_itself(self) -> None:
        book, host, members = a_circle(2, late_policy="locked", second_offer=False)
        book.sets_door(host, "knock")
        book.starts_round(host)
        late = book.knocks()
        assert not _told_of_the_round(book, late)
        for _ in members:
            assert book.holder is not None
            book.passes(book.holder)
        assert late not in book.came_in()
        assert any(isinstance(event, CameIn) for event in book.admits(host, late).events)

    def test_a_door_that_was_locked_meanwhile_stays_locked(self) -> None:
        book, host, members = a_circle(2, late_policy="locked", second_offer=False)
        book.sets_door(host, "open")
        book.starts_round(host)
        late = book.knocks()
        book.sets_door(host, "locked")
        for _ in members:
            assert book.holder is not None
            book.passes(book.holder)
        assert late not in book.came_in()


def _told_of_the_round(book: Playbook, seat: int) -> bool:
    """What stands in the waiting room."""
    waiting = book.posts[seat].view
    assert isinstance(waiting, WaitingSnapshot)
    return waiting.round_under_way
