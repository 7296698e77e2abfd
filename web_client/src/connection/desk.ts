/**
 * The desks of hosts and facilitators: opening them, coming back to them, and what is asked there.
 * The session is kept for this tab only; a desk never shows the invitation and its own link in one place.
 */
import type { Signal } from "@preact/signals";
import type { Wish } from "../protocol";
import type { DeskReply, HostDeskReply, MeetingReply, PairingReply } from "../protocol/generated";
import type { Circle, Outcome } from "./api";
import { newKey } from "./ids";
import { type Answer, type Gate, outcomeOf, refusedHere } from "./outbox";
import type { Seat } from "./seat";
import type { Tab } from "./tab";

type StartWish = Parameters<Circle["startGroup"]>[0];

export class Desk {
  readonly pairing: Signal<PairingReply | null>;
  readonly #tab: Tab;
  readonly #seat: Seat;
  #desk: DeskReply | null = null;
  /** The facilitator's own link, while this page still knows it. */
  #ownLink: string | null = null;
  /** Invitations this page has seen, by group. */
  readonly #invitations = new Map<string, string>();

  constructor(tab: Tab, seat: Seat, pairing: Signal<PairingReply | null>) {
    this.pairing = pairing;
    this.#tab = tab;
    this.#seat = seat;
  }

  /** A new line: take the session up again. False: it has ended, or there is none. */
  async comeBack(show: boolean): Promise<boolean | "lost"> {
    const session = this.#tab.keeping.desk;
    if (session === null) return false;
    const answer = await this.#tab.once({ type: "return_to_desk", session });
    if (answer === null) return "lost";
    if (answer.frame !== "accepted") {
      this.#forget();
      return false;
    }
    this.#open(answer, show);
    return true;
  }

  openHostDesk = (): Promise<Outcome> => this.withLink((link) => ({ type: "open_host_desk", link }));
  openTrialDesk = (): Promise<Outcome> => this.withLink((link) => ({ type: "open_trial_desk", link }));
  choosePassphrase = (passphrase: string): Promise<Outcome> =>
    this.withLink((link) => ({ type: "choose_passphrase", link, passphrase }), true);
  signIn = (passphrase: string): Promise<Outcome> =>
    this.withLink((link) => ({ type: "sign_in", link, passphrase }), true);

  makeFacilitator = (label: string): Promise<Outcome> => this.#change({ type: "make_facilitator", label });
  removeFacilitator = (facilitator: string): Promise<Outcome> =>
    this.#change({ type: "remove_facilitator", facilitator });
  removeGroup = (group: string): Promise<Outcome> => this.#change({ type: "remove_group", group });

  onlyThisDevice = (): Promise<Outcome> => this.#change({ type: "only_this_device" });

  async startGroup(wish: StartWish): Promise<Outcome> {
    const answer = await this.ask({ type: "start_group", ...wish }, "desk");
    this.#ready(answer, wish.name);
    return outcomeOf(answer);
  }

  async prepareMeeting(group: string): Promise<Outcome> {
    const answer = await this.ask({ type: "prepare_meeting", group }, "desk");
    this.#ready(answer, this.#desk?.groups.find((mine) => mine.group === group)?.name ?? "");
    return outcomeOf(answer);
  }

  async enter(group: string): Promise<Outcome> {
    const key = newKey(this.#tab.around);
    const known = this.#invitations.get(group) ?? this.#desk?.groups.find((mine) => mine.group === group)?.invitation;
    this.#seat.expect({ key, as: "facilitator", ...(known ? { invitation: known } : {}) });
    const answer = await this.ask({ type: "enter_as_facilitator", group, key }, "desk");
    this.#seat.answered(key, answer);
    return outcomeOf(answer);
  }

  async backToDesk(): Promise<Outcome> {
    if (this.#tab.keeping.desk === null) return outcomeOf(refusedHere("", "session_ended"));
    if (this.#desk !== null) this.#show(this.#desk);
    else this.#tab.show({ at: "looking" });
    if (this.#tab.line.running) await this.comeBack(true);
    else this.#tab.line.start();
    return { kind: "accepted" };
  }

  async leaveDesk(): Promise<Outcome> {
    const answer = await this.ask({ type: "leave_desk" }, "desk");
    this.#forget();
    this.#tab.rest();
    this.#tab.show({ at: "front" });
    return outcomeOf(answer);
  }

  /** Opens a desk with the secret in the address; `own`: that secret is the facilitator's to keep. */
  async withLink(wish: (link: string) => Wish, own = false): Promise<Outcome> {
    const link = this.#tab.link;
    if (link === null) return outcomeOf(refusedHere("", "not_here"));
    const answer = await this.ask(wish(link), "door");
    if (answer.frame === "accepted") {
      this.#ownLink = own ? this.#tab.linkTo(link) : null;
      this.#tab.link = null;
      this.#tab.forgetLink();
      this.#open(answer, true);
    }
    return outcomeOf(answer);
  }

  /** A wish after which the desk looks different: shows it as the answer has it, or looks again. */
  async #change(wish: Wish): Promise<Outcome> {
    const answer = await this.ask(wish, "desk");
    if (answer.frame === "accepted") {
      if (answer.reply === null) await this.comeBack(true);
      else this.#open(answer, true);
    }
    return outcomeOf(answer);
  }

  async ask(wish: Wish, gate: Gate): Promise<Answer> {
    const answer = await this.#tab.ask(wish, gate);
    const ended = answer.frame === "refused" && answer.refusal.code === "session_ended";
    if (ended) {
      this.#forget();
      this.#tab.show({ at: "no_door", refusal: answer.refusal });
    }
    return answer;
  }

  #open(answer: Answer, show: boolean): void {
    const reply = answer.frame === "accepted" ? answer.reply : null;
    if (reply?.type === "meeting") return this.#ready(answer, "");
    if (reply?.type !== "desk" && reply?.type !== "host_desk") return;
    this.#tab.keeping.desk = reply.session;
    if (reply.type === "desk") {
      if (reply.link !== null) this.#ownLink = this.#tab.linkTo(reply.link);
      // Shown once by the server; here for as long as this page stays at the desk.
      this.#desk = { ...reply, link: reply.link ?? this.#desk?.link ?? null };
    }
    if (show) this.#show(reply.type === "desk" && this.#desk !== null ? this.#desk : reply);
    this.#tab.outbox.open("desk");
  }

  #show(desk: DeskReply | HostDeskReply): void {
    if (desk.type === "desk") {
      this.#tab.invitation.value = this.#ownLink;
      this.#tab.show({ at: "desk", desk });
    } else {
      this.#tab.invitation.value = desk.link === null ? null : this.#tab.linkTo(desk.link);
      this.#tab.show({ at: "host_desk", desk });
    }
  }

  #ready(answer: Answer, name: string): void {
    const reply = answer.frame === "accepted" ? answer.reply : null;
    if (reply?.type !== "meeting") return;
    const { group, invitation }: MeetingReply = reply;
    this.#invitations.set(group, invitation);
    const link = this.#tab.linkTo(invitation);
    this.#tab.invitation.value = link;
    this.#tab.show({ at: "ready", group, name, link });
  }

  #forget(): void {
    this.#tab.keeping.desk = null;
    this.#tab.outbox.giveUp(["desk"], "session_ended");
    this.#desk = null;
    this.#ownLink = null;
    this.pairing.value = null;
    this.#invitations.clear();
    this.#tab.invitation.value = null;
  }
}
