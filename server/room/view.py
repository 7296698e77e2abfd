"""The snapshot: one seat's view of the room, the very thing its client folds (settled.md 6)."""

from protocol.rooms import (
    HandNote,
    KnockAtDoor,
    MyAsk,
    RoleOffer,
    Round,
    SaidWords,
    Silence as SilenceView,
    Turn as TurnView,
    Wish,
)
from protocol.snapshot import Mine, RoomSnapshot, WaitingSnapshot
from server.room.held import keeps_door, not_heard
from server.room.signals import warmth_for
from server.room.state import Room, Seat, Silence


def waiting_view(room: Room, seat: int, *, epoch: str, card: int) -> WaitingSnapshot:
    """What one sees in the waiting room."""
    who = room.seats[seat]
    return WaitingSnapshot(
        epoch=epoch,
        card=card,
        group=room.group,
        run_by=room.run_by,
        agreement=room.agreement,
        crisis_policy=room.crisis_policy,
        you=who.person,
        noticed=who.noticed,
        round_under_way=seat in room.late,
    )


def room_view(
    room: Room, seat: int, *, epoch: str, number: int, card: int, said: tuple[SaidWords, ...], now: int
) -> RoomSnapshot:
    """What one sees in the room.

    Args:
        room: the room.
        seat: whose view.
        epoch: this run of the process.
        number: the last event.
        card: the last card to this seat.
        said: words since the seat's admission that are still in the ring.
        now: milliseconds since the meeting began.
    """
    return RoomSnapshot(
        epoch=epoch,
        number=number,
        card=card,
        group=room.group,
        run_by=room.run_by,
        agreement=room.agreement,
        crisis_policy=room.crisis_policy,
        settings=room.settings,
        door=room.door,
        you=room.seats[seat].person,
        people=tuple(room.seats[s].person for s in room.inside),
        away=away(room),
        lead=room.lead,
        lead_before=room.lead_before,
        unheld=room.unheld,
        shares=sum(room.turns_taken.values()),
        mode=room.mode,
        span=room.span,
        prompt=room.prompt,
        prompt_lost=room.prompt_lost,
        awaited_mode=room.awaited.mode if room.awaited else None,
        awaited_phase=room.awaited.phase if room.awaited else None,
        phases=room.phases,
        phase=room.phase,
        turns=room.turns,
        turn=_turn(room),
        round=_round(room),
        warmth=warmth_for(room, seat),
        silence=_silence(room, now),
        hands=tuple(hand.view for hand in room.hands),
        direct_responses=room.direct_responses,
        held=tuple(sorted(room.held)),
        list_closed=room.list_closed,
        last_word=room.last_word,
        said=said,
        mine=_mine(room, room.seats[seat], now),
        survives_restart=room.survives_restart,
    )


def away(room: Room) -> tuple[int, ...]:
    """Whose lost connection the others may see."""
    return tuple(s for s in room.inside if room.seats[s].faded)


def _turn(room: Room) -> TurnView | None:
    turn = room.turn
    if turn is None:
        return None
    return TurnView(
        turn=turn.turn,
        seat=turn.seat,
        stage=turn.stage,
        waiting=turn.waiting,
        spoke=turn.spoke,
        interjected=turn.interjected,
        help=turn.help,
        heard=turn.heard,
    )


def _silence(room: Room, now: int) -> SilenceView | None:
    silence = room.silence
    if silence is None:
        return None
    return SilenceView(
        kind=silence.kind,
        by=silence.by,
        seconds=silence.seconds,
        left=silence_left(silence, now),
        intention=silence.intention,
    )


def silence_left(silence: Silence, now: int) -> int | None:
    """Seconds of it that are still to come; None: until it is ended."""
    return None if silence.until is None else max(0, -(-(silence.until - now) // 1000))


def _round(room: Room) -> Round | None:
    circle = room.round
    if circle is None:
        return None
    return Round(
        to_come=circle.to_come,
        later=circle.later,
        passed=circle.passed,
        shared=circle.shared,
        second_offer=circle.second_offer_until is not None,
    )


def _role_offer(room: Room, seat: int, now: int) -> RoleOffer | None:
    offer = room.offers.get(seat)
    if offer is None:
        return None
    return RoleOffer(role=offer.role, by=offer.by, seconds=max(0, -(-(offer.until - now) // 1000)))


def _mine(room: Room, seat: Seat, now: int) -> Mine:
    knocks: tuple[KnockAtDoor, ...] = ()
    notes: tuple[HandNote, ...] = ()
    wishes: tuple[Wish, ...] = ()
    if keeps_door(room, seat):
        knocks = tuple(KnockAtDoor(person=s.person, line=s.line) for s in room.seats.values() if s.stage == "waiting")
    if seat.role == "facilitator":
        notes = tuple(HandNote(seat=h.seat, kind=h.kind, note=h.note) for h in room.hands if h.note is not None)
        wishes = tuple(Wish(seat=w.seat, kind=w.kind, note=w.note) for w in room.wishes)
    wanting = room.round.wanting if room.round else ()
    responding = room.turn.responding if room.turn is not None else None
    sharer = room.turn is not None and room.turn.seat == seat.seat
    ask = responding.ask_of(seat.seat) if responding is not None else None
    return Mine(
        help=room.helps.get(seat.seat, "listen"),
        asks=responding.open_asks if responding is not None and sharer else (),
        ask=MyAsk(kind=ask.kind, granted=ask.granted) if ask is not None else None,
        replied=responding is not None and seat.seat in responding.replied,
        role_offer=_role_offer(room, seat.seat, now),
        pass_me=seat.seat in room.pass_me,
        second_offer_used=seat.seat in wanting,
        wishes=wishes,
        shares=room.turns_taken.get(seat.seat, 0),
        not_heard=not_heard(room) if seat.role == "facilitator" else (),
        quiet_for_me=seat.seat in room.no_signals,
        hand_waits=any(hand.seat == seat.seat for hand in room.quiet_hands),
        knocks=knocks,
        hand_notes=notes,
    )
