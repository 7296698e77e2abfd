"""Talking-piece rounds: everybody is offered one turn, in an order told before; a pass is never a mistake."""

from protocol.cards import PassMeSet, SecondOfferUsed
from protocol.events import PieceOffered, RoundEnded, RoundOrderChanged, RoundStarted, SecondOfferMade, TurnEnded
from protocol.snapshot import RoomSnapshot
from tests.support.builders import a_room
from tests.support.circles import a_circle, a_round
from tests.support.playbook import Playbook
from tests.support.verbs import (
    assert_centre,
    assert_happened,
    assert_holds,
    assert_offered,
    assert_refused,
    assert_round_over,
    assert_told_alone,
)


class TestBeginning:
    """The order is drawn by lot and told before the first turn."""

    def test_the_order_is_told_before_the_first_offer(self) -> None:
        book, host, members = a_circle(5)
        assert_happened(book.starts_round(host, "How are you?"), RoundStarted, PieceOffered)
        assert sorted(book.order) == members
        assert_offered(book, book.order[0])
        assert book.room.prompt == "How are you?"

    def test_it_is_told_how_the_order_was_made(self) -> None:
        book, host, members = a_circle(2)
        book.starts_round(host)
        assert book.last(RoundStarted).drawn == "lot"
        book, host, members = a_circle(2, round_order="coming_in")
        book.starts_round(host)
        assert book.last(RoundStarted).drawn == "coming_in"
        book, host, members = a_circle(2)
        book.starts_round(host, order=tuple(reversed(members)))
        assert book.last(RoundStarted).drawn == "named"

    def test_the_lot_decides_the_order(self) -> None:
        orders = set()
        for chance in range(40):
            book, host, _ = a_circle(3)
            book.chance = chance
            book.starts_round(host)
            orders.add(book.order)
        assert len(orders) == 6

    def test_facilitators_who_take_part_come_last(self) -> None:
        book = Playbook(a_room(door="open"))
        host, ash, birch = book.facilitator(), book.knocks(), book.knocks()
        book.starts_round(host)
        assert set(book.order[:2]) == {ash, birch}
        assert book.order[2] == host

    def test_who_listens_waits_or_is_away_is_not_in_the_order(self) -> None:
        book, host, (ash, birch, cedar) = a_circle(3)
        book.listens(ash)
        book.loses_connection(birch)
        book.knocks()
        book.starts_round(host)
        assert book.order == (cedar,)

    def test_a_round_needs_somebody(self) -> None:
        book, host, _ = a_circle(0)
        assert_refused(book.starts_round(host), "nobody_to_go_round")

    def test_one_round_at_a_time(self) -> None:
        book, host, _ = a_round(2)
        assert_refused(book.starts_round(host), "turn_running")

    def test_forty_people_go_round(self) -> None:
        book, _, order = a_round(40, second_offer=False)
        for seat in order:
            assert_offered(book, seat)
            book.shares(seat, "My share.")
        assert_round_over(book, 40)


