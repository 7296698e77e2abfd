/** The agreement of the group and what happens when somebody is in danger. At the door only the first line of each shows, the rest is one tap away. */
import { useSignal } from "@preact/signals";
import type { Agreement as AgreementOf, DoorReply } from "../../protocol/generated";
import { t } from "../../words/t";
import { Say } from "../say/say";
import { Sheet } from "../sheet/sheet";

type Policy = DoorReply["crisis_policy"];

export function AgreementText({ agreement, policy }: { readonly agreement: AgreementOf; readonly policy: Policy }) {
  return (
    <>
      {agreement.lines.length === 0 ? (
        <p>{t("door-agreement-none")}</p>
      ) : (
        <ul class="calm-lines">
          {agreement.lines.map((line) => (
            <li key={line} dir="auto">
              {line}
            </li>
          ))}
        </ul>
      )}
      <section class="stack">
        <h3>{t("crisis-title")}</h3>
        <p>
          {t(`crisis-${policy}`)} {t(`crisis-${policy}-more`)}
        </p>
      </section>
    </>
  );
}

/** A button that opens the whole of it. */
export function AgreementFold({ agreement, policy }: { readonly agreement: AgreementOf; readonly policy: Policy }) {
  const open = useSignal(false);
  const [first] = agreement.lines;
  return (
    <div class="door-small">
      <button type="button" class="plain" onClick={() => (open.value = true)}>
        <span>
          {first === undefined ? t("agreement-title") : <Say k="door-agreement-first" put={{ line: <bdi>{first}</bdi> }} />}
        </span>
      </button>
      <button type="button" class="plain" onClick={() => (open.value = true)}>
        {t(`crisis-${policy}`)}
      </button>
      {open.value && (
        <Sheet title={t("agreement-title")} onClose={() => (open.value = false)}>
          <AgreementText agreement={agreement} policy={policy} />
          <p class="soft">
            {t("agreement-coming-in")} {t("agreement-history")}
          </p>
        </Sheet>
      )}
    </div>
  );
}
