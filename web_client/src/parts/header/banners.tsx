/** The line that stands at the top while the connection is lost, or the page is an old one. Words, no spinner. */
import { t } from "../../words/t";
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
