/** What is asked of me in the room, and what I may ask: each a question with two answers, or a word in private. */
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import Room from "../../screens/room";
import { aView, FACILITATOR, FOX, ME, turnOf, MINE } from "../../testing/rooms";
import { onStage, type Stage } from "../../testing/stage";
import { stillCircle } from "../../testing/still";

async function inside(...given: Parameters<typeof aView>) {
  const view = aView(...given);
  const circle = stillCircle({ place: { at: "room", view } });
  const stage = await onStage(circle, <Room view={view} />);
  return { circle, stage };
}

const more = (stage: Stage) => act(async () => stage.page.querySelector<HTMLButtonElement>(".room-more")?.click());
const write = (stage: Stage, text: string) =>
  act(() => {
    const field = stage.page.querySelector<HTMLInputElement>('dialog input[type="text"]');
    if (field === null) throw new Error("no field");
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });

test("a role is a question: yes, or not tonight", async () => {
  const { circle, stage } = await inside({ mine: { ...MINE, role_offer: { role: "facilitator", by: FACILITATOR.seat, seconds: 60 } } });
  expect(stage.page.textContent).toContain("Would you like to facilitate with Gentle Canyon?");
  await stage.press("Not tonight");
  await stage.press("Yes");
  expect(circle.asked).toEqual(["answerRole false", "answerRole true"]);
});

test("whoever guards the bell learns that somebody asked, not who", async () => {
  const { circle, stage } = await inside({ you: { ...ME, role: "guardian" } }, { bellAsked: true });
  expect(stage.page.textContent).toContain("Somebody asks for a pause.");
  await stage.press("Not now");
  await stage.press("Ring the bell");
  expect(circle.asked).toEqual(["putBellAway", "ringBell"]);
});

test("everybody may ask for a pause; the answer is kind", async () => {
  const { circle, stage } = await inside({});
  await more(stage);
  await stage.press("Ask for a pause");
  expect(circle.asked).toEqual(["askForBell"]);
  expect(stage.voiced).toContain("Somebody will see it. Nobody learns that it was you.");
});

test("a guardian rings, and may lay the role down", async () => {
  const { circle, stage } = await inside({ you: { ...ME, role: "guardian" } });
  await more(stage);
  await stage.press("Lay down my role");
  await stage.press("Yes, lay it down");
  await stage.press("Ring the bell");
  expect(circle.asked).toEqual(["layDownRole", "ringBell"]);
});

test("a concern goes to the facilitators alone, with a line or without", async () => {
  const { circle, stage } = await inside({});
  await more(stage);
  await act(async () => [...stage.page.querySelectorAll("label")].find((each) => each.textContent === "A concern")?.querySelector("input")?.click());
  await stage.press("Tell them");
  expect(circle.asked).toEqual(['raiseHand null "concern"']);
});

test("while somebody shares I may ask to reply straight to it", async () => {
  const { circle, stage } = await inside({ mode: "raised_hands", turn: turnOf(2) });
  await more(stage);
  await write(stage, "I know that feeling.");
  await stage.press("Reply to this");
  expect(circle.asked).toEqual(['raiseHand "I know that feeling." "direct_response"']);
});

test("while it is quiet, what was said lies under the calm and cannot be reached by keyboard, until I wish to read on", async () => {
  const silence = { kind: "silence", by: 1, seconds: 300, left: 300, intention: "For the absent." } as const;
  const { stage } = await inside({ silence });
  const under = () => stage.page.querySelector<HTMLElement>(".quiet-under");
  expect(under()?.inert).toBe(true);
  expect(stage.page.querySelector(".quiet")?.textContent).toContain("For the absent.");
  await stage.press("Show what was said");
  expect(under()?.inert).toBe(false);
  await stage.press("Back to the quiet");
  expect(under()?.inert).toBe(true);
});

test("a row in open conversation can be answered: its first line stands above my words", async () => {
  const { circle, stage } = await inside({});
  const reply = stage.page.querySelectorAll<HTMLButtonElement>('[aria-label="Reply to Amber Fox"]');
  expect(reply).toHaveLength(1);
  await act(async () => reply[0]?.click());
  expect(stage.page.querySelector(".composer-answers")?.textContent).toContain(`To Amber Fox: I called my sister.`);
  expect(document.activeElement?.id).toBe("words");
  expect(circle.asked).toEqual([]);
  expect(FOX.seat).toBe(2);
});
