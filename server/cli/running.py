"""One life of the server process: the loop, the signals, and an end that comes in time.

The first signal to end asks for an orderly end and sets a deadline that does not depend
on the loop; the second ends the process at once. What the server does meanwhile is
app.py's, which is handed in.
"""

import asyncio
import logging
import os
import signal
import sys
import threading
from collections.abc import Awaitable, Callable
from typing import Final

from server.cli.mistakes import OURS, told
from server.privacy import LoopHandler
from server.settings import Settings

log = logging.getLogger(__name__)

Life = Callable[[asyncio.Event], Awaitable[None]]
"""Serve until the event is set, then end in order within `shutdown.seconds`."""

# SIGHUP: the terminal was closed.
ENDINGS: Final = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
# After the last line nothing should be left to wait for; a thread that does not end may not hold the exit.
_AFTERWARDS = 2.0
_TO_SAY_IT = 0.3


def lived(life: Life, settings: Settings, in_loop: LoopHandler) -> int:
    """Run it to its end; answers the exit code. A known mistake is told in one sentence on stderr."""
    # A hop to the directory's thread waits for the other thread's slice: a tenth of the usual one (settled.md 5).
    sys.setswitchinterval(0.0005)
    code = 0
    try:
        asyncio.run(_living(life, settings, in_loop))
    except KeyboardInterrupt:
        code = 128 + signal.SIGINT
    except Exception as error:  # the roof of the house: what is not known is logged as ours
        known = told(error, settings)
        if known:
            print(known.sentence, file=sys.stderr)
            code = known.code
        else:
            log.critical("uncaught", exc_info=error)
            code = OURS
    _cut_off(_AFTERWARDS, code)
    return code


async def _living(life: Life, settings: Settings, in_loop: LoopHandler) -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(in_loop)
    stop = asyncio.Event()

    def asked(signal_number: signal.Signals) -> None:
        stop.set()
        for number in ENDINGS:
            # From here on the system itself ends the process, even if our loop is stuck.
            loop.remove_signal_handler(number)
            signal.signal(number, signal.SIG_DFL)
        log.info("stopping", extra={"seconds": settings.shutdown.seconds})
        _cut_off(settings.shutdown.seconds + _TO_SAY_IT, OURS, late=settings.shutdown.seconds)

    for number in ENDINGS:
        loop.add_signal_handler(number, asked, number)
    await life(stop)


def _cut_off(seconds: float, code: int, *, late: int | None = None) -> None:
    """Exit hard after so long, unless the process has ended before."""
    hard = threading.Timer(seconds, os._exit, (code,))
    hard.daemon = True
    hard.start()
    if late is not None:
        # A timer of its own: if stderr is stuck, saying so must not keep the other from acting.
        say = threading.Timer(late, log.error, ("stopped_late",), {"extra": {"seconds": late}})
        say.daemon = True
        say.start()
