/** The picture of the circle: in a round one sits in the order of the round, and nobody changes seats while it runs. */
import { expect, test } from "vitest";
import { aRoom, turnOf } from "../../testing/rooms";
import { placeOf, seatingAfter } from "./seating";

const round = (to_come: number[], later: number[] = []) => ({ to_come, later, passed: [], shared: 0, second_offer: false });

test("in a round: holder, those to come, then everybody else", () => {
  const room = aRoom({ mode: "round", span: 2, round: round([4, 1]), turn: turnOf(3, "taken", false, { turn: 1 }) });
  expect(seatingAfter(null, room).seats.slice(0, 3)).toEqual([3, 4, 1]);
});

test("the order stays while the piece moves on", () => {
  const before = aRoom({ mode: "round", span: 2, round: round([4, 1, 2]), turn: turnOf(3, "taken", false, { turn: 1 }) });
  const seated = seatingAfter(null, before);
  const after = aRoom({ mode: "round", span: 2, round: round([2]), turn: turnOf(1, "taken", false, { turn: 3 }) });
  expect(seatingAfter(seated, after).seats).toEqual(seated.seats);
});

test("a new span seats anew; who has gone leaves no hole", () => {
  const seated = { span: 1, seats: [9, 3, 1] };
  const room = aRoom({ mode: "open_floor", span: 1 });
  expect(seatingAfter(seated, room).seats).not.toContain(9);
  expect(seatingAfter(seated, aRoom({ span: 2 })).seats).toEqual(room.people.map((person) => person.seat));
});

test("the reader sits at the bottom, the next one to the left of the picture", () => {
  expect(placeOf(2, 2, 4, 100)).toEqual({ x: 0, y: 100 });
  expect(placeOf(3, 2, 4, 100)).toEqual({ x: -100, y: 0 });
});
