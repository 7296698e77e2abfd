/** Pairing on both screens: the code is shown and looked after, somebody is named before they come in, and an end is said. */
import { signal } from "@preact/signals";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PairingReply } from "../../protocol/generated";
import { FOX, WREN } from "../../testing/rooms";
import { onStage, type Stage } from "../../testing/stage";
import { EXAMPLES } from "../../testing/states";
import { stillCircle } from "../../testing/still";
import Hosting from "./hosting";

let stage: Stage | null = null;
beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  stage?.leave();
  vi.useRealTimers();
});

async function see(name: string, refusal?: "invitation_used" | "wrong_passphrase") {
  const example = EXAMPLES[name];
  if (example === undefined) throw new Error(name);
  const answer = refusal && ({ kind: "refused", refusal: { code: refusal, arguments: { seconds: null, most: null } } } as const);
  const pairing = signal<PairingReply | null>(example.pairing ?? null);
  const still = stillCircle({ ...example, ...(answer ? { answer } : {}) });
  const circle = { ...still, pairing };
  stage = await onStage(circle, <Hosting place={example.place} />);
  return { circle, stage, pairing };
}

const told = (change: Partial<PairingReply>): PairingReply => ({ ...(EXAMPLES["desk-pairing"]?.pairing as PairingReply), ...change });

test("a code for a device is offered at the foot of the desk, one for a circle where it is open", async () => {
  const { circle, stage: shown } = await see("desk");
  await shown.press("Use another device");
  await shown.press("Pair a co-facilitator for Tuesday circle");
  expect(circle.asked).toEqual(["offerPairing null", 'offerPairing "a"']);
  expect(shown.page.querySelectorAll("[aria-label^='Pair a co-facilitator']")).toHaveLength(1);
});

test("a desk without a passphrase has no devices to pair, a full one says so, and one device has nothing to end", async () => {
  const { stage: trial } = await see("desk-empty");
  expect(trial.page.querySelector(".devices")).toBeNull();
  trial.leave();
  const { stage: full } = await see("desk-devices-full");
  expect(full.page.querySelector(".devices")?.textContent).toContain("There is no room for more.");
  expect(() => full.button("Use another device")).toThrow();
  full.leave();
  const { stage: one } = await see("desk");
  expect(() => one.button("Only this device")).toThrow();
});

test("ending the other devices is confirmed in words", async () => {
  const { circle, stage: shown } = await see("desk-devices");
  await shown.press("Only this device");
  expect(circle.asked).toEqual([]);
  await shown.press("Yes, only this one");
  expect(circle.asked).toEqual(["onlyThisDevice"]);
});

test("the code stands there in words, is looked after every two seconds, and is gone with the leaf", async () => {
  const { circle, stage: shown } = await see("desk-pairing");
  expect(shown.page.querySelector(".pair-code")?.textContent).toBe("quiet otter misty cedar opal lake");
  expect(() => shown.button("Copy the link")).toThrow();
  await act(async () => void (await vi.advanceTimersByTimeAsync(6_000)));
  expect(circle.asked).toEqual(["lookAtPairing", "lookAtPairing", "lookAtPairing"]);
  await shown.press("Back");
  expect(circle.asked.at(-1)).toBe("endPairing");
});

test("a page that goes away takes its code along", async () => {
  const { circle } = await see("desk-pairing");
  window.dispatchEvent(new Event("pagehide"));
  expect(circle.asked).toEqual(["endPairing"]);
});

test("while the line is lost nothing piles up", async () => {
  const { circle } = await see("desk-pairing");
  (circle.line as ReturnType<typeof signal<string>>).value = "lost";
  await act(async () => void (await vi.advanceTimersByTimeAsync(60_000)));
  expect(circle.asked).toEqual([]);
});

test("who asks is named aloud, and only Yes lets them in", async () => {
  const { circle, stage: shown, pairing } = await see("desk-pairing");
  await act(() => void (pairing.value = told({ state: "asked", code: null, asker: { asker: 1, name: WREN.name } })));
  expect(shown.voiced).toEqual(["Somebody wants to facilitate with you: Quiet Wren"]);
  expect(shown.page.querySelector(".pair-code")).toBeNull();
  expect(document.activeElement?.tagName).not.toBe("BUTTON");
  await shown.press("Yes, let them in");
  expect(circle.asked).toEqual(["answerPairing 1 true"]);
});

