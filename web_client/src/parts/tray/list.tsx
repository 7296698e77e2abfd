/**
 * The list of hands and the pace of open conversation. Each choice holds at once and is told to everybody; what ends
 * something is folded away and asks first.
 */
import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { nameOf } from "../../words/names";
import { t } from "../../words/t";
import { useCircle } from "../house/house";
import { Sure } from "../sheet/sure";
import type { LeafOf } from "./tray_of";

const SLOW = [0, 15, 30, 60] as const;
const ORDERS = ["first_come", "quieter_first"] as const;
const SHOWN = ["names", "positions"] as const;

export function Pace({ view, asking }: LeafOf) {
  const circle = useCircle();
  const now = view.snapshot.settings.slow_seconds;
  return (
    <fieldset class="sheet-part">
      <legend>{t("talk-slow")}</legend>
      <div class="choices">
        {SLOW.map((seconds) => (
          <label class="choice" key={seconds}>
            <input
              type="radio"
              name="talk-slow"
              checked={now === seconds}
              onChange={() => void asking.ask(() => circle.changeSettings({ slow_seconds: seconds }))}
            />
            <span>{seconds === 0 ? t("talk-slow-0") : t("talk-slow-n", { n: seconds })}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function HandsList(given: LeafOf) {
  const { view, asking } = given;
  const circle = useCircle();
  const { settings, list_closed: closed } = view.snapshot;
  return (
    <section class="sheet-part stack">
      <h3>{t("talk-list")}</h3>
      <fieldset>
        <legend>{t("talk-order")}</legend>
        {ORDERS.map((order) => (
          <label class="choice" key={order}>
            <input
              type="radio"
              name="talk-order"
              checked={settings.hands_order === order}
              onChange={() => void asking.ask(() => circle.changeSettings({ hands_order: order }))}
            />
            <span>{t(`talk-order-${order}`)}</span>
            {order === "quieter_first" && <span class="soft">{t("talk-order-quieter_first-what")}</span>}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t("talk-shown")}</legend>
        <div class="choices">
          {SHOWN.map((shown) => (
            <label class="choice" key={shown}>
              <input
                type="radio"
                name="talk-shown"
                checked={settings.hands_shown === shown}
                onChange={() => void asking.ask(() => circle.changeSettings({ hands_shown: shown }))}
              />
              <span>{t(`talk-shown-${shown}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div class="row">
        <button type="button" onClick={() => void asking.ask(() => circle.closeList(!closed))}>
          {t(closed ? "talk-list-open" : "talk-list-close")}
        </button>
      </div>
      {!closed && <p class="soft">{t("talk-list-close-what")}</p>}
      <details class="folded">
        <summary>{t("talk-finish")}</summary>
        <div class="stack">
          <LastWord {...given} />
          {view.snapshot.hands.length > 0 && (
            <Sure
              label={t("talk-clear")}
              sure={t("talk-clear-sure")}
              yes={t("talk-clear-yes")}
              no={t("talk-clear-no")}
              onYes={() => void asking.ask(() => circle.clearHands())}
            />
          )}
        </div>
      </details>
    </section>
  );
}

function LastWord({ view, asking, onClose }: LeafOf) {
  const circle = useCircle();
  const id = useId();
  const { people, away, hands } = view.snapshot;
  const able = people.filter((person) => !person.listening && !away.includes(person.seat));
  const chosen = useSignal(hands[0]?.seat ?? able[0]?.seat ?? 0);
  const ask = async () => {
    if (await asking.ask(() => circle.lastWord(chosen.value))) onClose();
  };
  return (
    <div class="field">
      <label for={id}>{t("talk-last-word")}</label>
      <select id={id} value={String(chosen.value)} onChange={(event) => (chosen.value = Number(event.currentTarget.value))}>
        {able.map((person) => (
          <option key={person.seat} value={String(person.seat)}>
            {nameOf(person.name)}
          </option>
        ))}
      </select>
      <p class="soft">{t("talk-last-word-what")}</p>
      <div class="row">
        <button type="button" onClick={() => void ask()}>
          {t("talk-last-word-go")}
        </button>
      </div>
    </div>
  );
}
