/**
 * The promises about words: generated.keys.ts names exactly the keys that have words, everything the code asks for exists,
 * everything that exists is asked for, and every refusal of the protocol has words.
 */
import { expect, test } from "vitest";
import { REFUSALS } from "../protocol/generated";
import english from "./en.ftl?raw";
import hosting from "./en.hosting.ftl?raw";
import room from "./en.room.ftl?raw";

const sources = import.meta.glob<string>(["../**/*.{ts,tsx}", "!../**/*.test.{ts,tsx}", "!./generated.keys.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});

const keysIn = (source: string): string[] => [...source.matchAll(/^([a-z][a-zA-Z0-9_-]*) =/gm)].map((m) => m[1] ?? "");
const source = english + room + hosting;
const all = keysIn(source);

function keysFile(): string {
  const list = all.map((key) => `  | "${key}"`).join("\n");
  return `/** Every key that has words. Made from the .ftl files by keys.test.ts (\`npx vitest run -u\`): never edited. */\nexport type Key =\n${list};\n`;
}

test("generated.keys.ts is what the .ftl files say", async () => {
  await expect(keysFile()).toMatchFileSnapshot("./generated.keys.ts");
});

test("no key has words twice", () => {
  expect(all.filter((key, index) => all.indexOf(key) !== index)).toEqual([]);
});

test("every key is asked for somewhere, whole or as the end of a prefix", () => {
  const code = Object.values(sources).join("\n");
  const prefixes = [...code.matchAll(/`([a-z][a-z_-]*-)\$\{/g)].map((m) => m[1] ?? "");
  const terms = [...source.matchAll(/\{ ([a-z][a-z-]+) \}/g)].map((m) => m[1] ?? "");
  const unused = all.filter(
    (key) => !code.includes(`"${key}"`) && !terms.includes(key) && !prefixes.some((prefix) => key.startsWith(prefix)),
  );
  expect(unused).toEqual([]);
});

test("every refusal of the protocol has words, with the values it needs", () => {
  for (const [code, { english: sentence }] of Object.entries(REFUSALS)) {
    expect(all).toContain(`refusal-${code}`);
    const line = source.split("\n").find((each) => each.startsWith(`refusal-${code} =`)) ?? "";
    for (const value of ["seconds", "most"]) {
      if (sentence.includes(`{${value}}`)) expect(line).toContain(`$${value}`);
    }
  }
});
