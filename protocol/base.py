"""The two kinds of model on the wire: what comes in is strict, what goes out is frozen."""

from pydantic import BaseModel, ConfigDict


class Inbound(BaseModel):
    """From a client. Unknown fields are refused, nothing is coerced, and errors never carry the input."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, hide_input_in_errors=True)


class Outbound(BaseModel):
    """From the server. Clients ignore fields they do not know, so that yesterday's client still works."""

    model_config = ConfigDict(
        extra="ignore",
        strict=True,
        frozen=True,
        hide_input_in_errors=True,
        json_schema_serialization_defaults_required=True,
    )
