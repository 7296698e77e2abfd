/** Who holds a circle: its facilitators, or everybody in it. Two cards with what each means. */
import type { Signal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { RoomSettings } from "../../protocol/generated";
import "../../words/hosting";
import { t } from "../../words/t";

export type HeldBy = RoomSettings["held_by"];

const HOLDERS: readonly HeldBy[] = ["facilitators", "members"];

export function HeldByChoice({ heldBy }: { readonly heldBy: Signal<HeldBy> }) {
  const id = useId();
  return (
    <fieldset>
      <legend>{t("start-held")}</legend>
      {HOLDERS.map((each) => (
        <label class="choice" key={each}>
          <input
            type="radio"
            name={id}
            checked={heldBy.value === each}
            aria-labelledby={`${id}-${each}-name`}
            aria-describedby={`${id}-${each}`}
            onChange={() => (heldBy.value = each)}
          />
          <span id={`${id}-${each}-name`}>{t(`start-held-${each}`)}</span>
          <span class="soft" id={`${id}-${each}`}>
            {t(`start-held-${each}-what`)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
