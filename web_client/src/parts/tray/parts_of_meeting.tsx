/** Facilitators: the parts of this meeting. Take a ready list, change it, begin a part when it is right. */
import { useSignal } from "@preact/signals";
import type { Phase } from "../../protocol";
import { LIMITS } from "../../protocol/generated";
import { RUN_SHEETS, type RunSheet } from "../../room/run_sheets";
import { t } from "../../words/t";
import { useCircle } from "../house/house";
import { PromptField } from "./prompt";
import type { LeafOf } from "./tray_of";

const KINDS: readonly Phase["kind"][] = ["welcome", "check_in", "topic", "shares", "conversation", "pause", "closing", "other"];
const WAYS: readonly Phase["way"][] = ["open_floor", "round", "share_and_respond", "raised_hands", "passing", "silence"];

export function PartsOfMeeting(given: LeafOf) {
  const { phases } = given.view.snapshot;
  const edits = useSignal(false);
  return (
    <section class="stack sheet-part">
      <h3>{t("phases-title")}</h3>
      {phases.length === 0 && !edits.value && <Ready {...given} />}
      {phases.length > 0 && !edits.value && <Begin {...given} />}
      {edits.value ? (
        <Edit {...given} onClose={() => (edits.value = false)} />
      ) : (
        <div class="row">
          <button type="button" class="plain" onClick={() => (edits.value = true)}>
            {t(phases.length === 0 ? "phases-own" : "phases-change")}
          </button>
        </div>
      )}
    </section>
  );
}

/** Ready lists, each with its parts in a line. */
function Ready({ asking }: LeafOf) {
  const circle = useCircle();
  return (
    <>
      <p class="soft">{t("phases-what")}</p>
      <ul class="plain-list">
        {(Object.keys(RUN_SHEETS) as RunSheet[]).map((sheet) => (
          <li key={sheet}>
            <button type="button" onClick={() => void asking.ask(() => circle.setRunSheet(RUN_SHEETS[sheet], null))}>
              {t(`run-sheet-${sheet}`)}
            </button>
            <p class="soft">{RUN_SHEETS[sheet].map((phase) => t(`phase-${phase.kind}`)).join(" · ")}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The list as it is, and the button for whatever part is next. */
function Begin({ view, asking, onClose }: LeafOf) {
  const circle = useCircle();
  const { phases, phase, awaited_phase, turn, round } = view.snapshot;
  const prompt = useSignal("");
  const next = phase === null ? 0 : phase + 1;
  const begin = async (which: number) => {
    if (await asking.ask(() => circle.beginPhase({ phase: which, prompt: which === next ? prompt.value.trim() : "", now: false }))) onClose();
  };
  return (
    <>
      <ol class="phases">
        {phases.map((each, at) => (
          <li key={at} aria-current={at === phase ? "step" : undefined}>
            {t(`phase-${each.kind}`)} <span class="soft">· {t(`way-${each.way}`)} · {t("phases-minutes", { n: each.minutes })}</span>{" "}
            {at === phase && <span class="soft">· {t("phases-now")}</span>}
            {at === awaited_phase && <span class="soft">· {t("phases-then")}</span>}
            {at !== phase && at !== next && at !== awaited_phase && (
              <button type="button" class="plain" onClick={() => void begin(at)}>
                {t("phases-begin", { what: t(`phase-${each.kind}`) })}
              </button>
            )}
          </li>
        ))}
      </ol>
      {phases[next] !== undefined && next !== awaited_phase && (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void begin(next);
          }}
        >
          <PromptField label={t("phases-prompt")} prompt={prompt} />
          {(turn !== null || round !== null) && <p class="soft">{t(round === null ? "phases-waits-turn" : "phases-waits-round")}</p>}
          <div class="row">
            <button type="submit" class="primary">
              {t("phases-begin", { what: t(`phase-${phases[next].kind}`) })}
            </button>
          </div>
        </form>
      )}
    </>
  );
}

/** The list, part by part. Nothing changes for the others before it is saved. */
function Edit({ view, asking, onClose }: LeafOf) {
  const circle = useCircle();
  const { phases, phase } = view.snapshot;
  /** Which of the old parts each one was: so that the running one stays the running one. */
  const parts = useSignal(phases.map((each, was): Phase & { readonly was: number | null } => ({ ...each, was })));
  const change = (at: number, more: Partial<Phase>) => (parts.value = parts.value.map((each, index) => (index === at ? { ...each, ...more } : each)));
  const remove = (at: number) => (parts.value = parts.value.filter((_, index) => index !== at));
  const up = (at: number) => {
    const list = [...parts.value];
    list.splice(at - 1, 0, ...list.splice(at, 1));
    parts.value = list;
  };
  const save = async () => {
    const running = parts.value.findIndex((each) => each.was !== null && each.was === phase);
    const list = parts.value.map(({ was: _, ...each }) => each);
    if (await asking.ask(() => circle.setRunSheet(list, running < 0 ? null : running))) onClose();
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ol class="phases phases-edit">
        {parts.value.map((each, at) => (
          <li key={`${each.was}-${at}`}>
            <select aria-label={t("phases-kind", { n: at + 1 })} value={each.kind} onChange={(event) => change(at, { kind: KINDS[event.currentTarget.selectedIndex] ?? "other" })}>
              {KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`phase-${kind}`)}
                </option>
              ))}
            </select>
            <select aria-label={t("phases-way", { n: at + 1 })} value={each.way} onChange={(event) => change(at, { way: WAYS[event.currentTarget.selectedIndex] ?? "open_floor" })}>
              {WAYS.map((way) => (
                <option key={way} value={way}>
                  {t(`way-${way}`)}
                </option>
              ))}
            </select>
            <input
              type="number"
              min={1}
              max={240}
              required
              aria-label={t("phases-minutes-of", { n: at + 1 })}
              value={each.minutes}
              onInput={(event) => change(at, { minutes: Math.min(240, Math.max(1, Math.round(event.currentTarget.valueAsNumber) || 1)) })}
            />
            {at > 0 && (
              <button type="button" class="plain" onClick={() => up(at)}>
                {t("phases-up", { n: at + 1 })}
              </button>
            )}
            <button type="button" class="plain" onClick={() => remove(at)}>
              {t("phases-remove", { n: at + 1 })}
            </button>
          </li>
        ))}
      </ol>
      <div class="row">
        {parts.value.length < LIMITS.PHASES_MOST && (
          <button type="button" onClick={() => (parts.value = [...parts.value, { kind: "other", way: "open_floor", minutes: 10, was: null }])}>
            {t("phases-add")}
          </button>
        )}
        <button type="submit" class="primary">
          {t("phases-save")}
        </button>
        <button type="button" class="plain" onClick={onClose}>
          {t("back")}
        </button>
      </div>
    </form>
  );
}
