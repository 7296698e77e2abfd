"""A fresh one-time link for the host: the secret goes to the terminal, its keyed hash to the directory.

The same few lines serve the start of a server and the short process beside one that runs.
"""

from pathlib import Path

from protocol.words import Secret
from server.adapters.hasher import KeyedHasher
from server.adapters.sqlite_directory import SqliteDirectory
from server.adapters.system_chance import SystemChance
from server.ports import Chance, Directory, Hasher, OnceLink

SECRET_BYTES = 16


async def add_host_link(directory: Directory, hasher: Hasher, chance: Chance, *, expires: int) -> Secret:
    """Make it and note it. `expires` is in seconds since 1970.

    Raises:
        DirectoryFailure: it cannot be noted.
    """
    secret = chance.secret(SECRET_BYTES)
    await directory.add_once_link(OnceLink("host", hasher(secret), None, expires))
    return secret


async def host_link_beside(data: Path, *, expires: int) -> Secret:
    """The same from a second process, whether a server runs on this data folder or not.

    Raises:
        DirectoryFailure: the data folder cannot be used.
    """
    directory = await SqliteDirectory.opened(data, beside=True)
    try:
        return await add_host_link(directory, KeyedHasher.opened(data), SystemChance(), expires=expires)
    finally:
        await directory.close()
