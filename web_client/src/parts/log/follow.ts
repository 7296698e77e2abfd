/**
 * Staying at the newest words only for those who are there. A reader further up is left in peace: what came since is
 * counted, and marked where it begins. Pure; the element and its scrolling belong to `log.tsx`.
 */
export interface Following {
  /** Whether the reader is at the end. */
  readonly there: boolean;
  /** How many rows of others came while they were not. */
  readonly below: number;
  /** The key of the first row they have not seen, or null. */
  readonly unread: string | null;
  readonly lastKey: string | null;
}

export interface Followed {
  readonly key: string;
  readonly mine: boolean;
}

export const AT_START: Following = { there: true, below: 0, unread: null, lastKey: null };

/** Pixels from the end that still count as being there: half a line. */
export const NEAR = 48;

export function rowsCame(before: Following, rows: readonly Followed[]): Following {
  const lastKey = rows.at(-1)?.key ?? null;
  if (lastKey === before.lastKey) return before;
  const known = rows.findIndex((row) => row.key === before.lastKey);
  const fresh = before.lastKey === null ? [] : rows.slice(known + 1);
  // My own words are where I want to be.
  if (before.there || fresh.some((row) => row.mine)) return { ...before, there: true, below: 0, lastKey };
  const unread = before.unread ?? fresh[0]?.key ?? null;
  return { there: false, below: before.below + fresh.length, unread, lastKey };
}

/** The reader has scrolled. Reaching the end clears the count; the line stays until they go up again. */
export function scrolled(before: Following, fromEnd: number): Following {
  const there = fromEnd < NEAR;
  if (there === before.there) return before;
  return there ? { ...before, there, below: 0 } : { ...before, there, below: 0, unread: null };
}
