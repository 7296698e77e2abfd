"""What "the same" means between a folded view and the server's own, and between a room and its journal."""

from collections.abc import Iterator

from protocol.snapshot import RoomSnapshot, Snapshot
from server.room.state import Room


def differences(folded: Snapshot | None, view: Snapshot) -> Iterator[str]:
    """Where a folded view differs from the server's: `said` may remember more, `away` has no order."""
    if type(folded) is not type(view) or folded is None:
        yield f"is {type(folded).__name__}, not {type(view).__name__}"
        return
    mine, theirs = folded.__dict__, view.__dict__
    for name, right in theirs.items():
        left = mine[name]
        if left == right:
            continue
        if name == "silence" and left and right and left.model_copy(update={"left": right.left}) == right:
            continue  # seconds left are told when a snapshot is made, and not counted down in events
        if name == "mine" and left.role_offer and right.role_offer:
            seconds = right.role_offer.seconds  # as with a silence
            offer = left.role_offer.model_copy(update={"seconds": seconds})
            if left.model_copy(update={"role_offer": offer}) == right:
                continue
        if name == "away" and set(left) == set(right):
            continue
        if name == "said" and (not right or left[-len(right) :] == right):
            continue
        yield f"{name}: folded {left!r}, server {right!r}"


def assert_same_view(folded: Snapshot | None, view: Snapshot) -> None:
    """The law: what the client folded is what the server would hand out now."""
    found = list(differences(folded, view))
    who = f"seat {view.you.seat}" if isinstance(view, RoomSnapshot) else "the waiting room"
    assert not found, f"{who}: " + "; ".join(found)


def structure(room: Room) -> dict[str, object]:
    """The room without words, presence and clocks: what the live journal must be able to give back."""
    turn, circle = room.turn, room.round
    return {
        "door": room.door,
        "mode": (room.mode, room.span, room.prompt_hash),
        "awaited": room.awaited and (room.awaited.mode, room.awaited.by, room.awaited.phase),
        "seats": [
            (s.seat, s.draw, s.key, s.role, s.stage, s.listening, s.name.first, s.name.second, s.mark.colour)
            for s in room.seats.values()
        ],
        "keys": room.keys,
        "inside": room.inside,
        "turn": turn and (turn.turn, turn.seat, turn.stage, turn.waiting, turn.spoke, turn.help),
        "asks": turn and turn.responding and [(a.seat, a.kind, a.answer, a.used) for a in turn.responding.asks],
        "responses": turn and turn.responding and (turn.responding.replied, turn.responding.heard),
        "helps": room.helps,
        "held": room.held,
        "phases": (room.phases, room.phase, room.phase_by, room.phase_until is None),
        "turns": room.turns,
        "round": circle and (circle.to_come, circle.later, circle.passed, circle.shared, circle.members),
        "had": circle and (circle.had, circle.owed, circle.put_off),
        "second_offer": circle and (circle.second_offer_until is not None, circle.second_offer_made, circle.wanting),
        "hands": [(hand.seat, hand.kind) for hand in room.hands],
        "list": (room.list_closed, room.last_word, room.direct_responses, room.missed, room.unanswered),
        "wishes": [(wish.seat, wish.kind) for wish in room.wishes],
        "quiet_hands": [hand.seat for hand in room.quiet_hands],
        "silence": room.silence and (room.silence.kind, room.silence.by, room.silence.seconds, room.silence.extended),
        "holding": (room.lead, room.lead_before, room.facilitators, room.unheld, room.closing_told, room.settings),
        "no_signals": room.no_signals,
        "turns_taken": room.turns_taken,
        "pass_me": room.pass_me,
        "closed": room.closed,
    }


def assert_same_structure(kept: Room, live: Room) -> None:
    """The law: the room out of its journal is the live room, but for words, presence and clocks."""
    left, right = structure(kept), structure(live)
    if left != right:
        found = [f"{name}: journal {left[name]!r}, live {right[name]!r}" for name in left if left[name] != right[name]]
        raise AssertionError("; ".join(found))
