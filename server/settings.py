"""Every choice of the person who runs this server: one model, a sentence and a default for each.

Three layers, the later wins: the defaults here, one TOML file, the environment
(`TP__SECTION__KEY`). A name nobody knows is a mistake and not a wish, so it is refused
with the nearest known one. What both sides of the wire must agree on is not a choice:
see `protocol/limits.py`. docs/settings.md is made from this model.
"""

import os
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from protocol import limits
from protocol.room_settings import RoomSettings
from protocol.rooms import CrisisPolicy
from protocol.words import Label, Words

ENVIRONMENT_PREFIX = "TP__"
ENVIRONMENT_BETWEEN = "__"

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104  # to recognise them, not to bind them


def _listed(value: object) -> object:
    """From the environment a list comes as one text, separated by commas."""
    return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value


def _plain(value: object) -> object:
    """The room's settings are strict, and the environment knows only text."""
    if not isinstance(value, dict):
        return value
    named = {"true": True, "false": False}
    return {
        key: int(text) if isinstance(text, str) and text.isdecimal() else named.get(str(text).lower(), text)
        for key, text in value.items()
    }


Texts = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_listed)]
Origin = Annotated[str, Field(pattern=r"^https?://[A-Za-z0-9.\[\]:-]+$")]
Origins = Annotated[tuple[Origin, ...], NoDecode, BeforeValidator(_listed)]


class Section(BaseModel):
    """What all sections share: nothing unknown, nothing changed later."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class Place(Section):
    """Who runs this place, and how people reach it."""

    run_by: Label = Field(
        Words("this server"), description="Who runs this place, as the door says it to everybody who comes."
    )
    address: str = Field(
        "",
        pattern=r"^(https?://[A-Za-z0-9.\[\]:-]+)?$",
        description="The address people open, such as `https://circle.example.org`, without a slash at the end. "
        "Empty: `http://127.0.0.1` and the port.",
    )
    origins: Origins = Field(
        (),
        description="The pages that may open a socket here (the `Origin` a browser sends). Empty: the address, "
        "and where that is empty too, `http://127.0.0.1` and `http://localhost` with the port.",
    )
    names: Texts = Field(
        (),
        description="The host names this server answers to (the `Host` header). Empty: those of the origins. "
        "Others get 421, so that no foreign name can be pointed at this server.",
    )
    neutral_site: str = Field(
        "https://www.wikipedia.org/",
        pattern=r"^https://\S+$",
        description="Where Leave now goes: a page that nobody would wonder about.",
    )
    crisis_policy: CrisisPolicy = Field(
        "signpost",
        description="What happens here when somebody is in danger, shown at the door: `peer_held` (we stay with one "
        "another), `signpost` (we show where help is), `host_escalation` (the host may call for help).",
    )


class Listen(Section):
    """Where the server listens."""

    host: str = Field(
        "127.0.0.1", description="The address to listen on. `127.0.0.1` is reached from this machine alone."
    )
    port: int = Field(8042, ge=0, le=65_535, description="The port to listen on. 0 lets the system choose one.")


def _data_home() -> Path:
    """Where systemd says, or where a person's programs keep their things."""
    given = os.environ.get("STATE_DIRECTORY", "").split(":")[0]
    if given:
        return Path(given)
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "talking-piece"


class Keep(Section):
    """What is kept, and where."""

    data: Path = Field(
        default_factory=_data_home,
        description="The folder of the directory: groups, facilitators, and the key of their links. No words, no "
        "members. Default: what systemd names in `STATE_DIRECTORY`, or `~/.local/share/talking-piece`.",
    )
    live: str = Field(
        "auto",
        min_length=1,
        description="Where running meetings are noted so that a crash does not end them: a folder in memory (tmpfs), "
        "`auto` to find one, or `memory` to keep nothing; then a crash ends the meetings.",
    )


class Rooms(Section):
    """Rooms, and what each new room begins with."""

    ring_events: int = Field(
        500, ge=10, le=10_000, description="How many events a room remembers for those whose connection was lost."
    )
    empty_minutes: int = Field(
        15, ge=1, le=1_440, description="A meeting ends by itself so long after the last person is gone."
    )
    longest_hours: int = Field(12, ge=1, le=48, description="A meeting ends by itself after so long.")
    seats_most: int = Field(
        100, ge=2, le=limits.SEATS_MOST, description="How many people may be in one room at the same time."
    )
    defaults: Annotated[RoomSettings, BeforeValidator(_plain)] = Field(
        RoomSettings(), description="What each new room begins with; changed in the room by its facilitator."
    )


