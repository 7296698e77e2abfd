/** Why not, in words. A code of a newer server gets our plainest sentence instead of nothing. */
import type { Refusal } from "../protocol/generated";
import { known, t } from "./t";

export function refusalWords(refusal: Refusal): string {
  const key = `refusal-${refusal.code}`;
  const values = { seconds: refusal.arguments.seconds ?? 5, most: refusal.arguments.most ?? 0 };
  return known(key) ? t(key, values) : t("refusal-our_mistake");
}
