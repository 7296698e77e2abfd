/** The focus does not fall off the page when a button goes away, and is not taken from anybody else. */
import { signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import { onStage } from "../../testing/stage";
import { stillCircle } from "../../testing/still";
import { useHoldFocus } from "./hold_focus";

const shown = signal(true);

function Bar() {
  const bar = useRef<HTMLElement>(null);
  useHoldFocus(bar);
  return (
    <>
      <section tabIndex={-1} ref={bar}>
        {shown.value && <button type="button">Take it</button>}
      </section>
      <button type="button">elsewhere</button>
    </>
  );
}

async function bar() {
  shown.value = true;
  return onStage(stillCircle({ place: { at: "front" } }), <Bar />);
}

test("a button that goes away leaves the focus with what held it", async () => {
  const stage = await bar();
  await act(() => stage.button("Take it").focus());
  await act(() => void (shown.value = false));
  expect(document.activeElement?.tagName).toBe("SECTION");
  stage.leave();
});

test("whoever is elsewhere stays there", async () => {
  const stage = await bar();
  await act(() => stage.button("elsewhere").focus());
  await act(() => void (shown.value = false));
  expect(document.activeElement?.textContent).toBe("elsewhere");
  stage.leave();
});
