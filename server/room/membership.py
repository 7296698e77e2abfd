"""Coming in, being let in, listening, leaving: what people do with their own place, and the door.

Leaving never needs permission (I11). A seat is made at the knock, so that a phone that
sleeps in the waiting room keeps its place (settled.md 11).
"""

from protocol import limits
from protocol.commands import Admit, AdmitAll, Decline, GiveBack, Leave, Listen
from protocol.events import CameIn, ListeningChanged, PromptGivenBack
from protocol.names import NAMES
from protocol.refusals import Refusal
from protocol.words import Words
from server.room import leading, piece, raised_hands, rounds, wishes
from server.room.facts import KnockMade, SeatEnded, SeatMade, prompt_hash
from server.room.inner import Arrive
from server.room.lots import between
from server.room.state import Room, Seat
from server.room.telling import Telling, refused
from server.room.turns import end


def arrive(telling: Telling, wish: Arrive) -> Refusal | None:
    """Somebody knocks, or a facilitator or whoever opens their own group comes in."""
    room = telling.room
    if wish.key in room.keys:
        return refused("key_in_use")
    welcome = wish.role == "facilitator" or wish.at_home
    if not welcome:
        if room.door == "locked":
            return refused("door_locked")
        if wish.agreement != room.agreement.version:
            return refused("agreement_changed")
        if sum(seat.stage != "gone" for seat in room.seats.values()) >= room.seats_most:
            return refused("full")
    if len(room.seats) >= limits.SEATS_MOST:
        return refused("full")
    seat = len(room.seats) + 1
    telling.tell(
        SeatMade(seat=seat, draw=free_draw(room, wish.draw), key=wish.key, role=wish.role, listening=wish.listening)
    )
    if welcome or (room.door == "open" and not room.unheld and not _locked_round(room)):
        _let_in(telling, seat)
    else:
        late = room.door == "open" and _locked_round(room)
        telling.tell(KnockMade(seat=seat, line=wish.line, late=late))
    return None


def free_draw(room: Room, wanted: int) -> int:
    """The wanted place in the walk of names, or the next that nobody had tonight."""
    taken = {seat.draw for seat in room.seats.values()}
    return next((wanted + step) % NAMES for step in range(NAMES) if (wanted + step) % NAMES not in taken)


def admit(telling: Telling, seat: Seat, command: Admit) -> Refusal | None:
    """A facilitator lets one person in."""
    waiting = telling.room.seats.get(command.seat)
    if waiting is None or waiting.stage == "gone":
        return refused("nobody_there")
    if waiting.stage == "inside":
        return refused("already_so")
    if _locked_round(telling.room):
        return refused("door_locked")
    _let_in(telling, command.seat, seat.seat)
    return None


def admit_all(telling: Telling, seat: Seat, command: AdmitAll) -> Refusal | None:
    """A facilitator lets everybody in who waits."""
    waiting = [s.seat for s in telling.room.seats.values() if s.stage == "waiting"]
    if not waiting:
        return refused("nobody_there")
    if _locked_round(telling.room):
        return refused("door_locked")
    for number in waiting:
        _let_in(telling, number, seat.seat)
    return None


def decline(telling: Telling, seat: Seat, command: Decline) -> Refusal | None:
    """Kindly not tonight. Known to facilitators and to that person only."""
    waiting = telling.room.seats.get(command.seat)
    if waiting is None or waiting.stage != "waiting":
        return refused("nobody_there")
    telling.tell(SeatEnded(seat=command.seat, why="declined", shown_at=telling.now))
    return None


def _locked_round(room: Room) -> bool:
    """Whether the group chose that nobody new comes in while its round is on its way."""
    return room.round is not None and room.settings.late_policy == "locked"


def let_in_the_late(telling: Telling) -> None:
    """A round that let nobody in is over: whoever came to an open door meanwhile comes in now."""
    room = telling.room
    if not room.late or room.round is not None or room.door != "open" or room.unheld:
        return
    for number in sorted(room.late):
        if room.seats[number].stage == "waiting":
            _let_in(telling, number)


def _let_in(telling: Telling, seat: int, by: int | None = None) -> None:
    telling.tell(CameIn(person=telling.room.seats[seat].person, by=by))
    rounds.join(telling, seat)


def listen(telling: Telling, seat: Seat, command: Listen) -> Refusal | None:
    """Just listen, or take part again. Who steps back while holding the piece passes (domain.md 5.3)."""
    if seat.listening == command.on:
        return refused("already_so")
    telling.tell(ListeningChanged(seat=seat.seat, listening=command.on))
    if command.on:
        raised_hands.stop_wanting(telling, seat.seat)
        turn = telling.room.turn
        if turn is not None and turn.seat == seat.seat:
            end(telling, "done" if turn.spoke else "passed")
        rounds.withdraw(telling, seat.seat)
    else:
        rounds.join(telling, seat.seat)
    return None


def leave(telling: Telling, seat: Seat, command: Leave) -> Refusal | None:
    """I leave for good. The others see it after a while; the piece, if I had it, goes on without a word."""
    settings = telling.room.settings
    wait = between(settings.fade_least_seconds * 1000, settings.fade_most_seconds * 1000, telling.draw)
    wishes.take_back(telling, seat.seat, None)
    telling.tell(SeatEnded(seat=seat.seat, why="left", shown_at=telling.now + wait))
    if seat.stage == "inside":
        leading.pass_the_lead_on(telling)
        piece.leave_behind(telling, seat.seat)
    return None


def give_back(telling: Telling, seat: Seat, command: GiveBack, prompt: Words) -> Refusal | None:
    """Somebody's device still has the prompt that the server lost in a crash."""
    room = telling.room
    if not room.prompt_lost:
        return refused("prompt_not_needed")
    if prompt_hash(room.secret, prompt) != room.prompt_hash:
        return refused("other_prompt")
    telling.tell(PromptGivenBack(prompt=prompt))
    return None
