"""Just enough of MQTT 3.1.1 for the load generator: come in, listen to a room, say something to it.

All messages have one size, so the head of each packet is known before it is sent. Quality
of service 0: everything to everybody, as the others do it.
"""

from tests.bench import scripts
from tests.bench.scripts import MESSAGE_BYTES, Line, Shape

_CONNECT, _PUBLISH, _SUBSCRIBE = 0x10, 0x30, 0x82
_KEEP_ALIVE_SECONDS = 600


def published(shape: Shape) -> list[Line]:
    """What the connections do: a room is a topic."""
    return [
        Line(room, talks, "/mqtt", _publish(f"room/{room}"), _comes_in(f"c{number}", f"room/{room}"))
        for number, (room, _, talks) in enumerate(shape.places())
    ]


def _comes_in(name: str, topic: str) -> tuple[str, ...]:
    connect = _text("MQTT") + b"\4\2" + _KEEP_ALIVE_SECONDS.to_bytes(2, "big") + _text(name)
    subscribe = b"\0\1" + _text(topic) + b"\0"
    connected, subscribed = b"\x20\2\0\0", b"\x90\3\0\1\0"
    steps = (b"", _packet(_CONNECT, connect), connected, _packet(_SUBSCRIBE, subscribe), subscribed)
    return tuple(_escaped(step) for step in steps)


def _publish(topic: str) -> str:
    """A packet whose last part is the message that others say too."""
    head = _text(topic)
    return _escaped(_head(_PUBLISH, len(head) + MESSAGE_BYTES) + head) + scripts.message()


def _text(text: str) -> bytes:
    return len(text).to_bytes(2, "big") + text.encode()


def _packet(kind: int, body: bytes) -> bytes:
    return _head(kind, len(body)) + body


def _head(kind: int, size: int) -> bytes:
    """The kind, and the size in groups of seven bits."""
    head = bytearray([kind])
    while True:
        size, low = size >> 7, size & 127
        head.append(low | (128 if size else 0))
        if not size:
            return bytes(head)


def _escaped(data: bytes) -> str:
    """As `load.c` reads bytes."""
    return "".join(f"\\x{byte:02x}" for byte in data)
