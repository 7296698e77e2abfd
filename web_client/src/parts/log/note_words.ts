/** A plain line of the log in words. One place for the log and for the voice. */
import type { Row } from "../../room/view";
import { nameOf } from "../../words/names";
import { t } from "../../words/t";

/** Lines in which the words stand already. */
const SAYS_ITS_WORDS = new Set<string>(["note-gone-person-said", "note-silence-intention"]);

/** `standing`: the question that stands above the log already, and need not be repeated. */
export function noteWords(row: Extract<Row, { kind: "note" }>, standing = ""): string {
  const person = row.people[0];
  const other = row.people[1];
  const line = t(row.note, {
    to: other === undefined ? t("turn-somebody") : nameOf(other.name),
    who: person === undefined ? t("turn-somebody") : nameOf(person.name),
    n: row.count ?? 0,
    minutes: row.minutes ?? 0,
    words: row.words ?? "",
  });
  const question = row.words !== undefined && row.words !== standing && row.words !== "" && !SAYS_ITS_WORDS.has(row.note);
  const signed = row.by === undefined ? "" : ` ${t("note-by", { who: nameOf(row.by.name) })}`;
  return `${(question ? `${line} ${t("note-asked", { words: row.words ?? "" })}` : line).trim()}${signed}`;
}