test("No is one tap", async () => {
  const { circle, stage: shown } = await see("desk-pairing-asked");
  await shown.press("No");
  expect(circle.asked).toEqual(["answerPairing 1 false"]);
});

test("a Yes on its way to the first is not taken for another who stands there suddenly", async () => {
  const { circle, stage: shown, pairing } = await see("desk-pairing-asked");
  await act(() => void (pairing.value = told({ state: "asked", asker: { asker: 2, name: FOX.name } })));
  expect(shown.page.textContent).toContain("Somebody else asked with these words before.");
  await shown.press("Yes, let them in");
  expect(circle.asked).toEqual([]);
  await act(async () => void (await vi.advanceTimersByTimeAsync(1_600)));
  await shown.press("Yes, let them in");
  expect(circle.asked.at(-1)).toBe("answerPairing 2 true");
});

test("once it is done or over nobody looks any more, and new words are a tap away", async () => {
  const { circle, stage: shown } = await see("desk-pairing-ended");
  await act(async () => void (await vi.advanceTimersByTimeAsync(10_000)));
  expect(circle.asked).toEqual([]);
  await shown.press("New words");
  expect(circle.asked).toEqual(['offerPairing "a"']);
  shown.leave();
  const { circle: after, stage: done } = await see("desk-pairing-done");
  expect(done.page.textContent).toContain("Quiet Wren facilitates with you now.");
  await act(async () => void (await vi.advanceTimersByTimeAsync(10_000)));
  expect(after.asked).toEqual([]);
  await done.press("Close");
  expect(after.asked).toEqual(["endPairing"]);
});

test("on the other device the passphrase is asked for, and a wrong one is said", async () => {
  const { circle, stage: shown } = await see("facilitator-device", "wrong_passphrase");
  await shown.press("Open my groups here");
  expect(circle.asked).toEqual([]);
  const field = shown.page.querySelector("input");
  if (field === null) throw new Error("no field");
  await act(() => {
    field.value = "not the lamp";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await shown.press("Open my groups here");
  expect(circle.asked).toEqual(["pairDevice"]);
  expect(shown.page.querySelector(".why")?.textContent).toBe("That is not the passphrase for this link.");
});

test("a paired device shows its own link to keep", async () => {
  const { stage: shown } = await see("desk-paired");
  expect(shown.page.querySelector(".link-box")?.textContent).toMatch(/#a-link-that-belongs-to-this-device$/);
});

test("the other side reads which circle it is and what it means, asks, and waits under the same name", async () => {
  const { circle, stage: shown } = await see("facilitator-paired");
  expect(shown.page.querySelector("h1")?.textContent).toBe("Tuesday circle");
  expect(shown.page.textContent).toContain("You will facilitate this circle together");
  await shown.press("Another name");
  await shown.press("Ask to come in");
  expect(circle.asked).toEqual(["anotherName", "askToFacilitate"]);
  shown.leave();
  const { circle: waiting, stage: asked } = await see("facilitator-paired-asks");
  expect(asked.page.querySelector(".name")?.textContent).toBe("Quiet Wren");
  await asked.press("Rather not");
  expect(waiting.asked).toEqual(["stopAsking"]);
});

test("words that were told are typed as one likes, and become the link", async () => {
  const { default: TypeWords } = await import("./type_words");
  stage = await onStage(stillCircle({ place: { at: "front" } }), <TypeWords />);
  const field = stage.page.querySelector("input");
  if (field === null) throw new Error("no field");
  expect(document.activeElement).toBe(field);
  const type = (text: string) =>
    act(() => {
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  await type("Quiet Otter");
  await stage.press("Open");
  expect(stage.page.querySelector(".why")?.textContent).toBe("These are not all the words yet.");
  expect(location.hash).toBe("");
  await type("  Quiet otter  Misty cedar opal-lake ");
  await stage.press("Open");
  expect(location.hash).toBe("#quiet-otter-misty-cedar-opal-lake");
  location.hash = "";
});
