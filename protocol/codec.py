"""Bytes to a command or `Malformed`; a frame to bytes. Total: it never raises for what a client sent.

Nothing of what was sent is kept in a `Malformed`: not the text, not the field, only
which kind of mistake it was.
"""

from dataclasses import dataclass
from typing import Final, Literal

from pydantic import ConfigDict, TypeAdapter, ValidationError

from protocol.commands import AnyCommand
from protocol.events import Event
from protocol.frames import ClientFrame, Hello, ServerFrame

MalformedKind = Literal["not_json", "unknown_type", "wrong_shape"]


@dataclass(frozen=True, slots=True)
class Malformed:
    """The client program broke the contract. Carries nothing that was sent."""

    kind: MalformedKind


# cache_strings='keys': pydantic otherwise keeps short strings in a process-wide cache, where
# they outlive every room; it must stand on the adapter, on the models it has no effect (settled.md 20).
_CONFIG: Final = ConfigDict(cache_strings="keys", hide_input_in_errors=True)
_inbound: Final[TypeAdapter[Hello | AnyCommand]] = TypeAdapter(ClientFrame, config=_CONFIG)
_outbound: Final[TypeAdapter[ServerFrame]] = TypeAdapter(ServerFrame, config=_CONFIG)


def decode(data: bytes | str) -> Hello | AnyCommand | Malformed:
    """One client frame. Never raises for bad input; depth, NaN and unknown fields are all `Malformed`."""
    try:
        return _inbound.validate_json(data)
    except ValidationError as mistake:
        kinds = {detail["type"] for detail in mistake.errors(include_input=False, include_context=False)}
    if "json_invalid" in kinds:
        return Malformed("not_json")
    if kinds & {"union_tag_invalid", "union_tag_not_found"}:
        return Malformed("unknown_type")
    return Malformed("wrong_shape")


def encode(frame: ServerFrame) -> bytes:
    """One server frame as UTF-8 JSON. Called once per event, however many people see it."""
    return _outbound.dump_json(frame)


def encode_event(number: int, event: Event) -> bytes:
    """The same bytes as `encode(HappenedFrame(number=number, event=event))`, without making the frame first.

    Every event of every room goes this way; that they are the same is proven over all transcripts.
    """
    return b'{"frame":"event","number":%d,"event":%b}' % (number, type(event).__pydantic_serializer__.to_json(event))


def encode_accepted(command: str, number: int | None) -> bytes:
    """The same bytes as `encode(Accepted(id=command, number=number, reply=None))`, likewise.

    Args:
        command: a command id; its form (`protocol/ids.py`) holds nothing that JSON would escape.
        number: the last event it caused.
    """
    told = b"null" if number is None else b"%d" % number
    return b'{"frame":"accepted","id":"%b","number":%b,"reply":null}' % (command.encode("ascii"), told)


def decode_server(data: bytes | str) -> ServerFrame:
    """One server frame, for clients written in Python and for tests.

    Raises:
        pydantic.ValidationError: the frame is not one we know.
    """
    return _outbound.validate_json(data)
