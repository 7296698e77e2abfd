"""Raised hands at their edges: kinds of hands, offers without an answer, a closed list, the last word, the order."""

from protocol.cards import HandLoweredKindly, Wished
from protocol.events import HandRaised, HandsChanged, ListClosed, PieceOffered, PieceTaken, SettingsChanged, TurnEnded
from protocol.rooms import Hand
from tests.support.circles import Circle, a_circle
from tests.support.verbs import (
    assert_centre,
    assert_happened,
    assert_holds,
    assert_nothing_happened,
    assert_offered,
    assert_refused,
    assert_told_alone,
    cards_of,
    view_of,
)


def _sharing(members: int = 4) -> Circle:
    """Raised hands, and the first of the members has taken the piece."""
    book, host, people = a_circle(members, mode="raised_hands")
    book.raises(people[0])
    book.offers(host)
    book.takes(people[0])
    return book, host, people


class TestTheLineOfHands:
    """What goes up, what goes down, and who sees it."""

    def test_two_hands_at_the_same_moment_stand_in_the_order_in_which_they_were_heard(self) -> None:
        book, _, (ash, birch, _) = a_circle(mode="raised_hands")
        moment = book.now
        book.raises(birch)
        book.raises(ash)
        assert book.now == moment
        assert book.hands == [birch, ash]

    def test_everybody_sees_the_same_line(self) -> None:
        book, _, (ash, birch, _) = a_circle(mode="raised_hands")
        book.raises(birch)
        book.raises(ash, "About last week.")
        expected = (Hand(seat=birch, kind="share"), Hand(seat=ash, kind="share"))
        assert [view_of(book, seat).hands for seat in book.room.inside] == [expected] * 4

    def test_ones_own_hand_goes_down_at_any_time(self) -> None:
        book, host, (ash, birch, cedar, dove) = _sharing()
        for seat in (birch, cedar, dove):
            book.raises(seat)
        assert_happened(book.lowers(birch), HandsChanged)
        book.begins_silence(host, 60)
        assert_happened(book.lowers(cedar), HandsChanged)
        book.waits(60)
        book.done(ash)
        assert_happened(book.lowers(dove), HandsChanged)
        assert book.hands == []

    def test_a_cleared_line_is_told_to_everybody_and_kindly_to_those_who_stood_in_it(self) -> None:
        book, host, (ash, birch, cedar) = a_circle(mode="raised_hands")
        book.raises(ash)
        book.raises(birch)
        assert_refused(book.clears_hands(cedar), "facilitators_only")
        assert_happened(book.clears_hands(host), HandsChanged)
        assert (book.hands, book.last(HandsChanged).why) == ([], "cleared")
        told = [seat for seat in book.posts if cards_of(book, seat, HandLoweredKindly)]
        assert told == [ash, birch]

    def test_after_the_grace_the_hand_goes_down_by_an_event_and_may_go_up_again(self) -> None:
        book, _, (ash, birch, _) = a_circle(mode="raised_hands")
        book.raises(ash)
        book.raises(birch)
        book.loses_connection(ash)
        assert HandsChanged in {type(event) for event in book.waits(300).events}
        book.comes_back(ash)
        assert_happened(book.raises(ash), HandRaised)
        assert book.hands == [birch, ash]


class TestDirectResponses:
    """A reply straight to what is being said."""

    def test_a_direct_response_is_for_a_turn_that_somebody_has_taken(self) -> None:
        book, host, (ash, birch, _) = a_circle(mode="raised_hands")
        assert_refused(book.raises(birch, kind="direct_response"), "nothing_to_offer")
        book.raises(ash)
        book.offers(host)
        assert_refused(book.raises(birch, kind="direct_response"), "nothing_to_offer")
        book.takes(ash)
        assert_happened(book.raises(birch, kind="direct_response"), HandRaised)

    def test_a_direct_response_goes_before_shares(self) -> None:
        book, host, (ash, birch, cedar, dove) = _sharing()
        book.raises(birch)
        book.raises(cedar, kind="direct_response")
        book.raises(dove, kind="direct_response")
        assert book.hands == [cedar, dove, birch]
        book.done(ash)
        book.offers(host)
        assert_offered(book, cedar)

    def test_the_third_direct_response_to_one_turn_is_refused(self) -> None:
        book, host, (ash, birch, cedar, dove) = _sharing()
        book.raises(birch, kind="direct_response")
        book.raises(cedar, kind="direct_response")
        assert_refused(book.raises(dove, kind="direct_response"), "list_closed")
        book.done(ash)
        book.offers(host)
        book.takes(birch)
        assert_happened(book.raises(dove, kind="direct_response"), HandRaised)


class TestAboutTheProcess:
    """For facilitators alone, and before everybody else if they say so."""

    def test_what_is_about_the_process_is_seen_by_facilitators_alone(self) -> None:
        book, host, (ash, *_) = a_circle(mode="raised_hands")
        assert_happened(book.raises(ash, "Could we slow down?", kind="process"))
        assert_told_alone(book, host, Wished)
        assert book.hands == []

    def test_what_is_about_the_process_may_come_before_everybody_when_it_is_accepted(self) -> None:
        book, host, (ash, birch, _) = a_circle(mode="raised_hands")
        book.raises(birch)
        book.raises(ash, kind="process")
        assert_happened(book.settles(host, ash, "process", give_piece=True), PieceOffered)
        assert_offered(book, ash)
        assert book.last(PieceOffered).out_of_order
        assert book.hands == [birch]


