/** Asking once, hearing why not in words, and not being locked out by a line that is lost. */
import { act } from "preact/test-utils";
import { expect, test, vi } from "vitest";
import type { Outcome } from "../../connection/api";
import { onStage } from "../../testing/stage";
import { stillCircle } from "../../testing/still";
import { type Asking, useAsk, Why } from "./ask";

async function asking() {
  let mine: Asking | null = null;
  function Held() {
    mine = useAsk();
    return <Why asking={mine} />;
  }
  const stage = await onStage(stillCircle({ place: { at: "front" } }), <Held />);
  if (mine === null) throw new Error("not on the page");
  return { stage, mine: mine as Asking };
}

const never = (): Promise<Outcome> => new Promise(() => undefined);

test("a refusal becomes words on the page and in the ear, and a success takes them away", async () => {
  const { stage, mine } = await asking();
  const refusal = { code: "slow_down", arguments: { seconds: 7, most: null } } as const;
  await act(async () => void (await mine.ask(async () => ({ kind: "refused", refusal }))));
  expect(stage.page.textContent).toContain("One moment, please. Try again in 7 seconds.");
  expect(stage.voiced).toHaveLength(1);
  await act(async () => void (await mine.ask(async () => ({ kind: "accepted" }))));
  expect(stage.page.textContent).toBe("");
});

test("a code of a newer server still gets a sentence", async () => {
  const { stage, mine } = await asking();
  const refusal = { code: "unheard_of", arguments: { seconds: null, most: null } };
  await act(async () => void (await mine.ask(async () => ({ kind: "refused", refusal }) as unknown as Outcome)));
  expect(stage.page.textContent).toContain("Nothing has changed.");
});

test("a double tap asks once; while the line is lost one may still ask for something else", async () => {
  const now = vi.spyOn(performance, "now").mockReturnValue(5_000);
  const { mine } = await asking();
  const wish = vi.fn(never);
  void mine.ask(wish);
  void mine.ask(wish);
  expect(wish).toHaveBeenCalledTimes(1);
  now.mockReturnValue(6_500);
  void mine.ask(wish);
  expect(wish).toHaveBeenCalledTimes(2);
  now.mockRestore();
});
