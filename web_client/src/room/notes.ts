/**
 * Which plain line an event leaves in the log, if any. Only Fluent keys: the sentences live in `words/`.
 * Leaves out what would be noise (offers in order, hands) or would point at somebody (why the piece came back by itself,
 * whose hand was lowered).
 */
import type { Phase, RoomEvent } from "../protocol";
import type { Person, RoomSettings, RoomSnapshot } from "../protocol/generated";

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
  | "note-mode-share_and_respond"
  | "note-mode-passing"
  /** people: who passed the piece, and to whom. */
  | "note-passed-on"
  /** The sharer's answer to "what I heard". */
  | "note-heard-yes"
  | "note-heard-not-quite"
  /** A phase of the meeting begins; people: who made the list. */
  | `note-phase-${Phase["kind"]}`
  | "note-run-sheet"
  | "note-run-sheet-gone"
  /** people: who started it; words: the prompt, if there is one. Three ways in which its order was made. */
  | "note-round-started"
  | "note-round-started-coming-in"
  | "note-round-started-named"
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
  /** people: who rang (a facilitator, a guardian, or anybody where the members hold the room). */
  | "note-bell-facilitator"
  | "note-bell-guardian"
  | "note-bell"
  | "note-bell-longer"
  /** people: who began it; words: the intention, if there is one. */
  | "note-silence"
  | "note-silence-intention"
  | "note-silence-ended"
  /** people: whose role it is now. */
  | "note-role-guardian"
  | "note-role-facilitator"
  | "note-role-member"
  | "note-lead"
  /** Nobody holds the room; a facilitator is back; minutes: until it closes. */
  | "note-unheld"
  | "note-held-again"
  | "note-closing-soon"
  /** people: who did it, except `note-last-word` and `note-out-of-order`: to whom. */
  | "note-list-closed"
  | "note-list-open"
  | "note-last-word"
  | "note-out-of-order"
  | "note-hand-lowered"
  | "note-hands-cleared"
  /** What was changed in the open. count: seconds. */
  | "note-slow"
  | "note-slow-off"
  | "note-quieter-first"
  | "note-first-come"
  | "note-positions"
  | "note-names"
  | "note-held-by-members"
  /** minutes: how long a turn usually takes. */
  | "note-time"
  | "note-time-firm"
  | "note-time-open"
  | "note-time-given"
  | "note-repeats"
  | "note-repeats-not"
  | "note-late-at-end"
  | "note-late-listen"
  | "note-late-locked"
  | "note-settings"
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
  readonly minutes?: number;
  readonly words?: string;
  /** Facilitators who hold the room together: which of them did it. */
  readonly by?: Person;
}

const MODES = {
  open_floor: "note-mode-open-floor",
  raised_hands: "note-mode-raised-hands",
  round: "note-mode-round",
  share_and_respond: "note-mode-share_and_respond",
  passing: "note-mode-passing",
} as const;

const DOORS = { open: "note-door-open", knock: "note-door-knock", locked: "note-door-locked" } as const;

const STARTED = { lot: "note-round-started", coming_in: "note-round-started-coming-in", named: "note-round-started-named" } as const;

const LATE = { at_end: "note-late-at-end", listen: "note-late-listen", locked: "note-late-locked" } as const;

const BELLS = { facilitator: "note-bell-facilitator", guardian: "note-bell-guardian", member: "note-bell" } as const;
const ROLES = { facilitator: "note-role-facilitator", guardian: "note-role-guardian", member: "note-role-member" } as const;

/** The lines for one event, with the people as they are known at that moment and the room as it was before. */
export function notesOf(event: RoomEvent, known: ReadonlyMap<number, Person>, before: RoomSnapshot): readonly Note[] {
  if (event.type === "settings_changed") return settingsNotes(before.settings, event.settings);
  if (event.type === "phase_began") {
    const phase = before.phases[event.phase];
    return phase === undefined ? [] : [{ note: `note-phase-${phase.kind}`, people: [] }];
  }
  const note = signed(noteOf(event, known), event, known, before);
  return note === null ? [] : [note];
}

/** Where several facilitate, each of them sees who did it; for everybody else it is the facilitators' doing. */
function signed(note: Note | null, event: RoomEvent, known: ReadonlyMap<number, Person>, { you, people }: RoomSnapshot): Note | null {
  const by = "by" in event && ACTS.includes(event.type) ? event.by : null;
  const together = you.role === "facilitator" && people.filter((person) => person.role === "facilitator").length > 1;
  const who = by === null ? undefined : known.get(by);
  return note === null || who === undefined || !together ? note : { ...note, by: who };
}

