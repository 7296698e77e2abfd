"""The desk: facilitators and hosts outside a room. Sessions live in memory, hashed, and end by themselves.

Secrets are checked in two steps: the link's keyed hash first, argon2 only after it
matched, so that a flood cannot lock facilitators out (people.md, Tokens).
"""

from dataclasses import dataclass
from typing import Final, Literal

from moderation.pipeline import consider_line
from protocol import limits
from protocol.commands import (
    ChoosePassphrase,
    EnterAsFacilitator,
    MakeFacilitator,
    OpenHostDesk,
    OpenTrialDesk,
    PairDevice,
    PrepareMeeting,
    RemoveFacilitator,
    RemoveGroup,
    ReturnToDesk,
    SignIn,
    StartGroup,
)
from protocol.names import NAMES
from protocol.refusals import Refusal, RefusalArguments, RefusalCode
from protocol.replies import DeskReply, FacilitatorAtDesk, GroupAtDesk, HostDeskReply, MeetingReply
from protocol.words import Secret, Words
from server.ports import DirectoryFailure, FacilitatorRecord, GroupRecord, Passphrases, TooManyWaiting
from server.room.held import self_held
from server.room.inner import Arrive
from server.runtime.codes import try_passphrase
from server.runtime.hub import Hub, Needs
from server.runtime.pairing import USED, Pairing
from server.runtime.runner import Runner

_BUSY_SECONDS: Final = 3


@dataclass(slots=True)
class Session:
    """Somebody at a desk."""

    kind: Literal["host", "facilitator"]
    facilitator: str
    """Whose desk; empty for the host."""
    used: int
    """When it was last used, by the house's clock."""
    ends: int
    link: bytes | None
    """Keyed hash of the link it was opened with, where that link stays good: one's own, or a paired device's."""


@dataclass(frozen=True, slots=True)
class DeskTimes:
    """How long a session lives, in milliseconds."""

    idle: int
    longest: int


