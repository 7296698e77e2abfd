/** What came while words stood in the field: enough of it, and the writer may want to look before saying them. Pure. */
import type { Row } from "../../room/view";

/** As many new messages of others are worth a word (domain.md 5.1). */
const WORTH_SAYING = 3;

export function muchCame(rows: readonly Row[], since: string | null): boolean {
  const at = since === null ? -1 : rows.findLastIndex((row) => row.key === since);
  // Rows that fell off the log are at least as many as are kept.
  return rows.slice(at + 1).filter((row) => row.kind === "words" && !row.mine).length >= WORTH_SAYING;
}
