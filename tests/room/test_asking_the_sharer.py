"""What was not asked for needs the sharer's yes: an idea, and "what I heard". In private; a no is told to nobody."""

import pytest

from protocol.events import HeardAnswered, Said, TurnEnded
from tests.support.shares import a_share, has_shared
from tests.support.verbs import assert_happened, assert_refused


class TestAnIdeaThatWasNotAskedFor:
    """I have something for you: do you want it? In private, without a name, and silence is a no."""

    def test_with_a_yes_it_may_be_said_once(self) -> None:
        book, _, (ash, birch, _) = a_share()
        assert_happened(book.asks_sharer(birch))
        assert_happened(book.answers_ask(ash))
        assert_happened(book.replies(birch, "A walk helped me."), Said)
        assert book.last(Said).response == "idea"
        assert_refused(book.replies(birch, "And tea."), "just_listening")

    def test_without_an_answer_it_stays_unsaid(self) -> None:
        book, _, (_, birch, _) = a_share()
        book.asks_sharer(birch)
        assert_refused(book.replies(birch, "A walk helped me."), "just_listening")

    def test_nothing_tells_the_sharer_who_asked(self) -> None:
        told = []
        for place in (1, 2):
            book, _, people = a_share()
            before = len(book.posts[people[0]].frames)
            book.asks_sharer(people[place])
            told.append(book.posts[people[0]].frames[before:])
        assert told[0]
        assert told[0] == told[1]

    def test_nobody_but_the_two_learns_that_somebody_asked(self) -> None:
        book, host, (ash, birch, cedar) = a_share()
        before = {seat: len(book.posts[seat].frames) for seat in (host, cedar)}
        book.asks_sharer(birch)
        book.answers_ask(ash, yes=False)
        assert before == {seat: len(book.posts[seat].frames) for seat in (host, cedar)}

    def test_a_no_is_told_to_nobody_and_looks_like_no_answer(self) -> None:
        book, _, (ash, birch, _) = a_share()
        book.asks_sharer(birch)
        view, sent = book.server_view(birch), len(book.posts[birch].frames)
        assert_happened(book.answers_ask(ash, yes=False))
        assert (book.server_view(birch), len(book.posts[birch].frames)) == (view, sent)
        assert_refused(book.replies(birch, "But"), "just_listening")

    def test_one_asks_once_a_share(self) -> None:
        book, host, (ash, birch, cedar) = a_share()
        book.asks_sharer(birch)
        assert_refused(book.asks_sharer(birch), "asked_already")
        book.answers_ask(ash, yes=False)
        assert_refused(book.asks_sharer(birch, "what_i_heard"), "asked_already")
        has_shared(book, host, cedar)
        assert book.asks_sharer(birch).refusal is None

    def test_who_has_said_it_asks_no_more(self) -> None:
        book, _, (ash, birch, _) = a_share()
        book.asks_sharer(birch)
        book.answers_ask(ash)
        book.replies(birch, "A walk helped me.")
        assert_refused(book.asks_sharer(birch), "asked_already")

    def test_where_ideas_are_wished_nobody_needs_to_ask(self) -> None:
        book, _, (_, birch, _) = a_share("ideas")
        assert_refused(book.asks_sharer(birch), "already_so")
        assert book.asks_sharer(birch, "what_i_heard").refusal is None

    def test_where_silence_is_wished_nobody_asks(self) -> None:
        book, _, (_, birch, _) = a_share("silence")
        assert_refused(book.asks_sharer(birch), "quiet_after")

    def test_the_sharer_has_nobody_to_ask(self) -> None:
        book, _, (ash, *_) = a_share()
        assert_refused(book.asks_sharer(ash), "already_so")

    def test_the_sharer_alone_answers_and_once(self) -> None:
        book, _, (ash, birch, cedar) = a_share()
        book.asks_sharer(birch)
        assert_refused(book.answers_ask(cedar), "not_your_turn")
        assert_refused(book.answers_ask(ash, 2), "no_offer")
        book.answers_ask(ash, yes=False)
        assert_refused(book.answers_ask(ash), "no_offer")

    def test_there_is_time_for_an_answer_and_after_a_yes_time_to_write(self) -> None:
        book, _, (ash, birch, _) = a_share()
        book.waits(29)
        book.asks_sharer(birch)
        book.waits(29)
        book.answers_ask(ash)
        book.waits(179)
        assert book.replies(birch, "A walk helped me.").refusal is None

    def test_a_no_gives_no_more_time(self) -> None:
        book, _, (ash, birch, _) = a_share()
        book.asks_sharer(birch)
        book.answers_ask(ash, yes=False)
        assert_happened(book.waits(30), TurnEnded)

    def test_the_last_wished_reply_takes_no_time_from_somebody_who_was_told_yes(self) -> None:
        book, _, (ash, birch, cedar) = a_share("similar", responses_most=1)
        book.asks_sharer(birch)
        book.answers_ask(ash)
        book.replies(cedar, "For me too.")
        book.waits(170)
        assert book.replies(birch, "A walk helped me.").refusal is None

    def test_an_idea_takes_no_reply_away(self) -> None:
        book, _, (ash, birch, cedar) = a_share("similar", responses_most=1)
        book.asks_sharer(birch)
        book.answers_ask(ash)
        book.replies(birch, "A walk helped me.")
        assert book.replies(cedar, "For me too.").refusal is None

    def test_with_the_turn_all_questions_are_over(self) -> None:
        book, _, (ash, birch, _) = a_share()
        book.asks_sharer(birch)
        book.done(ash)
        assert_refused(book.answers_ask(ash), "stale_turn")
        assert_refused(book.asks_sharer(birch), "stale_turn")


