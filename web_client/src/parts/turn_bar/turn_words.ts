/**
 * The words for every standing: what is happening, and what it asks of me. At most twenty words for both together.
 * It reads the standing and decides nothing.
 */
import { byHands } from "../../room/ways";
import type { MyPlace, Standing } from "../../room/standing";
import type { Person } from "../../protocol/generated";
import type { Key } from "../../words/generated.keys";
import { t, type Values } from "../../words/t";

export interface TurnWords {
  readonly lead: Key;
  /** Set where the lead speaks of somebody; null inside stands for one who has gone. */
  readonly who?: Person | null;
  readonly values?: Values;
  readonly calm: string;
}

/** `past`: seconds that this page has seen of a silence; its words follow them, coarsely. */
export function turnWords(standing: Standing, past = 0): TurnWords {
  const words = now(standing, past);
  if (standing.awaited === null || standing.is === "quiet") return words;
  return { ...words, calm: `${words.calm} ${t("turn-calm-then", { mode: t(`mode-${standing.awaited}`) })}` };
}

function now(standing: Standing, past: number): TurnWords {
  switch (standing.is) {
    case "quiet":
      return { lead: `turn-quiet-${standing.kind}`, calm: `${kept(standing)} ${quietLeft(standing, past)}`.trim() };
    case "unheld":
      return { lead: "turn-unheld", calm: mine(standing.me, standing) };
    case "open_floor":
      if (standing.me.in === "listening") return { lead: "turn-open-listening", calm: t("turn-calm-listening") };
      return {
        lead: standing.slow > 0 ? "turn-open-slow" : "turn-open",
        values: { n: standing.slow },
        calm: standing.me.in === "hands" ? mine(standing.me, standing) : t("turn-calm-open"),
      };
    case "hands_resting":
      return { lead: "turn-hands-centre", calm: mine(standing.me, standing) };
    case "no_round":
      return { lead: "turn-no-round", calm: mine(standing.me, standing) };
    case "between_turns":
      return { lead: "turn-between", calm: mine(standing.me, standing) };
    case "second_offer":
      return { lead: "turn-second", calm: second(standing) };
    case "offered_to_me":
      return { lead: "turn-offered-me", calm: t(standing.may.passOn ? "turn-calm-offered-on" : "turn-calm-offered") };
    case "i_hold":
      return { lead: "turn-mine", calm: t(standing.spoken ? "turn-calm-spoken" : "turn-calm-mine") };
    case "centre":
      return { lead: "turn-hands-centre", calm: standing.reach ? t("turn-calm-reach") : mine(standing.me, standing) };
    case "responding":
      return responding(standing);
    case "i_choose":
      return { lead: "turn-choosing-me", calm: t("turn-calm-choose") };
    case "somebody_chooses":
      return { lead: standing.waits ? "turn-waits" : "turn-choosing", who: standing.who, calm: mine(standing.me, standing) };
    case "somebody_offered":
      return { lead: "turn-offered-other", who: standing.who, calm: mine(standing.me, standing) };
    case "somebody_holds":
      return {
        lead: standing.waits ? "turn-waits" : standing.lastWord ? "turn-last-word" : "turn-sharing",
        who: standing.who,
        calm: mine(standing.me, standing),
      };
  }
}

/** The share is over: what its sharer wished, and what that asks of me. */
function responding(standing: Extract<Standing, { is: "responding" }>): TurnWords {
  const { reply, help, who } = standing;
  if (reply === "own") return { lead: "turn-shared-me", calm: t(help === "listen" || help === "silence" ? "turn-calm-rest" : "turn-calm-enough") };
  const lead = standing.waits ? "turn-waits" : "turn-shared";
  if (reply === "listening") return { lead, who, calm: t("turn-calm-listening") };
  if (reply !== "open") return { lead, who, calm: t(`turn-reply-${reply}`) };
  return { lead, who, calm: help === "listen" || help === "silence" ? t(`turn-reply-${help}`) : t(`turn-help-${help}`) };
}

type Quiet = Extract<Standing, { is: "quiet" }>;

/** What is mine stays mine while it is quiet. */
function kept(standing: Quiet): string {
  if (standing.mine) return t("turn-calm-keep");
  return standing.me.in === "hand_waits" ? t("turn-calm-hand-waits") : "";
}

/** When it ends, in words that nobody has to watch. */
export function quietLeft(standing: Pick<Quiet, "kind" | "left">, past: number): string {
  if (standing.left === null) return t("quiet-left-open");
  if (standing.kind === "bell") return t("quiet-left-bell");
  const left = standing.left - past;
  return left < 40 ? t("quiet-left-soon") : t("quiet-left-minutes", { n: Math.max(1, Math.round(left / 60)) });
}

function second(standing: Extract<Standing, { is: "second_offer" }>): string {
  if (standing.used) return t("turn-calm-second-used");
  return standing.may.useSecondOffer ? t("turn-calm-second") : t("turn-calm-nothing");
}

/** My own place, while nothing is asked of me. */
function mine(me: MyPlace, standing: Standing): string {
  switch (me.in) {
    case "listening":
      return t("turn-calm-listening");
    case "order":
      return me.passMe ? t("turn-calm-pass-me") : t("turn-calm-order", { n: me.place });
    case "later":
      return me.passMe ? t("turn-calm-pass-me") : t("turn-calm-later");
    case "passed":
      return t("turn-calm-passed");
    case "hands":
      return me.reply ? t("turn-calm-reply") : t("turn-calm-hand", { n: me.place });
    case "hand_waits":
      return t("turn-calm-hand-waits");
    case "rest":
      return t("turn-calm-nothing");
    case "none":
      if (!byHands(standing.mode)) return t("turn-calm-nothing");
      return t(standing.listClosed ? "turn-calm-closed" : "turn-calm-may-raise");
  }
}
