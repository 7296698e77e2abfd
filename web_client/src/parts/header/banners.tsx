/** Lines that stand at the top while something is so: connection lost, open in two places, no restart survived. Words, no spinner. */
import type { RoomView } from "../../room/view";
import { t } from "../../words/t";
import type { Asking } from "../ask/ask";
import { useCircle } from "../house/house";

export function LineBanner() {
  const circle = useCircle();
  const { line } = circle;
  if (line.value === "lost") return <p class="banner">{t("line-lost")}</p>;
  if (line.value === "reload_needed") {
    return (
      <p class="banner">
        {t("reload-title")}. {t("reload-what")}{" "}
        <button type="button" onClick={() => circle.reload()}>
          {t("reload")}
        </button>
      </p>
    );
  }
  return null;
}

export function RoomBanners({ view, asking }: { readonly view: RoomView; readonly asking: Asking }) {
  const circle = useCircle();
  return (
    <div class="banners">
      <LineBanner />
      {view.places > 1 && (
        <p class="banner">
          <span>{t("places-two", { n: view.places })}</span>
          <button type="button" onClick={() => void asking.ask(() => circle.closeOtherPlace())}>
            {t("places-close")}
          </button>
        </p>
      )}
      {!view.snapshot.survives_restart && <p class="banner banner-soft">{t("line-journal-lost")}</p>}
    </div>
  );
}
