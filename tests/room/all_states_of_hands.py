"""All states of a small circle with hands, merged: open floor, raised hands, share and respond, passing the piece.

How two rooms count as the same state, besides what `all_states.py` says of clocks and of
seats without names:

- Who had which question for the sharer counts, in which order they came does not.
- What would help is chosen by whoever has the piece alone, and is *listen* or *ideas*; it is
  remembered, so it counts for everybody who takes part.
- Where the list goes on by itself: who has missed an offer. Elsewhere nobody can.
- Where the piece is passed on: who has had it. Elsewhere it is not kept.
- Left out: turn ids, counts of turns taken (the line is as people came), gentle signals,
  facilitators' few words, nudges, fades of a lost connection, silences and restarts.

The facilitator listens, is there all the time, offers the piece and moves it on.
One reply a share, one direct response a turn.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from protocol import commands as c
from protocol.commands import RoomCommand
from protocol.rooms import Mode
from protocol.words import Words
from server.room.change import changed
from server.room.decide import decide, decide_inner
from server.room.inner import Connect, Disconnect, Tick
from server.room.state import Room, Seat, Turn
from tests.room.state_space import NOW, Key, Space, Step
from tests.support.builders import command_id
from tests.support.circles import a_circle

HOST: Final = 1
_ID: Final = command_id(1)
_WORDS: Final = Words("Words.")
_AFTER_SHARE: Final = ("responding", "choosing")


def a_circle_of(people: int, mode: Mode, **chosen: object) -> Space:
    """So many people have come together; what is come back to is the piece in the centre."""
    settings = {"responses_most": 1, "direct_responses_most": 1, **chosen}
    book, _, _ = a_circle(people, mode=mode, **settings)
    return Space(
        beginning=without_clocks(book.room),
        key_of=key_of,
        without_clocks=without_clocks,
        steps=steps,
        ended=lambda room: room.turn is None,
        goes_on=True,
        wrong=taken_away,
    )


def key_of(room: Room) -> Key:
    """What makes a state: see the module's first lines."""
    turn = room.turn
    places = sorted(_place(room, room.seats[s]) for s in room.seats if s != HOST)
    return tuple(places), turn and _turn(turn), room.rests_until is not None, room.direct_responses


def _turn(turn: Turn) -> Key:
    granted = turn.responding is not None and any(ask.granted for ask in turn.responding.asks)
    return turn.stage, turn.spoke, turn.waiting, turn.help, turn.heard, granted


def _place(room: Room, seat: Seat) -> tuple[int, ...]:
    number, turn = seat.seat, room.turn
    line = [(hand.seat, hand.kind) for hand in room.hands]
    hands = _index(line, (number, "share")), _index(line, (number, "direct_response"))
    shown = number in room.inside
    had = number in room.held
    responding = turn.responding if turn is not None else None
    ask = next((a for a in responding.asks if a.seat == number), None) if responding is not None else None
    asked = (-1,) if ask is None else (ask.kind == "idea", -1 if ask.answer is None else ask.answer, ask.used)
    if seat.stage == "gone":
        counts = shown and room.mode == "passing" and not seat.listening and not had
        return (1, *hands, counts, *asked)
    return (
        0,
        seat.here,
        seat.listening,
        seat.out_of_order,
        had,
        *hands,
        turn is not None and turn.seat == number,
        room.helps.get(number, "listen") == "ideas",
        responding is not None and number in responding.replied,
        number in room.missed,
        number in room.unanswered,
        *asked,
    )


def _index(line: Sequence[tuple[int, str]], hand: tuple[int, str]) -> int:
    return line.index(hand) if hand in line else -1


def without_clocks(room: Room) -> Room:
    """The same state with every clock at its beginning, and what is left out put right."""
    seats = {
        number: changed(seat, since=NOW, faded=False, fades_at=_fades(room, seat))
        for number, seat in room.seats.items()
    }
    turn = room.turn
    if turn is not None:
        turn = changed(turn, since=NOW, taken_at=NOW, thawed=0, nudged=True, quiet_told=True)
        if turn.responding is not None:
            turn = changed(turn, responding=changed(turn.responding, until=NOW + 1))
        if turn.choosing_until is not None:
            turn = changed(turn, choosing_until=NOW + 1)
    rests = None if room.rests_until is None else NOW + 1
    return changed(room, seats=seats, turn=turn, rests_until=rests, longest=NOW * 10, turns_taken={})


def _fades(room: Room, seat: Seat) -> int | None:
    return NOW + 1 if seat.stage == "gone" and seat.seat in room.inside else None


def steps(room: Room) -> Iterator[Step]:
    """Every wish and every alarm."""
    turn = max(1, room.turns)
    for command in _of_the_host(room, turn):
        yield f"host: {command.type}", room, decide(room, HOST, command, None, NOW, 1)
    for number, seat in room.seats.items():
        if number == HOST or seat.stage == "gone":
            continue
        if not seat.here:
            yield "connect", room, decide_inner(room, Connect(number), NOW, 1)
            continue
        yield "disconnect", room, decide_inner(room, Disconnect(number), NOW, 1)
        for wish in _wishes(room, number, turn):
            words = _WORDS if isinstance(wish, c.Say) else None
            yield wish.type, room, decide(room, number, wish, words, NOW, 1)
    for early in _alarms(room):
        yield "alarm", early, decide_inner(early, Tick(), NOW, 1)


