/** "What would help me?": the sharer's own wish for the time after the share. It may change in the middle. */
import { useId } from "preact/hooks";
import type { HelpWish } from "../../protocol";
import type { RoomSnapshot } from "../../protocol/generated";
import { t } from "../../words/t";
import type { Asking } from "../ask/ask";
import { useCircle } from "../house/house";

const WISHES: readonly HelpWish[] = ["listen", "similar", "questions", "ideas", "silence"];

interface HelpOf {
  readonly room: RoomSnapshot;
  readonly asking: Asking;
}

export function HelpChoice({ room, asking }: HelpOf) {
  const circle = useCircle();
  const id = useId();
  const now = room.mine.help;
  return (
    <fieldset class="help-choice">
      <legend>{t("respond-help")}</legend>
      <div class="choices">
        {WISHES.map((wish) => (
          <label class="choice" key={wish}>
            <input type="radio" name={id} checked={now === wish} onChange={() => void asking.ask(() => circle.chooseHelp(wish))} />
            <span>{t(`respond-help-${wish}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
