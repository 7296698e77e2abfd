"""Pairing codes: words one can say, held as keyed hashes in memory alone, one for each desk, dead after one use.

Knows no doors, seats or passphrases; what a code opens is `pairing.py`'s to say.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from protocol import limits
from protocol.names import FIRST_WORDS, SECOND_WORDS
from protocol.replies import PairingState
from protocol.words import Secret
from server.ports import Hasher

_NAMES: Final = 3
"""Three names as in the rooms, 36 bits. Guessing has a quarter of an hour and the pace of doors; whoever guesses one
still needs the passphrase, or somebody's Yes."""


@dataclass(slots=True)
class Asker:
    """Somebody who wishes to facilitate, and waits."""

    number: int
    """Counts the askers of one code, so that a Yes is never for another one than was shown."""
    key: str
    """Keyed hash of the seat key, 64 hex digits."""
    draw: int


@dataclass(slots=True)
class Code:
    """One pairing, from its code to its end. The code itself is not in here."""

    hashed: bytes
    desk: bytes
    """Keyed hash of the session that shows it."""
    link: bytes
    """Keyed hash of the link that session was opened with."""
    facilitator: str
    group: str | None
    """None: a second device."""
    meeting: str | None
    """The meeting that runs; a later one of the same group is not meant."""
    ends: int
    """By the house's clock, in milliseconds."""
    state: PairingState = "shown"
    tries: int = 0
    """Passphrases that were looked at."""
    asker: Asker | None = None
    turned_away: list[str] = field(default_factory=list)
    """Keyed hashes of the seat keys of those whom a later asker has replaced."""


class Codes:
    """All codes of this process.

    Args:
        hasher: what is held instead of a code.
    """

    def __init__(self, hasher: Hasher) -> None:
        self._hasher: Final = hasher
        self._by_hash: Final[dict[bytes, Code]] = {}
        self._by_desk: Final[dict[bytes, Code]] = {}

    def hashed(self, code: Secret) -> bytes:
        """As people say and type it: capitals, spaces and strokes make no difference."""
        return self._hasher(Secret(re.sub(r"[\s_-]+", "-", code.strip().lower())))

    def show(self, code: Code, now: int) -> None:
        """The code of this desk from now on; an older one is worth nothing."""
        for old in [c for c in self._by_desk.values() if now >= c.ends or c.desk == code.desk]:
            self.forget(old)
        self._by_hash[code.hashed] = code
        self._by_desk[code.desk] = code

    def find(self, code: Secret, now: int) -> Code | None:
        """The pairing that this code opens now."""
        found = self._by_hash.get(self.hashed(code))
        return found if found is not None and self.lives(found, now) else None

    def of_desk(self, desk: bytes, now: int) -> Code | None:
        """The last pairing of this desk, ended ones included until they are put away."""
        found = self._by_desk.get(desk)
        if found is not None:
            self.lives(found, now)
        return found

    def lives(self, code: Code, now: int) -> bool:
        """Whether anybody can still come in by it; notes it where its time is over."""
        if now >= code.ends and code.state != "paired":
            self.end(code)
        return code.state not in ("paired", "ended")

    def paired(self, code: Code) -> None:
        """Used: it opens nothing more, and its desk can read so."""
        code.state = "paired"
        self._by_hash.pop(code.hashed, None)

    def end(self, code: Code) -> None:
        """It opens nothing more."""
        code.state = "ended"
        code.asker = None
        self._by_hash.pop(code.hashed, None)

    def forget(self, code: Code) -> None:
        """The desk has put it away."""
        self.end(code)
        if self._by_desk.get(code.desk) is code:
            del self._by_desk[code.desk]

    def all_of(self, facilitator: str) -> Iterable[Code]:
        """The pairings that this facilitator began."""
        return tuple(code for code in self._by_desk.values() if code.facilitator == facilitator)


def try_passphrase(code: Code) -> bool:
    """Count one passphrase before it is looked at, so that many at once are no more than a few."""
    if code.tries >= limits.PAIRING_TRIES:
        return False
    code.tries += 1
    return True


def ask(code: Code, key: str, draw: int) -> bool:
    """Note who wishes to come in. The latest asker counts, until somebody has got a Yes.

    Returns:
        False: this asker was replaced by a later one, or came after the Yes for another.
    """
    asker = code.asker
    if asker is not None and asker.key == key:
        return True
    if code.state == "allowed" or key in code.turned_away:
        return False
    if asker is not None:
        code.turned_away.append(asker.key)
    code.asker = Asker(number=len(code.turned_away) + 1, key=key, draw=draw)
    code.state = "asked"
    return True


def in_words(bits: int) -> Secret:
    """Three names out of 36 bits, such as `quiet-otter-misty-cedar-opal-lake`."""
    words = []
    for place in range(2 * _NAMES):
        kind = SECOND_WORDS if place % 2 else FIRST_WORDS
        words.append(kind[bits >> (6 * place) & 63].lower())
    return Secret("-".join(words))
