"""Other servers, each as small as its own manual makes it: rooms, and everything to everybody. No rules, no replay."""

from collections.abc import Callable

from tests.bench.servers import Server


def installed(say: Callable[..., None]) -> tuple[Server, ...]:
    """Those that are on this machine; of the others it says how to get them."""
    say("no peers yet")
    return ()
