/** What the facilitator's Next button would do in this state. Pure; the server may still say no. */
import { byHands } from "../../room/ways";
import type { Person, RoomSnapshot } from "../../protocol/generated";

export type Next =
  | { readonly is: "start"; readonly again: boolean }
  | { readonly is: "offer"; readonly who: Person | null }
  | { readonly is: "move_on" }
  | { readonly is: "end_silence" }
  | { readonly is: "nothing" };

export function nextOf(room: RoomSnapshot): Next {
  if (room.silence !== null) return { is: "end_silence" };
  // My own turn is ended in the turn bar, with Done.
  if (room.turn !== null) return room.turn.seat === room.you.seat ? { is: "nothing" } : { is: "move_on" };
  if (room.mode === "round") return room.round === null ? { is: "start", again: false } : { is: "nothing" };
  if (!byHands(room.mode)) return { is: "nothing" };
  const hand = room.hands.find((each) => !room.away.includes(each.seat)) ?? room.hands[0];
  if (hand === undefined) return { is: "nothing" };
  return { is: "offer", who: room.people.find((person) => person.seat === hand.seat) ?? null };
}
