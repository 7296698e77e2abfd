"""What `talking-piece start` says to the person at the terminal: addresses, links, what to do with them.

Secrets are shown on a terminal only; otherwise they go to a file that nobody else can
read, and its path is said. It makes no links; it is handed what there is.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from server.app import Ready

LINKS_FILE: Final = "links.txt"


def links(ready: "Ready", minutes: int, invitation_address: str) -> Iterator[str]:
    """The links with a sentence each. The invitation may go to a phone, so it may have another address."""
    if ready.trial_link:
        yield "A first room to try is ready."
        yield f"  You hold it:        {ready.address}/#{ready.trial_link}"
        if ready.trial_invitation:
            yield f"  Somebody comes in:  {invitation_address}/#{ready.trial_invitation}"
            yield "                      (open this one in a second window, or on a phone)"
        yield ""
    if ready.host_link:
        yield f"The host's desk (where facilitators are made; works once, for {minutes} minutes):"
        yield f"  {ready.address}/#{ready.host_link}"
        yield ""


def greeting(address: str, *, wiping: bool) -> Iterator[str]:
    """Where the server is, and what it cannot promise on this machine."""
    yield f"Talking Piece is ready: {address}"
    if not wiping:
        yield "Note: on this system freed memory cannot be overwritten; what was said may stay in memory for a while."
    yield ""


def shared(address: str) -> Iterator[str]:
    """What `--share` means."""
    yield f"Shared with this local network: {address}"
    yield "This is for trying it out: without https, others on this network could read along."
    yield ""


def in_terminal(url: str) -> str:
    """A QR code of this address in characters. Only for an address that a phone can reach."""
    import io

    import segno

    drawn = io.StringIO()
    segno.make(url, error="l", micro=False).terminal(out=drawn, border=2, compact=True)
    return drawn.getvalue()


def elsewhere(path: Path) -> str:
    """Said instead of the links where no person may be looking."""
    return f"The links are in {path} (only you can read it)."
