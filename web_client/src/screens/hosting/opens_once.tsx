/** Links that open once: looked at as often as one likes, used only by a tap. */
import { useAsk, Why } from "../../parts/ask/ask";
import { useCircle } from "../../parts/house/house";
import { Page } from "../../parts/page/page";
import { t } from "../../words/t";

export function OpensOnce({ at }: { readonly at: "host_door" | "trial_door" }) {
  const circle = useCircle();
  const asking = useAsk();
  const host = at === "host_door";
  return (
    <Page title={t(host ? "host-door-title" : "trial-title")}>
      <p>{t(host ? "host-door-what" : "trial-what")}</p>
      <Why asking={asking} />
      <div class="row">
        <button
          type="button"
          class="primary"
          onClick={() => void asking.ask(() => (host ? circle.openHostDesk() : circle.openTrialDesk()))}
        >
          {t(host ? "host-door-go" : "trial-go")}
        </button>
      </div>
    </Page>
  );
}
