/** A code for a second device: it opens my desk here, once I have said my passphrase. It names no group and nobody. */
import { useSignal } from "@preact/signals";
import { useAsk, Why } from "../../parts/ask/ask";
import { useCircle } from "../../parts/house/house";
import { Page } from "../../parts/page/page";
import { PassphraseField } from "../../parts/share/passphrase";
import type { DeviceDoorReply } from "../../protocol/generated";
import { t } from "../../words/t";

export function DeviceDoor({ door }: { readonly door: DeviceDoorReply }) {
  const circle = useCircle();
  const asking = useAsk();
  const passphrase = useSignal("");
  return (
    <Page title={t("device-title")} above={t("door-run-by", { who: door.run_by })}>
      <p>{t("device-what")}</p>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase.value === "") return asking.say(t("refusal-no_words"));
          return void asking.ask(() => circle.pairDevice(passphrase.value));
        }}
      >
        <PassphraseField label={t("fdoor-passphrase")} autocomplete="current-password" value={passphrase} />
        <p class="soft">{t("device-shared")}</p>
        <Why asking={asking} />
        <div class="row">
          <button type="submit" class="primary">
            {t("device-go")}
          </button>
        </div>
      </form>
    </Page>
  );
}
