/** One line to the other facilitators. It stands in their logs and in nobody else's. */
import { useSignal } from "@preact/signals";
import { LIMITS } from "../../protocol/generated";
import { t } from "../../words/t";
import type { Asking } from "../ask/ask";
import { useCircle } from "../house/house";

export function Aside({ asking }: { readonly asking: Asking }) {
  const circle = useCircle();
  const text = useSignal("");
  const say = async () => {
    const words = text.value.trim();
    if (words === "") return asking.say(t("refusal-no_words"));
    // What was not taken stays in the field.
    if (await asking.ask(() => circle.sayAside(words))) text.value = "";
    return undefined;
  };
  return (
    <form
      class="aside"
      onSubmit={(event) => {
        event.preventDefault();
        void say();
      }}
    >
      <input
        type="text"
        dir="auto"
        autocomplete="off"
        aria-label={t("aside-label")}
        placeholder={t("aside-label")}
        maxLength={LIMITS.TEXT_CODE_POINTS}
        value={text.value}
        onInput={(event) => (text.value = event.currentTarget.value)}
      />
      <button type="submit">{t("aside-say")}</button>
    </form>
  );
}
