/**
 * Whoever walks by keyboard must not fall off the page when the button they pressed goes away: the focus then goes to
 * what held the button. Does nothing for anybody whose focus is elsewhere.
 */
import { useEffect, useRef } from "preact/hooks";
import type { RefObject } from "preact";

export function useHoldFocus(holder: RefObject<HTMLElement | null>, instead?: () => HTMLElement | null): void {
  const inside = useRef(false);
  useEffect(() => {
    const follow = (event: FocusEvent) => {
      inside.current = event.target instanceof Node && holder.current?.contains(event.target) === true;
    };
    document.addEventListener("focusin", follow);
    return () => document.removeEventListener("focusin", follow);
  }, []);
  // After every drawing: was the focus in here, and is it nowhere now?
  useEffect(() => {
    if (!inside.current || (document.activeElement !== document.body && document.activeElement !== null)) return;
    (instead?.() ?? holder.current)?.focus({ preventScroll: true });
  });
}
