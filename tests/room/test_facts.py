"""What becomes true, who is told, and what the journal keeps of it: never a word."""

from typing import get_args

import pytest
from pydantic import ValidationError

from protocol import events as e
from protocol.events import Event
from protocol.words import Words
from server.room import facts as f
from server.room.evolve import STEPS
from tests.support.builders import SECRET, command_id
from tests.support.circles import a_circle, a_round
from tests.support.playbook import Playbook

UNIQUE = "saffron-lighthouse"


def test_every_fact_has_its_step() -> None:
    every = {*get_args(Event), *get_args(f.PrivateFact)}
    assert set(STEPS) == every
    assert not set(get_args(f.PrivateFact)) & set(get_args(Event))


def test_events_are_told_apart_from_private_facts() -> None:
    assert f.is_event(e.SilenceEnded())
    assert not f.is_event(f.HandTaken(seat=1))


def test_a_prompt_is_kept_as_a_keyed_hash() -> None:
    changed = e.ModeChanged(mode="raised_hands", span=2, prompt=Words(UNIQUE), by=1)
    kept = f.journal_form(SECRET, changed)
    assert kept == f.ModeKept(mode="raised_hands", span=2, prompt_hash=f.prompt_hash(SECRET, UNIQUE))
    started = e.RoundStarted(span=2, prompt=Words(UNIQUE), order=(1,), by=1)
    assert f.journal_form(SECRET, started) == f.RoundKept(span=2, prompt_hash=f.prompt_hash(SECRET, UNIQUE), order=(1,))
    assert f.prompt_hash(SECRET, UNIQUE) != f.prompt_hash(bytes(32), UNIQUE)
    assert f.prompt_hash(SECRET, "") == ""


def test_what_holds_words_is_not_kept_at_all() -> None:
    for fact in (
        e.Said(seat=1, command=command_id(1), text=Words(UNIQUE), turn=None),
        e.PromptGivenBack(prompt=Words(UNIQUE)),
        f.KnockMade(seat=1, line=Words(UNIQUE)),
        f.NoteWritten(seat=1, kind="share", note=Words(UNIQUE)),
        f.PromptAwaited(prompt=Words(UNIQUE)),
    ):
        assert f.journal_form(SECRET, fact) is None


def test_a_whole_evening_leaves_no_word_in_the_journal() -> None:
    book, host, (ash, birch, _) = a_round(3, prompt=f"prompt {UNIQUE}")
    book.takes(ash)
    book.says(ash, f"said {UNIQUE}")
    book.sets_mode(host, "raised_hands", f"prompt {UNIQUE}")
    book.done(ash)
    book.raises(birch, f"note {UNIQUE}")
    book.knocks(f"line {UNIQUE}")
    assert book.refusals == []
    assert len(book.journal) > 10
    assert not any(UNIQUE.encode() in body for _, body in book.journal)


def test_an_entry_comes_back_as_it_was() -> None:
    book: Playbook
    book, _, (ash,) = a_circle(1)
    book.leaves(ash)
    for _, body in book.journal:
        assert f.to_bytes(f.from_bytes(body)) == body


@pytest.mark.parametrize(
    "body", ["", "{}", '{"type":"said","text":"WORD"}', '{"type":"went_out","seat":"WORD"}', "WORD"]
)
def test_a_damaged_entry_is_refused_loudly_and_shows_nothing(body: str) -> None:
    with pytest.raises(ValidationError) as mistake:
        f.from_bytes(body.replace("WORD", UNIQUE).encode())
    assert UNIQUE not in str(mistake.value)
