/** Who is at the door, with their line; letting in, kindly declining; who may come at all, and the invitation. No list of who was declined. */
import type { KnockAtDoor } from "../../protocol/generated";
import { nameOf } from "../../words/names";
import { t } from "../../words/t";
import { Why } from "../ask/ask";
import { useCircle } from "../house/house";
import { Mark } from "../mark/mark";
import { PersonName } from "../say/say";
import { Sheet } from "../sheet/sheet";
import { Sure } from "../sheet/sure";
import { Invitation } from "./invitation";
import type { LeafOf } from "./tray_of";

const LEVELS = ["open", "knock", "locked"] as const;

export function Door({ view, asking, onClose }: LeafOf) {
  const circle = useCircle();
  const { door, mine } = view.snapshot;
  return (
    <Sheet title={t("knocks-title")} onClose={onClose}>
      <Why asking={asking} />
      {mine.knocks.length === 0 && <p>{t("knocks-none")}</p>}
      {mine.knocks.length > 1 && (
        <div class="row">
          <button type="button" class="primary" onClick={() => void asking.ask(() => circle.admitAll())}>
            {t("knocks-all")}
          </button>
        </div>
      )}
      <ul class="stack">
        {mine.knocks.map((knock) => (
          <Knocking key={knock.person.seat} knock={knock} asking={asking} />
        ))}
      </ul>
      <div class="sheet-part">
      <fieldset>
        <legend>{t("door-level")}</legend>
        {LEVELS.map((level) => (
          <label class="choice" key={level}>
            <input
              type="radio"
              name="door-level"
              checked={door === level}
              onChange={() => void asking.ask(() => circle.setDoor(level))}
            />
            <span>{t(`door-level-${level}`)}</span>
          </label>
        ))}
      </fieldset>
      </div>
      <Invitation asking={asking} />
    </Sheet>
  );
}

function Knocking({ knock, asking }: { readonly knock: KnockAtDoor } & Pick<LeafOf, "asking">) {
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
        <Sure
          label={t("knocks-decline")}
          named={t("knocks-decline-named", { who })}
          sure={t("knocks-decline-sure")}
          yes={t("knocks-decline-yes")}
          no={t("knocks-decline-no")}
          onYes={() => void asking.ask(() => circle.decline(person.seat))}
        />
      </div>
    </li>
  );
}
