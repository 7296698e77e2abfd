/** "What would help me?": the sharer's own wish for the time after the share. It may change in the middle. */
import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
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
  /** What I have chosen and the room has not shown yet: arrow keys are faster than any line. */
  const asked = useSignal<HelpWish | null>(null);
  const now = asked.value ?? room.mine.help;
  const sending = useRef(false);
  const field = useRef<HTMLFieldSetElement>(null);
  /** The browser has moved the mark already, and nothing need have been drawn since: it is put back by hand. */
  const fallBack = () => {
    asked.value = null;
    const was = field.current?.querySelectorAll("input")[WISHES.indexOf(room.mine.help)];
    if (was !== undefined) was.checked = true;
  };
  /** One at a time is sent, and the last choice in the end. */
  const choose = async (wish: HelpWish) => {
    asked.value = wish;
    if (sending.current) return;
    sending.current = true;
    for (let next: HelpWish | null = wish; next !== null; ) {
      const sent: HelpWish = next;
      const heard = await asking.ask(() => circle.chooseHelp(sent));
      const now = asked.peek();
      next = heard && now !== null && now !== sent ? now : null;
      if (!heard) fallBack();
    }
    sending.current = false;
  };
  useEffect(() => {
    if (asked.peek() === room.mine.help) asked.value = null;
  }, [room.mine.help]);
  return (
    <fieldset class="help-choice" ref={field}>
      <legend>{t("respond-help")}</legend>
      <div class="choices">
        {WISHES.map((wish) => (
          <label class="choice" key={wish}>
            <input type="radio" name={id} checked={now === wish} onChange={() => void choose(wish)} />
            <span>{t(`respond-help-${wish}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
