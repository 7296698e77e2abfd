/** Reading in peace: who is at the end stays there, who is not is not moved. */
import { expect, test } from "vitest";
import { AT_START, rowsCame, scrolled } from "./follow";

const row = (key: string, mine = false) => ({ key, mine });

test("at the end, new words keep one at the end", () => {
  const first = rowsCame(AT_START, [row("a")]);
  expect(rowsCame(first, [row("a"), row("b")])).toMatchObject({ there: true, below: 0, unread: null });
});

test("further up, new words are counted and the first is marked", () => {
  const up = scrolled(rowsCame(AT_START, [row("a")]), 300);
  const two = rowsCame(up, [row("a"), row("b"), row("c")]);
  expect(two).toMatchObject({ there: false, below: 2, unread: "b" });
  expect(rowsCame(two, [row("a"), row("b"), row("c"), row("d")])).toMatchObject({ below: 3, unread: "b" });
});

test("coming down clears the count and leaves the mark; going up again takes it away", () => {
  const up = scrolled(rowsCame(AT_START, [row("a")]), 300);
  const down = scrolled(rowsCame(up, [row("a"), row("b")]), 0);
  expect(down).toMatchObject({ there: true, below: 0, unread: "b" });
  expect(scrolled(down, 500)).toMatchObject({ there: false, unread: null });
});

test("my own words bring me to the end", () => {
  const up = scrolled(rowsCame(AT_START, [row("a")]), 300);
  expect(rowsCame(up, [row("a"), row("me", true)])).toMatchObject({ there: true, below: 0 });
});

test("a row patched in place moves nothing", () => {
  const once = rowsCame(AT_START, [row("a")]);
  expect(rowsCame(once, [row("a")])).toBe(once);
});
