"""The piece in the centre, where the group chose so: whoever reaches for it first has it, and nobody loses a race."""

from protocol.events import HandRaised, PieceOffered, PieceTaken
from tests.support.circles import a_circle
from tests.support.verbs import assert_happened, assert_holds, assert_offered, assert_refused


class TestReaching:
    """Who has it, and who is next."""

    def test_only_where_the_group_chose_so(self) -> None:
        book, _, (ash, *_) = a_circle(mode="passing")
        assert_refused(book.reaches(ash), "other_mode")

    def test_the_first_has_it_at_once(self) -> None:
        book, _, (ash, *_) = a_circle(mode="passing", take_from_centre=True)
        assert_happened(book.reaches(ash), PieceOffered, PieceTaken)
        assert_holds(book, ash)

    def test_a_moment_later_one_is_first_in_the_line(self) -> None:
        book, _, (ash, birch, cedar) = a_circle(mode="passing", take_from_centre=True)
        seen = book.room.turns
        book.reaches(ash, after=seen)
        book.raises(cedar)
        assert_happened(book.reaches(birch, after=seen), HandRaised)
        assert book.hands == [birch, cedar]
        assert_holds(book, ash)

    def test_whose_hand_is_up_keeps_the_place(self) -> None:
        book, _, (ash, birch, cedar) = a_circle(mode="passing", take_from_centre=True)
        book.reaches(ash)
        for seat in (cedar, birch):
            book.raises(seat)
        assert_refused(book.reaches(birch, after=book.room.turns - 1), "already_so")
        assert book.hands == [cedar, birch]

    def test_a_stale_reach_is_refused(self) -> None:
        book, _, (ash, birch, cedar) = a_circle(mode="passing", take_from_centre=True)
        book.reaches(ash)
        book.raises(birch)
        book.done(ash)
        book.done(ash)
        assert_offered(book, birch)
        assert_refused(book.reaches(cedar, after=0), "stale_turn")
        assert_refused(book.reaches(cedar, after=book.room.turns), "stale_turn")
        assert_refused(book.reaches(birch, after=book.room.turns - 1), "stale_turn")
        assert book.hands == []

    def test_after_somebody_has_left_it_rests_first(self) -> None:
        book, _, (ash, birch, _) = a_circle(mode="passing", take_from_centre=True)
        book.reaches(ash)
        book.leaves(ash)
        assert_refused(book.reaches(birch), "stale_turn")
        book.waits(5)
        assert_happened(book.reaches(birch), PieceOffered, PieceTaken)

    def test_listeners_do_not_reach(self) -> None:
        book, host, _ = a_circle(mode="passing", take_from_centre=True)
        assert_refused(book.reaches(host), "listening_now")

    def test_once_the_list_is_closed_nobody_new_reaches(self) -> None:
        book, host, (ash, *_) = a_circle(mode="passing", take_from_centre=True)
        book.closes_list(host)
        assert_refused(book.reaches(ash), "list_closed")

    def test_in_the_silence_nobody_reaches(self) -> None:
        book, host, (ash, *_) = a_circle(mode="passing", take_from_centre=True)
        book.rings(host)
        assert_refused(book.reaches(ash), "silence_now")
