"""This machine's address in its local network, for phones beside it. Asks the routing table; sends nothing."""

import socket


def lan_address() -> str | None:
    """The address that other devices reach this machine by; None without a network."""
    # Connecting a datagram socket only chooses a route. 192.0.2.1 belongs to nobody (RFC 5737).
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            address: str = probe.getsockname()[0]
        except OSError:
            return None
    return None if address.startswith("127.") or address == "0.0.0.0" else address  # noqa: S104  # compared, not bound
