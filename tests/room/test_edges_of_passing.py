"""Passing the piece on: the holder chooses, the chosen one is asked, and what nobody takes is back in the centre."""

from protocol.cards import NotHeard
from protocol.events import HolderChooses, PieceOffered, TurnEnded
from tests.support.circles import Circle, a_circle
from tests.support.verbs import (
    assert_centre,
    assert_happened,
    assert_holds,
    assert_offered,
    assert_refused,
    cards_of,
)


def _shared(members: int = 4, **changed: object) -> Circle:
    """The first member has the piece and has said something."""
    book, host, people = a_circle(members, mode="passing", **changed)
    book.raises(people[0])
    book.takes(people[0])
    book.says(people[0], "Mine.")
    return book, host, people


class TestChoosing:
    """Among raised hands, or anybody where the group chose so."""

    def test_the_holder_chooses_the_next_among_raised_hands(self) -> None:
        book, _, (ash, birch, cedar, dove) = _shared()
        book.raises(birch)
        book.raises(cedar)
        assert_refused(book.passes_to(ash, dove), "only_hands")
        assert_happened(book.done(ash), HolderChooses)
        assert_happened(book.passes_to(ash, cedar), TurnEnded, PieceOffered)
        assert_offered(book, cedar)
        assert book.hands == [birch]

    def test_the_holder_may_choose_anybody_who_takes_part_where_the_group_chose_so(self) -> None:
        book, host, (ash, birch, cedar, _) = _shared(choose_among="anybody")
        book.listens(birch)
        for seat in (birch, host, ash):
            assert_refused(book.passes_to(ash, seat), "nobody_there")
        book.passes_to(ash, cedar)
        assert_offered(book, cedar)

    def test_nobody_is_chosen_twice_before_all_have_had_it_unless_their_hand_is_up(self) -> None:
        book, _, (ash, birch, cedar, _) = _shared(choose_among="anybody")
        book.passes_to(ash, birch)
        book.takes(birch)
        assert_refused(book.passes_to(birch, ash), "others_first")
        book.raises(ash)
        book.passes_to(birch, ash)
        assert_offered(book, ash)
        book.takes(ash)
        book.passes_to(ash, cedar)
        assert_offered(book, cedar)

    def test_the_holder_alone_learns_that_somebody_cannot_be_reached_just_now(self) -> None:
        book, _, (ash, birch, *_) = _shared(choose_among="anybody")
        book.loses_connection(birch)
        sent = {seat: len(post.frames) for seat, post in book.posts.items()}
        assert_refused(book.passes_to(ash, birch), "not_reachable")
        assert {seat: len(post.frames) for seat, post in book.posts.items()} == sent

    def test_a_piece_that_nobody_is_given_is_in_the_centre_after_a_minute(self) -> None:
        book, _, (ash, birch, *_) = _shared(choose_among="anybody")
        assert_happened(book.done(ash), HolderChooses)
        assert_happened(book.waits(59))
        assert_happened(book.waits(1), TurnEnded)
        assert_centre(book)
        assert_refused(book.passes_to(ash, birch), "stale_turn")

    def test_facilitators_alone_see_who_has_not_had_the_piece(self) -> None:
        book, host, (ash, birch, cedar, dove) = _shared(choose_among="anybody")
        book.passes_to(ash, birch)
        book.takes(birch)
        book.says(birch, "Mine.")
        book.passes_to(birch, cedar)
        assert cards_of(book, host, NotHeard)[-1] == NotHeard(seats=(cedar, dove))
        assert [cards_of(book, seat, NotHeard) for seat in (ash, birch, cedar, dove)] == [[]] * 4


class TestBeingChosen:
    """An offer, never a duty."""

    def test_whoever_is_chosen_is_offered_the_piece_and_may_take_it(self) -> None:
        book, _, (ash, birch, *_) = _shared(choose_among="anybody")
        book.passes_to(ash, birch)
        assert_offered(book, birch)
        assert book.last(PieceOffered).passed_by == ash
        book.takes(birch)
        assert_holds(book, birch)

    def test_whoever_is_chosen_may_pass_the_piece_on(self) -> None:
        book, _, (ash, birch, cedar, _) = _shared(choose_among="anybody")
        book.passes_to(ash, birch)
        assert_happened(book.passes_to(birch, cedar), TurnEnded, PieceOffered)
        assert_offered(book, cedar)

    def test_a_declined_piece_is_back_in_the_centre(self) -> None:
        book, _, (ash, birch, *_) = _shared(choose_among="anybody")
        book.passes_to(ash, birch)
        assert_happened(book.passes(birch), TurnEnded)
        assert_centre(book)

    def test_from_the_centre_the_first_hand_is_next(self) -> None:
        book, _, (ash, birch, cedar, dove) = _shared(choose_among="anybody")
        book.raises(dove)
        book.raises(cedar)
        book.passes_to(ash, birch)
        assert_happened(book.passes(birch), TurnEnded, PieceOffered)
        assert_offered(book, dove)

    def test_from_the_centre_a_facilitator_may_offer_the_piece(self) -> None:
        book, host, (ash, birch, cedar, _) = _shared(choose_among="anybody")
        book.passes_to(ash, birch)
        book.passes(birch)
        assert_happened(book.offers(host, cedar), PieceOffered)
        assert_offered(book, cedar)


class TestReachingForIt:
    """Only where the group chose so; nobody loses by being a moment later."""

    def test_the_piece_may_be_taken_from_the_centre_where_the_group_chose_so(self) -> None:
        book, host, (ash, *_) = a_circle(mode="passing")
        assert_refused(book.reaches(ash), "other_mode")
        book.changes_settings(host, take_from_centre=True)
        assert book.reaches(ash).refusal is None
        assert_holds(book, ash)

    def test_of_two_who_reach_for_it_the_first_has_it_and_the_other_is_first_in_line(self) -> None:
        book, _, (ash, birch, cedar) = a_circle(mode="passing", take_from_centre=True)
        after = book.room.turns
        book.reaches(birch, after=after)
        book.raises(cedar)
        assert book.reaches(ash, after=after).refusal is None
        assert_holds(book, birch)
        assert book.hands == [ash, cedar]
