"""Share and respond: after a share there is time to respond, in the shape the sharer chose; just listening unasked."""

import pytest

from protocol.cards import HelpSet
from protocol.events import HelpChosen, PieceOffered, PieceTaken, ResponsesOpened, Said, TurnEnded
from protocol.rooms import HelpWish, Mode
from tests.support.circles import a_circle, a_round
from tests.support.shares import a_share, has_shared, responding
from tests.support.verbs import assert_centre, assert_happened, assert_offered, assert_refused, assert_told_alone


class TestTheTimeToRespond:
    """When it opens, and when it is over."""

    def test_it_opens_when_the_share_is_done(self) -> None:
        book, host, (ash, *_) = a_circle(mode="share_and_respond")
        book.offers(host, ash)
        book.takes(ash)
        book.says(ash, "It was a long week.")
        assert_happened(book.done(ash), ResponsesOpened)
        assert book.holder == ash

    def test_who_said_nothing_is_done_at_once(self) -> None:
        book, host, (ash, *_) = a_circle(mode="share_and_respond")
        book.offers(host, ash)
        book.takes(ash)
        assert_happened(book.done(ash), TurnEnded)

    def test_it_is_short_where_one_is_just_listened_to(self) -> None:
        book, *_ = a_share()
        book.waits(29)
        assert responding(book)
        assert_happened(book.waits(1), TurnEnded)
        assert (book.last(TurnEnded).how, book.last(TurnEnded).spoke) == ("done", True)

    def test_it_is_longer_where_replies_are_wished(self) -> None:
        book, *_ = a_share("similar")
        book.waits(179)
        assert responding(book)
        assert_happened(book.waits(1), TurnEnded)

    def test_the_sharer_may_end_it_at_any_time(self) -> None:
        book, _, (ash, *_) = a_share("ideas")
        assert_happened(book.done(ash), TurnEnded)
        assert_centre(book)

    def test_nobody_else_ends_it_but_a_facilitator(self) -> None:
        book, host, (_, birch, _) = a_share("ideas")
        assert_refused(book.done(birch), "not_your_turn")
        assert_refused(book.moves_on(birch), "facilitators_only")
        assert_happened(book.moves_on(host), TurnEnded)
        assert book.last(TurnEnded).how == "done"

    def test_the_next_turn_waits_for_its_end_even_where_the_list_goes_on_by_itself(self) -> None:
        book, _, (ash, birch, _) = a_circle(mode="share_and_respond", auto_next=True)
        book.raises(ash)
        book.raises(birch)
        book.shares(ash, "First me.")
        assert responding(book)
        assert_happened(book.waits(30), TurnEnded, PieceOffered)
        assert_offered(book, birch)

    def test_a_facilitator_may_offer_the_piece_on_before_its_end(self) -> None:
        book, host, (_, birch, _) = a_share("similar")
        assert_happened(book.offers(host, birch), TurnEnded, PieceOffered)
        assert_offered(book, birch)

    def test_an_offer_that_cannot_be_made_leaves_it_open(self) -> None:
        book, host, _ = a_share("similar")
        assert_refused(book.offers(host), "nothing_to_offer")
        assert responding(book)

    def test_another_round_cannot_begin_in_it(self) -> None:
        book, host, _ = a_share()
        assert_refused(book.starts_round(host), "turn_running")

    def test_pass_later_and_one_minute_are_no_answers_to_it(self) -> None:
        book, _, (ash, *_) = a_share()
        for wish in (book.passes, book.later, book.one_minute, book.takes):
            assert_refused(wish(ash), "already_so")

    def test_a_stale_id_changes_nothing(self) -> None:
        book, host, (ash, birch, cedar) = a_share("similar")
        first = book.room.turns
        has_shared(book, host, cedar, "similar")
        assert_refused(book.done(ash, turn=first), "stale_turn")
        assert_refused(book.replies(birch, "For me it was so.", turn=first), "stale_turn")
        assert_refused(book.asks_sharer(birch, turn=first), "stale_turn")
        assert responding(book)

    @pytest.mark.parametrize("mode", ["open_floor", "raised_hands", "round", "passing"])
    def test_other_ways_of_talking_have_none_unless_the_group_chose_it(self, mode: Mode) -> None:
        book, _, (ash, *_) = a_circle(mode=mode)
        assert_refused(book.wishes(ash, "ideas"), "other_mode")

    def test_a_round_may_have_it_after_each_share(self) -> None:
        book, _, (ash, birch) = a_round(2, respond_after_turns=True)
        book.wishes(ash, "similar")
        book.shares(ash, "The train was late.")
        assert responding(book)
        book.replies(birch, "For me too.")
        assert_happened(book.waits(180), TurnEnded, PieceOffered)
        assert_offered(book, birch)

    def test_in_such_a_round_a_share_counts_once(self) -> None:
        book, _, (ash, birch) = a_round(2, respond_after_turns=True, second_offer=False)
        book.shares(ash, "One.")
        book.done(ash)
        book.passes(birch)
        assert book.room.turns_taken == {ash: 1}
        assert book.room.round is None


