"""The two kinds of model on the wire: what comes in is strict, what goes out is frozen."""

from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from protocol.ids import CommandId

# pydantic otherwise keeps every short text in a process-wide cache, where it outlives its room. The codec's
# adapters say the same for what they read; this is for models that are made in Python (`Said(text=...)`).
_KEYS_ONLY: Final[Literal["keys"]] = "keys"


class Inbound(BaseModel):
    """From a client. Unknown fields are refused, nothing is coerced, and errors never carry the input."""

    model_config = ConfigDict(
        extra="forbid", strict=True, frozen=True, hide_input_in_errors=True, cache_strings=_KEYS_ONLY
    )


class Outbound(BaseModel):
    """From the server. Clients ignore fields they do not know, so that yesterday's client still works."""

    model_config = ConfigDict(
        extra="ignore",
        strict=True,
        frozen=True,
        hide_input_in_errors=True,
        cache_strings=_KEYS_ONLY,
        json_schema_serialization_defaults_required=True,
    )


class Command(Inbound):
    """What people ask for. Every command may be refused, and its `id` makes it safe to ask twice."""

    id: CommandId
