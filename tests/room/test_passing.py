"""Passing the piece: the one who had it chooses who is next; the chosen one is asked, never made."""

from protocol.cards import NobodyLit
from protocol.events import (
    HandRaised,
    HandsChanged,
    HolderChooses,
    ModeChanged,
    PieceOffered,
    PieceTaken,
    ResponsesOpened,
    SilenceEnded,
    TurnEnded,
)
from tests.support.circles import Circle, a_circle
from tests.support.verbs import assert_centre, assert_happened, assert_holds, assert_offered, assert_refused, cards_of


def a_choice(members: int = 4, *hands: int, **changed: object) -> Circle:
    """A circle whose first member has shared and chooses; hands of the members in these places (from 0) are up."""
    book, host, people = a_circle(members, mode="passing", **changed)
    book.offers(host, people[0])
    for place in hands:
        book.raises(people[place])
    book.shares(people[0], "This was mine.")
    return book, host, people


class TestChoosing:
    """After the share."""

    def test_who_has_shared_chooses_among_raised_hands(self) -> None:
        book, host, (ash, birch, cedar) = a_circle(mode="passing")
        book.offers(host, ash)
        book.raises(birch)
        book.raises(cedar)
        book.takes(ash)
        book.says(ash, "This was mine.")
        assert_happened(book.done(ash), HolderChooses)
        assert_happened(book.passes_to(ash, cedar), TurnEnded, PieceOffered)
        assert_offered(book, cedar)
        assert book.last(PieceOffered).passed_by == ash
        assert book.hands == [birch]

    def test_only_hands_are_chosen_unless_the_group_chose_anybody(self) -> None:
        book, _, (ash, _, cedar, _) = a_choice(4, 1)
        assert_refused(book.passes_to(ash, cedar), "only_hands")

    def test_anybody_who_takes_part_may_be_chosen_where_the_group_chose_so(self) -> None:
        book, host, (ash, _, cedar, _) = a_choice(choose_among="anybody")
        assert_refused(book.passes_to(ash, host), "nobody_there")  # who listens
        assert_happened(book.passes_to(ash, cedar), TurnEnded, PieceOffered)

    def test_it_needs_no_done_before(self) -> None:
        book, host, (ash, birch, _) = a_circle(mode="passing", choose_among="anybody")
        book.offers(host, ash)
        book.takes(ash)
        book.says(ash, "This was mine.")
        assert_happened(book.passes_to(ash, birch), TurnEnded, PieceOffered)
        assert book.last(PieceOffered).passed_by == ash

    def test_nobody_chooses_themselves_or_somebody_who_is_not_there(self) -> None:
        book, _, (ash, *_) = a_choice(choose_among="anybody")
        for seat in (ash, 99):
            assert_refused(book.passes_to(ash, seat), "nobody_there")

    def test_who_is_away_cannot_be_reached_and_the_choice_stays_open(self) -> None:
        book, _, (ash, birch, cedar, _) = a_choice(4, 1, 2)
        book.loses_connection(birch)
        assert_refused(book.passes_to(ash, birch), "not_reachable")
        assert_happened(book.passes_to(ash, cedar), TurnEnded, PieceOffered)

    def test_who_has_just_left_looks_like_somebody_away(self) -> None:
        book, _, (ash, birch, *_) = a_choice(choose_among="anybody")
        book.leaves(birch)
        assert_refused(book.passes_to(ash, birch), "not_reachable")

    def test_only_the_one_who_had_it_chooses(self) -> None:
        book, host, (_, birch, cedar, _) = a_choice(4, 2)
        assert_refused(book.passes_to(birch, cedar), "not_your_turn")
        assert_refused(book.passes_to(host, cedar), "not_your_turn")

    def test_a_stale_id_chooses_nobody(self) -> None:
        book, _, (ash, _, cedar, _) = a_choice(4, 1, 2)
        book.passes_to(ash, cedar)
        assert_refused(book.passes_to(ash, cedar, turn=1), "stale_turn")

    def test_who_chooses_cannot_pass_or_put_it_off(self) -> None:
        book, _, (ash, *_) = a_choice(4, 1)
        for wish in (book.passes, book.later, book.one_minute):
            assert_refused(wish(ash), "already_so")

    def test_passing_belongs_to_its_way_of_talking(self) -> None:
        book, host, (ash, birch, _) = a_circle(mode="raised_hands")
        book.offers(host, ash)
        assert_refused(book.passes_to(ash, birch), "other_mode")
        assert_refused(book.reaches(birch), "other_mode")


