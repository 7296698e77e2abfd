/** A circle that stands still: shows one place, says yes to everything, sends nothing. For tests and the examples page. */
import { signal } from "@preact/signals";
import type { Circle, LineState, Outcome, Place } from "../connection/api";
import type { PairingReply } from "../protocol/generated";

export interface Still extends Circle {
  readonly asked: string[];
}

interface StillOf {
  readonly place: Place;
  readonly line?: LineState;
  readonly draft?: string;
  readonly invitation?: string | null;
  readonly answer?: Outcome;
  readonly pairing?: PairingReply | null;
}

export function stillCircle({ place, line = "open", draft = "", invitation = null, answer = { kind: "accepted" }, pairing = null }: StillOf): Still {
  const asked: string[] = [];
  const words = signal(draft);
  const yes = (what: string) => (): Promise<Outcome> => {
    asked.push(what);
    return Promise.resolve(answer);
  };
  const wish = (what: string) => (...values: readonly unknown[]) => {
    asked.push([what, ...values.map((value) => JSON.stringify(value))].join(" "));
    return Promise.resolve(answer);
  };
  return {
    asked,
    place: signal(place),
    line: signal(line),
    welcome: signal(null),
    draft: words,
    draftSurvives: signal(true),
    invitation: signal(invitation),
    pairing: signal(pairing),
    reload: () => void asked.push("reload"),
    lookAgain: yes("lookAgain"),
    anotherName: yes("anotherName"),
    knock: wish("knock"),
    askToFacilitate: yes("askToFacilitate"),
    stopAsking: yes("stopAsking"),
    pairDevice: yes("pairDevice"),
    offerPairing: wish("offerPairing"),
    lookAtPairing: yes("lookAtPairing"),
    answerPairing: wish("answerPairing"),
    endPairing: yes("endPairing"),
    onlyThisDevice: yes("onlyThisDevice"),
    openHostDesk: yes("openHostDesk"),
    openTrialDesk: yes("openTrialDesk"),
    makeFacilitator: wish("makeFacilitator"),
    removeFacilitator: wish("removeFacilitator"),
    choosePassphrase: yes("choosePassphrase"),
    signIn: yes("signIn"),
    leaveDesk: yes("leaveDesk"),
    backToDesk: () => void asked.push("backToDesk"),
    startGroup: wish("startGroup"),
    prepareMeeting: wish("prepareMeeting"),
    removeGroup: wish("removeGroup"),
    enter: wish("enter"),
    say: async (text, replyTo) => {
      asked.push(replyTo ? `say ${text} (to ${replyTo})` : `say ${text}`);
      if (answer.kind !== "accepted") words.value = text;
      return answer;
    },
    keep: (text) => {
      words.value = text;
      asked.push(`keep ${text}`);
    },
    typing: () => undefined,
    take: yes("take"),
    done: yes("done"),
    pass: yes("pass"),
    later: yes("later"),
    oneMinute: yes("oneMinute"),
    passMe: wish("passMe"),
    useSecondOffer: yes("useSecondOffer"),
    raiseHand: wish("raiseHand"),
    lowerHand: wish("lowerHand"),
    listen: wish("listen"),
    closeOtherPlace: yes("closeOtherPlace"),
    leave: yes("leave"),
    putNudgeAway: () => void asked.push("putNudgeAway"),
    ringBell: yes("ringBell"),
    askForBell: yes("askForBell"),
    putBellAway: () => void asked.push("putBellAway"),
    answerRole: wish("answerRole"),
    layDownRole: yes("layDownRole"),
    takeLeadBack: yes("takeLeadBack"),
    light: wish("light"),
    quietForMe: wish("quietForMe"),
    chooseHelp: wish("chooseHelp"),
    askSharer: wish("askSharer"),
    answerAsk: wish("answerAsk"),
    answerHeard: wish("answerHeard"),
    passTo: wish("passTo"),
    takeFromCentre: yes("takeFromCentre"),
    setRunSheet: wish("setRunSheet"),
    beginPhase: wish("beginPhase"),
    giveTime: yes("giveTime"),
    beginSilence: wish("beginSilence"),
    endSilence: yes("endSilence"),
    offerRole: wish("offerRole"),
    sayAside: wish("sayAside"),
    changeSettings: wish("changeSettings"),
    settleWish: wish("settleWish"),
    closeList: wish("closeList"),
    lastWord: wish("lastWord"),
    clearHands: yes("clearHands"),
    admit: wish("admit"),
    admitAll: yes("admitAll"),
    decline: wish("decline"),
    setDoor: wish("setDoor"),
    setMode: wish("setMode"),
    startRound: wish("startRound"),
    offerPiece: wish("offerPiece"),
    moveOn: yes("moveOn"),
    lowerHandOf: wish("lowerHandOf"),
    renewInvitation: yes("renewInvitation"),
    closeMeeting: yes("closeMeeting"),
  };
}
