/**
 * What a person may wish in the room, turned into commands with the turn they belong to.
 * It asks and reports; whether it may be is the room's to say.
 */
import type { Wish } from "../protocol";
import type { RoomSnapshot } from "../protocol/generated";
import type { Circle, Outcome } from "./api";
import { newCommandId, newKey } from "./ids";
import { outcomeOf, refusedHere } from "./outbox";
import type { Seat } from "./seat";
import type { Tab } from "./tab";

/** Leaving does not wait for a line that may not come back. */
const LEAVE_WAITS = 2_000;

type RoomWishes = Omit<
  Circle,
  | ("place" | "line" | "welcome" | "draft" | "draftSurvives" | "invitation" | "reload")
  | ("lookAgain" | "anotherName" | "knock" | "openHostDesk" | "openTrialDesk" | "makeFacilitator" | "enter")
  | ("removeFacilitator" | "choosePassphrase" | "signIn" | "leaveDesk" | "backToDesk" | "startGroup")
  | ("prepareMeeting" | "removeGroup" | "askToFacilitate" | "stopAsking" | "pairing" | "pairDevice" | "offerPairing")
  | ("lookAtPairing" | "answerPairing" | "endPairing" | "onlyThisDevice")
>;

export function roomWishes(tab: Tab, seat: Seat): RoomWishes {
  const room = (): RoomSnapshot | null => (seat.seen.at === "room" ? seat.seen.view.snapshot : null);
  const ask = (wish: Wish): Promise<Outcome> =>
    seat.expected ? tab.asked(wish, "room") : Promise.resolve(outcomeOf(refusedHere("", "not_here")));
  /** For wishes about the turn that is going on, as this screen knows it. */
  const inTurn = (type: "take" | "done" | "pass" | "later" | "one_minute" | "move_on" | "give_time"): Promise<Outcome> => {
    const turn = room()?.turn?.turn;
    return turn === undefined ? Promise.resolve(outcomeOf(refusedHere("", "stale_turn"))) : ask({ type, turn });
  };

  const ofTurn = (wish: (turn: number) => Wish): Promise<Outcome> => {
    const turn = room()?.turn?.turn;
    return turn === undefined ? Promise.resolve(outcomeOf(refusedHere("", "stale_turn"))) : ask(wish(turn));
  };

  return {
    say: (text, replyTo = null) => say(tab, seat, room(), text, replyTo),
    keep: (text) => tab.drafts.keep(text),
    typing: (text) => tab.drafts.typing(text),
    take: () => inTurn("take"),
    done: () => inTurn("done"),
    pass: () => inTurn("pass"),
    later: () => inTurn("later"),
    oneMinute: () => inTurn("one_minute"),
    passMe: (on) => ask({ type: "pass_me", on }),
    useSecondOffer: () => ask({ type: "use_second_offer" }),
    raiseHand: (note, kind = "share") => ask({ type: "raise_hand", kind, note }),
    lowerHand: (kind = null) => ask({ type: "lower_hand", kind }),
    listen: (on) => ask({ type: "listen", on }),
    closeOtherPlace: () => closeOtherPlace(tab),
    leave: () => leave(tab, seat),
    putNudgeAway: () => seat.change((seen, folding) => folding.nudgePutAway(seen)),
    ringBell: () => ask({ type: "ring_bell" }),
    askForBell: () => ask({ type: "ask_for_bell" }),
    putBellAway: () => seat.change((seen, folding) => folding.bellPutAway(seen)),
    answerRole: (accept) => ask({ type: "answer_role", accept }),
    takeLeadBack: () => ask({ type: "take_lead_back" }),
    layDownRole: () => ask({ type: "lay_down_role" }),
    light: (signal) => ofTurn((turn) => ({ type: "light", turn, signal })),
    chooseHelp: (help) => ask({ type: "choose_help", help }),
    askSharer: (kind) => ofTurn((turn) => ({ type: "ask_sharer", turn, kind })),
    answerAsk: (number, yes) => ofTurn((turn) => ({ type: "answer_ask", turn, ask: number, yes })),
    answerHeard: (yes) => ofTurn((turn) => ({ type: "answer_heard", turn, yes })),
    passTo: (person) => ofTurn((turn) => ({ type: "pass_to", turn, seat: person })),
    takeFromCentre: () => ask({ type: "take_from_centre", after: room()?.turns ?? 0 }),
    quietForMe: (on) => ask({ type: "quiet_for_me", on }),
    giveTime: () => inTurn("give_time"),

    admit: (person) => ask({ type: "admit", seat: person }),
    admitAll: () => ask({ type: "admit_all" }),
    decline: (person) => ask({ type: "decline", seat: person }),
    setDoor: (level) => ask({ type: "set_door", level }),
    setMode: (wish) => ask({ type: "set_mode", ...wish }),
    setRunSheet: (phases, phase) => ask({ type: "set_run_sheet", phases, phase }),
    beginPhase: (wish) => ask({ type: "begin_phase", ...wish }),
    startRound: (prompt, order) => ask({ type: "start_round", prompt, order: order === undefined ? null : [...order] }),
    offerPiece: (person) => ask({ type: "offer_piece", seat: person }),
    moveOn: () => inTurn("move_on"),
    lowerHandOf: (person) => ask({ type: "lower_hand_of", seat: person }),
    beginSilence: (seconds, intention) => ask({ type: "begin_silence", seconds, intention }),
    endSilence: () => ask({ type: "end_silence" }),
    offerRole: (person, role) => ask({ type: "offer_role", seat: person, role }),
    sayAside: (text) => ask({ type: "say_aside", text }),
    changeSettings: (change) => {
      const settings = room()?.settings;
      if (settings === undefined) return Promise.resolve(outcomeOf(refusedHere("", "not_here")));
      return ask({ type: "change_settings", settings: { ...settings, ...change } });
    },
    settleWish: (person, kind, givePiece) => ask({ type: "settle_wish", seat: person, kind, give_piece: givePiece }),
    closeList: (closed) => ask({ type: "close_list", closed }),
    lastWord: (person) => ask({ type: "last_word", seat: person }),
    clearHands: () => ask({ type: "clear_hands" }),
    renewInvitation: () => renewInvitation(tab),
    closeMeeting: () => ask({ type: "close_meeting" }),
  };
}

