/** The three ways out for the only facilitator. Handing over is an offer, so one stays until it is taken. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import "../../words/hosting";
import type { Person } from "../../protocol/generated";
import { nameOf } from "../../words/names";
import { t } from "../../words/t";
import { useCircle } from "../house/house";
import { Sure } from "../sheet/sure";
import type { LastLeaveOf } from "./last_leave";

interface ThreeWaysOf extends LastLeaveOf {
  readonly onStay: () => void;
}

export default function ThreeWays({ room, asking, onDone, onStay }: ThreeWaysOf) {
  const circle = useCircle();
  const asked = useRef<HTMLParagraphElement>(null);
  const handing = useSignal(false);
  const others = room.people.filter((person) => person.seat !== room.you.seat && !room.away.includes(person.seat));
  const minutes = Math.max(1, Math.round(room.settings.unheld_closes_seconds / 60));
  useEffect(() => asked.current?.focus(), []);
  // The answers stand at the end of a long leaf: they are brought to where one looks.
  useEffect(() => asked.current?.parentElement?.scrollIntoView?.({ block: "start" }), [handing.value]);
  const offer = async (person: Person) => {
    if (!(await asking.ask(() => circle.offerRole(person.seat, "lead")))) return;
    asking.say(t("person-asked"));
    onDone();
  };
  return (
    <div class="sure stack" role="group" aria-label={t("more-leave")}>
      <p tabIndex={-1} ref={asked}>
        {t("last-leave-what")}
      </p>
      <div class="acts">
        {others.length > 0 && (
          <button type="button" class="primary" aria-expanded={handing.value} onClick={() => (handing.value = !handing.value)}>
            {t("last-leave-hand")}
          </button>
        )}
        {handing.value && (
          <>
            <p class="soft">{t("last-leave-hand-who")}</p>
            {others.map((person) => (
              <button key={person.seat} type="button" onClick={() => void offer(person)}>
                {t("last-leave-ask", { who: nameOf(person.name) })}
              </button>
            ))}
          </>
        )}
        <Sure
          label={t("last-leave-close")}
          sure={t("close-sure")}
          yes={t("close-yes")}
          no={t("close-no")}
          onYes={() => void asking.ask(() => circle.closeMeeting())}
        />
        <button type="button" class="leave" aria-describedby="last-leave-wait" onClick={() => void circle.leave()}>
          {t("last-leave-wait")}
        </button>
        <p class="soft" id="last-leave-wait">
          {t("last-leave-wait-what", { n: minutes })}
        </p>
        <button type="button" onClick={onStay}>
          {t("last-leave-stay")}
        </button>
      </div>
    </div>
  );
}
