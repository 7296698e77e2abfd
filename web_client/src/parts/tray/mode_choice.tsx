/** Cards, one for each way of taking turns. */
import type { Signal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { RoomSnapshot } from "../../protocol/generated";
import "../../words/hosting";
import { t } from "../../words/t";

type Mode = RoomSnapshot["mode"];
const MODES: readonly Mode[] = ["round", "share_and_respond", "raised_hands", "passing", "open_floor"];

export function ModeChoice({ legend, mode }: { readonly legend: string; readonly mode: Signal<Mode> }) {
  const id = useId();
  return (
    <fieldset>
      <legend>{legend}</legend>
      {MODES.map((each) => (
        <label class="choice" key={each}>
          <input
            type="radio"
            name={id}
            checked={mode.value === each}
            aria-labelledby={`${id}-${each}-name`}
            aria-describedby={`${id}-${each}`}
            onChange={() => (mode.value = each)}
          />
          <span id={`${id}-${each}-name`}>{t(`start-mode-${each}`)}</span>
          <span class="soft" id={`${id}-${each}`}>
            {t(`start-mode-${each}-what`)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
