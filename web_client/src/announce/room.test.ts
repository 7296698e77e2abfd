/** What is said aloud of a changed room, and what is not. */
import { expect, test } from "vitest";
import { aRound, aView, EVENING, FERN, FOX, hand, ME, MINE, note, turnOf, words } from "../testing/rooms";
import { heardBetween } from "./room";

const kinds = (...views: Parameters<typeof heardBetween>) => heardBetween(...views).map((heard) => heard.kind);

test("coming into a room reads nothing of what was said before", () => {
  expect(heardBetween(null, aView())).toEqual([]);
});

test("somebody's words are told, my own are not, and neither is the answer to them", () => {
  const before = aView();
  const sending = aView({}, { rows: [...EVENING, words("x", ME, "mine", true)] });
  const after = aView({}, { rows: [...EVENING, words("x", ME, "mine"), words("y", FOX, "theirs")] });
  expect(kinds(before, sending)).toEqual([]);
  expect(kinds(sending, after)).toEqual(["said"]);
});

test("coming and going, hands and order stay silent", () => {
  const rows = [...EVENING, note("n8", "note-came-in", [FERN]), note("n9", "note-passed", [FERN])];
  expect(kinds(aView(), aView({ hands: [hand(2)] }, { rows }))).toEqual([]);
});

test("my turn is told once: when it is offered, not again when I take it", () => {
  const round = { mode: "round", round: aRound() } as const;
  const offered = aView({ ...round, turn: turnOf(ME.seat, "offered") });
  const taken = aView({ ...round, turn: turnOf(ME.seat, "taken") });
  expect(kinds(aView(round), offered)).toEqual(["my_turn"]);
  expect(kinds(offered, taken)).toEqual([]);
});

test("another's turn is told when they take the piece", () => {
  expect(kinds(aView({ turn: turnOf(2, "offered") }), aView({ turn: turnOf(2) }))).toEqual(["turn_of"]);
});

test("facilitators hear that somebody knocks, not that somebody stopped", () => {
  const mine = { ...MINE, knocks: [{ person: FERN, line: null }] };
  expect(kinds(aView(), aView({ mine }))).toEqual(["door"]);
  expect(kinds(aView({ mine }), aView())).toEqual([]);
});
