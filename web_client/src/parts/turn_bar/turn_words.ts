/**
 * The words for every standing: what is happening, and what it asks of me. At most twenty words for both together.
 * It reads the standing and decides nothing.
 */
import type { MyPlace, Standing } from "../../room/standing";
import type { Person } from "../../protocol/generated";
import type { Key } from "../../words/generated.keys";
import { t } from "../../words/t";

export interface TurnWords {
  readonly lead: Key;
  /** Set where the lead speaks of somebody; null inside stands for one who has gone. */
  readonly who?: Person | null;
  readonly calm: string;
}

export function turnWords(standing: Standing): TurnWords {
  const words = now(standing);
  if (standing.awaited === null) return words;
  return { ...words, calm: `${words.calm} ${t("turn-calm-then", { mode: t(`mode-${standing.awaited}`) })}` };
}

function now(standing: Standing): TurnWords {
  switch (standing.is) {
    case "open_floor":
      return standing.me.in === "listening"
        ? { lead: "turn-open-listening", calm: t("turn-calm-listening") }
        : { lead: "turn-open", calm: standing.me.in === "hands" ? mine(standing.me, standing) : t("turn-calm-open") };
    case "hands_resting":
      return { lead: "turn-hands-centre", calm: mine(standing.me, standing) };
    case "no_round":
      return { lead: "turn-no-round", calm: mine(standing.me, standing) };
    case "between_turns":
      return { lead: "turn-between", calm: mine(standing.me, standing) };
    case "second_offer":
      return { lead: "turn-second", calm: second(standing) };
    case "offered_to_me":
      return { lead: "turn-offered-me", calm: t("turn-calm-offered") };
    case "i_hold":
      return { lead: "turn-mine", calm: t(standing.spoken ? "turn-calm-spoken" : "turn-calm-mine") };
    case "somebody_offered":
      return { lead: "turn-offered-other", who: standing.who, calm: mine(standing.me, standing) };
    case "somebody_holds":
      return {
        lead: standing.waits ? "turn-waits" : "turn-sharing",
        who: standing.who,
        calm: mine(standing.me, standing),
      };
  }
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
      return t("turn-calm-hand", { n: me.place });
    case "rest":
      return t("turn-calm-nothing");
    case "none":
      return t(standing.mode === "raised_hands" ? "turn-calm-may-raise" : "turn-calm-nothing");
  }
}
