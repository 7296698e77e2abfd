"""The laws of the room over evenings in which everything is used: bells and silences, roles offered and laid
down, rooms that nobody or everybody holds, hands of every kind, signals, time, and settings that change in the middle.

The same laws as in `test_laws.py`, of which these evenings are the richer sisters: 500 of 50 wishes, the same in
every run; with TP_LONG=1 20,000, and new ones each time.
"""

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import precondition, rule, run_state_machine_as_test

from protocol.rooms import HandKind, OfferedRole, Signal, WishKind
from tests.room.test_laws import LONG, Evening, evenings, lots

_ROLES: tuple[OfferedRole, ...] = ("guardian", "facilitator", "lead")
_KINDS: tuple[HandKind | WishKind, ...] = ("direct_response", "process", "concern", "share")
_WISHES: tuple[WishKind, ...] = ("process", "concern")
_SIGNALS: tuple[Signal, ...] = ("with_you", "me_too", "thank_you", "take_your_time")
_CHOICES: tuple[dict[str, object], ...] = (
    {"hands_order": "quieter_first"},
    {"hands_order": "first_come"},
    {"round_repeats": True},
    {"round_repeats": False},
    {"soft_seconds": 40, "hard_seconds": 90},
    {"soft_seconds": 0, "hard_seconds": 0},
    {"held_by": "members"},
    {"held_by": "facilitators"},
    {"when_unheld": "continue_round"},
    {"slow_seconds": 15},
    {"auto_next": True},
    {"gentle_signals": False},
    {"late_policy": "locked"},
    {"round_order": "coming_in"},
    {"direct_responses_most": 0},
)


class RichEvening(Evening):
    """One random evening with everything in it."""

    @rule(lot=lots)
    def a_quiet_moment(self, lot: int) -> None:
        lot = self.chooses(lot)
        book, before, seat = self.book, self.room, self.one_of(lot // 8)
        match lot % 6:
            case 0:
                heard = book.rings(seat)
            case 1:
                heard = book.asks_for_bell(seat)
            case 2:
                heard = book.begins_silence(seat, 30 if lot & 64 else None, "Breathe.")
            case _:
                heard = book.ends_silence(seat)
        self.expect(heard, before)

    @rule(lot=lots)
    def a_role(self, lot: int) -> None:
        lot = self.chooses(lot)
        book, before, seat = self.book, self.room, self.one_of(lot // 8)
        match lot % 5:
            case 0 | 1:
                heard = book.offers_role(1 + lot // 64 % 2, seat, _ROLES[lot // 256 % 3])
            case 2:
                waiting = [*before.offers, seat]
                heard = book.answers_role(waiting[0], accept=bool(lot & 128))
            case 3 if lot & 2048:
                heard = book.lays_down_role(seat)
            case _:
                heard = book.says_aside(seat, "Among us.")
        self.expect(heard, before)

    @rule(lot=lots)
    def a_hand_of_any_kind(self, lot: int) -> None:
        lot = self.chooses(lot)
        book, before, seat, host = self.book, self.room, self.one_of(lot // 8), 1 + lot // 512 % 2
        match lot % 7:
            case 0 | 1 | 2:
                heard = book.raises(seat, "A note." if lot & 64 else None, kind=_KINDS[lot // 128 % 4])
            case 3:
                heard = book.settles(host, seat, _WISHES[lot // 128 % 2], give_piece=bool(lot & 64))
            case 4:
                heard = book.closes_list(host, closed=not before.list_closed)
            case 5:
                heard = book.gives_last_word(host, seat)
            case _:
                heard = book.clears_hands(host)
        self.expect(heard, before)

    @rule(lot=lots)
    def another_choice(self, lot: int) -> None:
        lot = self.chooses(lot)
        if lot % 3:
            return
        before = self.room
        self.expect(self.book.changes_settings(1 + lot // 3 % 2, **_CHOICES[lot // 16 % len(_CHOICES)]), before)

    @precondition(lambda self: self.room.turn is not None)
    @rule(lot=lots)
    def around_a_turn(self, lot: int) -> None:
        lot = self.chooses(lot)
        book, before, seat = self.book, self.room, self.one_of(lot // 8)
        match lot % 4:
            case 0 | 1:
                heard = book.lights(seat, _SIGNALS[lot // 64 % 4])
            case 2:
                heard = book.wants_quiet(seat, on=seat not in before.no_signals)
            case _:
                heard = book.gives_time(1 + lot // 64 % 2)
        self.expect(heard, before)


def test_rich_evenings_keep_the_laws() -> None:
    run_state_machine_as_test(
        RichEvening,
        settings=settings(
            max_examples=evenings(500),
            stateful_step_count=50,
            derandomize=not LONG,
            deadline=None,
            database=None,
            phases=(Phase.generate, Phase.shrink) if LONG else (Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )
