/**
 * Where I stand and what I may do, read from my view: one answer for the turn bar and the composer.
 * It never says it in words (that is the screens'), and the server decides in the end.
 */
import type { HelpWish, Mode } from "../protocol";
import type { Person, RoomSnapshot } from "../protocol/generated";
import { mayAsk, type ReplyPlace, replyPlace } from "./responding";
import { couldBeNext, hasWindow } from "./ways";

/** My own place in what is going on, while somebody else has the piece or nobody has it. */
export type MyPlace =
  /** I just listen. */
  | { readonly in: "listening" }
  /** Still to come in the round. `place` 1: I am next. `passMe`: I asked to be passed. */
  | { readonly in: "order"; readonly place: number; readonly passMe: boolean }
  /** I said Later: once more, after those still to come. `place` counts them too. */
  | { readonly in: "later"; readonly place: number; readonly passMe: boolean }
  /** I passed this round. */
  | { readonly in: "passed" }
  /** I have had my turn this round, or came in too late for it: the round needs nothing from me. */
  | { readonly in: "rest" }
  /** My hand is up. `place` 1: I am next. `reply`: to answer straight to the running turn. */
  | { readonly in: "hands"; readonly place: number; readonly reply: boolean }
  /** My hand went up in the silence, and is shown when it ends. */
  | { readonly in: "hand_waits" }
  /** No hand up, and nothing asked of me. */
  | { readonly in: "none" };

/** What is going on, as far as I am concerned. */
export type Situation =
  /** It is quiet, and every clock stands still. `left`: seconds when it was told; null: until it is ended. */
  | {
      readonly is: "quiet";
      readonly kind: "bell" | "silence";
      readonly left: number | null;
      readonly intention: string;
      /** I keep the piece, or its offer. */
      readonly mine: boolean;
      readonly me: MyPlace;
    }
  /** No facilitator is here, and nobody has the piece: we wait. */
  | { readonly is: "unheld"; readonly me: MyPlace }
  /** Everybody may speak. `me`: hands or none (or listening). `slow`: one message in so many seconds; 0: no bound. */
  | { readonly is: "open_floor"; readonly slow: number; readonly me: MyPlace }
  /** Raised hands, and nobody has the piece. `hands`: how many are up. */
  | { readonly is: "hands_resting"; readonly me: MyPlace; readonly hands: number }
  /** We talk in rounds, and none is running: not started yet, or over. */
  | { readonly is: "no_round"; readonly me: MyPlace }
  /** A round is running, and the piece is on its way to the next. */
  | { readonly is: "between_turns"; readonly me: MyPlace }
  /** Everybody had the piece once; those who passed are asked. `me.in` "passed": I am asked; `used`: I said yes. */
  | { readonly is: "second_offer"; readonly me: MyPlace; readonly used: boolean }
  /** The piece is passed from hand to hand, and lies in the centre. `reach`: whoever likes may take it. */
  | { readonly is: "centre"; readonly reach: boolean; readonly me: MyPlace }
  /** The share is over, and there is time to respond. `who` is null once they have gone. */
  | {
      readonly is: "responding";
      readonly turn: number;
      readonly who: Person | null;
      readonly help: HelpWish;
      readonly reply: ReplyPlace;
      readonly waits: boolean;
      readonly me: MyPlace;
    }
  /** I have shared, and choose who is next. */
  | { readonly is: "i_choose"; readonly turn: number }
  /** Somebody else has shared, and chooses who is next. */
  | { readonly is: "somebody_chooses"; readonly turn: number; readonly who: Person | null; readonly waits: boolean; readonly me: MyPlace }
  /** The piece is offered to me. */
  | { readonly is: "offered_to_me"; readonly turn: number }
  /** I have the piece. `spoken`: I have said something in this turn. */
  | { readonly is: "i_hold"; readonly turn: number; readonly spoken: boolean }
  /** The piece is offered to somebody else. */
  | { readonly is: "somebody_offered"; readonly turn: number; readonly who: Person | null; readonly me: MyPlace }
  /** Somebody else has the piece. `waits`: the piece waits quietly for them. `who` is null once they have gone. */
  | {
      readonly is: "somebody_holds";
      readonly turn: number;
      readonly who: Person | null;
      readonly waits: boolean;
      readonly lastWord: boolean;
      readonly me: MyPlace;
    };

