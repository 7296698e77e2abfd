"""The laws of the room over evenings of sharing and responding, of passing the piece, and of phases.

They have everything of `test_more_laws.py` in them besides: 250 of 60 wishes, the same in every run; with
TP_LONG=1 20,000, and new ones each time.
"""

from typing import get_args

from hypothesis import HealthCheck, Phase as Stage, settings
from hypothesis.stateful import precondition, rule, run_state_machine_as_test

from protocol.rooms import HelpWish, Mode, Phase, PhaseKind, PhaseWay
from tests.room.test_laws import LONG, evenings, lots
from tests.room.test_more_laws import RichEvening

_WISHES: tuple[HelpWish, ...] = get_args(HelpWish)
_KINDS: tuple[PhaseKind, ...] = get_args(PhaseKind)
_WAYS: tuple[PhaseWay, ...] = get_args(PhaseWay)
_MODES: tuple[Mode, ...] = ("share_and_respond", "passing", "round")
_CHOICES: tuple[dict[str, object], ...] = (
    {"respond_after_turns": True},
    {"respond_after_turns": False},
    {"choose_among": "anybody"},
    {"choose_among": "hands"},
    {"take_from_centre": True},
    {"responses_most": 1},
    {"responses_seconds": 10, "signs_seconds": 5},
    {"phases_go_on": True},
)


class SharingEvening(RichEvening):
    """One random evening on which people respond to shares and pass the piece on."""

    @rule(lot=lots)
    def another_way(self, lot: int) -> None:
        lot = self.chooses(lot)
        if lot % 4:
            return
        before = self.room
        heard = self.book.sets_mode(1 + lot // 4 % 2, _MODES[lot // 8 % 3], now=bool(lot & 64))
        self.expect(heard, before)

    @rule(lot=lots)
    def another_choice_of_sharing(self, lot: int) -> None:
        lot = self.chooses(lot)
        if lot % 3:
            return
        before = self.room
        self.expect(self.book.changes_settings(1 + lot // 3 % 2, **_CHOICES[lot // 16 % len(_CHOICES)]), before)

    @precondition(lambda self: self.room.turn is not None)
    @rule(lot=lots)
    def a_whole_share(self, lot: int) -> None:
        lot = self.chooses(lot)
        book, turn = self.book, self.room.turn
        assert turn is not None
        before = self.room
        if lot & 1:
            self.expect(book.wishes(turn.seat, _WISHES[lot // 2 % 5]), before)
        if not turn.taken:
            before = self.room
            self.expect(book.takes(turn.seat, turn=turn.turn), before)
        before = self.room
        self.expect(book.says(turn.seat, "A share.", turn=turn.turn), before)
        if lot & 16:
            before = self.room
            self.expect(book.done(turn.seat, turn=turn.turn), before)

    @precondition(lambda self: self.room.turn is not None)
    @rule(lot=lots)
    def around_a_share(self, lot: int) -> None:
        lot = self.chooses(lot)
        book, before, seat, turn = self.book, self.room, self.one_of(lot // 8), self.room.turn
        assert turn is not None
        match lot % 8:
            case 0 | 1:
                heard = book.replies(seat, "For me it was so.", turn=turn.turn)
            case 2:
                heard = book.asks_sharer(seat, "what_i_heard" if lot & 64 else "idea")
            case 3:
                heard = book.answers_ask(turn.seat if lot & 64 else seat, 1 + lot // 128 % 3, yes=bool(lot & 1024))
            case 4:
                heard = book.answers_heard(turn.seat if lot & 64 else seat, yes=bool(lot & 128))
            case 5:
                heard = book.wishes(turn.seat if lot & 64 else seat, _WISHES[lot // 128 % 5])
            case 6:
                heard = book.passes_to(turn.seat, seat)
            case _:
                heard = book.done(turn.seat, turn=turn.turn)
        self.expect(heard, before)

    @rule(lot=lots)
    def reaching_for_the_piece(self, lot: int) -> None:
        lot = self.chooses(lot)
        before = self.room
        after = max(0, before.turns - (lot // 64 % 2))
        self.expect(self.book.reaches(self.one_of(lot // 8), after=after), before)

    @rule(lot=lots)
    def a_phase(self, lot: int) -> None:
        lot = self.chooses(lot)
        book, before, host = self.book, self.room, 1 + lot // 4 % 2
        match lot % 4:
            case 0:
                phases = tuple(
                    Phase(kind=_KINDS[(lot // 8 + n) % 8], way=_WAYS[(lot // 64 + n) % 6], minutes=1 + n)
                    for n in range(lot // 512 % 5)
                )
                heard = book.sets_run_sheet(host, *phases, phase=before.phase if lot & 4096 else None)
            case 1 | 2:
                heard = book.begins_phase(host, lot // 8 % 5, "Why?" if lot & 64 else "", now=bool(lot & 128))
            case _:
                heard = book.ends_silence(host)
        self.expect(heard, before)


def test_evenings_of_sharing_keep_the_laws() -> None:
    run_state_machine_as_test(
        SharingEvening,
        settings=settings(
            max_examples=evenings(250),
            stateful_step_count=60,
            derandomize=not LONG,
            deadline=None,
            database=None,
            phases=(Stage.generate, Stage.shrink) if LONG else (Stage.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )
