"""The reference fold: what one seat knows, out of the frames it was sent, and out of nothing else.

This is the client's half of the law (settled.md 6): `fold(snapshot, frames)` equals the
server's own view. It knows no rules and no server code; the TypeScript client folds the
same way, on the same transcripts.
"""

from collections.abc import Iterable
from typing import Any

from protocol import events as e
from protocol.frames import CardFrame, HappenedFrame, HintFrame, ServerFrame, SnapshotFrame
from protocol.rooms import Hand, HandNote, Round, SaidWords, Silence, Turn
from protocol.snapshot import RoomSnapshot, Snapshot, WaitingSnapshot
from tests.support.fold_cards import card_of, hint_of, notes_in_line
from tests.support.fold_share import after_the_share, held, said_in_turn, without_responses

Change = dict[str, Any]
"""`Any`: new values of a snapshot's fields, by name."""


class Gap(AssertionError):
    """An event or a card is missing before this frame: the server broke its promise."""


def fold(seen: Snapshot | None, frames: Iterable[ServerFrame]) -> Snapshot | None:
    """What is known after these frames."""
    for frame in frames:
        seen = folded(seen, frame)
    return seen


def folded(seen: Snapshot | None, frame: ServerFrame) -> Snapshot | None:
    """What is known after one frame. Answers, welcome and goodbye change nothing."""
    match frame:
        case SnapshotFrame():
            return frame.snapshot
        case HappenedFrame() if isinstance(seen, RoomSnapshot):
            return _happened(seen, frame)
        case CardFrame() if seen is not None:
            return _carded(seen, frame)
        case HintFrame() if isinstance(seen, RoomSnapshot):
            return seen.model_copy(update=hint_of(frame.hint, seen.silence))
        case _:
            return seen


def _happened(seen: RoomSnapshot, frame: HappenedFrame) -> RoomSnapshot:
    if frame.number <= seen.number:
        return seen
    if frame.number != seen.number + 1:
        raise Gap(f"event {frame.number} after {seen.number}")
    return seen.model_copy(update={**_changed(seen, frame.number, frame.event), "number": frame.number})


def _carded(seen: RoomSnapshot | WaitingSnapshot, frame: CardFrame) -> RoomSnapshot | WaitingSnapshot:
    if frame.number <= seen.card:
        return seen
    if frame.number != seen.card + 1:
        raise Gap(f"card {frame.number} after {seen.card}")
    return seen.model_copy(update={**card_of(seen, frame.card), "card": frame.number})


def _changed(room: RoomSnapshot, number: int, event: e.Event) -> Change:
    match event:
        case e.CameIn():
            lead = room.lead
            if lead is None and event.person.role == "facilitator":
                lead = event.person.seat
            return {"people": (*room.people, event.person), "lead": lead}
        case e.WentOut():
            return _emptied(room, event.seat)
        case e.Said():
            words = SaidWords(
                number=number,
                seat=event.seat,
                command=event.command,
                text=event.text,
                turn=event.turn,
                reply_to=event.reply_to,
                interjection=event.interjection,
                response=event.response,
            )
            return {"said": (*room.said, words), **said_in_turn(room, event)}
        case e.ListeningChanged():
            return _listening(room, event)
        case e.HandRaised():
            hand = Hand(seat=event.seat, kind=event.kind)
            hands = (*room.hands[: event.place], hand, *room.hands[event.place :])
            asked = room.direct_responses + (event.kind == "direct_response")
            mine = _noted(room, notes_in_line(room.mine.hand_notes, hands))
            return {"hands": hands, "mine": mine, "direct_responses": asked}
        case e.ListClosed():
            return {"list_closed": event.closed, "last_word": event.last_word}
        case e.HandsChanged():
            return _hands(room, event.hands)
        case e.RoleChanged():
            return _role(room, event)
        case e.LeadChanged():
            return {"lead": event.seat, "lead_before": room.lead if event.lost else None}
        case e.Unheld():
            return {"unheld": True}
        case e.HeldAgain():
            return {"unheld": False}
        case e.SettingsChanged():
            return {"settings": event.settings}
        case e.ClosingSoon():
            return {}
        case e.SilenceBegan():
            silence = Silence(
                kind=event.kind, by=event.by, seconds=event.seconds, left=event.seconds, intention=event.intention
            )
            return {"silence": silence}
        case e.SilenceExtended():
            return _silence(room, event.seconds)
        case e.SilenceEnded():
            return {"silence": None}
        case e.DoorChanged():
            return {"door": event.level}
        case e.PromptGivenBack():
            return {"prompt": event.prompt, "prompt_lost": False}
        case e.JournalLost():
            return {"survives_restart": False}
        case e.InvitationRenewed() | e.Closed():
            return {}
        case _:
            return _piece_changed(room, event)


def _piece_changed(room: RoomSnapshot, event: e.Event) -> Change:
    match event:
        case e.ModeChanged():
            return {"mode": event.mode, **_new_span(room, event.span, event.prompt)}
        case e.ModeAwaited():
            return {"awaited_mode": event.mode, "awaited_phase": event.phase}
        case e.RunSheetChanged():
            kept = {} if room.awaited_phase is None else {"awaited_mode": None, "awaited_phase": None}
            return {"phases": event.phases, "phase": event.phase, **kept}
        case e.PhaseBegan():
            kept = {} if room.awaited_phase is None else {"awaited_mode": None, "awaited_phase": None}
            return {"phase": event.phase, **kept}
        case e.RoundStarted():
            circle = Round(to_come=event.order, later=(), passed=(), shared=0, second_offer=False)
            return {"mode": "round", **_new_span(room, event.span, event.prompt), "round": circle}
        case e.RoundRepeated():
            again = {"to_come": event.order, "later": (), "passed": (), "second_offer": False}
            mine = room.mine.model_copy(update={"pass_me": False, "second_offer_used": False})
            return {**_round(room, **again), "mine": mine}
        case e.TimeGiven():
            return {}
        case e.RoundEnded():
            return {"turn": None, "round": None, "mine": _without_round(room)}
        case e.RoundOrderChanged():
            # Nobody changes the order while the question of the second offer is open: this closes it.
            return _round(room, to_come=event.to_come, later=event.later, second_offer=False)
        case e.SecondOfferMade():
            return _round(room, second_offer=True)
        case e.PieceOffered():
            return _offered(room, event)
        case e.PieceTaken():
            return _turn(room, stage="taken")
        case e.PieceWaits():
            return _turn(room, waiting=True)
        case e.PieceGoesOn():
            return _turn(room, waiting=False)
        case e.TurnEnded():
            return _turn_ended(room, event)
        case e.HelpChosen() | e.ResponsesOpened() | e.HeardAnswered() | e.HolderChooses():
            return after_the_share(room, event)
        case _:
            raise AssertionError(f"the fold does not know {type(event).__name__}")


def _role(room: RoomSnapshot, event: e.RoleChanged) -> Change:
    people = tuple(p.model_copy(update={"role": event.role}) if p.seat == event.seat else p for p in room.people)
    you = next((p for p in people if p.seat == room.you.seat), room.you)
    lead = room.lead
    if event.role == "facilitator":
        lead = lead or event.seat
    elif lead == event.seat:
        lead = None
    return {"people": people, "you": you, "lead": lead}


def _silence(room: RoomSnapshot, more: int) -> Change:
    silence = room.silence
    if silence is None or silence.left is None:
        return {}
    return {"silence": silence.model_copy(update={"left": silence.left + more})}


def _new_span(room: RoomSnapshot, span: int, prompt: str) -> Change:
    return {
        "span": span,
        "prompt": prompt,
        "prompt_lost": False,
        "awaited_mode": None,
        "awaited_phase": None,
        "held": (),
        "turn": None,
        "round": None,
        "mine": _without_round(room),
    }


