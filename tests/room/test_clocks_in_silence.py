"""How clocks go on when a silence ends, to the millisecond; and how long one is told to wait."""

from protocol.events import HeldAgain, PieceOffered, Said, SilenceBegan
from tests.support.circles import a_circle, a_round
from tests.support.playbook import Playbook
from tests.support.shares import a_share
from tests.support.stage import Heard
from tests.support.verbs import assert_centre, assert_happened, assert_offered, assert_refused


class TestAfterASilence:
    """Every clock goes on where it stood; what began in the silence begins with its end."""

    def test_who_comes_back_in_a_silence_has_the_whole_quiet_time_from_its_end(self) -> None:
        for before_the_end in (0, 20):
            book, host, (ash, _) = a_round(2, round_order="coming_in", holder_nudge_seconds=120)
            book.takes(ash)
            book.loses_connection(ash)
            book.begins_silence(host)
            book.waits(30)
            book.comes_back(ash)
            book.waits(before_the_end)
            book.ends_silence(host)
            book.waits(119.999)
            assert book.room.turn is not None
            assert not book.room.turn.nudged
            book.waits(0.001)
            assert book.room.turn.nudged

    def test_who_is_lost_at_the_end_of_a_silence_keeps_the_place_for_the_whole_grace(self) -> None:
        book, host, (_, birch) = a_round(2, round_order="coming_in", order_grace_seconds=300)
        book.begins_silence(host)
        book.waits(30)
        book.loses_connection(birch)
        book.ends_silence(host)
        book.waits(299.999)
        assert not book.room.seats[birch].out_of_order
        book.waits(0.001)
        assert book.room.seats[birch].out_of_order

    def test_the_piece_rests_for_as_long_as_it_had_to_when_the_silence_began(self) -> None:
        book, host, (ash, birch, _) = a_round(3, round_order="coming_in", leaving_pause_seconds=5)
        book.takes(ash)
        book.leaves(ash)
        book.waits(2)
        book.begins_silence(host, 60)
        book.waits(60)
        book.waits(2.999)
        assert_centre(book)
        assert_happened(book.waits(0.001), PieceOffered)
        assert_offered(book, birch)


class TestHowLongToWait:
    """Whoever has to wait is told for how many seconds, rounded up."""

    def test_how_long_it_is_still_quiet(self) -> None:
        book, host, (ash, _) = a_circle(2)
        book.begins_silence(host, 61)
        for wait, left in ((0.97, 61), (0.03, 60), (59, 1)):
            book.waits(wait)
            assert _told_to_wait(book.says(ash, "Hello")) == left

    def test_the_seventh_bell_waits_until_the_first_is_an_hour_old(self) -> None:
        book, host, _ = a_circle(2)
        for _ in range(6):
            assert_happened(book.rings(host), SilenceBegan)
            book.waits(121)
        assert _told_to_wait(book.rings(host)) == 3600 - 6 * 121

    def test_one_persons_bells_are_not_anothers(self) -> None:
        book, host, _ = a_circle(2)
        other = book.facilitator()
        for _ in range(6):
            assert_happened(book.rings(host), SilenceBegan)
            book.waits(121)
        assert_happened(book.rings(other), SilenceBegan)

    def test_two_wishes_for_the_bell_a_minute_apart_are_not_together(self) -> None:
        for apart, events in ((59.999, [SilenceBegan]), (60, [])):
            book, host, (ash, birch) = a_circle(2, held_by="members")
            book.leaves(host)
            book.rings(ash)
            book.waits(apart)
            assert_happened(book.rings(birch), *events)

    def test_slow_conversation_says_how_long(self) -> None:
        book, _, (ash, _) = a_circle(2, slow_seconds=60)
        book.says(ash, "One.")
        book.waits(1.97)
        assert _told_to_wait(book.says(ash, "Two.")) == 59

    def test_a_room_that_is_held_again_forgets_who_spoke_while_nobody_held_it(self) -> None:
        book, host, (ash, _) = a_circle(2, slow_seconds=60, unheld_after_seconds=30)
        book.loses_connection(host)
        book.waits(30)
        book.says(ash, "Is anybody holding this?")
        assert_refused(book.says(ash, "No?"), "slow_down")
        assert_happened(book.comes_back(host), HeldAgain)
        assert_happened(book.says(ash, "There you are."), Said)


class TestTheTimeToRespond:
    """It has its length, also after a restart and after a late yes."""

    def test_after_a_restart_the_time_to_respond_begins_anew(self) -> None:
        book, host, _ = a_share("similar", responses_seconds=180)
        book.waits(100)
        book.sets_door(host, "locked")
        book.restarts()
        assert _until(book) == book.now + 180_000

    def test_after_a_restart_the_time_to_choose_begins_anew(self) -> None:
        book, host, (ash, birch) = a_circle(2, mode="passing", choose_seconds=60)
        book.offers(host, ash)
        book.raises(birch)
        book.shares(ash, "This was mine.")
        book.waits(30)
        book.sets_door(host, "locked")
        book.restarts()
        assert book.room.turn is not None
        assert book.room.turn.choosing_until == book.now + 60_000

    def test_whoever_is_told_yes_has_the_whole_time_to_write(self) -> None:
        book, _, (ash, birch, _) = a_share(responses_seconds=180, signs_seconds=30)
        book.asks_sharer(birch)
        book.waits(20)
        book.answers_ask(ash)
        assert _until(book) == book.now + 180_000


def _until(book: Playbook) -> int:
    """When the time to respond is over."""
    assert book.room.turn is not None
    assert book.room.turn.responding is not None
    return book.room.turn.responding.until


def _told_to_wait(heard: Heard) -> int | None:
    """The seconds that come with a refusal."""
    assert heard.refusal is not None
    return heard.refusal.arguments.seconds
