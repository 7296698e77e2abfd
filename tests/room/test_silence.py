"""The bell and the silence: nothing is taken from anybody, every clock stands still, and hands may go up quietly."""

from protocol.cards import BellAskedFor, HandWaits
from protocol.events import HandRaised, PieceOffered, Said, SilenceBegan, SilenceEnded, SilenceExtended
from protocol.snapshot import RoomSnapshot
from tests.support.circles import a_circle, a_round
from tests.support.verbs import assert_happened, assert_holds, assert_refused, assert_told_alone, cards_of


class TestTheBell:
    """A short pause that anybody may ask for and that ends by itself."""

    def test_a_bell_quiets_the_room_and_takes_nothing_from_the_holder(self) -> None:
        book, host, _ = a_round(3)
        holder = book.order[0]
        book.takes(holder)
        assert_happened(book.rings(host), SilenceBegan)
        assert_refused(book.says(holder, "I was in the middle"), "silence_now")
        book.waits(20)
        assert book.room.silence is None
        assert_holds(book, holder)
        assert_happened(book.says(holder, "I was in the middle"), Said)

    def test_a_bell_in_mid_turn_stops_the_quiet_clock(self) -> None:
        book, host, _ = a_round(2)
        holder = book.order[0]
        book.takes(holder)
        book.waits(100)
        book.begins_silence(host, 600)
        book.waits(600)
        before = book.room.turn
        assert before is not None
        assert not before.nudged
        book.waits(20)
        assert book.room.turn is not None
        assert book.room.turn.nudged

    def test_ringing_while_the_bell_rings_makes_it_longer_once(self) -> None:
        book, host, _ = a_circle(2)
        book.rings(host)
        assert_happened(book.rings(host), SilenceExtended)
        assert_refused(book.rings(host), "already_so")
        book.waits(39)
        assert book.room.silence is not None
        book.waits(1)
        assert book.room.silence is None

    def test_the_next_bell_has_to_wait(self) -> None:
        book, host, _ = a_circle(2)
        book.rings(host)
        book.waits(20)
        assert_refused(book.rings(host), "slow_down")
        book.waits(100)
        assert_happened(book.rings(host), SilenceBegan)

    def test_one_person_rings_at_most_six_times_within_an_hour(self) -> None:
        book, host, _ = a_circle(2)
        for _ in range(6):
            assert_happened(book.rings(host), SilenceBegan)
            book.waits(121)
        assert_refused(book.rings(host), "slow_down")
        book.waits(3_000)
        assert_happened(book.rings(host), SilenceBegan)

    def test_a_member_asks_for_the_bell_and_nobody_learns_who(self) -> None:
        book, host, (ash, birch) = a_circle(2)
        assert_refused(book.rings(ash), "guardians_only")
        book.asks_for_bell(ash)
        assert_told_alone(book, host, BellAskedFor)
        assert "seat" not in BellAskedFor.model_fields
        assert_refused(book.asks_for_bell(ash), "slow_down")
        book.asks_for_bell(birch)
        assert len(cards_of(book, host, BellAskedFor)) == 2


class TestWhatStaysOpen:
    """Leaving, listening, hands and the door are never closed by a silence."""

    def test_hands_go_up_quietly_in_a_silence_and_are_shown_in_their_order_when_it_ends(self) -> None:
        book, host, (ash, birch) = a_circle(2, mode="raised_hands")
        book.rings(host)
        assert_happened(book.raises(birch, "about last week"))
        assert_happened(book.raises(ash))
        assert cards_of(book, birch, HandWaits) == [HandWaits(on=True)]
        assert book.room.hands == ()
        book.waits(20)
        shown = [event.seat for event in book.events if isinstance(event, HandRaised)]
        assert shown == [birch, ash]
        view = book.server_view(host)
        assert isinstance(view, RoomSnapshot)
        assert [note.note for note in view.mine.hand_notes] == ["about last week"]

    def test_a_hand_taken_back_in_the_silence_is_never_shown(self) -> None:
        book, host, (ash, _) = a_circle(2, mode="raised_hands")
        book.rings(host)
        book.raises(ash)
        book.lowers(ash)
        book.waits(20)
        assert book.room.hands == ()

    def test_the_holder_may_leave_and_the_piece_goes_on_after_the_silence(self) -> None:
        book, host, _ = a_round(3)
        holder = book.order[0]
        book.takes(holder)
        book.begins_silence(host, 60, "for those who are not here")
        book.leaves(holder)
        book.waits(30)
        assert book.room.turn is None
        assert_happened(book.waits(36), SilenceEnded, PieceOffered)

    def test_the_grace_of_an_absent_holder_starts_again_when_the_silence_ends(self) -> None:
        book, host, _ = a_round(2)
        holder = book.order[0]
        book.takes(holder)
        book.loses_connection(holder)
        book.begins_silence(host, 300)
        book.waits(300)
        assert book.room.silence is None
        book.waits(80)
        assert_holds(book, holder)
        book.waits(20)
        assert book.room.turn is None or book.room.turn.seat != holder


class TestAFacilitatorsSilence:
    """A minute, or an open end; the way of talking comes back with everything that was going on."""

    def test_an_open_silence_is_ended_by_a_facilitator(self) -> None:
        book, host, (ash, _) = a_circle(2)
        assert_refused(book.begins_silence(ash), "facilitators_only")
        book.begins_silence(host, None, "Let us breathe.")
        assert_refused(book.begins_silence(host), "already_so")
        book.waits(200)
        assert book.room.silence is not None
        assert_happened(book.ends_silence(host), SilenceEnded)
        assert_refused(book.ends_silence(host), "already_so")

    def test_somebody_who_comes_in_sees_the_silence_and_how_long_it_lasts(self) -> None:
        book, host, _ = a_circle(2)
        book.begins_silence(host, 60, "Let us breathe.")
        book.waits(20)
        newcomer = book.comes_in()
        view = book.server_view(newcomer)
        assert isinstance(view, RoomSnapshot)
        assert view.silence is not None
        assert (view.silence.left, view.silence.intention) == (40, "Let us breathe.")
