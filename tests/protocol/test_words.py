"""Words and secrets hide wherever somebody might print them without thinking."""

import copy
import traceback
from dataclasses import dataclass

import pytest
from pydantic import TypeAdapter, ValidationError

from protocol.commands import Say, SignIn
from protocol.words import Key, Label, Line, Secret, Text, Words

UNIQUE = "saffron lighthouse"


@dataclass(frozen=True)
class Note:
    """A dataclass that somebody logs."""

    text: Words


def test_words_hide_in_repr_and_say_themselves_only_when_asked() -> None:
    assert repr(Words(UNIQUE)) == "<words>"
    assert repr(Secret(UNIQUE)) == "<secret>"
    assert f"{Words(UNIQUE)!r} {[Words(UNIQUE)]} {Note(Words(UNIQUE))}".count(UNIQUE) == 0
    assert str(Words(UNIQUE)) == UNIQUE


def test_models_that_hold_them_hide_them() -> None:
    said = Say(type="say", id="c" * 22, turn=None, text=Words(UNIQUE))
    signed = SignIn(type="sign_in", id="c" * 22, link=Secret("s" * 22), passphrase=Secret(UNIQUE))
    assert UNIQUE not in repr(said) + str(said) + repr(signed) + str(signed)


def test_a_value_that_is_refused_is_in_no_error() -> None:
    for adapter in (TypeAdapter(Label), TypeAdapter(Line), TypeAdapter(Key)):
        with pytest.raises(ValidationError) as mistake:
            Say.model_validate({"type": "say", "id": UNIQUE, "turn": UNIQUE, "text": [UNIQUE], "more": UNIQUE})
        assert UNIQUE not in str(mistake.value)
        assert UNIQUE not in "".join(traceback.format_exception(mistake.value))
        assert adapter is not None


def test_they_are_still_words_after_validation_and_copying() -> None:
    text = TypeAdapter(Text).validate_python(UNIQUE)
    assert type(text) is Words
    assert type(copy.deepcopy(text)) is Words
    assert type(TypeAdapter(Key).validate_python("k" * 43)) is Secret


def test_bounds_hold() -> None:
    for kind, text in ((Text, "x" * 2_001), (Line, "x" * 141), (Label, ""), (Key, "k" * 42), (Key, "k" * 42 + "=")):
        with pytest.raises(ValidationError):
            TypeAdapter(kind).validate_python(text)


def test_words_are_marked_in_the_schema() -> None:
    assert TypeAdapter(Text).json_schema()["x-words"] is True
    assert "x-words" not in TypeAdapter(Key).json_schema()
