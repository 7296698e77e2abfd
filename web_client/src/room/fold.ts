/**
 * Folds what the server sends into what one seat sees. Framework-free: no document, no clock, no chance.
 * The law: the snapshot part equals the server's own snapshot at that number (settled.md 6).
 */
import type { ServerFrame } from "../protocol/generated";
import type { RoomSnapshot, WaitingSnapshot } from "../protocol/generated";
import { momentAfter, withCard, withHint } from "./cards";
import { evolve } from "./evolve";
import { knownAfter, rowsAfter, rowsAfterSnapshot, withSending, withoutSending } from "./rows";
import type { Seen } from "./seen";
import type { Row, RoomView } from "./view";

/** What is seen after this frame. `minutesAway`: how long the line was lost before it, for the line in the log. */
export function foldFrame(seen: Seen, frame: ServerFrame, minutesAway: number | null = null): Seen {
  switch (frame.frame) {
    case "snapshot":
      return frame.snapshot.state === "waiting"
        ? { at: "waiting", view: { snapshot: frame.snapshot } }
        : arrived(seen, frame.snapshot, minutesAway);
    case "event":
      return seen.at === "room" ? happened(seen, frame) : seen;
    case "card":
      return withCardFrame(seen, frame);
    case "hint":
      return seen.at === "room" ? { ...seen, view: withHint(seen.view, frame.hint) } : seen;
    default:
      return seen;
  }
}

type InRoom = Extract<Seen, { at: "room" }>;
type Frame<F extends ServerFrame["frame"]> = Extract<ServerFrame, { frame: F }>;

function happened(seen: InRoom, { number, event }: Frame<"event">): Seen {
  const before = seen.view;
  if (number <= before.snapshot.number) return seen;
  const snapshot = evolve(before.snapshot, number, event);
  const known = knownAfter(seen.known, snapshot.people);
  const view: RoomView = {
    ...before,
    ...momentAfter(before, event),
    snapshot,
    rows: rowsAfter(before, snapshot, number, event, known),
    closed: event.type === "closed" ? event.why : before.closed,
  };
  return { at: "room", view, known };
}

function withCardFrame(seen: Seen, { number, card }: Frame<"card">): Seen {
  if (seen.at === "nowhere" || number <= seen.view.snapshot.card) return seen;
  if (seen.at === "room") return { ...seen, view: withCard(seen.view, number, card, seen.known) };
  const noticed = seen.view.snapshot.noticed || card.type === "knock_noticed";
  const snapshot: WaitingSnapshot = { ...seen.view.snapshot, card: number, noticed };
  return { at: "waiting", view: { snapshot } };
}

function arrived(seen: Seen, snapshot: RoomSnapshot, minutesAway: number | null): Seen {
  const before = seen.at === "room" ? seen : null;
  const known = knownAfter(before?.known ?? new Map(), [...snapshot.people, snapshot.you]);
  const gap = before === null ? null : gapRow(before.view, snapshot, minutesAway);
  const view: RoomView = {
    snapshot,
    rows: rowsAfterSnapshot(before?.view.rows ?? [], snapshot, gap, known),
    places: before?.view.places ?? 1,
    nudge: before?.view.nudge === "take_your_time" ? null : (before?.view.nudge ?? null),
    quietTurn: null,
    bellAsked: snapshot.silence === null && (before?.view.bellAsked ?? false),
    closing: snapshot.unheld && (before?.view.closing ?? false),
    closed: null,
  };
  return { at: "room", view, known };
}

/** The plain line between what was on this screen and what the new snapshot brings, if something may be missing. */
function gapRow(before: RoomView, now: RoomSnapshot, minutes: number | null): Row | null {
  const key = `gap-${now.epoch}-${now.number}`;
  if (now.epoch !== before.snapshot.epoch) {
    const shown = before.rows.some((row) => row.kind === "words");
    return shown ? { kind: "note", key, note: "note-restarted", people: [] } : null;
  }
  const last = before.snapshot.number;
  const heard = now.said.filter((words) => words.number > last).length;
  const count = now.number - last - heard;
  return count <= 0 ? null : { kind: "note", key, note: "note-away", people: [], count, minutes: minutes ?? 0 };
}

/** Words of mine on their way to the room. */
export function sending(seen: Seen, id: string, text: string, replyTo: string | null = null): Seen {
  return onRows(seen, (view) => withSending(view.rows, view.snapshot, id, text, replyTo));
}

/** Words of mine that the room has not taken. */
export function notSent(seen: Seen, id: string): Seen {
  return onRows(seen, (view) => withoutSending(view.rows, id));
}

/** The nudge of the moment is put away. */
export function nudgePutAway(seen: Seen): Seen {
  return seen.at === "room" ? { ...seen, view: { ...seen.view, nudge: null } } : seen;
}

/** Somebody asked for the bell, and I have seen it. */
export function bellPutAway(seen: Seen): Seen {
  return seen.at === "room" ? { ...seen, view: { ...seen.view, bellAsked: false } } : seen;
}

function onRows(seen: Seen, change: (view: RoomView) => readonly Row[]): Seen {
  return seen.at === "room" ? { ...seen, view: { ...seen.view, rows: change(seen.view) } } : seen;
}
