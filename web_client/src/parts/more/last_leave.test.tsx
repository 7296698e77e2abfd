/** Leaving as the only facilitator: a question with three answers, and going is one of them. */
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import Room from "../../screens/room";
import { aRoom, aView, FACILITATOR, FERN, FOX, HERON, SETTINGS } from "../../testing/rooms";
import { onStage, type Stage } from "../../testing/stage";
import { stillCircle } from "../../testing/still";
import { lastHolder } from "./last_leave";

const alone = { you: FACILITATOR, people: [FACILITATOR, FOX, FERN], away: [FERN.seat] };

async function leaving(change: Parameters<typeof aView>[0] = alone) {
  const view = aView(change);
  const circle = stillCircle({ place: { at: "room", view } });
  const stage = await onStage(circle, <Room view={view} />);
  await act(async () => stage.page.querySelector<HTMLButtonElement>(".room-more")?.click());
  await stage.press("Leave the circle");
  return { circle, stage };
}

/** The part with the three answers is loaded when it is asked for. */
async function arrives(stage: Stage): Promise<void> {
  while (!stage.page.textContent?.includes("What is best for the circle?")) await act(() => new Promise((on) => setTimeout(on, 5)));
}

test("the only facilitator is asked; where others hold the circle nobody is", () => {
  const other = { ...HERON, role: "facilitator" as const };
  expect(lastHolder(aRoom(alone))).toBe(true);
  expect(lastHolder(aRoom({ ...alone, people: [FACILITATOR, other] }))).toBe(false);
  expect(lastHolder(aRoom({ ...alone, people: [FACILITATOR, other], away: [other.seat] }))).toBe(true);
  expect(lastHolder(aRoom({ ...alone, settings: { ...SETTINGS, held_by: "members" } }))).toBe(false);
  expect(lastHolder(aRoom())).toBe(false);
});

test("The last facilitator is asked: hand over, close, or leave the room without", async () => {
  const { circle, stage } = await leaving();
  await arrives(stage);
  for (const choice of ["Hand over", "Close", "wait"]) expect(stage.page.textContent).toContain(choice);
  expect(circle.asked).toEqual([]);
});

test("hand over: whoever is here can be asked, and nobody is made to lead", async () => {
  const { circle, stage } = await leaving();
  await arrives(stage);
  await stage.press("Hand over");
  expect(stage.page.textContent).not.toContain("Ask Mellow Fern");
  await stage.press("Ask Amber Fox");
  expect(circle.asked).toEqual(['offerRole 2 "lead"']);
  expect(stage.voiced).toContain("They have been asked. Nothing changes until they say yes.");
});

test("close asks once more; leaving the circle to wait does not", async () => {
  const closes = await leaving();
  await arrives(closes.stage);
  await closes.stage.press("Close the circle");
  expect(closes.circle.asked).toEqual([]);
  await closes.stage.press("Yes, close the circle");
  expect(closes.circle.asked).toEqual(["closeMeeting"]);
  const waits = await leaving();
  await arrives(waits.stage);
  expect(waits.stage.page.textContent).toContain("closes after about 15 minutes");
  await waits.stage.press("Leave, and the circle waits");
  expect(waits.circle.asked).toEqual(["leave"]);
});

test("one may stay after all; and with nobody to ask there is nobody to hand over to", async () => {
  const { circle, stage } = await leaving({ ...alone, people: [FACILITATOR, FERN] });
  await arrives(stage);
  expect(() => stage.button("Hand over")).toThrow();
  await stage.press("Stay");
  expect(document.activeElement?.textContent).toBe("Leave the circle");
  expect(circle.asked).toEqual([]);
});
