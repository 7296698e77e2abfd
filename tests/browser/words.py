"""The visible words by their Fluent key, as patterns to look for. So a story outlives a better sentence.

Understands what our .ftl files use: texts, `{ $value }`, `{ other-key }`, and choices. It formats
nothing: whatever a value could be, it matches; the values a story names must be there.
"""

import re
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).resolve().parents[2] / "web_client" / "src" / "words"
_HOLE = re.compile(r"\{\s*(\$(?P<value>\w+)|\"(?P<text>[^\"]*)\"|(?P<key>[a-z][\w-]*))\s*\}")
_CHOICE = re.compile(r"\{\s*\$(?P<value>\w+)\s*->(?P<variants>.*?)^\s*\}", re.DOTALL | re.MULTILINE)
_VARIANT = re.compile(r"^\s*\*?\[(\w+)\] ?(.*)$", re.MULTILINE)
_MARKS = "[\u2066-\u2069]?"


def word(key: str, **values: str | int) -> re.Pattern[str]:
    """What a person reads for this key, and nothing else beside it."""
    return re.compile(rf"^\s*{_pattern(_messages()[key], values)}\s*$")


def within(key: str, **values: str | int) -> re.Pattern[str]:
    """The same, anywhere in a longer text."""
    return re.compile(_pattern(_messages()[key], values))


def plain(key: str) -> str:
    """The text of a key that has no values."""
    text = _messages()[key]
    if "{" in text:
        raise ValueError(f"{key} needs values")
    return text


@cache
def _messages() -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted(_FOLDER.glob("en*.ftl")):
        key = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            begins = re.match(r"([a-z][\w-]*) =\s?(.*)", line)
            if begins:
                key, found[begins[1]] = begins[1], begins[2]
            elif key and line and (line[0].isspace() or line[0] in "}*["):
                found[key] += "\n" + line.strip()
            else:
                key = ""
    return {key: text.strip() for key, text in found.items()}


def _pattern(text: str, values: dict[str, str | int]) -> str:
    done, parts = 0, []
    for choice in _CHOICE.finditer(text):
        parts.append(_plain(text[done : choice.start()], values))
        parts.append(_chosen(choice["variants"], values.get(choice["value"]), values))
        done = choice.end()
    parts.append(_plain(text[done:], values))
    return "".join(parts)


def _chosen(variants: str, value: str | int | None, values: dict[str, str | int]) -> str:
    """One of the variants; a value that is named by a variant chooses it."""
    all_of_them = dict(_VARIANT.findall(variants))
    if value is not None and str(value) in all_of_them:
        return _plain(all_of_them[str(value)], values)
    return "(?:" + "|".join(_plain(each, values) for each in all_of_them.values()) + ")"


def _plain(text: str, values: dict[str, str | int]) -> str:
    done, parts = 0, []
    for hole in _HOLE.finditer(text):
        parts.append(_spaced(text[done : hole.start()]))
        if hole["value"]:
            value = values.get(hole["value"])
            parts.append(".+?" if value is None else f"{_MARKS}{re.escape(str(value))}{_MARKS}")
        elif hole["key"]:
            parts.append(_pattern(_messages()[hole["key"]], values))
        else:
            parts.append(_spaced(hole["text"]))
        done = hole.end()
    parts.append(_spaced(text[done:]))
    return "".join(parts)


def _spaced(text: str) -> str:
    """Escaped, with any run of space standing for any other."""
    return re.sub(r"(\\?\s)+", r"\\s+", re.escape(text))
