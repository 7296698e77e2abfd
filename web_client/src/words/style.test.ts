/** How our words sound, held by test: short sentences, kind nouns, and a made-up language that reaches every word. */
import { expect, test } from "vitest";
import { makeSpeech } from "./bundle";
import english from "./en.ftl?raw";
import hosting from "./en.hosting.ftl?raw";
import room from "./en.room.ftl?raw";
import { pseudo } from "./pseudo";

const NEVER = /\b(errors?|invalid|banned|ban|sessions?|users?|moderators?|kick|mute|illegal|failed|failure|warning)\b/i;
const lines = (english + room + hosting)
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.replace(/^\S+ =/, "").replace(/^\s*\*?\[\w+\]/, ""));

test("no word that judges or sounds like a machine", () => {
  expect(lines.filter((line) => NEVER.test(line))).toEqual([]);
});

test("no sentence is longer than twelve words", () => {
  const sentences = lines.flatMap((line) => line.replace(/\{[^}]*\}/g, "x").split(/[.!?:;](?:\s|$)/));
  const long = sentences.filter((sentence) => sentence.split(/\s+/).filter((word) => /\w/.test(word)).length > 12);
  // Telephone numbers are listed in one breath.
  expect(long.filter((sentence) => !sentence.includes("112"))).toEqual([]);
});

test("the made-up language reaches every word and keeps the values", () => {
  const speech = makeSpeech("en", "ltr", pseudo);
  speech.add(english + room);
  expect(speech.say("help")).toBe("Héélp");
  expect(speech.say("turn-sharing", { who: "Amber Fox" })).toContain("Amber Fox");
});

test("a name in another direction is kept apart from the sentence around it", () => {
  const speech = makeSpeech("en", "ltr");
  speech.add(english);
  expect(speech.say("door-run-by", { who: "بيت" })).toBe("Run by \u2068بيت\u2069");
  expect(speech.say("door-run-by", { who: "Harbour House" })).toBe("Run by Harbour House");
});
