"""Time in the room: nudges, graces, fades. Time only acts through ticks, and nothing moves on by itself."""

from protocol.cards import KnockNoticed, Presence, StillQuiet, TakeYourTime
from protocol.events import Closed
from protocol.frames import HintFrame
from server.room import inner
from server.room.alarms import next_wake
from tests.support.builders import MINUTE, a_room
from tests.support.circles import a_circle, a_round
from tests.support.playbook import Playbook
from tests.support.verbs import assert_happened, assert_holds, assert_nothing_happened, assert_offered, cards_of


class TestQuiet:
    """No hurry: the one is told privately, facilitators see it, and nothing is cut."""

    def test_who_is_offered_the_piece_is_told_there_is_no_hurry(self) -> None:
        book, host, (ash, _) = a_round(2)
        assert_happened(book.waits(44))
        assert cards_of(book, ash) == []
        book.waits(1)
        assert len(cards_of(book, ash, TakeYourTime)) == 1
        assert cards_of(book, host, StillQuiet) == []
        book.waits(45)
        assert len(cards_of(book, host, StillQuiet)) == 1
        book.waits(3600)
        assert_offered(book, ash)
        assert (len(cards_of(book, ash)), len(cards_of(book, host, StillQuiet))) == (1, 1)

    def test_a_silent_holder_is_told_to_take_their_time_after_two_minutes(self) -> None:
        book, host, (ash, _) = a_round(2)
        book.takes(ash)
        book.waits(119)
        assert cards_of(book, ash) == []
        book.waits(1)
        assert len(cards_of(book, ash, TakeYourTime)) == 1
        book.waits(119)
        assert cards_of(book, host, StillQuiet) == []
        book.waits(1)
        assert len(cards_of(book, host, StillQuiet)) == 1
        assert_holds(book, ash)

    def test_words_start_the_quiet_again(self) -> None:
        book, _, (ash, _) = a_round(2)
        book.takes(ash)
        book.waits(110)
        book.says(ash, "I am thinking.")
        book.waits(119)
        assert cards_of(book, ash) == []

    def test_one_minute_is_a_minute_more_as_often_as_needed(self) -> None:
        book, host, (ash, _) = a_round(2)
        for _ in range(5):
            book.waits(100)
            assert_happened(book.one_minute(ash))
        assert len(cards_of(book, ash)) == 1  # the first hundred seconds were quiet, and no later ones
        book.waits(104)
        assert len(cards_of(book, ash)) == 1
        book.waits(1)
        assert len(cards_of(book, ash)) == 2
        assert len(cards_of(book, host, StillQuiet)) == 1

    def test_the_clock_stands_still_while_the_holder_is_away(self) -> None:
        book, _, (ash, _) = a_round(2)
        book.takes(ash)
        book.waits(100)
        book.loses_connection(ash)
        book.waits(80)
        book.comes_back(ash)
        book.waits(100)
        assert cards_of(book, ash) == []


class TestPresence:
    """The others see a lost connection only after a while."""

    def test_a_short_gap_is_nobodys_business(self) -> None:
        book, host, (ash,) = a_circle(1)
        book.loses_connection(ash)
        book.waits(59)
        book.comes_back(ash)
        book.waits(300)
        assert _presence(book, host) == []

    def test_a_longer_one_is_seen_and_so_is_the_return(self) -> None:
        book, host, (ash,) = a_circle(1)
        book.loses_connection(ash)
        book.waits(180)
        book.comes_back(ash)
        assert _presence(book, host) == [(ash,), ()]

    def test_the_moment_of_fading_is_drawn_by_lot(self) -> None:
        moments = set()
        for chance in range(20):
            book, _, (ash,) = a_circle(1)
            book.chance = chance
            book.loses_connection(ash)
            moments.add(book.room.seats[ash].fades_at)
        assert len(moments) > 10

    def test_without_a_span_to_draw_from_it_is_that_moment(self) -> None:
        book, _, (ash,) = a_circle(1, fade_least_seconds=70, fade_most_seconds=70)
        book.loses_connection(ash)
        assert book.room.seats[ash].fades_at == book.now + 70_000


class TestWaking:
    """The room says when it wants to be woken; a tick at another time changes nothing."""

    def test_an_early_tick_changes_nothing(self) -> None:
        book, _, _ = a_round(2)
        wake = next_wake(book.room)
        assert wake is not None
        book.now = wake - 1
        assert_nothing_happened(book.tick())
        book.now = wake
        assert book.tick().facts

    def test_a_late_tick_catches_up_with_everything(self) -> None:
        book, host, (ash, _) = a_round(2)
        dove = book.knocks()
        book.now += 100_000
        book.tick()
        assert cards_of(book, ash, TakeYourTime)
        assert cards_of(book, host, StillQuiet)
        assert cards_of(book, dove) == [KnockNoticed()]
        wake = next_wake(book.room)
        assert wake is not None
        assert wake > book.now

    def test_a_late_tick_after_holder_and_order_grace_lets_the_round_end(self) -> None:
        book, _, (ash,) = a_round(1, second_offer=False)
        book.loses_connection(ash)
        book.now += 400_000
        book.tick()
        assert book.room.round is None

    def test_an_empty_room_wants_to_be_woken_to_close(self) -> None:
        assert next_wake(a_room()) == 15 * MINUTE

    def test_a_closed_room_sleeps(self) -> None:
        book = Playbook()
        book.waits(15 * 60)
        assert book.last(Closed).why == "everybody_left"
        assert next_wake(book.room) is None

    def test_a_meeting_is_over_after_twelve_hours(self) -> None:
        book, _, _ = a_circle(1)
        book.waits(12 * 3600)
        assert book.last(Closed).why == "long_enough"

    def test_a_lost_journal_is_said_to_the_room_once(self) -> None:
        book, _, _ = a_circle(1)
        assert len(book.house(inner.LoseJournal()).events) == 1
        assert_nothing_happened(book.house(inner.LoseJournal()))
        assert not book.room.survives_restart


def _presence(book: Playbook, seat: int) -> list[tuple[int, ...]]:
    """Whom this seat was told to be away, each time it changed."""
    hints = [frame.hint for frame in book.posts[seat].frames if isinstance(frame, HintFrame)]
    return [hint.away for hint in hints if isinstance(hint, Presence)]
