/**
 * A sentence with pieces of page in it (a name in bold, set apart for its direction). `t()` makes plain text; this
 * puts elements where the values stand, so that the language still decides the order.
 */
import type { ComponentChildren } from "preact";
import type { Person } from "../../protocol/generated";
import type { Key } from "../../words/generated.keys";
import { nameOf } from "../../words/names";
import { t, type Values } from "../../words/t";

interface Saying {
  readonly k: Key;
  readonly values?: Values;
  readonly put?: Readonly<Record<string, ComponentChildren>>;
}

export function Say({ k, values = {}, put = {} }: Saying) {
  const names = Object.keys(put);
  const holes = Object.fromEntries(names.map((name, index) => [name, `\uE000${index}\uE001`]));
  const pieces = t(k, { ...values, ...holes }).split(/\uE000(\d+)\uE001/);
  return <>{pieces.map((piece, index) => (index % 2 === 0 ? piece : put[names[Number(piece)] ?? ""]))}</>;
}

/** A name for tonight, kept apart from the direction of the sentence around it. */
export function PersonName({ person }: { readonly person: Person | null }) {
  return <bdi class="name">{person === null ? t("turn-somebody") : nameOf(person.name)}</bdi>;
}
