/** The log: at most 300 rows, quiet by itself, a row patched in place, one leaf for one person's words. */
import { expect, test } from "vitest";
import { onStage } from "../../testing/stage";
import { stillCircle } from "../../testing/still";
import { aView, FERN, FOX, ME, note, words } from "../../testing/rooms";
import "../../words/in_room";
import { Log } from "./log";

const shown = (view = aView()) => onStage(stillCircle({ place: { at: "room", view } }), <Log view={view} />);

test("at most three hundred rows stand in the document, and it says that there were more", async () => {
  const rows = Array.from({ length: 450 }, (_, index) => words(`w${index}`, index % 2 === 0 ? FOX : FERN, `words ${index}`));
  const { page } = await shown(aView({}, { rows }));
  expect(page.querySelectorAll("article")).toHaveLength(300);
  expect(page.textContent).toContain("words 449");
  expect(page.textContent).toContain("Earlier words are gone from this page.");
});

test("the log is named, can be reached by keyboard, and never speaks by itself", async () => {
  const { page } = await shown();
  const log = page.querySelector('[role="log"]');
  expect(log?.getAttribute("aria-live")).toBe("off");
  expect(log?.getAttribute("aria-label")).toBe("What people have said");
  expect(log?.getAttribute("tabindex")).toBe("0");
});

test("words on their way say so, and my own are marked in words", async () => {
  const { page } = await shown(aView({}, { rows: [words("a", ME, "hello", true)] }));
  expect(page.querySelector("article")?.textContent).toContain("sending");
  expect(page.querySelector("article")?.textContent).toContain("(you)");
});

test("whoever goes on speaking is named for screen readers only", async () => {
  const rows = [words("a", FOX, "one"), words("b", FOX, "two"), note("n", "note-passed", [FERN]), words("c", FOX, "three")];
  const { page } = await shown(aView({}, { rows }));
  const named = [...page.querySelectorAll("article")].map((row) => row.querySelector(".said-who") !== null);
  expect(named).toEqual([true, false, true]);
  expect(page.textContent?.match(/Amber Fox/g)).toHaveLength(3);
});

test("what somebody wrote is text, whatever it looks like", async () => {
  const { page } = await shown(aView({}, { rows: [words("a", FOX, "<b>bold</b> https://example.org")] }));
  expect(page.querySelector(".said-words")?.innerHTML).toBe("&lt;b&gt;bold&lt;/b&gt; https://example.org");
});

test("the question above the log is not said a second time in it", async () => {
  const rows = [note("n", "note-round-started", [FOX], { words: "What helped?" })];
  expect((await shown(aView({ prompt: "What helped?" }, { rows }))).page.textContent).not.toContain("What helped?");
  expect((await shown(aView({ prompt: "" }, { rows }))).page.textContent).toContain("The question: What helped?");
});
