/**
 * The log as this device remembers it: words and plain lines, in the order in which they appeared here.
 * Doubles are dropped by the author's command id, also across a restart. At most 300 rows are kept.
 */
import type { RoomEvent } from "../protocol";
import type { Person, RoomSnapshot, SaidWords } from "../protocol/generated";
import { noteOf } from "./notes";
import type { Row } from "./view";

export const ROWS_MOST = 300;

/** Everybody this device has seen in this meeting; names of those who have gone stay on what they said. */
export type Known = ReadonlyMap<number, Person>;

export function knownAfter(known: Known, people: readonly Person[]): Known {
  const news = people.filter((person) => known.get(person.seat) !== person);
  return news.length === 0 ? known : new Map([...known, ...news.map((person) => [person.seat, person] as const)]);
}

const bounded = (rows: readonly Row[]) => (rows.length > ROWS_MOST ? rows.slice(-ROWS_MOST) : rows);

/** The rows after an event. */
export function rowsAfter(rows: readonly Row[], room: RoomSnapshot, number: number, event: RoomEvent, known: Known) {
  if (event.type === "said") return withWords(rows, room, { ...event, number }, known);
  const note = noteOf(event, known);
  return note === null ? rows : bounded([...rows, { kind: "note", key: `${room.epoch}-${number}`, ...note }]);
}

/** Words heard: what was "sending" becomes said where it stands; what is already here stays as it is. */
function withWords(rows: readonly Row[], room: RoomSnapshot, words: Omit<SaidWords, "type">, known: Known) {
  const at = rows.findLastIndex((row) => row.key === words.command);
  const there = rows[at];
  if (there === undefined) return bounded([...rows, rowOf(words, room, known)]);
  if (there.kind === "words" && there.state === "sending") {
    const heard: Row = { ...there, state: "said" };
    return rows.map((row, index) => (index === at ? heard : row));
  }
  return rows;
}

function rowOf(words: Omit<SaidWords, "type">, room: RoomSnapshot, known: Known): Row {
  const person = known.get(words.seat);
  if (person === undefined) {
    return { kind: "note", key: words.command, note: "note-gone-person-said", people: [], words: words.text };
  }
  const mine = words.seat === room.you.seat;
  return { kind: "words", key: words.command, person, text: words.text, mine, state: "said" };
}

/** The rows after a new snapshot: what is on this screen stays, what the room still has and I had not is added. */
export function rowsAfterSnapshot(rows: readonly Row[], room: RoomSnapshot, gap: Row | null, known: Known) {
  const start = gap === null ? rows : [...rows, gap];
  return room.said.reduce((all, words) => withWords(all, room, words, known), start);
}

/** Words of mine on their way: shown at once, patched when the room has heard them. */
export function withSending(rows: readonly Row[], room: RoomSnapshot, id: string, text: string): readonly Row[] {
  if (rows.some((row) => row.key === id)) return rows;
  return bounded([...rows, { kind: "words", key: id, person: room.you, text, mine: true, state: "sending" }]);
}

/** The room has not taken them (the composer has them again). What was said meanwhile stays. */
export function withoutSending(rows: readonly Row[], id: string): readonly Row[] {
  return rows.filter((row) => !(row.kind === "words" && row.key === id && row.state === "sending"));
}
