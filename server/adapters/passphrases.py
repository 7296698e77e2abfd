"""The passphrases port: argon2id in two threads of its own, with a short queue.

Only people with a good link get this far, so a flood of strangers cannot make it work.
19,456 KiB, t=2, p=1 cost about 20 ms; two threads are all that two cores can use
(security.md 2). A third would only take memory.
"""

import asyncio
import threading
import unicodedata
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

from protocol.words import Passphrase
from server.ports import TooManyWaiting

THREADS = 2
WAITING_MOST = 16
MEMORY_KIB = 19_456
ROUNDS = 2

Result = TypeVar("Result")


class Argon2Passphrases:
    """Hashes and compares passphrases. `closed()` ends its threads; what still waits is let go."""

    def __init__(self) -> None:
        self._argon2 = PasswordHasher(time_cost=ROUNDS, memory_cost=MEMORY_KIB, parallelism=1, type=Type.ID)
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="passphrases")
        self._lock = threading.Lock()
        self._inside = 0

    async def hashed(self, passphrase: Passphrase) -> str:
        """The encoded argon2id hash."""
        return await self._in_thread(lambda: self._argon2.hash(_same_on_every_keyboard(passphrase)))

    async def fits(self, encoded: str, passphrase: Passphrase) -> bool:
        """Whether the passphrase belongs to the hash; a hash that is none fits nothing."""
        return await self._in_thread(lambda: self._fits(encoded, _same_on_every_keyboard(passphrase)))

    def closed(self) -> None:
        """End of the process; harmless twice."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _fits(self, encoded: str, passphrase: str) -> bool:
        try:
            return self._argon2.verify(encoded, passphrase)
        except (VerificationError, InvalidHashError):
            return False

    async def _in_thread(self, work: Callable[[], Result]) -> Result:
        with self._lock:
            if self._inside >= THREADS + WAITING_MOST:
                raise TooManyWaiting
            self._inside += 1
        try:
            future = self._threads.submit(work)
        except BaseException:
            self._left()
            raise
        # Counted until the thread is free, not until the asker stops waiting: hanging up must not make room.
        future.add_done_callback(self._left)
        return await asyncio.wrap_future(future)

    def _left(self, _: Future[Result] | None = None) -> None:
        with self._lock:
            self._inside -= 1


def _same_on_every_keyboard(passphrase: str) -> str:
    """é typed as one sign or as two is the same passphrase."""
    return unicodedata.normalize("NFC", passphrase)
