"""In the time to respond: signs without words, coming and going, the bell, and a restart."""

from protocol.cards import NobodyLit, Warm
from protocol.events import ModeChanged, PieceGoesOn, PieceOffered, PieceWaits, Said, SilenceEnded, TurnEnded
from protocol.frames import HintFrame
from tests.support.circles import a_circle
from tests.support.shares import a_share, responding
from tests.support.verbs import (
    assert_centre,
    assert_happened,
    assert_offered,
    assert_refused,
    assert_told_alone,
    cards_of,
)


class TestGentleSignals:
    """Signs without words, while there is time to respond as well."""

    def test_they_are_lit_in_the_time_to_respond(self) -> None:
        book, _, (ash, birch, _) = a_share("silence")
        assert book.lights(birch).refusal is None
        hints = [frame.hint for frame in book.posts[ash].frames if isinstance(frame, HintFrame)]
        assert any(isinstance(hint, Warm) and hint.warmth is not None for hint in hints)

    def test_listeners_may_as_well(self) -> None:
        book, host, _ = a_share()
        assert book.lights(host).refusal is None

    def test_that_nobody_lit_anything_is_told_to_facilitators_at_the_end_and_once(self) -> None:
        book, host, (ash, *_) = a_share()
        assert cards_of(book, host, NobodyLit) == []
        book.done(ash)
        assert_told_alone(book, host, NobodyLit)
        assert len(cards_of(book, host, NobodyLit)) == 1

    def test_a_light_in_the_time_to_respond_is_in_time(self) -> None:
        book, host, (_, birch, _) = a_share()
        book.lights(birch)
        book.waits(30)
        assert_centre(book)
        assert cards_of(book, host, NobodyLit) == []


class TestComingAndGoing:
    """Whoever leaves, listens or loses the connection in the time to respond."""

    def test_a_sharer_who_leaves_ends_it_and_the_piece_rests(self) -> None:
        book, _, (ash, birch, _) = a_circle(mode="share_and_respond", auto_next=True)
        book.raises(ash)
        book.raises(birch)
        book.shares(ash, "That was it.")
        assert_happened(book.leaves(ash), TurnEnded)
        assert book.last(TurnEnded).spoke
        assert_happened(book.waits(5), PieceOffered)
        assert_offered(book, birch)

    def test_a_sharer_who_listens_from_now_on_is_done(self) -> None:
        book, _, (ash, *_) = a_share("similar")
        book.listens(ash)
        assert book.last(TurnEnded).how == "done"
        assert_centre(book)

    def test_it_ends_half_a_minute_after_the_sharer_lost_the_connection(self) -> None:
        book, _, (ash, birch, _) = a_share("similar")
        book.replies(birch, "For me too.")
        assert_happened(book.loses_connection(ash), PieceWaits)
        book.waits(29)
        assert responding(book)
        assert_happened(book.waits(1), TurnEnded)
        assert book.last(TurnEnded).how == "done"

    def test_the_replies_stay_for_their_return(self) -> None:
        book, _, (ash, birch, _) = a_share("similar")
        book.loses_connection(ash)
        book.replies(birch, "For me too.")
        book.waits(40)
        book.comes_back(ash)
        book.attach(ash)
        view = book.posts[ash].view
        assert view is not None
        assert view.state == "in_room"
        assert [said.text for said in view.said][-1:] == ["For me too."]

    def test_back_in_time_it_goes_on(self) -> None:
        book, _, (ash, birch, _) = a_share("similar")
        book.loses_connection(ash)
        book.waits(20)
        assert_happened(book.comes_back(ash), PieceGoesOn)
        book.waits(100)
        assert book.replies(birch, "For me too.").refusal is None

    def test_who_is_away_is_not_asked(self) -> None:
        book, _, (ash, birch, _) = a_share()
        book.loses_connection(ash)
        assert_refused(book.asks_sharer(birch), "not_reachable")

    def test_another_way_of_talking_comes_after_it(self) -> None:
        book, host, (ash, birch, _) = a_share("similar")
        book.sets_mode(host, "open_floor")
        assert book.replies(birch, "For me too.").refusal is None
        assert_happened(book.done(ash), TurnEnded, ModeChanged)

    def test_another_way_of_talking_that_is_awaited_comes_before_the_next_offer(self) -> None:
        book, host, (_, birch, _) = a_share("similar")
        book.sets_mode(host, "open_floor")
        assert_happened(book.offers(host, birch), TurnEnded, ModeChanged)

    def test_another_way_of_talking_now_ends_it(self) -> None:
        book, host, _ = a_share("similar")
        assert_happened(book.sets_mode(host, "open_floor", now=True), TurnEnded, ModeChanged)
        assert book.last(TurnEnded).how == "done"

    def test_where_nobody_holds_the_room_it_may_finish_and_no_offer_follows(self) -> None:
        book, host, (ash, birch, _) = a_circle(mode="share_and_respond", auto_next=True)
        book.raises(ash)
        book.raises(birch)
        book.shares(ash, "That was it.")
        book.loses_connection(host)
        assert book.room.turn is not None
        book.waits(31)
        assert book.room.unheld
        assert_centre(book)

    def test_where_members_hold_the_room_it_is_the_same(self) -> None:
        book, host, (ash, birch, _) = a_circle(mode="share_and_respond", auto_next=True)
        book.changes_settings(host, held_by="members")
        book.leaves(host)
        book.wishes(ash, "similar")
        book.raises(ash)
        book.shares(ash, "That was it.")
        book.replies(birch, "For me too.")
        book.waits(179)
        assert responding(book)
        book.waits(1)
        assert_centre(book)


