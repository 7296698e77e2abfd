/**
 * A code for facilitating one circle: what it means, my name for tonight, and a question to the one who shows the code.
 * Nobody is in before that one says yes. No headcount, as at any door.
 */
import { useEffect } from "preact/hooks";
import type { Place } from "../../connection/api";
import { AgreementFold } from "../../parts/agreement/agreement";
import { useAsk, Why } from "../../parts/ask/ask";
import { useCircle, useHouse } from "../../parts/house/house";
import { Mark } from "../../parts/mark/mark";
import { Page } from "../../parts/page/page";
import type { CoFacilitatorDoorReply, Name } from "../../protocol/generated";
import { nameOf } from "../../words/names";
import { t } from "../../words/t";
import { NameTonight } from "../door";

type At = Extract<Place, { at: "co_facilitator_door" }>;

export function CoFacilitatorDoor({ place: { door, asked } }: { readonly place: At }) {
  return asked === null ? <Ask door={door} /> : <Asked door={door} name={asked} />;
}

function Ask({ door }: { readonly door: CoFacilitatorDoorReply }) {
  const circle = useCircle();
  const asking = useAsk();
  return (
    <Page title={door.group} above={t("co-above")}>
      <p dir="auto">{t("door-run-by", { who: door.run_by })}</p>
      <p>{t("co-what")}</p>
      <NameTonight door={door} asking={asking} />
      <ul class="calm-lines">
        <li>{t("co-line-may")}</li>
        <li>{t("co-line-tonight")}</li>
        <li>{t("door-line-kept")}</li>
      </ul>
      <Why asking={asking} />
      <div class="row">
        <button type="button" class="primary" onClick={() => void asking.ask(() => circle.askToFacilitate())}>
          {t("co-ask")}
        </button>
      </div>
      <p class="soft">{t("co-ask-hint")}</p>
      <AgreementFold agreement={door.agreement} policy={door.crisis_policy} />
    </Page>
  );
}

function Asked({ door, name }: { readonly door: CoFacilitatorDoorReply; readonly name: Name }) {
  const { circle, voice } = useHouse();
  useEffect(() => voice.tell(t("co-asked"), "answer"), []);
  return (
    <Page title={t("co-asked-title")} above={door.group} lamp>
      <p>{t("co-asked")}</p>
      <div class="card tonight">
        <Mark name={name} mark={door.mark} size={2.8} />
        <p class="grow">
          <span class="soft">{t("co-asked-name")}</span>
          <br />
          <bdi class="name">{nameOf(name)}</bdi>
        </p>
      </div>
      <p>{t("co-asked-compare")}</p>
      <div class="row">
        <button type="button" onClick={() => void circle.stopAsking()}>
          {t("co-stop")}
        </button>
      </div>
    </Page>
  );
}
