/**
 * Asking the server for something from a screen: one wish at a time, and a refusal becomes a calm line in words.
 * Keeps no text of people: whoever asks keeps theirs.
 */
import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Outcome } from "../../connection/api";
import { refusalWords } from "../../words/refusal";
import { t } from "../../words/t";
import { useHouse } from "../house/house";

export interface Asking {
  /** The last refusal in words, or null. */
  readonly why: { readonly value: string | null };
  /** Resolves to whether it was accepted. A second tap while the first is on its way asks nothing. */
  ask(wish: () => Promise<Outcome>): Promise<boolean>;
  say(words: string): void;
  putAway(): void;
}

export function useAsk(): Asking {
  const why = useSignal<string | null>(null);
  const busy = useSignal(false);
  const { voice } = useHouse();
  return useMemo(() => {
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
        if (busy.value) return false;
        busy.value = true;
        try {
          const outcome = await wish();
          if (outcome.kind === "accepted") why.value = null;
          else say(outcomeWords(outcome));
          return outcome.kind === "accepted";
        } finally {
          busy.value = false;
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
