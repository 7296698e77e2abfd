/** What is known of my seat, and how far: the little of the fold that one needs before there is a room. */
import type { ServerFrame } from "../protocol/generated";
import type { Known } from "./rows";
import type { RoomView, WaitingView } from "./view";

/** What is known of my seat: nothing yet, the waiting room, or the room. */
export type Seen =
  | { readonly at: "nowhere" }
  | { readonly at: "waiting"; readonly view: WaitingView }
  | { readonly at: "room"; readonly view: RoomView; readonly known: Known };

export const NOWHERE: Seen = { at: "nowhere" };

/** What to say in a `resume`: everything up to here is known. */
export interface Mark {
  readonly epoch: string | null;
  readonly number: number;
  readonly card: number;
}

export function markOf(seen: Seen): Mark {
  if (seen.at === "nowhere") return { epoch: null, number: 0, card: 0 };
  const { epoch, card } = seen.view.snapshot;
  return { epoch, card, number: seen.at === "room" ? seen.view.snapshot.number : 0 };
}

/** Whether an event is missing before this frame. Never happens with a sound server; the cure is a fresh snapshot. */
export function skips(seen: Seen, frame: ServerFrame): boolean {
  return seen.at === "room" && frame.frame === "event" && frame.number > seen.view.snapshot.number + 1;
}