def _of_the_host(room: Room, turn: int) -> Iterator[RoomCommand]:
    if room.mode == "open_floor":
        return
    yield c.MoveOn(type="move_on", id=_ID, turn=turn)
    for seat in (None, *(s for s in room.inside if s != HOST)):
        yield c.OfferPiece(type="offer_piece", id=_ID, seat=seat)


def _wishes(room: Room, number: int, turn: int) -> Iterator[RoomCommand]:
    yield c.Say(type="say", id=_ID, turn=None if room.mode == "open_floor" else turn, text=_WORDS)
    yield c.RaiseHand(type="raise_hand", id=_ID, note=None)
    yield c.LowerHand(type="lower_hand", id=_ID)
    yield c.Listen(type="listen", id=_ID, on=True)
    yield c.Listen(type="listen", id=_ID, on=False)
    yield c.Leave(type="leave", id=_ID)
    if room.mode == "raised_hands":
        yield c.RaiseHand(type="raise_hand", id=_ID, kind="direct_response", note=None)
    if room.mode == "passing" and room.settings.take_from_centre:
        yield c.TakeFromCentre(type="take_from_centre", id=_ID, after=room.turns)
        if room.turns:
            yield c.TakeFromCentre(type="take_from_centre", id=_ID, after=room.turns - 1)
    if room.turn is None:
        return
    if room.turn.responding is not None:
        yield c.AskSharer(type="ask_sharer", id=_ID, turn=turn, kind="idea")
        yield c.AskSharer(type="ask_sharer", id=_ID, turn=turn, kind="what_i_heard")
    if room.turn.seat == number:
        yield from _of_the_holder(room, room.turn)


def _of_the_holder(room: Room, turn: Turn) -> Iterator[RoomCommand]:
    yield c.Take(type="take", id=_ID, turn=turn.turn)
    yield c.Done(type="done", id=_ID, turn=turn.turn)
    yield c.PassPiece(type="pass", id=_ID, turn=turn.turn)
    yield c.Later(type="later", id=_ID, turn=turn.turn)
    yield c.OneMinute(type="one_minute", id=_ID, turn=turn.turn)
    if room.mode == "passing":
        for seat in room.inside:
            yield c.PassTo(type="pass_to", id=_ID, turn=turn.turn, seat=seat)
    if room.mode == "share_and_respond" or room.settings.respond_after_turns:
        yield c.ChooseHelp(type="choose_help", id=_ID, help="listen")
        yield c.ChooseHelp(type="choose_help", id=_ID, help="ideas")
    for ask, _ in enumerate(turn.responding.asks if turn.responding is not None else (), 1):
        yield c.AnswerAsk(type="answer_ask", id=_ID, turn=turn.turn, ask=ask, yes=True)
        yield c.AnswerAsk(type="answer_ask", id=_ID, turn=turn.turn, ask=ask, yes=False)
    if turn.heard == "said":
        yield c.AnswerHeard(type="answer_heard", id=_ID, turn=turn.turn, yes=True)
        yield c.AnswerHeard(type="answer_heard", id=_ID, turn=turn.turn, yes=False)


def _alarms(room: Room) -> Iterator[Room]:
    """The same room, with one alarm about to ring."""
    if room.rests_until is not None:
        yield changed(room, rests_until=NOW)
    turn, settings = room.turn, room.settings
    if turn is not None and turn.responding is not None:
        yield changed(room, turn=changed(turn, responding=changed(turn.responding, until=NOW)))
    if turn is not None and turn.choosing_until is not None:
        yield changed(room, turn=changed(turn, choosing_until=NOW))
    if turn is not None and turn.stage not in _AFTER_SHARE and not turn.waiting:
        yield changed(room, turn=changed(turn, quiet_told=False, nudged=False, since=0))
    for number, seat in room.seats.items():
        if seat.fades_at is not None:
            yield changed(room, seats={**room.seats, number: changed(seat, fades_at=NOW)})
        if seat.stage == "inside" and not seat.here and not seat.out_of_order:
            for grace in (
                settings.responses_grace_seconds,
                settings.holder_grace_seconds,
                settings.order_grace_seconds,
            ):
                yield changed(room, seats={**room.seats, number: changed(seat, since=NOW - grace * 1000)})


def taken_away(name: str, before: Room, after: Room) -> str | None:
    """Time alone takes the piece from nobody who is there, but after the share, or where the list goes on by itself."""
    turn = before.turn
    if name != "alarm" or turn is None or turn.waiting or turn.stage in _AFTER_SHARE:
        return None
    if before.settings.auto_next and not turn.taken:
        return None
    if after.turn is not None and (after.turn.turn, after.turn.taken) == (turn.turn, turn.taken):
        return None
    return f"somebody who is there loses the piece ({turn.stage})"
