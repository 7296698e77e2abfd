/** Ready to share: the link, a picture of it, words to send with it, and the way in. Sends nothing by itself. */
import { useAsk, Why } from "../../parts/ask/ask";
import { useCircle } from "../../parts/house/house";
import { Page } from "../../parts/page/page";
import { Copy } from "../../parts/share/copy";
import { LinkToShare } from "../../parts/share/link";
import { t } from "../../words/t";

interface ReadyOf {
  readonly group: string;
  readonly name: string;
  readonly link: string;
}

export function Ready({ group, name, link }: ReadyOf) {
  const circle = useCircle();
  const asking = useAsk();
  const words = t("ready-text-body", { name, link });
  return (
    <Page title={t("ready-title")} above={name}>
      <p>
        {t("ready-what")} {t("ready-once")}
      </p>
      <div class="card">
        <LinkToShare link={link} label={t("ready-link")} />
      </div>
      <section class="stack">
        <h2>{t("ready-text")}</h2>
        <p class="card words-box" id="invitation-words" dir="auto">
          {words}
        </p>
        <div class="row">
          <Copy text={words} label={t("ready-copy-text")} from="invitation-words" />
        </div>
      </section>
      <Why asking={asking} />
      <div class="row">
        <button type="button" class="primary grow" onClick={() => void asking.ask(() => circle.enter(group))}>
          {t("ready-enter")}
        </button>
        <button type="button" onClick={() => circle.backToDesk()}>
          {t("ready-desk")}
        </button>
      </div>
    </Page>
  );
}
