"""Prints docs/settings.md from the settings model: `python -m server.cli.settings_page > docs/settings.md`.

The sentences are the model's own descriptions, so the page cannot say anything else.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, get_args, get_origin

from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from server.cli.settings_file import fields, variable
from server.settings import Settings

_TOP = """# Settings

This page is made from `server/settings.py` by `python -m server.cli.settings_page`; a test compares the two.

A setting comes from three places, the later wins: the default, the TOML file given with
`talking-piece serve --config settings.toml`, and the environment. In the environment `listen.port` is called
`{variable}`; a list is one text with commas. A name that nobody knows is refused, with the nearest one that
is known. `talking-piece start` needs none of this.

```toml
[place]
run_by = "Riverside self-help"
address = "https://circle.example.org"

[listen]
port = 8042

[rooms.defaults]
second_offer = false
```
"""


def page() -> str:
    """The whole page."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield _TOP.format(variable=variable("listen.port"))
    section = ""
    for name, field in fields(Settings):
        here = name.rpartition(".")[0]
        if here != section:
            section = here
            yield from (f"## {section}", "", _about(section), "", "| Setting | Default | What it is |", "|---|---|---|")
        elif not section:
            continue
        yield f"| `{name}` | {_default(name, field)} | {field.description}{_choices(field)} |"
        if name == _last(section):
            yield ""


def _about(section: str) -> str:
    """The first sentence of the section's model."""
    model: object = Settings
    for part in section.split("."):
        model = getattr(model, "model_fields")[part].annotation  # noqa: B009  # every section is a model
    return (getattr(model, "__doc__", "") or "").strip().splitlines()[0]


def _last(section: str) -> str:
    return [name for name, _ in fields(Settings) if name.rpartition(".")[0] == section][-1]


def _default(name: str, field: FieldInfo) -> str:
    """As it would be written in TOML; places that differ from person to person are told in words."""
    if field.default is PydanticUndefined or name == "keep.data":
        return "see there"
    value = field.default
    if value == "" or value == ():
        return "empty"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f'`"{value}"`' if isinstance(value, str | Path) else f"`{value}`"


def _choices(field: FieldInfo) -> str:
    """The words a setting may have, where its sentence does not name them."""
    kind = field.annotation
    if get_origin(kind) is not Literal:
        return ""
    missing = [word for word in get_args(kind) if f"`{word}`" not in (field.description or "")]
    return f" One of {', '.join(f'`{word}`' for word in missing)}." if missing else ""


if __name__ == "__main__":
    print(page(), end="")
