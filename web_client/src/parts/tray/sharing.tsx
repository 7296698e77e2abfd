/** What follows a share: time to respond where the way of talking does not have it by itself, and how the piece is passed on. */
import { t } from "../../words/t";
import { useCircle } from "../house/house";
import type { LeafOf } from "./tray_of";

export function Responding({ view, asking }: LeafOf) {
  const circle = useCircle();
  const on = view.snapshot.settings.respond_after_turns;
  return (
    <fieldset class="sheet-part">
      <legend>{t("talk-after")}</legend>
      {([false, true] as const).map((each) => (
        <label class="choice" key={String(each)}>
          <input
            type="radio"
            name="talk-after"
            checked={on === each}
            onChange={() => void asking.ask(() => circle.changeSettings({ respond_after_turns: each }))}
          />
          <span>{t(each ? "talk-after-respond" : "talk-after-next")}</span>
          {each && <span class="soft">{t("talk-after-respond-what")}</span>}
        </label>
      ))}
    </fieldset>
  );
}

export function PassingOn({ view, asking }: LeafOf) {
  const circle = useCircle();
  const { choose_among: among, take_from_centre: reach } = view.snapshot.settings;
  return (
    <fieldset class="sheet-part">
      <legend>{t("talk-among")}</legend>
      {(["hands", "anybody"] as const).map((each) => (
        <label class="choice" key={each}>
          <input
            type="radio"
            name="talk-among"
            checked={among === each}
            onChange={() => void asking.ask(() => circle.changeSettings({ choose_among: each }))}
          />
          <span>{t(`talk-among-${each}`)}</span>
        </label>
      ))}
      <label class="choice">
        <input
          type="checkbox"
          checked={reach}
          onChange={(event) => void asking.ask(() => circle.changeSettings({ take_from_centre: event.currentTarget.checked }))}
        />
        <span>{t("talk-reach")}</span>
        <span class="soft">{t("talk-reach-what")}</span>
      </label>
    </fieldset>
  );
}
