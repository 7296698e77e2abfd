"""The runner of one room: the only writer of its state. Decide, journal, evolve, tell; one wish at a time.

Every wish is one synchronous call, so two can never meet in the middle. The runner keeps
time for the room by one wake-up, and a bug in the room costs this room a restart from its
journal and nobody else anything.
"""

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final, Protocol

from moderation.words_of import considered
from protocol import closings
from protocol.closings import Closing
from protocol.codec import encode, encode_accepted
from protocol.commands import RoomCommand
from protocol.events import Closed, Said
from protocol.frames import Refused
from protocol.refusals import Refusal
from server.ports import Chance, Clock, Entry, Journal, JournalFailure, Receipt, Wake
from server.room import facts as f
from server.room.alarms import next_wake
from server.room.decide import decide, decide_inner
from server.room.inner import Connect, Disconnect, End, Inner, LoseJournal, Tick
from server.room.memory import Ring
from server.room.state import Room
from server.room.telling import Decision
from server.runtime.answers import Answers
from server.runtime.bag import Bag
from server.runtime.company import Company
from server.runtime.link import Framer, Link
from server.runtime.meeting import Meeting, with_prompt_of
from server.runtime.post import Post, Seen

log = logging.getLogger(__name__)

_CRASHES_MOST: Final = 3
_CRASH_WINDOW: Final = 60_000
"""Three crashes within a minute: the room is closed kindly (settled.md 8)."""


class Owner(Protocol):
    """Who is told about keys and the end; the hub."""

    def key_made(self, key: str, runner: "Runner") -> None:
        """A seat key opens this room from now on."""

    def key_ended(self, key: str) -> None:
        """A seat key is worth nothing now."""

    def ended(self, runner: "Runner") -> None:
        """The meeting is over."""


