"""One connection as a state machine: greeted, at a door or desk, seated, gone. May this connection ask this now?

Knows what a connection is bound to (a seat, a desk), paces it, and hands each wish to
whoever answers it. Room wishes are answered in the same call; wishes that need the
directory or argon2 run one after another, and what comes meanwhile waits in a short line.
"""

import logging
from collections import deque
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any, Final, cast, get_args

from moderation.pacing import Bucket, Pace
from protocol import closings, limits, version
from protocol.closings import Closing
from protocol.codec import Malformed, decode, encode
from protocol.commands import (
    AnyCommand,
    ChangeKey,
    DeskCommand,
    DoorCommand,
    Ping,
    RenewInvitation,
    Resume,
    RoomCommand,
)
from protocol.frames import Accepted, Hello, Refused, ServerFrame, Welcome
from protocol.refusals import Refusal, RefusalArguments
from protocol.replies import MeetingReply, Reply
from protocol.words import Secret, Words
from server.ports import DirectoryFailure
from server.room.inner import RenewedInvitation, ReplaceKey
from server.runtime.desk import Desk
from server.runtime.door import Door
from server.runtime.hub import Hub, Needs
from server.runtime.link import Link
from server.runtime.post import Seen
from server.runtime.runner import Runner
from server.runtime.wishes import Wishes

log = logging.getLogger(__name__)

_OF_THE_ROOM: Final = frozenset(get_args(RoomCommand)) - {RenewInvitation, ChangeKey}
"""Wishes that a runner answers in the same call. Asked by class: a lookup, where `isinstance` would try forty."""

_LINE_MOST: Final = 32
"""Frames that may wait behind one that needs the directory."""

_TOO_FAST_MOST: Final = 40
"""Refusals for pace in a row before the connection is closed: no person is that fast."""


@dataclass(frozen=True, slots=True)
class House:
    """Everything a session hands wishes to."""

    needs: Needs
    hub: Hub
    door: Door
    desk: Desk
    pace: Pace
    server_version: str
    run_by: Words
    wiping: bool


