/** A circle that everybody holds: what each may do there, no more than is of use now, and nobody above anyone. */
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import { StartGroup } from "../../screens/hosting/start_group";
import { aRound, aView, FOX, MINE, OTTER, PEOPLE, SETTINGS, turnOf } from "../../testing/rooms";
import { onStage, type Stage } from "../../testing/stage";
import { stillCircle } from "../../testing/still";
import "../../words/hosting";
import "../../words/in_room";
import { type Asking, useAsk } from "../ask/ask";
import Together from "./together";
import type { TrayOf } from "./tray_of";

const KNOCKS = [
  { person: { ...OTTER, seat: 11 }, line: "It is my first time." },
  { person: { ...FOX, seat: 12 }, line: null },
];
const OURS = { settings: { ...SETTINGS, held_by: "members" as const }, lead: null, people: PEOPLE.slice(1) };

function Asks({ make }: { readonly make: (asking: Asking) => preact.ComponentChildren }) {
  return <>{make(useAsk())}</>;
}

async function among(room: Parameters<typeof aView>[0] = {}, moment: Parameters<typeof aView>[1] = {}) {
  const view: TrayOf["view"] = aView({ ...OURS, ...room }, moment);
  const circle = stillCircle({ place: { at: "room", view } });
  return { circle, stage: await onStage(circle, <Asks make={(asking) => <Together view={view} asking={asking} />} />) };
}

const buttons = (stage: Stage) => [...stage.page.querySelectorAll(".tray > button")].map((each) => each.textContent);

test("only what is of use now is there", async () => {
  expect(buttons((await among()).stage)).toEqual(["Bell", "How we talk"]);
  expect(buttons((await among({ mode: "round" })).stage)).toEqual(["Start the round", "Bell", "How we talk"]);
  const running = { mode: "round", round: aRound(), turn: turnOf(2), mine: { ...MINE, knocks: KNOCKS } } as const;
  expect(buttons((await among(running)).stage)).toEqual(["Door (2)", "Bell", "How we talk"]);
  const silence = { kind: "bell", by: 2, seconds: 20, left: 20, intention: "" } as const;
  expect(buttons((await among({ ...running, silence })).stage)).toEqual(["Door (2)"]);
});

test("whoever knocks is let in by anybody; nobody is turned away", async () => {
  const { circle, stage } = await among({ mine: { ...MINE, knocks: KNOCKS } });
  await stage.press("Door (2)");
  expect(stage.page.textContent).toContain("It is my first time.");
  expect(stage.page.textContent).not.toContain("decline");
  await stage.press("Let in Mossy Otter");
  await stage.press("Let everybody in");
  expect(circle.asked).toEqual(["admit 11", "admitAll"]);
});

test("a round begins with a question, and its order is the room's", async () => {
  const { circle, stage } = await among({ mode: "round" });
  await stage.press("Start the round");
  expect(stage.page.querySelectorAll("dialog fieldset")).toHaveLength(0);
  await act(async () => stage.page.querySelector("form")?.requestSubmit());
  expect(circle.asked).toEqual(['startRound ""']);
});

test("the first who rings learns that it takes two; whoever is asked already has the question, and no second bell", async () => {
  const first = await among();
  await first.stage.press("Bell");
  expect(first.circle.asked).toEqual(["ringBell"]);
  expect(first.stage.voiced).toContain("When one more of you rings, everybody is quiet.");
  expect(buttons((await among({}, { bellAsked: true })).stage)).toEqual(["How we talk"]);
});

test("how we talk changes after the turn: nobody cuts another short, and nobody sets the others' pace", async () => {
  const { circle, stage } = await among({ mode: "round", round: aRound(), turn: turnOf(2) });
  await stage.press("How we talk");
  expect(stage.page.textContent).not.toContain("Whoever has the piece keeps their words.");
  expect(stage.page.textContent).not.toContain("Turns");
  await stage.press("Change");
  expect(circle.asked).toEqual(['setMode {"mode":"round","prompt":"","now":false}']);
});

test("a group is started for everybody in it", async () => {
  const circle = stillCircle({ place: { at: "desk", desk: { type: "desk", session: "", groups: [], devices: 1, link: null } } });
  const stage = await onStage(circle, <StartGroup onBack={() => undefined} />);
  await act(() => {
    const name = stage.page.querySelector<HTMLInputElement>("#group-name");
    if (name === null) throw new Error("no field");
    name.value = "Us";
    name.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await act(async () => [...stage.page.querySelectorAll<HTMLInputElement>('input[type="radio"]')].at(-1)?.click());
  expect(stage.page.textContent).toContain("We let people in one by one");
  await stage.press("Make the circle");
  expect(circle.asked[0]).toContain('"held_by":"members"');
});
