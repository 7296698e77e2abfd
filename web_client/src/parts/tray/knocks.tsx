/** Who is at the door, with their line: letting in one by one or together; facilitators may also kindly decline. */
import type { KnockAtDoor } from "../../protocol/generated";
import { nameOf } from "../../words/names";
import { t } from "../../words/t";
import { Why } from "../ask/ask";
import { useCircle } from "../house/house";
import { Mark } from "../mark/mark";
import { PersonName } from "../say/say";
import { Sheet } from "../sheet/sheet";
import { Sure } from "../sheet/sure";
import type { LeafOf, TrayOf } from "./tray_of";

/** The leaf where the door is everybody's. */
export function Knocks({ view, asking, onClose }: LeafOf) {
  return (
    <Sheet title={t("knocks-title")} onClose={onClose}>
      <Why asking={asking} />
      <KnockList view={view} asking={asking} mayDecline={false} />
    </Sheet>
  );
}

export function KnockList({ view, asking, mayDecline }: TrayOf & { readonly mayDecline: boolean }) {
  const circle = useCircle();
  const { knocks } = view.snapshot.mine;
  return (
    <>
      {knocks.length === 0 && <p>{t("knocks-none")}</p>}
      {knocks.length > 1 && (
        <div class="row">
          <button type="button" class="primary" onClick={() => void asking.ask(() => circle.admitAll())}>
            {t("knocks-all")}
          </button>
        </div>
      )}
      <ul class="stack">
        {knocks.map((knock) => (
          <Knocking key={knock.person.seat} knock={knock} asking={asking} mayDecline={mayDecline} />
        ))}
      </ul>
    </>
  );
}

function Knocking({ knock, asking, mayDecline }: { readonly knock: KnockAtDoor; readonly mayDecline: boolean } & Pick<LeafOf, "asking">) {
  const circle = useCircle();
  const { person, line } = knock;
  const who = nameOf(person.name);
  return (
    <li class="card stack">
      <div class="row">
        <Mark name={person.name} mark={person.mark} />
        <span class="grow">
          <strong>
            <PersonName person={person} />
          </strong>
          {person.listening && <span class="soft"> · {t("knocks-listening")}</span>}
        </span>
      </div>
      {line !== null && line !== "" && (
        <blockquote class="quoted" dir="auto">
          {line}
        </blockquote>
      )}
      <div class="row">
        <button
          type="button"
          class="primary"
          aria-label={t("knocks-in-named", { who })}
          onClick={() => void asking.ask(() => circle.admit(person.seat))}
        >
          {t("knocks-in")}
        </button>
        {mayDecline && (
          <Sure
            label={t("knocks-decline")}
            named={t("knocks-decline-named", { who })}
            sure={t("knocks-decline-sure")}
            yes={t("knocks-decline-yes")}
            no={t("knocks-decline-no")}
            onYes={() => void asking.ask(() => circle.decline(person.seat))}
          />
        )}
      </div>
    </li>
  );
}
