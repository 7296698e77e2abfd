/**
 * Leaving as the only facilitator: hand over, close, or leave the circle to wait. A question, never a lock: one of
 * its answers is simply to go, and Leave fast asks nothing.
 */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { RoomSnapshot } from "../../protocol/generated";
import { t } from "../../words/t";
import type { Asking } from "../ask/ask";
import { Lazy } from "../house/lazy";

export interface LastLeaveOf {
  readonly room: RoomSnapshot;
  readonly asking: Asking;
  readonly onDone: () => void;
}

const load = () => import("./three_ways");

/** Whether nobody would hold this circle after me. Where its members hold it, everybody does. */
export function lastHolder({ you, people, away, settings }: RoomSnapshot): boolean {
  if (you.role !== "facilitator" || settings.held_by === "members") return false;
  return !people.some((person) => person.role === "facilitator" && person.seat !== you.seat && !away.includes(person.seat));
}

export function LastLeave(given: LastLeaveOf) {
  const open = useSignal(false);
  const opener = useRef<HTMLButtonElement>(null);
  const before = useRef(false);
  useEffect(() => {
    if (before.current && !open.value) opener.current?.focus();
    before.current = open.value;
  }, [open.value]);
  if (open.value) return <Lazy load={load} with={{ ...given, onStay: () => (open.value = false) }} />;
  return (
    <button type="button" ref={opener} onClick={() => (open.value = true)}>
      {t("more-leave")}
    </button>
  );
}
