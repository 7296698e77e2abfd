"""All states that a small round can reach, merged: every wish of every seat, every alarm, in every state.

How two rooms count as the same state, so that there are finitely many and few:

- Clocks are forgotten. Any alarm that could ring may be the next to ring, in whatever order;
  that covers every real timing, and some that no clock would bring about.
- Seats have no names. A state is the *multiset* of what holds of each seat: here, listening,
  had the piece, its place in the order, in the queue of those who asked for later, and so on.
  Three people who swap chairs are in the same state.
- What changes nothing else is left out: turn ids, counts of shares, nudges, fades of a lost
  connection, and everything about a seat for which the round is over.
- Later may be chosen once a round (by default it is twice).

The facilitator listens, is there all the time, and may thank and move on.
The order in which people came in is not part of a state, although it decides in which order
newcomers join: two rooms that differ in nothing else go the same ways but for who is who.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from protocol import commands as c
from protocol.commands import RoomCommand
from protocol.refusals import Refusal
from protocol.words import Words
from server.room.decide import decide, decide_inner
from server.room.inner import Connect, Disconnect, Tick
from server.room.state import Room, Seat
from server.room.telling import Decision
from tests.room.state_space import NOW, Key, Space
from tests.support.builders import command_id
from tests.support.circles import a_round

HOST: Final = 1
_ID: Final = command_id(1)
_WORDS: Final = Words("Words.")


def key_of(room: Room) -> Key:
    """What makes a state: see the module's first lines."""
    circle, turn = room.round, room.turn
    if circle is None:
        return ("over",)
    places = sorted(_place(room, room.seats[s]) for s in room.seats if s != HOST)
    return (
        tuple(places),
        turn and (turn.taken, turn.spoke, turn.waiting),
        circle.second_offer_until is not None,
        circle.second_offer_made,
        room.rests_until is not None,
    )


def _place(room: Room, seat: Seat) -> tuple[int, ...]:
    circle, number = room.round, seat.seat
    assert circle is not None
    holds = room.turn is not None and room.turn.seat == number
    places = _index(circle.to_come, number), _index(circle.later, number)
    listed = number in (*circle.to_come, *circle.later)
    if seat.stage == "gone":
        return (1, *places) if listed else _FINISHED
    had = number in circle.had
    may_be_asked = number in circle.passed and (circle.second_offer_until is not None or not circle.second_offer_made)
    if had and not (holds or listed or may_be_asked):
        return _FINISHED
    return (
        0,
        seat.here,
        seat.listening,
        seat.out_of_order and not seat.listening and (not had or number in circle.wanting),
        had,
        number in circle.owed,
        number in room.pass_me and (listed or not had),
        0 if had else circle.put_off.get(number, 0),
        *places,
        _index(circle.wanting, number),
        holds,
    )


_FINISHED: Final = (2,)
"""The round is over for this seat: whether it listens, is away or has left changes nothing for the others."""


def _index(seats: tuple[int, ...], seat: int) -> int:
    return seats.index(seat) if seat in seats else -1


def without_clocks(room: Room) -> Room:
    """The same state with every clock at its beginning, and what is left out put right."""
    seats = {
        number: replace(
            seat, since=NOW, faded=False, fades_at=NOW + 1 if seat.stage == "gone" and number in room.inside else None
        )
        for number, seat in room.seats.items()
    }
    turn = room.turn and replace(room.turn, since=NOW, nudged=True, quiet_told=True)
    circle = room.round
    if circle is not None and circle.second_offer_until is not None:
        circle = replace(circle, second_offer_until=NOW + 1)
    rests = None if room.rests_until is None else NOW + 1
    return replace(room, seats=seats, turn=turn, round=circle, rests_until=rests, longest=NOW * 10)


def steps(room: Room) -> Iterator[tuple[str, Room, Decision | Refusal]]:
    """Every wish and every alarm: its name, the room as it was then, and what came of it."""
    turn = max(1, room.turns)
    yield "move on", room, decide(room, HOST, c.MoveOn(type="move_on", id=_ID, turn=turn), None, NOW, 1)
    for number, seat in room.seats.items():
        if number == HOST or seat.stage == "gone":
            continue
        if not seat.here:
            yield "connect", room, decide_inner(room, Connect(number), NOW, 1)
            continue
        yield "disconnect", room, decide_inner(room, Disconnect(number), NOW, 1)
        for command in _wishes(turn):
            words = _WORDS if isinstance(command, c.Say) else None
            yield command.type, room, decide(room, number, command, words, NOW, 1)
    for early in _alarms(room):
        yield "alarm", early, decide_inner(early, Tick(), NOW, 1)


def _wishes(turn: int) -> tuple[RoomCommand, ...]:
    if turn not in _WISHES:
        _WISHES[turn] = (
            c.Take(type="take", id=_ID, turn=turn),
            c.Say(type="say", id=_ID, turn=turn, text=_WORDS),
            c.Done(type="done", id=_ID, turn=turn),
            c.PassPiece(type="pass", id=_ID, turn=turn),
            c.Later(type="later", id=_ID, turn=turn),
            c.OneMinute(type="one_minute", id=_ID, turn=turn),
            c.PassMe(type="pass_me", id=_ID, on=True),
            c.PassMe(type="pass_me", id=_ID, on=False),
            c.UseSecondOffer(type="use_second_offer", id=_ID),
            c.RaiseHand(type="raise_hand", id=_ID, note=None),
            c.LowerHand(type="lower_hand", id=_ID),
            c.Listen(type="listen", id=_ID, on=True),
            c.Listen(type="listen", id=_ID, on=False),
            c.Leave(type="leave", id=_ID),
        )
    return _WISHES[turn]


_WISHES: dict[int, tuple[RoomCommand, ...]] = {}


def _alarms(room: Room) -> Iterator[Room]:
    """The same room, with one alarm about to ring."""
    if room.rests_until is not None:
        yield replace(room, rests_until=NOW)
    if room.round is not None and room.round.second_offer_until is not None:
        yield replace(room, round=replace(room.round, second_offer_until=NOW))
    for number, seat in room.seats.items():
        if seat.fades_at is not None:
            yield replace(room, seats={**room.seats, number: replace(seat, fades_at=NOW)})
        if seat.stage == "inside" and not seat.here and not seat.out_of_order:
            for grace in (room.settings.holder_grace_seconds, room.settings.order_grace_seconds):
                yield replace(room, seats={**room.seats, number: replace(seat, since=NOW - grace * 1000)})


def a_round_of(people: int) -> Space:
    """A round of so many has just begun; its end is the end."""
    book, _, _ = a_round(people, later_most=1)
    return Space(
        beginning=without_clocks(book.room),
        key_of=key_of,
        without_clocks=without_clocks,
        steps=steps,
        ended=lambda room: room.round is None,
        goes_on=False,
    )
