/**
 * What an event changes in my snapshot: the same as in the server's own fold (settled.md 6).
 * Cannot refuse, and knows nothing of rows or screens.
 */
import type { HandNote, RoomEvent } from "../protocol";
import type { Person, RoomSnapshot, Round } from "../protocol/generated";

/** Words older than this many are no longer kept here; the rows of the log have their own bound. */
const SAID_MOST = 300;

type Change = Partial<RoomSnapshot>;

/** The snapshot after this event. */
export function evolve(room: RoomSnapshot, number: number, event: RoomEvent): RoomSnapshot {
  return { ...room, ...changeOf(room, number, event), number };
}

function changeOf(room: RoomSnapshot, number: number, event: RoomEvent): Change {
  switch (event.type) {
    case "came_in":
      return { people: [...room.people.filter((person) => person.seat !== event.person.seat), event.person] };
    case "went_out":
      return emptied(room, event.seat);
    case "said": {
      const { seat, command, text, turn } = event;
      return { said: [...room.said, { number, seat, command, text, turn }].slice(-SAID_MOST) };
    }
    case "mode_changed":
      return { ...newSpan(room, event.span, event.prompt), mode: event.mode };
    case "mode_awaited":
      return { awaited_mode: event.mode };
    case "round_started":
      return {
        ...newSpan(room, event.span, event.prompt),
        mode: "round",
        round: { to_come: event.order, later: [], passed: [], shared: 0, second_offer: false },
      };
    case "round_order_changed":
      // Nobody changes the order while the question of the second offer is open: this closes it.
      return inRound(room, () => ({ to_come: event.to_come, later: event.later, second_offer: false }));
    case "second_offer_made":
      return inRound(room, () => ({ second_offer: true }));
    case "round_ended":
      return { turn: null, round: null, mine: withoutRound(room) };
    case "piece_offered":
      return offered(room, event.turn, event.seat);
    case "piece_taken":
      return inTurn(room, { stage: "taken" });
    case "piece_waits":
      return inTurn(room, { waiting: true });
    case "piece_goes_on":
      return inTurn(room, { waiting: false });
    case "turn_ended":
      return turnEnded(room, event);
    case "hand_raised":
      return { hands: [...room.hands, { seat: event.seat }] };
    case "hands_changed":
      return withHands(room, event.hands);
    case "listening_changed":
      return listening(room, event.seat, event.listening);
    case "door_changed":
      return { door: event.level };
    case "prompt_given_back":
      return { prompt: event.prompt, prompt_lost: false };
    case "journal_lost":
      return { survives_restart: false };
    // Nothing of these is in a snapshot; events of a newer server are passed over (settled.md 17).
    case "invitation_renewed":
    case "closed":
    default:
      return {};
  }
}

function newSpan(room: RoomSnapshot, span: number, prompt: string): Change {
  const mine = withoutRound(room);
  return { span, prompt, prompt_lost: false, turn: null, round: null, awaited_mode: null, mine };
}

/** What one chose for a round goes with it. */
const withoutRound = (room: RoomSnapshot) => ({ ...room.mine, pass_me: false, second_offer_used: false });

function inRound(room: RoomSnapshot, change: (round: Round) => Partial<Round>): Change {
  return room.round === null ? {} : { round: { ...room.round, ...change(room.round) } };
}

function inTurn(room: RoomSnapshot, change: Partial<NonNullable<RoomSnapshot["turn"]>>): Change {
  return room.turn === null ? {} : { turn: { ...room.turn, ...change } };
}

const without = (seats: readonly number[], seat: number) => seats.filter((other) => other !== seat);

function emptied(room: RoomSnapshot, seat: number): Change {
  return {
    people: room.people.filter((person) => person.seat !== seat),
    ...withHands(room, room.hands.map((hand) => hand.seat).filter((other) => other !== seat)),
    ...inRound(room, (round) => ({
      to_come: without(round.to_come, seat),
      later: without(round.later, seat),
      passed: without(round.passed, seat),
    })),
  };
}

/** The line of hands as it is now; a note lives only as long as its hand is up. */
function withHands(room: RoomSnapshot, hands: readonly number[]): Change {
  return {
    hands: hands.map((seat) => ({ seat })),
    mine: { ...room.mine, hand_notes: notesInLine(room.mine.hand_notes, hands) },
  };
}

/** Notes stand in the order of their hands. */
export function notesInLine(notes: readonly HandNote[], hands: readonly number[]): readonly HandNote[] {
  return hands.flatMap((seat) => notes.filter((note) => note.seat === seat));
}

function offered(room: RoomSnapshot, turn: number, seat: number): Change {
  return {
    turn: { turn, seat, stage: "offered", waiting: false },
    ...inRound(room, (round) => ({
      to_come: without(round.to_come, seat),
      later: without(round.later, seat),
      second_offer: false,
    })),
    ...(room.mode === "raised_hands"
      ? withHands(room, room.hands.map((hand) => hand.seat).filter((other) => other !== seat))
      : {}),
  };
}

function turnEnded(room: RoomSnapshot, event: Extract<RoomEvent, { type: "turn_ended" }>): Change {
  const { seat, how } = event;
  const mine = seat === room.you.seat && how === "passed" ? { mine: { ...room.mine, pass_me: false } } : {};
  return {
    turn: null,
    ...mine,
    ...inRound(room, (round) => ({
      later: event.again ? [...round.later, seat] : round.later,
      passed: how === "passed" ? [...without(round.passed, seat), seat] : round.passed,
      shared: round.shared + (event.spoke ? 1 : 0),
    })),
  };
}

function listening(room: RoomSnapshot, seat: number, on: boolean): Change {
  const heard = (person: Person): Person => (person.seat === seat ? { ...person, listening: on } : person);
  return { people: room.people.map(heard), you: heard(room.you) };
}