class TestTheChosenOne:
    """Is asked, and may say yes, pass it on, or give it to the centre."""

    def test_may_accept(self) -> None:
        book, _, (ash, birch, *_) = a_choice(4, 1)
        book.passes_to(ash, birch)
        assert_happened(book.takes(birch), PieceTaken)
        assert_holds(book, birch)

    def test_may_pass_it_on(self) -> None:
        book, _, (ash, birch, cedar, _) = a_choice(4, 1, 2)
        book.passes_to(ash, birch)
        assert_happened(book.passes_to(birch, cedar), TurnEnded, PieceOffered)
        assert book.last(TurnEnded).how == "passed"
        assert_offered(book, cedar)

    def test_may_decline_and_the_first_hand_is_next(self) -> None:
        book, _, (ash, birch, cedar, dove) = a_choice(4, 1, 3, 2)
        book.passes_to(ash, birch)
        assert_happened(book.passes(birch), TurnEnded, PieceOffered)
        assert_offered(book, dove)
        assert book.hands == [cedar]

    def test_may_decline_and_without_hands_the_piece_rests_in_the_centre(self) -> None:
        book, host, (ash, birch, cedar, _) = a_choice(choose_among="anybody")
        book.passes_to(ash, birch)
        assert_happened(book.passes(birch), TurnEnded)
        assert_centre(book)
        assert_happened(book.offers(host, cedar), PieceOffered)

    def test_who_only_passed_it_on_has_not_had_it(self) -> None:
        book, _, (ash, birch, cedar, _) = a_choice(choose_among="anybody")
        book.passes_to(ash, birch)
        book.passes_to(birch, cedar)
        assert book.room.held == {ash}

    def test_an_offer_waits_for_its_person(self) -> None:
        book, _, (ash, birch, *_) = a_choice(4, 1, 2)
        book.passes_to(ash, birch)
        assert_happened(book.waits(600))
        assert_offered(book, birch)

    def test_if_their_connection_is_lost_the_next_hand_is_offered_it_and_theirs_is_first(self) -> None:
        book, _, (ash, birch, cedar, _) = a_choice(4, 1, 2)
        book.passes_to(ash, birch)
        book.loses_connection(birch)
        assert_happened(book.waits(90), TurnEnded, HandsChanged, PieceOffered)
        assert_offered(book, cedar)
        assert book.hands == [birch]


class TestNobodyTwiceBeforeAll:
    """Popularity does not decide: whoever has had it waits until all had it, unless their hand is up."""

    def test_who_had_it_is_not_chosen_before_the_others(self) -> None:
        book, _, (ash, birch, *_) = a_choice(choose_among="anybody")
        book.passes_to(ash, birch)
        book.shares(birch, "And this was mine.")
        assert_refused(book.passes_to(birch, ash), "others_first")

    def test_unless_their_hand_is_up(self) -> None:
        book, _, (ash, birch, *_) = a_choice(choose_among="anybody")
        book.passes_to(ash, birch)
        book.raises(ash)
        book.shares(birch, "And this was mine.")
        assert_happened(book.passes_to(birch, ash), TurnEnded, PieceOffered)

    def test_when_all_had_it_everybody_may_be_chosen_again(self) -> None:
        book, _, (ash, birch, cedar) = a_choice(3, choose_among="anybody")
        book.passes_to(ash, birch)
        book.shares(birch, "Mine.")
        book.passes_to(birch, cedar)
        assert book.room.held == {ash, birch}
        book.shares(cedar, "Mine too.")
        assert_happened(book.passes_to(cedar, birch), TurnEnded, PieceOffered)
        assert book.room.held == set()

    def test_whoever_is_away_or_listens_keeps_nobody_waiting(self) -> None:
        book, _, (ash, birch, cedar) = a_choice(3, choose_among="anybody")
        book.passes_to(ash, birch)
        book.loses_connection(cedar)
        book.shares(birch, "Mine.")
        assert_happened(book.passes_to(birch, ash), TurnEnded, PieceOffered)

    def test_everybody_sees_who_has_had_it(self) -> None:
        book, host, (ash, birch, *_) = a_choice(choose_among="anybody")
        book.passes_to(ash, birch)
        view = book.posts[host].view
        assert view is not None
        assert view.state == "in_room"
        assert view.held == (ash,)

    def test_another_way_of_talking_begins_it_anew(self) -> None:
        book, host, (ash, birch, *_) = a_choice(choose_among="anybody")
        book.passes_to(ash, birch)
        book.sets_mode(host, "open_floor", now=True)
        book.sets_mode(host, "passing")
        assert book.room.held == set()


