/** Small questions about ways of talking. No rules; the server decides. */
import type { Mode } from "../protocol";
import type { Person, RoomSnapshot } from "../protocol/generated";

const BY_HANDS: readonly Mode[] = ["raised_hands", "share_and_respond", "passing"];

/** Whether hands are how one asks for the piece. */
export const byHands = (mode: Mode): boolean => BY_HANDS.includes(mode);

/** Whether there is time to respond after each share. */
export function hasWindow({ mode, settings }: RoomSnapshot): boolean {
  if (mode === "share_and_respond") return true;
  return settings.respond_after_turns && (mode === "round" || mode === "passing");
}

/** Whom I could choose to have the piece next, as far as this screen knows. */
export function couldBeNext(room: RoomSnapshot): readonly Person[] {
  const others = room.people.filter((each) => each.seat !== room.you.seat && !each.listening && !room.away.includes(each.seat));
  const up = (person: Person) => room.hands.some((hand) => hand.seat === person.seat);
  if (room.settings.choose_among === "hands") return others.filter(up);
  const first = others.filter((person) => !room.held.includes(person.seat));
  return first.length === 0 ? others : others.filter((person) => up(person) || first.includes(person));
}
