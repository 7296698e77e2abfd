"""Composition: the only file that names concrete adapters. Builds the house out of settings, opens it, closes it."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from moderation.pacing import Pace
from protocol.words import Secret, Words
from server import __version__
from server.adapters.hasher import KeyedHasher
from server.adapters.host_links import host_link_beside
from server.adapters.live_path import chosen_live_path
from server.adapters.memory_journal import MemoryJournal
from server.adapters.passphrases import Argon2Passphrases
from server.adapters.sqlite_directory import SqliteDirectory
from server.adapters.sqlite_journal import SqliteJournal
from server.adapters.system_chance import SystemChance
from server.adapters.system_clock import SystemClock
from server.edge.frames import text_frame
from server.edge.pages import Pages
from server.edge.serving import EdgePlan, Listener
from server.ports import FacilitatorRecord, GroupRecord, Journal, OnceLink
from server.runtime.desk import Desk, DeskTimes
from server.runtime.door import Door
from server.runtime.hub import Hub, Needs
from server.runtime.meeting import RoomPlan
from server.runtime.pairing import Pairing
from server.runtime.session import House
from server.settings import Settings

log = logging.getLogger(__name__)

_CLIENT: Final = Path(__file__).resolve().parent.parent / "web_client" / "dist"
_RING_BYTES: Final = 2 * 1024 * 1024
"""Bytes of frames one room's ring holds at most."""

_MINUTE: Final = 60_000
_TRIAL_AGREEMENT: Final = (
    "What is said here stays here.",
    "We speak of ourselves, and we listen.",
    "Everybody may pass, always.",
)


@dataclass(frozen=True, slots=True)
class Ready:
    """The house is open."""

    address: str
    host_link: Secret | None
    trial_link: Secret | None
    trial_invitation: Secret | None


