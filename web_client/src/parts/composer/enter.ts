/** What the Enter key does: a new line on touch, sending on a desktop, unless the person has switched it. Kept for this page only. */
import { signal } from "@preact/signals";

/** null: nobody has switched it, the device decides. */
const chosen = signal<boolean | null>(null);

/** Whether this is a thing held in the hand. */
export const byTouch = (): boolean => typeof matchMedia === "function" && matchMedia("(pointer: coarse)").matches;

export const enterSends = (): boolean => chosen.value ?? !byTouch();

export function chooseEnter(sends: boolean): void {
  chosen.value = sends;
}

/** Whether this key press means "press the button". While a word is being composed (IME), Enter belongs to it. */
export function meansSend(event: KeyboardEvent): boolean {
  if (event.key !== "Enter" || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey) return true;
  return enterSends() && !event.shiftKey && !event.altKey;
}
