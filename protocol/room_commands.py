"""What anybody asks in a room for themselves: to speak, to take a turn, to pass, to listen, to leave."""

from typing import Annotated, Literal

from pydantic import Field

from protocol import limits
from protocol.base import Command
from protocol.ids import CommandId, SeatId, TurnId
from protocol.rooms import AskKind, HandKind, HelpWish, Signal, WishKind
from protocol.words import Key, Line, Prompt, Text


class Leave(Command):
    """Leave for good: the seat ends. Never needs permission."""

    type: Literal["leave"]


class Say(Command):
    """Say something to the room. `turn` names the turn it belongs to, where turns are taken."""

    type: Literal["say"]
    turn: TurnId | None
    text: Text
    reply_to: CommandId | None = None


class Take(Command):
    """Accept the piece that is offered to me."""

    type: Literal["take"]
    turn: TurnId


class PassPiece(Command):
    """Pass: no reason, never a mistake. Before or while holding the piece."""

    type: Literal["pass"]
    turn: TurnId


class Later(Command):
    """Not now: offer me the piece once more, later."""

    type: Literal["later"]
    turn: TurnId


class Done(Command):
    """I have finished my turn."""

    type: Literal["done"]
    turn: TurnId


class OneMinute(Command):
    """I'm here, one minute. As often as needed."""

    type: Literal["one_minute"]
    turn: TurnId


class PassMe(Command):
    """Pass me this round, said in advance and in private; shown as an ordinary pass when reached."""

    type: Literal["pass_me"]
    on: bool


class UseSecondOffer(Command):
    """I passed, and would like the piece after all."""

    type: Literal["use_second_offer"]


class RaiseHand(Command):
    """I wish to speak. The note is for facilitators only; so are hands about the process, and concerns."""

    type: Literal["raise_hand"]
    kind: HandKind | WishKind = "share"
    note: Line | None


class LowerHand(Command):
    """I no longer wish to speak. Without a kind: none of my hands."""

    type: Literal["lower_hand"]
    kind: HandKind | WishKind | None = None


class Listen(Command):
    """Just listen, or take part again."""

    type: Literal["listen"]
    on: bool


class GiveBack(Command):
    """After the server restarted: hand back the prompt that this client still has. Checked by its keyed hash."""

    type: Literal["give_back"]
    prompt: Prompt


class ChangeKey(Command):
    """My seat is open in two places: close the other. The new key replaces the old."""

    type: Literal["change_key"]
    key: Key


class RingBell(Command):
    """Guardian or facilitator: a short pause for everybody. Takes nothing from whoever has the piece."""

    type: Literal["ring_bell"]


class AskForBell(Command):
    """Privately ask for a pause; whoever may ring learns that somebody asked, not who."""

    type: Literal["ask_for_bell"]


class AnswerRole(Command):
    """Yes or no to a role that was offered to me."""

    type: Literal["answer_role"]
    accept: bool


class LayDownRole(Command):
    """I am an ordinary member from now on."""

    type: Literal["lay_down_role"]


class Light(Command):
    """A gentle signal to the one who shares; one a turn, and listeners may as well."""

    type: Literal["light"]
    turn: TurnId
    signal: Signal


class QuietForMe(Command):
    """No gentle signals while I share; or again."""

    type: Literal["quiet_for_me"]
    on: bool


class ChooseHelp(Command):
    """What would help me when I share. Everybody sees it once I have the piece; it may change in the middle."""

    type: Literal["choose_help"]
    help: HelpWish


class AskSharer(Command):
    """I have something for the one who shared: do you want it? They are asked in private, without my name."""

    type: Literal["ask_sharer"]
    turn: TurnId
    kind: AskKind


class AnswerAsk(Command):
    """The sharer's yes or no to something that was not asked for. Silence counts as no."""

    type: Literal["answer_ask"]
    turn: TurnId
    ask: Annotated[int, Field(ge=1, le=limits.SEATS_MOST)]
    yes: bool


class AnswerHeard(Command):
    """The sharer's answer to "what I heard": yes, or not quite."""

    type: Literal["answer_heard"]
    turn: TurnId
    yes: bool


class PassTo(Command):
    """The piece goes to this person next, who is offered it."""

    type: Literal["pass_to"]
    turn: TurnId
    seat: SeatId


class TakeFromCentre(Command):
    """I reach for the piece in the centre. `after`: the last turn this client knows of, 0 for none."""

    type: Literal["take_from_centre"]
    after: Annotated[int, Field(ge=0, le=1_000_000_000)]
