/** Names for tonight as the reader's language says them, and the two letters of a mark. Draws nothing: the server does. */
import { NAMES, type Name } from "../protocol/generated";

export function nameOf(name: Name): string {
  return `${NAMES.first[name.first] ?? "?"} ${NAMES.second[name.second] ?? "?"}`;
}

export function lettersOf(name: Name): string {
  return (NAMES.first[name.first] ?? "?").slice(0, 1) + (NAMES.second[name.second] ?? "?").slice(0, 1);
}
