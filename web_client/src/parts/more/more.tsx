/** Everything that is not needed every minute: the people, listening, a note with a hand, the agreement, leaving in the ordinary way. */
import { useSignal } from "@preact/signals";
import { LIMITS } from "../../protocol/generated";
import type { RoomSnapshot } from "../../protocol/generated";
import type { Standing } from "../../room/standing";
import { t } from "../../words/t";
import { AgreementText } from "../agreement/agreement";
import { type Asking, Why } from "../ask/ask";
import { People } from "../circle/people";
import { Ring } from "../circle/ring";
import { chooseEnter, enterSends } from "../composer/enter";
import { useCircle } from "../house/house";
import { Sheet } from "../sheet/sheet";
import { Sure } from "../sheet/sure";

interface MoreOf {
  readonly room: RoomSnapshot;
  readonly standing: Standing;
  readonly asking: Asking;
  readonly onClose: () => void;
}

export function More({ room, standing, asking, onClose }: MoreOf) {
  const circle = useCircle();
  const listening = room.you.listening;
  const listen = async () => {
    if (await asking.ask(() => circle.listen(!listening))) onClose();
  };
  return (
    <Sheet title={t("more-title")} onClose={onClose}>
      <Why asking={asking} />
      <section class="stack more-circle">
        <h3>{t("circle-title")}</h3>
        <Ring room={room} />
        <People room={room} />
      </section>
      {standing.may.raise && <HandWithNote asking={asking} onDone={onClose} />}
      <section class="stack sheet-part">
        <div class="row">
          <button type="button" onClick={() => void listen()}>
            {t(listening ? "more-take-part" : "more-listen")}
          </button>
        </div>
        {!listening && <p class="soft">{t("more-listen-hint")}</p>}
        <EnterChoice />
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
        <Sure
          label={t("more-leave")}
          sure={t("more-leave-sure")}
          yes={t("more-leave-yes")}
          no={t("more-leave-no")}
          onYes={() => void circle.leave()}
        />
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

function HandWithNote({ asking, onDone }: { readonly asking: Asking; readonly onDone: () => void }) {
  const circle = useCircle();
  const note = useSignal("");
  const raise = async () => {
    if (await asking.ask(() => circle.raiseHand(note.value.trim() === "" ? null : note.value.trim()))) onDone();
  };
  return (
    <form
      class="field sheet-part"
      onSubmit={(event) => {
        event.preventDefault();
        void raise();
      }}
    >
      <label for="hand-note">{t("hand-note-label")}</label>
      <input
        id="hand-note"
        type="text"
        dir="auto"
        autocomplete="off"
        maxLength={LIMITS.LINE_CODE_POINTS}
        value={note.value}
        onInput={(event) => (note.value = event.currentTarget.value)}
      />
      <div class="row">
        <button type="submit">{t("act-raise")}</button>
      </div>
    </form>
  );
}
