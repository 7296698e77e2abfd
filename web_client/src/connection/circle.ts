/**
 * Puts the connection together, and decides one thing: where a tab belongs when a line is new.
 * A seat comes before a desk, a desk before a link, and without any of them there is the front.
 */
import { signal } from "@preact/signals";
import type { PairingReply, ServerFrame } from "../protocol/generated";
import type { Circle, Outcome, Place } from "./api";
import { type Parting, whyAfter } from "./closing";
import { Door } from "./door";
import { newCommandId } from "./ids";
import { outcomeOf, refusedHere } from "./outbox";
import { watchOver } from "./pulse";
import { Seat } from "./seat";
import type { Hosting, Surroundings } from "./surroundings";
import { Tab } from "./tab";
import { roomWishes } from "./wishes";

const TRY_AGAIN_AFTER = 3_000;
/** Doors of facilitators and hosts: what lies behind them is fetched while they are looked at. */
const HOSTING: readonly Place["at"][] = ["facilitator_door", "co_facilitator_door", "host_door", "trial_door"];

export function openCircle(around: Surroundings): Circle {
  const tab: Tab = new Tab(around, {
    ready: (welcome) => {
      tab.welcome.value = welcome;
      void arrive();
    },
    heard: (frame) => hear(frame),
    lost: () => {
      tab.outbox.shut();
      seat.lineLost();
    },
    ended: (parting) => {
      tab.outbox.shut();
      ended(parting);
    },
  });
  const seat = new Seat(tab);
  const door = new Door(tab, seat);
  const pairing = signal<PairingReply | null>(null);

  async function arrive(): Promise<void> {
    if (seat.expected) {
      const arrival = await seat.comeBack();
      if (arrival !== "ended") return;
      const { newest } = tab.pace;
      const waits = newest.at === "co_facilitator_door" && newest.asked !== null;
      const asking = waits || (["knock", "enter_as_facilitator", "ask_to_facilitate"] as const).some((type) => tab.outbox.has(type));
      if (!asking && (seat.sitting || (tab.link === null && tab.keeping.desk === null))) return seat.end("seat_ended");
      // A knock that never arrived: the link is still in the address, so the door is where one was.
      if (!asking) tab.keeping.forgetSeat();
    }
    const newest = tab.pace.newest.at;
    const back = await backAtDesk(newest !== "ready" && !seat.expected);
    if (back === "lost") return;
    tab.outbox.open("door");
    if (back || seat.expected) return;
    if (tab.link === null) {
      tab.show({ at: "front" });
      tab.rest();
    } else if (newest === "looking" || newest === "front") {
      if (!tab.outbox.has("look")) void look();
    }
  }

  let made: ReturnType<typeof make> | null = null;
  const make = (hosting: Hosting) => {
    const desk = new hosting.Desk(tab, seat, pairing);
    return { desk, both: new hosting.Pairing(tab, seat, door, desk) };
  };
  async function hosted(wish: (at: ReturnType<typeof make>) => Promise<Outcome>): Promise<Outcome> {
    try {
      made ??= make(await around.hosting());
    } catch {
      return outcomeOf(refusedHere("", "our_mistake")); // it has not arrived; the next tap asks for it again
    }
    return wish(made);
  }

  async function look(): Promise<Outcome> {
    const outcome = await door.look();
    if (HOSTING.includes(tab.pace.newest.at)) void hosted(() => Promise.resolve(outcome));
    return outcome;
  }

  async function backAtDesk(show: boolean): Promise<boolean | "lost"> {
    if (tab.keeping.desk === null) return false;
    try {
      made ??= make(await around.hosting());
    } catch {
      around.later(TRY_AGAIN_AFTER, () => tab.line.renew());
      return "lost";
    }
    return made.desk.comeBack(show);
  }

  function hear(frame: ServerFrame): void {
    switch (frame.frame) {
      case "accepted":
      case "refused":
      case "advised":
      case "held":
        return tab.outbox.answered(frame);
      default:
        return seat.heard(frame);
    }
  }

  function ended(parting: Parting): void {
    if (parting.comeBack === "no") return seat.expected ? seat.end(whyAfter(parting.word)) : undefined;
    // Reload once by itself, as after an upgrade; a second time only when the person asks for it.
    if (tab.keeping.reloaded) return;
    tab.keeping.reloaded = true;
    void reload();
  }

  async function reload(): Promise<void> {
    await tab.drafts.seal();
    around.reload();
  }

  function openNewLink(): void {
    if (seat.expected) return;
    tab.link = around.link();
    if (tab.link === null) return;
    tab.show({ at: "looking" });
    void look();
  }

  around.onHide(() => void tab.drafts.seal());
  around.onNewLink(openNewLink);
  around.onLeaveFast(() => seat.leaveFast(newCommandId(around)));
  watchOver(tab, seat);
  const somewhere = seat.expected || tab.keeping.desk !== null || tab.link !== null;
  tab.show(somewhere ? { at: "looking" } : { at: "front" });
  tab.line.start();

  return {
    place: tab.pace.shown,
    line: tab.line.state,
    welcome: tab.welcome,
    draft: tab.drafts.draft,
    draftSurvives: signal(tab.drafts.survives),
    invitation: tab.invitation,
    reload: () => void reload(),
    lookAgain: look,
    anotherName: () => door.anotherName(),
    knock: (wish) => door.knock(wish),
    askToFacilitate: () => hosted(({ both }) => both.facilitate()),
    stopAsking: () => hosted(({ both }) => both.stop()),
    pairing,
    pairDevice: (passphrase) => hosted(({ both }) => both.device(passphrase)),
    offerPairing: (group) => hosted(({ both }) => both.offer(group)),
    lookAtPairing: () => hosted(({ both }) => both.look()),
    answerPairing: (asker, accept) => hosted(({ both }) => both.answer(asker, accept)),
    endPairing: () => hosted(({ both }) => both.end()),
    onlyThisDevice: () => hosted(({ desk }) => desk.onlyThisDevice()),
    openHostDesk: () => hosted(({ desk }) => desk.openHostDesk()),
    openTrialDesk: () => hosted(({ desk }) => desk.openTrialDesk()),
    makeFacilitator: (label) => hosted(({ desk }) => desk.makeFacilitator(label)),
    removeFacilitator: (facilitator) => hosted(({ desk }) => desk.removeFacilitator(facilitator)),
    choosePassphrase: (passphrase) => hosted(({ desk }) => desk.choosePassphrase(passphrase)),
    signIn: (passphrase) => hosted(({ desk }) => desk.signIn(passphrase)),
    leaveDesk: () => hosted(({ desk }) => desk.leaveDesk()),
    backToDesk: () => void hosted(({ desk }) => desk.backToDesk()),
    startGroup: (wish) => hosted(({ desk }) => desk.startGroup(wish)),
    prepareMeeting: (group) => hosted(({ desk }) => desk.prepareMeeting(group)),
    removeGroup: (group) => hosted(({ desk }) => desk.removeGroup(group)),
    enter: (group) => hosted(({ desk }) => desk.enter(group)),
    ...roomWishes(tab, seat),
  };
}