class Limits(Section):
    """What one server takes on, so that a flood cannot drown those who are inside."""

    connections: int = Field(4_000, ge=1, description="Connections at the same time, all together.")
    unseated: int = Field(
        512, ge=1, description="Connections at the same time that have no seat and no desk yet, all together."
    )
    per_address: int = Field(
        64,
        ge=1,
        description="Connections at the same time from one address. Behind a proxy on this machine everybody has "
        "the proxy's address, so there this limit does not count. Addresses are never kept.",
    )
    hello_seconds: int = Field(5, ge=1, le=60, description="How long a new connection may stay silent.")
    commands_per_10_seconds: int = Field(
        10, ge=1, description="How many commands one connection may give in ten seconds, on average."
    )
    commands_burst: int = Field(20, ge=1, description="How many commands one connection may give at once.")
    outbox_soft_kib: int = Field(
        64, ge=8, description="So much waiting for one connection, and it is no longer sent what may get lost (hints)."
    )
    outbox_hard_kib: int = Field(
        256, ge=16, description="So much waiting for one connection, and it is closed with: come back, miss nothing."
    )
    paused_seconds: int = Field(
        5, ge=1, le=60, description="How long a connection may be stuck above the soft limit before the same happens."
    )
    keepalive_seconds: int = Field(
        12,
        ge=1,
        le=600,
        description="A connection that is silent for so long is asked; silent for as long again, it is taken for dead.",
    )


class Sessions(Section):
    """The desk of a facilitator or host."""

    idle_minutes: int = Field(30, ge=1, le=1_440, description="A desk that nobody uses closes after so long.")
    longest_hours: int = Field(8, ge=1, le=48, description="A desk closes after so long, used or not.")


class Links(Section):
    """Links and codes that work once."""

    host_minutes: int = Field(
        30, ge=1, le=1_440, description="How long a one-time host link works that was not used yet."
    )
    pairing_minutes: int = Field(
        15,
        ge=1,
        le=60,
        description="How long a pairing code works, for a second device or somebody who facilitates with you.",
    )


class Shutdown(Section):
    """The end of the process."""

    seconds: int = Field(
        8, ge=1, le=60, description="How long an orderly end may take: everybody is told, then the process is gone."
    )


class Settings(BaseSettings):
    """All of it. `Settings()` takes the environment; the command line adds a TOML file."""

    model_config = SettingsConfigDict(
        env_prefix=ENVIRONMENT_PREFIX,
        env_nested_delimiter=ENVIRONMENT_BETWEEN,
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
    )

    place: Place = Place()
    listen: Listen = Listen()
    keep: Keep = Field(default_factory=Keep)
    rooms: Rooms = Rooms()
    limits: Limits = Limits()
    sessions: Sessions = Sessions()
    links: Links = Links()
    shutdown: Shutdown = Shutdown()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """No `.env` file and no folder of secrets: nothing is read that nobody named."""
        return init_settings, env_settings

    @model_validator(mode="after")
    def _limits_in_order(self) -> Self:
        if self.limits.outbox_hard_kib < self.limits.outbox_soft_kib:
            raise ValueError("limits.outbox_hard_kib is smaller than limits.outbox_soft_kib")
        return self

    def address(self, port: int | None = None) -> str:
        """The address people open; `port` is the one the system chose, where that was left to it."""
        if self.place.address:
            return self.place.address
        host = "127.0.0.1" if self.listen.host in EVERYWHERE | LOOPBACK else self.listen.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.listen.port if port is None else port}"

    def origins(self, port: int | None = None) -> tuple[str, ...]:
        """The allowed values of `Origin`."""
        if self.place.origins or self.place.address:
            return self.place.origins or (self.place.address,)
        here = self.listen.port if port is None else port
        return tuple(dict.fromkeys((f"http://127.0.0.1:{here}", f"http://localhost:{here}", self.address(port))))

    def hosts(self, port: int | None = None) -> tuple[str, ...]:
        """The allowed values of `Host`, with the port where the address has one."""
        return self.place.names or tuple(origin.partition("://")[2] for origin in self.origins(port))
