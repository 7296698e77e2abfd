/** What the facilitator's Next button would do in this state. Pure; the server may still say no. */
import { byHands } from "../../room/ways";
import type { Phase } from "../../protocol";
import type { Person, RoomSnapshot } from "../../protocol/generated";

export type Next =
  | { readonly is: "start"; readonly again: boolean }
  | { readonly is: "offer"; readonly who: Person | null }
  | { readonly is: "phase"; readonly phase: number; readonly kind: Phase["kind"] }
  | { readonly is: "move_on" }
  | { readonly is: "end_silence" }
  | { readonly is: "nothing" };

export function nextOf(room: RoomSnapshot): Next {
  if (room.silence !== null) return { is: "end_silence" };
  // My own turn is ended in the turn bar, with Done.
  if (room.turn !== null) return room.turn.seat === room.you.seat ? { is: "nothing" } : { is: "move_on" };
  if (room.round !== null) return { is: "nothing" };
  const part = nextPart(room);
  if (room.mode === "round") return part.is === "nothing" ? { is: "start", again: false } : part;
  if (!byHands(room.mode)) return part;
  const hand = room.hands.find((each) => !room.away.includes(each.seat)) ?? room.hands[0];
  if (hand === undefined) return part;
  return { is: "offer", who: room.people.find((person) => person.seat === hand.seat) ?? null };
}

/** The next part of the meeting, where there is a list of them and none is on its way. */
function nextPart({ phases, phase, awaited_phase }: RoomSnapshot): Next {
  const at = phase === null ? 0 : phase + 1;
  const next = phases[at];
  return next === undefined || awaited_phase !== null ? { is: "nothing" } : { is: "phase", phase: at, kind: next.kind };
}
