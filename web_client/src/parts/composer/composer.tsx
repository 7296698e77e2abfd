/**
 * My words: one field and one button. Keep while it is not my turn, Say when it is. Nothing is ever sent by itself,
 * and whatever the answer is, the words stay with their writer until the room has them.
 */
import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useId, useLayoutEffect, useRef } from "preact/hooks";
import type { May } from "../../room/standing";
import type { Answered, RoomView } from "../../room/view";
import { t } from "../../words/t";
import { outcomeWords, type Asking, Why } from "../ask/ask";
import { useHouse } from "../house/house";
import { PersonName, Say } from "../say/say";
import { airWords } from "./air";
import { byTouch, enterSends, meansSend } from "./enter";
import { cannotSend, lengthWords } from "./length";
import { muchCame } from "./while_writing";

/** The message that is being answered. */
export interface Answering extends Answered {
  readonly key: string;
}

interface ComposerOf {
  readonly view: RoomView;
  readonly may: May;
  readonly asking: Asking;
  readonly answering: Signal<Answering | null>;
}

export function Composer({ view, may, asking, answering }: ComposerOf) {
  const { circle, voice } = useHouse();
  const maySay = may.say;
  const answers = may.reply ? answering.value : null;
  const text = useSignal(circle.draft.value);
  /** The last row when the first word of these was written. */
  const began = useSignal<string | null>(null);
  const kept = useSignal(circle.draft.value !== "");
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();

  // Words come from the connection after a reload, and back from it when they were not taken; what was written
  // meanwhile is in them.
  useEffect(
    () =>
      circle.draft.subscribe((draft) => {
        if (draft === "" || draft === text.peek()) return;
        text.value = draft;
        kept.value = true;
      }),
    [],
  );
  useLayoutEffect(() => grow(field.current), [text.value]);

  const write = (words: string) => {
    if (text.peek() === "") began.value = view.rows.at(-1)?.key ?? null;
    text.value = words;
    kept.value = false;
    asking.putAway();
    // Half a sentence survives a reload too; it stays on this device.
    circle.typing(words);
  };
  const keep = () => {
    circle.keep(text.value);
    kept.value = text.value !== "";
    if (kept.value) voice.tell(keptWords(circle.draftSurvives.value), "answer");
    else asking.say(t("refusal-no_words"));
  };
  const say = async () => {
    const words = text.value;
    const why = cannotSend(words);
    if (why !== null) return asking.say(why);
    asking.putAway();
    text.value = "";
    kept.value = false;
    circle.keep("");
    const to = answers?.key ?? null;
    answering.value = null;
    const outcome = await circle.say(words, to);
    if (outcome.kind !== "accepted") asking.say(outcomeWords(outcome));
    return undefined;
  };

  const much = view.snapshot.mode === "open_floor" && maySay && text.value !== "" && muchCame(view.rows, began.value);
  const hint = () => {
    if (kept.value) return keptWords(circle.draftSurvives.value);
    if (!maySay) return t("words-only-you");
    return much ? t("words-new-arrived") : "";
  };
  const air = airWords(view.snapshot);
  const press = () => void (maySay ? say() : keep());
  const length = lengthWords(text.value);
  const label = labelOf(view, maySay);
  return (
    <form
      class="composer"
      aria-label={t("words-region")}
      onSubmit={(event) => {
        event.preventDefault();
        press();
      }}
    >
      <Why asking={asking} />
      <p class={length === null ? "soft composer-hint" : "soft composer-length"} id={id}>
        {length ?? hint()}
      </p>
      {answers !== null && (
        <div class="composer-answers">
          <p class="soft">
            <Say k="words-answering" put={{ who: <PersonName person={answers.who} /> }} /> <bdi>{answers.line}</bdi>
          </p>
          <button type="button" class="plain" onClick={() => (answering.value = null)}>
            {t("words-answering-away")}
          </button>
        </div>
      )}
      <div class="composer-row">
        <textarea
          id="words"
          ref={field}
          rows={1}
          dir="auto"
          autocomplete="off"
          aria-label={label}
          aria-describedby={id}
          placeholder={label}
          enterkeyhint={enterSends() && maySay ? "send" : "enter"}
          value={text.value}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (!meansSend(event)) return;
            event.preventDefault();
            press();
          }}
        />
        <button type="submit" class="primary">
          {t(maySay ? "words-say" : "words-keep")}
        </button>
      </div>
      {may.interject && text.value.trim() !== "" && (
        <button type="button" class="plain composer-between" onClick={() => void say()}>
          {t("words-interject")}
        </button>
      )}
      {air !== null && <p class="soft composer-air">{air}</p>}
    </form>
  );
}

/** What the field asks for: in the time to respond it has the shape that the sharer wished. */
function labelOf({ snapshot: { turn, mine, you } }: RoomView, maySay: boolean): string {
  if (!maySay) return t("words-later-label");
  if (turn === null || turn.stage !== "responding" || turn.seat === you.seat) return t("words-say-label");
  if (mine.ask?.granted) return t(`words-shape-${mine.ask.kind}`);
  return turn.help === "listen" || turn.help === "silence" ? t("words-say-label") : t(`words-shape-${turn.help}`);
}

const keptWords = (survives: boolean): string => survives ? t("words-kept", { on: byTouch() ? "phone" : "device" }) : t("words-kept-tab");

/** Where the style sheet cannot let a field grow with its words, this does. */
function grow(field: HTMLTextAreaElement | null): void {
  if (field === null || (typeof CSS !== "undefined" && CSS.supports?.("field-sizing", "content"))) return;
  field.style.blockSize = "auto";
  field.style.blockSize = `${field.scrollHeight + 2}px`;
}
