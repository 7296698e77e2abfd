/** The button that leaves at once. Only its looks: `src/exit` listens for `data-leave-fast` on its own, so that it works when nothing else does. */
import { t } from "../../words/t";

export function LeaveFast() {
  return (
    <button type="button" class="leave" data-leave-fast>
      {t("leave-fast")}
    </button>
  );
}
