/** Puts a part on a page for a test, with a house around it, and takes it off again. */
import { type ComponentChildren, render } from "preact";
import { act } from "preact/test-utils";
import { Announcer } from "../announce/announcer";
import { LiveRegions, Regions } from "../announce/regions";
import { HouseContext } from "../parts/house/house";
import type { Still } from "./still";

export interface Stage {
  readonly page: HTMLElement;
  readonly voiced: string[];
  button(name: string): HTMLButtonElement;
  press(name: string): Promise<void>;
  leave(): void;
}

export async function onStage(circle: Still, children: ComponentChildren): Promise<Stage> {
  const page = document.createElement("div");
  document.body.append(page);
  const regions = new Regions();
  const voiced: string[] = [];
  const ears = { calm: (text: string) => voiced.push(text), now: (text: string) => voiced.push(text) };
  // Time stands at a moment long after the last key; what is told is spoken when asked for.
  const voice = new Announcer(ears, { now: () => 1e9, after: (_wait, what) => (queueMicrotask(what), () => undefined) }, String);
  voice.tell = (text) => voiced.push(text);
  await act(() =>
    render(
      <HouseContext.Provider value={{ circle, voice, regions }}>
        {children}
        <LiveRegions regions={regions} />
      </HouseContext.Provider>,
      page,
    ),
  );
  const button = (name: string): HTMLButtonElement => {
    const all = [...page.querySelectorAll("button")];
    const found = all.find((each) => (each.getAttribute("aria-label") ?? each.textContent ?? "").trim() === name);
    if (found === undefined) throw new Error(`no button "${name}" among: ${all.map((each) => each.textContent).join(" | ")}`);
    return found;
  };
  return {
    page,
    voiced,
    button,
    press: (name) => act(async () => button(name).click()),
    leave: () => {
      render(null, page);
      page.remove();
    },
  };
}
