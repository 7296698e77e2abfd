"""How facts about the piece change the room: offers, turns, rounds."""

from typing import Any, Final

from protocol import events as e
from protocol.words import Words
from server.room import facts as f
from server.room.change import changed
from server.room.evolve_hands import without_first
from server.room.state import Room, Round, Turn


def _said(room: Room, fact: e.Said, at: int) -> Room:
    turn = room.turn
    if fact.interjection and turn is not None:
        return changed(room, turn=changed(turn, interjected=True))
    if fact.turn is None and (room.unheld or room.settings.slow_seconds):
        return changed(room, said_at={**room.said_at, fact.seat: at})
    if turn is None or fact.turn != turn.turn:
        return room
    if fact.response is not None:
        return room
    return changed(room, turn=changed(turn, spoke=True, since=at, nudged=False, quiet_told=False))


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
        shared_this_time=False,
        second_offer_until=None,
        second_offer_made=False,
        wanting=(),
    )
    return changed(
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
        held=frozenset(),
    )


def _order_changed(room: Room, fact: e.RoundOrderChanged, at: int) -> Room:
    circle = room.round
    if circle is None:
        return room
    members = circle.members | set(fact.to_come) | set(fact.later)
    # Nobody changes the order while the question of the second offer is open: this closes it.
    circle = changed(circle, to_come=fact.to_come, later=fact.later, members=members, second_offer_until=None)
    return changed(room, round=circle)


def _second_offer_made(room: Room, fact: e.SecondOfferMade, at: int) -> Room:
    circle = room.round
    if circle is None:
        return room
    until = at + room.settings.second_offer_seconds * 1000
    return changed(room, round=changed(circle, second_offer_until=until, second_offer_made=True, wanting=()))


def _second_offer_taken(room: Room, fact: f.SecondOfferTaken, at: int) -> Room:
    circle = room.round
    if circle is None or fact.seat in circle.wanting:
        return room
    return changed(room, round=changed(circle, wanting=(*circle.wanting, fact.seat)))


def _round_repeated(room: Room, fact: e.RoundRepeated, at: int) -> Room:
    circle = room.round
    if circle is None:
        return room
    circle = changed(
        circle,
        to_come=fact.order,
        later=(),
        passed=(),
        had=frozenset(),
        put_off={},
        members=circle.members | set(fact.order),
        shared_this_time=False,
        second_offer_until=None,
        second_offer_made=False,
        wanting=(),
    )
    return changed(room, round=circle, pass_me=frozenset())


def _unlit(room: Room, fact: f.Unlit, at: int) -> Room:
    return room


def _lit(room: Room, fact: f.Lit, at: int) -> Room:
    turn = room.turn
    return room if turn is None else changed(room, turn=changed(turn, lights={**turn.lights, fact.seat: fact.signal}))


def _signals_wished(room: Room, fact: f.SignalsWished, at: int) -> Room:
    kept = room.no_signals - {fact.seat} if fact.on else room.no_signals | {fact.seat}
    return changed(room, no_signals=kept)


def _time_given(room: Room, fact: e.TimeGiven, at: int) -> Room:
    turn = room.turn
    if turn is None:
        return room
    return changed(room, turn=changed(turn, given=turn.given + fact.seconds * 1000, end_told=0))


def _end_told(room: Room, fact: f.EndTold, at: int) -> Room:
    return room if room.turn is None else changed(room, turn=changed(room.turn, end_told=fact.times))


def _round_ended(room: Room, fact: e.RoundEnded, at: int) -> Room:
    return changed(room, turn=None, round=None, rests_until=None, pass_me=frozenset())


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
        interjected=False,
        lights={},
        taken_at=at,
        given=0,
        end_told=0,
        stopped_at=None,
        thawed=0,
        help="listen",
        responding=None,
        choosing_until=None,
    )
    circle = room.round
    hands = room.hands
    if circle is not None:
        circle = changed(
            circle,
            to_come=tuple(s for s in circle.to_come if s != fact.seat),
            later=tuple(s for s in circle.later if s != fact.seat),
            owed=circle.owed - {fact.seat},
            second_offer_until=None,
        )
    if circle is None:
        hands = without_first(hands, fact.seat)
    return changed(room, turn=turn, turns=fact.turn, round=circle, hands=hands, rests_until=None, direct_responses=0)


def _piece_taken(room: Room, fact: e.PieceTaken, at: int) -> Room:
    if room.turn is None:
        return room
    return changed(room, turn=changed(room.turn, taken=True, since=at, taken_at=at, nudged=False, quiet_told=False))


