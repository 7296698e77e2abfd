/** A tap on a person: what a facilitator may offer or ask them. Everything here is a question they may decline, or a kind word. */
import type { Person as SomePerson } from "../../protocol/generated";
import type { OfferedRole } from "../../protocol";
import "../../words/hosting";
import { nameOf } from "../../words/names";
import { byHands } from "../../room/ways";
import { t } from "../../words/t";
import { Why } from "../ask/ask";
import { whatOf } from "../circle/people";
import { useCircle } from "../house/house";
import { Mark } from "../mark/mark";
import { Sheet } from "../sheet/sheet";
import type { LeafOf } from "./tray_of";

interface PersonOf extends LeafOf {
  readonly person: SomePerson;
}

export default function Person({ view, asking, person, onClose }: PersonOf) {
  const circle = useCircle();
  const room = view.snapshot;
  const { seat, role } = person;
  const away = room.away.includes(seat);
  const offer = async (offered: OfferedRole) => {
    if (!(await asking.ask(() => circle.offerRole(seat, offered)))) return;
    asking.say(t("person-asked"));
    onClose();
  };
  const ask = async (wish: Parameters<typeof asking.ask>[0]) => {
    if (await asking.ask(wish)) onClose();
  };
  const free = byHands(room.mode) && room.turn === null && room.silence === null && !person.listening && !away;
  const up = room.hands.some((hand) => hand.seat === seat);
  const timed = room.settings.soft_seconds > 0 || room.settings.hard_seconds > 0;
  const holds = timed && room.turn?.seat === seat && room.turn.stage === "taken";
  const mayLead = room.lead === room.you.seat;
  return (
    <Sheet title={t("person-title", { who: nameOf(person.name) })} onClose={onClose}>
      <p class="row">
        <Mark name={person.name} mark={person.mark} />
        <span class="soft">{whatOf(room, person).join(" · ")}</span>
      </p>
      <Why asking={asking} />
      {(free || up || holds) && (
        <div class="acts">
          {holds && (
            <button type="button" class="primary" onClick={() => void ask(() => circle.giveTime())}>
              {t("person-more-time")}
            </button>
          )}
          {free && (
            <button type="button" class="primary" onClick={() => void ask(() => circle.offerPiece(seat))}>
              {t("person-offer")}
            </button>
          )}
          {free && (
            <button type="button" onClick={() => void ask(() => circle.lastWord(seat))}>
              {t("person-last-word")}
            </button>
          )}
          {up && (
            <button type="button" onClick={() => void ask(() => circle.lowerHandOf(seat))}>
              {t("person-lower")}
            </button>
          )}
        </div>
      )}
      {away ? (
        <p class="soft">{t("person-away")}</p>
      ) : (
        <div class="acts sheet-part">
          {role === "member" && (
            <>
              <button type="button" aria-describedby="guardian-hint" onClick={() => void offer("guardian")}>
                {t("person-guardian")}
              </button>
              <p class="soft" id="guardian-hint">
                {t("person-guardian-hint")}
              </p>
            </>
          )}
          {role !== "facilitator" && (
            <button type="button" onClick={() => void offer("facilitator")}>
              {t("person-facilitator")}
            </button>
          )}
          {mayLead && (
            <>
              <button type="button" aria-describedby="lead-hint" onClick={() => void offer("lead")}>
                {t("person-lead")}
              </button>
              <p class="soft" id="lead-hint">
                {t("person-lead-hint")}
              </p>
            </>
          )}
          {role === "facilitator" && !mayLead && <p>{t("person-none")}</p>}
        </div>
      )}
    </Sheet>
  );
}
