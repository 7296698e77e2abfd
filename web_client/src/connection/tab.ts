/**
 * What the parts of the connection share: the line, the outbox, what is kept, and what is shown.
 * Decides nothing; door, desk and seat do.
 */
import { signal } from "@preact/signals";
import type { Wish } from "../protocol";
import type { Welcome } from "../protocol/generated";
import type { Outcome, Place } from "./api";
import { Drafts } from "./drafts";
import { newCommandId } from "./ids";
import { Keeping } from "./keeping";
import { Line, type LineEars } from "./line";
import { type Answer, type Gate, Outbox, outcomeOf } from "./outbox";
import { Pace } from "./pace";
import type { Surroundings } from "./surroundings";

export class Tab {
  readonly around: Surroundings;
  readonly keeping: Keeping;
  readonly line: Line;
  readonly outbox: Outbox;
  readonly drafts: Drafts;
  readonly pace: Pace;
  readonly welcome = signal<Welcome | null>(null);
  readonly invitation = signal<string | null>(null);
  /** The secret this tab was opened with; stays in the address until a seat or a desk exists. */
  link: string | null;

  constructor(around: Surroundings, ears: LineEars) {
    this.around = around;
    this.keeping = new Keeping(around.store);
    this.line = new Line(around, ears);
    this.outbox = new Outbox(
      (command) => this.line.send(command),
      () => around.now(),
    );
    this.drafts = new Drafts(this.keeping, around.cipher, () => this.outbox.unheard);
    this.pace = new Pace((run) => around.requestFrame(run));
    this.link = around.link();
  }

  show(place: Place): void {
    this.pace.show(place);
  }

  ask(wish: Wish, gate: Gate, id = newCommandId(this.around)): Promise<Answer> {
    this.line.start();
    return this.outbox.ask(id, wish, gate);
  }

  async asked(wish: Wish, gate: Gate): Promise<Outcome> {
    return outcomeOf(await this.ask(wish, gate));
  }

  once(wish: Wish): Promise<Answer | null> {
    return this.outbox.once(newCommandId(this.around), wish);
  }

  /** Nothing more to ask for now: the line ends on purpose. What is asked later waits for the next one. */
  rest(): void {
    this.line.stop();
    this.outbox.shut();
  }

  /** The address that opens this secret. */
  linkTo(secret: string): string {
    return `${this.around.origin}/#${secret}`;
  }

  /** A seat or a desk exists: the secret leaves the address. */
  forgetLink(): void {
    this.around.forgetLink();
  }
}
