"""Rounds and people who come late, lose their connection, listen for a while, or are gone."""

from protocol.events import (
    CameIn,
    ListeningChanged,
    PieceGoesOn,
    PieceOffered,
    PieceWaits,
    RoundEnded,
    RoundOrderChanged,
    TurnEnded,
)
from tests.support.circles import a_round
from tests.support.verbs import (
    assert_centre,
    assert_happened,
    assert_holds,
    assert_offered,
    assert_refused,
    assert_round_over,
)


class TestALostConnection:
    """The piece waits; nobody loses a turn to a bad network."""

    def test_the_piece_waits_for_a_holder_who_is_back_in_time_and_the_same_turn_goes_on(self) -> None:
        book, _, (ash, _) = a_round(2)
        book.takes(ash)
        turn = book.room.turn
        assert turn is not None
        assert_happened(book.loses_connection(ash), PieceWaits)
        assert_happened(book.waits(89))
        assert_happened(book.comes_back(ash), PieceGoesOn)
        assert book.says(ash, "Here again.", turn=turn.turn).refusal is None
        assert_holds(book, ash)

    def test_after_the_grace_the_piece_goes_on_and_comes_first_to_who_is_back(self) -> None:
        book, _, (ash, birch, cedar) = a_round(3, second_offer=False)
        book.takes(ash)
        book.loses_connection(ash)
        assert_happened(book.waits(90), TurnEnded, PieceOffered)
        assert (book.last(TurnEnded).how, book.last(TurnEnded).again) == ("rested", True)
        book.comes_back(ash)
        book.shares(birch, "Mine.")
        assert_offered(book, ash)
        book.shares(ash, "Sorry, the tunnel.")
        assert_offered(book, cedar)

    def test_who_was_away_for_long_and_is_back_still_gets_the_piece(self) -> None:
        book, _, (ash, birch, cedar) = a_round(3, second_offer=False)
        book.loses_connection(birch)
        book.passes(ash)
        book.takes(cedar)
        assert_happened(book.waits(301), RoundOrderChanged)
        assert_happened(book.comes_back(birch), RoundOrderChanged)
        book.done(cedar)
        assert_offered(book, birch)

    def test_a_lost_turn_comes_first_even_after_a_long_time(self) -> None:
        book, _, (ash, birch, cedar) = a_round(3, second_offer=False)
        book.takes(ash)
        book.loses_connection(ash)
        book.waits(91)
        book.takes(birch)
        book.waits(600)
        book.comes_back(ash)
        book.done(birch)
        assert_offered(book, ash)
        book.passes(ash)
        assert_offered(book, cedar)

    def test_who_cannot_be_reached_comes_later(self) -> None:
        book, _, (ash, birch, cedar) = a_round(3, second_offer=False)
        book.loses_connection(birch)
        book.passes(ash)
        assert_offered(book, cedar)
        book.comes_back(birch)
        book.passes(cedar)
        assert_offered(book, birch)

    def test_the_piece_waits_in_the_centre_for_those_still_to_come(self) -> None:
        book, _, (ash, birch) = a_round(2, second_offer=False)
        book.loses_connection(birch)
        book.passes(ash)
        assert_centre(book)
        assert_happened(book.waits(200))
        assert_happened(book.comes_back(birch), PieceOffered)

    def test_the_piece_does_not_wait_for_ever(self) -> None:
        book, _, (ash, birch) = a_round(2, second_offer=False)
        book.loses_connection(birch)
        book.passes(ash)
        assert_happened(book.waits(300), RoundOrderChanged, RoundEnded)
        assert_round_over(book, 0)

    def test_an_offer_waits_for_a_lost_connection_too(self) -> None:
        book, _, (ash, birch) = a_round(2)
        assert_happened(book.loses_connection(ash), PieceWaits)
        assert_happened(book.comes_back(ash), PieceGoesOn)
        assert_offered(book, ash)
        book.loses_connection(ash)
        book.waits(90)
        assert_offered(book, birch)

    def test_when_everybody_is_away_the_round_waits(self) -> None:
        book, _, (ash, birch) = a_round(2, second_offer=False)
        book.loses_connection(birch)
        book.loses_connection(ash)
        book.waits(120)
        assert_centre(book)
        book.comes_back(birch)
        assert_offered(book, birch)
        book.comes_back(ash)
        book.passes(birch)
        assert_offered(book, ash)

    def test_a_yes_to_the_second_offer_outlives_a_lost_connection(self) -> None:
        book, _, (ash, birch) = a_round(2)
        book.passes(ash)
        book.passes(birch)
        book.would_like_it(ash)
        book.loses_connection(ash)
        assert_happened(book.waits(45), RoundOrderChanged, RoundOrderChanged)
        assert_centre(book)
        assert_happened(book.comes_back(ash), PieceOffered)

    def test_who_is_back_during_the_second_offer_and_lost_again_is_still_waited_for(self) -> None:
        book, _, (ash, birch) = a_round(2)
        book.loses_connection(birch)
        book.takes(ash)
        book.waits(301)
        book.passes(ash)
        book.comes_back(birch)
        book.loses_connection(birch)
        book.waits(45)
        assert_centre(book)
        book.comes_back(birch)
        assert_offered(book, birch)


