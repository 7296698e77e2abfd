"""The hasher port: HMAC-SHA256 under a key of this server's own, kept in a file beside the directory.

Without that file every link in the directory is worthless, which is the point; so a
file that looks wrong is never replaced, and a lost one is made anew.
"""

import hmac
import os
from pathlib import Path
from typing import Self

from protocol.words import Secret
from server.adapters.folders import OWN_FILE, data_folder, reason
from server.ports import DirectoryFailure

KEY_FILE = "key"
KEY_BYTES = 32


class KeyedHasher:
    """`KeyedHasher.opened(data)(secret)` -> 32 bytes."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def __call__(self, secret: Secret) -> bytes:
        """What the directory and the journal hold instead of the secret."""
        return hmac.digest(self._key, secret.encode(), "sha256")

    @classmethod
    def opened(cls, data: Path) -> Self:
        """The server's key from its data folder, made on first use.

        Raises:
            DirectoryFailure: it cannot be read or made.
        """
        path = data_folder(data) / KEY_FILE
        try:
            if not path.exists():
                _make(path)
            key = path.read_bytes()
        except OSError as error:
            raise DirectoryFailure(f"The key file {path} cannot be used: {reason(error)}.") from error
        if len(key) != KEY_BYTES:
            raise DirectoryFailure(
                f"The key file {path} is damaged; put back your copy, or remove it: then all links must be made anew."
            )
        return cls(key)


def _make(path: Path) -> None:
    """Write a new key whole or not at all; two processes at the same moment end up with one key."""
    draft = path.with_name(f"{KEY_FILE}.{os.getpid()}.new")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC, OWN_FILE)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(os.urandom(KEY_BYTES))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            return
    finally:
        draft.unlink(missing_ok=True)
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
