/**
 * `t("key")`: the one way in which a visible word gets onto a page. Keys are a type (`generated.keys.ts`), so a word that
 * does not exist fails the type check. It holds the language of this page and nothing else.
 */
import english from "./en.ftl?raw";
import { makeSpeech, type Speech } from "./bundle";
import type { Key } from "./generated.keys";

export type Values = Readonly<Record<string, string | number>>;

let speech: Speech = makeSpeech("en", "ltr");
speech.add(english);

/** For tests and the examples page: another language from here on. */
export function speak(other: Speech): void {
  speech = other;
}

/** More words, for parts that are loaded later. */
export function addWords(source: string): void {
  speech.add(source);
}

export function t(key: Key, values?: Values): string {
  return speech.say(key, values);
}

/** Whether a key that came from elsewhere (a note of the log, a refusal of a newer server) has words here. */
export function known(key: string): key is Key {
  return speech.has(key);
}

export const direction = (): "ltr" | "rtl" => speech.direction;
