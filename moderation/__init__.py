"""The first floor: what a text means for the room. Pure; imports only the protocol.

Rules, pace and care live here, as values. Nothing on this floor knows rooms, seats or
sockets; nothing on it keeps what it was shown.
"""
