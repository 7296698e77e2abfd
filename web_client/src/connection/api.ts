/**
 * What the screens may know of and ask from the connection. The screens see signals and these
 * functions, never a socket; `circle.ts` implements it, and the examples page has a still one.
 */
import type { ReadonlySignal } from "@preact/signals";
import type {
  CoFacilitatorDoorReply,
  DeskReply,
  DeviceDoorReply,
  DoorReply,
  FacilitatorDoorReply,
  HostDeskReply,
  Name,
  PairingReply,
  Refusal,
  RoomSettings,
  Welcome,
} from "../protocol/generated";
import type { AskKind, HandKind, HelpWish, Mode, OfferedRole, Phase, Signal, WishKind } from "../protocol";
import type { RoomView, WaitingView } from "../room/view";

/** Where this tab is. The screen follows; nothing else decides it. */
export type Place =
  /** No link in the address and nothing to come back to: say what this server is. */
  | { readonly at: "front" }
  /** A link is being looked at. */
  | { readonly at: "looking" }
  /** The link did not open anything; the refusal says why. */
  | { readonly at: "no_door"; readonly refusal: Refusal }
  /** The door of a circle (Welcome screen). */
  | { readonly at: "door"; readonly door: DoorReply }
  | { readonly at: "facilitator_door"; readonly door: FacilitatorDoorReply }
  /** A code for a second device: the passphrase comes next. */
  | { readonly at: "device_door"; readonly door: DeviceDoorReply }
  /** A code for facilitating one circle. `asked`: the one who shows the code is being asked, and reads this name. */
  | { readonly at: "co_facilitator_door"; readonly door: CoFacilitatorDoorReply; readonly asked: Name | null }
  | { readonly at: "host_door" }
  | { readonly at: "trial_door" }
  | { readonly at: "waiting"; readonly view: WaitingView }
  | { readonly at: "room"; readonly view: RoomView }
  | { readonly at: "desk"; readonly desk: DeskReply }
  | { readonly at: "host_desk"; readonly desk: HostDeskReply }
  /** A group was just started, or has a new invitation: ready to share (may be days before). `enter(group)` opens the meeting. */
  | { readonly at: "ready"; readonly group: string; readonly name: string; readonly link: string }
  /** The end: left by oneself, closed, declined, seat ended, closed here from another place. */
  | {
      readonly at: "after";
      readonly why: "left" | "meeting_closed" | "declined" | "seat_ended" | "open_elsewhere";
      /** A facilitator's desk is still open in this tab: `backToDesk()` goes there. */
      readonly desk: boolean;
    };

/** How the line to the server is. `lost`: trying again by itself. `reload_needed`: `reload()` helps, the seat stays. */
export type LineState = "opening" | "open" | "lost" | "reload_needed";

/** What came of a wish. `refused` carries the reason; the words of the person are never lost by it. */
export type Outcome =
  | { readonly kind: "accepted" }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "advised"; readonly reasons: readonly string[] }
  | { readonly kind: "held" };

/** Everything a screen can ask. All return when the server has answered (also after a reconnect). */
export interface Circle {
  readonly place: ReadonlySignal<Place>;
  readonly line: ReadonlySignal<LineState>;
  readonly welcome: ReadonlySignal<Welcome | null>;
  /** Words written for later, kept on this device (sealed in sessionStorage, see `drafts.ts`). */
  readonly draft: ReadonlySignal<string>;
  /** Whether the draft survives a reload here (needs a secure context). */
  readonly draftSurvives: ReadonlySignal<boolean>;
  /** The full links that belong to the place: my own facilitator link, the invitation to this meeting. */
  readonly invitation: ReadonlySignal<string | null>;
  /** What is being paired from this desk; null: no code is shown. */
  readonly pairing: ReadonlySignal<PairingReply | null>;

  /** Load the page again; seat and draft are kept. */
  reload(): void;

  // the door
  lookAgain(): Promise<Outcome>;
  anotherName(): Promise<Outcome>;
  knock(wish: { readonly listening: boolean; readonly line: string | null }): Promise<Outcome>;
  /** With a code for one circle: ask to facilitate, and go on asking until there is an answer. */
  askToFacilitate(): Promise<Outcome>;
  /** I would rather not: back to the door. */
  stopAsking(): Promise<Outcome>;

  // the desk
  openHostDesk(): Promise<Outcome>;
  openTrialDesk(): Promise<Outcome>;
  makeFacilitator(label: string): Promise<Outcome>;
  removeFacilitator(facilitator: string): Promise<Outcome>;
  choosePassphrase(passphrase: string): Promise<Outcome>;
  signIn(passphrase: string): Promise<Outcome>;
  leaveDesk(): Promise<Outcome>;
  /** Back from "ready to share", or from "after", to the desk. */
  backToDesk(): void;
  startGroup(wish: {
    readonly name: string;
    readonly mode: Mode;
    readonly door: "open" | "knock" | "locked";
    readonly agreement: readonly string[];
    /** Facilitators, or everybody in it. Holds for each of its meetings. */
    readonly held_by: "facilitators" | "members";
  }): Promise<Outcome>;
  /** A new invitation to the next meeting of a closed group. */
  prepareMeeting(group: string): Promise<Outcome>;
  removeGroup(group: string): Promise<Outcome>;
  enter(group: string): Promise<Outcome>;
  /** With a code for a second device: opens the desk here. */
  pairDevice(passphrase: string): Promise<Outcome>;
  /** A code for somebody who facilitates this open circle with me; null: for another device of mine. It becomes `pairing`. */
  offerPairing(group: string | null): Promise<Outcome>;
  /** How far it is; asked again and again while it is shown. */
  lookAtPairing(): Promise<Outcome>;
  answerPairing(asker: number, accept: boolean): Promise<Outcome>;
  /** The code is put away, here at once. */
  endPairing(): Promise<Outcome>;
  /** All my other devices have to be paired again. */
  onlyThisDevice(): Promise<Outcome>;

