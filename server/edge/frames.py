"""Finished WebSocket frames. The library frames again for each connection; we frame once for everybody."""

import struct


def text_frame(payload: bytes) -> bytes:
    """One unmasked, unfragmented text frame from server to client (RFC 6455, 5.2)."""
    size = len(payload)
    if size < 126:
        return struct.pack("!BB", 0x81, size) + payload
    if size < 65_536:
        return struct.pack("!BBH", 0x81, 126, size) + payload
    return struct.pack("!BBQ", 0x81, 127, size) + payload
