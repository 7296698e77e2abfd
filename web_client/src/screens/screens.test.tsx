/** A walk through every example: each screen stands, speaks in words and not in keys, names its buttons, and lets one leave. */
import { act } from "preact/test-utils";
import { afterEach, expect, test } from "vitest";
import { onStage, type Stage } from "../testing/stage";
import { EXAMPLES } from "../testing/states";
import { stillCircle } from "../testing/still";
import { App } from "./app";

let stage: Stage | null = null;
afterEach(() => stage?.leave());

async function see(name: string) {
  const example = EXAMPLES[name];
  if (example === undefined) throw new Error(name);
  const circle = stillCircle(example);
  stage = await onStage(circle, <App />);
  // Parts that are loaded later.
  for (const load of [() => import("./room"), () => import("../parts/tray/tray"), () => import("./hosting/hosting")]) {
    await act(async () => void (await load()));
  }
  return { circle, stage };
}

test.each(Object.keys(EXAMPLES))("%s", async (name) => {
  const { stage: shown } = await see(name);
  const secrets = [...shown.page.querySelectorAll("code, .words-box")].map((each) => each.textContent ?? "");
  const text = secrets.reduce((all, secret) => all.replace(secret, ""), shown.page.textContent ?? "");
  expect(text).not.toMatch(/\b[a-z]+-[a-z_]+-[a-z_-]+\b/);
  expect(shown.page.querySelectorAll("h1")).toHaveLength(1);
  expect(shown.page.querySelector("[data-leave-fast]")).not.toBeNull();
  expect([...shown.page.querySelectorAll("button")].map((each) => each.textContent)).toContain(
    /^(room|held|desk|ready|host|trial|facilitator|looking)/.test(name) ? "Help" : "Help now",
  );
  for (const button of shown.page.querySelectorAll("button")) expect((button.textContent ?? "").trim()).not.toBe("");
  for (const field of shown.page.querySelectorAll("input, textarea")) {
    const named = field.getAttribute("aria-label") ?? (field.closest("label") ?? shown.page.querySelector(`label[for="${field.id}"]`))?.textContent;
    expect(named, field.outerHTML).toBeTruthy();
  }
});

test("the door shows no headcount and sends the line only where one knocks", async () => {
  const { circle, stage: shown } = await see("door");
  expect(shown.page.textContent).not.toMatch(/people here/);
  await shown.press("Just listen");
  expect(circle.asked).toEqual(['knock {"listening":true,"line":null}']);
});

test("leaving is confirmed in words", async () => {
  const { circle, stage: shown } = await see("room-open");
  await act(async () => shown.page.querySelector<HTMLButtonElement>(".room-more")?.click());
  await shown.press("Leave the circle");
  expect(circle.asked).toEqual([]);
  await shown.press("Yes, leave");
  expect(circle.asked).toEqual(["leave"]);
});

test("closing the circle is confirmed in words", async () => {
  const { circle, stage: shown } = await see("held-open");
  await shown.press("Close");
  expect(circle.asked).toEqual([]);
  await shown.press("Yes, close the circle");
  expect(circle.asked).toEqual(["closeMeeting"]);
});

test("the tray's next step says what it does, with the name", async () => {
  const { circle, stage: shown } = await see("held-hands");
  await shown.press("Offer to Mellow Fern");
  expect(circle.asked).toEqual(["offerPiece null"]);
});

test("two different passphrases are noticed before anything is sent", async () => {
  const { circle, stage: shown } = await see("facilitator-first");
  const fields = shown.page.querySelectorAll<HTMLInputElement>('input[type="password"]');
  await act(() => {
    for (const [index, field] of [...fields].entries()) {
      field.value = `a long sentence ${index}`;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
  await shown.press("Keep it and go on");
  expect(circle.asked).toEqual([]);
  expect(shown.page.textContent).toContain("The two are not the same yet.");
});