async function say(tab: Tab, seat: Seat, room: RoomSnapshot | null, text: string, replyTo: string | null): Promise<Outcome> {
  if (room === null) return outcomeOf(refusedHere("", "not_here"));
  const id = newCommandId(tab.around);
  // In my own turn, and in the time to respond to somebody's, words belong to the turn.
  const turn = room.turn !== null && (room.turn.seat === room.you.seat || room.turn.stage === "responding") ? room.turn.turn : null;
  seat.change((seen, folding) => folding.sending(seen, id, text, replyTo));
  const answered = tab.ask({ type: "say", turn, text, reply_to: replyTo }, "room", id);
  // From now on the words are among the unheard, and are sealed with the draft until the answer is here.
  tab.drafts.said(text);
  const outcome = outcomeOf(await answered);
  if (!seat.sitting) return outcome;
  if (outcome.kind === "accepted") {
    void tab.drafts.seal();
    return outcome;
  }
  seat.change((seen, folding) => folding.notSent(seen, id));
  tab.drafts.giveBack(text);
  return outcome;
}

/** The new key is written down before it is sent: whichever of the two the server has, the seat is found. */
async function closeOtherPlace(tab: Tab): Promise<Outcome> {
  const kept = tab.keeping.seat;
  if (kept === null) return outcomeOf(refusedHere("", "not_here"));
  const key = newKey(tab.around);
  tab.keeping.seat = { ...kept, next: key };
  const outcome = await tab.asked({ type: "change_key", key }, "room");
  const now = tab.keeping.seat;
  if (now === null || now.key === key) return outcome;
  const { next: _, ...rest } = now;
  tab.keeping.seat = outcome.kind === "accepted" ? { ...rest, key } : rest;
  return outcome;
}

async function renewInvitation(tab: Tab): Promise<Outcome> {
  const answer = await tab.ask({ type: "renew_invitation" }, "room");
  const reply = answer.frame === "accepted" ? answer.reply : null;
  const kept = tab.keeping.seat;
  if (reply?.type === "meeting" && kept !== null) {
    tab.keeping.seat = { ...kept, invitation: reply.invitation };
    tab.invitation.value = tab.linkTo(reply.invitation);
  }
  return outcomeOf(answer);
}

function leave(tab: Tab, seat: Seat): Promise<Outcome> {
  return new Promise((resolve) => {
    let cancel = () => {};
    const gone = () => {
      cancel();
      if (seat.expected) seat.end("left");
      resolve({ kind: "accepted" });
    };
    if (tab.line.state.value !== "open") return gone();
    cancel = tab.around.later(LEAVE_WAITS, gone);
    void tab.ask({ type: "leave" }, "room").then(gone);
  });
}
