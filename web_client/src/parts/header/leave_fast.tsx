/** Two ways to leave at once. Only their looks: `src/exit` listens for `data-leave-fast` on its own, so that leaving works when nothing else does. */
import { t } from "../../words/t";

/** The same for whoever comes by keyboard: the first stop of every screen, seen when it has the focus. */
export function LeaveLink() {
  return (
    <nav aria-label={t("leave-fast")}>
      <a class="skip" href={document.documentElement.dataset["neutralSite"] ?? "about:blank"} rel="noreferrer" data-leave-fast>
        {t("leave-fast")}
      </a>
    </nav>
  );
}

export function LeaveFast() {
  return (
    <button type="button" class="leave" data-leave-fast>
      {t("leave-fast")}
    </button>
  );
}
