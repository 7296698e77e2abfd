"""Which protocol we speak. One number, raised only when an old client would misunderstand us."""

from typing import Final

PROTOCOL_VERSION: Final = 1
"""The number a client says in its `hello`."""

OLDEST_VERSION: Final = 1
"""The oldest number we still understand; older clients are closed with `update_needed`."""

SUBPROTOCOL: Final = "talking-piece.1"
"""The WebSocket subprotocol, asked for by the client and confirmed by the server."""
