"""The hub: the rooms that are open now, by seat key, by group and by invitation. Opens, restores and forgets.

Holds no room's state and writes none; every change goes through the room's runner.
"""

import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Final

from protocol.words import Secret
from server.ports import (
    Chance,
    Clock,
    Directory,
    DirectoryFailure,
    Entry,
    GroupRecord,
    Hasher,
    Journal,
    JournalFailure,
    MeetingRecord,
)
from server.room.held import self_held
from server.room.state import Room
from server.runtime.link import Framer
from server.runtime.meeting import Meeting, RoomPlan
from server.runtime.runner import Runner

log = logging.getLogger(__name__)

Spawn = Callable[[Coroutine[Any, Any, None]], None]
"""Runs something in the background and never forgets it. `Any`: nobody sends into these coroutines."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What the running house needs from outside, handed in by the composition."""

    clock: Clock
    chance: Chance
    journal: Journal
    directory: Directory
    hasher: Hasher
    framer: Framer
    spawn: Spawn


class Hub:
    """All rooms of this process."""

    def __init__(self, needs: Needs, plan: RoomPlan) -> None:
        self._needs: Final = needs
        self.plan: Final = plan
        self._by_key: Final[dict[str, Runner]] = {}
        self._by_group: Final[dict[str, Runner]] = {}
        self._by_invitation: Final[dict[bytes, str]] = {}
        self._links: Final[dict[str, Secret]] = {}

    # --- finding -------------------------------------------------------------------------------

    def by_key(self, key: Secret) -> tuple[Runner, int] | None:
        """The room and seat that this seat key opens."""
        hashed = self.hashed(key)
        runner = self._by_key.get(hashed)
        seat = runner.room.keys.get(hashed) if runner is not None else None
        return (runner, seat) if runner is not None and seat is not None else None

    def by_group(self, group: str) -> Runner | None:
        """The open room of a group."""
        return self._by_group.get(group)

    def by_invitation(self, link: Secret) -> Runner | None:
        """The open room that this invitation leads to, without asking the directory."""
        group = self._by_invitation.get(self._needs.hasher(link))
        return self._by_group.get(group) if group is not None else None

    def invitation_of(self, group: str) -> Secret | None:
        """The link of a group, while this process has it in memory."""
        return self._links.get(group)

    def hashed(self, key: Secret) -> str:
        """What rooms know of a seat key: 64 hex digits."""
        return self._needs.hasher(key).hex()

    def rooms(self) -> tuple[Runner, ...]:
        """All open rooms."""
        return tuple(self._by_group.values())

    # --- opening and restoring -----------------------------------------------------------------

    def open(self, group: GroupRecord) -> Runner:
        """Open a meeting of this group; the one that is open already, if there is one."""
        running = self._by_group.get(group.group)
        if running is not None:
            return running
        chance = self._needs.chance
        secret = b"".join(chance.bits().to_bytes(8, "big") for _ in range(4))
        record = MeetingRecord(meeting=str(chance.secret(16)), group=group.group, secret=secret)
        kept = True
        try:
            self._needs.journal.begin(record)
        except JournalFailure:
            log.error("journal_failed", extra={"doing": "begin"})
            kept = False
        runner = self._runner(Meeting(record, group, self.plan), kept=kept)
        if group.invitation is not None:
            self._by_invitation[group.invitation] = group.group
        return runner

    async def restore(self) -> int:
        """After a start: every meeting that had not ended comes back. Returns how many."""
        for record in self._needs.journal.meetings():
            group = await self._needs.directory.group(record.group)
            if group is None:
                self._needs.journal.forget(record.meeting)
                continue
            try:
                entries = tuple(self._needs.journal.entries(record.meeting))
                runner = self._runner(Meeting(record, group, self.plan), entries)
            except Exception as mistake:  # one meeting that cannot come back must not keep the house shut
                log.error("room_closed_by_mistake", exc_info=mistake)
                self._needs.journal.forget(record.meeting)
                continue
            if group.invitation is not None:
                self._by_invitation[group.invitation] = group.group
            runner.settle()
        return len(self._by_group)

    def _runner(self, meeting: Meeting, entries: tuple[Entry, ...] | None = None, *, kept: bool = True) -> Runner:
        needs = self._needs
        runner = Runner(
            meeting,
            self,
            clock=needs.clock,
            chance=needs.chance,
            journal=needs.journal,
            framer=needs.framer,
            entries=entries,
            kept=kept,
        )
        self._by_group[meeting.group.group] = runner
        return runner

    # --- invitations ---------------------------------------------------------------------------

    async def new_invitation(self, group: str) -> Secret:
        """A new link for a group; the old one lets nobody in any more.

        Raises:
            DirectoryFailure: it could not be kept; the old one still works.
        """
        link = self._needs.chance.secret(16)
        hashed = self._needs.hasher(link)
        await self._needs.directory.set_invitation(group, hashed)
        self._forget_invitation(group)
        self._links[group] = link
        if group in self._by_group:
            self._by_invitation[hashed] = group
        return link

    def keep_link(self, group: str, link: Secret) -> None:
        """Remember the link of a group that was just made, to show it again at the desk."""
        self._links[group] = link

    def forget_group(self, group: str) -> None:
        """The group is gone."""
        self._forget_invitation(group)

    def _forget_invitation(self, group: str) -> None:
        self._links.pop(group, None)
        for hashed in [h for h, g in self._by_invitation.items() if g == group]:
            del self._by_invitation[hashed]

    # --- what runners tell ---------------------------------------------------------------------

    def key_made(self, key: str, runner: Runner) -> None:
        """A seat key opens this room from now on."""
        self._by_key[key] = runner

    def key_ended(self, key: str) -> None:
        """A seat key is worth nothing now."""
        self._by_key.pop(key, None)

    def ended(self, runner: Runner) -> None:
        """A meeting is over. Its link dies with it, if anybody came by it."""
        group = runner.meeting.group.group
        if self._by_group.get(group) is runner:
            del self._by_group[group]
        if _came_by_link(runner.room):
            self._forget_invitation(group)
            self._needs.spawn(self._end_invitation(group))

    async def _end_invitation(self, group: str) -> None:
        try:
            await self._needs.directory.set_invitation(group, None)
        except DirectoryFailure:
            log.error("directory_failed")

    def stop(self) -> None:
        """The process ends; the meetings stay in the journal."""
        for runner in self._by_group.values():
            runner.stop()


def _came_by_link(room: Room) -> bool:
    """Whether anybody used the invitation. In a room its members hold, whoever opened it is a member too."""
    members = sum(seat.role != "facilitator" for seat in room.seats.values())
    return members > (1 if self_held(room) else 0)
