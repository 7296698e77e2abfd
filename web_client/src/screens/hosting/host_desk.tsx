/** The host's page: a link for each facilitator, shown once. No rooms, no people, no numbers: a host runs the house and does not listen. */
import { useSignal } from "@preact/signals";
import { useAsk, Why } from "../../parts/ask/ask";
import { useHouse } from "../../parts/house/house";
import { Page } from "../../parts/page/page";
import { LinkToShare } from "../../parts/share/link";
import { Sure } from "../../parts/sheet/sure";
import { type HostDeskReply, LIMITS } from "../../protocol/generated";
import { t } from "../../words/t";

export function HostDesk({ desk }: { readonly desk: HostDeskReply }) {
  const { circle, voice } = useHouse();
  const asking = useAsk();
  const label = useSignal("");
  const made = useSignal<string | null>(null);
  const make = async () => {
    const chosen = label.value.trim();
    if (chosen === "") return asking.say(t("refusal-no_words"));
    if (await asking.ask(() => circle.makeFacilitator(chosen))) {
      made.value = chosen;
      voice.tell(`${t("host-link-title", { label: chosen })} ${t("host-link-once")}`, "answer");
      label.value = "";
    }
    return undefined;
  };
  return (
    <Page title={t("host-title")}>
      <p>{t("host-what")}</p>
      {desk.link !== null && (
        <section class="card stack host-link">
          <h2>{made.value === null ? t("host-link-any") : t("host-link-title", { label: made.value })}</h2>
          <p>{t("host-link-once")}</p>
          <LinkToShare link={asLink(desk.link)} label={t("host-link-any")} />
        </section>
      )}
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <div class="field">
          <label for="facilitator-label">{t("host-label")}</label>
          <input
            id="facilitator-label"
            type="text"
            dir="auto"
            autocomplete="off"
            maxLength={LIMITS.LABEL_CODE_POINTS}
            value={label.value}
            onInput={(event) => (label.value = event.currentTarget.value)}
            aria-describedby="facilitator-label-hint"
          />
          <p class="soft" id="facilitator-label-hint">
            {t("host-label-hint")}
          </p>
        </div>
        <Why asking={asking} />
        <div class="row">
          <button type="submit" class="primary">
            {t("host-make")}
          </button>
        </div>
      </form>
      <section class="stack">
        <h2>{t("host-list")}</h2>
        {desk.facilitators.length === 0 && <p class="soft">{t("host-none")}</p>}
        <ul class="stack">
          {desk.facilitators.map((each) => (
            <li class="card group-card" key={each.facilitator}>
              <p>
                <strong dir="auto">{each.label}</strong>{" "}
                <span class="soft">{t(each.has_passphrase ? "host-ready" : "host-not-ready")}</span>
              </p>
              <Sure
                label={t("host-remove")}
                named={t("host-remove-named", { label: each.label })}
                sure={t("host-remove-sure")}
                yes={t("host-remove-yes")}
                no={t("host-remove-no")}
                onYes={() => void asking.ask(() => circle.removeFacilitator(each.facilitator))}
              />
            </li>
          ))}
        </ul>
      </section>
      <div class="row">
        <button type="button" class="plain" onClick={() => void asking.ask(() => circle.leaveDesk())}>
          {t("host-leave")}
        </button>
      </div>
    </Page>
  );
}

/** The reply carries the secret; the link is this place with it behind `/#`. */
function asLink(secret: string): string {
  return `${location.origin}/#${secret}`;
}
