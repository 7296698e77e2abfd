/** My own share of the air, shown to me alone and only once it says something. Counts turns, never words. */
import { signal } from "@preact/signals";
import type { RoomSnapshot } from "../../protocol/generated";
import { t } from "../../words/t";

const shown = signal(true);

export const airShown = (): boolean => shown.value;

export function showAir(on: boolean): void {
  shown.value = on;
}

/** "You have shared twice; the room about once.", or nothing. */
export function airWords(room: RoomSnapshot): string | null {
  if (room.mine.shares < 2 || !shown.value) return null;
  const others = room.people.filter((person) => !person.listening && person.seat !== room.you.seat).length;
  const theirs = (room.shares - room.mine.shares) / Math.max(others, 1);
  return t("words-air", { mine: room.mine.shares, room: Math.round(theirs) });
}
