"""What holds of every room at every moment, and of every single fact (domain.md 5.0, I1 to I14).

I1, I9, I11 and I13 hold partly by construction; what can be checked of them is checked here.
I10 belongs to writing together, which comes later.
"""

from collections.abc import Sequence

from protocol import events as e
from protocol.refusals import Refusal
from server.room.alarms import next_wake
from server.room.decide import decide_inner
from server.room.facts import Fact
from server.room.inner import Tick
from server.room.state import Room, Round


def check_room(room: Room) -> None:
    """What holds of the room between any two wishes."""
    _seats(room)
    _lists(room)
    _turn(room)
    waits = room.awaited is None or room.turn or room.silence or (room.round and room.awaited.phase is not None)
    assert waits, "a way of talking is awaited, and nothing is waited for"
    assert room.phase is None or room.phase < len(room.phases)
    assert room.phase is not None or room.phase_until is None
    assert room.round is None or room.mode == "round"
    assert room.round is not None or not room.pass_me


def _seats(room: Room) -> None:
    living = {number for number, seat in room.seats.items() if seat.stage != "gone"}
    assert set(room.keys.values()) == living, "a key opens a place that has ended, or none opens one"
    assert len({seat.draw for seat in room.seats.values()}) == len(room.seats), "a name was given twice"
    assert len(set(room.inside)) == len(room.inside)
    for number, seat in room.seats.items():
        if seat.stage == "inside":
            assert number in room.inside
        if seat.stage == "waiting":
            assert number not in room.inside
        if seat.stage == "gone":
            assert not seat.here
            assert number not in room.inside or seat.fades_at is not None, "somebody who left is shown for ever"


def _lists(room: Room) -> None:
    hands = [(hand.seat, hand.kind) for hand in room.hands]
    assert _once(hands), "I5: a hand is up twice"
    assert {hand.seat for hand in room.hands} <= set(room.inside)
    circle = room.round
    if circle is None:
        return
    order = (*circle.to_come, *circle.later)
    assert _once(order), "I5: twice in the order"
    assert set(order) <= set(room.inside) & circle.members
    assert _once(circle.passed)
    assert _once(circle.wanting)
    assert set(circle.passed) <= circle.had
    if circle.second_offer_until is not None:
        assert room.turn is None
        assert order == ()


def _turn(room: Room) -> None:
    turn = room.turn
    if turn is None:
        return
    holder = room.seats[turn.seat]
    assert holder.stage == "inside", "somebody who is not in the room has the piece"
    assert not holder.listening, "a listener has the piece"
    assert turn.waiting == (not holder.here), "I2: the holder is here, or the piece waits"
    assert turn.turn == room.turns
    assert turn.taken or turn.stage == "offered"
    assert turn.responding is None or turn.choosing_until is None
    assert turn.responding is None or turn.spoke, "nothing was said, and there is time to respond"
    assert turn.choosing_until is None or room.mode == "passing"
    assert room.mode != "open_floor"
    # The offer took one hand; whoever has it for a direct response may still have their share to come, or the reverse.
    assert sum(hand.seat == turn.seat for hand in room.hands) <= 1 or room.mode == "round"
    if room.round is not None:
        assert turn.seat not in (*room.round.to_come, *room.round.later)


def _once(items: Sequence[object]) -> bool:
    return len(set(items)) == len(items)


def check_wake(room: Room, now: int) -> None:
    """I14: time acts only through ticks, and a tick before its time changes nothing."""
    wake = next_wake(room)
    if wake is None:
        assert room.closed
        return
    if wake > now:
        early = decide_inner(room, Tick(), now, 1)
        assert not isinstance(early, Refusal)
        assert early.facts == (), f"a tick before its time: {early.facts}"


