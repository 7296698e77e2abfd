"""Settings out of a TOML file, the environment and the command line, the later winning.

What is wrong is said in one sentence: where it stands, which setting, what it should be,
and the nearest name when nobody knows it. Values are never repeated in that sentence.
"""

import difflib
import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_settings import EnvSettingsSource

from server.settings import ENVIRONMENT_BETWEEN, ENVIRONMENT_PREFIX, Settings

Tree = dict[str, Any]
"""Sections in sections. `Any`: a TOML value is what somebody typed, until the model has looked at it."""


class SettingsMistake(Exception):
    """One sentence for the host."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Values from one place, by dotted name, with the words for that place and for a name in it."""

    place: str
    names: Mapping[str, str]


def loaded(config: Path | None = None, chosen: Mapping[str, Tree] | None = None) -> Settings:
    """The settings of this start. `chosen` is what the command line says, as sections.

    Raises:
        SettingsMistake: something in them is wrong.
    """
    in_file = _read(config) if config else {}
    layers = (_environment_layer(), Layer(f"in {config}", {name: name for name in _dotted(in_file)}))
    known = dict(fields(Settings))
    for layer in layers:
        for name, written in layer.names.items():
            if name not in known:
                raise SettingsMistake(_unknown(layer, name, written, known))
    try:
        return Settings(**_merged(in_file, EnvSettingsSource(Settings)(), dict(chosen or {})))
    except ValidationError as mistake:
        raise SettingsMistake(_wrong(mistake, layers)) from None


def whence(config: Path | None = None) -> dict[str, str]:
    """For each setting, where its value comes from: the environment, the file, or the default."""
    in_file = set(_dotted(_read(config))) if config else set()
    in_environment = _environment_layer().names
    return {
        name: in_environment.get(name) or (str(config) if name in in_file else "default")
        for name, _ in fields(Settings)
    }


def fields(model: type[BaseModel], path: str = "") -> Iterator[tuple[str, FieldInfo]]:
    """(dotted name, field) of every setting, sections walked through."""
    for name, field in model.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from fields(field.annotation, f"{path}{name}.")
        else:
            yield f"{path}{name}", field


def variable(name: str) -> str:
    """`listen.port` -> `TP__LISTEN__PORT`."""
    return ENVIRONMENT_PREFIX + name.upper().replace(".", ENVIRONMENT_BETWEEN)


def _environment_layer() -> Layer:
    ours = (key for key in os.environ if key.upper().startswith(ENVIRONMENT_PREFIX))
    cut = len(ENVIRONMENT_PREFIX)
    return Layer("in the environment", {key[cut:].lower().replace(ENVIRONMENT_BETWEEN, "."): key for key in ours})


def _read(path: Path) -> Tree:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        why = (error.strerror or "the system says no").lower()
        raise SettingsMistake(f"The settings file {path} cannot be read: {why}.") from None
    except UnicodeDecodeError:
        raise SettingsMistake(f"The settings file {path} is not UTF-8 text.") from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsMistake(f"The settings file {path} is not TOML: {error}.") from None


def _dotted(tree: Tree, path: str = "") -> Iterator[str]:
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from _dotted(value, f"{path}{name}.")
        else:
            yield f"{path}{name}"


def _merged(*trees: Tree) -> Tree:
    merged: Tree = {}
    for tree in trees:
        for name, value in tree.items():
            old = merged.get(name)
            merged[name] = _merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged


def _unknown(layer: Layer, name: str, written: str, known: Mapping[str, FieldInfo]) -> str:
    near = difflib.get_close_matches(name, known, 1)
    meant = (variable(near[0]) if name != written else near[0]) if near else ""
    hint = f"; did you mean {meant}?" if meant else "; docs/settings.md lists them all."
    return f"There is no setting {written} ({layer.place}){hint}"


def _wrong(mistake: ValidationError, layers: tuple[Layer, ...]) -> str:
    """The first mistake, with its name and place."""
    detail = mistake.errors(include_input=False, include_url=False, include_context=False)[0]
    name = ".".join(str(part) for part in detail["loc"])
    message = detail["msg"].removeprefix("Value error, ")
    for layer in layers:
        for dotted, written in layer.names.items():
            if name == dotted or name.startswith(f"{dotted}."):
                return f"The setting {written} ({layer.place}): {_lowered(message)}."
    return f"The setting {name}: {_lowered(message)}." if name else f"The settings: {_lowered(message)}."


def _lowered(message: str) -> str:
    return message[:1].lower() + message[1:]
