"""How many connections there may be: in all, without a seat or desk, and from one address.

Addresses are keyed with a key that lives in memory for ten minutes and never leaves this
file. Behind a proxy everybody has the proxy's address, so loopback is not counted by
address: limits must not hit forty people in one hospital (people.md, Tokens).
"""

import hashlib
import hmac
from collections import Counter
from ipaddress import ip_address
from typing import Final

_KEY_MILLISECONDS: Final = 600_000


class Caps:
    """Counts of open connections.

    Args:
        total: all connections.
        per_address: connections from one address key.
    """

    def __init__(self, total: int, per_address: int) -> None:
        self._total: Final = total
        self._per_address: Final = per_address
        self._open = 0
        self._by_address: Counter[bytes] = Counter()
        self._key = b""
        self._key_until = 0

    def enter(self, address: str | None, now: int, fresh_key: bytes) -> bytes | None:
        """One more connection. Returns the token to leave with, or None when there is no room.

        Args:
            address: the peer's address, or None where there is none.
            now: milliseconds.
            fresh_key: 32 random bytes, used when the key has to be renewed.
        """
        if self._open >= self._total:
            return None
        token = self._address_key(address, now, fresh_key)
        if token and self._by_address[token] >= self._per_address:
            return None
        self._open += 1
        if token:
            self._by_address[token] += 1
        return token

    def leave(self, token: bytes) -> None:
        """A connection is gone."""
        self._open -= 1
        if token and self._by_address[token] > 0:
            self._by_address[token] -= 1
            if not self._by_address[token]:
                del self._by_address[token]

    def _address_key(self, address: str | None, now: int, fresh_key: bytes) -> bytes:
        """A keyed hash of the network an address is in; empty for loopback and for none."""
        try:
            ip = ip_address(address or "127.0.0.1")
        except ValueError:
            return b""
        if ip.is_loopback:
            return b""
        if now >= self._key_until:
            self._key = fresh_key
            self._key_until = now + _KEY_MILLISECONDS
            self._by_address.clear()
        network = ip.packed if ip.version == 4 else ip.packed[:8]
        return hmac.new(self._key, network, hashlib.sha256).digest()[:8]
