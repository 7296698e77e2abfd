/**
 * The line to the server: one socket at a time, hello first, and a new one when it is lost.
 * It knows frames and closings, not seats; what is asked on a new line is decided above.
 */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Command } from "../protocol";
import { type Goodbye, type Hello, PROTOCOL_VERSION, type ServerFrame } from "../protocol/generated";
import type { LineState } from "./api";
import { type Parting, partingOf, waitBefore } from "./closing";
import type { Surroundings, Wire } from "./surroundings";

const CLIENT = "web/0.1.0";
/** A network that swallows everything does not even refuse a connection. */
const OPENING_MOST = 10_000;
/** A line that held this long was sound: the next loss starts with a short wait again. */
const SOUND_AFTER = 10_000;

export interface LineEars {
  /** The server has said who it is: the line is ready for commands. */
  ready(frame: Extract<ServerFrame, { frame: "welcome" }>): void;
  heard(frame: ServerFrame): void;
  /** The line is gone; another try follows by itself. */
  lost(): void;
  /** The server said not to come back, or to reload first. */
  ended(parting: Parting): void;
}

export class Line {
  readonly #state = signal<LineState>("opening");
  readonly #around: Surroundings;
  readonly #ears: LineEars;
  #wire: Wire | null = null;
  #goodbye: Goodbye | null = null;
  #attempt = 0;
  #openSince = 0;
  #heardAt = 0;
  #cancel: () => void = () => {};

  constructor(around: Surroundings, ears: LineEars) {
    this.#around = around;
    this.#ears = ears;
  }

  get state(): ReadonlySignal<LineState> {
    return this.#state;
  }

  /** Milliseconds since anything was heard. */
  get silence(): number {
    return this.#around.now() - this.#heardAt;
  }

  get running(): boolean {
    return this.#wire !== null || this.#state.value === "lost";
  }

  start(): void {
    if (this.running || this.#state.value === "reload_needed") return;
    this.#attempt = 0;
    this.#state.value = "opening";
    this.#open();
  }

  /** Ends the line on purpose. Nothing is heard of it any more. */
  stop(): void {
    this.#drop();
    if (this.#state.value !== "reload_needed") this.#state.value = "opening";
  }

  /** The line seems dead, or may be back: a fresh socket now. */
  renew(): void {
    if (!this.running) return;
    const open = this.#state.value === "open";
    this.#drop();
    // Not yet "lost": on a phone that wakes up the new line is usually there before anybody needs to be told.
    if (open) {
      this.#state.value = "opening";
      this.#ears.lost();
    }
    this.#open();
  }

  send(frame: Command | Hello): void {
    this.#wire?.send(JSON.stringify(frame));
  }

  #drop(): void {
    this.#cancel();
    const wire = this.#wire;
    this.#wire = null;
    wire?.close();
  }

  #open(): void {
    this.#cancel();
    this.#goodbye = null;
    let mine: Wire | null = null;
    const current = () => mine !== null && this.#wire === mine;
    mine = this.#around.openWire({
      opened: () => {
        if (current()) this.#hello();
      },
      heard: (text) => {
        if (current()) this.#hear(text);
      },
      closed: (code) => {
        if (current()) this.#close(code);
      },
    });
    this.#wire = mine;
    this.#cancel = this.#around.later(OPENING_MOST, () => {
      this.#drop();
      this.#close(1006);
    });
  }

  #hello(): void {
    this.send({ type: "hello", version: PROTOCOL_VERSION, language: this.#around.language, client: CLIENT });
  }

  #hear(text: string): void {
    this.#heardAt = this.#around.now();
    const frame = JSON.parse(text) as ServerFrame;
    if (frame.frame === "goodbye") this.#goodbye = frame;
    if (frame.frame !== "welcome") return this.#ears.heard(frame);
    this.#cancel();
    this.#openSince = this.#around.now();
    this.#state.value = "open";
    this.#ears.ready(frame);
  }

  #close(code: number): void {
    this.#cancel();
    this.#wire = null;
    const parting = partingOf(code, this.#goodbye);
    if (parting.comeBack === "no" || parting.comeBack === "reload") {
      this.#state.value = parting.comeBack === "reload" ? "reload_needed" : "opening";
      this.#ears.ended(parting);
      return;
    }
    const sound = this.#state.value === "open" && this.#around.now() - this.#openSince >= SOUND_AFTER;
    if (sound) this.#attempt = 0;
    this.#lose();
    const wait = waitBefore(this.#attempt, parting, this.#around.chance());
    this.#attempt += 1;
    this.#cancel = this.#around.later(wait, () => this.#open());
  }

  #lose(): void {
    const wasOpen = this.#state.value === "open";
    this.#state.value = "lost";
    if (wasOpen) this.#ears.lost();
  }
}
