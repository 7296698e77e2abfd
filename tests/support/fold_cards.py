"""The private half of the fold: what cards and hints change in one seat's view."""

from typing import Any

from protocol import cards as c
from protocol.rooms import HandNote
from protocol.snapshot import Mine, RoomSnapshot, WaitingSnapshot

Change = dict[str, Any]
"""`Any`: new values of a snapshot's fields, by name."""


def card_of(seen: RoomSnapshot | WaitingSnapshot, card: c.Card) -> Change:
    """What a card changes. Cards of the moment (a nudge, a thank-you) leave the view as it is."""
    if isinstance(seen, WaitingSnapshot):
        return {"noticed": True} if isinstance(card, c.KnockNoticed) else {}
    return {"mine": seen.mine.model_copy(update=_mine(seen.mine, card))}


def _mine(mine: Mine, card: c.Card) -> Change:
    match card:
        case c.Knocked():
            return {"knocks": (*_others(mine, card.knock.person.seat), card.knock)}
        case c.KnockSettled():
            return {"knocks": _others(mine, card.seat)}
        case c.HandNoted():
            others = tuple(note for note in mine.hand_notes if note.seat != card.seat)
            return {"hand_notes": (*others, HandNote(seat=card.seat, note=card.note))}
        case c.PassMeSet():
            return {"pass_me": card.on}
        case c.SecondOfferUsed():
            return {"second_offer_used": True}
        case _:
            return {}


def _others(mine: Mine, seat: int) -> tuple[object, ...]:
    return tuple(knock for knock in mine.knocks if knock.person.seat != seat)


def hint_of(hint: c.Hint) -> Change:
    """What a hint changes: who is away. In how many places a seat is open stands in no snapshot."""
    return {"away": hint.away} if isinstance(hint, c.Presence) else {}