class Desk:
    """Answers to facilitators and hosts."""

    def __init__(self, needs: Needs, hub: Hub, passphrases: Passphrases, times: DeskTimes, pairing: Pairing) -> None:
        self._needs: Final = needs
        self._hub: Final = hub
        self._passphrases: Final = passphrases
        self._times: Final = times
        self.pairing: Final = pairing
        self._sessions: Final[dict[bytes, Session]] = {}
        self._choosing: Final[set[str]] = set()
        """Facilitators whose passphrase is being hashed: of two who choose at once, the first has chosen."""

    # --- sessions ------------------------------------------------------------------------------

    def session(self, token: Secret) -> Session | None:
        """The living session of a token, used now."""
        hashed = self._needs.hasher(token)
        session = self._sessions.get(hashed)
        now = self._needs.clock.now()
        if session is None:
            return None
        if now >= session.ends or now >= session.used + self._times.idle:
            del self._sessions[hashed]
            return None
        session.used = now
        return session

    def _new_session(self, kind: Literal["host", "facilitator"], facilitator: str, link: bytes | None = None) -> Secret:
        now = self._needs.clock.now()
        for hashed in [h for h, s in self._sessions.items() if now >= s.ends or now >= s.used + self._times.idle]:
            del self._sessions[hashed]
        token = self._needs.chance.secret(32)
        self._sessions[self._needs.hasher(token)] = Session(kind, facilitator, now, now + self._times.longest, link)
        return token

    def leave(self, token: Secret) -> None:
        """The session ends now, and with it the code it shows."""
        self.pairing.end(token)
        self._sessions.pop(self._needs.hasher(token), None)

    # --- the host ------------------------------------------------------------------------------

    async def open_host(self, command: OpenHostDesk) -> HostDeskReply | Refusal:
        """The one-time host link is used up."""
        if await self._use_once(command.link, "host") is None:
            return USED
        return await self.host_reply(self._new_session("host", ""))

    async def host_reply(self, token: Secret, link: Secret | None = None) -> HostDeskReply:
        """The host's page."""
        people = await self._needs.directory.facilitators()
        return HostDeskReply(
            session=token,
            facilitators=tuple(
                FacilitatorAtDesk(facilitator=p.facilitator, label=p.label, has_passphrase=p.passphrase is not None)
                for p in people
            ),
            link=link,
        )

    async def make_facilitator(self, token: Secret, command: MakeFacilitator) -> HostDeskReply | Refusal:
        """A link for somebody who shall hold circles here, shown once."""
        label = consider_line(command.label, most=limits.LABEL_CODE_POINTS)
        if label.refusal is not None:
            return label.refusal
        link = self._needs.chance.secret(32)
        record = FacilitatorRecord(
            facilitator=str(self._needs.chance.secret(16)),
            label=label.text,
            link=self._needs.hasher(link),
            passphrase=None,
        )
        await self._needs.directory.add_facilitator(record)
        return await self.host_reply(token, link)

    async def remove_facilitator(self, token: Secret, command: RemoveFacilitator) -> HostDeskReply | Refusal:
        """Link, passphrase, groups and sessions of a facilitator end at once. Open meetings go on until closed."""
        await self._needs.directory.remove_facilitator(command.facilitator)
        self._end_desks(command.facilitator)
        return await self.host_reply(token)

    def _end_desks(self, facilitator: str, *, but: bytes | None = None) -> None:
        self.pairing.end_all_of(facilitator)
        for hashed in [h for h, s in self._sessions.items() if s.facilitator == facilitator and h != but]:
            del self._sessions[hashed]

    # --- signing in ----------------------------------------------------------------------------

    async def open_trial(self, command: OpenTrialDesk) -> DeskReply | Refusal:
        """The one-time link to the first room is used up."""
        facilitator = await self._use_once(command.link, "trial")
        if facilitator is None:
            return USED
        return await self.reply(self._new_session("facilitator", facilitator), facilitator)

    async def _use_once(self, link: Secret, kind: Literal["host", "trial"]) -> str | None:
        hashed = self._needs.hasher(link)
        once = await self._needs.directory.once_link(hashed)
        if once is None or once.kind != kind or once.expires <= self._needs.clock.wall():
            return None
        used = await self._needs.directory.use_once_link(hashed)
        return None if used is None else used.facilitator or ""

    async def choose_passphrase(self, command: ChoosePassphrase) -> DeskReply | Refusal:
        """A facilitator's first visit."""
        person = await self._needs.directory.facilitator_by_link(self._needs.hasher(command.link))
        if person is None or person.passphrase is not None:
            return USED
        if len(command.passphrase) < limits.PASSPHRASE_LEAST:
            return _refused("passphrase_short", most=limits.PASSPHRASE_LEAST)
        if person.facilitator in self._choosing:
            return _refused("busy", seconds=_BUSY_SECONDS)
        self._choosing.add(person.facilitator)
        try:
            encoded = await self._passphrases.hashed(command.passphrase)
            await self._needs.directory.set_passphrase(person.facilitator, encoded)
        except TooManyWaiting:
            return _refused("busy", seconds=_BUSY_SECONDS)
        finally:
            self._choosing.discard(person.facilitator)
        return await self._opened(command.link)

    async def sign_in(self, command: SignIn) -> DeskReply | Refusal:
        """Link and passphrase."""
        person = await self._needs.directory.facilitator_by_link(self._needs.hasher(command.link))
        if person is None:
            return USED
        if person.passphrase is None:
            return Refusal(code="wrong_passphrase")
        try:
            fits = await self._passphrases.fits(person.passphrase, command.passphrase)
        except TooManyWaiting:
            return _refused("busy", seconds=_BUSY_SECONDS)
        if not fits:
            return Refusal(code="wrong_passphrase")
        return await self._opened(command.link)

    async def _opened(self, link: Secret) -> DeskReply | Refusal:
        """The desk of this link, unless it was ended while the passphrase was looked at."""
        hashed = self._needs.hasher(link)
        person = await self._needs.directory.facilitator_by_link(hashed)
        if person is None:
            return USED
        return await self.reply(self._new_session("facilitator", person.facilitator, hashed), person.facilitator)

    # --- devices -------------------------------------------------------------------------------

    async def pair_device(self, command: PairDevice) -> DeskReply | Refusal:
        """The code, then the passphrase; then this device has a link of its own. The code hears few passphrases."""
        directory = self._needs.directory
        codes = self.pairing.codes
        code = codes.find(command.link, self._needs.clock.now())
        person = await directory.facilitator_by_link(code.link) if code is not None and code.group is None else None
        if code is None or person is None or person.passphrase is None or not try_passphrase(code):
            return USED
        try:
            fits = await self._passphrases.fits(person.passphrase, command.passphrase)
        except TooManyWaiting:
            code.tries -= 1  # nothing was looked at
            return _refused("busy", seconds=_BUSY_SECONDS)
        if not fits:
            if code.tries >= limits.PAIRING_TRIES:
                codes.end(code)
            return Refusal(code="wrong_passphrase")
        if not codes.lives(code, self._needs.clock.now()):
            return USED
        codes.paired(code)  # before anything is waited for: of two who come at once one gets in
        link = self._needs.chance.secret(32)
        hashed = self._needs.hasher(link)
        try:
            await directory.add_device(person.facilitator, hashed)
        except DirectoryFailure:
            codes.end(code)
            raise
        if code.state != "paired":  # somebody said "only this device" meanwhile
            await directory.remove_device(hashed)
            return USED
        opened = await self._opened(link)
        return opened if isinstance(opened, Refusal) else opened.model_copy(update={"link": link})

    async def only_this_device(self, token: Secret, session: Session) -> DeskReply | Refusal:
        """The link of this session is the only one from now on, and its desk the only open one."""
        if session.link is None:
            return Refusal(code="not_here")
        self._end_desks(session.facilitator, but=self._needs.hasher(token))
        await self._needs.directory.keep_only(session.facilitator, session.link)
        # Once more: who was let in while the directory wrote.
        self._end_desks(session.facilitator, but=self._needs.hasher(token))
        return await self.reply(token, session.facilitator)

    async def back(self, command: ReturnToDesk) -> DeskReply | HostDeskReply | Refusal:
        """The same tab, after a reload."""
        session = self.session(command.session)
        if session is None:
            return Refusal(code="session_ended")
        if session.kind == "host":
            return await self.host_reply(command.session)
        return await self.reply(command.session, session.facilitator)

    async def reply(self, token: Secret, facilitator: str) -> DeskReply:
        """A facilitator's desk."""
        groups = await self._needs.directory.groups_of(facilitator)
        session = self.session(token)
        paired = session is not None and session.link is not None
        return DeskReply(
            session=token,
            devices=await self._needs.directory.devices_of(facilitator) + 1 if paired else 0,
            link=None,
            groups=tuple(
                GroupAtDesk(
                    group=g.group,
                    name=g.name,
                    mode=g.mode,
                    door=g.door,
                    open=self._hub.by_group(g.group) is not None,
                    invitation=self._hub.invitation_of(g.group),
                    invited=g.invitation is not None,
                )
                for g in groups
            ),
        )

    # --- groups --------------------------------------------------------------------------------

    async def start_group(self, facilitator: str, command: StartGroup) -> MeetingReply | Refusal:
        """A group and its first invitation."""
        if len(await self._needs.directory.groups_of(facilitator)) >= limits.GROUPS_MOST:
            return _refused("full")
        name = consider_line(command.name, most=limits.LABEL_CODE_POINTS)
        if name.refusal is not None:
            return name.refusal
        lines: list[Words] = []
        for line in command.agreement:
            verdict = consider_line(line, most=limits.AGREEMENT_LINE_CODE_POINTS)
            if verdict.refusal is not None:
                return verdict.refusal
            lines.append(verdict.text)
        link = self._needs.chance.secret(16)
        record = GroupRecord(
            group=str(self._needs.chance.secret(16)),
            facilitator=facilitator,
            name=name.text,
            mode=command.mode,
            door=command.door,
            agreement=tuple(lines),
            agreement_version=1,
            invitation=self._needs.hasher(link),
            held_by=command.held_by,
        )
        await self._needs.directory.add_group(record)
        self._hub.keep_link(record.group, link)
        return MeetingReply(group=record.group, invitation=link)

    async def prepare(self, facilitator: str, command: PrepareMeeting) -> MeetingReply | Refusal:
        """A new invitation to the next meeting."""
        group = await self._own(facilitator, command.group)
        if group is None:
            return Refusal(code="no_such_group")
        if self._hub.by_group(group.group) is not None:
            return Refusal(code="meeting_is_open")
        return MeetingReply(group=group.group, invitation=await self._hub.new_invitation(group.group))

    async def remove_group(self, facilitator: str, command: RemoveGroup) -> Refusal | None:
        """Forget a group."""
        group = await self._own(facilitator, command.group)
        if group is None:
            return Refusal(code="no_such_group")
        if self._hub.by_group(group.group) is not None:
            return Refusal(code="meeting_is_open")
        await self._needs.directory.remove_group(group.group)
        self._hub.forget_group(group.group)
        return None

    async def enter(self, facilitator: str, command: EnterAsFacilitator) -> tuple[Runner, int] | Refusal:
        """Take one's seat with the facilitator's powers, or as everybody does where the members hold the room.

        Opens the meeting if nobody has yet.
        """
        seated = self._hub.by_key(command.key)
        if seated is not None:
            return seated
        group = await self._own(facilitator, command.group)
        if group is None:
            return Refusal(code="no_such_group")
        runner = self._hub.open(group)
        wish = Arrive(
            key=self._hub.hashed(command.key),
            draw=self._needs.chance.bits() % NAMES,
            role="member" if self_held(runner.room) else "facilitator",
            listening=False,
            agreement=group.agreement_version,
            line=None,
            at_home=True,
        )
        refusal = runner.ask_inner(wish)
        return refusal or self._hub.by_key(command.key) or Refusal(code="our_mistake")

    async def _own(self, facilitator: str, group: str) -> GroupRecord | None:
        found = await self._needs.directory.group(group)
        return found if found is not None and found.facilitator == facilitator else None


def _refused(code: RefusalCode, *, seconds: int | None = None, most: int | None = None) -> Refusal:
    return Refusal(code=code, arguments=RefusalArguments(seconds=seconds, most=most))