class TestTheCentre:
    """What nobody takes goes back to the centre; the first hand takes it up."""

    def test_nobody_chosen_in_a_minute_and_the_first_hand_is_next(self) -> None:
        book, _, (_, birch, *_) = a_choice(4, 1, 2)
        assert_happened(book.waits(59))
        assert_happened(book.waits(1), TurnEnded, PieceOffered)
        assert_offered(book, birch)
        assert book.last(PieceOffered).passed_by is None

    def test_nobody_chosen_in_a_minute_and_no_hand_up_it_rests(self) -> None:
        book, *_ = a_choice(choose_among="anybody")
        assert_happened(book.waits(60), TurnEnded)
        assert_centre(book)

    def test_who_would_rather_not_choose_gives_it_to_the_centre(self) -> None:
        book, _, (ash, birch, *_) = a_choice(4, 1)
        assert_happened(book.done(ash), TurnEnded, PieceOffered)
        assert_offered(book, birch)

    def test_where_there_is_nobody_to_choose_it_goes_to_the_centre_at_once(self) -> None:
        book, *_ = a_choice()
        assert_centre(book)

    def test_the_first_hand_takes_it_up(self) -> None:
        book, _, (_, birch, *_) = a_choice()
        assert_happened(book.raises(birch), HandRaised, PieceOffered)
        assert_offered(book, birch)

    def test_a_facilitator_may_end_the_choosing(self) -> None:
        book, host, (_, birch, cedar, _) = a_choice(4, 1)
        assert_happened(book.offers(host, cedar), TurnEnded, PieceOffered)
        assert_offered(book, cedar)
        assert book.hands == [birch]

    def test_who_leaves_while_choosing_lets_it_rest_a_moment(self) -> None:
        book, _, (ash, birch, *_) = a_choice(4, 1)
        assert_happened(book.leaves(ash), TurnEnded)
        assert_happened(book.waits(5), PieceOffered)
        assert_offered(book, birch)

    def test_who_listens_from_now_on_chooses_no_more(self) -> None:
        book, _, (ash, birch, *_) = a_choice(4, 1)
        book.listens(ash)
        assert_offered(book, birch)

    def test_who_is_away_while_choosing_is_waited_for_as_long_as_anybody(self) -> None:
        book, _, (ash, birch, *_) = a_choice(4, 1)
        book.loses_connection(ash)
        book.waits(59)
        assert book.holder == ash
        book.waits(1)
        assert_offered(book, birch)


class TestWithResponses:
    """Where the group chose time to respond: first the responses, then the choice."""

    def test_responses_come_before_the_choice(self) -> None:
        book, _, (ash, birch, *_) = a_choice(4, 1, respond_after_turns=True)
        assert book.last(ResponsesOpened).turn == book.room.turns
        assert_happened(book.waits(30), HolderChooses)
        assert_happened(book.passes_to(ash, birch), TurnEnded, PieceOffered)

    def test_enough_and_then_enough_of_choosing(self) -> None:
        book, _, (ash, birch, *_) = a_choice(4, 1, respond_after_turns=True)
        assert_happened(book.done(ash), HolderChooses)
        assert_happened(book.done(ash), TurnEnded, PieceOffered)
        assert_offered(book, birch)

    def test_who_chooses_in_the_time_to_respond_ends_it(self) -> None:
        book, _, (ash, birch, *_) = a_choice(4, 1, respond_after_turns=True)
        assert_happened(book.passes_to(ash, birch), TurnEnded, PieceOffered)

    def test_in_the_choice_nobody_replies_any_more(self) -> None:
        book, _, (ash, birch, *_) = a_choice(4, 1, respond_after_turns=True)
        book.wishes(ash, "similar")
        book.done(ash)
        assert_refused(book.replies(birch, "For me too."), "not_your_turn")
        assert_refused(book.asks_sharer(birch), "stale_turn")

    def test_a_sharer_away_in_the_time_to_respond_chooses_nobody(self) -> None:
        book, _, (ash, birch, *_) = a_choice(4, 1, respond_after_turns=True)
        book.wishes(ash, "similar")
        book.loses_connection(ash)
        assert_happened(book.waits(30), TurnEnded, PieceOffered)
        assert_offered(book, birch)

    def test_that_nobody_lit_anything_is_told_once(self) -> None:
        book, host, (ash, birch, *_) = a_choice(4, 1, respond_after_turns=True)
        book.done(ash)
        book.passes_to(ash, birch)
        assert len(cards_of(book, host, NobodyLit)) == 1