class TestTheOffer:
    """Take, Later, no thank you, or no answer at all."""

    def test_an_offer_that_is_taken_is_a_turn(self) -> None:
        book, host, (ash, *_) = a_circle(mode="raised_hands")
        book.raises(ash)
        book.offers(host)
        assert_happened(book.takes(ash), PieceTaken)
        assert_holds(book, ash)

    def test_who_declines_an_offer_has_no_hand_up_any_more(self) -> None:
        book, host, (ash, birch, _) = a_circle(mode="raised_hands")
        book.raises(ash)
        book.raises(birch)
        book.offers(host)
        assert_happened(book.passes(ash), TurnEnded)
        assert_centre(book)
        assert book.hands == [birch]

    def test_who_does_not_answer_stands_one_place_back_once(self) -> None:
        book, _, (ash, birch, cedar) = a_circle(mode="raised_hands", auto_next=True)
        for seat in (ash, birch, cedar):
            book.raises(seat)
        assert_happened(book.waits(90), TurnEnded, HandsChanged, PieceOffered)
        assert_offered(book, birch)
        assert book.hands == [ash, cedar]

    def test_who_does_not_answer_twice_is_put_aside_and_comes_first_when_they_react(self) -> None:
        book, _, (ash, birch, cedar) = a_circle(mode="raised_hands", auto_next=True)
        for seat in (ash, birch, cedar):
            book.raises(seat)
        book.waits(90)
        book.passes(birch)
        assert_offered(book, ash)
        book.waits(90)
        assert_offered(book, cedar)
        assert book.hands == []
        book.raises(birch)
        book.raises(ash)
        assert book.hands == [ash, birch]

    def test_nobody_is_told_who_did_not_answer(self) -> None:
        book, _, (ash, birch, cedar) = a_circle(mode="raised_hands", auto_next=True)
        book.raises(ash)
        book.raises(birch)
        book.waits(90)
        assert (book.last(TurnEnded).how, book.last(HandsChanged).why) == ("rested", "moved_back")
        assert [cards_of(book, seat) for seat in (birch, cedar)] == [[], []]


class TestTheEndOfTheLine:
    """A closed list, and the last word."""

    def test_a_closed_list_takes_no_more_shares_and_keeps_who_is_in_it(self) -> None:
        book, host, (ash, birch, _) = a_circle(mode="raised_hands")
        book.raises(ash)
        assert_happened(book.closes_list(host), ListClosed)
        assert_refused(book.raises(birch), "list_closed")
        assert book.hands == [ash]
        book.closes_list(host, closed=False)
        assert_happened(book.raises(birch), HandRaised)

    def test_the_last_word_closes_the_list_and_thanks_the_others_by_an_event(self) -> None:
        book, host, (ash, birch, cedar) = a_circle(mode="raised_hands")
        book.raises(ash)
        book.raises(birch)
        assert_happened(book.gives_last_word(host, cedar), HandsChanged, ListClosed, PieceOffered)
        assert (book.last(HandsChanged).why, book.last(ListClosed).last_word) == ("cleared", cedar)
        assert_offered(book, cedar)
        assert_refused(book.raises(ash), "list_closed")


class TestQuieterVoicesFirst:
    """By turns taken tonight, then by time; never by who somebody is."""

    def _heard(self, *places: int) -> Circle:
        book, host, people = a_circle(mode="raised_hands", hands_order="quieter_first")
        for place in places:
            book.raises(people[place])
            book.offers(host)
            book.shares(people[place], "Something.")
        return book, host, people

    def test_quieter_voices_stand_first_and_among_equals_who_came_first(self) -> None:
        book, _, (ash, birch, cedar) = self._heard(0)
        for seat in (ash, cedar, birch):
            book.raises(seat)
        assert book.hands == [cedar, birch, ash]

    def test_direct_responses_are_outside_the_order_of_quieter_voices(self) -> None:
        book, host, (ash, birch, cedar) = self._heard(0)
        book.raises(birch)
        book.offers(host)
        book.takes(birch)
        book.raises(cedar)
        book.raises(ash, kind="direct_response")
        assert book.hands == [ash, cedar]

    def test_a_hand_that_goes_down_and_up_again_gains_nothing(self) -> None:
        book, _, (ash, birch, cedar) = self._heard(0, 0, 1)
        for seat in (birch, ash, cedar):
            book.raises(seat)
        before = book.hands
        book.lowers(ash)
        book.listens(ash)
        book.listens(ash, on=False)
        book.raises(ash)
        assert book.hands == before == [cedar, birch, ash]

    def test_a_changed_policy_sorts_the_line_once_and_the_event_lists_it(self) -> None:
        book, host, (ash, birch, _) = a_circle(mode="raised_hands")
        book.raises(ash)
        book.offers(host)
        book.shares(ash, "Something.")
        book.raises(ash)
        book.raises(birch)
        assert_happened(book.changes_settings(host, hands_order="quieter_first"), SettingsChanged, HandsChanged)
        assert [hand.seat for hand in book.last(HandsChanged).hands] == [birch, ash]
        assert_nothing_happened(book.waits(60))
