"""How facts about holding the room change it: roles, the lead, being unheld, settings."""

from typing import Any, Final

from protocol import events as e
from server.room import facts as f
from server.room.change import changed
from server.room.held import noted
from server.room.state import RoleOffer, Room


def _offer_made(room: Room, fact: f.RoleOfferMade, at: int) -> Room:
    until = at + room.settings.role_offer_seconds * 1000
    return changed(room, offers={**room.offers, fact.seat: RoleOffer(fact.role, fact.by, until)})


def _offer_answered(room: Room, fact: f.RoleOfferAnswered, at: int) -> Room:
    return changed(room, offers={s: offer for s, offer in room.offers.items() if s != fact.seat})


def _offer_lapsed(room: Room, fact: f.RoleOfferLapsed, at: int) -> Room:
    return changed(room, offers={s: offer for s, offer in room.offers.items() if s != fact.seat})


def _role_changed(room: Room, fact: e.RoleChanged, at: int) -> Room:
    seats = {**room.seats, fact.seat: changed(room.seats[fact.seat], role=fact.role)}
    others = tuple(s for s in room.facilitators if s != fact.seat)
    facilitating = fact.role == "facilitator"
    lead = room.lead
    if facilitating and lead is None:
        lead = fact.seat
    elif not facilitating and lead == fact.seat:
        lead = None
    facilitators = (*others, fact.seat) if facilitating else others
    after = noted(changed(room, seats=seats, facilitators=facilitators, lead=lead), at)
    if not facilitating and not facilitators and after.gone_since is None:
        return changed(after, gone_since=at)  # the last one laid the role down: nobody is left who could hold the room
    return after


def _lead_changed(room: Room, fact: e.LeadChanged, at: int) -> Room:
    others = tuple(s for s in room.facilitators if s != fact.seat)
    before = room.lead if fact.lost else None
    return changed(room, lead=fact.seat, lead_before=before, facilitators=(fact.seat, *others))


def _unheld(room: Room, fact: e.Unheld, at: int) -> Room:
    return changed(room, unheld=True, closing_told=False)


def _held_again(room: Room, fact: e.HeldAgain, at: int) -> Room:
    return changed(room, unheld=False, closing_told=False, said_at={})


def _closing_soon(room: Room, fact: e.ClosingSoon, at: int) -> Room:
    return changed(room, closing_told=True)


def _settings_changed(room: Room, fact: e.SettingsChanged, at: int) -> Room:
    return changed(room, settings=fact.settings)


def _same(room: Room, fact: f.Fact, at: int) -> Room:
    return room


# `Any`: each step takes the fact class it is filed under.
HOLDING: Final[dict[type[Any], Any]] = {
    f.RoleOfferMade: _offer_made,
    f.RoleOfferAnswered: _offer_answered,
    f.RoleOfferLapsed: _offer_lapsed,
    f.AsideSaid: _same,
    e.RoleChanged: _role_changed,
    e.LeadChanged: _lead_changed,
    e.Unheld: _unheld,
    e.HeldAgain: _held_again,
    e.ClosingSoon: _closing_soon,
    e.SettingsChanged: _settings_changed,
}
