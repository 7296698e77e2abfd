/**
 * What one seat sees, as the screens read it: the server's snapshot, folded forward by events and cards,
 * plus what only this device knows (what was said earlier, in the order it appeared here).
 * Types only; `fold.ts` holds the rules.
 */
import type { Person, RoomSnapshot, WaitingSnapshot } from "../protocol/generated";
import type { ReplyKind } from "../protocol";
import type { NoteKey } from "./notes";

export interface Answered {
  readonly who: Person | null;
  readonly line: string;
}

/** One row of the log: words of a person, words aside, or a plain line about what happened. */
export type Row =
  | {
      readonly kind: "words";
      /** Unique and stable: the author's command id. */
      readonly key: string;
      /** The author as they were when they spoke (people may have gone since). */
      readonly person: Person;
      readonly text: string;
      readonly mine: boolean;
      /** `sending`: in the outbox, not yet heard by the server. `said`: numbered by the room. */
      readonly state: "sending" | "said";
      /** What it answers, as it stood here: only its first line, and who said it (null: not on this screen any more). */
      readonly answers: Answered | null;
      /** A facilitator's few words in somebody else's turn. */
      readonly interjection: boolean;
      /** Words in the time to respond to a share. */
      readonly response: ReplyKind | null;
    }
  | {
      /** Words among facilitators; nobody else has this row. */
      readonly kind: "aside";
      readonly key: string;
      readonly person: Person;
      readonly text: string;
      readonly mine: boolean;
    }
  | {
      readonly kind: "note";
      readonly key: string;
      /** Fluent key of the line; `notes.ts` lists them all with what each carries. */
      readonly note: NoteKey;
      readonly people: readonly Person[];
      readonly count?: number;
      /** `note-away` only: how long, in whole minutes. */
      readonly minutes?: number;
      readonly words?: string;
      /** Facilitators who hold the room together: which of them did it. */
      readonly by?: Person;
    };

/** The room as seen from my seat. */
export interface RoomView {
  readonly snapshot: RoomSnapshot;
  readonly rows: readonly Row[];
  /** In how many places my seat is open. */
  readonly places: number;
  /** Cards of the moment, put away by the screen or by the next turn. */
  readonly nudge:
    | ("take_your_time" | "moved_on" | "moved_on_again" | "hand_lowered" | "wish_heard" | "role_declined")
    | ("come_to_an_end" | "their_time" | "nobody_lit" | "phase_time_over")
    | null;
  /** Facilitators: the turn that has been quiet for a while. */
  readonly quietTurn: number | null;
  /** Those who may ring: somebody asked for the bell, and nobody has rung or put it away since. */
  readonly bellAsked: boolean;
  /** Nobody holds the room, and it has been told that it closes soon. */
  readonly closing: boolean;
  /** Set when the meeting has been closed. */
  readonly closed: "by_facilitator" | "everybody_left" | "long_enough" | "unheld" | "our_mistake" | null;
}

export interface WaitingView {
  readonly snapshot: WaitingSnapshot;
}
