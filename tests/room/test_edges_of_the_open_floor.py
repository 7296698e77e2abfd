"""Open conversation at its edges: a slower pace, and answering one message."""

from protocol.commands import Say
from protocol.events import Said
from protocol.words import Words
from tests.support.builders import command_id
from tests.support.circles import a_circle
from tests.support.verbs import assert_happened, assert_refused


class TestTheSlowerPace:
    """One message per person in so many seconds, where the group chose it."""

    def test_in_slow_conversation_everybody_waits_for_themself_and_is_told_how_long(self) -> None:
        book, _, (ash, birch) = a_circle(2, slow_seconds=30)
        assert_happened(book.says(ash, "One."), Said)
        book.waits(10)
        heard = book.says(ash, "Two.")
        assert_refused(heard, "slow_down")
        assert heard.refusal is not None
        assert heard.refusal.arguments.seconds == 20
        assert_happened(book.says(birch, "Mine."), Said)
        book.waits(20)
        assert_happened(book.says(ash, "Two."), Said)

    def test_facilitators_are_exempt_from_the_pace(self) -> None:
        book, host, _ = a_circle(2, slow_seconds=60)
        book.listens(host, on=False)
        assert_happened(book.says(host, "One."), Said)
        assert_happened(book.says(host, "Two."), Said)

    def test_the_pace_is_for_open_conversation_and_not_for_a_turn(self) -> None:
        book, host, (ash, _) = a_circle(2, slow_seconds=60)
        book.says(ash, "One.")
        book.starts_round(host, order=(ash,))
        book.takes(ash)
        assert_happened(book.says(ash, "Two."), Said)
        assert_happened(book.says(ash, "Three."), Said)


def test_an_answer_names_the_message_it_answers() -> None:
    book, _, (ash, birch) = a_circle(2)
    book.asks(ash, Say(type="say", id=command_id(70), turn=None, text=Words("How was it?")))
    answer = Say(type="say", id=command_id(71), turn=None, text=Words("Better."), reply_to=command_id(70))
    assert_happened(book.asks(birch, answer), Said)
    assert book.last(Said).reply_to == command_id(70)