class TestTheBellAndTheRestart:
    """Clocks stand still while it is quiet, and begin anew after a restart."""

    def test_a_bell_freezes_the_time_to_respond(self) -> None:
        book, host, (_, birch, _) = a_share()
        book.waits(25)
        book.rings(host)
        assert_refused(book.replies(birch, "Words"), "silence_now")
        assert_refused(book.asks_sharer(birch), "silence_now")
        assert_happened(book.waits(20), SilenceEnded)
        assert_happened(book.waits(4))
        assert_happened(book.waits(1), TurnEnded)

    def test_a_wish_that_changes_in_the_silence_counts_from_its_end(self) -> None:
        book, host, (ash, *_) = a_share("similar")
        book.begins_silence(host, 300)
        book.waits(290)
        book.wishes(ash, "listen")
        assert_happened(book.waits(10), SilenceEnded)
        book.waits(29)
        assert responding(book)
        book.waits(1)
        assert_centre(book)

    def test_a_bell_freezes_the_grace_of_a_sharer_who_is_away(self) -> None:
        book, host, (ash, *_) = a_share("similar")
        book.loses_connection(ash)
        book.waits(25)
        book.rings(host)
        book.waits(20)
        assert_happened(book.waits(29))
        assert_happened(book.waits(1), TurnEnded)

    def test_after_a_restart_wish_time_and_questions_are_there_again(self) -> None:
        book, host, (ash, birch, cedar) = a_share("similar")
        book.wishes(cedar, "silence")
        book.asks_sharer(birch, "what_i_heard")
        book.waits(170)
        book.restarts()
        for seat in (host, ash, birch, cedar):
            book.comes_back(seat)
        turn = book.room.turn
        assert turn is not None
        assert turn.responding is not None
        assert (turn.stage, turn.help, len(turn.responding.open_asks)) == ("responding", "similar", 1)
        assert book.room.helps == {ash: "similar", cedar: "silence"}
        book.waits(179)
        assert responding(book)
        book.answers_ask(ash)
        book.replies(birch, "I heard that you are tired.")
        assert book.last(Said).response == "what_i_heard"

    def test_after_a_restart_nobody_responds_twice_and_what_was_heard_waits_for_its_answer(self) -> None:
        book, _, (ash, birch, cedar) = a_share("similar")
        book.replies(birch, "For me too.")
        book.asks_sharer(cedar, "what_i_heard")
        book.answers_ask(ash)
        book.replies(cedar, "I heard that you are tired.")
        book.restarts()
        for seat in (ash, birch, cedar):
            book.comes_back(seat)
        assert_refused(book.replies(birch, "And once more."), "once_a_turn")
        assert_refused(book.asks_sharer(birch, "what_i_heard"), "somebody_does")
        assert book.answers_heard(ash).refusal is None

    def test_after_a_restart_a_no_is_still_a_no(self) -> None:
        book, _, (ash, birch, _) = a_share()
        book.asks_sharer(birch)
        book.answers_ask(ash, yes=False)
        book.restarts()
        book.comes_back(ash)
        book.comes_back(birch)
        assert_refused(book.answers_ask(ash), "no_offer")
        assert_refused(book.asks_sharer(birch), "asked_already")
