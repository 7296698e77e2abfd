/** The turn bar always knows where I stand and what I may do. */
import { describe, expect, it } from "vitest";
import type { RoomSnapshot } from "../protocol/generated";
import { type May, standingOf } from "./standing";
import { FOX, hand, HOST, MINE, roomSnapshot, SETTINGS, WREN, turnOf } from "./testing/pictures";

const stand = (more: Partial<RoomSnapshot>) => standingOf(roomSnapshot(more));
const round = (more: Partial<NonNullable<RoomSnapshot["round"]>> = {}) => ({
  mode: "round" as const,
  round: { to_come: [], later: [], passed: [], shared: 0, second_offer: false, ...more },
});
const turn = (seat: number, stage: "offered" | "taken" = "taken", waiting = false, spoke = false) => ({
  turn: turnOf(seat, stage, waiting, { spoke }),
});
/** What may be done, by name; listening, a pause and a word to the facilitators are nearly always possible. */
const doable = (may: May) =>
  Object.entries(may)
    .filter(([name, yes]) => !["listen", "askForBell", "tell", "reply", "respond", "ask"].includes(name) && yes !== false && yes !== null)
    .map(([name]) => name);

describe("open floor", () => {
  it("everybody may speak, and may raise a hand for room", () => {
    const { is, may } = stand({});
    expect(is).toBe("open_floor");
    expect(doable(may)).toEqual(["say", "raise"]);
  });

  it("a listener keeps words for later, and may take part again", () => {
    const standing = stand({ you: { ...WREN, listening: true } });
    expect(standing).toMatchObject({ is: "open_floor", me: { in: "listening" } });
    expect(doable(standing.may)).toEqual([]);
    expect(standing.may.listen).toBe("take_part");
  });
});

describe("raised hands", () => {
  it("without a hand I may raise one; with one I know my place", () => {
    expect(stand({ mode: "raised_hands", hands: [hand(2)] })).toMatchObject({
      is: "hands_resting",
      hands: 1,
      me: { in: "none" },
      may: { raise: true, lower: false, say: false },
    });
    expect(stand({ mode: "raised_hands", hands: [hand(2), hand(3)], ...turn(4) })).toMatchObject({
      is: "somebody_holds",
      me: { in: "hands", place: 2 },
      may: { raise: false, lower: true },
    });
  });

  it("while I have the piece I need no hand", () => {
    expect(doable(stand({ mode: "raised_hands", ...turn(3) }).may)).toEqual(["say", "done", "pass", "later", "oneMinute"]);
  });

  it("between turns a facilitator may hold the space with words", () => {
    expect(stand({ mode: "raised_hands", you: HOST }).may.say).toBe(true);
    expect(stand({ mode: "raised_hands", you: HOST, ...turn(2) }).may.say).toBe(false);
  });
});

describe("a round", () => {
  it("before and after it, there is none", () => {
    expect(stand({ mode: "round" })).toMatchObject({ is: "no_round", me: { in: "none" }, may: { say: false } });
  });

  it("I am third, and may ask to be passed", () => {
    const standing = stand({ ...round({ to_come: [4, 1, 3] }), ...turn(2) });
    expect(standing).toMatchObject({ is: "somebody_holds", who: FOX, waits: false, me: { in: "order", place: 3 } });
    expect(standing.may.passMe).toBe("ask");
    expect(doable(standing.may)).toEqual(["passMe"]);
  });

  it("I am next, and take the wish to be passed back", () => {
    const mine = { ...MINE, pass_me: true };
    expect(stand({ ...round({ to_come: [3] }), ...turn(2, "offered"), mine })).toMatchObject({
      is: "somebody_offered",
      me: { in: "order", place: 1, passMe: true },
      may: { passMe: "undo" },
    });
  });

  it("I said later: after those still to come", () => {
    expect(stand({ ...round({ to_come: [2, 4], later: [1, 3] }) })).toMatchObject({
      is: "between_turns",
      me: { in: "later", place: 4 },
    });
  });

  it("it is offered to me: take, pass, later, one minute, and nothing is said yet", () => {
    const standing = stand({ ...round(), ...turn(3, "offered") });
    expect(standing).toMatchObject({ is: "offered_to_me", turn: 5 });
    expect(doable(standing.may)).toEqual(["take", "pass", "later", "oneMinute"]);
  });

  it("I have it; once I have spoken the bar knows", () => {
    expect(stand({ ...round(), ...turn(3) })).toMatchObject({ is: "i_hold", spoken: false });
    expect(stand({ ...round(), ...turn(3, "taken", false, true) })).toMatchObject({ is: "i_hold", spoken: true });
  });

  it("the piece waits for somebody whose line is lost, or whose place is already empty", () => {
    expect(stand({ ...round(), ...turn(2, "taken", true) })).toMatchObject({ is: "somebody_holds", waits: true, who: FOX });
    expect(stand({ ...round(), ...turn(9) })).toMatchObject({ is: "somebody_holds", who: null, me: { in: "rest" } });
  });

  it("I passed, and may still say yes, once", () => {
    const open = round({ passed: [3, 4], second_offer: true });
    expect(stand(open)).toMatchObject({ is: "second_offer", me: { in: "passed" }, may: { useSecondOffer: true } });
    const used = { ...MINE, second_offer_used: true };
    expect(stand({ ...open, mine: used })).toMatchObject({ is: "second_offer", used: true, may: { useSecondOffer: false } });
    expect(stand(round({ passed: [4], second_offer: true }))).toMatchObject({ me: { in: "rest" }, may: { useSecondOffer: false } });
  });

  it("tells that another way of talking begins after this turn", () => {
    expect(stand({ ...round(), ...turn(2), awaited_mode: "open_floor" })).toMatchObject({ mode: "round", awaited: "open_floor" });
  });
});

