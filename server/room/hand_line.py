"""The line of hands and its order: direct responses first, then shares as they came or quieter voices first.

Turns are counted in this meeting and by seat alone, never by who somebody is; a hand that
goes down and up again gains nothing by it. Rules: domain.md 5.2 (1, 9).
"""

from typing import Literal

from protocol.rooms import Hand, HandKind
from server.room.state import Room

Why = Literal["lowered", "lowered_by_facilitator", "moved_back", "expired", "cleared", "listening", "sorted", "missed"]


def place_for(room: Room, seat: int, kind: HandKind) -> int:
    """Where a new hand of this kind stands, counted from 0."""
    direct = sum(hand.kind == "direct_response" for hand in room.hands)
    if kind == "direct_response" or seat in room.missed:
        return direct
    if room.settings.hands_order == "first_come":
        return len(room.hands)
    turns = room.turns_taken.get(seat, 0)
    later = (
        place for place, hand in enumerate(room.hands) if place >= direct and room.turns_taken.get(hand.seat, 0) > turns
    )
    return next(later, len(room.hands))


def in_order(room: Room) -> tuple[Hand, ...]:
    """The line as the policy has it; whoever came first stays first among equals."""
    hands = tuple(hand.view for hand in room.hands)
    if room.settings.hands_order == "first_come":
        return hands
    return tuple(
        sorted(
            hands, key=lambda h: (h.kind != "direct_response", h.kind == "share" and room.turns_taken.get(h.seat, 0))
        )
    )


def first_here(room: Room) -> int | None:
    """The first seat in the line that can be asked now; who is away keeps the place and is asked when back."""
    seats = room.seats
    return next((h.seat for h in room.hands if seats[h.seat].here and seats[h.seat].stage == "inside"), None)


def without(room: Room, seat: int) -> tuple[Hand, ...]:
    """The line without any hand of this seat."""
    return tuple(hand.view for hand in room.hands if hand.seat != seat)


def one_back(room: Room, seat: int) -> tuple[Hand, ...]:
    """The line with this seat's share behind the first hand; a share that is still to come stays where it is."""
    if any((hand.seat, hand.kind) == (seat, "share") for hand in room.hands):
        return tuple(hand.view for hand in room.hands)
    rest = _without_share(room, seat)
    return (*rest[:1], Hand(seat=seat, kind="share"), *rest[1:])


def first(room: Room, seat: int) -> tuple[Hand, ...]:
    """The line with this seat's share at its head."""
    return (Hand(seat=seat, kind="share"), *_without_share(room, seat))


def _without_share(room: Room, seat: int) -> tuple[Hand, ...]:
    return tuple(hand.view for hand in room.hands if (hand.seat, hand.kind) != (seat, "share"))
