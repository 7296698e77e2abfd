/** What I may do while there is time to respond to a share, read from my view. The server decides in the end. */
import type { HelpWish } from "../protocol";
import type { RoomSnapshot } from "../protocol/generated";

/** How I stand to the share. */
export type ReplyPlace =
  /** I shared, and may say more. */
  | "own"
  /** Replies are wished, and I have not replied. */
  | "open"
  /** The sharer said yes to what I have. */
  | "granted"
  /** The sharer has been asked; silence is a no. */
  | "asked"
  | "replied"
  | "full"
  /** Just listening is wished. */
  | "listen"
  | "silence"
  | "listening";

export function replyPlace(room: RoomSnapshot, turn: NonNullable<RoomSnapshot["turn"]>): ReplyPlace {
  const { you, mine } = room;
  if (turn.seat === you.seat) return "own";
  if (you.listening) return "listening";
  if (mine.ask?.granted) return "granted";
  if (wordless(turn.help)) return mine.ask === null ? turn.help : "asked";
  if (!mine.replied && repliesIn(room, turn.turn) < room.settings.responses_most) return "open";
  if (mine.ask !== null) return "asked";
  return mine.replied ? "replied" : "full";
}

const wordless = (help: HelpWish): help is "listen" | "silence" => help === "listen" || help === "silence";

const repliesIn = (room: RoomSnapshot, turn: number): number =>
  room.said.filter((words) => words.turn === turn && words.response === "reply").length;

/** What I may ask the sharer whether they want it. */
export function mayAsk(room: RoomSnapshot): { readonly idea: boolean; readonly heard: boolean } {
  const { turn, you, mine } = room;
  const can =
    turn?.stage === "responding" && turn.seat !== you.seat && !you.listening && !turn.waiting && mine.ask === null && turn.help !== "silence";
  return { idea: can && turn.help !== "ideas", heard: can && turn.heard === null };
}
