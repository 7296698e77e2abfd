/**
 * What was asked and not yet answered. A lost line changes nothing: everything is asked again with the same id,
 * and the server answers the same (settled.md 15). It holds back what the line is not ready for yet.
 */
import type { Command, RefusalCode, Wish } from "../protocol";
import type { Accepted, Advised, Held, Refused } from "../protocol/generated";
import type { Outcome } from "./api";

export type Answer = Accepted | Refused | Advised | Held;

/** Which kind of standing a command needs: any line; a desk that is open; a seat that has come back. */
export type Gate = "door" | "desk" | "room";

interface Asked {
  readonly command: Command;
  readonly gate: Gate;
  readonly resolve: (answer: Answer) => void;
  /** When it left on the present line. */
  sentAt: number | null;
}

export class Outbox {
  #asked: Asked[] = [];
  #once = new Map<string, (answer: Answer | null) => void>();
  #open = new Set<Gate>();
  readonly #send: (command: Command) => void;
  readonly #now: () => number;

  constructor(send: (command: Command) => void, now: () => number) {
    this.#send = send;
    this.#now = now;
  }

  /** Asks now, or as soon as its gate is open. Resolves with the server's answer. */
  ask(id: string, wish: Wish, gate: Gate): Promise<Answer> {
    const command = { id, ...wish } as Command;
    return new Promise((resolve) => {
      const asked: Asked = { command, gate, resolve, sentAt: null };
      this.#asked.push(asked);
      this.#try(asked);
    });
  }

  /** This gate is open on the present line: what waited for it is sent, in the order of asking. */
  open(gate: Gate): void {
    this.#open.add(gate);
    for (const asked of this.#asked) this.#try(asked);
  }

  /** The line is gone: everything unanswered will be sent again. */
  shut(): void {
    this.#open.clear();
    for (const asked of this.#asked) asked.sentAt = null;
    for (const lost of this.#once.values()) lost(null);
    this.#once.clear();
  }

  /** Asks on the present line only: null when the line goes before the answer comes. For finding one's place again. */
  once(id: string, wish: Wish): Promise<Answer | null> {
    return new Promise((resolve) => {
      this.#once.set(id, resolve);
      this.#send({ id, ...wish } as Command);
    });
  }

  answered(answer: Answer): void {
    const once = this.#once.get(answer.id);
    this.#once.delete(answer.id);
    once?.(answer);
    const asked = this.#asked.find(({ command }) => command.id === answer.id);
    if (asked === undefined) return;
    this.#asked = this.#asked.filter((other) => other !== asked);
    asked.resolve(answer);
  }

  /** It cannot be asked any more (the seat is gone); those who wait are told so. */
  giveUp(gates: readonly Gate[], code: RefusalCode): void {
    for (const { command } of this.#asked.filter(({ gate }) => gates.includes(gate))) {
      this.answered(refusedHere(command.id, code));
    }
  }

  /** Whether something of this type is still without an answer. */
  has(type: Command["type"]): boolean {
    return this.#asked.some(({ command }) => command.type === type);
  }

  /** Words that were said and may or may not have arrived. */
  get unheard(): readonly { readonly id: string; readonly text: string }[] {
    return this.#asked.flatMap(({ command }) =>
      command.type === "say" ? [{ id: command.id, text: command.text }] : [],
    );
  }

  /** The server answered this in another way (the seat is there, so the knock was heard). */
  settle(type: Command["type"], how: (id: string) => Answer): void {
    for (const { command } of this.#asked.filter((asked) => asked.command.type === type)) {
      this.answered(how(command.id));
    }
  }

  /** Since when an answer is owed on the present line. */
  get owedSince(): number | null {
    const times = this.#asked.flatMap(({ sentAt }) => (sentAt === null ? [] : [sentAt]));
    return times.length === 0 ? null : Math.min(...times);
  }

  #try(asked: Asked): void {
    if (asked.sentAt !== null || !this.#open.has(asked.gate)) return;
    asked.sentAt = this.#now();
    this.#send(asked.command);
  }
}

/** A refusal that never left this device. */
export function refusedHere(id: string, code: RefusalCode): Answer {
  return { frame: "refused", id, refusal: { code, arguments: { seconds: null, most: null } }, temporary: false };
}

export function outcomeOf(answer: Answer): Outcome {
  switch (answer.frame) {
    case "accepted":
      return { kind: "accepted" };
    case "refused":
      return { kind: "refused", refusal: answer.refusal };
    case "advised":
      return { kind: "advised", reasons: answer.reasons };
    case "held":
      return { kind: "held" };
  }
}
