"""The private half of the fold: what cards and hints change in one seat's view."""

from typing import Any

from protocol import cards as c
from protocol.rooms import Hand, HandNote, RoleOffer, Silence
from protocol.snapshot import Mine, RoomSnapshot, WaitingSnapshot

Change = dict[str, Any]
"""`Any`: new values of a snapshot's fields, by name."""


def card_of(seen: RoomSnapshot | WaitingSnapshot, card: c.Card) -> Change:
    """What a card changes. Cards of the moment (a nudge, a thank-you) leave the view as it is."""
    if isinstance(seen, WaitingSnapshot):
        return {"noticed": True} if isinstance(card, c.KnockNoticed) else {}
    return {"mine": seen.mine.model_copy(update=_mine(seen, seen.mine, card))}


def notes_in_line(notes: tuple[HandNote, ...], hands: tuple[Hand, ...]) -> tuple[HandNote, ...]:
    """Notes stand in the order of their hands; after a return a note may come before its hand, and stands last."""
    up = {(hand.seat, hand.kind): place for place, hand in enumerate(hands)}
    return tuple(sorted(notes, key=lambda note: up.get((note.seat, note.kind), len(up))))


def _mine(room: RoomSnapshot, mine: Mine, card: c.Card) -> Change:
    match card:
        case c.Knocked():
            return {"knocks": (*_others(mine, card.knock.person.seat), card.knock)}
        case c.KnockSettled():
            return {"knocks": _others(mine, card.seat)}
        case c.HandNoted():
            others = tuple(n for n in mine.hand_notes if (n.seat, n.kind) != (card.seat, card.kind))
            noted = (*others, HandNote(seat=card.seat, kind=card.kind, note=card.note))
            return {"hand_notes": notes_in_line(noted, room.hands)}
        case c.Wished():
            return {"wishes": (*_unsettled(mine, card.wish.seat, card.wish.kind), card.wish)}
        case c.WishSettled():
            return {"wishes": _unsettled(mine, card.seat, card.kind)}
        case c.PassMeSet():
            return {"pass_me": card.on}
        case c.NotHeard():
            return {"not_heard": card.seats}
        case c.QuietForMeSet():
            return {"quiet_for_me": card.on}
        case c.HelpSet():
            return {"help": card.help}
        case c.Asked():
            return {"asks": (*mine.asks, card.ask)}
        case c.AskSettled():
            return {"asks": tuple(ask for ask in mine.asks if ask.ask != card.ask)}
        case c.AskWaits():
            return {"ask": card.ask}
        case c.RoleOffered():
            return {"role_offer": RoleOffer(role=card.role, by=card.by, seconds=card.seconds)}
        case c.RoleOfferOver():
            return {"role_offer": None}
        case c.HandWaits():
            return {"hand_waits": card.on}
        case c.SecondOfferUsed():
            return {"second_offer_used": True}
        case _:
            return {}


def _unsettled(mine: Mine, seat: int, kind: str) -> tuple[object, ...]:
    return tuple(wish for wish in mine.wishes if (wish.seat, wish.kind) != (seat, kind))


def _others(mine: Mine, seat: int) -> tuple[object, ...]:
    return tuple(knock for knock in mine.knocks if knock.person.seat != seat)


def hint_of(hint: c.Hint, silence: Silence | None) -> Change:
    """What a hint changes: who is away. In how many places a seat is open stands in no snapshot."""
    match hint:
        case c.Presence():
            return {"away": hint.away}
        case c.Warm():
            return {"warmth": hint.warmth}
        case c.SilenceLeft() if silence is not None:
            return {"silence": silence.model_copy(update={"left": hint.left})}
        case _:
            return {}
