/**
 * What of a changed room is worth saying aloud. Never my own words, never hands, order or presence: only messages,
 * plain lines that concern everybody, whose turn it is, what is asked of me, and for facilitators who knocks or wishes.
 */
import type { Row, RoomView } from "../room/view";
import type { Kind } from "./announcer";

type Offer = NonNullable<RoomView["snapshot"]["mine"]["role_offer"]>;

export type Heard =
  | { readonly kind: "said"; readonly row: Extract<Row, { kind: "words" }> }
  | { readonly kind: "note"; readonly row: Extract<Row, { kind: "note" }> }
  | { readonly kind: "my_turn"; readonly taken: boolean }
  | { readonly kind: "turn_of"; readonly seat: number }
  | { readonly kind: "door"; readonly count: number }
  /** Facilitators only. */
  | { readonly kind: "aside"; readonly row: Extract<Row, { kind: "aside" }> }
  | { readonly kind: "wish" }
  /** Something is asked of me: a role, or (who may ring) the bell. */
  | { readonly kind: "offer"; readonly offer: Offer }
  /** To the one who shared: somebody has something for me. To the one who asked: they would like it. */
  | { readonly kind: "asked" }
  | { readonly kind: "granted" }
  /** The share is over: what that asks of me stands in the turn bar. */
  | { readonly kind: "stage" }
  | { readonly kind: "bell" };

export const SPOKEN_AS: Readonly<Record<Heard["kind"], Kind>> = {
  said: "words",
  note: "line",
  my_turn: "turn",
  turn_of: "line",
  door: "line",
  aside: "words",
  wish: "line",
  offer: "line",
  asked: "line",
  granted: "line",
  stage: "line",
  bell: "line",
};

/** Coming and going is in the log for whoever looks; aloud it would never end. */
const SILENT = new Set(["note-came-in", "note-went-out", "note-passed"]);

export function heardBetween(before: RoomView | null, after: RoomView): readonly Heard[] {
  if (before === null) return [];
  const seen = new Set(before.rows.map((row) => row.key));
  const heard: Heard[] = [];
  for (const row of after.rows) {
    if (seen.has(row.key)) continue;
    if (row.kind === "words") {
      if (!row.mine) heard.push({ kind: "said", row });
    } else if (row.kind === "aside") {
      if (!row.mine) heard.push({ kind: "aside", row });
    } else if (!SILENT.has(row.note)) heard.push({ kind: "note", row });
  }
  return [...heard, ...turnHeard(before, after), ...doorHeard(before, after), ...askedHeard(before, after)];
}

function turnHeard(before: RoomView, after: RoomView): readonly Heard[] {
  const was = before.snapshot.turn;
  const is = after.snapshot.turn;
  if (is === null) return [];
  const mine = is.seat === after.snapshot.you.seat;
  if ((is.stage === "responding" || is.stage === "choosing") && was?.stage !== is.stage) return [{ kind: "stage" }];
  // Mine is said once, when it comes; taking it was my own doing.
  if (mine) return was?.turn === is.turn ? [] : [{ kind: "my_turn", taken: is.stage === "taken" }];
  const begun = is.stage === "taken" && !(was?.turn === is.turn && was.stage === "taken");
  return begun ? [{ kind: "turn_of", seat: is.seat }] : [];
}

function doorHeard(before: RoomView, after: RoomView): readonly Heard[] {
  const count = after.snapshot.mine.knocks.length;
  return count > before.snapshot.mine.knocks.length ? [{ kind: "door", count }] : [];
}

function askedHeard(before: RoomView, after: RoomView): readonly Heard[] {
  const heard: Heard[] = [];
  const { mine } = after.snapshot;
  const was = before.snapshot.mine;
  if (mine.role_offer !== null && mine.role_offer !== was.role_offer) heard.push({ kind: "offer", offer: mine.role_offer });
  if (mine.asks.length > was.asks.length) heard.push({ kind: "asked" });
  if (mine.ask?.granted && !was.ask?.granted) heard.push({ kind: "granted" });
  if (after.bellAsked && !before.bellAsked) heard.push({ kind: "bell" });
  if (after.snapshot.mine.wishes.length > before.snapshot.mine.wishes.length) heard.push({ kind: "wish" });
  return heard;
}
