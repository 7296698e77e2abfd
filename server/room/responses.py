"""Share and respond: after a share there is time to respond, in the shape the sharer chose.

Just listening is what one gets without asking; replies come only where they are wished,
one from each person. What was not asked for (an idea, "what I heard") needs the sharer's
yes, asked in private and without a name; silence is a no. Nothing here looks at words.
Rules: domain.md 4.5 and 5.4.
"""

from protocol.commands import AnswerAsk, AnswerHeard, AskSharer, ChooseHelp, Say
from protocol.events import HeardAnswered, HelpChosen, ResponsesOpened, Said
from protocol.refusals import Refusal
from protocol.rooms import ReplyKind
from protocol.words import Words
from server.room import signals
from server.room.facts import AskAnswered, HasResponded, HelpWished, SharerAsked
from server.room.state import Responding, Room, Seat, Turn
from server.room.telling import Telling, refused
from server.room.turns import end
from server.room.window import has_window


def choose_help(telling: Telling, seat: Seat, command: ChooseHelp) -> Refusal | None:
    """What would help me: kept in private until I have the piece, then told to everybody; may change in the middle."""
    room = telling.room
    if not has_window(room):
        return refused("other_mode")
    turn = room.turn
    wished = room.helps.get(seat.seat, "listen") != command.help
    shown = turn is not None and turn.seat == seat.seat and turn.taken and turn.help != command.help
    if not wished and not shown:
        return refused("already_so")
    if wished:
        telling.tell(HelpWished(seat=seat.seat, help=command.help))
    if shown and turn is not None:
        telling.tell(HelpChosen(turn=turn.turn, help=command.help))
    return None


def tell_help(telling: Telling) -> None:
    """Somebody has taken the piece: what would help them is told to everybody, if they said so."""
    room = telling.room
    turn = room.turn
    if turn is None or not has_window(room):
        return
    wish = room.helps.get(turn.seat, "listen")
    if wish != turn.help:
        telling.tell(HelpChosen(turn=turn.turn, help=wish))


def opens(room: Room, turn: Turn) -> bool:
    """Whether there is anything to respond to, and anybody who could."""
    others = any(s != turn.seat and room.seats[s].stage == "inside" for s in room.inside)
    return has_window(room) and turn.spoke and turn.stage == "taken" and others


def open_window(telling: Telling, turn: Turn) -> None:
    """The share is over; the turn stays with the sharer until the responses are."""
    telling.tell(ResponsesOpened(turn=turn.turn))


def put_down(telling: Telling) -> None:
    """The sharer's turn is over, its responses included."""
    signals.look_round(telling)
    end(telling, "done")


def respond(telling: Telling, seat: Seat, command: Say, text: Words) -> Refusal | None:
    """Words in the time to respond: the sharer's own at any time, others' as the sharer wished."""
    turn = telling.room.turn
    if turn is None or turn.responding is None or command.turn != turn.turn:
        return refused("stale_turn")
    said = Said(seat=seat.seat, command=command.id, text=text, turn=turn.turn)
    if seat.seat == turn.seat:
        telling.tell(said)
        return None
    if seat.listening:
        return refused("listening_now")
    ask = turn.responding.ask_of(seat.seat)
    if ask is not None and ask.granted:
        _tell(telling, said, ask.kind)
        return None
    refusal = _may_reply(telling.room, turn, turn.responding, seat.seat)
    if refusal is None:
        _tell(telling, said, "reply")
    return refusal


def _tell(telling: Telling, said: Said, response: ReplyKind) -> None:
    telling.tell(said.model_copy(update={"response": response}), HasResponded(seat=said.seat, response=response))


def _may_reply(room: Room, turn: Turn, responding: Responding, seat: int) -> Refusal | None:
    if turn.help == "silence":
        return refused("quiet_after")
    if turn.help == "listen":
        return refused("just_listening")
    if seat in responding.replied:
        return refused("once_a_turn")
    if len(responding.replied) >= room.settings.responses_most:
        return refused("replies_full")
    return None


def ask_sharer(telling: Telling, seat: Seat, command: AskSharer) -> Refusal | None:
    """I have something for you: do you want it? One question a person and share; no name is told."""
    turn = telling.room.turn
    if turn is None or turn.turn != command.turn or turn.responding is None:
        return refused("stale_turn")
    if seat.listening:
        return refused("listening_now")
    if turn.seat == seat.seat or (command.kind == "idea" and turn.help == "ideas"):
        return refused("already_so")
    if turn.help == "silence":
        return refused("quiet_after")
    if turn.waiting:
        return refused("not_reachable")
    if any(ask.seat == seat.seat for ask in turn.responding.asks):
        return refused("asked_already")
    if command.kind == "what_i_heard" and _somebody_says_back(telling.room, turn.responding):
        return refused("somebody_does")
    telling.tell(SharerAsked(seat=seat.seat, kind=command.kind))
    return None


def _somebody_says_back(room: Room, responding: Responding) -> bool:
    """One volunteer a share: said already, or somebody who is still there to say it has the sharer's yes."""
    granted = (room.seats[ask.seat] for ask in responding.asks if ask.kind == "what_i_heard" and ask.granted)
    return responding.heard is not None or any(seat.stage == "inside" and not seat.listening for seat in granted)


def answer_ask(telling: Telling, seat: Seat, command: AnswerAsk) -> Refusal | None:
    """The sharer's yes or no, in private. Where two offered at once to say what they heard, one gets a yes."""
    turn = telling.room.turn
    if turn is None or turn.turn != command.turn or turn.responding is None:
        return refused("stale_turn")
    if turn.seat != seat.seat:
        return refused("not_your_turn")
    asked = next((ask for ask in turn.responding.open_asks if ask.ask == command.ask), None)
    if asked is None:
        return refused("no_offer")
    if command.yes and asked.kind == "what_i_heard" and _somebody_says_back(telling.room, turn.responding):
        return refused("somebody_does")
    telling.tell(AskAnswered(ask=command.ask, yes=command.yes))
    return None


def answer_heard(telling: Telling, seat: Seat, command: AnswerHeard) -> Refusal | None:
    """Yes, or not quite: the sharer's own, said to everybody."""
    turn = telling.room.turn
    if turn is None or turn.turn != command.turn or turn.responding is None:
        return refused("stale_turn")
    if turn.seat != seat.seat:
        return refused("not_your_turn")
    if turn.responding.heard != "said":
        return refused("already_so")
    telling.tell(HeardAnswered(turn=turn.turn, yes=command.yes))
    return None
