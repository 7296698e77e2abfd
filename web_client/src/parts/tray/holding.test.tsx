/** What facilitators hold in their hands: needs by urgency, silences, roles as questions, the list, words aside. */
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import type { ComponentChildren } from "preact";
import type { RoomView } from "../../room/view";
import { aView, FACILITATOR, FERN, hand, HERON, MINE, SETTINGS, turnOf } from "../../testing/rooms";
import { onStage } from "../../testing/stage";
import { stillCircle } from "../../testing/still";
import "../../words/hosting";
import "../../words/in_room";
import { type Asking, useAsk } from "../ask/ask";
import { Bell } from "./bell";
import { Needs, needsOf } from "./needs";
import { nextOf } from "./next";
import Person from "./person";
import { Talk } from "./talk";
import Tray from "./tray";
import type { LeafOf } from "./tray_of";

const held = (room: Parameters<typeof aView>[0] = {}, view: Parameters<typeof aView>[1] = {}) => aView({ you: FACILITATOR, ...room }, view);

function Asks({ make }: { readonly make: (asking: Asking) => ComponentChildren }) {
  return <>{make(useAsk())}</>;
}

async function on(view: RoomView, make: (leaf: LeafOf) => ComponentChildren) {
  const circle = stillCircle({ place: { at: "room", view } });
  const stage = await onStage(circle, <Asks make={(asking) => make({ view, asking, onClose: () => circle.asked.push("closed") })} />);
  const choose = (label: string) =>
    act(async () => [...stage.page.querySelectorAll("label")].find((each) => each.textContent === label)?.querySelector("input")?.click());
  const write = (text: string) =>
    act(() => {
      const field = stage.page.querySelector<HTMLInputElement>('input[type="text"]');
      if (field === null) throw new Error("no field");
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  return { circle, stage, choose, write };
}

test("a concern comes first, then who is quiet, the bell, the process, and notes", () => {
  const mine = {
    ...MINE,
    wishes: [{ seat: 4, kind: "process", note: null }, { seat: 7, kind: "concern", note: null }] as const,
    hand_notes: [{ seat: 6, kind: "share", note: "soon" }] as const,
  };
  const view = held({ turn: turnOf(2), mine }, { quietTurn: 5, bellAsked: true });
  expect(needsOf(view).map((need) => need.is)).toEqual(["wish", "quiet", "bell", "wish", "hand"]);
});

test("a wish is heard, and something about the process may be said next", async () => {
  const mine = { ...MINE, wishes: [{ seat: 4, kind: "process", note: "A break?" }] as const };
  const { circle, stage } = await on(held({ mode: "raised_hands", mine }), (leaf) => <Needs {...leaf} />);
  expect(stage.page.textContent).toContain("A break?");
  await stage.press("Offer the piece to Mossy Otter");
  await stage.press("I have heard it");
  expect(circle.asked).toEqual(['settleWish 4 "process" true', 'settleWish 4 "process" false']);
});

test("who has had no turn is named without a number", async () => {
  const { stage } = await on(held({ mine: { ...MINE, not_heard: [3, 7] } }), (leaf) => <Needs {...leaf} />);
  expect(stage.page.textContent).toContain("Has not had a turn yet");
  expect(stage.page.textContent).toContain("Mellow Fern");
});

test("a silence has a length, or none, and a few words", async () => {
  const { circle, stage, choose, write } = await on(held(), (leaf) => <Bell {...leaf} />);
  await choose("Until I end it");
  await write(" For the absent. ");
  await stage.press("Begin the silence");
  expect(circle.asked).toEqual(['beginSilence null "For the absent."', "closed"]);
});

test("while it is quiet, the next step and the bell are to end it", async () => {
  const view = held({ silence: { kind: "silence", by: 1, seconds: 60, left: 60, intention: "" }, turn: turnOf(2) });
  expect(nextOf(view.snapshot)).toEqual({ is: "end_silence" });
  const { circle, stage } = await on(view, (leaf) => <Bell {...leaf} />);
  await stage.press("End the silence");
  expect(circle.asked).toEqual(["endSilence", "closed"]);
});

test("a person is asked, never made; handing over is for whoever leads", async () => {
  const leads = await on(held(), (leaf) => <Person {...leaf} person={FERN} />);
  await leads.stage.press("Ask them to guard the bell");
  await leads.stage.press("Hand over to them");
  expect(leads.circle.asked.filter((wish) => wish !== "closed")).toEqual(['offerRole 7 "guardian"', 'offerRole 7 "lead"']);
  expect(leads.stage.voiced).toContain("They have been asked. Nothing changes until they say yes.");
  const other = await on(held({ lead: 6 }), (leaf) => <Person {...leaf} person={FERN} />);
  expect(other.stage.page.textContent).not.toContain("Hand over");
});

test("somebody away is asked nothing; a hand that is up can be lowered", async () => {
  const room = { mode: "raised_hands", hands: [hand(7)], away: [7] } as const;
  const { circle, stage } = await on(held(room), (leaf) => <Person {...leaf} person={FERN} />);
  expect(stage.page.textContent).toContain("They are away just now.");
  await stage.press("Lower their hand");
  expect(circle.asked[0]).toBe("lowerHandOf 7");
});

test("the list: order, names, closing, the last word, clearing", async () => {
  const { circle, stage, choose } = await on(held({ mode: "raised_hands", hands: [hand(7)] }), (leaf) => <Talk {...leaf} />);
  await choose("Quieter voices firstBy turns taken tonight, then by time.");
  await choose("Only places");
  await stage.press("Close the list");
  await stage.press("Ask for the last word");
  await stage.press("Clear the list");
  await stage.press("Yes, clear it");
  expect(circle.asked.filter((wish) => wish !== "closed")).toEqual([
    'changeSettings {"hands_order":"quieter_first"}',
    'changeSettings {"hands_shown":"positions"}',
    "closeList true",
    "lastWord 7",
    "clearHands",
  ]);
});

test("open conversation has a pace", async () => {
  const { circle, choose } = await on(held({ settings: { ...SETTINGS, slow_seconds: 15 } }), (leaf) => <Talk {...leaf} />);
  await choose("One message every 30 seconds");
  expect(circle.asked).toEqual(['changeSettings {"slow_seconds":30}']);
});

test("words aside are for rooms with more than one facilitator, and stay in the field until they are there", async () => {
  const alone = await on(held(), (leaf) => <Tray {...leaf} />);
  expect(alone.stage.page.querySelector(".aside")).toBeNull();
  const people = [FACILITATOR, { ...HERON, role: "facilitator" as const }];
  const { circle, stage, write } = await on(held({ people }), (leaf) => <Tray {...leaf} />);
  await write("Shall we pause?");
  await stage.press("Say aside");
  expect(circle.asked).toEqual(['sayAside "Shall we pause?"']);
  await act(async () => undefined); // the answer has come; now the page is drawn
  expect(stage.page.querySelector<HTMLInputElement>(".aside input")?.value).toBe("");
});

test("the tray has its six", async () => {
  const { stage } = await on(held({ mode: "round" }), (leaf) => <Tray {...leaf} />);
  const names = [...stage.page.querySelectorAll(".tray button:not(.tray-fold)")].map((each) => each.textContent);
  expect(names).toEqual(["Start the round", "Door", "Someone may need you", "Bell", "How we talk", "Close"]);
});
