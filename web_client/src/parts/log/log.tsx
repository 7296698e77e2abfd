/**
 * What people have said. Quiet by itself (aria-live off): the one voice of the page speaks. At most 300 rows stand
 * in the document; nothing scrolls under a reader's eyes.
 */
import { useSignal } from "@preact/signals";
import { Fragment } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Row, RoomView } from "../../room/view";
import { t } from "../../words/t";
import { AT_START, rowsCame, scrolled, type Following } from "./follow";
import { LogRow, type WordsRow } from "./row";

const MOST_ROWS = 300;

const isMine = (row: Row): boolean => row.kind !== "note" && row.mine;

interface LogOf {
  readonly view: RoomView;
  /** In open conversation: answering one message. */
  readonly onReply?: ((row: WordsRow) => void) | undefined;
}

export function Log({ view, onReply }: LogOf) {
  const box = useRef<HTMLDivElement>(null);
  const following = useSignal<Following>(AT_START);
  const rows = view.rows.slice(-MOST_ROWS);
  const lastKey = rows.at(-1)?.key ?? null;

  useLayoutEffect(() => {
    following.value = rowsCame(following.value, rows.map((row) => ({ key: row.key, mine: isMine(row) })));
    if (following.value.there) toEnd(box.current);
  }, [lastKey, rows.length]);

  // The keyboard of a phone makes the log smaller: who was at the end stays there.
  useEffect(() => {
    if (box.current === null || typeof ResizeObserver === "undefined") return undefined;
    const watch = new ResizeObserver(() => {
      if (following.value.there) toEnd(box.current);
    });
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);

  const holder = view.snapshot.turn?.stage === "taken" ? view.snapshot.turn.seat : null;
  return (
    <div class="log-frame">
      <div
        class="log"
        role="log"
        aria-live="off"
        aria-label={t("log-region")}
        tabIndex={0}
        ref={box}
        onScroll={() => {
          if (box.current !== null) following.value = scrolled(following.value, fromEnd(box.current));
        }}
      >
        <div class="log-rows">
          {rows.length === 0 && <p class="note">{t("log-empty")}</p>}
          {view.rows.length > rows.length && <p class="note">{t("log-earlier")}</p>}
          {rows.map((row, index) => {
            const unread = row.key === following.value.unread;
            return (
              <Fragment key={row.key}>
                {unread && <p class="log-unread">{t("log-unread")}</p>}
                <LogRow
                  row={row}
                  goesOn={!unread && goesOn(rows[index - 1], row)}
                  holds={row.kind === "words" && row.person.seat === holder}
                  prompt={view.snapshot.prompt}
                  onReply={onReply}
                />
              </Fragment>
            );
          })}
        </div>
      </div>
      {following.value.below > 0 && (
        <button
          type="button"
          class="log-below"
          onClick={() => {
            toEnd(box.current);
            box.current?.focus();
          }}
        >
          {t("log-new-below", { n: following.value.below })}
        </button>
      )}
    </div>
  );
}

function goesOn(before: Row | undefined, row: Row): boolean {
  if (row.kind !== "words" || before?.kind !== "words" || row.answers !== null) return false;
  return before.person.seat === row.person.seat && before.interjection === row.interjection;
}

const fromEnd = (box: HTMLElement): number => box.scrollHeight - box.scrollTop - box.clientHeight;

function toEnd(box: HTMLElement | null): void {
  if (box !== null) box.scrollTop = box.scrollHeight;
}