class Runner:
    """One room, running.

    Args:
        meeting: what runs here.
        owner: the hub.
        clock, chance, journal, framer: what it needs from outside.
        entries: the meeting's journal after a crash; None for a new meeting.
        kept: whether the journal has this meeting; False where it could not begin it.
    """

    def __init__(
        self,
        meeting: Meeting,
        owner: Owner,
        *,
        clock: Clock,
        chance: Chance,
        journal: Journal,
        framer: Framer,
        entries: tuple[Entry, ...] | None = None,
        kept: bool = True,
    ) -> None:
        self.meeting: Final = meeting
        self.company: Final = Company()
        self._owner: Final = owner
        self._clock: Final = clock
        self._chance: Final = chance
        self._journal: Final = journal
        self._framer: Final = framer
        self._answers = Answers()
        self._outward: Final[deque[tuple[Receipt | None, Callable[[], None]]]] = deque()
        self._crashes: Final[deque[int]] = deque(maxlen=_CRASHES_MOST)
        self._wake: Wake | None = None
        self._wake_at: int | None = None
        self._position = 0
        self._number = 0
        """Number of the last event of this epoch; ahead of the ring while a receipt is waited for."""
        self._journal_lost = not kept
        self._zero = clock.now()
        """The clock's reading at the beginning of the meeting."""
        self.room: Room = meeting.beginning(survives_restart=kept and journal.survives_restart)
        self._post = self._new_post()
        if entries is not None:
            self._restore(entries)
        self._set_wake()

    # --- what the house asks -------------------------------------------------------------------

    @property
    def now(self) -> int:
        """Milliseconds since the meeting began."""
        return self._clock.now() - self._zero

    def ask(self, seat: int, command: RoomCommand, link: Link) -> None:
        """A wish of a seat. `link` gets the answer, after the events that the wish caused."""
        try:
            self._ask(seat, command, link)
        except Exception as mistake:  # noqa: BLE001  a bug in one room must not reach the others
            self._crashed(mistake)
            refused = self._framer(encode(Refused(id=command.id, refusal=Refusal(code="our_mistake"), temporary=True)))
            self._when_safe(lambda: self._post.answer(link, refused))

    def _ask(self, seat: int, command: RoomCommand, link: Link) -> None:
        known = self._answers.find(seat, command.id)
        if known is not None:
            self._when_safe(lambda: self._post.answer(link, known))
            return
        key = f"{seat}:{command.id}"
        if self._answers.was_done(key):
            self._answer(seat, command.id, encode_accepted(command.id, None), link)
            return
        words = considered(command)
        if isinstance(words, Refusal):
            decided: Decision | Refusal = words
        else:
            decided = decide(self.room, seat, command, words, self.now, self._chance.bits())
        if isinstance(decided, Refusal):
            refused = Refused(id=command.id, refusal=decided, temporary=decided.temporary)
            self._answer(seat, command.id, encode(refused), link)
            return
        number = self._commit(decided, key)
        self._answer(seat, command.id, encode_accepted(command.id, number), link)
        self._afterwards(decided)

    def ask_inner(self, wish: Inner) -> Refusal | None:
        """A wish of the house. Returns why not, or None when it was carried out."""
        try:
            decided = decide_inner(self.room, wish, self.now, self._chance.bits())
            if isinstance(decided, Refusal):
                return decided
            if decided.facts:
                self._commit(decided, None)
                self._afterwards(decided)
        except Exception as mistake:  # noqa: BLE001  as above
            self._crashed(mistake)
            return Refusal(code="our_mistake")
        return None

    def connect(self, seat: int, link: Link, seen: Seen | None) -> None:
        """A link of this seat is open: it gets what it missed or a snapshot, and everything from now on."""
        first = not self.company.of(seat)
        if first:
            self.ask_inner(Connect(seat))
        self.company.add(seat, link)
        self._when_safe(partial(self._welcome, self._post, self.room, seat, link, seen))
        if not first:
            self._when_safe(partial(self._post.places, seat))

    def _welcome(self, post: Post, room: Room, seat: int, link: Link, seen: Seen | None) -> None:
        """Not before everything older has left: the first thing a link sees is where the room stands."""
        post.joins(link)
        if self.company.welcome(seat, link, inside=room.seats[seat].stage == "inside"):
            post.welcome(room, seat, link, seen, self.now)

    def settle(self) -> None:
        """After a start: a meeting that had ended, and was not forgotten before the crash, is forgotten now."""
        if self.room.closed:
            self._ended(closings.MEETING_CLOSED)

    def disconnect(self, seat: int, link: Link) -> None:
        """A link is gone."""
        left = self.company.remove(seat, link)
        if left is None or self.room.closed:
            return
        if left == 0:
            self.ask_inner(Disconnect(seat))
        else:
            self._post.places(seat)

    def close_others(self, seat: int, link: Link) -> None:
        """Close the other places in which this seat is open."""
        self._post.empty()
        for other in self.company.of(seat):
            if other is not link:
                self.company.remove(seat, other)
                other.close(closings.OPEN_ELSEWHERE)
        self._post.places(seat)

    def stop(self) -> None:
        """The process ends; the meeting does not. Nothing is written or told any more."""
        if self._wake is not None:
            self._wake.cancel()
            self._wake = None

    # --- carrying out --------------------------------------------------------------------------

    def _commit(self, decided: Decision, key: str | None) -> int | None:
        """Journal, evolve, tell. Returns the number of the last event, or None when nobody was told anything."""
        receipt = self._journaled(decided, key, self.now)
        self._when_safe(partial(self._post.tell, self.room, decided, self.now), receipt)
        self.room = decided.room
        if any(type(fact) is not Said for fact in decided.facts):
            self._set_wake()
        told = sum(f.is_event(fact) for fact in decided.facts)
        self._number += told
        return self._number if told else None

    def _journaled(self, decided: Decision, key: str | None, at: int) -> Receipt | None:
        """Append what the journal keeps; when it cannot, the room goes on without it and says so."""
        if self._journal_lost:
            return None
        forms = [f.journal_form(self.room.secret, fact) for fact in decided.facts]
        entries = [Entry(at, key, f.to_bytes(form)) for form in forms if form is not None]
        if not entries:
            return None
        try:
            receipt = self._journal.append(self.meeting.record.meeting, self._position, entries)
        except JournalFailure:
            self._lose_journal()
            return None
        self._position += len(entries)
        return receipt

    def _lose_journal(self) -> None:
        """The journal is full or gone: said to the room once this wish is through."""
        self._journal_lost = True
        log.error("journal_failed")
        self._clock.call_at(self._clock.now(), self._say_journal_lost)

    def _say_journal_lost(self) -> None:
        self.ask_inner(LoseJournal())

    def _afterwards(self, decided: Decision) -> None:
        """What the house does because of what became true: keys, closings, the end."""
        for fact in decided.facts:
            match fact:
                case f.SeatMade():
                    self._owner.key_made(fact.key, self)
                case f.KeyChanged():
                    self._owner.key_made(fact.key, self)
                case f.SeatEnded():
                    self._seat_ended(fact)
                case Closed():
                    self._ended(closings.MEETING_CLOSED)
                case _:
                    pass

    def _seat_ended(self, fact: f.SeatEnded) -> None:
        self._owner.key_ended(self.room.seats[fact.seat].key)
        closing = closings.DECLINED if fact.why == "declined" else closings.GOODBYE
        self._when_safe(self._post.empty)
        for link in self.company.of(fact.seat):
            self.company.remove(fact.seat, link)
            self._when_safe(partial(link.close, closing))
        self._answers.forget(fact.seat)
        self._when_safe(partial(self._post.forget, fact.seat))

    def _ended(self, closing: Closing) -> None:
        """The meeting is over: nobody comes in any more, everybody is told, and everything is forgotten."""
        self.stop()
        for key in self.room.keys:
            self._owner.key_ended(key)
        self.room = replace(self.room, closed=True)
        self._owner.ended(self)
        self._when_safe(partial(self._forget, closing))

    def _forget(self, closing: Closing) -> None:
        self._post.empty()
        for seat, link in self.company.everybody():
            self.company.remove(seat, link)
            link.close(closing)
        self._journal.forget(self.meeting.record.meeting)
        self._post.ring.forget()
        self._answers = Answers()

    def _answer(self, seat: int, command: str, payload: bytes, link: Link) -> None:
        finished = self._framer(payload)
        self._answers.keep(seat, command, finished)
        self._when_safe(lambda: self._post.answer(link, finished))

    # --- output commit -------------------------------------------------------------------------

    def _when_safe(self, act: Callable[[], None], receipt: Receipt | None = None) -> None:
        """Do it when every receipt before it is settled; the embedded journal settles at once."""
        waits = receipt is not None and not receipt.settled
        if not waits and not self._outward:
            act()
            return
        self._outward.append((receipt, act))
        if receipt is not None and waits:
            receipt.when_settled(self._flush)

    def _flush(self) -> None:
        while self._outward:
            receipt, act = self._outward[0]
            if receipt is not None and not receipt.settled:
                return
            self._outward.popleft()
            try:
                act()
            except Exception as mistake:  # noqa: BLE001  as above
                self._crashed(mistake)

    # --- time ----------------------------------------------------------------------------------

    def _set_wake(self) -> None:
        moment = next_wake(self.room)
        if moment is None:
            self.stop()
            return
        if self._wake is not None and self._wake_at is not None:
            if self._wake_at <= moment:
                return  # an early tick changes nothing and sets the next
            self._wake.cancel()
        self._wake_at = moment
        self._wake = self._clock.call_at(self._zero + moment, self._woken)

    def _woken(self) -> None:
        self._wake = None
        self._wake_at = None
        if self.ask_inner(Tick()) is not None:
            return
        try:
            self._set_wake()
        except Exception as mistake:  # noqa: BLE001  as above
            self._crashed(mistake)

    # --- crashes -------------------------------------------------------------------------------

    def _new_post(self) -> Post:
        plan = self.meeting.plan
        self._number = 0
        epoch = str(self._chance.secret(8))
        bag = Bag(self.company, self._clock.soon)
        return Post(epoch, self._framer, Ring(plan.ring_events, plan.ring_bytes), self.company, bag)

    def _restore(self, entries: tuple[Entry, ...]) -> None:
        survives = self._journal.survives_restart
        room, at, commands = self.meeting.again(entries, survives_restart=survives)
        self.room = room
        self._position = len(entries)
        self._zero = self._clock.now() - at
        for key in commands:
            self._answers.from_journal(key)
        for key in room.keys:
            self._owner.key_made(key, self)

    def _crashed(self, mistake: Exception) -> None:
        """A bug in the room: restart it from its journal, and bring everybody who is connected back in."""
        self._crashes.append(self._clock.now())
        log.error("room_crashed", exc_info=mistake)
        recent = [at for at in self._crashes if at > self._clock.now() - _CRASH_WINDOW]
        self._clock.call_at(self._clock.now(), self._close_by_mistake if len(recent) >= _CRASHES_MOST else self._again)

    def _again(self) -> None:
        if self.room.closed:
            return
        if self._journal_lost:
            self._close_by_mistake()
            return
        try:
            self._begin_again()
        except Exception as mistake:  # what cannot come back is closed, whatever the reason
            log.error("room_crashed", exc_info=mistake)
            self._close_by_mistake()

    def _begin_again(self) -> None:
        before = self.room
        self._post.empty()
        self._answers = Answers()
        self._restore(tuple(self._journal.entries(self.meeting.record.meeting)))
        self.room = with_prompt_of(self.room, before)
        self._post = self._new_post()
        log.warning("room_restarted", extra={"crashes": len(self._crashes)})
        connected = self.company.everybody()
        for seat, link in connected:
            self.company.remove(seat, link)
        for seat, link in connected:
            self.connect(seat, link, None)
        self._set_wake()

    def _close_by_mistake(self) -> None:
        if self.room.closed:
            return
        log.error("room_closed_by_mistake")
        if self.ask_inner(End("our_mistake")) is not None:
            self._ended(closings.OUR_MISTAKE)
