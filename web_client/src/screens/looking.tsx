/** A link is being looked at, or opens nothing. An old link never says which group it belonged to. */
import { useAsk, Why } from "../parts/ask/ask";
import { HelpButton } from "../parts/help/help";
import { useCircle } from "../parts/house/house";
import { Page } from "../parts/page/page";
import type { Refusal } from "../protocol/generated";
import { refusalWords } from "../words/refusal";
import { t } from "../words/t";

export function Looking() {
  return (
    <Page title={t("looking-title")} lamp>
      <p>{t("looking-what")}</p>
    </Page>
  );
}

export function NoDoor({ refusal }: { readonly refusal: Refusal }) {
  const circle = useCircle();
  const asking = useAsk();
  const used = refusal.code === "invitation_used";
  return (
    <Page title={t(used ? "no-door-used-title" : "no-door-title")} helpInCorner={false} lit={false}>
      <p>{used ? t("no-door-ask") : refusalWords(refusal)}</p>
      <Why asking={asking} />
      <div class="row">
        {!used && (
          <button type="button" class="primary" onClick={() => void asking.ask(() => circle.lookAgain())}>
            {t("no-door-again")}
          </button>
        )}
        <HelpButton />
      </div>
    </Page>
  );
}
