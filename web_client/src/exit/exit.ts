/**
 * Quick exit: blanks the page, ends the seat, and goes to a neutral site. Its own entry without imports, so that it
 * works when nothing else arrived and when the network is down. It asks nobody and waits for nothing.
 */

const NEUTRAL = "https://www.wikipedia.org/";
const SHIFTS = 3;
const WITHIN = 5_000;

interface Hooked extends Window {
  /** Set by the connection: says goodbye on an open line, at once. */
  tpEndSeat?: () => void;
}

/** Leaves now. Blank first: whatever fails afterwards, the room is no longer on the screen. */
export function leaveFast(page: Hooked): void {
  const { document } = page;
  const site = document.documentElement.dataset["neutralSite"] || NEUTRAL;
  document.body?.replaceChildren();
  try {
    page.tpEndSeat?.();
  } catch {
    // Nothing may stand in the way of leaving.
  }
  try {
    page.sessionStorage.clear();
  } catch {
    // Some browsers forbid storage; then there is nothing in it.
  }
  page.location.replace(site);
}

/** Counts bare presses of Shift: three within five seconds, with nothing between, and no finger on the screen. */
export function shiftCounter(now: () => number): {
  down(key: string, held: boolean): void;
  up(key: string): boolean;
  touched(kind: string): void;
} {
  let presses: number[] = [];
  let alone = false;
  let touch = false;
  return {
    down(key, held) {
      if (held && key === "Shift") return;
      alone = key === "Shift";
      if (!alone) presses = [];
    },
    // Counted when it comes up: only then is it certain that no letter was typed with it.
    up(key) {
      if (key !== "Shift" || !alone || touch) return false;
      alone = false;
      presses = [...presses, now()].filter((at) => now() - at <= WITHIN);
      return presses.length >= SHIFTS;
    },
    touched(kind) {
      touch = kind === "touch";
      presses = [];
    },
  };
}

/** Listens on the whole page, so that buttons drawn later are heard too. */
export function listen(page: Hooked): void {
  const shifts = shiftCounter(() => page.performance.now());
  const { document } = page;
  document.addEventListener("keydown", (event) => shifts.down(event.key, event.repeat), true);
  document.addEventListener(
    "keyup",
    (event) => {
      if (shifts.up(event.key)) leaveFast(page);
    },
    true,
  );
  document.addEventListener("pointerdown", (event) => shifts.touched(event.pointerType), true);
  document.addEventListener(
    "click",
    (event) => {
      const pressed = event.target instanceof Element && event.target.closest("[data-leave-fast]");
      if (!pressed) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      leaveFast(page);
    },
    true,
  );
}

listen(window);
