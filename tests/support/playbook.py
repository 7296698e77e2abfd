"""A conversation with the room: who says what, and what the room answers. No asyncio, no mocks.

A story reads as a page of a play: `book.takes(ash)`, `book.says(ash, "...")`,
`book.waits(90)`. Turn ids are filled in unless the story gives a stale one.
"""

from typing import TypeVar

from moderation.words_of import considered
from protocol import commands as c
from protocol.commands import RoomCommand
from protocol.events import CameIn, Event, RoundStarted
from protocol.refusals import Refusal
from protocol.rooms import AskKind, DoorLevel, HandKind, HelpWish, Mode, OfferedRole, Phase, Role, Signal, WishKind
from protocol.words import Words
from server.room import inner
from server.room.decide import decide
from server.room.state import Room
from tests.support.builders import a_room, command_id, key_hash
from tests.support.stage import Heard, Stage

_E = TypeVar("_E", bound=Event)


class Playbook(Stage):
    """One evening, as the stories tell it."""

    def __init__(self, room: Room | None = None, *, ring_events: int = 500, watched: bool = True) -> None:
        super().__init__(room or a_room(), ring_events=ring_events, watched=watched)
        self.asked = 0
        self.events: list[Event] = []
        """All that everybody saw, in order."""
        self.refusals: list[Refusal] = []
        """All that was refused, in order."""

    def asks(self, seat: int, command: RoomCommand) -> Heard:
        """A seat asks for something; a refusal has changed nothing."""
        words = considered(command)
        if isinstance(words, Refusal):
            return self._noted(Heard(refusal=words))
        return self._noted(self.carry_out(decide(self.room, seat, command, words, self.now, self.lot())))

    def house(self, wish: inner.Inner) -> Heard:
        """The house asks for something."""
        return self._noted(super().house(wish))

    def _noted(self, heard: Heard) -> Heard:
        self.events += heard.events
        if heard.refusal is not None:
            self.refusals.append(heard.refusal)
        return heard

    def _id(self) -> str:
        self.asked += 1
        return command_id(self.asked)

    def _turn(self, turn: int | None) -> int:
        if turn is not None:
            return turn
        return self.room.turn.turn if self.room.turn else max(1, self.room.turns)

    # --- the door -------------------------------------------------------------------------------

    def arrives(
        self,
        *,
        role: Role = "member",
        listening: bool = False,
        line: str | None = None,
        draw: int | None = None,
        agreement: int | None = None,
        connected: bool = True,
        at_home: bool = False,
    ) -> int | Refusal:
        """Somebody with a good link asks for a seat; returns it, or why not."""
        seat = len(self.room.seats) + 1
        wish = inner.Arrive(
            key=key_hash(f"seat {seat} of epoch {self.epochs}"),
            draw=seat * 11 if draw is None else draw,
            role=role,
            listening=listening,
            agreement=self.room.agreement.version if agreement is None else agreement,
            line=None if line is None else Words(line),
            at_home=at_home,
        )
        heard = self.house(wish)
        if heard.refusal is not None:
            return heard.refusal
        self.attach(seat)
        if connected:
            self.house(inner.Connect(seat))
        return seat

    def facilitator(self, *, listening: bool = False) -> int:
        """A facilitator comes in."""
        return self._seated(self.arrives(role="facilitator", listening=listening))

    def at_home(self) -> int:
        """Whose group it is comes in as everybody else, where its members hold the room."""
        return self._seated(self.arrives(at_home=True))

    def knocks(self, line: str | None = None, *, listening: bool = False) -> int:
        """Somebody knocks; where the door is open they are in."""
        return self._seated(self.arrives(line=line, listening=listening))

    def comes_in(self, *, listening: bool = False) -> int:
        """Somebody knocks and is let in."""
        seat = self.knocks(listening=listening)
        if self.room.seats[seat].stage == "waiting":
            self.admits(self.host, seat)
        return seat

    def _seated(self, seat: int | Refusal) -> int:
        assert isinstance(seat, int), f"refused: {seat.code}"
        return seat

    @property
    def host(self) -> int:
        """The first facilitator who has not left."""
        return next(s.seat for s in self.room.seats.values() if s.role == "facilitator" and s.stage == "inside")

    def admits(self, by: int, seat: int) -> Heard:
        """A facilitator lets one person in."""
        return self.asks(by, c.Admit(type="admit", id=self._id(), seat=seat))

    def admits_all(self, by: int) -> Heard:
        """A facilitator lets everybody in."""
        return self.asks(by, c.AdmitAll(type="admit_all", id=self._id()))

    def declines(self, by: int, seat: int) -> Heard:
        """Kindly not tonight."""
        return self._after_leaving(seat, self.asks(by, c.Decline(type="decline", id=self._id(), seat=seat)))

    def sets_door(self, by: int, level: DoorLevel) -> Heard:
        """A facilitator sets the door."""
        return self.asks(by, c.SetDoor(type="set_door", id=self._id(), level=level))

    # --- presence -------------------------------------------------------------------------------

    def loses_connection(self, seat: int) -> Heard:
        """The last connection of a seat is gone."""
        return self.house(inner.Disconnect(seat))

    def comes_back(self, seat: int) -> Heard:
        """The seat is connected again; what was missed is there, after a restart as a new snapshot."""
        heard = self.house(inner.Connect(seat))
        if not self.posts[seat].attached:
            self.attach(seat)
        return heard

    def leaves(self, seat: int) -> Heard:
        """The seat leaves for good."""
        return self._after_leaving(seat, self.asks(seat, c.Leave(type="leave", id=self._id())))

    def _after_leaving(self, seat: int, heard: Heard) -> Heard:
        if seat in self.room.seats and self.room.seats[seat].stage == "gone":
            self.detach(seat)
        return heard

    def listens(self, seat: int, *, on: bool = True) -> Heard:
        """The seat just listens, or takes part again."""
        return self.asks(seat, c.Listen(type="listen", id=self._id(), on=on))

    # --- the piece ------------------------------------------------------------------------------

    def says(self, seat: int, text: str, *, turn: int | None = None) -> Heard:
        """The seat says something: in its turn where it has the piece, else to the room."""
        mine = self.room.turn is not None and self.room.turn.seat == seat
        number = self._turn(turn) if mine or turn is not None else None
        return self.asks(seat, c.Say(type="say", id=self._id(), turn=number, text=Words(text)))

    def takes(self, seat: int, *, turn: int | None = None) -> Heard:
        """The seat takes the piece."""
        return self.asks(seat, c.Take(type="take", id=self._id(), turn=self._turn(turn)))

    def passes(self, seat: int, *, turn: int | None = None) -> Heard:
        """The seat passes."""
        return self.asks(seat, c.PassPiece(type="pass", id=self._id(), turn=self._turn(turn)))

    def later(self, seat: int, *, turn: int | None = None) -> Heard:
        """The seat would rather come later."""
        return self.asks(seat, c.Later(type="later", id=self._id(), turn=self._turn(turn)))

    def done(self, seat: int, *, turn: int | None = None) -> Heard:
        """The seat has finished."""
        return self.asks(seat, c.Done(type="done", id=self._id(), turn=self._turn(turn)))

    def one_minute(self, seat: int, *, turn: int | None = None) -> Heard:
        """I'm here, one minute."""
        return self.asks(seat, c.OneMinute(type="one_minute", id=self._id(), turn=self._turn(turn)))

    def shares(self, seat: int, text: str) -> None:
        """The seat takes the piece, says something, and is done."""
        for heard in (self.takes(seat), self.says(seat, text), self.done(seat)):
            assert heard.refusal is None, heard.refusal

    def pass_me(self, seat: int, *, on: bool = True) -> Heard:
        """Pass me this round."""
        return self.asks(seat, c.PassMe(type="pass_me", id=self._id(), on=on))

    def would_like_it(self, seat: int) -> Heard:
        """I passed, and would like the piece after all."""
        return self.asks(seat, c.UseSecondOffer(type="use_second_offer", id=self._id()))

    def raises(self, seat: int, note: str | None = None, *, kind: HandKind | WishKind = "share") -> Heard:
        """The seat raises a hand."""
        words = None if note is None else Words(note)
        return self.asks(seat, c.RaiseHand(type="raise_hand", id=self._id(), kind=kind, note=words))

    def lowers(self, seat: int) -> Heard:
        """The seat lowers its hand."""
        return self.asks(seat, c.LowerHand(type="lower_hand", id=self._id()))

    def gives_back(self, seat: int, prompt: str) -> Heard:
        """The seat's device still has the prompt."""
        return self.asks(seat, c.GiveBack(type="give_back", id=self._id(), prompt=Words(prompt)))

    # --- facilitators ---------------------------------------------------------------------------

    def sets_mode(self, by: int, mode: Mode, prompt: str = "", *, now: bool = False) -> Heard:
        """A facilitator changes how we talk."""
        command = c.SetMode(type="set_mode", id=self._id(), mode=mode, prompt=Words(prompt), now=now)
        return self.asks(by, command)

    def starts_round(self, by: int, prompt: str = "", *, order: tuple[int, ...] | None = None) -> Heard:
        """A facilitator starts a round."""
        wish = c.StartRound(type="start_round", id=self._id(), prompt=Words(prompt), order=order)
        return self.asks(by, wish)

    def offers(self, by: int, seat: int | None = None) -> Heard:
        """A facilitator offers the piece to the first hand, or to somebody named."""
        return self.asks(by, c.OfferPiece(type="offer_piece", id=self._id(), seat=seat))

    def moves_on(self, by: int, *, turn: int | None = None) -> Heard:
        """A facilitator thanks and moves on."""
        return self.asks(by, c.MoveOn(type="move_on", id=self._id(), turn=self._turn(turn)))

    def lowers_hand_of(self, by: int, seat: int) -> Heard:
        """A facilitator takes a hand from the list."""
        return self.asks(by, c.LowerHandOf(type="lower_hand_of", id=self._id(), seat=seat))

    def closes(self, by: int) -> Heard:
        """A facilitator closes the meeting."""
        return self.asks(by, c.CloseMeeting(type="close_meeting", id=self._id()))

    # --- looking --------------------------------------------------------------------------------

    @property
    def holder(self) -> int | None:
        """Who has the piece, or is offered it."""
        return self.room.turn.seat if self.room.turn else None

    @property
    def order(self) -> tuple[int, ...]:
        """The order of the last round, as it was told before its first turn."""
        return self.last(RoundStarted).order

    @property
    def hands(self) -> list[int]:
        """The line of raised hands."""
        return [hand.seat for hand in self.room.hands]

    def last(self, kind: type[_E]) -> _E:
        """The last event of a kind."""
        return next(event for event in reversed(self.events) if isinstance(event, kind))

    def came_in(self) -> list[int]:
        """Everybody who was shown coming in, in order."""
        return [event.person.seat for event in self.events if isinstance(event, CameIn)]

    # --- silence --------------------------------------------------------------------------------

    def rings(self, seat: int) -> Heard:
        """The bell."""
        return self.asks(seat, c.RingBell(type="ring_bell", id=self._id()))

    def asks_for_bell(self, seat: int) -> Heard:
        """Somebody would like a pause."""
        return self.asks(seat, c.AskForBell(type="ask_for_bell", id=self._id()))

    def begins_silence(self, seat: int, seconds: int | None = None, intention: str = "") -> Heard:
        """A facilitator's silence."""
        wish = c.BeginSilence(type="begin_silence", id=self._id(), seconds=seconds, intention=Words(intention))
        return self.asks(seat, wish)

    def ends_silence(self, seat: int) -> Heard:
        """It is over."""
        return self.asks(seat, c.EndSilence(type="end_silence", id=self._id()))

    # --- holding the room -----------------------------------------------------------------------

    def offers_role(self, by: int, seat: int, role: OfferedRole) -> Heard:
        """A role is offered."""
        return self.asks(by, c.OfferRole(type="offer_role", id=self._id(), seat=seat, role=role))

    def answers_role(self, seat: int, *, accept: bool = True) -> Heard:
        """Yes or no."""
        return self.asks(seat, c.AnswerRole(type="answer_role", id=self._id(), accept=accept))

    def takes_lead_back(self, seat: int) -> Heard:
        """I led before my connection was lost."""
        return self.asks(seat, c.TakeLeadBack(type="take_lead_back", id=self._id()))

    def lays_down_role(self, seat: int) -> Heard:
        """An ordinary member from now on."""
        return self.asks(seat, c.LayDownRole(type="lay_down_role", id=self._id()))

    def says_aside(self, seat: int, text: str) -> Heard:
        """Among facilitators."""
        return self.asks(seat, c.SayAside(type="say_aside", id=self._id(), text=Words(text)))

    def changes_settings(self, by: int, **settings: object) -> Heard:
        """Other times and choices."""
        changed = self.room.settings.model_copy(update=settings)
        return self.asks(by, c.ChangeSettings(type="change_settings", id=self._id(), settings=changed))

    # --- the list of hands ----------------------------------------------------------------------

    def settles(self, by: int, seat: int, kind: WishKind, *, give_piece: bool = False) -> Heard:
        """A facilitator has heard a wish."""
        wish = c.SettleWish(type="settle_wish", id=self._id(), seat=seat, kind=kind, give_piece=give_piece)
        return self.asks(by, wish)

    def closes_list(self, by: int, *, closed: bool = True) -> Heard:
        """No more shares, or shares again."""
        return self.asks(by, c.CloseList(type="close_list", id=self._id(), closed=closed))

    def gives_last_word(self, by: int, seat: int) -> Heard:
        """Somebody speaks last."""
        return self.asks(by, c.LastWord(type="last_word", id=self._id(), seat=seat))

    def clears_hands(self, by: int) -> Heard:
        """Everybody is thanked."""
        return self.asks(by, c.ClearHands(type="clear_hands", id=self._id()))

    # --- time -----------------------------------------------------------------------------------

    def gives_time(self, by: int, *, turn: int | None = None) -> Heard:
        """A facilitator gives more time."""
        return self.asks(by, c.GiveTime(type="give_time", id=self._id(), turn=self._turn(turn)))

    # --- share and respond ----------------------------------------------------------------------

    def wishes(self, seat: int, wish: HelpWish) -> Heard:
        """What would help."""
        return self.asks(seat, c.ChooseHelp(type="choose_help", id=self._id(), help=wish))

    def replies(self, seat: int, text: str, *, turn: int | None = None) -> Heard:
        """Words in the time to respond."""
        return self.asks(seat, c.Say(type="say", id=self._id(), turn=self._turn(turn), text=Words(text)))

    def asks_sharer(self, seat: int, kind: AskKind = "idea", *, turn: int | None = None) -> Heard:
        """I have something for you: do you want it?"""
        return self.asks(seat, c.AskSharer(type="ask_sharer", id=self._id(), turn=self._turn(turn), kind=kind))

    def answers_ask(self, seat: int, ask: int = 1, *, yes: bool = True) -> Heard:
        """The sharer's yes or no."""
        wish = c.AnswerAsk(type="answer_ask", id=self._id(), turn=self._turn(None), ask=ask, yes=yes)
        return self.asks(seat, wish)

    def answers_heard(self, seat: int, *, yes: bool = True) -> Heard:
        """Yes, or not quite."""
        return self.asks(seat, c.AnswerHeard(type="answer_heard", id=self._id(), turn=self._turn(None), yes=yes))

    # --- passing the piece ----------------------------------------------------------------------

    def passes_to(self, seat: int, chosen: int, *, turn: int | None = None) -> Heard:
        """This person next."""
        return self.asks(seat, c.PassTo(type="pass_to", id=self._id(), turn=self._turn(turn), seat=chosen))

    def reaches(self, seat: int, *, after: int | None = None) -> Heard:
        """For the piece in the centre."""
        known = self.room.turns if after is None else after
        return self.asks(seat, c.TakeFromCentre(type="take_from_centre", id=self._id(), after=known))

    # --- phases ---------------------------------------------------------------------------------

    def sets_run_sheet(self, by: int, *phases: Phase, phase: int | None = None) -> Heard:
        """The list of phases."""
        return self.asks(by, c.SetRunSheet(type="set_run_sheet", id=self._id(), phases=phases, phase=phase))

    def begins_phase(self, by: int, phase: int, prompt: str = "", *, now: bool = False) -> Heard:
        """A phase begins."""
        wish = c.BeginPhase(type="begin_phase", id=self._id(), phase=phase, prompt=Words(prompt), now=now)
        return self.asks(by, wish)

    # --- gentle signals -------------------------------------------------------------------------

    def lights(self, seat: int, signal: Signal = "with_you", *, turn: int | None = None) -> Heard:
        """A gentle signal."""
        return self.asks(seat, c.Light(type="light", id=self._id(), turn=self._turn(turn), signal=signal))

    def wants_quiet(self, seat: int, *, on: bool = True) -> Heard:
        """No signals while this seat shares."""
        return self.asks(seat, c.QuietForMe(type="quiet_for_me", id=self._id(), on=on))
