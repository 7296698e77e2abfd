"""The directory and the passphrases without a disk and without argon2: for stories of what stands above them."""

from collections.abc import Generator, Sequence
from dataclasses import replace

from protocol.words import Passphrase
from server.ports import DirectoryFailure, FacilitatorRecord, GroupRecord, OnceLink, TooManyWaiting


class Turn:
    """One turn of waiting, for whoever runs coroutines by hand."""

    def __await__(self) -> Generator[None, None, None]:
        yield


class Shelf:
    """The directory port on dictionaries. The story may make it slow, read-only, or broken."""

    def __init__(self) -> None:
        self.groups: dict[str, GroupRecord] = {}
        self.people: dict[str, FacilitatorRecord] = {}
        self.once: dict[bytes, OnceLink] = {}
        self.trials: set[str] = set()
        self.devices: dict[bytes, str] = {}
        self.slow = False
        self.read_only = False
        self.broken = False

    async def _reads(self) -> None:
        while self.slow:
            await Turn()
        if self.broken:
            raise RuntimeError("a mistake in the directory, with words that must not travel")

    async def _writes(self) -> None:
        await self._reads()
        if self.read_only:
            raise DirectoryFailure("read-only")

    async def groups_of(self, facilitator: str) -> Sequence[GroupRecord]:
        """Oldest first."""
        await self._reads()
        return [group for group in self.groups.values() if group.facilitator == facilitator]

    async def group(self, group: str) -> GroupRecord | None:
        """One group."""
        await self._reads()
        return self.groups.get(group)

    async def group_by_invitation(self, invitation: bytes) -> GroupRecord | None:
        """By the keyed hash."""
        await self._reads()
        return next((group for group in self.groups.values() if group.invitation == invitation), None)

    async def add_group(self, group: GroupRecord) -> None:
        """A new group; its facilitator must be here."""
        await self._writes()
        if group.facilitator not in self.people:
            raise DirectoryFailure("whose?")
        self.groups[group.group] = group

    async def set_invitation(self, group: str, invitation: bytes | None) -> None:
        """Replace or end it."""
        await self._writes()
        if group in self.groups:
            self.groups[group] = replace(self.groups[group], invitation=invitation)

    async def remove_group(self, group: str) -> None:
        """Gone."""
        await self._writes()
        self.groups.pop(group, None)

    async def facilitators(self) -> Sequence[FacilitatorRecord]:
        """Without those of trials."""
        await self._reads()
        return [person for person in self.people.values() if person.facilitator not in self.trials]

    async def facilitator_by_link(self, link: bytes) -> FacilitatorRecord | None:
        """By the keyed hash."""
        await self._reads()
        paired = self.people.get(self.devices.get(link, ""))
        return paired or next((person for person in self.people.values() if person.link == link), None)

    async def add_facilitator(self, facilitator: FacilitatorRecord, *, trial: bool = False) -> None:
        """A new facilitator."""
        await self._writes()
        self.people[facilitator.facilitator] = facilitator
        if trial:
            self.trials.add(facilitator.facilitator)

    async def set_passphrase(self, facilitator: str, passphrase: str) -> None:
        """Keep the hash."""
        await self._writes()
        if facilitator in self.people:
            self.people[facilitator] = replace(self.people[facilitator], passphrase=passphrase)

    async def devices_of(self, facilitator: str) -> int:
        """Beside the first."""
        await self._reads()
        return list(self.devices.values()).count(facilitator)

    async def add_device(self, facilitator: str, link: bytes) -> None:
        """One more; whose it is must be here."""
        await self._writes()
        if facilitator not in self.people:
            raise DirectoryFailure("whose?")
        self.devices[link] = facilitator

    async def remove_device(self, link: bytes) -> None:
        """Gone."""
        await self._writes()
        self.devices.pop(link, None)

    async def keep_only(self, facilitator: str, link: bytes) -> None:
        """The others are gone."""
        await self._writes()
        self.people[facilitator] = replace(self.people[facilitator], link=link)
        self.devices = {other: whose for other, whose in self.devices.items() if whose != facilitator}

    async def remove_facilitator(self, facilitator: str) -> None:
        """With their groups and devices."""
        await self._writes()
        self.devices = {link: whose for link, whose in self.devices.items() if whose != facilitator}
        self.people.pop(facilitator, None)
        self.groups = {name: group for name, group in self.groups.items() if group.facilitator != facilitator}

    async def add_once_link(self, link: OnceLink) -> None:
        """A link that works once."""
        await self._writes()
        self.once[link.link] = link

    async def once_link(self, link: bytes) -> OnceLink | None:
        """Look."""
        await self._reads()
        return self.once.get(link)

    async def use_once_link(self, link: bytes) -> OnceLink | None:
        """Take."""
        await self._writes()
        return self.once.pop(link, None)

    async def used_before(self) -> bool:
        """Whether anybody was ever made here."""
        await self._reads()
        return bool(self.people)

    async def close(self) -> None:
        """Nothing to close."""


class PlainPassphrases:
    """The passphrases port without hashing. The story may make it slow, or its queue full."""

    def __init__(self) -> None:
        self.full = False
        self.slow = False
        self.asked = 0

    async def hashed(self, passphrase: Passphrase) -> str:
        """Not a hash at all."""
        await self._queue()
        return f"hash of {len(passphrase)}:{passphrase[::-1]}"

    async def fits(self, encoded: str, passphrase: Passphrase) -> bool:
        """Whether it is the same."""
        await self._queue()
        return encoded == f"hash of {len(passphrase)}:{passphrase[::-1]}"

    async def _queue(self) -> None:
        self.asked += 1
        if self.full:
            raise TooManyWaiting
        while self.slow:
            await Turn()
