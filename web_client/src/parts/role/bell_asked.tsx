/** To whoever guards the bell: somebody asks for a pause. Who it was, nobody learns. */
import { t } from "../../words/t";
import type { Asking } from "../ask/ask";
import { useCircle } from "../house/house";

export function BellAsked({ asking }: { readonly asking: Asking }) {
  const circle = useCircle();
  return (
    <section class="asks" aria-label={t("bell-asked-region")}>
      <p>
        <strong>{t("bell-asked")}</strong>
      </p>
      <div class="row">
        <button type="button" class="primary" onClick={() => void asking.ask(() => circle.ringBell())}>
          {t("pause-ring")}
        </button>
        <button type="button" onClick={() => circle.putBellAway()}>
          {t("bell-asked-no")}
        </button>
      </div>
    </section>
  );
}