/** Acts of one facilitator whose line does not say by whom. */
const ACTS: readonly RoomEvent["type"][] = ["came_in", "turn_ended", "piece_offered", "hands_changed"];

function settingsNotes(was: RoomSettings, is: RoomSettings): readonly Note[] {
  const line = (note: NoteKey, count?: number): Note => ({ note, people: [], ...(count === undefined ? {} : { count }) });
  const notes: Note[] = [];
  if (is.slow_seconds !== was.slow_seconds) notes.push(is.slow_seconds === 0 ? line("note-slow-off") : line("note-slow", is.slow_seconds));
  if (is.hands_order !== was.hands_order) notes.push(line(is.hands_order === "first_come" ? "note-first-come" : "note-quieter-first"));
  if (is.hands_shown !== was.hands_shown) notes.push(line(is.hands_shown === "names" ? "note-names" : "note-positions"));
  if (is.held_by !== was.held_by && is.held_by === "members") notes.push(line("note-held-by-members"));
  if (is.soft_seconds !== was.soft_seconds || is.hard_seconds !== was.hard_seconds) notes.push(timeNote(is));
  if (is.round_repeats !== was.round_repeats) notes.push(line(is.round_repeats ? "note-repeats" : "note-repeats-not"));
  if (is.late_policy !== was.late_policy) notes.push(line(LATE[is.late_policy]));
  // The order of a round is told when one begins.
  if (notes.length === 0 && is.round_order !== was.round_order) return [];
  return notes.length === 0 ? [line("note-settings")] : notes;
}

function timeNote({ soft_seconds: soft, hard_seconds: hard }: RoomSettings): Note {
  if (soft === 0 && hard === 0) return { note: "note-time-open", people: [] };
  const minutes = Math.max(1, Math.round((hard === 0 ? soft : hard) / 60));
  return { note: hard === 0 ? "note-time" : "note-time-firm", people: [], minutes };
}

function noteOf(event: RoomEvent, known: ReadonlyMap<number, Person>): Note | null {
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
      return { note: STARTED[event.drawn] ?? STARTED.lot, people: by(event.by), ...asked(event.prompt) };
    case "round_ended":
      return { note: "note-round-ended", people: [], count: event.shared };
    case "turn_ended":
      if (event.how === "moved_on") return { note: "note-moved-on", people: by(event.seat) };
      return event.how === "passed" || event.how === "later" ? { note: "note-passed", people: by(event.seat) } : null;
    case "time_given":
      return { note: "note-time-given", people: [] };
    case "second_offer_made":
      return { note: "note-second-offer", people: [] };
    case "silence_began":
      if (event.kind === "silence") {
        const { intention } = event;
        return intention === "" ? { note: "note-silence", people: by(event.by) } : { note: "note-silence-intention", people: by(event.by), words: intention };
      }
      return { note: BELLS[known.get(event.by)?.role ?? "member"], people: by(event.by) };
    case "silence_extended":
      return { note: "note-bell-longer", people: [] };
    case "silence_ended":
      return { note: "note-silence-ended", people: [] };
    case "role_changed":
      return { note: ROLES[event.role], people: by(event.seat) };
    case "lead_changed":
      return { note: "note-lead", people: by(event.seat) };
    case "unheld":
      return { note: "note-unheld", people: [] };
    case "held_again":
      return { note: "note-held-again", people: by(event.seat) };
    case "closing_soon":
      return { note: "note-closing-soon", people: [], minutes: Math.max(1, Math.round(event.seconds / 60)) };
    case "list_closed":
      if (event.last_word !== null) return { note: "note-last-word", people: by(event.last_word) };
      return { note: event.closed ? "note-list-closed" : "note-list-open", people: by(event.by) };
    case "piece_offered":
      if (event.passed_by !== null) return { note: "note-passed-on", people: [...by(event.passed_by), ...by(event.seat)] };
      return event.out_of_order ? { note: "note-out-of-order", people: by(event.seat) } : null;
    case "heard_answered":
      return { note: event.yes ? "note-heard-yes" : "note-heard-not-quite", people: [] };
    case "run_sheet_changed":
      return { note: event.phases.length === 0 ? "note-run-sheet-gone" : "note-run-sheet", people: by(event.by) };
    case "hands_changed":
      if (event.why === "lowered_by_facilitator") return { note: "note-hand-lowered", people: [] };
      return event.why === "cleared" ? { note: "note-hands-cleared", people: [] } : null;
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
