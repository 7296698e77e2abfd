"""Pairing: a second device, or somebody who facilitates with me, comes in by a code that is shown on my first screen.

The code alone opens nothing. A device needs the passphrase besides (`desk.py`), a person
needs the Yes of the one who shows the code. Nothing of it is kept outside this memory.
"""

from typing import Final

from protocol import limits
from protocol.commands import AnswerPairing, AskToFacilitate, OfferPairing
from protocol.names import NAMES
from protocol.refusals import Refusal, RefusalArguments
from protocol.replies import AskedReply, CoFacilitatorDoorReply, DeviceDoorReply, PairingAsker, PairingReply
from protocol.words import Secret
from server.room.inner import Arrive
from server.room.membership import free_draw
from server.room.names import mark_of, name_of
from server.runtime.codes import Code, Codes, ask, in_words
from server.runtime.hub import Hub, Needs
from server.runtime.runner import Runner

USED: Final = Refusal(code="invitation_used")
"""A code that never was, was used or is over answers like an invitation that is."""


class Pairing:
    """Answers to those who show a code, and to those who came by one.

    Args:
        needs: clock, chance, hasher and directory.
        hub: the rooms that are open.
        lasts: how long a code works, in milliseconds.
    """

    def __init__(self, needs: Needs, hub: Hub, *, lasts: int) -> None:
        self._needs: Final = needs
        self._hub: Final = hub
        self._lasts: Final = lasts
        self.codes: Final = Codes(needs.hasher)

    # --- the first screen ------------------------------------------------------------------------

    async def offer(
        self, token: Secret, facilitator: str, link: bytes | None, command: OfferPairing
    ) -> PairingReply | Refusal:
        """A new code for this desk: for a device, or for the meeting that runs in one of one's groups."""
        meeting = None
        if command.group is not None:
            group = await self._needs.directory.group(command.group)
            if group is None or group.facilitator != facilitator:
                return Refusal(code="no_such_group")
            runner = self._hub.by_group(group.group)
            if runner is None:
                return Refusal(code="not_open_yet")
            if runner.room.settings.held_by == "members":
                return Refusal(code="not_here")  # nobody is above anyone there
            meeting = runner.meeting.record.meeting
        elif link is None:
            return Refusal(code="not_here")  # a first room to try has no passphrase
        elif await self._needs.directory.devices_of(facilitator) + 1 >= limits.DEVICES_MOST:
            return Refusal(code="full", arguments=RefusalArguments(most=limits.DEVICES_MOST))
        words = in_words(self._needs.chance.bits())
        now = self._needs.clock.now()
        code = Code(
            hashed=self.codes.hashed(words),
            desk=self._needs.hasher(token),
            link=link or b"",
            facilitator=facilitator,
            group=command.group,
            meeting=meeting,
            ends=now + self._lasts,
        )
        self.codes.show(code, now)
        return self._reply(code, words)

    def state(self, token: Secret) -> PairingReply:
        """How far the pairing of this desk is."""
        code = self.codes.of_desk(self._needs.hasher(token), self._needs.clock.now())
        if code is None:
            return PairingReply(group=None, code=None, seconds=0, state="ended", asker=None)
        return self._reply(code)

    def answer(self, token: Secret, command: AnswerPairing) -> PairingReply | Refusal:
        """Yes or no to the one who was shown; to nobody else."""
        code = self.codes.of_desk(self._needs.hasher(token), self._needs.clock.now())
        if code is None or code.state != "asked" or code.asker is None or code.asker.number != command.asker:
            return Refusal(code="nobody_there")
        if command.accept:
            code.state = "allowed"
        else:
            self.codes.end(code)
        return self._reply(code)

    def end(self, token: Secret) -> None:
        """The code is put away."""
        code = self.codes.of_desk(self._needs.hasher(token), self._needs.clock.now())
        if code is not None:
            self.codes.forget(code)

    def end_all_of(self, facilitator: str) -> None:
        """Nothing that this facilitator showed opens anything from now on."""
        for code in self.codes.all_of(facilitator):
            self.codes.end(code)

    def _reply(self, code: Code, words: Secret | None = None) -> PairingReply:
        running = self._meeting(code)
        if code.group is not None and running is None and self.codes.lives(code, self._needs.clock.now()):
            self.codes.end(code)
        asker = None
        if code.asker is not None and running is not None:
            draw = code.asker.draw if code.state == "paired" else free_draw(running.room, code.asker.draw)
            asker = PairingAsker(asker=code.asker.number, name=name_of(running.room.secret, draw))
        left = max(0, -(-(code.ends - self._needs.clock.now()) // 1000))
        return PairingReply(group=code.group, code=words, seconds=left, state=code.state, asker=asker)

    # --- the other side --------------------------------------------------------------------------

    def door(self, link: Secret, *, redraws_left: int) -> DeviceDoorReply | CoFacilitatorDoorReply | None:
        """What this code opens; None where it is none."""
        code = self.codes.find(link, self._needs.clock.now())
        if code is None:
            return None
        if code.group is None:
            return DeviceDoorReply(run_by=self._hub.plan.run_by)
        runner = self._meeting(code)
        if runner is None:
            return None
        room = runner.room
        draw = free_draw(room, self._needs.chance.bits() % NAMES)
        return CoFacilitatorDoorReply(
            group=room.group,
            run_by=room.run_by,
            agreement=room.agreement,
            crisis_policy=room.crisis_policy,
            draw=draw,
            name=name_of(room.secret, draw),
            mark=mark_of(room.secret, len(room.seats) + 1),
            redraws_left=redraws_left,
        )

    def ask_to_facilitate(self, command: AskToFacilitate) -> AskedReply | tuple[Runner, int] | Refusal:
        """Wait for the Yes, and with it take the seat. Asked again and again with the same key: the same answer."""
        seated = self._hub.by_key(command.key)
        if seated is not None:
            return seated
        code = self.codes.find(command.link, self._needs.clock.now())
        runner = self._meeting(code) if code is not None else None
        if code is None or runner is None or not ask(code, self._hub.hashed(command.key), command.draw):
            return USED
        if len(code.turned_away) > limits.PAIRING_TRIES:
            self.codes.end(code)  # so many do not come by one code that was shown to one person
            return USED
        assert code.asker is not None  # noqa: S101  noted by `ask`
        if code.state != "allowed":
            return AskedReply(name=name_of(runner.room.secret, free_draw(runner.room, code.asker.draw)))
        return self._sit(code, runner, command.key)

    def _sit(self, code: Code, runner: Runner, key: Secret) -> tuple[Runner, int] | Refusal:
        assert code.asker is not None  # noqa: S101  allowed by somebody who saw them
        wish = Arrive(
            key=code.asker.key,
            draw=code.asker.draw,
            role="facilitator",
            listening=False,
            agreement=runner.room.agreement.version,
            line=None,
        )
        refusal = runner.ask_inner(wish)
        if refusal is not None:
            return refusal
        self.codes.paired(code)
        seated = self._hub.by_key(key)
        if seated is None:
            return Refusal(code="our_mistake")
        code.asker.draw = runner.room.seats[seated[1]].draw
        return seated

    def _meeting(self, code: Code) -> Runner | None:
        runner = self._hub.by_group(code.group) if code.group is not None else None
        return runner if runner is not None and runner.meeting.record.meeting == code.meeting else None
