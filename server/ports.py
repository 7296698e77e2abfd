"""What the running house needs from outside, as Protocols: clock, chance, journal, directory, passphrases.

Nothing above floor 4 may know which adapter runs. `Journal` and `Directory` are the
only doors to storage; no words of a meeting pass through either of them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from protocol.room_settings import HeldBy
from protocol.rooms import DoorLevel, Mode
from protocol.words import Passphrase, Secret, Words


class Wake(Protocol):
    """A callback that was asked for and may be taken back."""

    def cancel(self) -> None:
        """Do not call. Harmless when it was called already."""


class Clock(Protocol):
    """Time as the house sees it."""

    def now(self) -> int:
        """Milliseconds on a clock that never jumps and never runs backwards."""

    def wall(self) -> int:
        """Seconds since 1970, for links that expire. May jump."""

    def soon(self, call: Callable[[], None]) -> None:
        """Call once when everything that is ready now has been done: the end of this moment, not a delay."""

    def call_at(self, when: int, call: Callable[[], None]) -> Wake:
        """Call `call` once when `now()` has reached `when` (milliseconds); never before this method returns."""


class Chance(Protocol):
    """Where everything drawn by lot comes from."""

    def bits(self) -> int:
        """64 random bits, as an unsigned integer."""

    def secret(self, size: int) -> Secret:
        """`size` random bytes as base64url without padding (16 bytes -> 22 characters, 32 -> 43)."""


# --- the live journal ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entry:
    """One structural fact of a meeting. `body` holds no words; the room's codec made it."""

    at: int
    """Milliseconds since the meeting began."""
    command: str | None
    """`<seat>:<command id>` of the command that caused it, so that a replay after a crash gets the same answer."""
    body: bytes


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """What a meeting needs to come back after a crash, besides its facts."""

    meeting: str
    """22 characters."""
    group: str
    """The group's id in the directory."""
    secret: bytes
    """32 random bytes: seeds the names, keys the hashes, makes the draft keys. Dies with the meeting."""


class JournalFailure(Exception):
    """The journal cannot keep anything more (full, gone). The room goes on without it and says so."""


class JournalConflict(Exception):
    """Somebody else appended first (many nodes only): take in what was missed and decide again."""


class Receipt(Protocol):
    """The promise that what was appended is kept. Frames and answers leave when it is settled."""

    @property
    def settled(self) -> bool:
        """True once it is safe; the embedded journal settles at once."""

    def when_settled(self, call: Callable[[], None]) -> None:
        """Call once it is safe; at once if it is already."""


class Journal(Protocol):
    """The live journal: text-free facts of the meetings that are open now. Forgets a meeting when it ends."""

    @property
    def survives_restart(self) -> bool:
        """False for memory: a crash then forgets the meetings, and the server says so."""

    def begin(self, meeting: MeetingRecord) -> None:
        """A meeting opens.

        Raises:
            JournalFailure: it cannot be kept.
        """

    def append(self, meeting: str, expected: int, entries: Sequence[Entry]) -> Receipt:
        """Append all or nothing. `expected` is how many entries the meeting has so far (compare and set).

        Raises:
            JournalConflict: the meeting has another number of entries.
            JournalFailure: it cannot be kept.
        """

    def meetings(self) -> Sequence[MeetingRecord]:
        """All meetings that have not ended, for the start after a crash."""

    def entries(self, meeting: str) -> Iterable[Entry]:
        """The entries of one meeting, in order."""

    def forget(self, meeting: str) -> None:
        """The meeting has ended: nothing of it stays, not in free pages either. Never raises."""

    def close(self) -> None:
        """Orderly end of the process; open meetings stay for the next start."""


# --- the directory ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class GroupRecord:
    """A group, as it stands on disk. Name and agreement are meant to be kept; nothing that was said is here."""

    group: str
    facilitator: str
    name: Words
    mode: Mode
    door: DoorLevel
    agreement: tuple[Words, ...]
    agreement_version: int
    invitation: bytes | None
    """Keyed hash of the invitation that is good now."""
    held_by: HeldBy | None = None
    """Who holds its meetings; None: as this server usually does."""


