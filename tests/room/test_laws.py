"""The laws of the room, held against random evenings: joins, two facilitators, lost connections, stale ids,
conflicting wishes, ticks in time, early and late, restarts in the middle.

After every wish the playbook holds the invariants of domain.md 5.0 (I1-I9, I11-I14), compares each
seat's fold with the server's own view, the decision with its facts, and the journal with the room.
2,000 evenings of 50 wishes, the same in every run; with TP_LONG=1 20,000, and new
ones each time. Only there a failure is made as short as it can be: that takes longer than a suite may.
"""

import os
from collections.abc import Callable
from functools import partial

from hypothesis import HealthCheck, Phase, settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from protocol.refusals import Refusal
from protocol.rooms import DoorLevel, Mode
from server.room.alarms import next_wake
from server.room.state import Room
from tests.support.builders import a_room, times
from tests.support.playbook import Playbook
from tests.support.stage import Heard

LONG = os.environ.get("TP_LONG") == "1"
SEATS_MOST = 6


def evenings(usual: int) -> int:
    """How many evenings to play. TP_EVENINGS makes them fewer: each mutant of tests/mutation lives through them."""
    if LONG:
        return 20_000
    return min(usual, int(os.environ.get("TP_EVENINGS", usual)))


MODES: tuple[Mode, ...] = ("open_floor", "raised_hands", "round")
DOORS: tuple[DoorLevel, ...] = ("open", "knock", "locked")
_HAS_IT = ("offered", "taken")
PROMPTS = ("", "How are you?")

_PRIME = 0x9E3779B1

lots = st.integers(0, 255)
"""One small number a rule: cheap to draw. `Evening.chooses` spreads it, because random tests love zeros."""


