/** Time and order, as facilitators choose them: in words, at once, and told to everybody. */
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import type { ComponentChildren } from "preact";
import { aRound, aView, FACILITATOR, FERN, FOX, LISTENER, ME, SETTINGS, turnOf } from "../../testing/rooms";
import { onStage } from "../../testing/stage";
import { stillCircle } from "../../testing/still";
import "../../words/hosting";
import "../../words/in_room";
import { type Asking, useAsk } from "../ask/ask";
import Person from "./person";
import { Needs, needsOf } from "./needs";
import { StartRound } from "./start_round";
import { Talk } from "./talk";
import type { LeafOf } from "./tray_of";

function Asks({ make }: { readonly make: (asking: Asking) => ComponentChildren }) {
  return <>{make(useAsk())}</>;
}

async function on(room: Parameters<typeof aView>[0], make: (leaf: LeafOf) => ComponentChildren) {
  const view = aView({ you: FACILITATOR, ...room });
  const circle = stillCircle({ place: { at: "room", view } });
  const stage = await onStage(circle, <Asks make={(asking) => make({ view, asking, onClose: () => circle.asked.push("closed") })} />);
  const choose = (label: string) =>
    act(async () => [...stage.page.querySelectorAll("label")].find((each) => each.textContent?.startsWith(label))?.querySelector("input")?.click());
  return { circle, stage, choose };
}

const talk = (leaf: LeafOf) => <Talk {...leaf} />;
const times = (soft_seconds: number, hard_seconds: number) => ({ settings: { ...SETTINGS, soft_seconds, hard_seconds } });

test("a turn takes as long as it takes, or about so long; a firm end is a second choice", async () => {
  const free = await on({ mode: "round" }, talk);
  expect(free.stage.page.textContent).not.toContain("A firm end");
  await free.choose("About 5 minutes");
  const soft = await on({ mode: "raised_hands", ...times(300, 0) }, talk);
  await soft.choose("A firm end");
  const firm = await on({ mode: "round", ...times(300, 360) }, talk);
  await firm.choose("About 10 minutes");
  await firm.choose("As long as it takes");
  await firm.choose("A firm end");
  expect([...free.circle.asked, ...soft.circle.asked, ...firm.circle.asked]).toEqual([
    'changeSettings {"soft_seconds":300,"hard_seconds":0}',
    'changeSettings {"soft_seconds":300,"hard_seconds":360}',
    'changeSettings {"soft_seconds":600,"hard_seconds":660}',
    'changeSettings {"soft_seconds":0,"hard_seconds":0}',
    'changeSettings {"soft_seconds":300,"hard_seconds":0}',
  ]);
});

test("a time that came with the server stands among the others", async () => {
  const { stage } = await on({ mode: "round", ...times(180, 0) }, talk);
  const chosen = [...stage.page.querySelectorAll<HTMLInputElement>('input[name="talk-time"]')].find((each) => each.checked);
  expect(chosen?.closest("label")?.textContent).toBe("About 3 minutes");
});

test("open conversation has no turns to time, and hands have nobody who comes during a round", async () => {
  expect((await on({}, talk)).stage.page.textContent).not.toContain("How long is a turn?");
  expect((await on({ mode: "raised_hands" }, talk)).stage.page.textContent).not.toContain("Whoever comes during a round");
  const { circle, choose } = await on({ mode: "round" }, talk);
  await choose("waits at the door until it is over");
  expect(circle.asked).toEqual(['changeSettings {"late_policy":"locked"}']);
});

test("whoever has the piece can be given more time, where turns have a time", async () => {
  const turn = { mode: "round", round: aRound(), turn: turnOf(FOX.seat) } as const;
  const timed = await on({ ...turn, ...times(120, 0) }, (leaf) => <Person {...leaf} person={FOX} />);
  await timed.stage.press("Give them more time");
  expect(timed.circle.asked).toEqual(["giveTime", "closed"]);
  const free = await on(turn, (leaf) => <Person {...leaf} person={FOX} />);
  expect(free.stage.page.textContent).not.toContain("more time");
  const other = await on({ ...turn, ...times(120, 0) }, (leaf) => <Person {...leaf} person={FERN} />);
  expect(other.stage.page.textContent).not.toContain("more time");
});

const start = (leaf: LeafOf) => <StartRound {...leaf} />;
/** Submits, and lets every answer come. */
const begin = (page: HTMLElement) =>
  act(async () => {
    page.querySelector("form")?.requestSubmit();
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  });

test("without a choice a round is as the room does it", async () => {
  const { circle, stage } = await on({ mode: "round" }, start);
  expect(stage.page.textContent).toContain("The order is drawn by lot.");
  await begin(stage.page);
  expect(circle.asked).toEqual(['startRound ""', "closed"]);
});

test("as people came in, until everybody passes: the room's choices change first, in one step", async () => {
  const { circle, stage, choose } = await on({ mode: "round" }, start);
  await choose("As people came in");
  await choose("Go round until everybody passes");
  expect(stage.page.textContent).not.toContain("by lot. Everybody");
  await begin(stage.page);
  expect(circle.asked).toEqual(['changeSettings {"round_order":"coming_in","round_repeats":true}', 'startRound ""', "closed"]);
});

test("in my order: names go earlier and later by buttons, each move is said, and the ends stay where they are", async () => {
  const { circle, stage, choose } = await on({ mode: "round", people: [FACILITATOR, FOX, LISTENER, ME, FERN] }, start);
  await choose("In my order");
  const names = () => [...stage.page.querySelectorAll(".order li .name")].map((each) => each.textContent);
  expect(names()).toHaveLength(4);
  const focused = stage.button("Earlier: Mellow Fern");
  focused.focus();
  await stage.press("Earlier: Mellow Fern");
  expect(document.activeElement).toBe(stage.button("Earlier: Mellow Fern"));
  await stage.press("Earlier: Mellow Fern");
  await stage.press("Earlier: Mellow Fern");
  await stage.press("Later: Gentle Canyon");
  expect(stage.voiced).toEqual(["Mellow Fern is number 2 now.", "Mellow Fern is number 1 now."]);
  await begin(stage.page);
  expect(circle.asked).toEqual(['startRound "" [7,2,3,1]', "closed"]);
});

test("A facilitator is told how long a round of thirty takes before it begins", async () => {
  const crowd = Array.from({ length: 30 }, (_, index) => ({ ...FOX, seat: 100 + index }));
  const many = await on({ people: crowd }, (leaf) => <StartRound {...leaf} />);
  expect(many.stage.page.textContent).toContain("A round of 30 takes about 60 minutes.");
  const few = await on({ people: crowd.slice(1) }, (leaf) => <StartRound {...leaf} />);
  expect(few.stage.page.textContent).not.toContain("takes about");
});

test("A facilitator is asked whether to end a round of one or two", async () => {
  const left = { mode: "round", round: aRound(), people: [FACILITATOR, FERN, LISTENER] } as const;
  const { circle, stage } = await on(left, (leaf) => <Needs {...leaf} />);
  await stage.press("Go over to open conversation");
  expect(circle.asked).toEqual(['setMode {"mode":"open_floor","prompt":"","now":false}', "closed"]);
  expect(needsOf(aView({ ...left, round: null }))).toEqual([]);
  expect(needsOf(aView({ ...left, people: [FACILITATOR, FERN, FOX] }))).toEqual([]);
});
