/** My words are mine: nothing is sent by itself, and nothing I wrote is lost, whatever the answer. */
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import type { Outcome } from "../../connection/api";
import { onStage, type Stage } from "../../testing/stage";
import { stillCircle } from "../../testing/still";
import { aView } from "../../testing/rooms";
import "../../words/in_room";
import { useAsk } from "../ask/ask";
import { Composer } from "./composer";
import { chooseEnter } from "./enter";

function Held({ maySay }: { readonly maySay: boolean }) {
  return <Composer maySay={maySay} asking={useAsk()} />;
}

async function composing(maySay: boolean, draft = "", answer: Outcome = { kind: "accepted" }) {
  const circle = stillCircle({ place: { at: "room", view: aView() }, draft, answer });
  const stage = await onStage(circle, <Held maySay={maySay} />);
  const field = stage.page.querySelector("textarea");
  if (field === null) throw new Error("no field");
  return { circle, stage, field };
}

const write = (field: HTMLTextAreaElement, text: string) =>
  act(() => {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });

const enter = (field: HTMLTextAreaElement, more: KeyboardEventInit = {}) =>
  act(async () => {
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...more }));
  });

const refused: Outcome = { kind: "refused", refusal: { code: "stale_turn", arguments: { seconds: null, most: null } } };
const hint = (stage: Stage): string => stage.page.querySelector(".soft")?.textContent ?? "";

test("while it is not my turn, the one button keeps, and nothing is sent", async () => {
  const { circle, stage, field } = await composing(false);
  expect(field.getAttribute("aria-label")).toBe("Write for later");
  await write(field, "I wanted to say");
  await stage.press("Keep");
  expect(circle.asked).toEqual(["keep I wanted to say"]);
  expect(field.value).toBe("I wanted to say");
  expect(hint(stage)).toContain("Nothing is sent until you press Say.");
});

test("on my turn the button says the words, and the field is free at once", async () => {
  const { circle, stage, field } = await composing(true, "kept before");
  expect(field.value).toBe("kept before");
  await stage.press("Say");
  expect(circle.asked).toContain("say kept before");
  expect(field.value).toBe("");
});

test("a refusal stands above the field in words, and the text is back", async () => {
  const { stage, field } = await composing(true, "", refused);
  await write(field, "too late");
  await stage.press("Say");
  expect(field.value).toBe("too late");
  expect(stage.page.querySelector(".why")?.textContent).toBe("The turn has moved on. Your words are still here.");
  expect(stage.voiced).toContain("The turn has moved on. Your words are still here.");
});

test("words that are too long are not sent at all; near the end the room left is said", async () => {
  const { circle, stage, field } = await composing(true);
  await write(field, "x".repeat(1_790));
  expect(hint(stage)).toBe("");
  await write(field, "😀".repeat(1_850));
  expect(hint(stage)).toBe("150 characters left.");
  await write(field, "x".repeat(2_001));
  expect(hint(stage)).toContain("1 character too many.");
  await stage.press("Say");
  expect(circle.asked).toEqual([]);
  expect(field.value).toHaveLength(2_001);
});

test("Enter sends where it may, Shift and Enter never, and not while a word is being composed", async () => {
  chooseEnter(true);
  const { circle, field } = await composing(true);
  await write(field, "hello");
  await enter(field, { shiftKey: true });
  await enter(field, { isComposing: true });
  expect(circle.asked).toEqual([]);
  await enter(field);
  expect(circle.asked).toContain("say hello");
});

test("where Enter makes new lines, it sends nothing", async () => {
  chooseEnter(false);
  const { circle, field } = await composing(true);
  await write(field, "hello");
  await enter(field);
  expect(circle.asked).toEqual([]);
});

test("Enter keeps, and does not send, while it is not my turn", async () => {
  chooseEnter(true);
  const { circle, field } = await composing(false);
  await write(field, "hello");
  await enter(field);
  expect(circle.asked).toEqual(["keep hello"]);
});

test("the browser is asked not to remember the words", async () => {
  const { field } = await composing(false);
  expect(field.getAttribute("autocomplete")).toBe("off");
});
