/** My devices, at the foot of the desk: pair one more, or keep only this one. How many is all that is known of them. */
import { type Asking } from "../../parts/ask/ask";
import { useCircle } from "../../parts/house/house";
import { LinkToShare } from "../../parts/share/link";
import { Sure } from "../../parts/sheet/sure";
import { type DeskReply, LIMITS } from "../../protocol/generated";
import { t } from "../../words/t";

interface DevicesOf {
  readonly desk: DeskReply;
  readonly asking: Asking;
}

export function Devices({ desk, asking }: DevicesOf) {
  const circle = useCircle();
  if (desk.devices === 0) return null;
  const full = desk.devices >= LIMITS.DEVICES_MOST;
  return (
    <section class="stack devices">
      <h2>{t("devices-title")}</h2>
      <p class="soft">{full ? t("devices-full", { n: desk.devices }) : t("devices-n", { n: desk.devices })}</p>
      <div class="row">
        {!full && (
          <button type="button" onClick={() => void asking.ask(() => circle.offerPairing(null))}>
            {t("devices-pair")}
          </button>
        )}
        {desk.devices > 1 && (
          <Sure
            label={t("devices-only")}
            sure={t("devices-only-sure")}
            yes={t("devices-only-yes")}
            no={t("devices-only-no")}
            onYes={() => void asking.ask(() => circle.onlyThisDevice())}
          />
        )}
      </div>
    </section>
  );
}

/** Just paired: the link that belongs to this device. */
export function OwnLink({ link }: { readonly link: string }) {
  return (
    <section class="card stack">
      <h2>{t("paired-title")}</h2>
      <p>{t("paired-what")}</p>
      <LinkToShare link={`${location.origin}/#${link}`} label={t("paired-link")} />
    </section>
  );
}
