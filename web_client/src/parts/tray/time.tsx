/** How long a turn takes, with or without a firm end, and what happens to whoever comes during a round. Each choice holds at once. */
import type { RoomSettings } from "../../protocol/generated";
import { t } from "../../words/t";
import { useCircle } from "../house/house";
import type { TrayOf } from "./tray_of";

const LENGTHS: readonly number[] = [0, 120, 300, 600];
const LATE = ["at_end", "listen", "locked"] as const;

/** From the time that is told to the firm end: nobody is cut off in the same breath in which they are told. */
const FIRM_AFTER_SECONDS = 60;

type Time = Pick<RoomSettings, "soft_seconds" | "hard_seconds">;

const timeOf = (soft: number, firm: boolean): Time => ({ soft_seconds: soft, hard_seconds: firm && soft > 0 ? soft + FIRM_AFTER_SECONDS : 0 });

export function Turns(given: TrayOf) {
  return (
    <details class="folded sheet-part">
      <summary>{t("talk-turns")}</summary>
      <div class="stack">
        <TurnTime {...given} />
        {given.view.snapshot.mode === "round" && <Latecomers {...given} />}
      </div>
    </details>
  );
}

function TurnTime({ view, asking }: TrayOf) {
  const circle = useCircle();
  const { soft_seconds: soft, hard_seconds: hard } = view.snapshot.settings;
  // A server may come with a time of its own: it stands among the others.
  const lengths = LENGTHS.includes(soft) ? LENGTHS : [...LENGTHS, soft].sort((one, other) => one - other);
  const choose = (time: Time) => void asking.ask(() => circle.changeSettings(time));
  return (
    <>
      <fieldset>
        <legend>{t("talk-time")}</legend>
        <div class="choices">
          {lengths.map((seconds) => (
            <label class="choice" key={seconds}>
              <input type="radio" name="talk-time" checked={soft === seconds} onChange={() => choose(timeOf(seconds, hard > 0))} />
              <span>{seconds === 0 ? t("talk-time-0") : t("talk-time-n", { n: Math.max(1, Math.round(seconds / 60)) })}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {soft > 0 && hard === 0 && <p class="soft">{t("talk-time-what")}</p>}
      {(soft > 0 || hard > 0) && (
        <label class="choice">
          <input
            type="checkbox"
            checked={hard > 0}
            aria-labelledby="talk-firm"
            aria-describedby="talk-firm-what"
            onChange={(event) => choose(timeOf(soft, event.currentTarget.checked))}
          />
          <span id="talk-firm">{t("talk-time-firm")}</span>
          <span class="soft" id="talk-firm-what">
            {t("talk-time-firm-what")}
          </span>
        </label>
      )}
    </>
  );
}

function Latecomers({ view, asking }: TrayOf) {
  const circle = useCircle();
  const now = view.snapshot.settings.late_policy;
  return (
    <fieldset>
      <legend>{t("talk-late")}</legend>
      {LATE.map((late) => (
        <label class="choice" key={late}>
          <input
            type="radio"
            name="talk-late"
            checked={now === late}
            onChange={() => void asking.ask(() => circle.changeSettings({ late_policy: late }))}
          />
          <span>{t(`talk-late-${late}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
