/** My words are mine: nothing is sent by itself, and nothing I wrote is lost, whatever the answer. */
import { signal } from "@preact/signals";
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import type { Outcome } from "../../connection/api";
import { standingOf } from "../../room/standing";
import type { RoomView } from "../../room/view";
import { onStage, type Stage } from "../../testing/stage";
import { stillCircle } from "../../testing/still";
import { aRoom, aView, FACILITATOR, FERN, FOX, ME, MINE, turnOf, words } from "../../testing/rooms";
import "../../words/in_room";
import { useAsk } from "../ask/ask";
import { type Answering, Composer } from "./composer";
import { airWords, showAir } from "./air";
import { chooseEnter } from "./enter";
import { muchCame } from "./while_writing";

const answering = signal<Answering | null>(null);

function Held({ view }: { readonly view: RoomView }) {
  return <Composer view={view} may={standingOf(view.snapshot).may} asking={useAsk()} answering={answering} />;
}

async function composing(maySay: boolean, draft = "", answer: Outcome = { kind: "accepted" }) {
  return composingIn(aView(maySay ? {} : { mode: "raised_hands" }), draft, answer);
}

async function composingIn(view: RoomView, draft = "", answer: Outcome = { kind: "accepted" }) {
  answering.value = null;
  const circle = stillCircle({ place: { at: "room", view }, draft, answer });
  const stage = await onStage(circle, <Held view={view} />);
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

test("an answer goes with what it answers, and can be put away", async () => {
  const { circle, stage, field } = await composingIn(aView());
  await act(() => void (answering.value = { key: "e", who: FOX, line: "I called my sister." }));
  expect(stage.page.textContent).toContain("To Amber Fox: I called my sister.");
  await write(field, "I am glad.");
  await stage.press("Say");
  expect(circle.asked).toContain("say I am glad. (to e)");
  expect(answering.value).toBeNull();
  await act(() => void (answering.value = { key: "e", who: FOX, line: "I called my sister." }));
  await stage.press("Do not reply");
  await write(field, "To everybody.");
  await stage.press("Say");
  expect(circle.asked).toContain("say To everybody.");
});

test("a facilitator may say a few words in somebody's turn, by a button of its own", async () => {
  const { circle, stage, field } = await composingIn(aView({ you: FACILITATOR, mode: "raised_hands", turn: turnOf(2) }));
  expect(stage.page.textContent).not.toContain("Say it now, in between");
  await write(field, "Take your time.");
  await stage.press("Say it now, in between");
  expect(circle.asked).toContain("say Take your time.");
});

test("while it is quiet the words are kept", async () => {
  const silence = { kind: "bell", by: 1, seconds: 20, left: 20, intention: "" } as const;
  const { circle, stage, field } = await composingIn(aView({ silence }));
  await write(field, "In a moment.");
  await stage.press("Keep");
  expect(circle.asked).toEqual(["keep In a moment."]);
});

test("three new messages since the first word are worth saying, my own are not counted", () => {
  const rows = [words("a", FOX, "1"), words("b", FERN, "2"), words("c", ME, "mine"), words("d", FOX, "3"), words("e", FERN, "4")];
  expect(muchCame(rows, "b")).toBe(false);
  expect(muchCame(rows, "a")).toBe(true);
  expect(muchCame(rows, "fell off the log")).toBe(true);
});

test("my share of the air is shown from the second share on, to me alone, and can be hidden", () => {
  const shared = (mine: number, all: number) => airWords(aRoom({ shares: all, mine: { ...MINE, shares: mine } }));
  expect(shared(1, 9)).toBeNull();
  expect(shared(2, 7)).toBe("You have shared twice; the room about once.");
  expect(shared(3, 4)).toBe("You have shared 3 times; the room less than once.");
  showAir(false);
  expect(shared(3, 4)).toBeNull();
  showAir(true);
});
