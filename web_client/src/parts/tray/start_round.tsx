/** Starting a round: a question if one likes, and one button. Says before what will happen. */
import { useSignal } from "@preact/signals";
import { t } from "../../words/t";
import { Why } from "../ask/ask";
import { useCircle } from "../house/house";
import { Sheet } from "../sheet/sheet";
import { PromptField } from "./prompt";
import type { LeafOf } from "./tray_of";

export function StartRound({ asking, onClose }: LeafOf) {
  const circle = useCircle();
  const prompt = useSignal("");
  const start = async () => {
    if (await asking.ask(() => circle.startRound(prompt.value.trim()))) onClose();
  };
  return (
    <Sheet title={t("round-title")} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <PromptField label={t("round-prompt")} hint={t("round-prompt-hint")} prompt={prompt} />
        <p class="soft">{t("round-lot")}</p>
        <Why asking={asking} />
        <div class="row">
          <button type="submit" class="primary">
            {t("round-go")}
          </button>
        </div>
      </form>
    </Sheet>
  );
}