def _without_round(room: RoomSnapshot) -> object:
    """What one chose for a round goes with it."""
    return room.mine.model_copy(update={"pass_me": False, "second_offer_used": False})


def _round(room: RoomSnapshot, **change: object) -> Change:
    return {} if room.round is None else {"round": room.round.model_copy(update=change)}


def _turn(room: RoomSnapshot, **change: object) -> Change:
    return {} if room.turn is None else {"turn": room.turn.model_copy(update=change)}


def _without(seats: tuple[int, ...], seat: int) -> tuple[int, ...]:
    return tuple(s for s in seats if s != seat)


def _hands(room: RoomSnapshot, hands: tuple[Hand, ...]) -> Change:
    """The line as it is now; a note lives as long as its hand is up."""
    up = {(hand.seat, hand.kind) for hand in hands}
    notes = tuple(note for note in room.mine.hand_notes if (note.seat, note.kind) in up)
    return {"hands": hands, "mine": _noted(room, notes_in_line(notes, hands))}


def _noted(room: RoomSnapshot, notes: tuple[HandNote, ...]) -> object:
    return room.mine.model_copy(update={"hand_notes": notes})


def _hands_without(room: RoomSnapshot, seat: int) -> Change:
    return _hands(room, tuple(hand for hand in room.hands if hand.seat != seat))


def _first_hand_of(room: RoomSnapshot, seat: int) -> tuple[Hand, ...]:
    first = next((place for place, hand in enumerate(room.hands) if hand.seat == seat), len(room.hands))
    return room.hands[:first] + room.hands[first + 1 :]


def _emptied(room: RoomSnapshot, seat: int) -> Change:
    change = _hands_without(room, seat)
    if room.round is not None:
        lists = {name: _without(getattr(room.round, name), seat) for name in ("to_come", "later", "passed")}
        change |= _round(room, **lists)
    lead = None if room.lead == seat else room.lead
    change["last_word"] = None if room.last_word == seat else room.last_word
    return {**change, "people": tuple(person for person in room.people if person.seat != seat), "lead": lead}


def _offered(room: RoomSnapshot, event: e.PieceOffered) -> Change:
    turn = Turn(
        turn=event.turn,
        seat=event.seat,
        stage="offered",
        waiting=False,
        spoke=False,
        interjected=False,
        help="listen",
        heard=None,
    )
    change: Change = {"turn": turn, "turns": event.turn, "direct_responses": 0}
    if room.round is not None:
        circle = room.round
        to_come, later = _without(circle.to_come, event.seat), _without(circle.later, event.seat)
        change |= _round(room, to_come=to_come, later=later, second_offer=False)
    else:
        change |= _hands(room, _first_hand_of(room, event.seat))
    return change


def _turn_ended(room: RoomSnapshot, event: e.TurnEnded) -> Change:
    room = without_responses(room)
    change: Change = {"turn": None, "shares": room.shares + event.spoke, "mine": room.mine, "held": held(room, event)}
    passed = event.how == "passed"
    if event.seat == room.you.seat:
        mine = room.mine
        shares, pass_me = mine.shares + event.spoke, mine.pass_me and not passed
        change["mine"] = mine.model_copy(update={"shares": shares, "pass_me": pass_me})
    if room.round is not None:
        circle = room.round
        change |= _round(
            room,
            later=(*circle.later, event.seat) if event.again else circle.later,
            passed=(*_without(circle.passed, event.seat), event.seat) if passed else circle.passed,
            shared=circle.shared + event.spoke,
        )
    return change


def _listening(room: RoomSnapshot, event: e.ListeningChanged) -> Change:
    people = tuple(
        person.model_copy(update={"listening": event.listening}) if person.seat == event.seat else person
        for person in room.people
    )
    you = room.you
    if you.seat == event.seat:
        you = you.model_copy(update={"listening": event.listening})
    return {"people": people, "you": you}
