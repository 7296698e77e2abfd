/**
 * What this tab keeps over a reload: the seat's key, and the session of a desk. Nothing in it says what was said.
 * Only sessionStorage: it dies with the tab, and no other tab sees it.
 */
import type { TabStore } from "./surroundings";

export interface KeptSeat {
  readonly key: string;
  readonly as: "member" | "facilitator";
  /** A key on its way to replace `key`; until the answer is here either may be the right one. */
  readonly next?: string;
  /** Facilitators: the invitation, in case a server that restarted in the meantime has only its hash. */
  readonly invitation?: string;
}

const SEAT = "tp.seat";
const DESK = "tp.desk";
const DRAFT = "tp.draft";
const RELOADED = "tp.reloaded";

export class Keeping {
  readonly #store: TabStore;

  constructor(store: TabStore) {
    this.#store = store;
  }

  get seat(): KeptSeat | null {
    const text = this.#store.get(SEAT);
    if (text === null) return null;
    try {
      const kept = JSON.parse(text) as KeptSeat;
      return typeof kept.key === "string" ? kept : null;
    } catch {
      return null;
    }
  }

  set seat(seat: KeptSeat | null) {
    this.#store.set(SEAT, seat === null ? null : JSON.stringify(seat));
  }

  /** The session of the desk. */
  get desk(): string | null {
    return this.#store.get(DESK);
  }

  set desk(session: string | null) {
    this.#store.set(DESK, session);
  }

  /** The sealed draft; see `drafts.ts`. */
  get draft(): string | null {
    return this.#store.get(DRAFT);
  }

  set draft(sealed: string | null) {
    this.#store.set(DRAFT, sealed);
  }

  /** Whether this tab has already reloaded itself once, so that it never does so in circles. */
  get reloaded(): boolean {
    return this.#store.get(RELOADED) !== null;
  }

  set reloaded(yes: boolean) {
    this.#store.set(RELOADED, yes ? "once" : null);
  }

  /** The seat is over: nothing of it stays. */
  forgetSeat(): void {
    this.seat = null;
    this.draft = null;
    this.reloaded = false;
  }
}
