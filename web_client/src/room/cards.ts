/**
 * What a card or a hint changes in my view: what belongs to my seat alone, and the nudges of the moment.
 * Never touches what everybody sees; that is `evolve.ts`.
 */
import type { Card, Hint, RoomEvent } from "../protocol";
import type { Mine, RoomSnapshot } from "../protocol/generated";
import { notesInLine } from "./evolve";
import { type Known, withAside } from "./rows";
import type { RoomView } from "./view";

/** My view after this card. */
export function withCard(view: RoomView, number: number, card: Card, known: Known): RoomView {
  const mine = { ...view.snapshot.mine, ...mineAfter(view.snapshot, card) };
  const rows = card.type === "said_aside" ? withAside(view.rows, view.snapshot, card, known) : view.rows;
  return { ...view, ...momentOf(view.snapshot, card), rows, snapshot: { ...view.snapshot, card: number, mine } };
}

function mineAfter({ mine, hands }: RoomSnapshot, card: Card): Partial<Mine> {
  switch (card.type) {
    case "knocked":
      return { knocks: [...without(mine, card.knock.person.seat), card.knock] };
    case "knock_settled":
      return { knocks: without(mine, card.seat) };
    case "hand_noted": {
      const { seat, kind, note } = card;
      const notes = [...mine.hand_notes.filter((each) => !same(each, card)), { seat, kind, note }];
      return { hand_notes: notesInLine(notes, hands) };
    }
    case "wished":
      return { wishes: [...mine.wishes.filter((each) => !same(each, card.wish)), card.wish] };
    case "wish_settled":
      return { wishes: mine.wishes.filter((each) => !same(each, card)) };
    case "pass_me_set":
      return { pass_me: card.on };
    case "not_heard":
      return { not_heard: card.seats };
    case "hand_waits":
      return { hand_waits: card.on };
    case "quiet_for_me_set":
      return { quiet_for_me: card.on };
    case "help_set":
      return { help: card.help };
    case "asked":
      return { asks: [...mine.asks, card.ask] };
    case "ask_settled":
      return { asks: mine.asks.filter((ask) => ask.ask !== card.ask) };
    case "ask_waits":
      return { ask: card.ask };
    case "role_offered":
      return { role_offer: { role: card.role, by: card.by, seconds: card.seconds } };
    case "role_offer_over":
      return { role_offer: null };
    case "second_offer_used":
      return { second_offer_used: true };
    default:
      return {};
  }
}

interface OfKind {
  readonly seat: number;
  readonly kind: string;
}

const same = (one: OfKind, other: OfKind) => one.seat === other.seat && one.kind === other.kind;
const without = (mine: Mine, seat: number) => mine.knocks.filter((knock) => knock.person.seat !== seat);

type Moment = Partial<Pick<RoomView, "nudge" | "quietTurn" | "bellAsked" | "closing">>;

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
    case "wish_heard":
      return { nudge: "wish_heard" };
    case "come_to_an_end":
      if (card.turn !== room.turn?.turn) return {};
      return { nudge: room.turn.seat === room.you.seat ? "come_to_an_end" : "their_time" };
    case "nobody_lit":
      return { nudge: "nobody_lit" };
    case "role_declined":
      return { nudge: "role_declined" };
    case "phase_time_over":
      return { nudge: "phase_time_over" };
    case "bell_asked_for":
      return { bellAsked: true };
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
    case "silence_began":
      return { bellAsked: false, nudge: view.nudge === "take_your_time" ? null : view.nudge };
    case "phase_began":
      return { nudge: view.nudge === "phase_time_over" ? null : view.nudge };
    case "time_given":
      return { nudge: ofTime(view.nudge) ? null : view.nudge };
    case "closing_soon":
      return { closing: true };
    case "held_again":
      return { closing: false };
    case "turn_ended":
    case "mode_changed":
    case "round_started":
    case "round_ended":
    case "piece_taken":
      return { quietTurn: null, nudge: ofTheTurn(view.nudge) ? null : view.nudge };
    default:
      return {};
  }
}

/** What is said about a turn goes with it. */
const ofTheTurn = (nudge: RoomView["nudge"]) => nudge === "take_your_time" || ofTime(nudge);
const ofTime = (nudge: RoomView["nudge"]) => nudge === "come_to_an_end" || nudge === "their_time";

/** My view after this hint; the latest of its type wins. */
export function withHint(view: RoomView, hint: Hint): RoomView {
  switch (hint.type) {
    case "presence":
      return { ...view, snapshot: { ...view.snapshot, away: hint.away } };
    case "warm":
      return { ...view, snapshot: { ...view.snapshot, warmth: hint.warmth } };
    case "places":
      return { ...view, places: hint.count };
    case "silence_left": {
      const { silence } = view.snapshot;
      return silence === null ? view : { ...view, snapshot: { ...view.snapshot, silence: { ...silence, left: hint.left } } };
    }
    default:
      return view;
  }
}
