"""A meeting on its way through the journal: how it begins, and how it comes back after a crash."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from protocol.room_settings import RoomSettings
from protocol.rooms import Agreement, CrisisPolicy
from protocol.words import Words
from server.ports import Entry, GroupRecord, MeetingRecord
from server.room.evolve import evolve, restored
from server.room.facts import from_bytes
from server.room.state import Room, beginning


@dataclass(frozen=True, slots=True)
class RoomPlan:
    """What every room of this server begins with, out of the settings."""

    run_by: Words
    crisis_policy: CrisisPolicy
    settings: RoomSettings
    neutral_site: str
    ring_events: int
    ring_bytes: int
    empty_most: int
    longest: int
    seats_most: int


@dataclass(frozen=True, slots=True)
class Meeting:
    """One opening of a group: its record in the journal, its group, its plan."""

    record: MeetingRecord
    group: GroupRecord
    plan: RoomPlan

    def beginning(self, *, survives_restart: bool) -> Room:
        """The room before anybody is in it."""
        return beginning(
            secret=self.record.secret,
            group=self.group.name,
            run_by=self.plan.run_by,
            agreement=Agreement(version=self.group.agreement_version, lines=self.group.agreement),
            crisis_policy=self.plan.crisis_policy,
            settings=self._settings,
            mode=self.group.mode,
            door=self.group.door,
            empty_most=self.plan.empty_most,
            longest=self.plan.longest,
            seats_most=self.plan.seats_most,
            survives_restart=survives_restart,
        )

    @property
    def _settings(self) -> RoomSettings:
        """The server's usual times and choices, held by whom this group chose."""
        usual, held_by = self.plan.settings, self.group.held_by
        return usual if held_by is None else usual.model_copy(update={"held_by": held_by})

    def again(self, entries: Iterable[Entry], *, survives_restart: bool) -> tuple[Room, int, tuple[str, ...]]:
        """The room out of its journal: the room, the time of the last fact, and the commands that were carried out."""
        room = self.beginning(survives_restart=survives_restart)
        at = 0
        commands = []
        for entry in entries:
            at = entry.at
            room = evolve(room, from_bytes(entry.body), at)
            if entry.command is not None:
                commands.append(entry.command)
        return restored(room, at), at, tuple(commands)


def with_prompt_of(room: Room, before: Room) -> Room:
    """After a crash of the runner alone the prompt is still in memory: take it over if it is the same one."""
    if not room.prompt_lost or room.prompt_hash != before.prompt_hash or before.prompt_lost:
        return room
    return replace(room, prompt=before.prompt, prompt_lost=False)
