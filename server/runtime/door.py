"""The door: what a link opens, names for tonight, knocking. Nobody is anybody here yet."""

import hashlib
import hmac
from base64 import urlsafe_b64encode
from typing import Final

from moderation.pipeline import consider_line
from protocol import limits
from protocol.commands import Knock
from protocol.names import NAMES
from protocol.refusals import Refusal, RefusalArguments
from protocol.replies import (
    CoFacilitatorDoorReply,
    DeviceDoorReply,
    DoorReply,
    FacilitatorDoorReply,
    HostDoorReply,
    SeatReply,
    TrialDoorReply,
)
from protocol.rooms import Agreement
from protocol.words import Secret
from server.ports import GroupRecord
from server.room.inner import Arrive
from server.room.membership import free_draw
from server.room.names import mark_of, name_of
from server.runtime.hub import Hub, Needs
from server.runtime.pairing import USED, Pairing
from server.runtime.runner import Runner

AnyDoor = DoorReply | FacilitatorDoorReply | HostDoorReply | TrialDoorReply | DeviceDoorReply | CoFacilitatorDoorReply


class Door:
    """Answers to those who stand at a door."""

    def __init__(self, needs: Needs, hub: Hub, pairing: Pairing) -> None:
        self._needs: Final = needs
        self._hub: Final = hub
        self._pairing: Final = pairing

    async def look(self, link: Secret, *, redraws_left: int) -> AnyDoor | Refusal:
        """What this link opens. Uses nothing up."""
        running = self._hub.by_invitation(link)
        if running is not None:
            return self._open_door(running, redraws_left)
        paired = self._pairing.door(link, redraws_left=redraws_left)
        if paired is not None:
            return paired
        hashed = self._needs.hasher(link)
        directory = self._needs.directory
        group = await directory.group_by_invitation(hashed)
        if group is not None:
            running = self._hub.by_group(group.group)
            return self._open_door(running, redraws_left) if running else self._closed_door(group, redraws_left)
        facilitator = await directory.facilitator_by_link(hashed)
        if facilitator is not None:
            return FacilitatorDoorReply(first_time=facilitator.passphrase is None, run_by=self._hub.plan.run_by)
        once = await directory.once_link(hashed)
        if once is not None and once.expires > self._needs.clock.wall():
            return HostDoorReply() if once.kind == "host" else TrialDoorReply()
        return USED

    def _open_door(self, runner: Runner, redraws_left: int) -> DoorReply:
        room = runner.room
        draw = free_draw(room, self._needs.chance.bits() % NAMES)
        return DoorReply(
            open=True,
            level=room.door,
            group=room.group,
            run_by=room.run_by,
            agreement=room.agreement,
            crisis_policy=room.crisis_policy,
            draw=draw,
            name=name_of(room.secret, draw),
            mark=mark_of(room.secret, len(room.seats) + 1),
            redraws_left=redraws_left,
        )

    def _closed_door(self, group: GroupRecord, redraws_left: int) -> DoorReply:
        plan = self._hub.plan
        secret = bytes(32)
        draw = self._needs.chance.bits() % NAMES
        return DoorReply(
            open=False,
            level=group.door,
            group=group.name,
            run_by=plan.run_by,
            agreement=Agreement(version=group.agreement_version, lines=group.agreement),
            crisis_policy=plan.crisis_policy,
            draw=draw,
            name=name_of(secret, draw),
            mark=mark_of(secret, 1),
            redraws_left=redraws_left,
        )

    async def knock(self, command: Knock) -> tuple[Runner, int] | Refusal:
        """Come in, or wait. The same key again is the same seat: a lost reply loses nothing."""
        seated = self._hub.by_key(command.key)
        if seated is not None:
            return seated
        runner = self._hub.by_invitation(command.link)
        if runner is None:
            group = await self._needs.directory.group_by_invitation(self._needs.hasher(command.link))
            if group is None:
                return USED
            runner = self._hub.by_group(group.group)
            if runner is None:
                return Refusal(code="not_open_yet")
        line = None
        if command.line is not None and command.line.strip():
            verdict = consider_line(command.line)
            if verdict.refusal is not None:
                return verdict.refusal
            line = verdict.text
        wish = Arrive(
            key=self._hub.hashed(command.key),
            draw=command.draw,
            role="member",
            listening=command.listening,
            agreement=command.agreement,
            line=line,
        )
        refusal = runner.ask_inner(wish)
        if refusal is not None:
            return refusal
        return self._hub.by_key(command.key) or Refusal(code="our_mistake")

    def seat_reply(self, runner: Runner, seat: int) -> SeatReply:
        """What somebody is handed with their seat."""
        role = runner.room.seats[seat].role
        return SeatReply(
            seat=seat,
            role=role,
            draft_key=draft_key(runner.room.secret, seat),
            neutral_site=self._hub.plan.neutral_site,
            invitation=self._hub.invitation_of(runner.meeting.group.group) if role == "facilitator" else None,
        )


def draft_key(secret: bytes, seat: int) -> Secret:
    """The key that seals a seat's draft on its device: dies with the meeting, comes back with it after a crash."""
    digest = hmac.new(secret, b"draft:%d" % seat, hashlib.sha256).digest()
    return Secret(urlsafe_b64encode(digest).rstrip(b"=").decode())


def names_drawn() -> Refusal:
    """No more names than five."""
    return Refusal(code="names_drawn", arguments=RefusalArguments(most=limits.NAME_REDRAWS + 1))
