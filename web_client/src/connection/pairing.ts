/**
 * Pairing, on both sides: the code on my first screen, a second device that opens my desk, somebody who asks to facilitate.
 * Loaded when it is needed, because most people never need it. Keeps no code anywhere but in the address and on the screen.
 */
import type { Wish } from "../protocol";
import type { CoFacilitatorDoorReply } from "../protocol/generated";
import type { Outcome } from "./api";
import type { Desk } from "./desk";
import type { Door } from "./door";
import { newKey } from "./ids";
import { outcomeOf, refusedHere } from "./outbox";
import type { Seat } from "./seat";
import type { Tab } from "./tab";

/** The answer of a person takes as long as it takes; seeing it should not. */
const ASK_AGAIN_AFTER = 2_000;

export class Pairing {
  readonly #tab: Tab;
  readonly #seat: Seat;
  readonly #door: Door;
  readonly #desk: Desk;

  constructor(tab: Tab, seat: Seat, door: Door, desk: Desk) {
    this.#tab = tab;
    this.#seat = seat;
    this.#door = door;
    this.#desk = desk;
  }

  // --- my first screen ---

  offer = (group: string | null): Promise<Outcome> => this.#ask({ type: "offer_pairing", group });
  look = (): Promise<Outcome> => this.#ask({ type: "look_at_pairing" });
  answer = (asker: number, accept: boolean): Promise<Outcome> => this.#ask({ type: "answer_pairing", asker, accept });

  async end(): Promise<Outcome> {
    this.#desk.pairing.value = null;
    return outcomeOf(await this.#desk.ask({ type: "end_pairing" }, "desk"));
  }

  /** The code comes with the first answer only; it stays on the screen as long as its pairing. */
  async #ask(wish: Wish): Promise<Outcome> {
    const { pairing } = this.#desk;
    const before = pairing.value;
    const answer = await this.#desk.ask(wish, "desk");
    const reply = answer.frame === "accepted" ? answer.reply : null;
    const putAway = wish.type !== "offer_pairing" && pairing.value === null;
    if (reply?.type === "pairing" && !putAway) pairing.value = { ...reply, code: reply.code ?? before?.code ?? null };
    return outcomeOf(answer);
  }

  // --- the other side ---

  async device(passphrase: string): Promise<Outcome> {
    const outcome = await this.#desk.withLink((link) => ({ type: "pair_device", link, passphrase }));
    if (outcome.kind === "refused" && outcome.refusal.code === "invitation_used") {
      this.#tab.show({ at: "no_door", refusal: outcome.refusal });
    }
    return outcome;
  }

  async facilitate(): Promise<Outcome> {
    const place = this.#tab.pace.newest;
    const link = this.#tab.link;
    if (place.at !== "co_facilitator_door" || link === null) return outcomeOf(refusedHere("", "not_here"));
    const key = newKey(this.#tab.around);
    this.#seat.expect({ key, as: "facilitator" });
    return this.#askOn(link, key, place.door);
  }

  stop(): Promise<Outcome> {
    this.#tab.keeping.forgetSeat();
    return this.#door.look();
  }

  /** Asks until somebody has answered; a busy moment of the server is no answer. */
  async #askOn(link: string, key: string, door: CoFacilitatorDoorReply): Promise<Outcome> {
    const tab = this.#tab;
    const answer = await tab.ask({ type: "ask_to_facilitate", link, key, draw: door.draw }, "door");
    const place = tab.pace.newest;
    const here = place.at === "co_facilitator_door";
    const later = here && place.asked !== null && answer.frame === "refused" && answer.temporary;
    if (!later) this.#seat.answered(key, answer);
    if (here && answer.frame === "refused" && answer.refusal.code === "invitation_used") {
      tab.show({ at: "no_door", refusal: answer.refusal });
    }
    const waits = () => tab.keeping.seat?.key === key && !this.#seat.sitting;
    if (waits()) {
      const reply = answer.frame === "accepted" ? answer.reply : null;
      if (reply?.type === "asked") tab.show({ at: "co_facilitator_door", door, asked: reply.name });
      tab.around.later(ASK_AGAIN_AFTER, () => {
        if (waits()) void this.#askOn(link, key, door);
      });
    }
    return outcomeOf(answer);
  }
}
