/**
 * Words written for later. In memory, and sealed in sessionStorage with the seat's draft key, which only the
 * server and this tab's memory hold: readable after a reload, dead with the seat. Nothing is ever sent from here.
 */
import { type ReadonlySignal, signal } from "@preact/signals";
import { fromBase64url } from "./ids";
import type { Keeping } from "./keeping";
import type { Cipher } from "./surroundings";

/** Words said whose answer had not come when the page went away. */
type Unheard = readonly { readonly id: string; readonly text: string }[];

interface Sealed {
  readonly text: string;
  readonly unheard: Unheard;
}

export class Drafts {
  readonly #draft = signal("");
  readonly #keeping: Keeping;
  readonly #cipher: Cipher | null;
  readonly #unheard: () => Unheard;
  #key: Uint8Array<ArrayBuffer> | null = null;
  /** What the composer holds, or, before it is touched, the draft. */
  #typed = "";
  #unsure: Unheard = [];
  #sealing = false;
  #again = false;

  constructor(keeping: Keeping, cipher: Cipher | null, unheard: () => Unheard) {
    this.#keeping = keeping;
    this.#cipher = cipher;
    this.#unheard = unheard;
  }

  get draft(): ReadonlySignal<string> {
    return this.#draft;
  }

  get survives(): boolean {
    return this.#cipher !== null;
  }

  keep(text: string): void {
    this.#draft.value = text;
    this.typing(text);
  }

  typing(text: string): void {
    this.#typed = text;
    void this.seal();
  }

  /** Said and heard: what was a draft of it is not needed any more. */
  said(text: string): void {
    if (this.#draft.value.trim() === text.trim()) this.#draft.value = "";
    if (this.#typed.trim() === text.trim()) this.typing("");
    else void this.seal();
  }

  /** Words that were not taken come back in front of what has been written since. */
  giveBack(text: string): void {
    if (this.#typed.includes(text)) return this.keep(this.#typed);
    this.keep(this.#typed === "" ? text : `${text}\n\n${this.#typed}`);
  }

  /** The seat's key is here. What an earlier life of this page sealed is opened once. */
  async useKey(key: string): Promise<void> {
    const first = this.#key === null;
    this.#key = fromBase64url(key);
    const sealed = this.#keeping.draft;
    if (!first || sealed === null || this.#cipher === null) return this.seal();
    const opened = await this.#cipher.open(this.#key, sealed);
    if (opened === null) return;
    const { text, unheard } = JSON.parse(opened) as Sealed;
    if (text !== "") this.giveBack(text);
    this.#unsure = unheard;
    return this.seal();
  }

  /** The room's memory is known: what it has not heard of the words on their way is a draft again. */
  settle(heard: ReadonlySet<string>): void {
    const lost = this.#unsure.filter(({ id }) => !heard.has(id));
    this.#unsure = [];
    for (const { text } of lost) this.giveBack(text);
  }

  /** Writes down the present state; while one writing is under way, the next waits for it and takes the latest. */
  async seal(): Promise<void> {
    this.#again = true;
    if (this.#sealing || this.#cipher === null) return;
    this.#sealing = true;
    try {
      while (this.#again && this.#key !== null) await this.#sealOnce(this.#cipher, this.#key);
    } finally {
      this.#sealing = false;
    }
  }

  async #sealOnce(cipher: Cipher, key: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#again = false;
    const state: Sealed = { text: this.#typed, unheard: [...this.#unsure, ...this.#unheard()] };
    const empty = state.text === "" && state.unheard.length === 0;
    const sealed = empty ? null : await cipher.seal(key, JSON.stringify(state));
    if (this.#key === key) this.#keeping.draft = sealed;
  }

  /** The seat is over. */
  forget(): void {
    this.#key = null;
    this.#typed = "";
    this.#unsure = [];
    this.#draft.value = "";
    this.#keeping.draft = null;
  }
}