/** What the server would say yes to just now. What is false here is not offered on the screen. */
export interface May {
  /** Say now; when false, the composer's one button is Keep. */
  readonly say: boolean;
  readonly take: boolean;
  readonly done: boolean;
  readonly pass: boolean;
  readonly later: boolean;
  readonly oneMinute: boolean;
  /** Ask to be passed this round, or (`undo`) take that back. */
  readonly passMe: "ask" | "undo" | null;
  readonly raise: boolean;
  readonly lower: boolean;
  /** Ask to reply straight to what is being shared. */
  readonly respond: boolean;
  /** A facilitator's few words in somebody else's turn; once. */
  readonly interject: boolean;
  /** Answer a message in open conversation. */
  readonly reply: boolean;
  readonly ring: boolean;
  /** Privately ask those who may ring. */
  readonly askForBell: boolean;
  /** Tell facilitators alone something about the process, or a concern. */
  readonly tell: boolean;
  readonly layDown: boolean;
  readonly useSecondOffer: boolean;
  /** Tell what would help me when I share. */
  readonly chooseHelp: boolean;
  /** Ask the sharer whether they want an idea, or to hear what I heard. */
  readonly ask: { readonly idea: boolean; readonly heard: boolean };
  /** Pass the piece on to somebody, having it or being offered it. */
  readonly passOn: boolean;
  /** Take the piece from the centre. */
  readonly reach: boolean;
  /** Just listen, or take part again. */
  readonly listen: "just_listen" | "take_part";
}

export type Standing = Situation & {
  readonly mode: Mode;
  /** The way of talking that begins after this turn, if a facilitator has asked for one. */
  readonly awaited: Mode | null;
  /** No facilitator is here; what runs may finish. */
  readonly unheld: boolean;
  /** The list of hands takes no more shares. */
  readonly listClosed: boolean;
  readonly may: May;
};

/** Where I stand. */
export function standingOf(room: RoomSnapshot): Standing {
  const situation = situationOf(room);
  const { mode, awaited_mode: awaited, unheld, list_closed: listClosed } = room;
  return { ...situation, mode, awaited, unheld, listClosed, may: mayIn(room, situation) };
}

function situationOf(room: RoomSnapshot): Situation {
  const me = myPlace(room);
  if (room.silence !== null) {
    const { kind, left, intention } = room.silence;
    return { is: "quiet", kind, left, intention, mine: room.turn?.seat === room.you.seat, me };
  }
  if (room.turn !== null) return inTurn(room, room.turn, me);
  if (waitsUnheld(room)) return { is: "unheld", me };
  switch (room.mode) {
    case "raised_hands":
      return { is: "hands_resting", me, hands: room.hands.length };
    case "share_and_respond":
      return { is: "hands_resting", me, hands: room.hands.length };
    case "passing":
      return { is: "centre", reach: room.settings.take_from_centre && !room.you.listening && me.in !== "hands", me };
    case "round":
      if (room.round === null) return { is: "no_round", me };
      if (room.round.second_offer) return { is: "second_offer", me, used: room.mine.second_offer_used };
      return { is: "between_turns", me };
    default:
      return { is: "open_floor", slow: slowFor(room), me };
  }
}

/** Without a facilitator no turn begins, unless the group chose that a running round goes on. Open conversation goes on slowly. */
function waitsUnheld({ unheld, mode, round, settings }: RoomSnapshot): boolean {
  if (!unheld || mode === "open_floor") return false;
  return !(settings.when_unheld === "continue_round" && round !== null);
}

function slowFor({ unheld, settings, you }: RoomSnapshot): number {
  if (unheld) return Math.max(settings.unheld_slow_seconds, settings.slow_seconds);
  return you.role === "facilitator" ? 0 : settings.slow_seconds;
}