class Session:
    """One connection.

    Args:
        house: who answers.
        link: the way back.
    """

    def __init__(self, house: House, link: Link) -> None:
        self._house: Final = house
        self._link: Final = link
        self._greeted = False
        self._gone = False
        self._bucket: Bucket = house.pace.full(house.needs.clock.now())
        self._too_fast = 0
        self._line: Final[deque[AnyCommand]] = deque()
        self._working = False
        self.seat: tuple[Runner, int] | None = None
        """The seat this connection belongs to."""
        self.desk: Secret | None = None
        """The token of the desk this connection sits at."""
        self.redraws_left = limits.NAME_REDRAWS
        self._wishes: Final = Wishes(house.door, house.desk, house.hub, self)

    # --- in ------------------------------------------------------------------------------------

    def receive(self, data: bytes) -> None:
        """One text frame from the client. Size and UTF-8 have been checked."""
        if self._gone:
            return
        try:
            self._received(data)
        except Exception as mistake:
            log.error("session_failed", exc_info=mistake)
            self._close(closings.OUR_MISTAKE)

    def _received(self, data: bytes) -> None:
        frame = decode(data)
        if isinstance(frame, Malformed):
            self._close(closings.MALFORMED)
        elif isinstance(frame, Hello):
            self._hello(frame)
        elif not self._greeted:
            self._close(closings.MALFORMED)
        elif self._in_time(frame):
            if self._working:
                self._queue(frame)
            else:
                self._dispatch(frame)

    def lost(self) -> None:
        """The connection is gone. The seat stays."""
        self._gone = True
        self._line.clear()
        self._leave_seat()

    def _leave_seat(self) -> None:
        if self.seat is not None:
            runner, seat = self.seat
            self.seat = None
            runner.disconnect(seat, self._link)

    @property
    def bound(self) -> bool:
        """Whether this connection has a seat or a desk; of others there may be fewer."""
        return self.seat is not None or self.desk is not None

    @property
    def greeted(self) -> bool:
        """Whether the client has said hello."""
        return self._greeted

    def _hello(self, hello: Hello) -> None:
        if self._greeted:
            self._close(closings.MALFORMED)
            return
        if hello.version < version.OLDEST_VERSION or hello.version > version.PROTOCOL_VERSION:
            self._close(closings.UPDATE_NEEDED)
            return
        self._greeted = True
        house = self._house
        self._send(
            Welcome(
                version=version.PROTOCOL_VERSION,
                server=house.server_version,
                run_by=house.run_by,
                wiping=house.wiping,
            )
        )

    def _in_time(self, command: AnyCommand) -> bool:
        """Pace: more than a person can give is refused, and far more ends the connection."""
        self._bucket, wait = self._house.pace.ask(self._bucket, self._house.needs.clock.now())
        if not wait:
            self._too_fast = 0
            return True
        self._too_fast += 1
        if self._too_fast > _TOO_FAST_MOST:
            self._close(closings.SLOW_DOWN)
            return False
        self.refuse(command.id, Refusal(code="slow_down", arguments=RefusalArguments(seconds=wait)))
        return False

    def _queue(self, command: AnyCommand) -> None:
        if len(self._line) >= _LINE_MOST:
            self._close(closings.SLOW_DOWN)
        else:
            self._line.append(command)

    def _dispatch(self, command: AnyCommand) -> None:
        """To whoever answers; wishes of the room first, for nearly all are."""
        if type(command) in _OF_THE_ROOM and self.seat is not None:
            runner, seat = self.seat
            runner.ask(seat, cast("RoomCommand", command), self._link)
        elif isinstance(command, Ping):
            self.accept(command.id, None)
        elif isinstance(command, Resume):
            self._resume(command)
        elif isinstance(command, DoorCommand | DeskCommand):
            self._work(self._wishes.answer(command))
        elif self.seat is None:
            self.refuse(command.id, Refusal(code="not_here"))
        elif isinstance(command, RenewInvitation):
            self._work(self._renew(command))
        elif isinstance(command, ChangeKey):
            self._change_key(command)

    # --- seats ---------------------------------------------------------------------------------

    def take_seat(self, runner: Runner, seat: int, command: str, seen: Seen | None) -> None:
        """This connection belongs to that seat from now on: the reply, then what was missed or a snapshot."""
        if self._gone:
            return  # the line was lost while the directory was asked; the seat waits for its key
        if self.seat is not None and self.seat != (runner, seat):
            self._leave_seat()
        self.accept(command, self._house.door.seat_reply(runner, seat))
        self.seat = (runner, seat)
        runner.connect(seat, self._link, seen)

    def _resume(self, command: Resume) -> None:
        found = self._house.hub.by_key(command.key)
        if found is None:
            self.refuse(command.id, Refusal(code="seat_ended"))
            return
        seen = Seen(command.epoch, command.number, command.card)
        self.take_seat(found[0], found[1], command.id, seen)

    def _change_key(self, command: ChangeKey) -> None:
        """A new key for my seat, and the other places are closed."""
        assert self.seat is not None  # noqa: S101  seen by _dispatch
        runner, seat = self.seat
        hashed = self._house.hub.hashed(command.key)
        if runner.room.seats[seat].key != hashed:
            old = runner.room.seats[seat].key
            refusal = runner.ask_inner(ReplaceKey(seat, hashed))
            if refusal is not None:
                self.refuse(command.id, refusal)
                return
            self._house.hub.key_ended(old)
        runner.close_others(seat, self._link)
        self.accept(command.id, None)

    async def _renew(self, command: RenewInvitation) -> None:
        if self.seat is None:
            self.refuse(command.id, Refusal(code="not_here"))
            return
        runner, seat = self.seat
        if runner.room.seats[seat].role != "facilitator" or runner.room.seats[seat].stage != "inside":
            self.refuse(command.id, Refusal(code="facilitators_only"))
            return
        group = runner.meeting.group.group
        try:
            link = await self._house.hub.new_invitation(group)
        except DirectoryFailure:
            log.error("directory_failed")
            self.refuse(command.id, Refusal(code="cannot_keep"))
            return
        except Exception as mistake:
            log.error("session_failed", exc_info=mistake)
            self.refuse(command.id, Refusal(code="our_mistake"))
            return
        runner.ask_inner(RenewedInvitation(seat))
        self.accept(command.id, MeetingReply(group=group, invitation=link))

    # --- wishes that take a while ----------------------------------------------------------------

    def _work(self, wish: Coroutine[Any, Any, None]) -> None:  # `Any`: nobody sends into it
        self._working = True
        self._house.needs.spawn(self._worked(wish))

    async def _worked(self, wish: Coroutine[Any, Any, None]) -> None:  # `Any`: as above
        try:
            await wish
        finally:
            self._working = False
            self._go_on()

    def _go_on(self) -> None:
        """What waited in the line meanwhile."""
        try:
            while self._line and not self._working and not self._gone:
                self._dispatch(self._line.popleft())
        except Exception as mistake:
            log.error("session_failed", exc_info=mistake)
            self._close(closings.OUR_MISTAKE)

    # --- out -----------------------------------------------------------------------------------

    def accept(self, command: str, reply: Reply | None) -> None:
        """Yes, with what it brings back."""
        self._send(Accepted(id=command, number=None, reply=reply))

    def refuse(self, command: str, refusal: Refusal) -> None:
        """Not now, and why."""
        self._send(Refused(id=command, refusal=refusal, temporary=refusal.temporary))

    def _send(self, frame: ServerFrame) -> None:
        if not self._gone:
            self._link.send(self._house.needs.framer(encode(frame)))

    def _close(self, closing: Closing) -> None:
        self._link.close(closing)
        self.lost()
