/**
 * A leaf of paper over the page: help, more, questions. The browser's own dialog keeps focus and Escape. Leave fast
 * is on every leaf, because the page below cannot be reached. It never opens by itself.
 */
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { LiveRegions } from "../../announce/regions";
import { t } from "../../words/t";
import { LeaveFast } from "../header/leave_fast";
import { useHoldFocus } from "../house/hold_focus";
import { useHouse } from "../house/house";

interface SheetOf {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

export function Sheet({ title, onClose, children }: SheetOf) {
  const { regions } = useHouse();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useHoldFocus(dialog, () => heading.current);
  useEffect(() => {
    const cameFrom = document.activeElement;
    const leaf = dialog.current;
    // Old browsers know no dialogs: there the leaf stands in the page, see sheet.css.
    if (typeof leaf?.showModal === "function") leaf.showModal();
    else leaf?.setAttribute("open", "");
    heading.current?.focus();
    return () => {
      if (leaf?.open === true && typeof leaf.close === "function") leaf.close();
      if (cameFrom instanceof HTMLElement) cameFrom.focus();
    };
  }, []);
  return (
    <dialog
      class="sheet"
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div class="sheet-leaf">
        <div class="sheet-top">
          <button type="button" onClick={onClose}>
            {t("back")}
          </button>
          <LeaveFast />
        </div>
        <div class="sheet-body stack">
          <h2 id={id} tabIndex={-1} ref={heading}>
            {title}
          </h2>
          {children}
        </div>
      </div>
      <LiveRegions regions={regions} />
    </dialog>
  );
}
