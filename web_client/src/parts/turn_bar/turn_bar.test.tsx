/** The turn bar answers in every state: in at most twenty words, kindly, and with the buttons that the state allows. */
import { expect, test } from "vitest";
import type { RoomSnapshot } from "../../protocol/generated";
import { words as heard } from "../../room/testing/pictures";
import { standingOf } from "../../room/standing";
import { aRoom, aRound, hand, ME, MINE, SETTINGS, turnOf } from "../../testing/rooms";
import "../../words/in_room";
import { turnActs } from "./turn_acts";
import { turnSentence } from "./turn_bar";
import { turnWords } from "./turn_words";

const inRound = { mode: "round", span: 2 } as const;
const mine = MINE;
const sharing = { mode: "share_and_respond" } as const;
const BELL = { kind: "bell", by: 1, seconds: 20, left: 20, intention: "" } as const;
const SILENCE = { kind: "silence", by: 1, seconds: 300, left: 300, intention: "" } as const;

const STATES: readonly (readonly [Partial<RoomSnapshot>, string, string])[] = [
  [{}, "Open conversation. You may write at any time. You need not say anything.", ""],
  [{ you: { ...ME, listening: true } }, "Open conversation. You are listening. Nothing is expected of you.", "act-take-part"],
  [{ hands: [hand(3)] }, "Open conversation. You may write at any time. Your hand is up. You are next.", "act-lower"],
  [{ mode: "raised_hands" }, "The piece is in the centre. Raise a hand when you would like to speak.", "act-raise"],
  [{ mode: "raised_hands", hands: [hand(2), hand(3)] }, "The piece is in the centre. Your hand is up. You are second.", "act-lower"],
  [{ mode: "raised_hands", turn: turnOf(2) }, "Amber Fox is sharing. Raise a hand when you would like to speak.", "act-raise"],
  [{ mode: "round" }, "No round is running just now. You need not do anything.", ""],
  [{ ...inRound, round: aRound() }, "The piece is on its way. You are third. You need not do anything.", "act-pass-me"],
  [{ ...inRound, round: aRound(), turn: turnOf(2) }, "Amber Fox is sharing. You are third. You need not do anything.", "act-pass-me"],
  [{ ...inRound, round: aRound(), turn: turnOf(2), mine: { ...mine, pass_me: true } }, "Amber Fox is sharing. You will be passed this round.", "act-unpass-me"],
  [{ ...inRound, round: aRound({ to_come: [4], later: [3] }), turn: turnOf(2, "offered") }, "The piece is offered to Amber Fox. The piece comes to you later.", "act-pass-me"],
  [{ ...inRound, round: aRound({ to_come: [4], passed: [3] }), turn: turnOf(2, "taken", true) }, "The piece waits quietly for Amber Fox. You passed this round.", ""],
  [{ ...inRound, round: aRound({ to_come: [4] }), turn: turnOf(2) }, "Amber Fox is sharing. You need not do anything.", ""],
  [{ ...inRound, round: aRound({ to_come: [] }), turn: turnOf(99) }, "Somebody is sharing. You need not do anything.", ""],
  [{ ...inRound, round: aRound({ to_come: [4] }), turn: turnOf(3, "offered") }, "The piece comes to you. Take it, pass, or wait. There is no hurry.", "act-take act-pass act-later act-one-minute"],
  [{ ...inRound, round: aRound({ to_come: [4] }), turn: turnOf(3) }, "You have the piece. Take the time you need.", "act-done act-pass act-later"],
  [{ ...inRound, round: aRound({ to_come: [4] }), turn: turnOf(3, "taken", false, { spoke: true }) }, "You have the piece. Say more, or press Done.", "act-done act-pass act-later"],
  [{ ...inRound, round: aRound({ to_come: [], passed: [3], second_offer: true }) }, "The piece went round once. Would you like to speak after all?", "act-second"],
  [{ ...inRound, round: aRound({ to_come: [], passed: [3], second_offer: true }), mine: { ...mine, second_offer_used: true } }, "The piece went round once. The piece comes to you soon.", ""],
  [{ ...inRound, round: aRound({ to_come: [], second_offer: true }) }, "The piece went round once. You need not do anything.", ""],
  [{ ...inRound, round: aRound(), turn: turnOf(2), awaited_mode: "raised_hands" }, "Amber Fox is sharing. You are third. You need not do anything. Then: Raised hands.", "act-pass-me"],
  [{ ...inRound, round: aRound(), turn: turnOf(2), you: { ...ME, listening: true } }, "Amber Fox is sharing. You are listening. Nothing is expected of you.", "act-take-part"],
  [{ silence: BELL }, "A quiet moment. Nothing to do. It goes on by itself in a moment.", ""],
  [{ ...inRound, round: aRound({ to_come: [4] }), turn: turnOf(3), silence: BELL }, "A quiet moment. Nothing to do. You keep the piece. It goes on by itself in a moment.", ""],
  [{ mode: "raised_hands", silence: BELL }, "A quiet moment. Nothing to do. It goes on by itself in a moment.", "act-raise"],
  [{ mode: "raised_hands", silence: BELL, mine: { ...mine, hand_waits: true } }, "A quiet moment. Nothing to do. Your hand is up, quietly. It goes on by itself in a moment.", "act-lower"],
  [{ silence: SILENCE }, "We are quiet together. About 5 more minutes.", ""],
  [{ silence: { ...SILENCE, left: 61 } }, "We are quiet together. About one more minute.", ""],
  [{ silence: { ...SILENCE, left: 20 } }, "We are quiet together. It ends soon.", ""],
  [{ silence: { ...SILENCE, seconds: null, left: null }, you: { ...ME, listening: true } }, "We are quiet together. The facilitator ends it.", "act-take-part"],
  [{ mode: "raised_hands", unheld: true }, "The facilitator has lost connection. We wait. Raise a hand when you would like to speak.", "act-raise"],
  [{ ...inRound, round: aRound(), unheld: true }, "The facilitator has lost connection. We wait. You are third. You need not do anything.", "act-pass-me"],
  [{ ...inRound, round: aRound(), unheld: true, settings: { ...SETTINGS, when_unheld: "continue_round" } }, "The piece is on its way. You are third. You need not do anything.", "act-pass-me"],
  [{ unheld: true }, "Open conversation, slowly: one message every 30 seconds. You need not say anything.", ""],
  [{ settings: { ...SETTINGS, slow_seconds: 60 } }, "Open conversation, slowly: one message every 60 seconds. You need not say anything.", ""],
  [{ mode: "raised_hands", list_closed: true }, "The piece is in the centre. The list is closed for now.", ""],
  [{ mode: "raised_hands", list_closed: true, last_word: 2, turn: turnOf(2) }, "Amber Fox has the last word. The list is closed for now.", ""],
  [{ mode: "raised_hands", turn: turnOf(2), hands: [hand(3, "direct_response"), hand(4)] }, "Amber Fox is sharing. Your reply comes after this turn.", "act-lower"],
  [{ mode: "share_and_respond" }, "The piece is in the centre. Raise a hand when you would like to speak.", "act-raise"],
  ...(
    [
      ["listen", "They wish us just to listen. You need not do anything."],
      ["similar", "Similar experiences are welcome, one from each of you."],
      ["questions", "Questions are welcome, one from each of you."],
      ["ideas", "Ideas are welcome, one from each of you."],
      ["silence", "They wish a quiet moment."],
    ] as const
  ).map(([help, calm]) => [{ ...sharing, turn: turnOf(2, "responding", false, { help }) }, `Amber Fox has shared. ${calm}`, "act-raise"] as const),
  [{ ...sharing, turn: turnOf(2, "responding", false, { help: "ideas" }), mine: { ...mine, replied: true } }, "Amber Fox has shared. You have replied. Thank you.", "act-raise"],
  [{ ...sharing, turn: turnOf(2, "responding", false, { help: "ideas" }), settings: { ...SETTINGS, responses_most: 1 }, said: [{ ...heard(9, 4, "z", "words", 5), response: "reply" }] }, "Amber Fox has shared. There are replies enough. Thank you.", "act-raise"],
  [{ ...sharing, turn: turnOf(2, "responding"), mine: { ...mine, ask: { kind: "idea", granted: false } } }, "Amber Fox has shared. They have been asked. No answer means no.", "act-raise"],
  [{ ...sharing, turn: turnOf(2, "responding"), mine: { ...mine, ask: { kind: "idea", granted: true } } }, "Amber Fox has shared. They would like to hear it. You may write.", "act-raise"],
  [{ ...sharing, turn: turnOf(2, "responding"), you: { ...ME, listening: true } }, "Amber Fox has shared. You are listening. Nothing is expected of you.", "act-take-part"],
  [{ ...sharing, turn: turnOf(2, "responding", true) }, "The piece waits quietly for Amber Fox. They wish us just to listen. You need not do anything.", "act-raise"],
  [{ ...sharing, turn: turnOf(3, "responding") }, "You have shared. Rest a moment. End it when you like.", "act-enough"],
  [{ ...sharing, turn: turnOf(3, "responding", false, { help: "ideas" }) }, "You have shared. Others may respond. End it when you like.", "act-enough"],
  [{ mode: "passing" }, "The piece is in the centre. Raise a hand when you would like to speak.", "act-raise"],
  [{ mode: "passing", settings: { ...SETTINGS, take_from_centre: true } }, "The piece is in the centre. Take it when you would like to speak.", "act-reach"],
  [{ mode: "passing", turn: turnOf(3, "offered"), hands: [hand(4)] }, "The piece comes to you. Take it, pass it on, or put it back.", "act-take act-pass act-later act-one-minute"],
  [{ mode: "passing", turn: turnOf(3, "choosing") }, "Who has the piece next? Choose somebody, or put it in the centre.", "act-centre"],
  [{ mode: "passing", turn: turnOf(2, "choosing") }, "Amber Fox chooses who is next. Raise a hand when you would like to speak.", "act-raise"],
  [{ mode: "passing", turn: turnOf(2, "choosing", true), hands: [hand(3)] }, "The piece waits quietly for Amber Fox. Your hand is up. You are next.", "act-lower"],
];

