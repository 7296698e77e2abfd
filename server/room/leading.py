"""Facilitating together: roles offered and accepted, facilitation handed over, words among facilitators, settings.

Nobody is ever given a role and nobody takes one (I9): it is offered, and the answer counts.
When the lead loses connection, a co-facilitator who is here leads at once; nobody else
ever does. Rules: domain.md 4.9 and 5.9.
"""

from protocol.commands import AnswerRole, ChangeSettings, LayDownRole, OfferRole, SayAside, TakeLeadBack
from protocol.events import HeldAgain, LeadChanged, RoleChanged, SettingsChanged
from protocol.refusals import Refusal
from protocol.words import Words
from server.room import raised_hands
from server.room.facts import AsideSaid, RoleOfferAnswered, RoleOfferLapsed, RoleOfferMade
from server.room.held import facilitator_here
from server.room.state import Seat
from server.room.telling import Telling, refused


def offer_role(telling: Telling, seat: Seat, command: OfferRole) -> Refusal | None:
    """Offer somebody who is here a role. The lead alone hands facilitation over; a later offer replaces an earlier."""
    room = telling.room
    if command.role == "lead" and room.lead != seat.seat:
        return refused("facilitators_only")
    named = telling.insider(command.seat)
    if named is None or not named.here:
        return refused("nobody_there")
    if named.role == command.role or (command.role == "lead" and command.seat == room.lead):
        return refused("already_so")
    if command.role == "lead":
        for other, offer in room.offers.items():
            if offer.role == "lead" and other != command.seat:
                telling.tell(RoleOfferLapsed(seat=other))
    telling.tell(RoleOfferMade(seat=command.seat, role=command.role, by=seat.seat))
    return None


def answer_role(telling: Telling, seat: Seat, command: AnswerRole) -> Refusal | None:
    """Yes or no. The whole room sees a yes; a no is told to the one who offered, and to nobody else."""
    offer = telling.room.offers.get(seat.seat)
    if offer is None or telling.now >= offer.until:
        return refused("no_offer")
    telling.tell(RoleOfferAnswered(seat=seat.seat, by=offer.by, accepted=command.accept))
    if not command.accept:
        return None
    role = "facilitator" if offer.role == "lead" else offer.role
    if seat.role != role:
        telling.tell(RoleChanged(seat=seat.seat, role=role))
        pass_the_lead_on(telling)
    if offer.role == "lead" and telling.room.lead != seat.seat:
        telling.tell(LeadChanged(seat=seat.seat))
    if telling.room.unheld and facilitator_here(telling.room):
        telling.tell(HeldAgain(seat=seat.seat))
    return None


def tick(telling: Telling) -> None:
    """Offers that nobody answered in time are over."""
    for seat, offer in telling.room.offers.items():
        if telling.now >= offer.until:
            telling.tell(RoleOfferLapsed(seat=seat))


def lay_down_role(telling: Telling, seat: Seat, command: LayDownRole) -> Refusal | None:
    """An ordinary member from now on. Needs nobody's leave, like leaving itself."""
    if seat.role == "member":
        return refused("already_so")
    telling.tell(RoleChanged(seat=seat.seat, role="member"))
    pass_the_lead_on(telling)
    return None


def pass_the_lead_on(telling: Telling) -> None:
    """Where the lead is not here and another facilitator is, that one leads now."""
    room = telling.room
    lead = room.seats[room.lead] if room.lead is not None else None
    if lead is not None and lead.here and lead.stage == "inside":
        return
    for number in room.facilitators:
        seat = room.seats[number]
        if number != room.lead and seat.here and seat.stage == "inside":
            telling.tell(LeadChanged(seat=number, lost=lead is not None and lead.stage == "inside"))
            return


def take_lead_back(telling: Telling, seat: Seat, command: TakeLeadBack) -> Refusal | None:
    """Whoever led until their connection was lost leads again, on their own wish."""
    if telling.room.lead_before != seat.seat or telling.room.lead == seat.seat:
        return refused("no_offer")
    telling.tell(LeadChanged(seat=seat.seat))
    return None


def say_aside(telling: Telling, seat: Seat, command: SayAside, text: Words) -> Refusal | None:
    """Words among facilitators; they live as long as a card does."""
    telling.tell(AsideSaid(seat=seat.seat, command=command.id, text=text))
    return None


def change_settings(telling: Telling, seat: Seat, command: ChangeSettings) -> Refusal | None:
    """Other times and choices for this room, from now on; everybody sees them."""
    if telling.room.settings == command.settings:
        return refused("already_so")
    order = telling.room.settings.hands_order
    telling.tell(SettingsChanged(settings=command.settings, by=seat.seat))
    if command.settings.hands_order != order:
        raised_hands.sort_again(telling)
    return None
