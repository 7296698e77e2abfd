/** A role that is offered to me: a question with two answers, and no hurry. Nobody is given a role and nobody takes one. */
import { useRef } from "preact/hooks";
import type { Person, RoomSnapshot } from "../../protocol/generated";
import { t } from "../../words/t";
import type { Asking } from "../ask/ask";
import { useHoldFocus } from "../house/hold_focus";
import { useCircle } from "../house/house";
import { PersonName, Say } from "../say/say";

interface OfferOf {
  readonly offer: NonNullable<RoomSnapshot["mine"]["role_offer"]>;
  readonly by: Person | null;
  readonly asking: Asking;
}

export function RoleOffer({ offer, by, asking }: OfferOf) {
  const circle = useCircle();
  const card = useRef<HTMLElement>(null);
  useHoldFocus(card, () => document.querySelector<HTMLElement>(".turn"));
  return (
    <section class="asks" aria-label={t("role-region")} tabIndex={-1} ref={card}>
      <p>
        <strong>
          <Say k={`role-${offer.role}-ask`} put={{ who: <PersonName person={by} /> }} />
        </strong>{" "}
        <span class="asks-what">{t(`role-${offer.role}-what`)}</span>
      </p>
      <div class="row">
        <button type="button" class="primary" onClick={() => void asking.ask(() => circle.answerRole(true))}>
          {t("role-yes")}
        </button>
        <button type="button" onClick={() => void asking.ask(() => circle.answerRole(false))}>
          {t("role-no")}
        </button>
      </div>
    </section>
  );
}
