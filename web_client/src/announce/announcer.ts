/**
 * The one voice of the page. What is told within a second is spoken together; nothing is spoken within two seconds
 * of a keystroke; only "your turn" and "connection lost" interrupt. It decides when and how much, never the words
 * of people, and it knows no document: ears and timer are handed in.
 */

/** Whom a line is about; the setting chooses by it. */
export type Kind = "words" | "line" | "turn" | "trouble" | "answer";

/** What a member wants to hear. */
export type Hearing = "every" | "summaries" | "turns" | "off";

/** Where spoken words go: a quiet live region, and one that interrupts. */
export interface Ears {
  calm(text: string): void;
  now(text: string): void;
}

export interface Timer {
  now(): number;
  /** Returns how to call it off. */
  after(milliseconds: number, what: () => void): () => void;
}

export const BATCH_MS = 1000;
export const HANDS_OFF_MS = 2000;
/** More messages than this in one batch are told as a number and the last of them. */
const MANY = 4;

interface Told {
  readonly text: string;
  readonly kind: Kind;
}

export class Announcer {
  hearing: Hearing = "every";
  private waiting: Told[] = [];
  private lastKey = Number.NEGATIVE_INFINITY;
  private due = 0;
  private cancel: (() => void) | null = null;

  constructor(
    private readonly ears: Ears,
    private readonly timer: Timer,
    private readonly many: (count: number) => string,
  ) {}

  /** Somebody is typing: be quiet for a while. */
  keystroke(): void {
    this.lastKey = this.timer.now();
  }

  tell(text: string, kind: Kind): void {
    if (text === "" || !this.wanted(kind)) return;
    const already = this.waiting.some((told) => told.text === text && told.kind === kind && kind !== "words");
    if (already) return;
    if (this.waiting.length === 0) this.due = this.timer.now() + BATCH_MS;
    this.waiting.push({ text, kind });
    if (interrupts(kind)) this.due = this.timer.now();
    this.plan();
  }

  /** The room is over: what was spoken is words of people, and must not stay in the page. */
  forget(): void {
    this.cancel?.();
    this.cancel = null;
    this.waiting = [];
    this.ears.calm("");
    this.ears.now("");
  }

  private wanted(kind: Kind): boolean {
    if (kind === "turn" || kind === "trouble" || kind === "answer") return true;
    return this.hearing === "every" || this.hearing === "summaries";
  }

  private plan(): void {
    this.cancel?.();
    const at = Math.max(this.due, this.lastKey + HANDS_OFF_MS);
    const wait = at - this.timer.now();
    if (wait > 0) this.cancel = this.timer.after(wait, () => this.plan());
    else this.speak();
  }

  private speak(): void {
    const told = this.waiting;
    this.waiting = [];
    this.cancel = null;
    const urgent = told.filter((each) => interrupts(each.kind)).map((each) => each.text);
    if (urgent.length > 0) this.ears.now(urgent.join(" "));
    const calm = this.gathered(told.filter((each) => !interrupts(each.kind)));
    if (calm !== "") this.ears.calm(calm);
  }

  private gathered(told: readonly Told[]): string {
    const words = told.filter((each) => each.kind === "words");
    const most = this.hearing === "summaries" ? 0 : MANY;
    if (words.length <= most) return told.map((each) => each.text).join(" ");
    const others = told.filter((each) => each.kind !== "words").map((each) => each.text);
    const last = this.hearing === "summaries" ? [] : words.slice(-1).map((each) => each.text);
    return [...others, this.many(words.length), ...last].join(" ");
  }
}

const interrupts = (kind: Kind): boolean => kind === "turn" || kind === "trouble";