class Evening(RuleBasedStateMachine):
    """One random evening."""

    book: Playbook
    steps = 0

    @initialize(lot=lots)
    def begin(self, lot: int) -> None:
        """Two facilitators, one of them listening, and two members; the group's own choices."""
        settings = times(
            auto_next=bool(lot & 1), second_offer=bool(lot & 6), late_policy="listen" if lot & 8 else "at_end"
        )
        room = a_room(mode=MODES[lot % 3], door="open" if lot & 16 else "knock", settings=settings)
        self.book = Playbook(room)
        self.book.chance = lot
        self.book.facilitator(listening=True)
        self.book.facilitator()
        self.book.comes_in()
        self.book.comes_in()
        if lot & 32:
            self.book.starts_round(1)

    def chooses(self, lot: int) -> int:
        """A number to choose by, from what was drawn and from how many things were asked before."""
        self.steps += 1
        mixed = (lot + 1) * (self.steps + 7) * _PRIME & 0xFFFFFFFF
        return (mixed ^ mixed >> 15) * 0x85EBCA6B >> 9 & 0xFFFFFF

    # --- who ------------------------------------------------------------------------------------

    @property
    def room(self) -> Room:
        """The room as it is."""
        return self.book.room

    def one_of(self, lot: int) -> int:
        """Any seat, whatever its stage."""
        return 1 + lot % len(self.room.seats)

    def expect(self, heard: Heard, before: Room) -> None:
        """A refusal has changed nothing (I13: and it was told)."""
        if heard.refusal is not None:
            assert self.room is before

    # --- people ---------------------------------------------------------------------------------

    @precondition(lambda self: len(self.room.seats) < SEATS_MOST)
    @rule(lot=lots)
    def somebody_knocks(self, lot: int) -> None:
        lot = self.chooses(lot)
        before = self.room
        seat = self.book.arrives(listening=lot % 4 == 0, draw=lot % 4_096, connected=lot % 3 != 0)
        if isinstance(seat, Refusal):
            assert self.room is before

    @rule(lot=lots)
    def the_door(self, lot: int) -> None:
        lot = self.chooses(lot)
        before, host = self.room, 1 + lot % 2
        waiting = [s.seat for s in before.seats.values() if s.stage == "waiting"] or [self.one_of(lot)]
        match lot // 2 % 4:
            case 0:
                heard = self.book.admits_all(host)
            case 1:
                heard = self.book.admits(host, waiting[0])
            case 2:
                heard = self.book.declines(host, waiting[-1])
            case _:
                heard = self.book.sets_door(host, DOORS[lot // 8 % 3])
        self.expect(heard, before)

    @rule(lot=lots)
    def a_connection_is_lost_or_found(self, lot: int) -> None:
        lot = self.chooses(lot)
        seat = self.one_of(lot)
        if lot & 512 and self.book.holder is not None:
            seat = self.book.holder
        if self.room.seats[seat].here:
            self.book.loses_connection(seat)
        else:
            self.book.comes_back(seat)

    @rule(lot=lots)
    def somebody_listens_or_takes_part(self, lot: int) -> None:
        lot = self.chooses(lot)
        before, seat = self.room, self.one_of(lot)
        self.expect(self.book.listens(seat, on=not before.seats[seat].listening), before)

    @rule(lot=lots)
    def somebody_leaves(self, lot: int) -> None:
        lot = self.chooses(lot)
        seat = self.one_of(lot // 8)
        if lot % 8 > (1 if seat > 2 else 0):
            return
        stage, closed = self.room.seats[seat].stage, self.room.closed
        heard = self.book.leaves(seat)
        assert (heard.refusal is None) == (stage != "gone" and not closed), "I11: leaving never needs permission"

    # --- the piece ------------------------------------------------------------------------------

    @rule(lot=lots)
    def the_holder_acts(self, lot: int) -> None:
        lot = self.chooses(lot)
        holder = self.book.holder
        if holder is not None and self.room.seats[holder].here:
            self._acts(holder, lot)

    @rule()
    def the_holder_goes_on(self) -> None:
        """As people mostly do: take, say something, be done."""
        turn = self.room.turn
        if turn is None or turn.waiting:
            return
        if not turn.taken:
            self.book.takes(turn.seat)
        elif turn.spoke:
            self.book.done(turn.seat)
        else:
            self.book.says(turn.seat, "Words.")

    @rule(lot=lots)
    def somebody_does_what_fits(self, lot: int) -> None:
        """A wish that can be granted now, so that evenings get somewhere."""
        lot = self.chooses(lot)
        book, before, circle = self.book, self.room, self.room.round
        if before.silence is not None or before.closed:
            return
        inside = [s for s in before.inside if before.seats[s].here and not before.seats[s].listening]
        fitting: list[Callable[[], Heard]] = []
        if circle is not None:
            to_come = [s for s in (*circle.to_come, *circle.later) if s in inside]
            fitting += [partial(book.pass_me, s, on=s not in before.pass_me) for s in to_come]
            if circle.second_offer_until is not None:
                asked = [s for s in circle.passed if s in inside and s not in circle.wanting]
                fitting += [partial(book.would_like_it, s) for s in asked] * 3
        elif before.mode != "round" and not before.list_closed:
            up = [*book.hands, book.holder]
            fitting += [partial(book.raises, s, "A note." if lot & 256 else None) for s in inside if s not in up]
        holder = book.holder
        # Whoever has shared and is being answered, or chooses who is next, has nothing left to pass.
        if holder in inside and before.turn is not None and before.turn.stage in _HAS_IT:
            fitting += [partial(book.passes, holder), partial(book.later, holder)]
        if fitting:
            assert fitting[lot % len(fitting)]().refusal is None

    @rule(lot=lots)
    def anybody_acts(self, lot: int) -> None:
        lot = self.chooses(lot)
        self._acts(self.one_of(lot // 16), lot)

    def _acts(self, seat: int, lot: int) -> None:
        book, before = self.book, self.room
        match lot % 9:
            case 0 | 1:
                heard = book.takes(seat)
            case 2:
                heard = book.done(seat)
            case 3:
                heard = book.passes(seat)
            case 4:
                heard = book.later(seat)
            case 5:
                heard = book.one_minute(seat)
            case 6:
                heard = book.pass_me(seat, on=seat not in before.pass_me)
            case 7:
                heard = book.would_like_it(seat)
            case _:
                heard = book.says(seat, "Words.")
        self.expect(heard, before)

    @rule(lot=lots)
    def a_hand(self, lot: int) -> None:
        lot = self.chooses(lot)
        before, seat = self.room, self.one_of(lot)
        heard = self.book.lowers(seat) if lot % 5 == 0 else self.book.raises(seat, "A note." if lot & 1 else None)
        self.expect(heard, before)

    @precondition(lambda self: self.room.turns > 1)
    @rule(lot=lots)
    def a_stale_id(self, lot: int) -> None:
        """I8: whoever comes too late with an old turn changes nothing."""
        lot = self.chooses(lot)
        book, before, seat = self.book, self.room, self.one_of(lot)
        turn = before.turns - 1
        acts = (book.takes, book.done, book.passes, book.later, book.one_minute, book.moves_on)
        heard = acts[lot % len(acts)](seat, turn=turn)
        assert heard.refusal is not None
        assert self.room is before

    # --- facilitators ---------------------------------------------------------------------------

    @rule(lot=lots)
    def a_facilitator_leads(self, lot: int) -> None:
        lot = self.chooses(lot)
        book, before, host = self.book, self.room, 1 + lot % 2
        prompt = PROMPTS[lot // 2 % 2]
        match lot // 4 % 8:
            case 0 | 6:
                heard = book.offers(host)
            case 1:
                heard = book.offers(host, self.one_of(lot // 24))
            case 2:
                heard = book.lowers_hand_of(host, self.one_of(lot // 24))
            case 3:
                heard = book.starts_round(host, prompt)
            case _:
                heard = book.sets_mode(host, MODES[lot // 24 % 3], prompt, now=bool(lot & 4096))
        self.expect(heard, before)

    @precondition(lambda self: self.room.turn is not None)
    @rule(lot=lots)
    def two_facilitators_move_on_together(self, lot: int) -> None:
        if self.chooses(lot) % 4:
            return
        turn, here = self.room.turns, [s for s in (1, 2) if self.room.seats[s].stage == "inside"]
        heard = [self.book.moves_on(host, turn=turn) for host in here]
        assert self.room.closed or sum(one.refusal is None for one in heard) <= 1

    # --- time -----------------------------------------------------------------------------------

    @rule(lot=lots)
    def time_passes(self, lot: int) -> None:
        """The clock runs; the room is woken in time, or late, or not yet."""
        lot = self.chooses(lot)
        if lot % 8 == 0:
            self.book.now += lot % 256 * 500
            self.book.tick()
        elif lot % 8 == 1:
            self.book.now += lot % 256 * 10
        else:
            self.book.waits(lot // 8 % 200)
        wake = next_wake(self.room)
        assert lot % 8 == 1 or wake is None or wake > self.book.now, "the room would be woken again and again"

    @rule()
    def the_next_moment_comes(self) -> None:
        """A tick at the very moment the room asked for changes something, and is asked for once."""
        wake = next_wake(self.room)
        if wake is None or wake > self.book.now + 20 * 60_000:
            return  # nothing but the end of a long evening
        self.book.now = max(self.book.now, wake)
        assert self.book.tick().facts, "woken for nothing"
        after = next_wake(self.room)
        assert after is None or after > self.book.now

    @rule(lot=lots)
    def the_server_restarts(self, lot: int) -> None:
        lot = self.chooses(lot)
        if lot % 4:
            return
        self.book.restarts()
        for seat, who in self.room.seats.items():
            if who.stage != "gone" and (lot >> seat) & 1:
                self.book.comes_back(seat)

    @precondition(lambda self: self.room.prompt_lost)
    @rule(lot=lots)
    def a_prompt_is_given_back(self, lot: int) -> None:
        lot = self.chooses(lot)
        before = self.room
        self.expect(self.book.gives_back(self.one_of(lot), PROMPTS[1]), before)


def test_random_evenings_keep_the_laws() -> None:
    run_state_machine_as_test(
        Evening,
        settings=settings(
            max_examples=evenings(2_000),
            stateful_step_count=50,
            derandomize=not LONG,
            deadline=None,
            database=None,
            phases=(Phase.generate, Phase.shrink) if LONG else (Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )
