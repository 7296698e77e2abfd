/** A browser and a server made of plain values: time passes when told, lines break when told. Only for tests. */
import type { Command, RefusalCode, Reply } from "../../protocol";
import type { Hello, SeatReply, ServerFrame } from "../../protocol/generated";
import * as folding from "../../room/fold";
import * as hosting from "../hosting";
import type { Cipher, Ears, Folding, Hosting, Surroundings, TabStore } from "../surroundings";

type Sent = Command | Hello;

/** One socket as the server sees it. */
export class FakeWire {
  readonly sent: Sent[] = [];
  readonly ears: Ears;
  closedByPage = false;

  constructor(ears: Ears) {
    this.ears = ears;
  }

  open(): void {
    this.ears.opened();
    this.tell({ frame: "welcome", version: 1, server: "0.1.0", run_by: "The library", wiping: true });
  }

  tell(...frames: ServerFrame[]): void {
    for (const frame of frames) this.ears.heard(JSON.stringify(frame));
  }

  break(code = 1006): void {
    this.ears.closed(code);
  }

  /** The last command of this type that arrived here. */
  last<T extends Command["type"]>(type: T): Extract<Command, { type: T }> {
    const found = this.sent.findLast((frame) => frame.type === type);
    if (found === undefined) throw new Error(`no ${type} was sent, only: ${this.types.join(", ")}`);
    return found as Extract<Command, { type: T }>;
  }

  get types(): readonly string[] {
    return this.sent.map((frame) => frame.type);
  }

  accept(type: Command["type"], reply: Reply | null = null): void {
    this.tell({ frame: "accepted", id: this.last(type).id, number: null, reply });
  }

  refuse(type: Command["type"], code: RefusalCode): void {
    const refusal = { code, arguments: { seconds: null, most: null } };
    this.tell({ frame: "refused", id: this.last(type).id, refusal, temporary: false });
  }
}

/** What outlives a page: the tab's storage, and the address. */
export class Tab {
  readonly kept = new Map<string, string>();
  link: string | null = null;
}

/** Readable by anybody, but only with the right key. */
const plainCipher: Cipher = {
  seal: (key, text) => Promise.resolve(`${key.join(".")}|${text}`),
  open: (key, sealed) => {
    const [kept, ...text] = sealed.split("|");
    return Promise.resolve(kept === key.join(".") ? text.join("|") : null);
  },
};

export class World implements Surroundings {
  readonly tab: Tab;
  readonly wires: FakeWire[] = [];
  readonly store: TabStore;
  cipher: Cipher | null = plainCipher;
  readonly origin = "https://circle.example";
  readonly language = "en";
  neutralSite = "";
  reloads = 0;
  wake: () => void = () => {};
  hide: () => void = () => {};
  newLink: () => void = () => {};
  fast: () => void = () => {};
  #now = 1_000;
  #timers: { at: number; run: () => void }[] = [];
  #frames: (() => void)[] = [];
  #byte = 0;

  constructor(tab = new Tab()) {
    this.tab = tab;
    this.store = {
      get: (name) => tab.kept.get(name) ?? null,
      set: (name, value) => {
        if (value === null) tab.kept.delete(name);
        else tab.kept.set(name, value);
      },
    };
  }

  openWire(ears: Ears) {
    const wire = new FakeWire(ears);
    this.wires.push(wire);
    return {
      send: (text: string) => {
        if (!wire.closedByPage) wire.sent.push(JSON.parse(text) as Sent);
      },
      close: () => {
        wire.closedByPage = true;
      },
    };
  }

  /** The newest socket. */
  get wire(): FakeWire {
    const newest = this.wires.at(-1);
    if (newest === undefined) throw new Error("no socket yet");
    return newest;
  }

  bytes(count: number): Uint8Array<ArrayBuffer> {
    // Every id differs, in this life of the page and in the next.
    this.#byte += 1;
    const bytes = new Uint8Array(count).fill(this.tab.kept.size + this.#byte);
    bytes[0] = this.#byte;
    return bytes;
  }

  chance = () => 1;
  now = () => this.#now;

  later(milliseconds: number, run: () => void): () => void {
    const timer = { at: this.#now + milliseconds, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  requestFrame(run: () => void): void {
    this.#frames.push(run);
  }

  /** One painting. */
  paint(): void {
    const frames = this.#frames;
    this.#frames = [];
    for (const run of frames) run();
  }

  /** Time goes by; what was due happens, in order, and what was promised is done. */
  async pass(milliseconds: number): Promise<void> {
    await settled();
    const end = this.#now + milliseconds;
    for (;;) {
      const due = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.#timers = this.#timers.filter((other) => other !== due);
      this.#now = Math.max(this.#now, due.at);
      due.run();
      await settled();
    }
    this.#now = end;
    await settled();
  }

  onWake = (run: () => void) => void (this.wake = run);
  onHide = (run: () => void) => void (this.hide = run);
  onNewLink = (run: () => void) => void (this.newLink = run);
  folding = (): Promise<Folding> => Promise.resolve(folding);
  hosting = (): Promise<Hosting> => Promise.resolve(hosting);
  onLeaveFast = (run: () => void) => void (this.fast = run);
  link = () => this.tab.link;
  forgetLink = () => void (this.tab.link = null);
  setNeutralSite = (site: string) => void (this.neutralSite = site);
  reload = () => void (this.reloads += 1);
}

/** Everything that was promised has happened. Not a wait: only the queue of promises is emptied. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

export const LINK = "amber-fox-willow-wren-0";

export const SEAT: SeatReply = {
  type: "seat",
  seat: 3,
  role: "member",
  draft_key: "A".repeat(43),
  neutral_site: "https://weather.example/",
  invitation: null,
};

export const DOOR: Extract<Reply, { type: "door" }> = {
  type: "door",
  open: true,
  level: "knock",
  group: "Tuesday circle",
  run_by: "The library",
  agreement: { version: 1, lines: [] },
  crisis_policy: "signpost",
  draw: 17,
  name: { first: 5, second: 63 },
  mark: { shape: "round", colour: 3 },
  redraws_left: 5,
};