describe("what is possible beside the turn", () => {
  const may = (more: Partial<RoomSnapshot>) => stand(more).may;
  const bell = { kind: "bell", by: 1, seconds: 20, left: 20, intention: "" } as const;

  it("while it is quiet nothing is said, hands go up quietly, and the piece stays where it is", () => {
    const quiet = stand({ mode: "raised_hands", ...turn(3), silence: bell });
    expect(quiet).toMatchObject({ is: "quiet", mine: true, may: { say: false, done: false, pass: false, askForBell: false } });
    const waits = stand({ mode: "raised_hands", silence: bell, mine: { ...MINE, hand_waits: true } });
    expect(waits).toMatchObject({ me: { in: "hand_waits" }, may: { raise: false, lower: true } });
  });

  it("who may ring need not ask; everybody else may", () => {
    expect(may({})).toMatchObject({ ring: false, askForBell: true, layDown: false });
    expect(may({ you: { ...WREN, role: "guardian" } })).toMatchObject({ ring: true, askForBell: false, layDown: true });
    expect(may({ settings: { ...SETTINGS, held_by: "members" } })).toMatchObject({ ring: true, tell: false });
  });

  it("a direct reply is for a turn that somebody else has taken", () => {
    expect(may({ mode: "raised_hands", ...turn(2) }).respond).toBe(true);
    expect(may({ mode: "raised_hands", ...turn(2, "offered") }).respond).toBe(false);
    expect(may({ mode: "raised_hands", ...turn(3) }).respond).toBe(false);
    expect(may({ mode: "raised_hands", ...turn(2), hands: [hand(3, "direct_response")] })).toMatchObject({ respond: false, raise: true });
    expect(may({ ...round(), ...turn(2) }).respond).toBe(false);
  });

  it("a closed list takes no more shares; who is in it stays in it", () => {
    expect(may({ mode: "raised_hands", list_closed: true })).toMatchObject({ raise: false, lower: false });
    expect(may({ mode: "raised_hands", list_closed: true, hands: [hand(3)] })).toMatchObject({ lower: true });
  });

  it("without a facilitator a turn may finish and none begins; a round goes on where the group chose that", () => {
    expect(stand({ mode: "raised_hands", unheld: true, ...turn(2) }).is).toBe("somebody_holds");
    expect(stand({ mode: "raised_hands", unheld: true }).is).toBe("unheld");
    expect(stand({ ...round(), unheld: true, settings: { ...SETTINGS, when_unheld: "continue_round" } }).is).toBe("between_turns");
    expect(stand({ unheld: true })).toMatchObject({ is: "open_floor", slow: 30 });
  });

  it("the pace is for everybody but facilitators", () => {
    const settings = { ...SETTINGS, slow_seconds: 15 } as const;
    expect(stand({ settings })).toMatchObject({ slow: 15 });
    expect(stand({ settings, you: HOST })).toMatchObject({ slow: 0 });
  });
});
