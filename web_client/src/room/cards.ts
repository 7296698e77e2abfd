/**
 * What a card or a hint changes in my view: what belongs to my seat alone, and the nudges of the moment.
 * Never touches what everybody sees; that is `evolve.ts`.
 */
import type { Card, Hint, RoomEvent } from "../protocol";
import type { Mine, RoomSnapshot } from "../protocol/generated";
import { notesInLine } from "./evolve";
import type { RoomView } from "./view";

/** My view after this card. */
export function withCard(view: RoomView, number: number, card: Card): RoomView {
  const mine = { ...view.snapshot.mine, ...mineAfter(view.snapshot, card) };
  return { ...view, ...momentOf(view.snapshot, card), snapshot: { ...view.snapshot, card: number, mine } };
}

function mineAfter({ mine, hands }: RoomSnapshot, card: Card): Partial<Mine> {
  switch (card.type) {
    case "knocked":
      return { knocks: [...without(mine, card.knock.person.seat), card.knock] };
    case "knock_settled":
      return { knocks: without(mine, card.seat) };
    case "hand_noted": {
      const others = mine.hand_notes.filter((note) => note.seat !== card.seat);
      const notes = [...others, { seat: card.seat, note: card.note }];
      const inLine = notesInLine(notes, hands.map((hand) => hand.seat));
      // After a return a note may be replayed before its hand.
      return { hand_notes: [...inLine, ...notes.filter((note) => !inLine.includes(note))] };
    }
    case "pass_me_set":
      return { pass_me: card.on };
    case "second_offer_used":
      return { second_offer_used: true };
    default:
      return {};
  }
}

const without = (mine: Mine, seat: number) => mine.knocks.filter((knock) => knock.person.seat !== seat);

type Moment = Partial<Pick<RoomView, "nudge" | "quietTurn">>;

/** Cards about a turn that is already over come too late to be said. */
function momentOf(room: RoomSnapshot, card: Card): Moment {
  switch (card.type) {
    case "take_your_time":
      return card.turn === room.turn?.turn ? { nudge: "take_your_time" } : {};
    case "still_quiet":
      return card.turn === room.turn?.turn ? { quietTurn: card.turn } : {};
    case "moved_on_kindly":
      return { nudge: card.again ? "moved_on_again" : "moved_on" };
    case "hand_lowered_kindly":
      return { nudge: "hand_lowered" };
    default:
      return {};
  }
}

/** What an event puts away: a new turn of mine or words of mine answer every nudge, the end of a turn its own. */
export function momentAfter(view: RoomView, event: RoomEvent): Moment {
  const mine = "seat" in event && event.seat === view.snapshot.you.seat;
  switch (event.type) {
    case "piece_offered":
      return { quietTurn: null, nudge: mine ? null : view.nudge };
    case "hand_raised":
      return { nudge: mine && view.nudge === "hand_lowered" ? null : view.nudge };
    case "said":
      return {
        quietTurn: event.turn !== null && event.turn === view.quietTurn ? null : view.quietTurn,
        nudge: mine ? null : view.nudge,
      };
    case "turn_ended":
    case "mode_changed":
    case "round_started":
    case "round_ended":
    case "piece_taken":
      return { quietTurn: null, nudge: view.nudge === "take_your_time" ? null : view.nudge };
    default:
      return {};
  }
}

/** My view after this hint; the latest of its type wins. */
export function withHint(view: RoomView, hint: Hint): RoomView {
  switch (hint.type) {
    case "presence":
      return { ...view, snapshot: { ...view.snapshot, away: hint.away } };
    case "places":
      return { ...view, places: hint.count };
    default:
      return view;
  }
}
