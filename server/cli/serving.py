"""From settings to a served life: memory made safe, logging set up, app.py run, files tidied at the end.

`start` and `serve` share it; they differ in what they say. What the server is made of
is app.py's business.
"""

import asyncio
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from server.cli import private_files, wiping
from server.cli.hardening import harden
from server.cli.running import lived
from server.privacy import set_up_logging
from server.settings import Settings

if TYPE_CHECKING:
    from server.app import Ready

log = logging.getLogger(__name__)


def served(
    settings: Settings,
    *,
    first_steps: bool,
    say: Callable[["Ready", bool], None],
    log_level: int = logging.INFO,
    leaves: tuple[Path, ...] = (),
) -> int:
    """Serve until asked to stop; answers the exit code.

    Args:
        settings: all choices.
        first_steps: make a host link and, the first time, a room to try.
        say: what to tell a person once people can come in; is also told whether memory is wiped.
        log_level: how much is logged.
        leaves: files to remove at the end.
    """
    in_loop = set_up_logging(log_level)
    # The test looks into this process's memory, so it comes before nobody may look any more.
    wiped = wiping.self_test()
    log.info("wiping", extra={"on": wiped, "how": wiping.how(works=wiped)})
    log.info("hardened", extra={"on": harden()})

    from server.app import run  # after the test: half of what it loads need not be scanned

    address = settings.keep.data / private_files.ADDRESS_FILE

    def ready(house: "Ready") -> None:
        private_files.written(address, f"{house.address}\n")
        say(house, wiped)
        sys.stdout.flush()

    async def life(stop: asyncio.Event) -> None:
        try:
            await run(settings, ready=ready, stop=stop, wiping=wiped, first_steps=first_steps)
        finally:
            for path in (address, *leaves):
                private_files.removed(path)

    return lived(life, settings, in_loop)
