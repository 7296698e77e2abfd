"""`Words`, what a person wrote, never reach the journal or the log: shown by type, over all models."""

import io
import json
import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field

from protocol.words import Secret, Text, Words
from server.privacy import LOG_INVENTORY, AllowList
from server.room.facts import JOURNALED
from tests.house.type_walk import Leaf, model_leaves, models_in


def unjournaled(facts: Iterable[type]) -> Iterator[str]:
    """What must not be in a fact that is stored: words, secrets, and every place where words could hide."""
    for fact in facts:
        for leaf in model_leaves(fact):
            if isinstance(leaf.kind, type) and issubclass(leaf.kind, (Words, Secret)):
                yield f"{leaf.path} is {leaf.kind.__name__}; the journal holds none"
            elif could_hold_words(leaf):
                yield f"{leaf.path} could hold anybody's words: give it a pattern, an enum or a Literal"


def loose_strings(models: Iterable[type]) -> Iterator[str]:
    """Strings on the wire that are neither `Words` nor `Secret` nor bounded by a pattern."""
    for model in models:
        for leaf in model_leaves(model):
            if could_hold_words(leaf):
                yield f"{leaf.path} is a bare string: Words, or an id with a pattern, an enum, a Literal?"


def could_hold_words(leaf: Leaf) -> bool:
    """A plain string without a pattern, bytes, or a type that says nothing."""
    return (leaf.kind in (str, bytes, object) and not leaf.has_pattern) or str(leaf.kind) == "typing.Any"


def test_no_fact_in_the_journal_can_hold_words() -> None:
    assert list(unjournaled(JOURNALED)) == []


def test_the_journal_does_write_something_or_this_test_looks_at_nothing() -> None:
    assert len(JOURNALED) > 10


def test_every_string_on_the_wire_says_what_it_is() -> None:
    models = models_in("protocol")
    assert len(models) > 20
    assert list(loose_strings(models)) == []


def test_some_models_do_carry_words_or_this_test_looks_at_nothing() -> None:
    kinds = {leaf.kind for model in models_in("protocol") for leaf in model_leaves(model)}
    assert {Words, Secret} <= kinds


class Said(BaseModel):
    """A fact with words in it, two floors down."""

    text: Text


class Faulty(BaseModel):
    """Every way in which words could slip in, and three that are fine."""

    nested: dict[int, tuple[Said | None, ...]]
    bare: str
    bounded_only: Annotated[str, Field(max_length=22)]
    anything: object
    key: Annotated[Secret, Field()]
    fine_id: Annotated[str, Field(pattern="^[a-z]{3}$")]
    fine_kind: Literal["round", "hands"]
    fine_many: list[Annotated[str, Field(pattern="^[a-z]{3}$")]]


@dataclass(frozen=True)
class FaultyData:
    """The same for a dataclass."""

    words: tuple[Words, ...]
    number: int


def test_words_in_a_fact_and_bare_strings_are_found() -> None:
    assert [line.split()[0] for line in unjournaled([Faulty, FaultyData])] == [
        "Faulty.nested[][].text",
        "Faulty.bare",
        "Faulty.bounded_only",
        "Faulty.anything",
        "Faulty.key",
        "FaultyData.words[]",
    ]
    assert [line.split()[0] for line in loose_strings([Faulty])] == [
        "Faulty.bare",
        "Faulty.bounded_only",
        "Faulty.anything",
    ]


class Everything(logging.Formatter):
    """Writes all that a record carries, the worst formatter there could be."""

    def format(self, record: logging.LogRecord) -> str:
        """The message, every attribute by `str`, which `Words` does not hide from, and the exception."""
        said = json.dumps({name: str(value) for name, value in vars(record).items()})
        trace = self.formatException(record.exc_info) if record.exc_info else ""
        return f"{record.getMessage()} {said} {trace}"


def logged(message: object, *arguments: object, exc_info: BaseException | None = None, **extra: object) -> str:
    """What a handler behind the allow-list writes for one record, with everything in it shown."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Everything())
    handler.addFilter(AllowList())
    logger = logging.Logger("house")  # noqa: LOG001  # its own, so that no other test's handler is met
    logger.addHandler(handler)
    logger.error(message, *arguments, exc_info=exc_info, extra=extra)
    return stream.getvalue()


HERON = Words("heron")


@pytest.mark.parametrize(
    ("message", "arguments", "extra"),
    [
        ("said %s", (HERON,), {}),
        ("said %s and %s", (1, [HERON]), {}),
        (HERON, (), {}),
        ("started", (), {"version": HERON}),
        ("started", (), {"version": Secret("1.heron")}),
        ("started", (), {"unknown_key": HERON}),
        ("room_crashed", (), {"exc_info": ValueError(HERON)}),
    ],
)
def test_the_log_drops_words_wherever_they_hide(
    message: object, arguments: tuple[object, ...], extra: dict[str, Any]
) -> None:
    # Any: one of the extras is the exception, the others are whatever somebody might log.
    assert "heron" not in logged(message, *arguments, **extra)


def test_no_listed_key_takes_words_even_when_their_text_would_fit() -> None:
    taken = []
    for message, line in LOG_INVENTORY.items():
        for key, kind in line.keys.items():
            fitting = kind.pattern.split("|")[0] if isinstance(kind, re.Pattern) else "1"
            for typed in (Words(fitting), Words("1.0"), Secret(fitting)):
                record = logging.makeLogRecord({"msg": message, key: typed})
                AllowList().filter(record)
                taken += [f"{message}.{key}"] if key in vars(record) else []
    assert taken == []


def test_the_log_still_says_what_is_listed() -> None:
    line = logged("started", version="0.1.0", port=8000)
    assert line.startswith("started ")
    assert '"port": "8000"' in line
    assert '"version": "0.1.0"' in line


def test_without_the_filter_the_words_would_be_seen() -> None:
    record = logging.LogRecord("house", logging.INFO, "", 0, "said %s", (HERON,), None)
    assert "heron" in Everything().format(record)