class TestTheTurn:
    """Take, say as much as one likes, done; or pass; or later."""

    def test_the_piece_goes_round_once(self) -> None:
        book, _, order = a_round(3, second_offer=False)
        for seat in order:
            assert_offered(book, seat)
            book.shares(seat, "Mine.")
        assert_round_over(book, 3)
        assert_centre(book)

    def test_a_turn_has_as_many_messages_as_its_holder_likes(self) -> None:
        book, _, (ash, _) = a_round(2)
        book.takes(ash)
        for text in ("One.", "Two.", "Three."):
            assert book.says(ash, text).refusal is None
        assert_holds(book, ash)

    def test_passing_needs_no_words(self) -> None:
        book, _, (ash, birch) = a_round(2)
        assert_happened(book.passes(ash), TurnEnded, PieceOffered)
        assert (book.last(TurnEnded).how, book.last(TurnEnded).spoke) == ("passed", False)
        assert_offered(book, birch)

    def test_one_may_pass_after_taking(self) -> None:
        book, _, (ash, birch) = a_round(2)
        book.takes(ash)
        book.passes(ash)
        assert book.last(TurnEnded).how == "passed"
        assert_offered(book, birch)

    def test_who_has_shared_and_passes_is_done(self) -> None:
        book, _, (ash, _) = a_round(2)
        book.takes(ash)
        book.says(ash, "Just this.")
        book.passes(ash)
        assert (book.last(TurnEnded).how, book.last(TurnEnded).spoke) == ("done", True)

    def test_done_belongs_to_whoever_has_taken_the_piece(self) -> None:
        book, _, (ash, birch) = a_round(2)
        assert_refused(book.done(ash), "not_your_turn")
        assert_refused(book.done(birch), "not_your_turn")
        assert_refused(book.takes(birch), "not_your_turn")
        book.takes(ash)
        assert_refused(book.takes(ash), "already_so")

    def test_a_stale_turn_changes_nothing(self) -> None:
        book, host, (ash, birch) = a_round(2)
        old = book.last(PieceOffered).turn
        book.passes(ash)
        before = book.room
        for heard in (book.done(ash, turn=old), book.passes(birch, turn=old), book.moves_on(host, turn=old)):
            assert_refused(heard, "stale_turn")
        assert_refused(book.says(birch, "Late", turn=old), "stale_turn")
        assert book.room is before

    def test_two_facilitators_move_on_together_and_it_moves_one_step(self) -> None:
        book, host, (ash, birch, _) = a_round(3)
        second = book.facilitator(listening=True)
        turn = book.last(PieceOffered).turn
        assert_happened(book.moves_on(host, turn=turn), TurnEnded, PieceOffered)
        assert_refused(book.moves_on(second, turn=turn), "stale_turn")
        assert_offered(book, birch)
        assert book.last(TurnEnded).seat == ash

    def test_no_hands_in_a_round(self) -> None:
        book, host, (ash, _) = a_round(2)
        assert_refused(book.raises(ash), "other_mode")
        assert_refused(book.offers(host, ash), "other_mode")


class TestLater:
    """Not now: once more at the end, a bounded number of times."""

    def test_later_comes_again_at_the_end(self) -> None:
        book, _, (ash, birch, cedar) = a_round(3, second_offer=False)
        book.later(ash)
        book.shares(birch, "Second.")
        book.shares(cedar, "Third.")
        assert_offered(book, ash)
        book.shares(ash, "And now me.")
        assert_round_over(book, 3)

    def test_the_third_later_counts_as_a_pass(self) -> None:
        book, _, (ash,) = a_round(1, second_offer=False)
        for _ in range(2):
            book.later(ash)
            assert (book.last(TurnEnded).how, book.last(TurnEnded).again) == ("later", True)
            assert_offered(book, ash)
        book.later(ash)
        assert (book.last(TurnEnded).how, book.last(TurnEnded).again) == ("passed", False)
        assert_round_over(book, 0)

    def test_a_facilitator_thanks_a_silent_one_and_asks_once_more_later(self) -> None:
        book, host, (ash, birch) = a_round(2, second_offer=False)
        book.moves_on(host)
        assert (book.last(TurnEnded).how, book.last(TurnEnded).again) == ("moved_on", True)
        book.shares(birch, "Mine.")
        assert_offered(book, ash)

    def test_who_has_spoken_and_is_thanked_had_their_turn(self) -> None:
        book, host, (ash, birch) = a_round(2, second_offer=False)
        book.takes(ash)
        book.says(ash, "A long story.")
        book.moves_on(host)
        assert not book.last(TurnEnded).again
        book.shares(birch, "Mine.")
        assert_round_over(book, 2)


class TestPassMe:
    """Pass me this round: private until the piece comes, then an ordinary pass."""

    def test_nobody_sees_a_pass_in_advance_before_the_piece_comes(self) -> None:
        book, _, (ash, birch, cedar) = a_round(3)
        assert_happened(book.pass_me(birch))
        assert_told_alone(book, birch, PassMeSet)
        assert_happened(book.passes(ash), TurnEnded, PieceOffered, TurnEnded, PieceOffered)
        assert (book.last(TurnEnded).seat, book.last(TurnEnded).how) == (birch, "passed")
        assert_offered(book, cedar)

    def test_pass_me_may_be_taken_back(self) -> None:
        book, _, (ash, birch) = a_round(2)
        book.pass_me(birch)
        assert_refused(book.pass_me(birch), "already_so")
        book.pass_me(birch, on=False)
        book.passes(ash)
        assert_offered(book, birch)

    def test_it_is_for_those_still_to_come_and_for_this_round(self) -> None:
        book, host, (ash, birch) = a_round(2, second_offer=False)
        assert_refused(book.pass_me(ash), "other_mode")
        book.later(ash)
        assert book.pass_me(ash).refusal is None
        book.shares(birch, "Mine.")
        assert_round_over(book, 1)
        assert book.room.pass_me == frozenset()
        book.starts_round(host)
        assert_offered(book, book.order[0])

    def test_it_ends_with_its_round(self) -> None:
        book, host, (_, birch) = a_round(2)
        book.pass_me(birch)
        book.sets_mode(host, "open_floor", now=True)
        view = book.posts[birch].view
        assert isinstance(view, RoomSnapshot)
        assert not view.mine.pass_me

    def test_it_is_gone_with_the_round_even_if_the_piece_never_came(self) -> None:
        book, _, (ash, birch) = a_round(2, second_offer=False)
        book.pass_me(birch)
        book.listens(birch)
        book.passes(ash)
        assert_round_over(book, 0)
        view = book.posts[birch].view
        assert isinstance(view, RoomSnapshot)
        assert not view.mine.pass_me


