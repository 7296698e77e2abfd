/** The waiting room: I have knocked, my place is kept, help is near. Shows nobody else and no number in a line. */
import { useEffect } from "preact/hooks";
import { AgreementFold } from "../parts/agreement/agreement";
import { HelpButton } from "../parts/help/help";
import { useHouse } from "../parts/house/house";
import { Mark } from "../parts/mark/mark";
import { Page } from "../parts/page/page";
import type { WaitingView } from "../room/view";
import { nameOf } from "../words/names";
import { t } from "../words/t";

export function Waiting({ view }: { readonly view: WaitingView }) {
  const { circle, voice } = useHouse();
  const { you, group, noticed, round_under_way: underWay, agreement, crisis_policy } = view.snapshot;
  useEffect(() => {
    if (noticed) voice.tell(t("waiting-noticed"), "line");
  }, [noticed]);
  return (
    <Page title={t("waiting-title")} above={group} helpInCorner={false} lamp>
      <p>{t(underWay ? "waiting-round" : noticed ? "waiting-noticed" : "waiting-knock")}</p>
      <div class="card tonight">
        <Mark name={you.name} mark={you.mark} size={2.8} />
        <p class="grow">
          <span class="soft">{t("waiting-name")}</span>
          <br />
          <bdi class="name">{nameOf(you.name)}</bdi>
        </p>
      </div>
      <p>{t("waiting-phone")}</p>
      <div class="row">
        <HelpButton />
        <button type="button" onClick={() => void circle.leave()}>
          {t("waiting-leave")}
        </button>
      </div>
      <AgreementFold agreement={agreement} policy={crisis_policy} />
    </Page>
  );
}
