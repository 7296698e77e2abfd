/**
 * What happens around a share changes in my snapshot: words in a turn, the time to respond, who has had the piece.
 * The same as in the server's own fold (settled.md 6).
 */
import type { RoomEvent } from "../protocol";
import type { RoomSnapshot } from "../protocol/generated";

type Change = Partial<RoomSnapshot>;
type Of<T extends RoomEvent["type"]> = Extract<RoomEvent, { type: T }>;

/** What words change in the running turn, and for whoever said them. */
export function saidInTurn(room: RoomSnapshot, event: Of<"said">): Change {
  const { turn, mine } = room;
  if (turn === null || (event.turn !== turn.turn && !event.interjection)) return {};
  if (event.interjection) return { turn: { ...turn, interjected: true } };
  if (event.response === null) return { turn: { ...turn, spoke: true } };
  const own = event.response === "reply" ? { replied: true } : { ask: null };
  return {
    ...(event.response === "what_i_heard" ? { turn: { ...turn, heard: "said" as const } } : {}),
    ...(event.seat === room.you.seat ? { mine: { ...mine, ...own } } : {}),
  };
}

/** How far the turn is, and what would help its person. */
export function afterShare(room: RoomSnapshot, event: Of<"help_chosen" | "responses_opened" | "heard_answered" | "holder_chooses">): Change {
  const { turn } = room;
  if (turn === null) return {};
  switch (event.type) {
    case "help_chosen":
      return { turn: { ...turn, help: event.help } };
    case "responses_opened":
      return { turn: { ...turn, stage: "responding" } };
    case "heard_answered":
      return { turn: { ...turn, heard: event.yes ? "yes" : "not_quite" } };
    case "holder_chooses":
      return { turn: { ...turn, stage: "choosing", heard: null }, mine: withoutResponses(room.mine) };
  }
}

/** Nobody responds any more. */
export const withoutResponses = (mine: RoomSnapshot["mine"]) => ({ ...mine, asks: [], ask: null, replied: false });

/** Where the piece is passed on: who has had it, begun anew once everybody has. */
export function heldAfter(room: RoomSnapshot, event: Of<"turn_ended">): readonly number[] {
  if (room.mode !== "passing" || !(event.spoke || event.how === "done")) return room.held;
  const held = new Set([...room.held, event.seat]);
  const everybody = room.people.filter((person) => !person.listening);
  return everybody.every((person) => held.has(person.seat)) ? [] : [...held].sort((a, b) => a - b);
}
