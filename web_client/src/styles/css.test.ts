/** Promises about the style sheets: mirrored without effort, colours in one place, and no style that the strict policy forbids. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

// Read from the disk: the test runner hands out empty style sheets.
const names = Object.keys(import.meta.glob(["../**/*.css", "../../public/*.css"]));
const css = Object.fromEntries(names.map((name) => [name, readFileSync(new URL(name, import.meta.url), "utf8")]));
const code = import.meta.glob<string>(["../**/*.{ts,tsx}", "!../**/*.test.{ts,tsx}"], {
  query: "?raw",
  import: "default",
  eager: true,
});

const without = (source: string): string => source.replace(/\/\*[\s\S]*?\*\//g, "");
const found = (files: Record<string, string>, pattern: RegExp): string[] =>
  Object.entries(files).flatMap(([name, source]) => (without(source).match(pattern) ?? []).map((hit) => `${name}: ${hit.trim()}`));

test("only logical properties: nothing speaks of left or right, width or height", () => {
  const physical =
    /(?:^|[\s;{])(?:left|right|top|bottom|(?:margin|padding|border|inset)-(?:left|right|top|bottom)[a-z-]*|(?:min-|max-)?(?:width|height)|float|text-align:\s*(?:left|right))\s*:/gm;
  const bare = Object.fromEntries(Object.entries(css).map(([name, source]) => [name, source.replace(/@media[^{]*/g, "")]));
  expect(found(bare, physical)).toEqual([]);
});

test("colours live in tokens.css (and in the two pages without script)", () => {
  const others = Object.fromEntries(Object.entries(css).filter(([name]) => !/tokens|plain/.test(name)));
  const allowed = /#fff\b/;
  expect(found(others, /#[0-9a-fA-F]{3,8}\b(?=[^{]*[;}])/g).filter((hit) => !allowed.test(hit))).toEqual([]);
});

test("every part's style sheet is in the one that is served", () => {
  const index = css["./index.css"] ?? "";
  const parts = Object.keys(css).filter((name) => /\.\.\/(parts|screens)/.test(name));
  expect(parts.length).toBeGreaterThan(5);
  expect(parts.filter((name) => !index.includes(name))).toEqual([]);
});

test("nothing makes a page out of text, and no style comes as text", () => {
  expect(found(code, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcdoc|style="[^"]*"|setAttribute\("style"/g)).toEqual([]);
});
