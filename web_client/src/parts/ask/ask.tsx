/**
 * Asking the server for something from a screen: a double tap asks once, and a refusal becomes a calm line in words.
 * Keeps no text of people: whoever asks keeps theirs.
 */
import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Outcome } from "../../connection/api";
import { refusalWords } from "../../words/refusal";
import { t } from "../../words/t";
import { useHouse } from "../house/house";

/** A second tap so soon is a shaking hand, not a second wish. Longer would lock the page while the line is lost. */
const DOUBLE_TAP_MS = 1_000;

export interface Asking {
  /** The last refusal in words, or null. */
  readonly why: { readonly value: string | null };
  /** Resolves to whether it was accepted. A double tap asks once. */
  ask(wish: () => Promise<Outcome>): Promise<boolean>;
  say(words: string): void;
  putAway(): void;
}

export function useAsk(): Asking {
  const why = useSignal<string | null>(null);
  const { voice } = useHouse();
  return useMemo(() => {
    let busyUntil = 0;
    const say = (words: string) => {
      why.value = words;
      voice.tell(words, "answer");
    };
    return {
      why,
      say,
      putAway: () => {
        why.value = null;
      },
      ask: async (wish) => {
        if (performance.now() < busyUntil) return false;
        busyUntil = performance.now() + DOUBLE_TAP_MS;
        try {
          const outcome = await wish();
          if (outcome.kind === "accepted") why.value = null;
          else say(outcomeWords(outcome));
          return outcome.kind === "accepted";
        } finally {
          busyUntil = 0;
        }
      },
    };
  }, []);
}

export function outcomeWords(outcome: Exclude<Outcome, { kind: "accepted" }>): string {
  if (outcome.kind === "refused") return refusalWords(outcome.refusal);
  return t(outcome.kind === "held" ? "words-held" : "words-advised");
}

/** The calm line. Not a live region: the one voice of the page speaks it. */
export function Why({ asking }: { readonly asking: Asking }) {
  return asking.why.value === null ? null : <p class="why">{asking.why.value}</p>;
}
