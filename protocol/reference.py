"""Writes the reference half of PROTOCOL.md out of the schema: `python -m protocol.reference` prints the whole page.

One line and one example a message, so that the page cannot drift from the models. The
story half is written by hand and kept as it stands.
"""

import json
import sys
from functools import cache
from pathlib import Path
from typing import Any, Final, get_args

from protocol import cards, closings, commands, events, frames, refusals, replies
from protocol.base import Inbound, Outbound
from protocol.schema import schema

PAGE: Final = Path(__file__).with_name("PROTOCOL.md")
_BEGIN: Final = "<!-- reference: made by python -m protocol.reference -->"

_STRINGS: Final = {
    "^[A-Za-z0-9_-]{22}$": "mYYyKlF2A82PSKGaDkREkA",
    "^[A-Za-z0-9_-]{43}$": "jqzj2EJB2USD5NZ3LZRkiwSoM5VaeVVAEc_EiXjng2w",
    "^[A-Za-z0-9_-]{11}$": "qO3jv1c_0mE",
    "^[A-Za-z0-9_ -]{16,64}$": "Zx1bT0y9a2mKq4vJ7dQeRw",
    "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$": "en",
    "^[A-Za-z0-9._/+ -]{1,40}$": "mine/0.1",
    "^[A-Za-z0-9._+-]+$": "0.1.0",
    "^https?://[^\\s]+$": "https://www.wikipedia.org/",
    "^[a-z_.]+$": "contact.own",
    "^[a-z_]+$": "restarting",
}
"""What a string of each shape looks like."""

_NAMED: Final = {
    "words": "I kept walking, and it helped.",
    "passphrase": "seven quiet herons",
    "line": "It is my first time.",
}

# `Any` below: a JSON Schema, and an example of it, are trees of plain JSON.


def example(name: str) -> Any:  # noqa: ANN401
    """One plausible JSON value of the model called `name`."""
    parts = _parts()
    return _value(parts[name], parts, name)


@cache
def _parts() -> dict[str, Any]:
    parts: dict[str, Any] = schema()["$defs"]
    return parts


def _value(part: dict[str, Any], parts: dict[str, Any], field: str) -> Any:  # noqa: ANN401
    if "$ref" in part:
        name = part["$ref"].rpartition("/")[2]
        return _value(parts[name], parts, name)
    if "const" in part:
        return part["const"]
    if "enum" in part:
        return part["enum"][0]
    for choice in ("oneOf", "anyOf"):
        if choice in part:
            return _value(part[choice][0], parts, field)
    return _plain(part, parts, field)


def _plain(part: dict[str, Any], parts: dict[str, Any], field: str) -> Any:  # noqa: ANN401
    kind = part["type"]
    if kind == "object":
        return {key: _value(value, parts, key) for key, value in part.get("properties", {}).items()}
    if kind == "array":
        items = part.get("items")
        return [_value(items, parts, field)] if items else []
    if kind == "integer":
        return max(1, part.get("minimum", 0))
    if kind == "boolean":
        return True
    if part.get("pattern") in _STRINGS:
        return _STRINGS[part["pattern"]]
    return _NAMED.get(field, _NAMED["words"])


def _section(title: str, union: Any, side: str) -> list[str]:  # noqa: ANN401
    lines = [f"### {title}", ""]
    for model in sorted(get_args(union), key=_wire_name):
        lines += [f"#### `{_wire_name(model)}`", "", _sentence(model), ""]
        lines += [f"```json {side}", json.dumps(example(model.__name__), ensure_ascii=False), "```", ""]
    return lines


def _wire_name(model: type[Inbound] | type[Outbound]) -> str:
    fields = model.model_fields
    tag = fields.get("type") or fields.get("frame") or fields["state"]
    return str(get_args(tag.annotation)[0])


def _sentence(model: type[Inbound] | type[Outbound]) -> str:
    return " ".join((model.__doc__ or "").split())


def reference() -> str:
    """The reference half as Markdown."""
    lines = [_BEGIN, "", "## Reference", "", "Every field, with its type and bounds, stands in `schema.json`.", ""]
    lines += ["`hello` and all commands come from clients; everything else from the server.", ""]
    lines += ["#### `hello`", "", _sentence(frames.Hello), ""]
    lines += ["```json client", json.dumps(example("Hello")), "```", ""]
    lines += _section("Commands at a door", commands.DoorCommand, "client")
    lines += _section("Commands at a desk", commands.DeskCommand, "client")
    lines += _section("Commands in a room", commands.RoomCommand, "client")
    lines += _section("Replies (inside `accepted`)", get_args(replies.Reply)[0], "reply")
    lines += _section("Events (inside an `event` frame)", events.Event, "event")
    lines += _section("Cards (inside a `card` frame)", cards.Card, "card")
    lines += _section("Hints (inside a `hint` frame)", cards.Hint, "hint")
    lines += _section("Frames from the server", get_args(frames.ServerFrame)[0], "server")
    lines += ["### Refusals", "", "| code | temporary | English |", "|---|---|---|"]
    lines += [f"| `{c}` | {'yes' if c in refusals.TEMPORARY else 'no'} | {s} |" for c, s in refusals.SENTENCES.items()]
    lines += ["", "### Closings", "", "| code | word | come back | meaning |", "|---|---|---|---|"]
    lines += [f"| {c.code} | `{c.word}` | {c.come_back} | {c.meaning} |" for c in closings.CLOSINGS]
    return "\n".join(lines) + "\n"


def page() -> str:
    """The whole page: the story as it stands, and the reference made anew."""
    story = PAGE.read_text(encoding="utf-8").partition(_BEGIN)[0]
    return story + reference()


def main() -> None:
    """Print the page, or with `--write` put it in its place."""
    if "--write" in sys.argv[1:]:
        PAGE.write_text(page(), encoding="utf-8")
    else:
        sys.stdout.write(page())


if __name__ == "__main__":
    main()
