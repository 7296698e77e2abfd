/** Who is at the door, with their line; letting in, kindly declining; who may come at all, and the invitation. No list of who was declined. */
import { t } from "../../words/t";
import { Why } from "../ask/ask";
import { useCircle } from "../house/house";
import { Sheet } from "../sheet/sheet";
import { Invitation } from "./invitation";
import { KnockList } from "./knocks";
import type { LeafOf } from "./tray_of";

const LEVELS = ["open", "knock", "locked"] as const;

export function Door({ view, asking, onClose }: LeafOf) {
  const circle = useCircle();
  const { door } = view.snapshot;
  return (
    <Sheet title={t("knocks-title")} onClose={onClose}>
      <Why asking={asking} />
      <KnockList view={view} asking={asking} mayDecline />
      <div class="sheet-part">
      <fieldset>
        <legend>{t("door-level")}</legend>
        {LEVELS.map((level) => (
          <label class="choice" key={level}>
            <input
              type="radio"
              name="door-level"
              checked={door === level}
              onChange={() => void asking.ask(() => circle.setDoor(level))}
            />
            <span>{t(`door-level-${level}`)}</span>
          </label>
        ))}
      </fieldset>
      </div>
      <Invitation asking={asking} />
    </Sheet>
  );
}
