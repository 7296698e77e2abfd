"""What "the same" means between a folded view and the server's own, and between a room and its journal."""

from collections.abc import Iterator
from dataclasses import fields, replace

from protocol.snapshot import RoomSnapshot, Snapshot
from protocol.words import Words
from server.room.state import Awaited, Hand, Room, Round, Seat, Turn

_NO_WORDS = Words("")


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


def structure(room: Room) -> Room:
    """The room without words, presence and clocks: what the live journal must be able to give back."""
    return replace(
        room,
        prompt=_NO_WORDS,
        prompt_lost=False,
        awaited=room.awaited and Awaited(room.awaited.mode, _NO_WORDS, room.awaited.by),
        seats={number: _seat(seat) for number, seat in room.seats.items()},
        turn=room.turn and _turn(room.turn),
        round=room.round and _round(room.round),
        rests_until=None,
        hands=tuple(Hand(hand.seat, None) for hand in room.hands),
        empty_since=None,
        survives_restart=True,  # a journal that is lost cannot keep that it was
    )


def _seat(seat: Seat) -> Seat:
    return replace(seat, here=False, since=0, fades_at=None, faded=False, out_of_order=False, line=None, noticed=False)


def _turn(turn: Turn) -> Turn:
    return replace(turn, since=0, spoke=False, nudged=False, quiet_told=False)


def _round(circle: Round) -> Round:
    open_question = circle.second_offer_until is not None
    return replace(circle, second_offer_until=1 if open_question else None)


def assert_same_structure(kept: Room, live: Room) -> None:
    """The law: the room out of its journal is the live room, but for words, presence and clocks."""
    left, right = structure(kept), structure(live)
    if left == right:
        return
    for field in fields(Room):
        one, other = getattr(left, field.name), getattr(right, field.name)
        assert one == other, f"{field.name}: journal {one!r}, live {other!r}"
