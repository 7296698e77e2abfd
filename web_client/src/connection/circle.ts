/**
 * Puts the connection together, and decides one thing: where a tab belongs when a line is new.
 * A seat comes before a desk, a desk before a link, and without any of them there is the front.
 */
import { signal } from "@preact/signals";
import type { ServerFrame } from "../protocol/generated";
import type { Circle, Outcome } from "./api";
import { type Parting, whyAfter } from "./closing";
import { Desk } from "./desk";
import { Door } from "./door";
import { newCommandId } from "./ids";
import { outcomeOf, refusedHere } from "./outbox";
import type { Pairing } from "./pairing";
import { watchOver } from "./pulse";
import { Seat } from "./seat";
import type { Surroundings } from "./surroundings";
import { Tab } from "./tab";
import { roomWishes } from "./wishes";

const loadPairing = () => import("./pairing");

/** `load`: brings what pairs; a part of its own, so that the first visit need not wait for it. */
export function openCircle(around: Surroundings, load: () => Promise<{ readonly Pairing: typeof Pairing }> = loadPairing): Circle {
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
  const desk = new Desk(tab, seat);

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
    const back = await desk.comeBack(newest !== "ready" && !seat.expected);
    if (back === "lost") return;
    tab.outbox.open("door");
    if (back || seat.expected) return;
    if (tab.link === null) {
      tab.show({ at: "front" });
      tab.rest();
    } else if (newest === "looking" || newest === "front") {
      if (!tab.outbox.has("look")) void door.look();
    }
  }

  let pairing: Pairing | null = null;
  async function paired(wish: (both: Pairing) => Promise<Outcome>): Promise<Outcome> {
    try {
      pairing ??= new (await load()).Pairing(tab, seat, door, desk);
    } catch {
      return outcomeOf(refusedHere("", "our_mistake")); // it has not arrived; the next tap asks for it again
    }
    return wish(pairing);
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
    void door.look();
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
    lookAgain: () => door.look(),
    anotherName: () => door.anotherName(),
    knock: (wish) => door.knock(wish),
    askToFacilitate: () => paired((both) => both.facilitate()),
    stopAsking: () => paired((both) => both.stop()),
    pairing: desk.pairing,
    pairDevice: (passphrase) => paired((both) => both.device(passphrase)),
    offerPairing: (group) => paired((both) => both.offer(group)),
    lookAtPairing: () => paired((both) => both.look()),
    answerPairing: (asker, accept) => paired((both) => both.answer(asker, accept)),
    endPairing: () => paired((both) => both.end()),
    onlyThisDevice: desk.onlyThisDevice,
    openHostDesk: desk.openHostDesk,
    openTrialDesk: desk.openTrialDesk,
    makeFacilitator: desk.makeFacilitator,
    removeFacilitator: desk.removeFacilitator,
    choosePassphrase: desk.choosePassphrase,
    signIn: desk.signIn,
    leaveDesk: () => desk.leaveDesk(),
    backToDesk: () => desk.backToDesk(),
    startGroup: (wish) => desk.startGroup(wish),
    prepareMeeting: (group) => desk.prepareMeeting(group),
    removeGroup: desk.removeGroup,
    enter: (group) => desk.enter(group),
    ...roomWishes(tab, seat),
  };
}