def _piece_waits(room: Room, fact: e.PieceWaits, at: int) -> Room:
    return room if room.turn is None else changed(room, turn=changed(room.turn, waiting=True, stopped_at=at))


def _piece_goes_on(room: Room, fact: e.PieceGoesOn, at: int) -> Room:
    if room.turn is None:
        return room
    turn = room.turn
    stood = max(0, at - turn.stopped_at) if turn.stopped_at is not None else 0
    turn = changed(turn, waiting=False, since=at, taken_at=turn.taken_at + stood, stopped_at=None)
    return changed(room, turn=changed(turn, nudged=False, quiet_told=False))


def _turn_ended(room: Room, fact: e.TurnEnded, at: int) -> Room:
    circle = room.round
    if circle is not None:
        put_off = circle.put_off
        if fact.again and fact.how != "rested":
            put_off = {**put_off, fact.seat: put_off.get(fact.seat, 0) + 1}
        passed = circle.passed
        if fact.how == "passed":
            passed = (*(s for s in passed if s != fact.seat), fact.seat)
        circle = changed(
            circle,
            later=(*circle.later, fact.seat) if fact.again else circle.later,
            passed=passed,
            shared=circle.shared + fact.spoke,
            shared_this_time=circle.shared_this_time or fact.spoke,
            owed=circle.owed | {fact.seat} if fact.again and fact.how == "rested" else circle.owed,
            put_off=put_off,
            had=circle.had if fact.again else circle.had | {fact.seat},
        )
    pass_me = room.pass_me - {fact.seat} if fact.how == "passed" else room.pass_me
    taken = room.turns_taken
    if fact.spoke:
        taken = {**taken, fact.seat: taken.get(fact.seat, 0) + 1}
    room = changed(room, turn=None, round=circle, pass_me=pass_me, turns_taken=taken)
    return _had_it(room, fact) if room.mode == "passing" else room


def _had_it(room: Room, fact: e.TurnEnded) -> Room:
    """Where the piece is passed on: who has had it, begun anew once everybody has."""
    if not fact.spoke and fact.how != "done":
        return room
    held = room.held | {fact.seat}
    everybody = {s for s in room.inside if not room.seats[s].listening}
    return changed(room, held=frozenset() if everybody <= held else held)


def _has_spoken(room: Room, fact: f.HasSpoken, at: int) -> Room:
    return room if room.turn is None else changed(room, turn=changed(room.turn, spoke=True))


def _nudged(room: Room, fact: f.Nudged, at: int) -> Room:
    return room if room.turn is None else changed(room, turn=changed(room.turn, nudged=True))


def _quiet_told(room: Room, fact: f.QuietTold, at: int) -> Room:
    return room if room.turn is None else changed(room, turn=changed(room.turn, quiet_told=True))


def _minute_asked(room: Room, fact: f.MinuteAsked, at: int) -> Room:
    if room.turn is None:
        return room
    return changed(room, turn=changed(room.turn, since=fact.until, nudged=False, quiet_told=False))


def _piece_rests(room: Room, fact: f.PieceRests, at: int) -> Room:
    return changed(room, rests_until=fact.until or None)


def _pass_me_chosen(room: Room, fact: f.PassMeChosen, at: int) -> Room:
    kept = room.pass_me | {fact.seat} if fact.on else room.pass_me - {fact.seat}
    return changed(room, pass_me=kept)


# `Any`: each step takes the fact class it is filed under.
PIECE: Final[dict[type[Any], Any]] = {
    e.Said: _said,
    e.RoundStarted: _round_started,
    f.RoundKept: _round_kept,
    e.RoundOrderChanged: _order_changed,
    e.SecondOfferMade: _second_offer_made,
    f.SecondOfferTaken: _second_offer_taken,
    e.RoundEnded: _round_ended,
    e.RoundRepeated: _round_repeated,
    e.TimeGiven: _time_given,
    f.EndTold: _end_told,
    f.Lit: _lit,
    f.SignalsWished: _signals_wished,
    f.Unlit: _unlit,
    e.PieceOffered: _piece_offered,
    e.PieceTaken: _piece_taken,
    e.PieceWaits: _piece_waits,
    e.PieceGoesOn: _piece_goes_on,
    e.TurnEnded: _turn_ended,
    f.HasSpoken: _has_spoken,
    f.Nudged: _nudged,
    f.QuietTold: _quiet_told,
    f.MinuteAsked: _minute_asked,
    f.PieceRests: _piece_rests,
    f.PassMeChosen: _pass_me_chosen,
}
