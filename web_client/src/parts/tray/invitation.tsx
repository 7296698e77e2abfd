/** The link by which people come in, and a new one. The old one then lets nobody in. Folded: it stands under the door. */
import { t } from "../../words/t";
import { useCircle } from "../house/house";
import { LinkToShare } from "../share/link";
import { Sure } from "../sheet/sure";
import type { LeafOf } from "./tray_of";

export function Invitation({ asking }: Pick<LeafOf, "asking">) {
  const circle = useCircle();
  const link = circle.invitation.value;
  return (
    <details class="folded sheet-part">
      <summary>{t("invite-title")}</summary>
      <div class="stack">
        {link === null ? <p>{t("invite-none")}</p> : <LinkToShare link={link} label={t("ready-link")} />}
        <Sure
          label={t("invite-renew")}
          sure={t("invite-renew-sure")}
          yes={t("invite-renew-yes")}
          no={t("invite-renew-no")}
          onYes={() => void asking.ask(() => circle.renewInvitation())}
        />
      </div>
    </details>
  );
}
