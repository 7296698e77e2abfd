/** When the voice speaks, told with a clock that only moves when asked. */
import { beforeEach, expect, test } from "vitest";
import { Announcer, type Timer } from "./announcer";

class ManualTimer implements Timer {
  private time = 0;
  private planned: { at: number; what: () => void }[] = [];
  now(): number {
    return this.time;
  }
  after(milliseconds: number, what: () => void): () => void {
    const each = { at: this.time + milliseconds, what };
    this.planned.push(each);
    return () => {
      this.planned = this.planned.filter((other) => other !== each);
    };
  }
  pass(milliseconds: number): void {
    const end = this.time + milliseconds;
    for (;;) {
      const next = this.planned.filter((each) => each.at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.planned = this.planned.filter((each) => each !== next);
      this.time = next.at;
      next.what();
    }
    this.time = end;
  }
}

let timer: ManualTimer;
let calm: string[];
let now: string[];
let voice: Announcer;

beforeEach(() => {
  timer = new ManualTimer();
  calm = [];
  now = [];
  const ears = { calm: (text: string) => calm.push(text), now: (text: string) => now.push(text) };
  voice = new Announcer(ears, timer, (count) => `${count} new.`);
});

test("messages within a second are spoken together, once", () => {
  voice.tell("Fern: one", "words");
  timer.pass(600);
  voice.tell("Fern: two", "words");
  expect(calm).toEqual([]);
  timer.pass(400);
  expect(calm).toEqual(["Fern: one Fern: two"]);
  timer.pass(5000);
  expect(calm).toHaveLength(1);
});

test("the same words said twice are told twice; the same line only once", () => {
  voice.tell("Fern: yes", "words");
  voice.tell("Fern: yes", "words");
  voice.tell("Fern came in.", "line");
  voice.tell("Fern came in.", "line");
  timer.pass(1000);
  expect(calm).toEqual(["Fern: yes Fern: yes Fern came in."]);
});

test("many messages become a number and the last of them", () => {
  for (let count = 1; count <= 6; count += 1) voice.tell(`Fern: ${count}`, "words");
  timer.pass(1000);
  expect(calm).toEqual(["6 new. Fern: 6"]);
});

test("your turn interrupts at once", () => {
  voice.tell("It is your turn.", "turn");
  expect(now).toEqual(["It is your turn."]);
});

test("nothing is spoken within two seconds of a keystroke, not even your turn", () => {
  voice.keystroke();
  voice.tell("It is your turn.", "turn");
  timer.pass(1500);
  voice.keystroke();
  timer.pass(1999);
  expect(now).toEqual([]);
  timer.pass(1);
  expect(now).toEqual(["It is your turn."]);
});

test("who wants only turns hears turns and answers, no messages", () => {
  voice.hearing = "turns";
  voice.tell("Fern: one", "words");
  voice.tell("Copied", "answer");
  timer.pass(1000);
  expect(calm).toEqual(["Copied"]);
});

test("summaries say how many, not what", () => {
  voice.hearing = "summaries";
  voice.tell("Fern: one", "words");
  timer.pass(1000);
  expect(calm).toEqual(["1 new."]);
});

test("when the room is over, nothing that was spoken or waits to be spoken stays", () => {
  voice.tell("Amber Fox: something heavy", "words");
  timer.pass(1000);
  voice.tell("Amber Fox: and more of it", "words");
  voice.forget();
  timer.pass(10_000);
  expect(calm).toEqual(["Amber Fox: something heavy", ""]);
  expect(now).toEqual([""]);
});