class TestWhatWouldHelp:
    """The sharer's wish: private until they share, told in words, open to change."""

    def test_it_stays_private_until_the_piece_is_taken(self) -> None:
        book, host, (ash, *_) = a_circle(mode="share_and_respond")
        assert_happened(book.wishes(ash, "questions"))
        assert_told_alone(book, ash, HelpSet)
        assert_happened(book.offers(host, ash), PieceOffered)
        assert book.room.turn is not None
        assert book.room.turn.help == "listen"
        assert_happened(book.takes(ash), PieceTaken, HelpChosen)
        assert book.last(HelpChosen).help == "questions"

    def test_who_says_nothing_is_just_listened_to_and_nothing_is_told(self) -> None:
        book, host, (ash, *_) = a_circle(mode="share_and_respond")
        book.offers(host, ash)
        assert_happened(book.takes(ash), PieceTaken)
        assert_refused(book.wishes(ash, "listen"), "already_so")

    def test_it_may_change_in_the_middle_of_the_share(self) -> None:
        book, host, (ash, birch, _) = a_circle(mode="share_and_respond")
        book.wishes(ash, "ideas")
        book.offers(host, ash)
        book.takes(ash)
        book.says(ash, "I was going to ask for ideas.")
        assert_happened(book.wishes(ash, "silence"), HelpChosen)
        book.done(ash)
        assert_refused(book.replies(birch, "Try tea."), "quiet_after")

    def test_a_change_in_the_time_to_respond_gives_it_another_shape_and_length(self) -> None:
        book, _, (ash, birch, cedar) = a_share("similar")
        book.replies(birch, "For me too.")
        assert_happened(book.wishes(ash, "listen"), HelpChosen)
        assert_refused(book.replies(cedar, "And for me."), "just_listening")
        assert_happened(book.waits(29))
        assert_happened(book.waits(1), TurnEnded)

    def test_who_was_just_listened_to_may_ask_for_more(self) -> None:
        book, _, (ash, birch, _) = a_share()
        book.waits(20)
        book.wishes(ash, "ideas")
        book.waits(100)
        assert book.replies(birch, "A walk helped me.").refusal is None

    def test_it_is_remembered_for_the_next_share(self) -> None:
        book, host, (ash, *_) = a_share("similar")
        book.done(ash)
        book.offers(host, ash)
        assert_happened(book.takes(ash), PieceTaken, HelpChosen)

    def test_somebody_elses_wish_shows_nothing_while_one_shares(self) -> None:
        book, _, (_, birch, _) = a_share("similar")
        assert_happened(book.wishes(birch, "silence"))


class TestReplies:
    """Words of others after a share: as the sharer wished, one from each person."""

    @pytest.mark.parametrize("wish", ["similar", "questions", "ideas"])
    def test_a_wished_reply_is_heard_and_marked(self, wish: HelpWish) -> None:
        book, _, (_, birch, _) = a_share(wish)
        assert_happened(book.replies(birch, "For me it was so."), Said)
        assert (book.last(Said).response, book.last(Said).turn) == ("reply", book.room.turns)

    def test_just_listening_means_no_replies(self) -> None:
        book, _, (_, birch, _) = a_share()
        assert_refused(book.replies(birch, "For me it was so."), "just_listening")

    def test_silence_means_silence(self) -> None:
        book, _, (_, birch, _) = a_share("silence")
        assert_refused(book.replies(birch, "For me it was so."), "quiet_after")

    def test_before_the_share_is_done_nobody_replies(self) -> None:
        book, host, (ash, birch, _) = a_circle(mode="share_and_respond")
        book.wishes(ash, "ideas")
        book.offers(host, ash)
        book.takes(ash)
        book.says(ash, "It was")
        assert_refused(book.replies(birch, "An idea!"), "not_your_turn")

    def test_there_is_one_from_each_person(self) -> None:
        book, _, (_, birch, _) = a_share("similar")
        book.replies(birch, "For me too.")
        assert_refused(book.replies(birch, "And also"), "once_a_turn")

    def test_there_are_as_many_as_the_group_chose(self) -> None:
        book, _, (_, birch, cedar, dove) = a_share("similar", 4, responses_most=2)
        book.replies(birch, "One.")
        book.replies(cedar, "Two.")
        assert_refused(book.replies(dove, "Three."), "replies_full")

    def test_after_the_last_reply_there_is_a_moment_left_and_no_more(self) -> None:
        book, _, (_, birch, *_) = a_share("similar", responses_most=1)
        book.replies(birch, "One.")
        assert_happened(book.waits(29))
        assert_happened(book.waits(1), TurnEnded)

    def test_the_last_reply_does_not_make_it_longer(self) -> None:
        book, _, (_, birch, *_) = a_share("similar", responses_most=1)
        book.waits(175)
        book.replies(birch, "One.")
        assert_happened(book.waits(5), TurnEnded)

    def test_the_sharer_may_answer_at_any_time_and_it_counts_as_no_reply(self) -> None:
        book, _, (ash, birch, _) = a_share("questions", responses_most=1)
        assert_happened(book.replies(ash, "Ask me anything."), Said)
        assert book.last(Said).response is None
        assert book.replies(birch, "Since when?").refusal is None
        assert book.replies(ash, "Since Monday.").refusal is None

    def test_listeners_listen(self) -> None:
        book, host, _ = a_share("ideas")
        assert_refused(book.replies(host, "An idea."), "listening_now")
        assert_refused(book.asks_sharer(host, "what_i_heard"), "listening_now")

    def test_a_facilitator_may_say_a_few_words_once_and_marked(self) -> None:
        book, host, _ = a_share()
        book.says(host, "Thank you, Ash.")
        assert book.last(Said).interjection
        assert_refused(book.says(host, "And"), "once_a_turn")
