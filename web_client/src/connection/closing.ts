/**
 * What to do when a connection ends: come back, reload, or let it be.
 * The table is the contract's; a code it does not hold (a lost network, a proxy) means "come back soon".
 */
import type { ComeBack } from "../protocol";
import { CLOSINGS, type Goodbye } from "../protocol/generated";
import type { Place } from "./api";

export interface Parting {
  readonly comeBack: ComeBack;
  /** Seconds the server asked to wait for. */
  readonly after: number;
  readonly word: string;
}

export function partingOf(code: number, goodbye: Goodbye | null): Parting {
  if (goodbye !== null) return { comeBack: goodbye.come_back, after: goodbye.after, word: goodbye.word };
  const known = CLOSINGS.find((closing) => closing.code === code);
  return { comeBack: known?.come_back ?? "soon", after: 0, word: known?.word ?? "lost" };
}

type Why = Extract<Place, { at: "after" }>["why"];

const WHY: Readonly<Record<string, Why>> = {
  goodbye: "left",
  meeting_closed: "meeting_closed",
  seat_ended: "seat_ended",
  declined: "declined",
  open_elsewhere: "open_elsewhere",
};

export const whyAfter = (word: string): Why => WHY[word] ?? "seat_ended";

const FIRST_WAIT = 500;
const LONGEST_WAIT = 10_000;

/** Milliseconds before the next try: doubling, spread out so that a restarted server is not met by all at once. */
export function waitBefore(attempt: number, parting: Parting, chance: number): number {
  if (parting.comeBack === "now" && attempt === 0) return 0;
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(attempt, 10));
  return parting.after * 1000 + wait * (0.5 + chance / 2);
}
