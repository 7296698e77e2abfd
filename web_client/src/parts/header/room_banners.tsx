/** Lines that stand at the top of the room while something is so: open in two places, nobody holds it, no restart survived. */
import type { RoomView } from "../../room/view";
import { t } from "../../words/t";
import type { Asking } from "../ask/ask";
import { useCircle } from "../house/house";
import { LineBanner } from "./banners";

export function RoomBanners({ view, asking }: { readonly view: RoomView; readonly asking: Asking }) {
  const circle = useCircle();
  return (
    <div class="banners">
      <LineBanner />
      {view.places > 1 && (
        <section class="banner" aria-label={t("turn-place-region")}>
          <span>{t("places-two", { n: view.places })}</span>
          <button type="button" onClick={() => void asking.ask(() => circle.closeOtherPlace())}>
            {t("places-close")}
          </button>
        </section>
      )}
      {view.snapshot.unheld && (
        <section class="banner banner-soft" aria-label={t("unheld-region")}>
          {t(view.closing ? "unheld-closing" : "unheld-banner")}
        </section>
      )}
      {!view.snapshot.survives_restart && (
        <section class="banner banner-soft" aria-label={t("line-region")}>
          {t("line-journal-lost")}
        </section>
      )}
    </div>
  );
}
