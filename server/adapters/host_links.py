"""A fresh one-time link for the host: the secret goes to the terminal, its keyed hash to the directory.

For the short process beside a server that runs; the server itself makes its own at the start.
"""

import time
from collections.abc import Callable
from pathlib import Path

from protocol.words import Secret
from server.adapters.hasher import KeyedHasher
from server.adapters.sqlite_directory import SqliteDirectory
from server.adapters.system_chance import SystemChance
from server.ports import OnceLink

SECRET_BYTES = 32


async def host_link_beside(data: Path, *, minutes: int, wall: Callable[[], float] = time.time) -> Secret:
    """Make it and note it, whether a server runs on this data folder or not.

    Raises:
        DirectoryFailure: the data folder cannot be used.
    """
    directory = await SqliteDirectory.opened(data, beside=True, wall=wall)
    try:
        secret = SystemChance().secret(SECRET_BYTES)
        expires = int(wall()) + minutes * 60
        await directory.add_once_link(OnceLink("host", KeyedHasher.opened(data)(secret), None, expires))
        return secret
    finally:
        await directory.close()