class Background:
    """Tasks that run beside everything; held, so that none is forgotten half-way."""

    def __init__(self) -> None:
        self._tasks: Final[set[asyncio.Task[None]]] = set()

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:  # `Any`: nobody sends into it
        """Run it; what goes wrong in it is loud."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (mistake := task.exception()) is not None:
            log.error("background_failed", exc_info=mistake)

    async def finish(self, seconds: float) -> None:
        """Give them a moment, then end them."""
        if self._tasks:
            await asyncio.wait(tuple(self._tasks), timeout=seconds)
        for task in tuple(self._tasks):
            task.cancel()


def room_plan(settings: Settings) -> RoomPlan:
    """What every room begins with."""
    rooms = settings.rooms
    return RoomPlan(
        run_by=settings.place.run_by,
        crisis_policy=settings.place.crisis_policy,
        settings=rooms.defaults,
        neutral_site=settings.place.neutral_site,
        ring_events=rooms.ring_events,
        ring_bytes=_RING_BYTES,
        empty_most=rooms.empty_minutes * _MINUTE,
        longest=rooms.longest_hours * 60 * _MINUTE,
        seats_most=rooms.seats_most,
    )


def edge_plan(settings: Settings) -> EdgePlan:
    """What the edge needs."""
    limits = settings.limits
    return EdgePlan(
        host=settings.listen.host,
        port=settings.listen.port,
        origins=settings.origins,
        hosts=settings.hosts,
        connections=limits.connections,
        unseated=limits.unseated,
        per_address=limits.per_address,
        hello_seconds=limits.hello_seconds,
        outbox_soft=limits.outbox_soft_kib * 1024,
        outbox_hard=limits.outbox_hard_kib * 1024,
        paused_seconds=limits.paused_seconds,
        keepalive_seconds=limits.keepalive_seconds,
    )


def open_journal(settings: Settings) -> Journal:
    """The live journal on a RAM-backed path; in memory where there is none or none is wished for."""
    folder = chosen_live_path(settings.keep.live, settings.keep.data)
    journal: Journal = MemoryJournal() if folder is None else SqliteJournal(folder / "live.db")
    kind = "memory" if folder is None else "sqlite"
    log.info("journal_kind", extra={"kind": kind, "survives_restart": journal.survives_restart})
    return journal


async def run(
    settings: Settings,
    *,
    ready: Callable[[Ready], None],
    stop: asyncio.Event,
    wiping: bool,
    first_steps: bool,
) -> None:
    """Open the house, keep it open until `stop`, and close it within `settings.shutdown.seconds`.

    Args:
        settings: all choices.
        ready: called once when people can come in.
        stop: set by whoever handles signals.
        wiping: whether the self-test of memory wiping passed.
        first_steps: make a host link, and on a fresh directory a first room to try.

    Raises:
        OSError: the port or a folder cannot be used.
        server.ports.DirectoryFailure: the directory cannot be opened.
    """
    async with AsyncExitStack() as stack:
        clock = SystemClock(asyncio.get_running_loop())
        chance = SystemChance()
        hasher = KeyedHasher.opened(settings.keep.data)
        directory = await SqliteDirectory.opened(settings.keep.data)
        stack.push_async_callback(directory.close)
        journal = open_journal(settings)
        stack.callback(journal.close)
        passphrases = Argon2Passphrases()
        stack.callback(passphrases.closed)
        background = Background()
        needs = Needs(
            clock=clock,
            chance=chance,
            journal=journal,
            directory=directory,
            hasher=hasher,
            framer=text_frame,
            spawn=background.spawn,
        )
        hub = Hub(needs, room_plan(settings))
        restored = await hub.restore()
        sessions = settings.sessions
        times = DeskTimes(idle=sessions.idle_minutes * _MINUTE, longest=sessions.longest_hours * 60 * _MINUTE)
        pairing = Pairing(needs, hub, lasts=settings.links.pairing_minutes * _MINUTE)
        limits = settings.limits
        house = House(
            needs=needs,
            hub=hub,
            door=Door(needs, hub, pairing),
            desk=Desk(needs, hub, passphrases, times, pairing),
            pace=Pace(limits.commands_per_10_seconds, limits.commands_burst),
            server_version=__version__,
            run_by=settings.place.run_by,
            wiping=wiping,
        )
        listener = Listener(
            edge_plan(settings),
            house,
            clock=clock,
            chance=chance,
            pages=lambda port: Pages(_CLIENT, address=settings.address(port), neutral_site=settings.place.neutral_site),
        )
        await listener.open()
        log.info("started", extra={"rooms": restored})
        links = await _first_steps(needs, hub, settings) if first_steps else (None, None, None)
        ready(Ready(settings.address(listener.port), *links))
        await stop.wait()
        log.info("draining")
        await listener.close(settings.shutdown.seconds * 0.75)
        hub.stop()
        await background.finish(1.0)
        log.info("stopped")


async def _first_steps(
    needs: Needs, hub: Hub, settings: Settings
) -> tuple[Secret | None, Secret | None, Secret | None]:
    """A one-time host link; and where nobody was ever here, a first room with somebody to hold it and a way in."""
    expires = needs.clock.wall() + settings.links.host_minutes * 60
    host = needs.chance.secret(32)
    fresh = not await needs.directory.used_before()
    await needs.directory.add_once_link(OnceLink("host", needs.hasher(host), None, expires))
    if not fresh:
        return host, None, None
    facilitator = str(needs.chance.secret(16))
    nobodys = needs.hasher(needs.chance.secret(32))
    record = FacilitatorRecord(facilitator=facilitator, label=Words("first room"), link=nobodys, passphrase=None)
    await needs.directory.add_facilitator(record, trial=True)
    trial, invitation = needs.chance.secret(32), needs.chance.secret(16)
    group = GroupRecord(
        group=str(needs.chance.secret(16)),
        facilitator=facilitator,
        name=Words("A first circle"),
        mode="round",
        door="open",
        agreement=tuple(Words(line) for line in _TRIAL_AGREEMENT),
        agreement_version=1,
        invitation=needs.hasher(invitation),
    )
    await needs.directory.add_group(group)
    hub.keep_link(group.group, invitation)
    hub.open(group)
    await needs.directory.add_once_link(OnceLink("trial", needs.hasher(trial), facilitator, expires))
    return host, trial, invitation


async def fresh_host_link(settings: Settings) -> Secret:
    """One more one-time link to the host's desk, from a second process; a server may be running or not.

    Raises:
        server.ports.DirectoryFailure: the data folder cannot be used.
    """
    return await host_link_beside(settings.keep.data, minutes=settings.links.host_minutes)
