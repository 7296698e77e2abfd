/**
 * The help card: who to turn to now. In the page already, so that it opens without a network. It asks nothing,
 * reports nothing, and never opens by itself.
 */
import { useSignal } from "@preact/signals";
import { t } from "../../words/t";
import { Sheet } from "../sheet/sheet";
import { DIRECTORY, dialled, LINES } from "./lines";

export function HelpCard() {
  return (
    <>
      <section class="stack help-danger">
        <h3>{t("help-danger")}</h3>
        <p>
          <strong>{t("help-emergency")}</strong>
        </p>
        <p>{t("help-emergency-numbers")}</p>
      </section>
      <section class="stack">
        <h3>{t("help-listen")}</h3>
        <p>{t("help-listen-what")}</p>
        <ul class="help-lines">
          {LINES.map((line) => (
            <li key={line.region}>
              <span>
                {t(line.region)} <span class="soft">{line.name === line.number ? "" : line.name}</span>
              </span>
              <a href={dialled(line.number)} dir="ltr">
                {line.number}
              </a>
            </li>
          ))}
        </ul>
        <p class="soft">{t("help-not-verified")}</p>
        <p>
          {t("help-elsewhere")}{" "}
          <a href={`https://${DIRECTORY}`} rel="noreferrer noopener" target="_blank">
            {DIRECTORY}
          </a>
        </p>
      </section>
      <section class="stack">
        <h3>{t("help-breathe")}</h3>
        <p>{t("help-breathe-what")}</p>
      </section>
      <p class="soft">
        {t("help-fast")} {t("help-history")}
      </p>
    </>
  );
}

/** The button and its card. `here` is "Help now" where there is room, and "Help" in the room's header. */
export function HelpButton({ label = t("help-now"), class: look }: { readonly label?: string; readonly class?: string }) {
  const open = useSignal(false);
  return (
    <>
      <button type="button" class={look} onClick={() => (open.value = true)}>
        {label}
      </button>
      {open.value && (
        <Sheet title={t("help-title")} onClose={() => (open.value = false)}>
          <HelpCard />
        </Sheet>
      )}
    </>
  );
}