  // the room, everybody
  /**
   * Say the words now. They show as "sending" at once and stay in an outbox until answered, also across a lost line.
   * `replyTo`: in open conversation, the key of the row it answers.
   * The composer may be emptied at once: when the answer is not `accepted`, the words stand in `draft` again.
   */
  say(text: string, replyTo?: string | null): Promise<Outcome>;
  /** Keep words for later on this device: they become `draft`. Nothing is sent. `keep("")` puts them away. */
  keep(text: string): void;
  /**
   * What stands in the composer now, at every change. Nothing is sent and `draft` stays as it is; only so that
   * half a sentence survives a reload too: then it comes back as `draft`.
   */
  typing(text: string): void;
  take(): Promise<Outcome>;
  done(): Promise<Outcome>;
  pass(): Promise<Outcome>;
  later(): Promise<Outcome>;
  oneMinute(): Promise<Outcome>;
  passMe(on: boolean): Promise<Outcome>;
  useSecondOffer(): Promise<Outcome>;
  /** The note is for facilitators only; so are `process` and `concern` altogether. */
  raiseHand(note: string | null, kind?: HandKind | WishKind): Promise<Outcome>;
  /** Without a kind: all my hands. */
  lowerHand(kind?: HandKind | WishKind | null): Promise<Outcome>;
  listen(on: boolean): Promise<Outcome>;
  /** My seat is open in two places: close the other. */
  closeOtherPlace(): Promise<Outcome>;
  leave(): Promise<Outcome>;
  putNudgeAway(): void;
  /** Guardians and facilitators: a short pause for everybody. */
  ringBell(): Promise<Outcome>;
  /** Those who may ring learn that somebody asked, not who. */
  askForBell(): Promise<Outcome>;
  /** Those who may ring: I have seen that somebody asked. Told to nobody. */
  putBellAway(): void;
  /** Yes or not tonight, to the role that is offered to me; the offer is put away with the answer. */
  answerRole(accept: boolean): Promise<Outcome>;
  layDownRole(): Promise<Outcome>;
  /** I led before my line was lost, and would like to lead again. */
  takeLeadBack(): Promise<Outcome>;
  /** A gentle signal to the one who shares; one a turn. */
  light(signal: Signal): Promise<Outcome>;
  /** No gentle signals while I share; or again. */
  quietForMe(on: boolean): Promise<Outcome>;
  /** What would help me when I share. Private until I have the piece. */
  chooseHelp(help: HelpWish): Promise<Outcome>;
  /** I have something for the one who shared: do they want it? They are not told who asks. */
  askSharer(kind: AskKind): Promise<Outcome>;
  answerAsk(ask: number, yes: boolean): Promise<Outcome>;
  /** The sharer's yes, or not quite, to "what I heard". */
  answerHeard(yes: boolean): Promise<Outcome>;
  /** The piece goes to this person next. */
  passTo(seat: number): Promise<Outcome>;
  takeFromCentre(): Promise<Outcome>;
  /** Facilitators: as much time again for the one who has the piece. */
  giveTime(): Promise<Outcome>;

  // the room, facilitators
  admit(seat: number): Promise<Outcome>;
  admitAll(): Promise<Outcome>;
  decline(seat: number): Promise<Outcome>;
  setDoor(level: "open" | "knock" | "locked"): Promise<Outcome>;
  setMode(wish: {
    readonly mode: Mode;
    readonly prompt: string;
    readonly now: boolean;
  }): Promise<Outcome>;
  /** The phases of this meeting; `phase`: which of them is running, if one is. */
  setRunSheet(phases: readonly Phase[], phase: number | null): Promise<Outcome>;
  beginPhase(wish: { readonly phase: number; readonly prompt: string; readonly now: boolean }): Promise<Outcome>;
  /** `order`: as a facilitator named them; otherwise as the room chose. */
  startRound(prompt: string, order?: readonly number[]): Promise<Outcome>;
  offerPiece(seat: number | null): Promise<Outcome>;
  moveOn(): Promise<Outcome>;
  /** Quiet for so many seconds (null: until it is ended), with a few words of intention or none. */
  beginSilence(seconds: number | null, intention: string): Promise<Outcome>;
  endSilence(): Promise<Outcome>;
  offerRole(seat: number, role: OfferedRole): Promise<Outcome>;
  /** To the other facilitators only. */
  sayAside(text: string): Promise<Outcome>;
  /** Some of the room's settings; the others stay as this screen knows them. */
  changeSettings(change: Partial<RoomSettings>): Promise<Outcome>;
  settleWish(seat: number, kind: WishKind, givePiece: boolean): Promise<Outcome>;
  closeList(closed: boolean): Promise<Outcome>;
  lastWord(seat: number): Promise<Outcome>;
  clearHands(): Promise<Outcome>;
  lowerHandOf(seat: number): Promise<Outcome>;
  renewInvitation(): Promise<Outcome>;
  closeMeeting(): Promise<Outcome>;
}

/** Named only so that screens can show times in words without reaching into the snapshot. */
export type Times = RoomSettings;
