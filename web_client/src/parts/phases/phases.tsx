/** The parts of this meeting, as everybody sees them. No times: nobody's minutes are on the wall. */
import type { RoomSnapshot } from "../../protocol/generated";
import { t } from "../../words/t";

/** The whole list, for whoever looks. */
export function Phases({ room }: { readonly room: RoomSnapshot }) {
  if (room.phases.length === 0) return null;
  return (
    <section class="stack sheet-part">
      <h3>{t("phases-title")}</h3>
      <ol class="phases">
        {room.phases.map((phase, at) => (
          <li key={at} aria-current={at === room.phase ? "step" : undefined}>
            {t(`phase-${phase.kind}`)} <span class="soft">· {t(`way-${phase.way}`)}</span>
            {at === room.phase && <span class="soft"> · {t("phases-now")}</span>}
            {at === room.awaited_phase && <span class="soft"> · {t("phases-then")}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Where we are, in one line above what was said. */
export function PhaseLine({ room }: { readonly room: RoomSnapshot }) {
  const { phases, phase } = room;
  const now = phase === null ? undefined : phases[phase];
  const then = phases[phase === null ? 0 : phase + 1];
  if (now === undefined && then === undefined) return null;
  return (
    <p class="soft phase-line">
      {now !== undefined && t("phases-line-now", { what: t(`phase-${now.kind}`) })}{" "}
      {then !== undefined && t("phases-line-then", { what: t(`phase-${then.kind}`) })}
    </p>
  );
}

/** The question of a running part, where its facilitator wrote none: in each reader's own language. */
export function phaseQuestion({ phases, phase, mode, prompt }: RoomSnapshot): string {
  const now = phase === null ? undefined : phases[phase];
  if (now === undefined || prompt !== "" || now.way !== mode) return "";
  return now.kind === "check_in" || now.kind === "closing" ? t(`phase-ask-${now.kind}`) : "";
}
