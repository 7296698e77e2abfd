/** Starting a group: a name, a way of taking turns, and who lets people in. The agreement is there already, folded. */
import { useSignal } from "@preact/signals";
import { useAsk, Why } from "../../parts/ask/ask";
import { useCircle } from "../../parts/house/house";
import { Page } from "../../parts/page/page";
import { type HeldBy, HeldByChoice } from "../../parts/tray/held_by_choice";
import { ModeChoice } from "../../parts/tray/mode_choice";
import { LIMITS, type RoomSnapshot } from "../../protocol/generated";
import { t } from "../../words/t";

export function StartGroup({ onBack }: { readonly onBack: () => void }) {
  const circle = useCircle();
  const asking = useAsk();
  const name = useSignal("");
  const mode = useSignal<RoomSnapshot["mode"]>("round");
  const oneByOne = useSignal(true);
  const heldBy = useSignal<HeldBy>("facilitators");
  const agreement = useSignal(t("start-agreement-text"));
  const start = () => {
    const lines = agreement.value.split("\n").map((line) => line.trim()).filter((line) => line !== "");
    if (name.value.trim() === "") return asking.say(t("start-name-missing"));
    if (lines.length > LIMITS.AGREEMENT_LINES) return asking.say(t("start-agreement-many", { n: LIMITS.AGREEMENT_LINES }));
    if (lines.some((line) => [...line].length > LIMITS.AGREEMENT_LINE_CODE_POINTS)) {
      return asking.say(t("start-agreement-long", { n: LIMITS.AGREEMENT_LINE_CODE_POINTS }));
    }
    return void asking.ask(() =>
      circle.startGroup({
        name: name.value.trim(),
        mode: mode.value,
        door: oneByOne.value ? "knock" : "open",
        agreement: lines,
        held_by: heldBy.value,
      }),
    );
  };
  return (
    <Page title={t("start-title")}>
      <p>{t("start-what")}</p>
      <form
        class="stack start"
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        <div class="field">
          <label for="group-name">{t("start-name")}</label>
          <input
            id="group-name"
            type="text"
            dir="auto"
            autocomplete="off"
            maxLength={LIMITS.LABEL_CODE_POINTS}
            value={name.value}
            onInput={(event) => (name.value = event.currentTarget.value)}
            aria-describedby="group-name-hint"
          />
          <p class="soft" id="group-name-hint">
            {t("start-name-hint")}
          </p>
        </div>
        <ModeChoice legend={t("start-mode")} mode={mode} />
        <HeldByChoice heldBy={heldBy} />
        <label class="choice">
          <input
            type="checkbox"
            checked={oneByOne.value}
            onChange={(event) => (oneByOne.value = event.currentTarget.checked)}
            aria-labelledby="one-by-one-name"
            aria-describedby="one-by-one"
          />
          <span id="one-by-one-name">{t(heldBy.value === "members" ? "start-door-ours" : "start-door")}</span>
          <span class="soft" id="one-by-one">
            {t("start-door-hint")}
          </span>
        </label>
        <details class="folded">
          <summary>{t("start-agreement")}</summary>
          <div class="field">
            <textarea
              rows={8}
              dir="auto"
              autocomplete="off"
              aria-label={t("start-agreement")}
              aria-describedby="agreement-hint"
              value={agreement.value}
              onInput={(event) => (agreement.value = event.currentTarget.value)}
            />
            <p class="soft" id="agreement-hint">
              {t("start-agreement-hint")}
            </p>
          </div>
        </details>
        <Why asking={asking} />
        <div class="row">
          <button type="submit" class="primary grow">
            {t("start-go")}
          </button>
          <button type="button" onClick={onBack}>
            {t("back")}
          </button>
        </div>
        <p class="soft">{t("start-later")}</p>
      </form>
    </Page>
  );
}
