/** The bell, and longer silences. While it is quiet, the one thing to do here is to end it. */
import { useSignal } from "@preact/signals";
import { t } from "../../words/t";
import { Why } from "../ask/ask";
import { useCircle } from "../house/house";
import { LineField } from "../more/line_field";
import { Sheet } from "../sheet/sheet";
import type { LeafOf } from "./tray_of";

/** Seconds; null: until it is ended. */
const LENGTHS = [60, 180, 300, null] as const;

export function Bell(given: LeafOf) {
  return (
    <Sheet title={t("bell-title")} onClose={given.onClose}>
      <Why asking={given.asking} />
      {given.view.snapshot.silence === null ? <Ring {...given} /> : <End {...given} />}
    </Sheet>
  );
}

function Ring({ asking, onClose }: LeafOf) {
  const circle = useCircle();
  const seconds = useSignal<(typeof LENGTHS)[number]>(60);
  const intention = useSignal("");
  const ring = async () => {
    if (await asking.ask(() => circle.ringBell())) onClose();
  };
  const begin = async () => {
    if (await asking.ask(() => circle.beginSilence(seconds.value, intention.value.trim()))) onClose();
  };
  return (
    <>
      <div class="row">
        <button type="button" class="primary" onClick={() => void ring()}>
          {t("pause-ring")}
        </button>
      </div>
      <p class="soft">{t("bell-ring-hint")}</p>
      <form
        class="stack sheet-part"
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <h3>{t("bell-silence")}</h3>
        <fieldset>
          <legend class="vh">{t("bell-how-long")}</legend>
          <div class="choices">
            {LENGTHS.map((each) => (
              <label class="choice" key={each}>
                <input type="radio" name="bell-length" checked={seconds.value === each} onChange={() => (seconds.value = each)} />
                <span>{each === null ? t("bell-until") : t("bell-minutes", { n: each / 60 })}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <LineField label={t("bell-intention")} hint={t("bell-intention-hint")} line={intention} />
        <div class="row">
          <button type="submit">{t("bell-begin")}</button>
        </div>
      </form>
    </>
  );
}

function End({ asking, onClose }: LeafOf) {
  const circle = useCircle();
  const end = async () => {
    if (await asking.ask(() => circle.endSilence())) onClose();
  };
  return (
    <>
      <p>{t("bell-running")}</p>
      <div class="row">
        <button type="button" class="primary" onClick={() => void end()}>
          {t("bell-end")}
        </button>
      </div>
    </>
  );
}
