/** The link by which people come in, and a new one. The old one then lets nobody in. */
import { t } from "../../words/t";
import { Why } from "../ask/ask";
import { useCircle } from "../house/house";
import { LinkToShare } from "../share/link";
import { Sheet } from "../sheet/sheet";
import { Sure } from "../sheet/sure";
import type { LeafOf } from "./tray_of";

export function Invitation({ asking, onClose }: LeafOf) {
  const circle = useCircle();
  const link = circle.invitation.value;
  return (
    <Sheet title={t("invite-title")} onClose={onClose}>
      <Why asking={asking} />
      {link === null ? <p>{t("invite-none")}</p> : <LinkToShare link={link} label={t("ready-link")} />}
      <section class="sheet-part stack">
        <Sure
          label={t("invite-renew")}
          sure={t("invite-renew-sure")}
          yes={t("invite-renew-yes")}
          no={t("invite-renew-no")}
          onYes={() => void asking.ask(() => circle.renewInvitation())}
        />
      </section>
    </Sheet>
  );
}
