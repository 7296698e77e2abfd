/**
 * Everything the connection needs from the browser, in one place, so that tests hand in their own.
 * No rules here; `browser.ts` is the real one.
 */

/** What one socket tells. After `closed` it tells nothing more. */
export interface Ears {
  opened(): void;
  heard(text: string): void;
  closed(code: number): void;
}

export interface Wire {
  /** Does nothing when the socket is not open. */
  send(text: string): void;
  close(): void;
}

/** Seals text with 32 bytes of key. `open` gives null for what it cannot read. */
export interface Cipher {
  seal(key: Uint8Array<ArrayBuffer>, text: string): Promise<string>;
  open(key: Uint8Array<ArrayBuffer>, sealed: string): Promise<string | null>;
}

/** What stays in this tab over a reload, and dies with the tab. */
export interface TabStore {
  get(name: string): string | null;
  /** null removes it. */
  set(name: string, value: string | null): void;
}

export type Folding = typeof import("../room/fold");
export type Hosting = typeof import("./hosting");

export interface Surroundings {
  openWire(ears: Ears): Wire;
  readonly store: TabStore;
  /** null in an insecure context: nothing can be sealed there. */
  readonly cipher: Cipher | null;
  /** Random bytes that cannot be guessed. */
  bytes(count: number): Uint8Array<ArrayBuffer>;
  /** A number from 0 to 1, only for spreading out reconnects. */
  chance(): number;
  /** Milliseconds since some moment; never goes back. */
  now(): number;
  /** Runs once after so many milliseconds, unless the returned function is called first. */
  later(milliseconds: number, run: () => void): () => void;
  /** Runs before the next painting; soon also when nothing is painted because the tab is hidden. */
  requestFrame(run: () => void): void;
  /** The line may be back: the device is online again, or the tab is looked at again. */
  onWake(run: () => void): void;
  /** The tab is hidden or goes away: the last moment to write something down. */
  onHide(run: () => void): void;
  /** The person opened another link in this tab. */
  onNewLink(run: () => void): void;
  /** Brings the fold, which makes a room of what the server sends; nobody needs it before there is a seat. */
  folding(): Promise<Folding>;
  /** Brings what facilitators and hosts need; a part of its own, so that the first visit need not wait for it. */
  hosting(): Promise<Hosting>;
  /** Leave fast was pressed: what can be done at once, without waiting for an answer. */
  onLeaveFast(run: () => void): void;
  /** The secret behind `/#` in the address, or null. */
  link(): string | null;
  /** Takes the secret out of the address, without a new entry in the history. */
  forgetLink(): void;
  /** `https://host`, for links to share. */
  readonly origin: string;
  readonly language: string;
  /** Where Leave fast goes; known once there is a seat. */
  setNeutralSite(address: string): void;
  reload(): void;
}
