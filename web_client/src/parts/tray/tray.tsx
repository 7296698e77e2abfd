/**
 * The facilitator's tray: the next step, the door, who may need me, the bell, how we talk, closing. Only what is used
 * tonight. Loaded only for facilitators; the server decides what they may.
 */
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import "../../words/hosting";
import { nameOf } from "../../words/names";
import { t } from "../../words/t";
import { useHoldFocus } from "../house/hold_focus";
import { useHouse } from "../house/house";
import { Aside } from "./aside";
import { Bell } from "./bell";
import { Close } from "./close";
import { Door } from "./door";
import { Needs, needsOf } from "./needs";
import { nextOf } from "./next";
import { StartRound } from "./start_round";
import { Talk } from "./talk";
import type { TrayOf } from "./tray_of";

type Leaf = "round" | "door" | "needs" | "bell" | "talk" | "close";

export default function Tray(given: TrayOf) {
  const { view, asking } = given;
  const { circle } = useHouse();
  const tray = useRef<HTMLElement>(null);
  useHoldFocus(tray);
  const room = view.snapshot;
  const unfolded = useSignal(false);
  const leaf = useSignal<Leaf | null>(null);
  const next = nextOf(room);
  const knocks = room.mine.knocks.length;
  const needs = needsOf(view).length;
  const together = room.people.filter((person) => person.role === "facilitator").length > 1;
  const open = (which: Leaf) => () => (leaf.value = which);
  const close = () => (leaf.value = null);
  const take = () => {
    if (next.is === "start") leaf.value = "round";
    else if (next.is === "offer") void asking.ask(() => circle.offerPiece(null));
    else if (next.is === "phase") void asking.ask(() => circle.beginPhase({ phase: next.phase, prompt: "", now: false }));
    else if (next.is === "end_silence") void asking.ask(() => circle.endSilence());
    else if (next.is === "move_on") void asking.ask(() => circle.moveOn());
  };
  return (
    <section class={unfolded.value ? "tray tray-unfolded" : "tray"} aria-label={t("tray-region")} tabIndex={-1} ref={tray}>
      {next.is !== "nothing" && (
        <button type="button" class="tray-next" onClick={take}>
          {next.is === "start" && t(next.again ? "tray-next-restart" : "tray-next-start")}
          {next.is === "offer" && t("tray-next-offer", { who: next.who === null ? t("turn-somebody") : nameOf(next.who.name) })}
          {next.is === "phase" && t("tray-next-phase", { what: t(`phase-${next.kind}`) })}
          {next.is === "end_silence" && t("tray-next-end-silence")}
          {next.is === "move_on" && t("tray-next-move-on")}
        </button>
      )}
      <button type="button" class={knocks > 0 ? "tray-asks" : ""} onClick={open("door")}>
        {knocks > 0 ? t("tray-door-n", { n: knocks }) : t("tray-door")}
      </button>
      <button type="button" class="tray-fold" aria-expanded={unfolded.value} onClick={() => (unfolded.value = !unfolded.value)}>
        {t("tray-open", { n: needs })}
      </button>
      <span class="tray-rest">
        <button type="button" class={needs > 0 ? "tray-asks" : ""} onClick={open("needs")}>
          {needs > 0 ? t("tray-needs-n", { n: needs }) : t("tray-needs")}
        </button>
        <button type="button" onClick={open("bell")}>
          {t("tray-bell")}
        </button>
        <button type="button" onClick={open("talk")}>
          {t("tray-talk")}
        </button>
        <button type="button" onClick={open("close")}>
          {t("tray-close")}
        </button>
        {together && <Aside asking={asking} />}
      </span>
      {leaf.value === "round" && <StartRound {...given} onClose={close} />}
      {leaf.value === "door" && <Door {...given} onClose={close} />}
      {leaf.value === "needs" && <Needs {...given} onClose={close} />}
      {leaf.value === "bell" && <Bell {...given} onClose={close} />}
      {leaf.value === "talk" && <Talk {...given} onClose={close} />}
      {leaf.value === "close" && <Close {...given} onClose={close} />}
    </section>
  );
}
