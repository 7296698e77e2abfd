/** Starting a round: a question if one likes, and one button. Facilitators may also choose the order, and to go on as councils do. */
import { useSignal } from "@preact/signals";
import { t } from "../../words/t";
import { Why } from "../ask/ask";
import { useCircle } from "../house/house";
import { Sheet } from "../sheet/sheet";
import { arranged, Order, type Way } from "./order";
import { PromptField } from "./prompt";
import type { LeafOf } from "./tray_of";

/** From here on a round is long, and whoever starts it should know (domain.md 5.3). */
const MANY = 29;
const MINUTES_EACH = 2;

export function StartRound({ view, asking, onClose }: LeafOf) {
  const circle = useCircle();
  const room = view.snapshot;
  const prompt = useSignal("");
  const way = useSignal<Way>(room.settings.round_order);
  const named = useSignal<readonly number[]>([]);
  const repeats = useSignal(room.settings.round_repeats);
  const many = room.people.filter((person) => !person.listening && !room.away.includes(person.seat)).length;
  const facilitates = room.you.role === "facilitator";
  /** The room's own choices, where they are others from now on. */
  const choose = async () => {
    const order = way.value === "named" ? room.settings.round_order : way.value;
    if (order === room.settings.round_order && repeats.value === room.settings.round_repeats) return true;
    return asking.ask(() => circle.changeSettings({ round_order: order, round_repeats: repeats.value }));
  };
  const start = async () => {
    if (!(await choose())) return;
    const order = way.value === "named" ? [arranged(room, named.value).map((person) => person.seat)] : [];
    if (await asking.ask(() => circle.startRound(prompt.value.trim(), ...order))) onClose();
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
        {facilitates && <Order room={room} way={way} named={named} />}
        {facilitates && (
          <label class="choice">
            <input
              type="checkbox"
              checked={repeats.value}
              aria-labelledby="round-repeats"
              aria-describedby="round-repeats-what"
              onChange={(event) => (repeats.value = event.currentTarget.checked)}
            />
            <span id="round-repeats">{t("round-repeats")}</span>
            <span class="soft" id="round-repeats-what">
              {t("round-repeats-what")}
            </span>
          </label>
        )}
        {many > MANY && <p>{t("round-long", { n: many, minutes: many * MINUTES_EACH })}</p>}
        <p class="soft">{t(way.value === "lot" ? "round-lot" : "round-pass")}</p>
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
