/** How we talk from now on: three ways, a question if one likes, whether the running turn may end first; then what belongs to this way. Where everybody holds the circle, nobody cuts a turn short. */
import { useSignal } from "@preact/signals";
import { byHands } from "../../room/ways";
import { t } from "../../words/t";
import { Why } from "../ask/ask";
import { useCircle } from "../house/house";
import { Sheet } from "../sheet/sheet";
import { HandsList, Pace } from "./list";
import { ModeChoice } from "./mode_choice";
import { PartsOfMeeting } from "./parts_of_meeting";
import { PromptField } from "./prompt";
import { PassingOn, Responding } from "./sharing";
import { Turns } from "./time";
import type { LeafOf } from "./tray_of";

export function Talk({ view, asking, onClose }: LeafOf) {
  const circle = useCircle();
  const room = view.snapshot;
  const facilitates = room.you.role === "facilitator";
  const mode = useSignal(room.mode);
  const prompt = useSignal("");
  const at = useSignal<"after" | "now">("after");
  const change = async () => {
    const wish = { mode: mode.value, prompt: prompt.value.trim(), now: at.value === "now" };
    if (await asking.ask(() => circle.setMode(wish))) onClose();
  };
  return (
    <Sheet title={t("talk-title")} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void change();
        }}
      >
        <ModeChoice legend={t("talk-mode")} mode={mode} />
        <PromptField label={t("talk-prompt")} prompt={prompt} />
        {room.turn !== null && facilitates && (
          <fieldset>
            <legend>{t("talk-when")}</legend>
            {(["after", "now"] as const).map((when) => (
              <label class="choice" key={when}>
                <input type="radio" name="talk-when" checked={at.value === when} onChange={() => (at.value = when)} />
                <span>{t(`talk-when-${when}`)}</span>
                {when === "now" && <span class="soft">{t("talk-when-now-what")}</span>}
              </label>
            ))}
          </fieldset>
        )}
        <Why asking={asking} />
        <div class="row">
          <button type="submit" class="primary">
            {t("talk-go")}
          </button>
        </div>
      </form>
      <PartsOfMeeting view={view} asking={asking} onClose={onClose} />
      {facilitates && (
        <>
          {room.mode !== "open_floor" && <Turns view={view} asking={asking} />}
          {room.mode === "open_floor" && <Pace view={view} asking={asking} onClose={onClose} />}
          {(room.mode === "round" || room.mode === "passing") && <Responding view={view} asking={asking} onClose={onClose} />}
          {room.mode === "passing" && <PassingOn view={view} asking={asking} onClose={onClose} />}
          {byHands(room.mode) && <HandsList view={view} asking={asking} onClose={onClose} />}
        </>
      )}
    </Sheet>
  );
}
