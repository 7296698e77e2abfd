"""What is wished at a door or a desk, and who answers it: one line a command.

These wishes may wait for the directory or for argon2. A directory that cannot be written
is said in words, and nothing was changed.
"""

import logging
from typing import Final, Protocol, assert_never

from protocol import commands as c
from protocol.refusals import Refusal
from protocol.replies import Reply
from protocol.words import Secret
from server.ports import DirectoryFailure
from server.runtime.desk import Desk, Session
from server.runtime.door import Door, names_drawn
from server.runtime.hub import Hub
from server.runtime.post import Seen
from server.runtime.runner import Runner

log = logging.getLogger(__name__)

PairingAtDesk = c.OfferPairing | c.LookAtPairing | c.AnswerPairing | c.EndPairing | c.OnlyThisDevice


class Asker(Protocol):
    """The connection that wishes."""

    desk: Secret | None
    redraws_left: int

    def accept(self, command: str, reply: Reply | None) -> None:
        """Yes, with what it brings back."""

    def refuse(self, command: str, refusal: Refusal) -> None:
        """Not now, and why."""

    def take_seat(self, runner: Runner, seat: int, command: str, seen: Seen | None) -> None:
        """This connection belongs to that seat from now on."""


class Wishes:
    """Answers one connection's wishes at doors and desks."""

    def __init__(self, door: Door, desk: Desk, hub: Hub, asker: Asker) -> None:
        self._door: Final = door
        self._desk: Final = desk
        self._hub: Final = hub
        self._asker: Final = asker

    async def answer(self, command: c.DoorCommand | c.DeskCommand) -> None:
        """Answer it, whatever happens: a wish without an answer is one that a person waits for."""
        try:
            outcome = await self._outcome(command)
        except DirectoryFailure:
            log.error("directory_failed")
            outcome = Refusal(code="cannot_keep")
        except Exception as mistake:
            log.error("session_failed", exc_info=mistake)
            outcome = Refusal(code="our_mistake")
        if isinstance(outcome, Refusal):
            self._asker.refuse(command.id, outcome)
        elif isinstance(outcome, tuple):
            self._asker.desk = None
            self._asker.take_seat(outcome[0], outcome[1], command.id, None)
        else:
            if outcome is not None and outcome.type in ("desk", "host_desk"):
                self._asker.desk = outcome.session
            self._asker.accept(command.id, outcome)

    async def _outcome(self, command: c.DoorCommand | c.DeskCommand) -> Reply | tuple[Runner, int] | Refusal | None:
        match command:
            case c.Look():
                return await self._door.look(command.link, redraws_left=self._asker.redraws_left)
            case c.DrawName():
                return await self._draw_name(command)
            case c.Knock():
                return await self._door.knock(command)
            case c.AskToFacilitate():
                return self._desk.pairing.ask_to_facilitate(command)
            case c.PairDevice():
                return await self._desk.pair_device(command)
            case c.OpenHostDesk():
                return await self._desk.open_host(command)
            case c.OpenTrialDesk():
                return await self._desk.open_trial(command)
            case c.ChoosePassphrase():
                return await self._desk.choose_passphrase(command)
            case c.SignIn():
                return await self._desk.sign_in(command)
            case c.ReturnToDesk():
                return await self._desk.back(command)
            case c.Resume() | c.Ping():
                return Refusal(code="not_here")  # answered by the session itself
            case _:
                return await self._at_desk(command)

    async def _draw_name(self, command: c.DrawName) -> Reply | Refusal:
        if self._asker.redraws_left == 0:
            return names_drawn()
        self._asker.redraws_left -= 1
        return await self._door.look(command.link, redraws_left=self._asker.redraws_left)

    async def _at_desk(
        self,
        command: c.MakeFacilitator
        | c.RemoveFacilitator
        | c.LeaveDesk
        | c.StartGroup
        | c.PrepareMeeting
        | c.RemoveGroup
        | c.EnterAsFacilitator
        | PairingAtDesk,
    ) -> Reply | tuple[Runner, int] | Refusal | None:
        token = self._asker.desk
        session = self._desk.session(token) if token is not None else None
        if token is None or session is None:
            return Refusal(code="session_ended")
        match command:
            case c.LeaveDesk():
                self._desk.leave(token)
                self._asker.desk = None
                return None
            case c.MakeFacilitator() | c.RemoveFacilitator():
                return await self._as_host(token, session, command)
            case _:
                return await self._as_facilitator(token, session, command)

    async def _as_host(
        self, token: Secret, session: Session, command: c.MakeFacilitator | c.RemoveFacilitator
    ) -> Reply | Refusal:
        if session.kind != "host":
            return Refusal(code="hosts_only")
        if isinstance(command, c.MakeFacilitator):
            return await self._desk.make_facilitator(token, command)
        return await self._desk.remove_facilitator(token, command)

    async def _as_facilitator(
        self,
        token: Secret,
        session: Session,
        command: c.StartGroup | c.PrepareMeeting | c.RemoveGroup | c.EnterAsFacilitator | PairingAtDesk,
    ) -> Reply | tuple[Runner, int] | Refusal | None:
        if session.kind != "facilitator":
            return Refusal(code="facilitators_only")
        match command:
            case c.StartGroup():
                return await self._desk.start_group(session.facilitator, command)
            case c.PrepareMeeting():
                return await self._desk.prepare(session.facilitator, command)
            case c.RemoveGroup():
                refusal = await self._desk.remove_group(session.facilitator, command)
                return refusal or await self._desk.reply(token, session.facilitator)
            case c.EnterAsFacilitator():
                return await self._desk.enter(session.facilitator, command)
            case _:
                return await self._pairing(token, session, command)

    async def _pairing(self, token: Secret, session: Session, command: PairingAtDesk) -> Reply | Refusal | None:
        pairing = self._desk.pairing
        match command:
            case c.OfferPairing():
                return await pairing.offer(token, session.facilitator, session.link, command)
            case c.LookAtPairing():
                return pairing.state(token)
            case c.AnswerPairing():
                return pairing.answer(token, command)
            case c.EndPairing():
                pairing.end(token)
                return None
            case c.OnlyThisDevice():
                return await self._desk.only_this_device(token, session)
            case _:
                assert_never(command)
