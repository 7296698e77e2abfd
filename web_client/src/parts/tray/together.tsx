/**
 * What everybody may do in a circle that its members hold: start a round, let people in, ring, change how we talk.
 * Only what is of use now. Nobody is above anyone: the server hears the same wishes from all of them.
 */
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import "../../words/hosting";
import { t } from "../../words/t";
import { useHoldFocus } from "../house/hold_focus";
import { useCircle } from "../house/house";
import { Knocks } from "./knocks";
import { nextOf } from "./next";
import { StartRound } from "./start_round";
import { Talk } from "./talk";
import type { TrayOf } from "./tray_of";

export default function Together(given: TrayOf) {
  const { view, asking } = given;
  const circle = useCircle();
  const tray = useRef<HTMLElement>(null);
  useHoldFocus(tray);
  const leaf = useSignal<"round" | "door" | "talk" | null>(null);
  const room = view.snapshot;
  const knocks = room.mine.knocks.length;
  const next = nextOf(room);
  const close = () => (leaf.value = null);
  const ring = async () => {
    if (await asking.ask(() => circle.ringBell())) asking.say(t("pause-asked-two"));
  };
  return (
    <section class="tray" aria-label={t("together-region")} tabIndex={-1} ref={tray}>
      {next.is === "start" && (
        <button type="button" class="tray-next" onClick={() => (leaf.value = "round")}>
          {t("tray-next-start")}
        </button>
      )}
      {next.is === "phase" && (
        <button type="button" class="tray-next" onClick={() => void asking.ask(() => circle.beginPhase({ phase: next.phase, prompt: "", now: false }))}>
          {t("tray-next-phase", { what: t(`phase-${next.kind}`) })}
        </button>
      )}
      {room.silence?.kind === "silence" && (
        <button type="button" onClick={() => void asking.ask(() => circle.endSilence())}>
          {t("tray-next-end-silence")}
        </button>
      )}
      {knocks > 0 && (
        <button type="button" class="tray-asks" onClick={() => (leaf.value = "door")}>
          {t("tray-door-n", { n: knocks })}
        </button>
      )}
      {/* Where somebody has asked, the second wish stands in their card already. */}
      {room.silence === null && !view.bellAsked && (
        <button type="button" onClick={() => void ring()}>
          {t("tray-bell")}
        </button>
      )}
      {room.silence === null && (
        <button type="button" onClick={() => (leaf.value = "talk")}>
          {t("tray-talk")}
        </button>
      )}
      {leaf.value === "round" && <StartRound {...given} onClose={close} />}
      {leaf.value === "door" && <Knocks {...given} onClose={close} />}
      {leaf.value === "talk" && <Talk {...given} onClose={close} />}
    </section>
  );
}
