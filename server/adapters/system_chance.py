"""The chance port: the operating system's own randomness, and nothing that could be seeded."""

import os
from base64 import urlsafe_b64encode

from protocol.words import Secret


class SystemChance:
    """Bits and secrets from `os.urandom`."""

    def bits(self) -> int:
        """64 random bits."""
        return int.from_bytes(os.urandom(8), "big")

    def secret(self, size: int) -> Secret:
        """`size` random bytes as base64url without padding."""
        return Secret(urlsafe_b64encode(os.urandom(size)).rstrip(b"=").decode())
