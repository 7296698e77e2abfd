"""How facts about the piece change the room: offers, turns, rounds."""

from dataclasses import replace
from typing import Any, Final

from protocol import events as e
from protocol.words import Words
from server.room import facts as f
from server.room.state import Room, Round, Turn


def _said(room: Room, fact: e.Said, at: int) -> Room:
    turn = room.turn
    if turn is None or fact.turn != turn.turn:
        return room
    return replace(room, turn=replace(turn, spoke=True, since=at, nudged=False, quiet_told=False))


def _round_started(room: Room, fact: e.RoundStarted, at: int) -> Room:
    hashed = f.prompt_hash(room.secret, fact.prompt)
    return _new_round(room, fact.span, fact.order, hashed, lost=False, prompt=fact.prompt)


def _round_kept(room: Room, fact: f.RoundKept, at: int) -> Room:
    lost = bool(fact.prompt_hash)
    return _new_round(room, fact.span, fact.order, fact.prompt_hash, lost=lost, prompt=f.empty_words())


def _new_round(room: Room, span: int, order: tuple[int, ...], hashed: str, *, lost: bool, prompt: Words) -> Room:
    circle = Round(
        to_come=order,
        later=(),
        passed=(),
        shared=0,
        members=frozenset(order),
        had=frozenset(),
        owed=frozenset(),
        put_off={},
        second_offer_until=None,
        second_offer_made=False,
        wanting=(),
    )
    return replace(
        room,
        mode="round",
        span=span,
        prompt=prompt,
        prompt_hash=hashed,
        prompt_lost=lost,
        awaited=None,
        turn=None,
        round=circle,
        rests_until=None,
        pass_me=frozenset(),
    )


def _order_changed(room: Room, fact: e.RoundOrderChanged, at: int) -> Room:
    circle = room.round
    if circle is None:
        return room
    members = circle.members | set(fact.to_come) | set(fact.later)
    # Nobody changes the order while the question of the second offer is open: this closes it.
    circle = replace(circle, to_come=fact.to_come, later=fact.later, members=members, second_offer_until=None)
    return replace(room, round=circle)


def _second_offer_made(room: Room, fact: e.SecondOfferMade, at: int) -> Room:
    circle = room.round
    if circle is None:
        return room
    until = at + room.settings.second_offer_seconds * 1000
    return replace(room, round=replace(circle, second_offer_until=until, second_offer_made=True, wanting=()))


def _second_offer_taken(room: Room, fact: f.SecondOfferTaken, at: int) -> Room:
    circle = room.round
    if circle is None or fact.seat in circle.wanting:
        return room
    return replace(room, round=replace(circle, wanting=(*circle.wanting, fact.seat)))


def _round_ended(room: Room, fact: e.RoundEnded, at: int) -> Room:
    return replace(room, turn=None, round=None, rests_until=None, pass_me=frozenset())


def _piece_offered(room: Room, fact: e.PieceOffered, at: int) -> Room:
    turn = Turn(
        turn=fact.turn,
        seat=fact.seat,
        taken=False,
        since=at,
        spoke=False,
        waiting=False,
        nudged=False,
        quiet_told=False,
    )
    circle = room.round
    hands = room.hands
    if circle is not None:
        circle = replace(
            circle,
            to_come=tuple(s for s in circle.to_come if s != fact.seat),
            later=tuple(s for s in circle.later if s != fact.seat),
            owed=circle.owed - {fact.seat},
            second_offer_until=None,
        )
    if room.mode == "raised_hands":
        hands = tuple(hand for hand in hands if hand.seat != fact.seat)
    return replace(room, turn=turn, turns=fact.turn, round=circle, hands=hands, rests_until=None)


def _piece_taken(room: Room, fact: e.PieceTaken, at: int) -> Room:
    if room.turn is None:
        return room
    return replace(room, turn=replace(room.turn, taken=True, since=at, nudged=False, quiet_told=False))


def _piece_waits(room: Room, fact: e.PieceWaits, at: int) -> Room:
    return room if room.turn is None else replace(room, turn=replace(room.turn, waiting=True))


def _piece_goes_on(room: Room, fact: e.PieceGoesOn, at: int) -> Room:
    if room.turn is None:
        return room
    return replace(room, turn=replace(room.turn, waiting=False, since=at, nudged=False, quiet_told=False))


def _turn_ended(room: Room, fact: e.TurnEnded, at: int) -> Room:
    circle = room.round
    if circle is not None:
        put_off = circle.put_off
        if fact.again and fact.how != "rested":
            put_off = {**put_off, fact.seat: put_off.get(fact.seat, 0) + 1}
        passed = circle.passed
        if fact.how == "passed":
            passed = (*(s for s in passed if s != fact.seat), fact.seat)
        circle = replace(
            circle,
            later=(*circle.later, fact.seat) if fact.again else circle.later,
            passed=passed,
            shared=circle.shared + fact.spoke,
            owed=circle.owed | {fact.seat} if fact.again and fact.how == "rested" else circle.owed,
            put_off=put_off,
            had=circle.had if fact.again else circle.had | {fact.seat},
        )
    pass_me = room.pass_me - {fact.seat} if fact.how == "passed" else room.pass_me
    return replace(room, turn=None, round=circle, pass_me=pass_me)


def _nudged(room: Room, fact: f.Nudged, at: int) -> Room:
    return room if room.turn is None else replace(room, turn=replace(room.turn, nudged=True))


def _quiet_told(room: Room, fact: f.QuietTold, at: int) -> Room:
    return room if room.turn is None else replace(room, turn=replace(room.turn, quiet_told=True))


def _minute_asked(room: Room, fact: f.MinuteAsked, at: int) -> Room:
    if room.turn is None:
        return room
    return replace(room, turn=replace(room.turn, since=fact.until, nudged=False, quiet_told=False))


def _piece_rests(room: Room, fact: f.PieceRests, at: int) -> Room:
    return replace(room, rests_until=fact.until or None)


def _pass_me_chosen(room: Room, fact: f.PassMeChosen, at: int) -> Room:
    kept = room.pass_me | {fact.seat} if fact.on else room.pass_me - {fact.seat}
    return replace(room, pass_me=kept)


# `Any`: each step takes the fact class it is filed under.
PIECE: Final[dict[type[Any], Any]] = {
    e.Said: _said,
    e.RoundStarted: _round_started,
    f.RoundKept: _round_kept,
    e.RoundOrderChanged: _order_changed,
    e.SecondOfferMade: _second_offer_made,
    f.SecondOfferTaken: _second_offer_taken,
    e.RoundEnded: _round_ended,
    e.PieceOffered: _piece_offered,
    e.PieceTaken: _piece_taken,
    e.PieceWaits: _piece_waits,
    e.PieceGoesOn: _piece_goes_on,
    e.TurnEnded: _turn_ended,
    f.Nudged: _nudged,
    f.QuietTold: _quiet_told,
    f.MinuteAsked: _minute_asked,
    f.PieceRests: _piece_rests,
    f.PassMeChosen: _pass_me_chosen,
}
