"""The fold of what happens around a share: words in a turn, the time to respond, who has had the piece."""

from typing import Any

from protocol import events as e
from protocol.snapshot import RoomSnapshot

Change = dict[str, Any]
"""`Any`: new values of a snapshot's fields, by name."""


def said_in_turn(room: RoomSnapshot, event: e.Said) -> Change:
    """What words change in the running turn, and for whoever said them."""
    turn = room.turn
    if turn is None or (event.turn != turn.turn and not event.interjection):
        return {}
    if event.interjection:
        return {"turn": turn.model_copy(update={"interjected": True})}
    if event.response is None:
        return {"turn": turn.model_copy(update={"spoke": True})}
    change: Change = {}
    if event.response == "what_i_heard":
        change["turn"] = turn.model_copy(update={"heard": "said"})
    if event.seat == room.you.seat:
        mine = {"replied": True} if event.response == "reply" else {"ask": None}
        change["mine"] = room.mine.model_copy(update=mine)
    return change


def after_the_share(
    room: RoomSnapshot, event: e.HelpChosen | e.ResponsesOpened | e.HeardAnswered | e.HolderChooses
) -> Change:
    """How far the turn is, and what would help its person."""
    turn = room.turn
    if turn is None:
        return {}
    match event:
        case e.HelpChosen():
            return {"turn": turn.model_copy(update={"help": event.help})}
        case e.ResponsesOpened():
            return {"turn": turn.model_copy(update={"stage": "responding"})}
        case e.HeardAnswered():
            return {"turn": turn.model_copy(update={"heard": "yes" if event.yes else "not_quite"})}
        case e.HolderChooses():
            after = {"stage": "choosing", "heard": None}
            return {"turn": turn.model_copy(update=after), "mine": without_responses(room).mine}


def without_responses(room: RoomSnapshot) -> RoomSnapshot:
    """The view once nobody responds any more."""
    mine = room.mine.model_copy(update={"asks": (), "ask": None, "replied": False})
    return room.model_copy(update={"mine": mine})


def held(room: RoomSnapshot, event: e.TurnEnded) -> tuple[int, ...]:
    """Where the piece is passed on: who has had it, begun anew once everybody has."""
    if room.mode != "passing" or not (event.spoke or event.how == "done"):
        return room.held
    now = {*room.held, event.seat}
    everybody = {person.seat for person in room.people if not person.listening}
    return () if everybody <= now else tuple(sorted(now))