class TestComingLate:
    """A new joiner in the middle of a round."""

    def test_a_newcomer_is_added_at_the_end(self) -> None:
        book, _, (ash, birch) = a_round(2, second_offer=False)
        dove = book.comes_in()
        assert book.last(RoundOrderChanged).to_come == (birch, dove)
        book.passes(ash)
        book.passes(birch)
        assert_offered(book, dove)

    def test_a_newcomer_is_added_even_during_the_last_turn(self) -> None:
        book, _, (ash,) = a_round(1, second_offer=False)
        book.takes(ash)
        dove = book.comes_in()
        book.done(ash)
        assert_offered(book, dove)
        book.passes(dove)
        assert_round_over(book, 0)

    def test_a_group_may_let_newcomers_listen_until_the_next_round(self) -> None:
        book, host, (ash,) = a_round(1, second_offer=False, late_policy="listen")
        dove = book.comes_in()
        book.passes(ash)
        assert_round_over(book, 0)
        book.starts_round(host)
        assert dove in book.order

    def test_but_who_was_in_the_order_is_no_newcomer(self) -> None:
        book, _, (ash, birch) = a_round(2, second_offer=False, late_policy="listen")
        book.listens(birch)
        book.listens(birch, on=False)
        book.passes(ash)
        assert_offered(book, birch)

    def test_coming_back_is_not_coming_late(self) -> None:
        book, _, (ash, birch) = a_round(2, second_offer=False)
        book.passes(ash)
        book.loses_connection(ash)
        book.waits(400)
        assert_happened(book.comes_back(ash))
        book.passes(birch)
        assert_round_over(book, 0)

    def test_who_is_let_in_asleep_joins_when_awake(self) -> None:
        book, host, (ash,) = a_round(1, second_offer=False)
        dove = book.knocks()
        book.loses_connection(dove)
        assert_happened(book.admits(host, dove), CameIn)
        assert_happened(book.comes_back(dove), RoundOrderChanged)
        book.passes(ash)
        assert_offered(book, dove)


class TestSteppingBack:
    """Listening before the piece has come, and leaving."""

    def test_a_listener_loses_the_place_and_may_come_back_at_the_end(self) -> None:
        book, _, (ash, birch, cedar) = a_round(3, second_offer=False)
        assert_happened(book.listens(birch), ListeningChanged, RoundOrderChanged)
        book.listens(birch, on=False)
        assert book.last(RoundOrderChanged).to_come == (cedar, birch)
        book.passes(ash)
        book.passes(cedar)
        assert_offered(book, birch)

    def test_who_had_the_piece_does_not_get_it_twice_by_listening(self) -> None:
        book, _, (ash, birch) = a_round(2, second_offer=False)
        book.passes(ash)
        book.listens(ash)
        book.listens(ash, on=False)
        book.passes(birch)
        assert_round_over(book, 0)

    def test_who_leaves_is_left_out_when_the_piece_would_come(self) -> None:
        book, _, (ash, birch, cedar) = a_round(3, second_offer=False)
        assert_happened(book.leaves(birch))
        assert_happened(book.passes(ash), TurnEnded, RoundOrderChanged, PieceOffered)
        assert_offered(book, cedar)

    def test_a_holder_who_leaves_after_sharing_has_shared(self) -> None:
        book, _, (ash, _) = a_round(2, second_offer=False)
        book.takes(ash)
        book.says(ash, "Goodbye, and thank you.")
        book.leaves(ash)
        book.waits(5)
        book.passes(book.order[1])
        assert_round_over(book, 1)

    def test_the_last_one_may_leave_as_well(self) -> None:
        book, host, (ash, birch) = a_round(2)
        book.leaves(ash)
        book.leaves(birch)
        book.waits(6)
        assert_round_over(book, 0)
        assert_refused(book.starts_round(host), "nobody_to_go_round")