class TestAroundIt:
    """The bell, a restart, another way of talking, and a room that nobody holds."""

    def test_a_bell_freezes_the_choosing(self) -> None:
        book, host, (ash, birch, *_) = a_choice(4, 1)
        book.waits(55)
        book.rings(host)
        assert_refused(book.passes_to(ash, birch), "silence_now")
        assert_happened(book.waits(20), SilenceEnded)
        assert_happened(book.waits(4))
        assert_happened(book.waits(1), TurnEnded, PieceOffered)

    def test_after_a_restart_the_choosing_begins_anew_and_who_had_it_is_known(self) -> None:
        book, host, (ash, birch, cedar, dove) = a_choice(choose_among="anybody")
        book.passes_to(ash, birch)
        book.shares(birch, "Mine.")
        book.restarts()
        for seat in (host, ash, birch, cedar, dove):
            book.comes_back(seat)
        assert book.room.held == {ash}
        assert book.room.turn is not None
        assert book.room.turn.stage == "choosing"
        assert_refused(book.passes_to(birch, ash), "others_first")
        assert_happened(book.waits(59))
        assert_happened(book.passes_to(birch, cedar), TurnEnded, PieceOffered)

    def test_another_way_that_is_awaited_comes_instead_of_the_choice(self) -> None:
        book, host, (ash, birch, _) = a_circle(mode="passing")
        book.offers(host, ash)
        book.raises(birch)
        book.sets_mode(host, "open_floor")
        book.takes(ash)
        book.says(ash, "This was mine.")
        assert_happened(book.done(ash), TurnEnded, ModeChanged)

    def test_nobody_passes_the_piece_past_another_way_that_is_awaited(self) -> None:
        book, host, (ash, birch, *_) = a_choice(4, 1)
        book.sets_mode(host, "open_floor")
        assert_happened(book.passes_to(ash, birch), TurnEnded, ModeChanged)
        assert book.hands == [birch]

    def test_another_way_now_ends_the_choice(self) -> None:
        book, host, _ = a_choice(4, 1)
        assert_happened(book.sets_mode(host, "open_floor", now=True), TurnEnded, ModeChanged)
        assert book.last(TurnEnded).how == "done"

    def test_where_nobody_holds_the_room_the_turn_may_finish_and_nobody_new_is_offered_it(self) -> None:
        book, host, (ash, birch, cedar) = a_circle(mode="passing", choose_among="anybody", take_from_centre=True)
        book.offers(host, ash)
        book.takes(ash)
        book.loses_connection(host)
        book.waits(31)
        assert book.says(ash, "I finish my sentence.").refusal is None
        assert_refused(book.passes_to(ash, birch), "not_while_unheld")
        assert_happened(book.done(ash), TurnEnded)
        assert_refused(book.reaches(cedar), "not_while_unheld")
        assert_happened(book.raises(cedar), HandRaised)
        book.comes_back(host)
        assert_offered(book, cedar)

    def test_where_members_hold_the_room_the_piece_goes_on_from_hand_to_hand(self) -> None:
        book, host, (ash, birch, _) = a_circle(mode="passing")
        book.changes_settings(host, held_by="members")
        book.leaves(host)
        book.raises(ash)
        assert_offered(book, ash)
        book.raises(birch)
        book.shares(ash, "Mine.")
        book.passes_to(ash, birch)
        assert_offered(book, birch)
