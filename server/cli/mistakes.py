"""What went wrong at a start, in one kind sentence and an exit code; no traceback for a person.

The codes are those of sysexits.h: 78 for what a host can set right in the settings, 69 for
what is not to be had just now, 70 for a mistake of ours.
"""

import errno
import socket
from dataclasses import dataclass
from typing import Final

from server.cli.settings_file import SettingsMistake
from server.ports import DirectoryFailure, JournalFailure
from server.settings import Settings

UNAVAILABLE: Final = 69
OURS: Final = 70
CONFIG: Final = 78


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence for the person at the terminal, and the exit code for the program that watches."""

    sentence: str
    code: int


def told(error: BaseException, settings: Settings | None = None) -> Told | None:
    """The sentence for this error; None if it is a mistake of ours that nobody can set right from outside."""
    if isinstance(error, SettingsMistake):
        return Told(str(error), CONFIG)
    if isinstance(error, DirectoryFailure | JournalFailure):
        return Told(str(error), UNAVAILABLE)
    if not isinstance(error, OSError):
        return None
    if error.errno == errno.ENOSPC:
        return Told("There is no space left on the disk.", UNAVAILABLE)
    if settings is None:
        return None
    host, port = settings.listen.host, settings.listen.port
    if error.errno == errno.EADDRINUSE:
        return Told(
            f"Port {port} is taken: another program listens there already, perhaps another Talking Piece. "
            "End that one, or choose another port with --port.",
            UNAVAILABLE,
        )
    if error.errno == errno.EADDRNOTAVAIL or isinstance(error, socket.gaierror):
        return Told(f"This machine has no address {host} to listen on (listen.host).", CONFIG)
    if error.errno in (errno.EACCES, errno.EPERM):
        return Told(f"This user may not listen on port {port}; please choose one above 1023 (listen.port).", CONFIG)
    return None
