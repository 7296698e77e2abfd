/**
 * My seat: folding what the room sends, coming back to it on every new line, and its end.
 * Wishes of the room are in `wishes.ts`; the key and the draft are kept in `keeping.ts` and `drafts.ts`.
 */
import type { SeatReply, ServerFrame } from "../protocol/generated";
import { markOf, NOWHERE, type Seen, skips } from "../room/seen";
import type { Place } from "./api";
import type { KeptSeat } from "./keeping";
import type { Answer } from "./outbox";
import type { Folding } from "./surroundings";
import type { Tab } from "./tab";

type Why = Extract<Place, { at: "after" }>["why"];
type Arrival = "back" | "ended" | "lost";

const TRY_AGAIN_AFTER = 3;
const MINUTE = 60_000;

export class Seat {
  readonly #tab: Tab;
  #seen: Seen = NOWHERE;
  /** Makes a room of what the server sends; loaded with the first seat. */
  #folding: Folding | null = null;
  /** What came before it had arrived. */
  #early: ServerFrame[] = [];
  #sitting = false;
  #lostAt: number | null = null;
  /** Ask for a whole snapshot next time, whatever has been seen. */
  #afresh = false;
  /** The prompt of a span, in case a restart of the server loses it. */
  #prompt: { readonly span: number; readonly text: string } | null = null;

  constructor(tab: Tab) {
    this.#tab = tab;
  }

  get seen(): Seen {
    return this.#seen;
  }

  /** The server has confirmed this seat in this life of the page. */
  get sitting(): boolean {
    return this.#sitting;
  }

  /** A key is stored: there is a seat, or a knock is on its way. */
  get expected(): boolean {
    return this.#tab.keeping.seat !== null;
  }

  /** Before a knock: the key is written down first. */
  expect(kept: KeptSeat): void {
    this.#seen = NOWHERE;
    this.#sitting = false;
    this.#tab.keeping.seat = kept;
    void this.#load();
  }

  async #load(): Promise<void> {
    if (this.#folding !== null) return;
    try {
      this.#folding = await this.#tab.around.folding();
    } catch {
      this.#tab.around.later(TRY_AGAIN_AFTER * 1000, () => void this.#load());
      return;
    }
    for (const frame of this.#early.splice(0)) this.heard(frame);
  }

  /** What came of the knock, or of entering as facilitator. */
  answered(key: string, answer: Answer): void {
    const kept = this.#tab.keeping.seat;
    if (kept?.key !== key || this.#sitting) return;
    const reply = answer.frame === "accepted" ? answer.reply : null;
    if (reply?.type === "seat") this.#sit(kept, reply);
    else if (answer.frame === "refused") this.#tab.keeping.forgetSeat();
  }

  /** A new line: find the seat again. `ended`: the server knows none for this key. */
  async comeBack(): Promise<Arrival> {
    const kept = this.#tab.keeping.seat;
    if (kept === null) return "ended";
    void this.#load();
    for (const key of kept.next === undefined ? [kept.key] : [kept.next, kept.key]) {
      const answer = await this.#tab.once({ type: "resume", key, ...markOf(this.#afresh ? NOWHERE : this.#seen) });
      if (answer === null || this.#tab.keeping.seat === null) return "lost";
      const reply = answer.frame === "accepted" ? answer.reply : null;
      if (reply?.type === "seat") {
        const { next: _, ...rest } = kept;
        this.#sit({ ...rest, key }, reply);
        return "back";
      }
      if (answer.frame === "refused" && answer.refusal.code !== "seat_ended") return this.#tryAgain(answer);
    }
    return "ended";
  }

  #tryAgain(answer: Extract<Answer, { frame: "refused" }>): Arrival {
    const seconds = answer.refusal.arguments.seconds ?? TRY_AGAIN_AFTER;
    this.#tab.around.later(seconds * 1000, () => this.#tab.line.renew());
    return "lost";
  }

  #sit(kept: KeptSeat, reply: SeatReply): void {
    const { keeping, around, drafts, outbox, invitation } = this.#tab;
    const { invitation: known, ...rest } = kept;
    const secret = reply.invitation ?? known;
    keeping.seat = secret === undefined ? rest : { ...rest, invitation: secret };
    this.#sitting = true;
    around.setNeutralSite(reply.neutral_site);
    this.#tab.forgetLink();
    invitation.value = secret === undefined ? null : this.#tab.linkTo(secret);
    // The seat is there, so what asked for it was heard, even if its answer was lost.
    const heard = (id: string): Answer => ({ frame: "accepted", id, number: null, reply });
    outbox.settle("knock", heard);
    outbox.settle("enter_as_facilitator", heard);
    outbox.settle("ask_to_facilitate", heard);
    outbox.open("room");
    around.later(MINUTE, () => {
      if (this.#sitting) keeping.reloaded = false;
    });
    void drafts.useKey(reply.draft_key).then(() => this.#settleDrafts());
    this.show();
  }

  #settleDrafts(): void {
    if (this.#seen.at !== "room" || !this.#sitting) return;
    this.#tab.drafts.settle(new Set(this.#seen.view.snapshot.said.map((words) => words.command)));
  }

  lineLost(): void {
    this.#lostAt ??= this.#tab.around.now();
  }

  heard(frame: ServerFrame): void {
    if (!this.expected) return;
    if (this.#folding === null) {
      this.#early.push(frame);
      return;
    }
    // A hole in the numbers would be a mistake of ours on either side; a fresh line asks for the whole.
    if (skips(this.#seen, frame)) {
      this.#afresh = true;
      return this.#tab.line.renew();
    }
    const before = this.#seen;
    const away = this.#lostAt === null ? null : Math.floor((this.#tab.around.now() - this.#lostAt) / MINUTE);
    this.change((seen, folding) => folding.foldFrame(seen, frame, away));
    if (this.#seen === before) return;
    this.#lostAt = null;
    if (frame.frame === "snapshot") {
      this.#afresh = false;
      this.#settleDrafts();
    }
    this.#keepPrompt();
    if (frame.frame === "event" && frame.event.type === "invitation_renewed") this.#forgetInvitation(frame.event.by);
  }

  /** Another facilitator has made a new link: the one shown here opens nothing any more. */
  #forgetInvitation(by: number): void {
    const kept = this.#tab.keeping.seat;
    if (kept === null || this.#seen.at !== "room" || by === this.#seen.view.snapshot.you.seat) return;
    const { invitation: _, ...rest } = kept;
    this.#tab.keeping.seat = rest;
    this.#tab.invitation.value = null;
  }

  change(how: (seen: Seen, folding: Folding) => Seen): void {
    if (this.#folding === null) return;
    const before = this.#seen;
    this.#seen = how(before, this.#folding);
    if (this.#seen !== before) this.show();
  }

  show(): void {
    if (this.#seen.at === "waiting") this.#tab.show({ at: "waiting", view: this.#seen.view });
    if (this.#seen.at === "room") this.#tab.show({ at: "room", view: this.#seen.view });
  }

  /** After a restart the server has only the prompt's hash: whoever still has the words hands them back. */
  #keepPrompt(): void {
    if (this.#seen.at !== "room") return;
    const { prompt, prompt_lost, span } = this.#seen.view.snapshot;
    if (!prompt_lost) {
      this.#prompt = { span, text: prompt };
      return;
    }
    const kept = this.#prompt;
    this.#prompt = null;
    if (kept?.span === span && kept.text !== "") {
      void this.#tab.ask({ type: "give_back", prompt: kept.text }, "room");
    }
  }

  /** The end of the seat, for whatever reason: nothing of it stays in this tab. */
  end(why: Why): void {
    this.forget();
    this.#tab.rest();
    this.#tab.show({ at: "after", why, desk: this.#tab.keeping.desk !== null });
  }

  forget(): void {
    const { keeping, drafts, outbox, invitation } = this.#tab;
    this.#sitting = false;
    this.#seen = NOWHERE;
    this.#early = [];
    this.#prompt = null;
    this.#lostAt = null;
    outbox.giveUp(["door", "desk", "room"], "seat_ended");
    drafts.forget();
    keeping.forgetSeat();
    invitation.value = null;
    this.#tab.link = null;
    this.#tab.forgetLink();
  }

  /** Leave fast: one frame, without waiting, and nothing kept. */
  leaveFast(id: string): void {
    if (this.#sitting) this.#tab.line.send({ id, type: "leave" });
    this.#tab.rest();
    this.forget();
    this.#tab.keeping.desk = null;
  }
}
