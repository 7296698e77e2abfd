/** How long words are, as the server counts: code points and lines. Says when it is worth saying, cuts nothing off. */
import { LIMITS } from "../../protocol/generated";
import { t } from "../../words/t";

export const codePoints = (text: string): number => [...text].length;

/** A line for the writer near the end of the room there is, or null. */
export function lengthWords(text: string): string | null {
  // The length in UTF-16 is never smaller: most typing needs no counting.
  if (text.length < LIMITS.TEXT_CODE_POINTS - LIMITS.TEXT_WARNING) return null;
  const left = LIMITS.TEXT_CODE_POINTS - codePoints(text);
  if (left < 0) return t("words-over", { n: -left });
  return left <= LIMITS.TEXT_WARNING ? t("words-left", { n: left }) : null;
}

/** Why these words cannot be sent as they are, in words, or null. Asked before sending, so that nothing travels in vain. */
export function cannotSend(text: string): string | null {
  if (text.trim() === "") return t("refusal-no_words");
  if (codePoints(text) > LIMITS.TEXT_CODE_POINTS) return t("refusal-too_long", { most: LIMITS.TEXT_CODE_POINTS });
  if (text.split("\n").length > LIMITS.TEXT_LINES) return t("refusal-too_many_lines", { most: LIMITS.TEXT_LINES });
  return null;
}
