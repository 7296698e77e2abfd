/** The end: thank you, and what is forgotten. Asks for nothing and keeps nobody. */
import type { Place } from "../connection/api";
import { HelpButton } from "../parts/help/help";
import { useCircle } from "../parts/house/house";
import { Page } from "../parts/page/page";
import { t } from "../words/t";

type Ended = Extract<Place, { at: "after" }>;

export function After({ why, desk }: Pick<Ended, "why" | "desk">) {
  const circle = useCircle();
  const over = why === "left" || why === "meeting_closed";
  return (
    <Page title={t(`after-${why}-title`)} helpInCorner={false} lamp lit={false}>
      <p>{t(`after-${why}`)}</p>
      {over && (
        <section class="card stack">
          <h2>{t("after-nothing")}</h2>
          <ul class="calm-lines">
            <li>{t("after-forgotten")}</li>
            <li>{t("after-remains")}</li>
            <li>{t("after-others")}</li>
          </ul>
        </section>
      )}
      {why !== "open_elsewhere" && <p>{t("after-care")}</p>}
      <div class="row">
        <HelpButton />
        {desk && (
          <button type="button" class="primary" onClick={() => circle.backToDesk()}>
            {t("after-desk")}
          </button>
        )}
      </div>
    </Page>
  );
}
