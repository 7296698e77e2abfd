/** Closing the circle for everybody: what happens, in words, and a second tap. */
import { t } from "../../words/t";
import { Why } from "../ask/ask";
import { useCircle } from "../house/house";
import { Sheet } from "../sheet/sheet";
import type { LeafOf } from "./tray_of";

export function Close({ asking, onClose }: LeafOf) {
  const circle = useCircle();
  return (
    <Sheet title={t("close-title")} onClose={onClose}>
      <p>{t("close-sure")}</p>
      <p>{t("close-link")}</p>
      <Why asking={asking} />
      <div class="row">
        <button type="button" class="leave" onClick={() => void asking.ask(() => circle.closeMeeting())}>
          {t("close-yes")}
        </button>
        <button type="button" onClick={onClose}>
          {t("close-no")}
        </button>
      </div>
    </Sheet>
  );
}
