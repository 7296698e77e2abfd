"""The ground floor: the words that clients and server exchange.

Nothing here knows a socket, a clock or a room's rules. It imports pydantic and
the standard library, and nothing of ours outside this folder. PROTOCOL.md tells
the same story to somebody who writes a client.
"""
