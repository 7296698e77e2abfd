/**
 * The log as this device remembers it: words and plain lines, in the order in which they appeared here.
 * Doubles are dropped by the author's command id, also across a restart. At most 300 rows are kept.
 */
import type { RoomEvent } from "../protocol";
import type { Person, RoomSnapshot, SaidAside, SaidWords } from "../protocol/generated";
import { firstLine } from "./first_line";
import { notesOf } from "./notes";
import type { Answered, Row, RoomView } from "./view";

export const ROWS_MOST = 300;

/** Everybody this device has seen in this meeting; names of those who have gone stay on what they said. */
export type Known = ReadonlyMap<number, Person>;

export function knownAfter(known: Known, people: readonly Person[]): Known {
  const news = people.filter((person) => known.get(person.seat) !== person);
  return news.length === 0 ? known : new Map([...known, ...news.map((person) => [person.seat, person] as const)]);
}

const bounded = (rows: readonly Row[]) => (rows.length > ROWS_MOST ? rows.slice(-ROWS_MOST) : rows);

/** The rows after an event. */
export function rowsAfter(before: RoomView, room: RoomSnapshot, number: number, event: RoomEvent, known: Known) {
  if (event.type === "said") return withWords(before.rows, room, { ...event, number }, known);
  const notes = notesOf(event, known, before.snapshot);
  if (notes.length === 0) return before.rows;
  const rows = notes.map((note, at): Row => ({ kind: "note", key: `${room.epoch}-${number}${at === 0 ? "" : `-${at}`}`, ...note }));
  return bounded([...before.rows, ...rows]);
}

/** Words heard: what was "sending" becomes said where it stands; what is already here stays as it is. */
function withWords(rows: readonly Row[], room: RoomSnapshot, words: Omit<SaidWords, "type">, known: Known) {
  const at = rows.findLastIndex((row) => row.key === words.command);
  const there = rows[at];
  if (there === undefined) return bounded([...rows, rowOf(rows, words, room, known)]);
  if (there.kind === "words" && there.state === "sending") {
    const heard: Row = { ...there, state: "said" };
    return rows.map((row, index) => (index === at ? heard : row));
  }
  return rows;
}

function rowOf(rows: readonly Row[], words: Omit<SaidWords, "type">, room: RoomSnapshot, known: Known): Row {
  const person = known.get(words.seat);
  if (person === undefined) {
    return { kind: "note", key: words.command, note: "note-gone-person-said", people: [], words: words.text };
  }
  const mine = words.seat === room.you.seat;
  const { command: key, text, interjection, response } = words;
  const answers = answered(rows, words.reply_to);
  return { kind: "words", key, person, text, mine, state: "said", answers, interjection, response };
}

/** The first line of what is answered, where it still stands here. */
function answered(rows: readonly Row[], command: string | null): Answered | null {
  if (command === null) return null;
  const row = rows.find((each) => each.key === command);
  return row?.kind === "words" ? { who: row.person, line: firstLine(row.text) } : { who: null, line: "" };
}

/** The rows after a new snapshot: what is on this screen stays, what the room still has and I had not is added. */
export function rowsAfterSnapshot(rows: readonly Row[], room: RoomSnapshot, gap: Row | null, known: Known) {
  const start = gap === null ? rows : [...rows, gap];
  return room.said.reduce((all, words) => withWords(all, room, words, known), start);
}

/** Words of mine on their way: shown at once, patched when the room has heard them. */
export function withSending(rows: readonly Row[], room: RoomSnapshot, id: string, text: string, replyTo: string | null) {
  if (rows.some((row) => row.key === id)) return rows;
  const turn = room.turn;
  const others = turn !== null && turn.seat !== room.you.seat;
  const interjection = others && turn.stage !== "responding";
  const response = others && turn.stage === "responding" ? (room.mine.ask?.granted ? room.mine.ask.kind : "reply") : null;
  const answers = answered(rows, replyTo);
  const row: Row = { kind: "words", key: id, person: room.you, text, mine: true, state: "sending", answers, interjection, response };
  return bounded([...rows, row]);
}

/** Words aside, shown where they came; after a return they may be told again, and stand here once. */
export function withAside(rows: readonly Row[], room: RoomSnapshot, aside: SaidAside, known: Known): readonly Row[] {
  const person = known.get(aside.seat);
  if (person === undefined || rows.some((row) => row.key === aside.command)) return rows;
  const mine = aside.seat === room.you.seat;
  return bounded([...rows, { kind: "aside", key: aside.command, person, text: aside.text, mine }]);
}

/** The room has not taken them (the composer has them again). What was said meanwhile stays. */
export function withoutSending(rows: readonly Row[], id: string): readonly Row[] {
  return rows.filter((row) => !(row.kind === "words" && row.key === id && row.state === "sending"));
}
