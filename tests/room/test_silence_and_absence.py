"""Silence, and those who are away: their time stands still, and a silence that nobody holds ends by itself."""

from protocol.events import HandsChanged, RoundOrderChanged, SilenceEnded
from tests.support.circles import a_circle, a_round
from tests.support.verbs import assert_happened, assert_offered


class TestTheTimeOfThoseWhoAreAway:
    """A hand and a place in the order are kept for five minutes, and quiet minutes do not count."""

    def test_a_silence_takes_no_time_from_a_hand_whose_person_is_away(self) -> None:
        book, host, (ash, birch) = a_circle(2, mode="raised_hands")
        book.raises(ash)
        book.raises(birch)
        book.loses_connection(ash)
        book.waits(200)
        book.begins_silence(host, 600)
        assert HandsChanged not in {type(event) for event in book.waits(600).events}
        assert_happened(book.waits(99))
        assert book.hands == [ash, birch]
        assert_happened(book.waits(1), HandsChanged)
        assert (book.hands, book.last(HandsChanged).why) == ([birch], "expired")

    def test_a_silence_takes_no_time_from_a_place_in_the_order(self) -> None:
        book, host, (ash, birch) = a_round(2)
        book.takes(ash)
        book.begins_silence(host, 600)
        book.waits(500)
        book.loses_connection(birch)
        book.waits(100)
        assert_happened(book.waits(299))
        assert_happened(book.waits(1), RoundOrderChanged)

    def test_who_was_away_and_is_back_in_a_silence_has_lost_nothing(self) -> None:
        book, host, (ash, birch) = a_round(2)
        book.loses_connection(birch)
        book.begins_silence(host, 3600)
        book.waits(3000)
        book.comes_back(birch)
        book.waits(600)
        book.passes(ash)
        assert_offered(book, birch)


class TestASilenceThatNobodyHolds:
    """An open end is for somebody to find; where no facilitator is here, it ends after ten minutes."""

    def test_an_open_silence_without_any_facilitator_ends_after_ten_minutes(self) -> None:
        book, host, (ash, _) = a_circle(2)
        book.begins_silence(host)
        book.waits(300)
        book.loses_connection(host)
        book.waits(599)
        assert book.room.silence is not None
        assert SilenceEnded in {type(event) for event in book.waits(1).events}
        assert book.says(ash, "Are we still here?").refusal is None

    def test_a_facilitator_who_is_back_keeps_the_silence_open(self) -> None:
        book, host, _ = a_circle(2)
        book.begins_silence(host)
        book.loses_connection(host)
        book.waits(590)
        book.comes_back(host)
        book.waits(3600)
        assert book.room.silence is not None

    def test_it_ends_also_when_the_last_facilitator_lays_the_role_down(self) -> None:
        book, host, _ = a_circle(2)
        book.begins_silence(host)
        book.lays_down_role(host)
        book.waits(600)
        assert book.room.silence is None

    def test_a_silence_with_a_length_ends_by_itself_without_a_facilitator(self) -> None:
        book, host, _ = a_circle(2)
        book.begins_silence(host, 60)
        book.leaves(host)
        book.waits(59)
        assert book.room.silence is not None
        book.waits(1)
        assert book.room.silence is None