@dataclass(frozen=True, slots=True)
class FacilitatorRecord:
    """Somebody who may hold circles here."""

    facilitator: str
    label: Words
    link: bytes
    """Keyed hash of their own link."""
    passphrase: str | None
    """argon2id, encoded; None until it is chosen (and for ever for the first room to try)."""


@dataclass(frozen=True, slots=True)
class OnceLink:
    """A link that works once, until a moment."""

    kind: Literal["host", "trial"]
    link: bytes
    """Keyed hash."""
    facilitator: str | None
    """For a trial: whose desk it opens."""
    expires: int
    """Seconds since 1970."""


class DirectoryFailure(Exception):
    """The directory cannot be written just now (disk full, read-only). Nothing was changed."""


class Directory(Protocol):
    """Groups and facilitators, on disk. Never on the path of a message."""

    async def groups_of(self, facilitator: str) -> Sequence[GroupRecord]:
        """The groups of one facilitator, oldest first."""

    async def group(self, group: str) -> GroupRecord | None:
        """One group."""

    async def group_by_invitation(self, invitation: bytes) -> GroupRecord | None:
        """The group that this invitation (keyed hash) leads to."""

    async def add_group(self, group: GroupRecord) -> None:
        """Raises DirectoryFailure."""

    async def set_invitation(self, group: str, invitation: bytes | None) -> None:
        """Replace or end the invitation. Raises DirectoryFailure."""

    async def remove_group(self, group: str) -> None:
        """Raises DirectoryFailure."""

    async def facilitators(self) -> Sequence[FacilitatorRecord]:
        """All facilitators, oldest first, those of trials left out."""

    async def facilitator_by_link(self, link: bytes) -> FacilitatorRecord | None:
        """Whose link (keyed hash) this is: their own, or that of one of their paired devices."""

    async def add_facilitator(self, facilitator: FacilitatorRecord, *, trial: bool = False) -> None:
        """Raises DirectoryFailure."""

    async def set_passphrase(self, facilitator: str, passphrase: str) -> None:
        """Keep the encoded hash. Raises DirectoryFailure."""

    async def devices_of(self, facilitator: str) -> int:
        """How many devices were paired beside the link they began with."""

    async def add_device(self, facilitator: str, link: bytes) -> None:
        """One more link (keyed hash) that is theirs. Raises DirectoryFailure."""

    async def remove_device(self, link: bytes) -> None:
        """That link is nobody's now. Raises DirectoryFailure."""

    async def keep_only(self, facilitator: str, link: bytes) -> None:
        """This link is their own from now on, and no other is theirs. Raises DirectoryFailure."""

    async def remove_facilitator(self, facilitator: str) -> None:
        """The facilitator, their groups and devices. Raises DirectoryFailure."""

    async def add_once_link(self, link: OnceLink) -> None:
        """Raises DirectoryFailure. Links of the same kind that have expired go at the same time."""

    async def once_link(self, link: bytes) -> OnceLink | None:
        """Look without using; expired ones are still returned (the caller knows the time)."""

    async def use_once_link(self, link: bytes) -> OnceLink | None:
        """Take it: a second call gets None. Raises DirectoryFailure."""

    async def used_before(self) -> bool:
        """Whether any facilitator was ever made here."""

    async def close(self) -> None:
        """Orderly end."""


# --- secrets ------------------------------------------------------------------------------------


class TooManyWaiting(Exception):
    """More people are signing in than the two threads can take; try again in a few seconds."""


class Passphrases(Protocol):
    """argon2id in threads of its own, with a short queue."""

    async def hashed(self, passphrase: Passphrase) -> str:
        """The encoded argon2id hash.

        Raises:
            TooManyWaiting: the queue is full.
        """

    async def fits(self, encoded: str, passphrase: Passphrase) -> bool:
        """Whether the passphrase belongs to the hash.

        Raises:
            TooManyWaiting: the queue is full.
        """


class Hasher(Protocol):
    """Keyed hash of link secrets and keys: what the directory and the journal hold instead of them."""

    def __call__(self, secret: Secret) -> bytes:
        """32 bytes, HMAC-SHA256 under the server's own key."""
