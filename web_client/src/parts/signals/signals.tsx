/**
 * Gentle signals while somebody shares: a way to say "I'm with you" without words. No names and no counts, neither
 * here nor anywhere; nothing of it is written into the log, and it is gone with the turn.
 */
import { useSignal } from "@preact/signals";
import type { RoomSnapshot } from "../../protocol/generated";
import { nameOf } from "../../words/names";
import { t } from "../../words/t";
import type { Asking } from "../ask/ask";
import { useCircle } from "../house/house";

const OTHERS = ["me_too", "thank_you", "take_your_time"] as const;

/** While somebody shares, and while there is time to respond to it. */
const SHARED: readonly string[] = ["taken", "responding"];

export function Signals({ room, asking }: { readonly room: RoomSnapshot; readonly asking: Asking }) {
  const circle = useCircle();
  /** The turn in which I have lit one: one a turn is enough. */
  const lit = useSignal<number | null>(null);
  const turn = room.turn;
  const mine = turn?.seat === room.you.seat;
  if (turn === null || !SHARED.includes(turn.stage) || mine || room.silence !== null || !room.settings.gentle_signals) return null;
  const light = async (signal: "with_you" | (typeof OTHERS)[number]) => {
    if (await asking.ask(() => circle.light(signal))) lit.value = turn.turn;
  };
  return (
    <section class="signals" aria-label={t("signals-title")}>
      {lit.value === turn.turn ? (
        <p>{t("signals-lit")}</p>
      ) : (
        <>
          <button type="button" class="signal" onClick={() => void light("with_you")}>
            {t("signal-with_you")}
          </button>
          <details class="signals-more">
            <summary>{t("signals-more")}</summary>
            <div class="row">
              {OTHERS.map((signal) => (
                <button type="button" class="signal" key={signal} onClick={() => void light(signal)}>
                  {t(`signal-${signal}`)}
                </button>
              ))}
            </div>
          </details>
        </>
      )}
    </section>
  );
}

/** The warmth around the one who shares, in words and as a quiet glow. */
export function Warmth({ room }: { readonly room: RoomSnapshot }) {
  const { warmth, turn } = room;
  if (warmth === null || turn === null || warmth.turn !== turn.turn) return null;
  const mine = turn.seat === room.you.seat;
  const who = room.people.find((person) => person.seat === turn.seat);
  if (!mine && who === undefined) return null;
  const name = who === undefined ? "" : nameOf(who.name);
  return (
    <p class={`warmth warmth-${warmth.level}`}>
      {mine ? t(`warmth-me-${warmth.level}`) : t(`warmth-${warmth.level}`, { who: name })}
      {mine && <span class="warmth-what"> {warmth.signals.map((signal) => t(`signal-${signal}`)).join(" · ")}</span>}
    </p>
  );
}
