"""Share and respond: after a share there is time to respond, as its sharer chose, and the sharer may end it."""

from protocol.events import HelpChosen, PieceOffered, ResponsesOpened, Said, TurnEnded
from protocol.rooms import HelpWish
from tests.support.circles import Circle, a_circle, a_round
from tests.support.verbs import assert_centre, assert_happened, assert_offered, assert_refused, view_of


def _shared(wish: HelpWish = "listen", members: int = 5, **changed: object) -> Circle:
    """The first member has shared, and it is the time to respond."""
    book, host, people = a_circle(members, mode="share_and_respond", **changed)
    book.wishes(people[0], wish)
    book.raises(people[0])
    book.offers(host)
    book.takes(people[0])
    book.says(people[0], "It was a long week.")
    assert_happened(book.done(people[0]), ResponsesOpened)
    return book, host, people


class TestTheShapeOfIt:
    """What would help, as the sharer said; just listening where nothing was said."""

    def test_a_share_opens_the_time_to_respond_that_its_sharer_chose(self) -> None:
        book, _, (ash, birch, *_) = _shared("similar")
        assert book.last(HelpChosen).help == "similar"
        assert_happened(book.replies(birch, "For me it was so."), Said)
        assert book.last(Said).response == "reply"
        assert book.holder == ash

    def test_where_the_sharer_chose_nothing_others_just_listen(self) -> None:
        book, host, (ash, birch, *_) = a_circle(3, mode="share_and_respond")
        book.raises(ash)
        book.offers(host)
        book.takes(ash)
        book.says(ash, "It was a long week.")
        book.done(ash)
        assert_refused(book.replies(birch, "For me it was so."), "just_listening")

    def test_in_a_time_to_just_listen_signs_are_lit_and_no_words_are_said(self) -> None:
        book, _, (_, birch, cedar, *_) = _shared("listen")
        assert book.lights(birch).refusal is None
        assert book.lights(cedar, "thank_you").refusal is None
        assert_refused(book.replies(birch, "For me it was so."), "just_listening")
        assert_happened(book.waits(29))
        assert_happened(book.waits(1), TurnEnded)

    def test_without_time_to_respond_done_goes_straight_on(self) -> None:
        book, _, (ash, birch) = a_round(2, respond_after_turns=False)
        book.takes(ash)
        book.says(ash, "Mine.")
        assert_happened(book.done(ash), TurnEnded, PieceOffered)
        assert_offered(book, birch)

    def test_where_silence_was_wished_there_are_no_words_afterwards(self) -> None:
        book, _, (_, birch, *_) = _shared("silence")
        assert_refused(book.replies(birch, "For me it was so."), "quiet_after")
        assert_refused(book.asks_sharer(birch), "quiet_after")

    def test_an_idea_that_was_not_asked_for_needs_the_sharers_yes(self) -> None:
        book, _, (ash, birch, cedar, *_) = _shared("listen")
        assert_happened(book.asks_sharer(birch))
        assert_refused(book.replies(birch, "You could"), "just_listening")
        book.answers_ask(ash)
        assert_happened(book.replies(birch, "You could"), Said)
        assert_refused(book.replies(cedar, "You could"), "just_listening")


class TestHowItEnds:
    """After some replies or some time, when the sharer has enough, or when a facilitator goes on."""

    def test_after_three_replies_and_a_moment_the_time_to_respond_is_over(self) -> None:
        book, _, (_, birch, cedar, dove, elm) = _shared("similar")
        for seat in (birch, cedar, dove):
            assert_happened(book.replies(seat, "For me it was so."), Said)
        assert_refused(book.replies(elm, "And for me"), "replies_full")
        assert_happened(book.waits(29))
        assert_happened(book.waits(1), TurnEnded)
        assert_centre(book)

    def test_after_three_minutes_the_time_to_respond_is_over(self) -> None:
        book, _, _ = _shared("similar")
        assert_happened(book.waits(179))
        assert_happened(book.waits(1), TurnEnded)

    def test_the_sharer_may_close_the_time_to_respond_at_any_moment(self) -> None:
        book, _, (ash, birch, cedar, *_) = _shared("similar")
        book.replies(birch, "For me it was so.")
        assert_happened(book.done(ash), TurnEnded)
        assert book.replies(cedar, "And for me").refusal is not None

    def test_everybody_replies_once_in_a_time_to_respond(self) -> None:
        book, _, (_, birch, *_) = _shared("similar")
        book.replies(birch, "For me it was so.")
        assert_refused(book.replies(birch, "And another thing"), "once_a_turn")

    def test_no_turn_begins_while_there_is_time_to_respond(self) -> None:
        book, _, (ash, birch, *_) = _shared("similar", auto_next=True)
        book.raises(birch)
        assert_refused(book.takes(birch), "not_your_turn")
        assert_happened(book.waits(179))
        assert book.holder == ash
        assert_happened(book.waits(1), TurnEnded, PieceOffered)
        assert_offered(book, birch)

    def test_a_facilitator_may_go_on_before_the_time_to_respond_is_over(self) -> None:
        book, host, (ash, birch, *_) = _shared("similar")
        book.raises(birch)
        assert_happened(book.offers(host), TurnEnded, PieceOffered)
        assert (book.last(TurnEnded).seat, book.last(TurnEnded).how) == (ash, "done")
        assert_offered(book, birch)

    def test_the_time_to_respond_ends_half_a_minute_after_its_sharer_is_gone_and_the_replies_stay(self) -> None:
        book, _, (ash, birch, *_) = _shared("similar")
        book.replies(birch, "For me it was so.")
        book.loses_connection(ash)
        book.waits(29)
        assert book.holder == ash
        book.waits(1)
        assert_centre(book)
        book.comes_back(ash)
        assert [words.text for words in view_of(book, ash).said][-1] == "For me it was so."

    def test_the_time_to_respond_stands_still_in_a_silence(self) -> None:
        book, host, (_, birch, *_) = _shared("similar")
        book.waits(100)
        book.begins_silence(host, 600)
        assert_refused(book.replies(birch, "For me it was so."), "silence_now")
        book.waits(600)
        assert_happened(book.replies(birch, "For me it was so."), Said)
        assert_happened(book.waits(79))
        assert_happened(book.waits(1), TurnEnded)
