/**
 * Which plain line an event leaves in the log, if any. Only Fluent keys: the sentences live in `words/`.
 * Leaves out what would be noise (offers, hands) or would point at somebody (why the piece came back by itself).
 */
import type { RoomEvent } from "../protocol";
import type { Person } from "../protocol/generated";

/** Every plain line there is. `people`, `count`, `minutes` and `words` say what a line may carry. */
export type NoteKey =
  /** people: who came in. */
  | "note-came-in"
  /** people: whose place is empty now. */
  | "note-went-out"
  /** people: who asked for it; words: the prompt, if there is one. */
  | "note-mode-open-floor"
  | "note-mode-raised-hands"
  | "note-mode-round"
  /** people: who started it; words: the prompt, if there is one. */
  | "note-round-started"
  /** count: how many shared. */
  | "note-round-ended"
  /** people: who passes for now (also "later": both are the same to the room). */
  | "note-passed"
  /** people: whose turn was thanked and moved on. */
  | "note-moved-on"
  /** Those who passed may still say that they would like the piece. */
  | "note-second-offer"
  /** people: who changed the door. */
  | "note-door-open"
  | "note-door-knock"
  | "note-door-locked"
  /** people: who renewed the invitation. */
  | "note-invitation-renewed"
  /** This circle would not survive a restart. */
  | "note-journal-lost"
  /** The server restarted; what was said before stays only on the screens that have it. */
  | "note-restarted"
  /** minutes: how long I was away (0: less than one); count: at most so many messages are gone. */
  | "note-away"
  /** words: what was said by somebody whose place was empty before this screen knew their name. */
  | "note-gone-person-said";

export interface Note {
  readonly note: NoteKey;
  readonly people: readonly Person[];
  readonly count?: number;
  readonly words?: string;
}

const MODES = {
  open_floor: "note-mode-open-floor",
  raised_hands: "note-mode-raised-hands",
  round: "note-mode-round",
} as const;

const DOORS = { open: "note-door-open", knock: "note-door-knock", locked: "note-door-locked" } as const;

/** The line for one event, with the people as they are known at that moment. */
export function noteOf(event: RoomEvent, known: ReadonlyMap<number, Person>): Note | null {
  const by = (seat: number): readonly Person[] => {
    const person = known.get(seat);
    return person === undefined ? [] : [person];
  };
  const asked = (prompt: string) => (prompt === "" ? {} : { words: prompt });
  switch (event.type) {
    case "came_in":
      return { note: "note-came-in", people: [event.person] };
    case "went_out":
      return { note: "note-went-out", people: by(event.seat) };
    case "mode_changed":
      // A way of talking this client does not know is shown as open conversation.
      return { note: MODES[event.mode] ?? MODES.open_floor, people: by(event.by), ...asked(event.prompt) };
    case "round_started":
      return { note: "note-round-started", people: by(event.by), ...asked(event.prompt) };
    case "round_ended":
      return { note: "note-round-ended", people: [], count: event.shared };
    case "turn_ended":
      if (event.how === "moved_on") return { note: "note-moved-on", people: by(event.seat) };
      return event.how === "passed" || event.how === "later" ? { note: "note-passed", people: by(event.seat) } : null;
    case "second_offer_made":
      return { note: "note-second-offer", people: [] };
    case "door_changed":
      return { note: DOORS[event.level], people: by(event.by) };
    case "invitation_renewed":
      return { note: "note-invitation-renewed", people: by(event.by) };
    case "journal_lost":
      return { note: "note-journal-lost", people: [] };
    default:
      return null;
  }
}