function inTurn(room: RoomSnapshot, turn: NonNullable<RoomSnapshot["turn"]>, me: MyPlace): Situation {
  const who = room.people.find((person) => person.seat === turn.seat) ?? null;
  if (turn.stage === "responding") {
    return { is: "responding", turn: turn.turn, who, help: turn.help, reply: replyPlace(room, turn), waits: turn.waiting, me };
  }
  if (turn.seat === room.you.seat) {
    if (turn.stage === "offered") return { is: "offered_to_me", turn: turn.turn };
    return turn.stage === "choosing" ? { is: "i_choose", turn: turn.turn } : { is: "i_hold", turn: turn.turn, spoken: turn.spoke };
  }
  if (turn.stage === "choosing") return { is: "somebody_chooses", turn: turn.turn, who, waits: turn.waiting, me };
  if (turn.stage === "offered") return { is: "somebody_offered", turn: turn.turn, who, me };
  return { is: "somebody_holds", turn: turn.turn, who, waits: turn.waiting, lastWord: turn.seat === room.last_word, me };
}

function myPlace(room: RoomSnapshot): MyPlace {
  if (room.you.listening) return { in: "listening" };
  const seat = room.you.seat;
  if (room.round !== null) return placeInRound(room, room.round, seat);
  const place = room.hands.findIndex((hand) => hand.seat === seat);
  const hand = room.hands[place];
  if (hand !== undefined) return { in: "hands", place: place + 1, reply: hand.kind === "direct_response" };
  return { in: room.mine.hand_waits ? "hand_waits" : "none" };
}

function placeInRound(room: RoomSnapshot, round: NonNullable<RoomSnapshot["round"]>, seat: number): MyPlace {
  const passMe = room.mine.pass_me;
  const order = round.to_come.indexOf(seat);
  if (order >= 0) return { in: "order", place: order + 1, passMe };
  const later = round.later.indexOf(seat);
  if (later >= 0) return { in: "later", place: round.to_come.length + later + 1, passMe };
  return { in: round.passed.includes(seat) ? "passed" : "rest" };
}

/** In the time to respond. */
const maySay = (now: Situation): boolean => now.is === "responding" && ["own", "open", "granted"].includes(now.reply);

function mayIn(room: RoomSnapshot, now: Situation): May {
  const { you, turn, mode } = room;
  const offered = now.is === "offered_to_me";
  const holding = now.is === "i_hold";
  const quiet = now.is === "quiet";
  const taking = !you.listening;
  const facilitator = you.role === "facilitator";
  const free = taking && turn?.seat !== you.seat && mode !== "round";
  const up = (kind: "share" | "direct_response") => room.hands.some((hand) => hand.seat === you.seat && hand.kind === kind);
  const waitingInRound = "me" in now && (now.me.in === "order" || now.me.in === "later");
  const ring = you.role !== "member" || room.settings.held_by === "members";
  return {
    // Between turns a facilitator may hold the space with words; during a turn only the holder is heard.
    say: !quiet && (holding || maySay(now) || (now.is === "open_floor" ? taking : turn === null && facilitator)),
    take: offered,
    done: holding,
    pass: offered || holding,
    later: offered || holding,
    oneMinute: offered || holding,
    passMe: waitingInRound ? (room.mine.pass_me ? "undo" : "ask") : null,
    raise: free && !up("share") && !room.mine.hand_waits && !room.list_closed,
    lower: up("share") || up("direct_response") || room.mine.hand_waits,
    respond:
      free && mode === "raised_hands" && now.is === "somebody_holds" && !up("direct_response") &&
      room.direct_responses < room.settings.direct_responses_most,
    interject: facilitator && now.is === "somebody_holds" && turn?.interjected === false,
    reply: now.is === "open_floor" && taking,
    ring,
    askForBell: !ring && !quiet,
    tell: !facilitator && room.settings.held_by === "facilitators",
    layDown: you.role !== "member",
    useSecondOffer: now.is === "second_offer" && now.me.in === "passed" && !now.used,
    chooseHelp: taking && hasWindow(room),
    ask: quiet ? { idea: false, heard: false } : mayAsk(room),
    passOn: mode === "passing" && (offered || now.is === "i_choose") && couldBeNext(room).length > 0,
    reach: now.is === "centre" && now.reach,
    listen: you.listening ? "take_part" : "just_listen",
  };
}
