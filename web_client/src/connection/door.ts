/**
 * At the door: looking as often as one likes, another name, and the knock that makes a seat.
 * The seat's key is made and stored before the knock leaves, so that a lost reply loses no seat.
 */
import type { DoorReply } from "../protocol/generated";
import type { Outcome } from "./api";
import { newKey } from "./ids";
import { type Answer, outcomeOf, refusedHere } from "./outbox";
import type { Seat } from "./seat";
import type { Tab } from "./tab";

/** A circle that has not opened yet is looked at again by itself. */
const LOOK_AGAIN_AFTER = 15_000;
export class Door {
  readonly #tab: Tab;
  readonly #seat: Seat;
  #cancelLook: () => void = () => {};

  constructor(tab: Tab, seat: Seat) {
    this.#tab = tab;
    this.#seat = seat;
  }

  async look(): Promise<Outcome> {
    const { link, line } = this.#tab;
    if (link === null) return outcomeOf(refusedHere("", "not_here"));
    line.start();
    const answer = await this.#tab.ask({ type: "look", link }, "door");
    if (link === this.#tab.link) this.#answered(answer);
    return outcomeOf(answer);
  }

  async anotherName(): Promise<Outcome> {
    const link = this.#tab.link;
    if (link === null) return outcomeOf(refusedHere("", "not_here"));
    const answer = await this.#tab.ask({ type: "draw_name", link }, "door");
    if (answer.frame === "accepted") this.#answered(answer);
    return outcomeOf(answer);
  }

  async knock(wish: { readonly listening: boolean; readonly line: string | null }): Promise<Outcome> {
    const place = this.#tab.pace.newest;
    const link = this.#tab.link;
    if (place.at !== "door" || link === null) return outcomeOf(refusedHere("", "not_here"));
    const key = newKey(this.#tab.around);
    this.#seat.expect({ key, as: "member" });
    const { draw, agreement } = place.door;
    const answer = await this.#tab.ask(
      { type: "knock", link, key, draw, agreement: agreement.version, listening: wish.listening, line: wish.line },
      "door",
    );
    this.#seat.answered(key, answer);
    // The door has changed meanwhile: show it as it is now, with its new agreement.
    if (answer.frame === "refused" && answer.refusal.code === "agreement_changed") void this.look();
    return outcomeOf(answer);
  }

  #answered(answer: Answer): void {
    if (this.#seat.expected) return;
    if (answer.frame === "refused") this.#tab.show({ at: "no_door", refusal: answer.refusal });
    const reply = answer.frame === "accepted" ? answer.reply : null;
    switch (reply?.type) {
      case "door":
        this.#tab.show({ at: "door", door: reply });
        this.#lookLater(reply);
        return;
      case "facilitator_door":
        return this.#tab.show({ at: "facilitator_door", door: reply });
      case "device_door":
        return this.#tab.show({ at: "device_door", door: reply });
      case "co_facilitator_door":
        return this.#tab.show({ at: "co_facilitator_door", door: reply, asked: null });
      case "host_door":
        return this.#tab.show({ at: "host_door" });
      case "trial_door":
        return this.#tab.show({ at: "trial_door" });
    }
  }

  #lookLater(door: DoorReply): void {
    this.#cancelLook();
    if (door.open) return;
    this.#cancelLook = this.#tab.around.later(LOOK_AGAIN_AFTER, () => {
      if (this.#tab.pace.newest.at === "door" && this.#tab.line.state.value === "open") void this.look();
    });
  }
}