class TestWhatIHeard:
    """A volunteer says back what they heard; the sharer says yes, or not quite."""

    @pytest.mark.parametrize("yes", [True, False])
    def test_the_sharer_says_yes_or_not_quite_to_everybody(self, yes: bool) -> None:
        book, _, (ash, birch, _) = a_share()
        book.asks_sharer(birch, "what_i_heard")
        book.answers_ask(ash)
        book.replies(birch, "I heard that you are tired.")
        assert book.last(Said).response == "what_i_heard"
        assert_happened(book.answers_heard(ash, yes=yes), HeardAnswered)
        assert book.room.turn is not None
        assert book.room.turn.heard == ("yes" if yes else "not_quite")

    def test_there_is_nothing_to_answer_before_it_is_said_and_one_answer_after(self) -> None:
        book, _, (ash, birch, cedar) = a_share()
        book.asks_sharer(birch, "what_i_heard")
        book.answers_ask(ash)
        assert_refused(book.answers_heard(ash), "already_so")
        book.replies(birch, "I heard that you are tired.")
        assert_refused(book.answers_heard(cedar), "not_your_turn")
        book.answers_heard(ash)
        assert_refused(book.answers_heard(ash, yes=False), "already_so")

    def test_one_volunteer_a_share(self) -> None:
        book, _, (ash, birch, cedar) = a_share()
        book.asks_sharer(birch, "what_i_heard")
        book.answers_ask(ash)
        assert_refused(book.asks_sharer(cedar, "what_i_heard"), "somebody_does")
        book.replies(birch, "I heard that you are tired.")
        assert_refused(book.asks_sharer(cedar, "what_i_heard"), "somebody_does")
        assert book.asks_sharer(cedar).refusal is None

    def test_of_two_who_offered_it_together_one_gets_a_yes(self) -> None:
        book, _, (ash, birch, cedar) = a_share()
        book.asks_sharer(birch, "what_i_heard")
        book.asks_sharer(cedar, "what_i_heard")
        book.answers_ask(ash, 2)
        assert_refused(book.answers_ask(ash, 1), "somebody_does")
        assert book.answers_ask(ash, 1, yes=False).refusal is None

    def test_after_a_no_somebody_else_may_offer_it(self) -> None:
        book, _, (ash, birch, cedar) = a_share()
        book.asks_sharer(birch, "what_i_heard")
        book.answers_ask(ash, yes=False)
        assert book.asks_sharer(cedar, "what_i_heard").refusal is None

    @pytest.mark.parametrize("how", ["leaves", "listens"])
    def test_a_volunteer_who_goes_away_makes_room_for_another(self, how: str) -> None:
        book, _, (ash, birch, cedar) = a_share()
        book.asks_sharer(birch, "what_i_heard")
        book.answers_ask(ash)
        (book.leaves if how == "leaves" else book.listens)(birch)
        assert book.asks_sharer(cedar, "what_i_heard").refusal is None

    def test_a_yes_to_somebody_who_has_left_harms_nobody_and_tells_nothing(self) -> None:
        book, _, (ash, birch, _) = a_share()
        book.asks_sharer(birch, "what_i_heard")
        sent = len(book.posts[ash].frames)
        book.leaves(birch)
        assert len(book.posts[ash].frames) == sent
        assert book.answers_ask(ash).refusal is None
