"""Every setting is explained where hosts look: docs/settings.md, and in its own description."""

from collections.abc import Iterator

from pydantic import BaseModel, Field

from server.settings import Settings
from tests.house.tree import ROOT


def described(model: type[BaseModel], path: str = "") -> Iterator[tuple[str, str]]:
    """(dotted name, description) of every setting, sections walked through."""
    for name, field in model.model_fields.items():
        here = f"{path}{name}"
        kind = field.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from described(kind, f"{here}.")
        else:
            yield here, field.description or ""


def unexplained(model: type[BaseModel], page: str) -> Iterator[str]:
    """Settings without a sentence, or not on the page."""
    for name, description in described(model):
        if not description.strip():
            yield f"{name} has no description"
        if f"`{name}`" not in page:
            yield f"{name} is not in docs/settings.md"


def test_every_setting_is_explained() -> None:
    assert list(unexplained(Settings, (ROOT / "docs/settings.md").read_text())) == []


def test_there_are_settings() -> None:
    assert len(list(described(Settings))) > 3


class Section(BaseModel):
    """A part of the settings below."""

    port: int = Field(8000, description="Where it listens.")
    host: str = "localhost"


class Sample(BaseModel):
    """Settings with two faults."""

    network: Section = Section()


def test_an_unexplained_setting_is_found() -> None:
    assert list(unexplained(Sample, "`network.host` is where")) == [
        "network.port is not in docs/settings.md",
        "network.host has no description",
    ]
