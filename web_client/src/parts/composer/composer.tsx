/**
 * My words: one field and one button. Keep while it is not my turn, Say when it is. Nothing is ever sent by itself,
 * and whatever the answer is, the words stay with their writer until the room has them.
 */
import { useSignal } from "@preact/signals";
import { useEffect, useId, useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../words/t";
import { outcomeWords, type Asking, Why } from "../ask/ask";
import { useHouse } from "../house/house";
import { byTouch, enterSends, meansSend } from "./enter";
import { cannotSend, lengthWords } from "./length";

interface ComposerOf {
  readonly maySay: boolean;
  readonly asking: Asking;
}

export function Composer({ maySay, asking }: ComposerOf) {
  const { circle, voice } = useHouse();
  const text = useSignal(circle.draft.value);
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
    const outcome = await circle.say(words);
    if (outcome.kind !== "accepted") asking.say(outcomeWords(outcome));
    return undefined;
  };

  const press = () => void (maySay ? say() : keep());
  const length = lengthWords(text.value);
  const label = t(maySay ? "words-say-label" : "words-later-label");
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
        {length ?? (kept.value ? keptWords(circle.draftSurvives.value) : maySay ? "" : t("words-only-you"))}
      </p>
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
    </form>
  );
}

const keptWords = (survives: boolean): string => survives ? t("words-kept", { on: byTouch() ? "phone" : "device" }) : t("words-kept-tab");

/** Where the style sheet cannot let a field grow with its words, this does. */
function grow(field: HTMLTextAreaElement | null): void {
  if (field === null || (typeof CSS !== "undefined" && CSS.supports?.("field-sizing", "content"))) return;
  field.style.blockSize = "auto";
  field.style.blockSize = `${field.scrollHeight + 2}px`;
}
