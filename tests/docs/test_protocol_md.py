"""PROTOCOL.md: its examples are read by the models, and its reference is the models."""

import json
import re
from typing import Any, Final

import pytest
from pydantic import TypeAdapter

from protocol import cards, commands, events, replies
from protocol.closings import CLOSINGS
from protocol.codec import Malformed, decode, decode_server
from protocol.reference import PAGE, page

_TEXT: Final = PAGE.read_text(encoding="utf-8")
_EXAMPLES: Final = re.findall(r"```json (\w+)\n(.*?)\n```", _TEXT, re.DOTALL)

_INSIDE: Final[dict[str, TypeAdapter[Any]]] = {  # `Any`: one adapter for each family
    "event": TypeAdapter(events.Event),
    "card": TypeAdapter(cards.Card),
    "hint": TypeAdapter(cards.Hint),
    "reply": TypeAdapter(replies.Reply),
}


@pytest.mark.parametrize(("side", "text"), _EXAMPLES)
def test_every_example_is_one_the_models_read(side: str, text: str) -> None:
    if side == "client":
        assert not isinstance(decode(text), Malformed)
    elif side == "server":
        assert decode_server(text) is not None
    else:
        found = _INSIDE[side].validate_json(text)
        assert found.type == json.loads(text)["type"]


def test_the_reference_half_is_what_the_models_say() -> None:
    assert page() == _TEXT, "write it anew: python -m protocol.reference --write"


def test_every_command_and_event_has_its_section() -> None:
    models = (*commands.AnyCommand.__args__, *events.Event.__args__, *cards.Card.__args__)
    for model in models:
        name = model.model_fields["type"].annotation.__args__[0]
        assert f"#### `{name}`" in _TEXT


def test_the_story_names_every_way_a_line_can_end() -> None:
    for closing in CLOSINGS:
        assert f"| {closing.code} | `{closing.word}` |" in _TEXT
