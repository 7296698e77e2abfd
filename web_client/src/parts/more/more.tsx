/**
 * Everything that is not needed every minute: the people, a hand with a note, a pause, a word to the facilitators,
 * listening, the agreement, leaving in the ordinary way.
 */
import type { Person, RoomSnapshot } from "../../protocol/generated";
import type { Standing } from "../../room/standing";
import { t } from "../../words/t";
import { AgreementText } from "../agreement/agreement";
import { type Asking, Why } from "../ask/ask";
import { People } from "../circle/people";
import { Ring } from "../circle/ring";
import { airShown, showAir } from "../composer/air";
import { chooseEnter, enterSends } from "../composer/enter";
import { useCircle } from "../house/house";
import { Phases } from "../phases/phases";
import { HelpChoice } from "../respond/help_choice";
import { Sheet } from "../sheet/sheet";
import { Sure } from "../sheet/sure";
import { Hand } from "./hand";
import { LastLeave, lastHolder } from "./last_leave";
import { Pause } from "./pause";
import { Tell } from "./tell";

interface MoreOf {
  readonly room: RoomSnapshot;
  readonly standing: Standing;
  readonly bellAsked: boolean;
  readonly asking: Asking;
  readonly onPick: ((person: Person) => void) | undefined;
  readonly onClose: () => void;
}

export function More({ room, standing, bellAsked, asking, onPick, onClose }: MoreOf) {
  const circle = useCircle();
  const listening = room.you.listening;
  const listen = async () => {
    if (await asking.ask(() => circle.listen(!listening))) onClose();
  };
  const pick = onPick && ((person: Person) => (onClose(), onPick(person)));
  return (
    <Sheet title={t("more-title")} onClose={onClose}>
      <Why asking={asking} />
      <section class="stack more-circle">
        <h3>{t("circle-title")}</h3>
        <Ring room={room} />
        <People room={room} onPick={pick} />
      </section>
      <Phases room={room} />
      {(standing.may.raise || standing.may.respond) && <Hand may={standing.may} asking={asking} onDone={onClose} />}
      {standing.may.chooseHelp && standing.is !== "i_hold" && (
        <section class="stack sheet-part">
          <HelpChoice room={room} asking={asking} />
        </section>
      )}
      {(standing.may.ring || standing.may.askForBell) && <Pause room={room} may={standing.may} asked={bellAsked} asking={asking} onDone={onClose} />}
      {standing.may.tell && <Tell asking={asking} onDone={onClose} />}
      <section class="stack sheet-part">
        <div class="row">
          <button type="button" onClick={() => void listen()}>
            {t(listening ? "more-take-part" : "more-listen")}
          </button>
        </div>
        {!listening && <p class="soft">{t("more-listen-hint")}</p>}
        {room.settings.gentle_signals && !listening && (
          <div class="row">
            <button type="button" onClick={() => void asking.ask(() => circle.quietForMe(!room.mine.quiet_for_me))}>
              {t(room.mine.quiet_for_me ? "more-quiet-off" : "more-quiet")}
            </button>
          </div>
        )}
        <EnterChoice />
        <AirChoice />
      </section>
      <details class="folded sheet-part">
        <summary>{t("more-agreement")}</summary>
        <div class="stack">
          <AgreementText agreement={room.agreement} policy={room.crisis_policy} />
        </div>
      </details>
      <section class="stack sheet-part">
        <p>
          <a href="/about" target="_blank" rel="noopener noreferrer">
            {t("more-about")}
          </a>
        </p>
        <p class="soft">{t("more-read-turn")}</p>
        {room.lead_before === room.you.seat && (
          <div class="row">
            <button type="button" onClick={() => void asking.ask(() => circle.takeLeadBack())}>
              {t("more-lead-again")}
            </button>
          </div>
        )}
        {standing.may.layDown && (
          <Sure
            label={t("role-lay-down")}
            sure={t("role-lay-down-sure")}
            yes={t("role-lay-down-yes")}
            no={t("role-lay-down-no")}
            onYes={() => void asking.ask(() => circle.layDownRole())}
          />
        )}
        {lastHolder(room) ? (
          <LastLeave room={room} asking={asking} onDone={onClose} />
        ) : (
          <Sure
            label={t("more-leave")}
            sure={t("more-leave-sure")}
            yes={t("more-leave-yes")}
            no={t("more-leave-no")}
            onYes={() => void circle.leave()}
          />
        )}
      </section>
    </Sheet>
  );
}

function EnterChoice() {
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={enterSends()}
        aria-labelledby="enter-sends"
        aria-describedby="enter-sends-hint"
        onChange={(event) => chooseEnter(event.currentTarget.checked)}
      />
      <span id="enter-sends">{t("words-enter-sends")}</span>
      <span class="soft" id="enter-sends-hint">{t("words-enter-sends-hint")}</span>
    </label>
  );
}

function AirChoice() {
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={airShown()}
        aria-labelledby="air-shown"
        aria-describedby="air-shown-hint"
        onChange={(event) => showAir(event.currentTarget.checked)}
      />
      <span id="air-shown">{t("words-air-show")}</span>
      <span class="soft" id="air-shown-hint">{t("words-air-hint")}</span>
    </label>
  );
}