test("the words of a long silence follow it, coarsely", () => {
  const standing = standingOf(aRoom({ silence: SILENCE }));
  expect([0, 100, 240, 290].map((past) => turnWords(standing, past).calm)).toEqual([
    "About 5 more minutes.",
    "About 3 more minutes.",
    "About one more minute.",
    "It ends soon.",
  ]);
});

test.each(STATES)("%#: %o", (change, sentence, acts) => {
  const standing = standingOf(aRoom(change));
  expect(turnSentence(standing)).toBe(sentence);
  expect(turnSentence(standing).split(/\s+/).length).toBeLessThanOrEqual(20);
  expect(turnActs(standing, null).map((act) => act.label).join(" ")).toBe(acts);
});

test("a silent holder is asked, and may answer that they are here", () => {
  const standing = standingOf(aRoom({ ...inRound, round: aRound({ to_come: [4] }), turn: turnOf(3) }));
  expect(turnActs(standing, "take_your_time").map((act) => act.label)).toContain("act-one-minute");
});

test("while it is not my turn there is at most one button", () => {
  for (const [change] of STATES) {
    const standing = standingOf(aRoom(change));
    if (standing.is !== "i_hold" && standing.is !== "offered_to_me") expect(turnActs(standing, null).length).toBeLessThan(2);
  }
});
