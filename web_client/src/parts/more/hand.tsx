/** Raising a hand with a note for facilitators, or, while somebody shares, to reply straight to them. */
import { useSignal } from "@preact/signals";
import type { May } from "../../room/standing";
import { t } from "../../words/t";
import type { Asking } from "../ask/ask";
import { useCircle } from "../house/house";
import { LineField, lineOf } from "./line_field";

interface HandOf {
  readonly may: May;
  readonly asking: Asking;
  readonly onDone: () => void;
}

export function Hand({ may, asking, onDone }: HandOf) {
  const circle = useCircle();
  const note = useSignal("");
  const raise = async (kind: "share" | "direct_response") => {
    if (await asking.ask(() => circle.raiseHand(lineOf(note), kind))) onDone();
  };
  return (
    <form
      class="stack sheet-part"
      onSubmit={(event) => {
        event.preventDefault();
        void raise(may.raise ? "share" : "direct_response");
      }}
    >
      <h3>{t("hand-title")}</h3>
      <LineField label={t("hand-note-label")} hint={t("hand-note-hint")} line={note} />
      <div class="row">
        {may.raise && <button type="submit">{t("act-raise")}</button>}
        {may.respond && (
          <button type="button" onClick={() => void raise("direct_response")}>
            {t("act-reply")}
          </button>
        )}
      </div>
      {may.respond && <p class="soft">{t("hand-reply-hint")}</p>}
    </form>
  );
}
