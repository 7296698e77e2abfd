/** No link: what this is, and where to go from here. Offers no room to browse: circles are found by invitation. */
import { useSignal } from "@preact/signals";
import { HelpButton } from "../parts/help/help";
import { Lazy } from "../parts/house/lazy";
import { Page } from "../parts/page/page";
import { t } from "../words/t";

const loadTypeWords = () => import("./hosting/type_words");

export function Front() {
  const typing = useSignal(false);
  return (
    <Page title={t("front-title")} helpInCorner={false} lamp>
      <p>{t("front-what")}</p>
      <ul class="calm-lines">
        <li>{t("front-line-link")}</li>
        <li>{t("front-line-turn")}</li>
        <li>{t("front-line-gone")}</li>
      </ul>
      <div class="row">
        <HelpButton />
        {!typing.value && (
          <button type="button" onClick={() => (typing.value = true)}>
            {t("front-words")}
          </button>
        )}
      </div>
      {typing.value && <Lazy load={loadTypeWords} with={{}} />}
      <section class="door-small">
        <h2>{t("front-hosts")}</h2>
        <p>{t("front-hosts-how")}</p>
        <p>
          <code dir="ltr">talking-piece start</code>
        </p>
        <p>
          <a href="/about">{t("front-about")}</a>
        </p>
      </section>
    </Page>
  );
}
