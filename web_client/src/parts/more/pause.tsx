/** A pause for everybody: rung by whoever guards the bell, asked for in private by everybody else. */
import type { RoomSnapshot } from "../../protocol/generated";
import type { May } from "../../room/standing";
import { t } from "../../words/t";
import type { Asking } from "../ask/ask";
import { useCircle } from "../house/house";

interface PauseOf {
  readonly room: RoomSnapshot;
  readonly may: May;
  /** Somebody has asked for the bell already: mine is the second wish. */
  readonly asked: boolean;
  readonly asking: Asking;
  readonly onDone: () => void;
}

export function Pause({ room, may, asked, asking, onDone }: PauseOf) {
  const circle = useCircle();
  const two = room.you.role === "member";
  const ring = async () => {
    if (!(await asking.ask(() => circle.ringBell()))) return;
    if (two && !asked) asking.say(t("pause-asked-two"));
    onDone();
  };
  const ask = async () => {
    if (!(await asking.ask(() => circle.askForBell()))) return;
    asking.say(t("pause-asked"));
    onDone();
  };
  return (
    <section class="stack sheet-part">
      <h3>{t("pause-title")}</h3>
      <div class="row">
        {may.ring ? (
          <button type="button" onClick={() => void ring()}>
            {t("pause-ring")}
          </button>
        ) : (
          <button type="button" onClick={() => void ask()}>
            {t("pause-ask")}
          </button>
        )}
      </div>
      <p class="soft">{t(may.ring ? (two ? "pause-ring-two" : "pause-ring-hint") : "pause-ask-hint")}</p>
    </section>
  );
}
