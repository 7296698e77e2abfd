/** People and rooms for tests and for the examples page. One quiet evening, in as many states as it can have. */
import type { Person, RoomSnapshot } from "../protocol/generated";
import { MINE, SETTINGS } from "../room/testing/pictures";
import type { Row, RoomView } from "../room/view";

type Shape = Person["mark"]["shape"];

const somebody = (seat: number, first: number, second: number, shape: Shape, colour: number): Person => ({
  seat,
  name: { first, second },
  mark: { shape, colour },
  role: "member",
  listening: false,
});

export const FACILITATOR: Person = { ...somebody(1, 20, 7, "round", 3), role: "facilitator" };
export const FOX = somebody(2, 0, 23, "square", 1);
export const WREN = somebody(3, 48, 63, "drop", 0);
export const OTTER = somebody(4, 42, 42, "diamond", 4);
export const LISTENER: Person = { ...somebody(5, 30, 44, "round", 2), listening: true };
export const HERON = somebody(6, 53, 30, "square", 3);
export const FERN = somebody(7, 39, 20, "diamond", 0);

/** Wren is who looks at the page. */
export const ME = WREN;
export const PEOPLE: readonly Person[] = [FACILITATOR, FOX, WREN, OTTER, LISTENER, HERON, FERN];

export const AGREEMENT = {
  version: 1,
  lines: [
    "What is said here stays here.",
    "Each of us speaks from our own life.",
    "We listen without giving advice, unless somebody asks for it.",
    "Everybody may pass, be silent, or leave.",
  ],
};

export function aRoom(change: Partial<RoomSnapshot> = {}): RoomSnapshot {
  return {
    state: "in_room",
    epoch: "AAAAAAAAAAA",
    number: 12,
    card: 0,
    group: "Tuesday circle",
    run_by: "Harbour House",
    agreement: AGREEMENT,
    crisis_policy: "signpost",
    settings: SETTINGS,
    door: "knock",
    you: ME,
    people: PEOPLE,
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
    turns: 5,
    held: [],
    turn: null,
    round: null,
    hands: [],
    lead: FACILITATOR.seat,
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
    ...change,
  };
}

type Words = Extract<Row, { kind: "words" }>;

export const words = (key: string, person: Person, text: string, sending = false, more: Partial<Words> = {}): Words => ({
  kind: "words",
  key,
  person,
  text,
  mine: person.seat === ME.seat,
  state: sending ? "sending" : "said",
  answers: null,
  interjection: false,
  response: null,
  ...more,
});

export const aside = (key: string, person: Person, text: string): Row => ({ kind: "aside", key, person, text, mine: false });

export const note = (key: string, what: Extract<Row, { kind: "note" }>["note"], people: readonly Person[] = [], more = {}): Row => ({
  kind: "note",
  key,
  note: what,
  people,
  ...more,
});

export const EVENING: readonly Row[] = [
  note("n1", "note-came-in", [FOX]),
  words("a", FACILITATOR, "Good evening. Nice that you are here. We begin when everybody has sat down."),
  words("b", WREN, "Hello."),
  note("n2", "note-round-started", [FACILITATOR], { words: "One thing that helped this week." }),
  words("c", HERON, "Walking the long way home. Small, but I kept doing it."),
  words("d", HERON, "Even on Thursday, when it rained and I did not want to see anybody at all."),
  note("n3", "note-passed", [FERN]),
  words("e", FOX, "I called my sister. We had not spoken since spring."),
];

export function aView(room: Partial<RoomSnapshot> = {}, view: Partial<RoomView> = {}): RoomView {
  const moment = { nudge: null, quietTurn: null, bellAsked: false, closing: false, closed: null };
  return { snapshot: aRoom(room), rows: EVENING, places: 1, ...moment, ...view };
}

export const aRound = (change: Partial<NonNullable<RoomSnapshot["round"]>> = {}): NonNullable<RoomSnapshot["round"]> => ({
  to_come: [4, 1, 3],
  later: [],
  passed: [7],
  shared: 1,
  second_offer: false,
  ...change,
});

export { hand, MINE, SETTINGS, turnOf } from "../room/testing/pictures";
