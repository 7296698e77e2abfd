/** Which buttons stand in the turn bar: all of them when the piece is mine, otherwise at most one. What is not allowed is not shown. */
import type { Circle, Outcome } from "../../connection/api";
import type { RoomView } from "../../room/view";
import { byHands } from "../../room/ways";
import type { Standing } from "../../room/standing";
import type { Key } from "../../words/generated.keys";

export interface Act {
  readonly label: Key;
  readonly first: boolean;
  readonly wish: (circle: Circle) => Promise<Outcome>;
}

const act = (label: Key, wish: Act["wish"], first = false): Act => ({ label, wish, first });

export function turnActs(standing: Standing, nudge: RoomView["nudge"]): readonly Act[] {
  const { may } = standing;
  if (standing.is === "offered_to_me") {
    return [
      act("act-take", (circle) => circle.take(), true),
      act("act-pass", (circle) => circle.pass()),
      act("act-later", (circle) => circle.later()),
      act("act-one-minute", (circle) => circle.oneMinute()),
    ];
  }
  if (standing.is === "i_hold") {
    return [
      act("act-done", (circle) => circle.done(), standing.spoken),
      act("act-pass", (circle) => circle.pass()),
      act("act-later", (circle) => circle.later()),
      // A silent holder was asked; the answer "I'm here" stands ready.
      ...(nudge === "take_your_time" ? [act("act-one-minute", (circle) => circle.oneMinute())] : []),
    ];
  }
  if (standing.is === "responding" && standing.reply === "own") return [act("act-enough", (circle) => circle.done())];
  if (standing.is === "i_choose") return [act("act-centre", (circle) => circle.done())];
  return single(standing, may);
}

function single(standing: Standing, may: Standing["may"]): readonly Act[] {
  if (may.useSecondOffer) return [act("act-second", (circle) => circle.useSecondOffer(), true)];
  if (may.passMe === "ask") return [act("act-pass-me", (circle) => circle.passMe(true))];
  if (may.passMe === "undo") return [act("act-unpass-me", (circle) => circle.passMe(false))];
  if (may.listen === "take_part") return [act("act-take-part", (circle) => circle.listen(false))];
  if (may.lower) return [act("act-lower", (circle) => circle.lowerHand())];
  // In open conversation one may simply write; a hand would be a second way of asking for the same.
  if (may.reach) return [act("act-reach", (circle) => circle.takeFromCentre(), true)];
  if (may.raise && byHands(standing.mode)) return [act("act-raise", (circle) => circle.raiseHand(null))];
  return [];
}
