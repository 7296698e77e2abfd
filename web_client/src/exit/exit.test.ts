/** Leaving fast: the page is blank at once, whatever else fails. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { leaveFast, shiftCounter } from "./exit";

const replace = vi.fn<(site: string) => void>();

/** A page like ours, whose going-away can be watched. */
function page(hook?: () => void) {
  const storage = { clear: vi.fn() };
  return {
    fake: { document, sessionStorage: storage, location: { replace }, tpEndSeat: hook } as unknown as Window,
    storage,
  };
}

beforeEach(() => {
  replace.mockReset();
  document.documentElement.dataset["neutralSite"] = "https://weather.example/";
  document.body.replaceChildren(document.createElement("main"));
});

describe("leave fast", () => {
  it("blanks the page before it says goodbye, and then goes to the host's neutral site", () => {
    let seen = -1;
    const { fake, storage } = page(() => {
      seen = document.body.children.length;
    });
    leaveFast(fake);
    expect(seen).toBe(0);
    expect(storage.clear).toHaveBeenCalledOnce();
    expect(replace).toHaveBeenCalledExactlyOnceWith("https://weather.example/");
  });

  it("works when the main script never came, and when it is broken", () => {
    leaveFast(page().fake);
    leaveFast(
      page(() => {
        throw new Error("broken");
      }).fake,
    );
    expect(document.body.children.length).toBe(0);
    expect(replace).toHaveBeenCalledTimes(2);
  });

  it("hears a press on anything inside the button, and keeps it from everybody else", () => {
    const button = document.createElement("button");
    button.dataset["leaveFast"] = "";
    const label = document.createElement("span");
    button.append(label);
    document.body.append(button);
    const others = vi.fn();
    button.addEventListener("click", others);
    const going = vi.spyOn(window.location, "replace").mockImplementation(() => {});
    label.click();
    expect(document.body.children.length).toBe(0);
    expect(others).not.toHaveBeenCalled();
    expect(going).toHaveBeenCalledOnce();
    going.mockRestore();
  });
});

describe("three times Shift", () => {
  function pressed(keys: readonly string[], step = 300, kind?: string): boolean {
    let now = 0;
    const counter = shiftCounter(() => now);
    if (kind !== undefined) counter.touched(kind);
    return keys
      .map((key) => {
        now += step;
        if (key.startsWith("+")) {
          // A capital letter: Shift goes down, the letter is typed, Shift comes up.
          counter.down("Shift", false);
          counter.down(key.slice(1), false);
          return counter.up("Shift");
        }
        counter.down(key, false);
        return counter.up(key);
      })
      .some(Boolean);
  }

  it("leaves", () => {
    expect(pressed(["Shift", "Shift", "Shift"])).toBe(true);
  });

  it("is not heard with a letter between, in capitals, or slowly", () => {
    expect(pressed(["Shift", "Shift", "a", "Shift"])).toBe(false);
    expect(pressed(["+I", "+A", "+S", "+I"])).toBe(false);
    expect(pressed(["Shift", "Shift", "Shift"], 3_000)).toBe(false);
  });

  it("is not heard from a phone's keyboard, where three bare Shifts are ordinary writing", () => {
    expect(pressed(["Shift", "Shift", "Shift"], 300, "touch")).toBe(false);
    expect(pressed(["Shift", "Shift", "Shift"], 300, "mouse")).toBe(true);
  });

  it("does not count a Shift that is held down", () => {
    const counter = shiftCounter(() => 0);
    for (let time = 0; time < 5; time += 1) counter.down("Shift", time > 0);
    expect(counter.up("Shift")).toBe(false);
  });
});
