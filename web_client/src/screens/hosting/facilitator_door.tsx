/** A facilitator's link: the passphrase is chosen the first time, asked for afterwards. It is sent, never kept here. */
import { useSignal } from "@preact/signals";
import { useAsk, Why } from "../../parts/ask/ask";
import { useCircle } from "../../parts/house/house";
import { Page } from "../../parts/page/page";
import { PassphraseField } from "../../parts/share/passphrase";
import { type FacilitatorDoorReply, LIMITS } from "../../protocol/generated";
import { t } from "../../words/t";

export function FacilitatorDoor({ door }: { readonly door: FacilitatorDoorReply }) {
  const circle = useCircle();
  const asking = useAsk();
  const first = door.first_time;
  const chosen = useSignal("");
  const again = useSignal("");
  const go = () => {
    const length = [...chosen.value].length;
    if (first && length < LIMITS.PASSPHRASE_LEAST) {
      return asking.say(t("refusal-passphrase_short", { most: LIMITS.PASSPHRASE_LEAST }));
    }
    if (first && chosen.value !== again.value) return asking.say(t("fdoor-different"));
    return void asking.ask(() => (first ? circle.choosePassphrase(chosen.value) : circle.signIn(chosen.value)));
  };
  return (
    <Page title={t(first ? "fdoor-first-title" : "fdoor-title")} above={t("door-run-by", { who: door.run_by })}>
      <p>{t(first ? "fdoor-first-what" : "fdoor-what")}</p>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <PassphraseField
          label={t("fdoor-passphrase")}
          autocomplete={first ? "new-password" : "current-password"}
          value={chosen}
          {...(first ? { hint: t("fdoor-first-advice", { n: LIMITS.PASSPHRASE_LEAST }) } : {})}
        />
        {first && <PassphraseField label={t("fdoor-repeat")} autocomplete="new-password" value={again} />}
        {first && <p class="soft">{t("fdoor-first-lost")}</p>}
        <Why asking={asking} />
        <div class="row">
          <button type="submit" class="primary">
            {t(first ? "fdoor-first-go" : "fdoor-go")}
          </button>
        </div>
      </form>
    </Page>
  );
}