class TestTheSecondOffer:
    """Those who passed are asked once more, privately and together; nobody learns who was asked."""

    def test_the_second_offer_is_made_to_all_who_passed_in_one_event_without_names(self) -> None:
        book, _, (ash, birch) = a_round(2)
        book.passes(ash)
        assert_happened(book.passes(birch), TurnEnded, SecondOfferMade)
        assert_centre(book)

    def test_where_nobody_passed_no_second_offer_is_made(self) -> None:
        book, _, (ash,) = a_round(1)
        book.takes(ash)
        book.says(ash, "Mine.")
        assert_happened(book.done(ash), TurnEnded, RoundEnded)

    def test_a_yes_to_the_second_offer_is_private_and_the_tail_follows_when_the_question_is_over(self) -> None:
        book, _, (ash, birch, _cedar) = a_round(3)
        for seat in book.order:
            book.passes(seat)
        assert_happened(book.would_like_it(birch))
        assert_told_alone(book, birch, SecondOfferUsed)
        assert_refused(book.would_like_it(birch), "already_so")
        assert_happened(book.waits(45), RoundOrderChanged, PieceOffered)
        assert_offered(book, birch)
        book.shares(birch, "After all.")
        assert_round_over(book, 1)
        assert_refused(book.would_like_it(ash), "no_second_offer")

    def test_when_all_have_said_yes_nobody_waits_longer(self) -> None:
        book, _, (ash, birch) = a_round(2)
        book.passes(ash)
        book.passes(birch)
        book.would_like_it(birch)
        assert_happened(book.would_like_it(ash), RoundOrderChanged, PieceOffered)
        assert_offered(book, birch)

    def test_without_a_yes_the_round_ends_by_itself(self) -> None:
        book, _, (ash, birch) = a_round(2)
        book.passes(ash)
        book.passes(birch)
        assert_happened(book.waits(44))
        assert_happened(book.waits(1), RoundEnded)

    def test_it_is_made_once_a_round(self) -> None:
        book, _, (ash,) = a_round(1)
        book.passes(ash)
        book.would_like_it(ash)
        assert_offered(book, ash)
        book.passes(ash)
        assert_round_over(book, 0)

    def test_a_group_may_do_without_a_second_offer(self) -> None:
        book, _, (ash,) = a_round(1, second_offer=False)
        assert_happened(book.passes(ash), TurnEnded, RoundEnded)

    def test_who_shared_was_not_asked(self) -> None:
        book, _, (ash, birch) = a_round(2)
        book.shares(ash, "Mine.")
        book.passes(birch)
        assert_refused(book.would_like_it(ash), "no_second_offer")

    def test_a_yes_and_then_listening_is_no_yes(self) -> None:
        book, _, (ash, birch) = a_round(2)
        book.passes(ash)
        book.passes(birch)
        book.would_like_it(ash)
        book.listens(ash)
        assert_refused(book.would_like_it(ash), "no_second_offer")
        assert_happened(book.waits(45), RoundEnded)

    def test_who_comes_in_meanwhile_is_asked_before_the_tail(self) -> None:
        book, _, (ash, birch) = a_round(2)
        book.passes(ash)
        book.passes(birch)
        book.would_like_it(birch)
        dove = book.comes_in()
        assert_centre(book)
        book.waits(45)
        assert_offered(book, dove)
        book.passes(dove)
        assert_offered(book, birch)
