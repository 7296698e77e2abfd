"""One verdict on a text; and which commands carry words at all."""

import pytest

from moderation.pipeline import consider_line, consider_message
from moderation.verdicts import Verdict
from moderation.words_of import considered
from protocol import commands as c, limits
from protocol.refusals import Refusal
from protocol.words import Words
from tests.support.builders import command_id

ID = command_id(1)


def test_a_message_passes_tidied() -> None:
    assert consider_message(Words("  hel\u200blo ")) == Verdict("pass", Words("hello"))


def test_a_refused_message_says_why_and_goes_back_untouched() -> None:
    verdict = consider_message(Words("a\x00"))
    assert (verdict.deliver, verdict.text) == ("refuse", "a\x00")
    assert verdict.refusal == Refusal(code="unreadable_words")


def test_no_rule_punishes_or_offers_care_yet() -> None:
    verdict = consider_message(Words("I cannot go on like this."))
    assert (verdict.deliver, verdict.reasons, verdict.care) == ("pass", (), frozenset())


def test_a_line_is_one_short_line() -> None:
    assert consider_line(Words("It is my first time.")).deliver == "pass"
    assert consider_line(Words("two\nlines")).deliver == "refuse"
    assert consider_line(Words("x" * 141)).deliver == "refuse"
    assert consider_line(Words("x" * 280), most=limits.PROMPT_CODE_POINTS).deliver == "pass"


@pytest.mark.parametrize(
    "command",
    [
        c.StartRound(type="start_round", id=ID, prompt=Words(" ")),
        c.SetMode(type="set_mode", id=ID, mode="round", prompt=Words(""), now=False),
    ],
)
def test_a_round_needs_no_question(command: c.StartRound | c.SetMode) -> None:
    assert considered(command) == ""


def test_an_empty_note_is_no_note() -> None:
    assert considered(c.RaiseHand(type="raise_hand", id=ID, note=Words(" "))) is None
    assert considered(c.RaiseHand(type="raise_hand", id=ID, note=None)) is None


def test_a_command_without_words_has_none() -> None:
    assert considered(c.Leave(type="leave", id=ID)) is None


def test_words_of_a_command_are_tidied_or_refused() -> None:
    assert considered(c.Say(type="say", id=ID, turn=None, text=Words(" hi "))) == "hi"
    assert considered(c.Say(type="say", id=ID, turn=None, text=Words(" "))) == Refusal(code="no_words")
    assert considered(c.RaiseHand(type="raise_hand", id=ID, note=Words("n "))) == "n"
    assert isinstance(considered(c.StartRound(type="start_round", id=ID, prompt=Words("a\nb"))), Refusal)


def test_a_prompt_given_back_is_not_touched_because_its_hash_decides() -> None:
    assert considered(c.GiveBack(type="give_back", id=ID, prompt=Words(" as it was "))) == " as it was "
