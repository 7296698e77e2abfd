/**
 * The bar that always answers "what is happening, and what may I do?". It is no live region: the one voice of the
 * page says my turn, and F8 says the bar again. It never hides and never counts down.
 */
import { useRef } from "preact/hooks";
import type { Standing } from "../../room/standing";
import type { RoomView } from "../../room/view";
import { nameOf } from "../../words/names";
import { t } from "../../words/t";
import type { Asking } from "../ask/ask";
import { byTouch } from "../composer/enter";
import { useHoldFocus } from "../house/hold_focus";
import { useCircle } from "../house/house";
import { useSecondsPast } from "../quiet/seconds_past";
import { PersonName, Say } from "../say/say";
import { turnActs } from "./turn_acts";
import { turnWords, type TurnWords } from "./turn_words";

interface Bar {
  readonly standing: Standing;
  readonly asking: Asking;
  readonly nudge: RoomView["nudge"];
  readonly silence?: RoomView["snapshot"]["silence"];
}

/** The piece is mine, or I still answer for it. */
const MINE: readonly Standing["is"][] = ["i_hold", "offered_to_me", "i_choose"];

export function TurnBar({ standing, asking, nudge, silence = null }: Bar) {
  const circle = useCircle();
  const bar = useRef<HTMLElement>(null);
  // After Take it, what comes next is writing; on touch that would throw up the keyboard.
  useHoldFocus(bar, () => (standing.is === "i_hold" && !byTouch() ? document.getElementById("words") : null));
  const words = turnWords(standing, useSecondsPast(standing.is === "quiet" ? silence : null));
  const acts = turnActs(standing, nudge);
  const mine = MINE.includes(standing.is);
  // While the piece is mine, "take your time" takes the place of the second line; the turn's end puts it away.
  const patient = mine && nudge === "take_your_time";
  return (
    <section class={mine ? "turn turn-mine" : "turn"} aria-label={t("turn-region")} tabIndex={-1} ref={bar}>
      <p class="turn-words">
        <span class="turn-lead">
          <Lead words={words} />
        </span>{" "}
        <span class="turn-calm">{patient ? t("nudge-take_your_time") : words.calm}</span>
      </p>
      {acts.length > 0 && (
        <div class={acts.length > 1 ? "turn-acts turn-many" : "turn-acts"}>
          {acts.map((each) => (
            <button
              key={each.label}
              type="button"
              class={each.first ? "primary" : ""}
              onClick={() => void asking.ask(() => each.wish(circle))}
            >
              {t(each.label)}
            </button>
          ))}
        </div>
      )}
      {nudge !== null && !patient && <Nudge nudge={nudge} asking={asking} />}
    </section>
  );
}

function Lead({ words }: { readonly words: TurnWords }) {
  if (words.who === undefined) return <>{t(words.lead, words.values)}</>;
  return <Say k={words.lead} put={{ who: <PersonName person={words.who} /> }} />;
}

/** A private card: kind, short, and put away by a tap. */
function Nudge({ nudge, asking }: { readonly nudge: NonNullable<RoomView["nudge"]>; readonly asking: Asking }) {
  const circle = useCircle();
  return (
    <div class="nudge">
      <p>{t(`nudge-${nudge}`)}</p>
      {nudge === "their_time" && (
        <button type="button" onClick={() => void asking.ask(() => circle.giveTime())}>
          {t("act-more-time")}
        </button>
      )}
      <button type="button" onClick={() => circle.putNudgeAway()}>
        {t("nudge-away")}
      </button>
    </div>
  );
}

/** The whole bar as one sentence, for the voice. */
export function turnSentence(standing: Standing): string {
  const words = turnWords(standing);
  if (words.who === undefined) return `${t(words.lead, words.values)} ${words.calm}`;
  const who = words.who === null ? t("turn-somebody") : nameOf(words.who.name);
  return `${t(words.lead, { who })} ${words.calm}`;
}
