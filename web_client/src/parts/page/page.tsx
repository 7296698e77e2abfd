/**
 * The frame of every screen but the room: our sign, a way out, and one column of calm text. Moves the focus to its
 * heading when it follows another screen, never on the first visit.
 */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Brand } from "../header/brand";
import { LeaveFast } from "../header/leave_fast";
import { HelpButton } from "../help/help";
import { t } from "../../words/t";

interface PageOf {
  readonly title: string;
  /** A quiet line above the heading. */
  readonly above?: string;
  readonly children: ComponentChildren;
  /** Where the screen offers Help itself, the corner need not. */
  readonly helpInCorner?: boolean;
  readonly lit?: boolean;
  /** Our sign large above the words: where there is time to look at something calm. */
  readonly lamp?: boolean;
}

export function Page({ title, above, children, helpInCorner = true, lit = true, lamp = false }: PageOf) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.documentElement.dataset["visited"] === "yes") {
      // How far the screen before was scrolled means nothing here: Leave fast must be in sight.
      window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    document.documentElement.dataset["visited"] = "yes";
  }, [title]);
  return (
    <div class="page">
      <header class="page-top">
        {!lamp && <Brand lit={lit} />}
        <span class="grow" />
        {helpInCorner && <HelpButton label={t("help")} />}
        <LeaveFast />
      </header>
      <main class="page-body stack">
        {lamp && (
          <div class="lamp">
            <Brand size={7} lit={lit} />
          </div>
        )}
        <div>
          {above !== undefined && <p class="soft">{above}</p>}
          <h1 tabIndex={-1} ref={heading} dir="auto">
            {title}
          </h1>
        </div>
        {children}
      </main>
    </div>
  );
}
