"""One sample of every model on the wire, made from its schema: whoever adds a class has it tried at once."""

import json
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, TypeAdapter

from protocol.cards import Card, Hint
from protocol.commands import AnyCommand
from protocol.events import Event
from protocol.frames import (
    Accepted,
    Advised,
    CardFrame,
    Goodbye,
    HappenedFrame,
    Held,
    Hello,
    HintFrame,
    Refused,
    SnapshotFrame,
    Welcome,
)
from protocol.refusals import Refusal
from protocol.replies import Reply
from protocol.snapshot import RoomSnapshot, WaitingSnapshot

Plain = dict[str, Any]
"""`Any`: a tree of plain JSON."""

_BY_PATTERN = {
    r"^[A-Za-z0-9_-]{22}$": "c" * 22,
    r"^[A-Za-z0-9_-]{11}$": "e" * 11,
    r"^[A-Za-z0-9_-]{43}$": "k" * 43,
    r"^[A-Za-z0-9_ -]{16,64}$": "s" * 22,
    r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$": "pt-BR",
    r"^[A-Za-z0-9._/+ -]{1,40}$": "web/0.1.0",
    r"^[A-Za-z0-9._+-]+$": "0.1.0",
    r"^[a-z_.]+$": "advice.medicine",
    r"^[a-z_]+$": "goodbye",
    r"^https?://[^\s]+$": "https://weather.example/",
}


def classes(union: object) -> tuple[type[BaseModel], ...]:
    """The classes of a union."""
    found = [part for part in get_args(union) if isinstance(part, type)]
    return tuple(found) if found else classes(get_args(union)[0])


COMMANDS = classes(AnyCommand)
CLIENT_FRAMES = (Hello, *COMMANDS)
EVENTS, CARDS, HINTS, REPLIES = classes(Event), classes(Card), classes(Hint), classes(Reply)


def sample(kind: type[BaseModel]) -> Plain:
    """One example of a model, as plain JSON."""
    schema = TypeAdapter(kind).json_schema()
    made = _made(schema, schema.get("$defs", {}))
    assert isinstance(made, dict)
    return made


def _made(schema: Plain, definitions: Plain) -> object:
    if "$ref" in schema:
        return _made(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    for fixed in ("const", "default"):
        if fixed in schema:
            return schema[fixed]
    if "enum" in schema:
        return schema["enum"][0]
    for choice in ("anyOf", "oneOf"):
        if choice in schema:
            return _made(schema[choice][0], definitions)
    match schema.get("type"):
        case "object":
            return {name: _made(part, definitions) for name, part in schema["properties"].items()}
        case "array":
            return [_made(schema["items"], definitions)]
        case "string":
            return _text(schema)
        case "integer":
            return schema.get("minimum", 3)
        case "boolean":
            return True
        case _:
            raise AssertionError(f"no sample for {schema}")


def _text(schema: Plain) -> object:
    if "pattern" in schema:
        return _BY_PATTERN[schema["pattern"]]
    return "Ä"[: schema.get("maxLength", 1)] + "b" * (schema.get("minLength", 1) - 1)


def server_frames() -> Iterator[Plain]:
    """Every frame a server may send, with every event, card, hint, reply and view."""
    answers: tuple[type[BaseModel], ...] = (Welcome, Refused, Advised, Held, Goodbye)
    for kind in answers:
        yield sample(kind)
    yield {**sample(Accepted), "reply": None}
    for reply in REPLIES:
        yield {"frame": "accepted", "id": "c" * 22, "number": None, "reply": sample(reply)}
    for name, frame, kinds in (("event", HappenedFrame, EVENTS), ("card", CardFrame, CARDS)):
        assert frame.model_fields["frame"].default == name
        for part in kinds:
            yield {"frame": name, "number": 1, name: sample(part)}
    for hint in HINTS:
        yield {"frame": HintFrame.model_fields["frame"].default, "hint": sample(hint)}
    for view in (RoomSnapshot, WaitingSnapshot):
        yield {"frame": SnapshotFrame.model_fields["frame"].default, "snapshot": sample(view)}
    yield {"frame": "refused", "id": "c" * 22, "refusal": sample(Refusal), "temporary": False}


def as_bytes(plain: object) -> bytes:
    """As it travels."""
    return json.dumps(plain, ensure_ascii=False).encode()