def check_fact(before: Room, fact: Fact, after: Room) -> None:
    """What holds of one fact, between the room before and after it."""
    _roles(before, fact, after)
    _hands(before, fact, after)
    match fact:
        case e.Said():
            _heard(before, fact)
        case e.PieceOffered():
            assert before.turn is None, "I1: two have the piece"
            assert fact.turn == before.turns + 1, "a turn id is used again"
            seat = before.seats[fact.seat]
            assert seat.here, "the piece is offered to somebody who cannot answer"
            assert not seat.listening
            if before.round is not None and fact.seat in before.round.had:
                assert before.round.second_offer_made, "I4: somebody is offered a second turn"
                assert fact.seat in before.round.wanting
        case e.PieceTaken() | e.PieceWaits() | e.PieceGoesOn() | e.TurnEnded():
            assert before.turn is not None
            assert before.turn.turn == fact.turn
        case e.RoundEnded() | e.SecondOfferMade():
            assert before.round is not None
            _all_were_asked(before, before.round)
        case e.WentOut():
            assert before.seats[fact.seat].stage == "gone"
            assert fact.seat in before.inside
        case e.CameIn():
            assert before.seats[fact.person.seat].stage == "waiting"
        case _:
            pass


def _roles(before: Room, fact: Fact, after: Room) -> None:
    for number, seat in before.seats.items():
        if not (isinstance(fact, e.RoleChanged) and fact.seat == number):
            assert after.seats[number].role == seat.role, "I9: somebody was promoted"
        if seat.stage == "gone":
            assert after.seats[number].stage == "gone", "somebody who left is back"


def _heard(room: Room, said: e.Said) -> None:
    """I3: where turns are taken only the holder is heard; between turns a facilitator."""
    speaker = room.seats[said.seat]
    assert speaker.stage == "inside"
    if room.mode == "open_floor":
        assert said.turn is None
        assert not speaker.listening
    elif said.interjection:
        assert speaker.role == "facilitator", "I3: somebody spoke into a turn"
        assert room.turn is not None
        assert not room.turn.interjected, "more than one in a turn"
    elif room.turn is None:
        assert speaker.role == "facilitator", "I3: somebody spoke between turns"
        assert said.turn is None
    elif said.response is not None:
        _response(room, said)
    else:
        holds = (room.turn.seat, room.turn.turn, room.turn.taken)
        assert holds == (said.seat, said.turn, True), "I3: somebody without the piece is heard"


def _response(room: Room, said: e.Said) -> None:
    """After a share others are heard as the sharer wished, and otherwise only with the sharer's yes."""
    turn = room.turn
    assert turn is not None
    assert turn.responding is not None, "a response, and it is not the time for it"
    assert said.seat != turn.seat
    assert said.turn == turn.turn
    assert not room.seats[said.seat].listening
    if said.response == "reply":
        assert turn.help not in ("listen", "silence"), "a reply that was not wished"
        assert said.seat not in turn.responding.replied, "two replies from one person"
        assert len(turn.responding.replied) < room.settings.responses_most
    else:
        asked = [a for a in turn.responding.asks if (a.seat, a.kind, a.used) == (said.seat, said.response, False)]
        assert [a.answer for a in asked] == [True], "nobody said yes to this"


def _hands(before: Room, fact: Fact, after: Room) -> None:
    """I6 and I7: the line changes only by an event that says so, and keeps its order."""
    was, now = [h.view for h in before.hands], [h.view for h in after.hands]
    match fact:
        case e.HandRaised():
            hand = now.pop(fact.place)
            assert (hand.seat, hand.kind, now) == (fact.seat, fact.kind, was)
        case e.HandsChanged() if fact.why == "sorted":
            assert now == list(fact.hands)
            assert sorted((h.seat, h.kind) for h in now) == sorted((h.seat, h.kind) for h in was)
        case e.HandsChanged():
            assert now == list(fact.hands)
            kept = [h for h in was if h in now]
            moved = {h.seat for h in now} if fact.why == "moved_back" else set()
            alone = ([h for h in now if h.seat != s] == [h for h in kept if h.seat != s] for s in moved)
            assert now == kept or any(alone), "I6: the line is in another order"
        case e.PieceOffered() if before.round is None:
            gone = next((h for h in was if h.seat == fact.seat), None)
            assert now == [h for h in was if h is not gone]
        case e.WentOut():
            assert now == [h for h in was if h.seat != fact.seat]
        case _:
            assert now == was, f"I7: {type(fact).__name__} changed the line of hands"


def _all_were_asked(room: Room, circle: Round) -> None:
    """I4: before a round ends, whoever was in its order has had the piece, or cannot be asked."""
    assert (circle.to_come, circle.later) == ((), ())
    for number in circle.members - circle.had:
        seat = room.seats[number]
        assert seat.stage == "gone" or seat.listening or seat.out_of_order, f"I4: {number} was never asked"
