/** For those who were told words instead of being sent a link: they become the link. Capitals and spaces make no difference. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import "../../words/hosting";
import { useAsk, Why } from "../../parts/ask/ask";
import { t } from "../../words/t";

/** As short and as long as a link may be. */
const CODE = /^(?=.{16,64}$)[a-z]+(-[a-z]+)+$/;

export default function TypeWords() {
  const asking = useAsk();
  const words = useSignal("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const open = () => {
    const code = words.value.trim().toLowerCase().replace(/[\s-]+/g, "-");
    if (CODE.test(code)) location.hash = code;
    else asking.say(t("type-words-few"));
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        open();
      }}
    >
      <div class="field">
        <label for="type-words">{t("type-words-label")}</label>
        <input
          id="type-words"
          type="text"
          dir="ltr"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          enterkeyhint="go"
          ref={field}
          value={words.value}
          onInput={(event) => (words.value = event.currentTarget.value)}
          aria-describedby="type-words-hint"
        />
        <p class="soft" id="type-words-hint">
          {t("type-words-hint")}
        </p>
      </div>
      <Why asking={asking} />
      <div class="row">
        <button type="submit" class="primary">
          {t("type-words-go")}
        </button>
      </div>
    </form>
  );
}
