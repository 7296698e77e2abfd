/** Small pictures for stories about a room: Amber Fox, Calm Wren, Dawn Elm and a facilitator. Only for tests. */
import type { Card, Hint, RoomEvent } from "../../protocol";
import type { Hand, Mine, Person, RoomSettings, SaidWords, RoomSnapshot, ServerFrame, Turn, WaitingSnapshot } from "../../protocol/generated";
import { foldFrame } from "../fold";
import { NOWHERE, type Seen } from "../seen";
import type { RoomView } from "../view";

const person = (seat: number, first: number, second: number, more: Partial<Person> = {}): Person => ({
  seat,
  name: { first, second },
  mark: { shape: "round", colour: seat % 5 },
  role: "member",
  listening: false,
  ...more,
});

export const HOST = person(1, 63, 62, { role: "facilitator" });
export const FOX = person(2, 0, 23);
export const WREN = person(3, 5, 63);
export const ELM = person(4, 11, 17);

export const SETTINGS: RoomSettings = {
  offer_nudge_seconds: 45,
  offer_quiet_seconds: 90,
  holder_nudge_seconds: 120,
  holder_quiet_seconds: 240,
  one_minute_seconds: 60,
  holder_grace_seconds: 90,
  order_grace_seconds: 300,
  second_offer: true,
  second_offer_seconds: 45,
  auto_next: false,
  late_policy: "at_end",
  leaving_pause_seconds: 5,
  fade_least_seconds: 60,
  fade_most_seconds: 180,
  knock_noticed_seconds: 60,
  later_most: 2,
  hands_order: "first_come",
  hands_shown: "names",
  direct_responses_most: 2,
  held_by: "facilitators",
  role_offer_seconds: 60,
  unheld_after_seconds: 30,
  unheld_closes_seconds: 900,
  when_unheld: "wait",
  unheld_slow_seconds: 30,
  slow_seconds: 0,
  bell_seconds: 20,
  bell_rest_seconds: 120,
  bells_an_hour: 6,
  silence_alone_seconds: 600,
  soft_seconds: 0,
  soft_told_percent: 80,
  hard_seconds: 0,
  round_order: "lot",
  round_repeats: false,
  gentle_signals: true,
  signals_small: 5,
  respond_after_turns: false,
  responses_most: 3,
  responses_seconds: 180,
  signs_seconds: 30,
  responses_grace_seconds: 30,
  choose_among: "hands",
  choose_seconds: 60,
  take_from_centre: false,
  phases_go_on: false,
  newcomer_quiet_seconds: 0,
};

export const MINE: Mine = {
  pass_me: false,
  second_offer_used: false,
  wishes: [],
  shares: 0,
  not_heard: [],
  hand_waits: false,
  quiet_for_me: false,
  help: "listen",
  asks: [],
  ask: null,
  replied: false,
  role_offer: null,
  knocks: [],
  hand_notes: [],
};

export const EPOCH = "epochAAAAAA";
export const NEXT_EPOCH = "epochBBBBBB";

const PLACE = {
  group: "Tuesday circle",
  run_by: "The library",
  agreement: { version: 1, lines: ["What is said here stays here."] },
  crisis_policy: "signpost",
} as const;

export const roomSnapshot = (more: Partial<RoomSnapshot> = {}): RoomSnapshot => ({
  state: "in_room",
  epoch: EPOCH,
  number: 10,
  card: 0,
  ...PLACE,
  settings: SETTINGS,
  door: "knock",
  you: WREN,
  people: [HOST, FOX, WREN, ELM],
  away: [],
  mode: "open_floor",
  span: 1,
  prompt: "",
  prompt_lost: false,
  awaited_mode: null,
  awaited_phase: null,
  phases: [],
  phase: null,
  direct_responses: 0,
  turns: 0,
  held: [],
  turn: null,
  round: null,
  hands: [],
  lead: 1,
  lead_before: null,
  unheld: false,
  shares: 0,
  list_closed: false,
  last_word: null,
  silence: null,
  warmth: null,
  said: [],
  mine: MINE,
  survives_restart: true,
  ...more,
});

export const waitingSnapshot = (more: Partial<WaitingSnapshot> = {}): WaitingSnapshot => ({
  state: "waiting",
  epoch: EPOCH,
  card: 0,
  ...PLACE,
  you: WREN,
  noticed: false,
  round_under_way: false,
  ...more,
});

export const snapshotFrame = (snapshot: RoomSnapshot | WaitingSnapshot): ServerFrame => ({
  frame: "snapshot",
  snapshot,
});
export const eventFrame = (number: number, event: RoomEvent): ServerFrame => ({ frame: "event", number, event });
export const cardFrame = (number: number, card: Card): ServerFrame => ({ frame: "card", number, card });
export const hintFrame = (hint: Hint): ServerFrame => ({ frame: "hint", hint });

/** A command id that can be told apart: `id("a")`. */
export const id = (name: string): string => name.padEnd(22, "_");

export const said = (seat: number, name: string, text: string, turn: number | null = null): RoomEvent => ({
  type: "said",
  seat,
  command: id(name),
  text,
  turn,
  reply_to: null,
  interjection: false,
  response: null,
});

/** The same as the room still remembers it. */
export const words = (number: number, seat: number, name: string, text: string, turn: number | null = null): SaidWords => ({
  number,
  seat,
  command: id(name),
  text,
  turn,
  reply_to: null,
  interjection: false,
  response: null,
});

/** What is seen after a snapshot and some events, numbered on from it. */
export function seenAfter(start: Partial<RoomSnapshot>, ...events: RoomEvent[]): Seen {
  const snapshot = roomSnapshot(start);
  return events.reduce(
    (seen, event, index) => foldFrame(seen, eventFrame(snapshot.number + index + 1, event)),
    foldFrame(NOWHERE, snapshotFrame(snapshot)),
  );
}

export function viewOf(seen: Seen): RoomView {
  if (seen.at !== "room") throw new Error(`not in the room: ${seen.at}`);
  return seen.view;
}

/** The log in short: words as text (aside in brackets), plain lines as their key. */
export const log = (view: RoomView): readonly string[] =>
  view.rows.map((row) => {
    if (row.kind === "note") return row.note;
    return row.kind === "aside" ? `(${row.text})` : `${row.state === "sending" ? "~" : ""}${row.text}`;
  });

/** A turn: whose, how far. */
export const turnOf = (seat: number, stage: Turn["stage"] = "taken", waiting = false, more: Partial<Turn> = {}): Turn => ({
  turn: 5,
  seat,
  stage,
  waiting,
  spoke: stage === "responding" || stage === "choosing",
  interjected: false,
  help: "listen",
  heard: null,
  ...more,
});

/** A hand in the line. */
export const hand = (seat: number, kind: Hand["kind"] = "share"): Hand => ({ seat, kind });
