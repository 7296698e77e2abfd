"""Prints the JSON Schema from which other languages take their types: `python -m protocol.schema`.

The models are the source; `protocol/schema.json` is this program's committed output.
"""

import json
from typing import Any

from pydantic import TypeAdapter

from protocol import closings, limits, names, refusals, version
from protocol.frames import ClientFrame, ServerFrame


def schema() -> dict[str, Any]:
    """The whole contract as one JSON Schema document with two unions, `ClientFrame` and `ServerFrame`.

    `Any`: a JSON Schema is a tree of plain JSON.
    """
    parts: dict[str, Any] = {}
    for title, adapter, mode in (
        ("ClientFrame", TypeAdapter(ClientFrame), "validation"),
        ("ServerFrame", TypeAdapter(ServerFrame), "serialization"),
    ):
        tree = adapter.json_schema(mode=mode, ref_template="#/$defs/{model}")  # type: ignore[arg-type]
        for name, part in tree.pop("$defs", {}).items():
            _add(parts, name, part)
        _add(parts, title, tree)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Talking Piece protocol",
        "x-version": version.PROTOCOL_VERSION,
        "x-subprotocol": version.SUBPROTOCOL,
        "x-limits": {k: v for k, v in vars(limits).items() if k.isupper()},
        "x-names": {
            "first": names.FIRST_WORDS,
            "second": names.SECOND_WORDS,
            "shapes": names.MARK_SHAPES,
            "colours": names.MARK_COLOURS,
        },
        "x-refusals": {
            code: {"temporary": code in refusals.TEMPORARY, "english": sentence}
            for code, sentence in refusals.SENTENCES.items()
        },
        "x-closings": [
            {"code": c.code, "word": c.word, "come_back": c.come_back, "meaning": c.meaning} for c in closings.CLOSINGS
        ],
        "$defs": dict(sorted(parts.items())),
    }


def _add(parts: dict[str, Any], name: str, part: dict[str, Any]) -> None:
    """Two models of one name would silently lose one of them.

    A model that goes both ways differs in what it requires: what the server always sends, a client sends as well.
    """
    known = parts.get(name, part)
    if {**known, "required": None} != {**part, "required": None}:
        raise ValueError(f"two different models are called {name}")
    parts[name] = max(known, part, key=lambda model: len(model.get("required", ())))


def main() -> None:
    """Print it."""
    print(json.dumps(schema(), indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
