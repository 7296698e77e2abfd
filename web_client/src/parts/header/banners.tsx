/** Lines that stand at the top while something is so: connection lost, open in two places, no restart survived. Words, no spinner. */
import type { RoomView } from "../../room/view";
import { t } from "../../words/t";
import type { Asking } from "../ask/ask";
import { useCircle } from "../house/house";

export function LineBanner() {
  const circle = useCircle();
  const { line } = circle;
  if (line.value !== "lost" && line.value !== "reload_needed") return null;
  return (
    <aside class="banner" aria-label={t("line-region")}>
      {line.value === "lost" ? (
        t("line-lost")
      ) : (
        <>
          {t("reload-title")}. {t("reload-what")}{" "}
          <button type="button" onClick={() => circle.reload()}>
            {t("reload")}
          </button>
        </>
      )}
    </aside>
  );
}

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
      {!view.snapshot.survives_restart && (
        <section class="banner banner-soft" aria-label={t("line-region")}>
          {t("line-journal-lost")}
        </section>
      )}
    </div>
  );
}
