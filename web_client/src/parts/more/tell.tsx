/** A word to the facilitators alone: about how we do this, or a concern. Folded, so that it is found and not in the way. */
import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { t } from "../../words/t";
import type { Asking } from "../ask/ask";
import { useCircle } from "../house/house";
import { LineField, lineOf } from "./line_field";

const KINDS = ["process", "concern"] as const;

export function Tell({ asking, onDone }: { readonly asking: Asking; readonly onDone: () => void }) {
  const circle = useCircle();
  const kind = useSignal<(typeof KINDS)[number]>("process");
  const note = useSignal("");
  const id = useId();
  const tell = async () => {
    if (!(await asking.ask(() => circle.raiseHand(lineOf(note), kind.value)))) return;
    asking.say(t("tell-done"));
    onDone();
  };
  return (
    <details class="folded sheet-part">
      <summary>{t("tell-title")}</summary>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void tell();
        }}
      >
        <fieldset>
          <legend>{t("tell-kind")}</legend>
          {KINDS.map((each) => (
            <label class="choice" key={each}>
              <input type="radio" name={id} checked={kind.value === each} onChange={() => (kind.value = each)} />
              <span>{t(`tell-${each}`)}</span>
            </label>
          ))}
        </fieldset>
        <LineField label={t("tell-note")} hint={t("tell-hint")} line={note} />
        <div class="row">
          <button type="submit">{t("tell-go")}</button>
        </div>
      </form>
    </details>
  );
}
