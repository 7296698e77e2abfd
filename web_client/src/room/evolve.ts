/**
 * What an event changes in my snapshot: the same as in the server's own fold (settled.md 6).
 * Cannot refuse, and knows nothing of rows or screens.
 */
import type { HandNote, RoomEvent } from "../protocol";
import type { Hand, Person, RoomSnapshot, Round } from "../protocol/generated";
import { afterShare, heldAfter, saidInTurn, withoutResponses } from "./share";

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
      return {
        people: [...room.people.filter((person) => person.seat !== event.person.seat), event.person],
        lead: room.lead ?? (event.person.role === "facilitator" ? event.person.seat : null),
      };
    case "went_out":
      return emptied(room, event.seat);
    case "said": {
      const { type: _, ...words } = event;
      return { said: [...room.said, { number, ...words }].slice(-SAID_MOST), ...saidInTurn(room, event) };
    }
    case "mode_changed":
      return { ...newSpan(room, event.span, event.prompt), mode: event.mode };
    case "mode_awaited":
      return { awaited_mode: event.mode, awaited_phase: event.phase };
    case "run_sheet_changed": {
      const kept = room.awaited_phase === null ? {} : { awaited_mode: null, awaited_phase: null };
      return { phases: event.phases, phase: event.phase, ...kept };
    }
    case "phase_began":
      return { phase: event.phase, ...(room.awaited_phase === null ? {} : { awaited_mode: null, awaited_phase: null }) };
    case "help_chosen":
    case "responses_opened":
    case "heard_answered":
    case "holder_chooses":
      return afterShare(room, event);
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
    case "round_repeated":
      return {
        ...inRound(room, () => ({ to_come: event.order, later: [], passed: [], second_offer: false })),
        mine: withoutRound(room),
      };
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
      return {
        ...raised(room, { seat: event.seat, kind: event.kind }, event.place),
        direct_responses: room.direct_responses + (event.kind === "direct_response" ? 1 : 0),
      };
    case "hands_changed":
      return withHands(room, event.hands);
    case "list_closed":
      return { list_closed: event.closed, last_word: event.last_word };
    case "listening_changed":
      return about(room, event.seat, { listening: event.listening });
    case "role_changed":
      return { ...about(room, event.seat, { role: event.role }), lead: leadAfter(room, event.seat, event.role) };
    case "lead_changed":
      return { lead: event.seat, lead_before: event.lost ? room.lead : null };
    case "unheld":
      return { unheld: true };
    case "held_again":
      return { unheld: false };
    case "settings_changed":
      return { settings: event.settings };
    case "silence_began": {
      const { type: _, ...silence } = event;
      return { silence: { ...silence, left: event.seconds } };
    }
    case "silence_extended":
      return longerSilence(room, event.seconds);
    case "silence_ended":
      return { silence: null };
    case "door_changed":
      return { door: event.level };
    case "prompt_given_back":
      return { prompt: event.prompt, prompt_lost: false };
    case "journal_lost":
      return { survives_restart: false };
    // Nothing of these is in a snapshot; events of a newer server are passed over (settled.md 17).
    case "closing_soon":
    case "time_given":
    case "invitation_renewed":
    case "closed":
    default:
      return {};
  }
}

function newSpan(room: RoomSnapshot, span: number, prompt: string): Change {
  const mine = withoutRound(room);
  return { span, prompt, prompt_lost: false, turn: null, round: null, awaited_mode: null, awaited_phase: null, held: [], mine };
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
    lead: room.lead === seat ? null : room.lead,
    last_word: room.last_word === seat ? null : room.last_word,
    ...withHands(room, room.hands.filter((hand) => hand.seat !== seat)),
    ...inRound(room, (round) => ({
      to_come: without(round.to_come, seat),
      later: without(round.later, seat),
      passed: without(round.passed, seat),
    })),
  };
}

function raised({ hands: line, mine }: RoomSnapshot, hand: Hand, place: number): Change {
  const hands = [...line.slice(0, place), hand, ...line.slice(place)];
  return { hands, mine: { ...mine, hand_notes: notesInLine(mine.hand_notes, hands) } };
}

/** The line of hands as it is now; a note lives only as long as its hand is up. */
function withHands(room: RoomSnapshot, hands: readonly Hand[]): Change {
  const up = room.mine.hand_notes.filter((note) => hands.some((hand) => same(hand, note)));
  return { hands, mine: { ...room.mine, hand_notes: notesInLine(up, hands) } };
}

const same = (one: Hand, other: Hand) => one.seat === other.seat && one.kind === other.kind;

/** Notes stand in the order of their hands; after a return a note may be replayed before its hand, and stands last. */
export function notesInLine(notes: readonly HandNote[], hands: readonly Hand[]): readonly HandNote[] {
  const inLine = hands.flatMap((hand) => notes.filter((note) => same(hand, note)));
  return [...inLine, ...notes.filter((note) => !inLine.includes(note))];
}

/** Somebody who is offered the piece has no need of their first hand any more. */
function handsAfterOffer(room: RoomSnapshot, seat: number): Change {
  if (room.round !== null) return {};
  const first = room.hands.findIndex((hand) => hand.seat === seat);
  return withHands(room, room.hands.filter((_, place) => place !== first));
}

function leadAfter(room: RoomSnapshot, seat: number, role: Person["role"]): number | null {
  if (role === "facilitator") return room.lead ?? seat;
  return room.lead === seat ? null : room.lead;
}

function longerSilence({ silence }: RoomSnapshot, more: number): Change {
  return silence === null || silence.left === null ? {} : { silence: { ...silence, left: silence.left + more } };
}

function offered(room: RoomSnapshot, turn: number, seat: number): Change {
  return {
    turn: { turn, seat, stage: "offered", waiting: false, spoke: false, interjected: false, help: "listen", heard: null },
    turns: turn,
    direct_responses: 0,
    ...inRound(room, (round) => ({
      to_come: without(round.to_come, seat),
      later: without(round.later, seat),
      second_offer: false,
    })),
    ...handsAfterOffer(room, seat),
  };
}

function turnEnded(room: RoomSnapshot, event: Extract<RoomEvent, { type: "turn_ended" }>): Change {
  const { seat, how } = event;
  const spoke = event.spoke ? 1 : 0;
  const rest = withoutResponses(room.mine);
  const own = { ...rest, shares: rest.shares + spoke, pass_me: rest.pass_me && how !== "passed" };
  return {
    turn: null,
    shares: room.shares + spoke,
    mine: seat === room.you.seat ? own : rest,
    held: heldAfter(room, event),
    ...inRound(room, (round) => ({
      later: event.again ? [...round.later, seat] : round.later,
      passed: how === "passed" ? [...without(round.passed, seat), seat] : round.passed,
      shared: round.shared + spoke,
    })),
  };
}

function about(room: RoomSnapshot, seat: number, change: Partial<Person>): Change {
  const changed = (person: Person): Person => (person.seat === seat ? { ...person, ...change } : person);
  return { people: room.people.map(changed), you: changed(room.you) };
}
