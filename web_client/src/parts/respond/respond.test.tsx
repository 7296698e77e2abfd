/** Around a share: what would help, what others have, and whom the piece goes to. */
import { act } from "preact/test-utils";
import type { ComponentChildren } from "preact";
import { expect, test } from "vitest";
import type { Outcome } from "../../connection/api";
import { standingOf } from "../../room/standing";
import { aView, hand, ME, MINE, SETTINGS, turnOf } from "../../testing/rooms";
import { onStage } from "../../testing/stage";
import { stillCircle } from "../../testing/still";
import "../../words/in_room";
import { type Asking, useAsk } from "../ask/ask";
import { Choose } from "./choose";
import { HelpChoice } from "./help_choice";
import { Respond } from "./respond";

function Asks({ make }: { readonly make: (asking: Asking) => ComponentChildren }) {
  return <>{make(useAsk())}</>;
}

type Change = Parameters<typeof aView>[0];
const sharing = { mode: "share_and_respond" } as const;

async function on(change: Change, answer?: Outcome) {
  const view = aView(change);
  const room = view.snapshot;
  const circle = stillCircle({ place: { at: "room", view }, ...(answer === undefined ? {} : { answer }) });
  const make = (asking: Asking) => (
    <>
      <Respond room={room} standing={standingOf(room)} asking={asking} />
      {standingOf(room).may.passOn && <Choose room={room} asking={asking} />}
    </>
  );
  const stage = await onStage(circle, <Asks make={make} />);
  return { circle, stage };
}

test("others may ask whether their idea is wanted, or whether they may say what they heard; nobody asks in a wished silence", async () => {
  const { circle, stage } = await on({ ...sharing, turn: turnOf(2, "responding") });
  await stage.press("May I say what I heard?");
  await stage.press("I have an idea. Do they want it?");
  expect(circle.asked).toEqual(['askSharer "what_i_heard"', 'askSharer "idea"']);
  const silent = await on({ ...sharing, turn: turnOf(2, "responding", false, { help: "silence" }) });
  expect(silent.stage.page.querySelectorAll("button")).toHaveLength(0);
  const asked = await on({ ...sharing, turn: turnOf(2, "responding"), mine: { ...MINE, ask: { kind: "idea", granted: false } } });
  expect(asked.stage.page.querySelectorAll("button")).toHaveLength(0);
  const listens = await on({ ...sharing, turn: turnOf(2, "responding"), you: { ...ME, listening: true } });
  expect(listens.stage.page.querySelectorAll("button")).toHaveLength(0);
});

test("the one who shared is asked one thing at a time, without a name", async () => {
  const asks = [
    { ask: 1, kind: "idea" },
    { ask: 2, kind: "what_i_heard" },
  ] as const;
  const { circle, stage } = await on({ ...sharing, turn: turnOf(3, "responding"), mine: { ...MINE, asks } });
  expect(stage.page.textContent).toContain("Somebody has an idea for you.");
  expect(stage.page.textContent).not.toContain("what they heard. May they?");
  await stage.press("No, thank you");
  await stage.press("Yes, please");
  expect(circle.asked).toEqual(["answerAsk 1 false", "answerAsk 1 true"]);
});

test("to what somebody heard the sharer says yes, or not quite", async () => {
  const { circle, stage } = await on({ ...sharing, turn: turnOf(3, "responding", false, { heard: "said" }) });
  await stage.press("Not quite");
  expect(circle.asked).toEqual(["answerHeard false"]);
  const answered = await on({ ...sharing, turn: turnOf(3, "responding", false, { heard: "yes" }) });
  expect(answered.stage.page.textContent).not.toContain("Is that what you meant?");
});

test("whoever has the piece passes it on to those who can be chosen", async () => {
  const choosing = { mode: "passing", turn: turnOf(3, "choosing"), hands: [hand(4)] } as const;
  const { circle, stage } = await on(choosing);
  expect([...stage.page.querySelectorAll("button")].map((each) => each.textContent)).toHaveLength(1);
  await act(async () => stage.page.querySelector<HTMLButtonElement>("button")?.click());
  expect(circle.asked).toEqual(["passTo 4"]);
  const anybody = await on({ ...choosing, settings: { ...SETTINGS, choose_among: "anybody" }, held: [2], away: [6] });
  const names = [...anybody.stage.page.querySelectorAll("button")].map((each) => each.textContent ?? "");
  expect(names).toHaveLength(3); // the facilitator, the hand that is up, and Fern; not Fox again, not who is away or listens
});

const chosen = (stage: { readonly page: HTMLElement }) => [...stage.page.querySelectorAll("input")].findIndex((each) => each.checked);
const pick = (stage: { readonly page: HTMLElement }, at: number) => act(async () => stage.page.querySelectorAll("input")[at]?.click());

test("what would help is shown as chosen before the room has answered, and the last choice is what is sent in the end", async () => {
  const view = aView(sharing);
  const circle = stillCircle({ place: { at: "room", view } });
  const answers: (() => void)[] = [];
  const slow = { ...circle, chooseHelp: (wish: string) => new Promise<Outcome>((resolve) => answers.push(() => (circle.asked.push(wish), resolve({ kind: "accepted" })))) };
  const stage = await onStage(slow, <Asks make={(asking) => <HelpChoice room={view.snapshot} asking={asking} />} />);
  await pick(stage, 1);
  await pick(stage, 2);
  await pick(stage, 3);
  expect(chosen(stage)).toBe(3);
  await act(async () => answers.shift()?.());
  await act(async () => answers.shift()?.());
  expect(circle.asked).toEqual(["similar", "ideas"]);
  expect(answers).toHaveLength(0);
  expect(chosen(stage)).toBe(3);
});

test("what the room does not take is not shown as chosen", async () => {
  const refusal = { code: "silence_now", arguments: { seconds: null, most: null } } as const;
  const view = aView(sharing);
  const circle = stillCircle({ place: { at: "room", view }, answer: { kind: "refused", refusal } });
  const stage = await onStage(circle, <Asks make={(asking) => <HelpChoice room={view.snapshot} asking={asking} />} />);
  await pick(stage, 3);
  expect(chosen(stage)).toBe(0);
});
