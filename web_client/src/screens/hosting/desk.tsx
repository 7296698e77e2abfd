/** A facilitator's groups: go in, share, remove, start another. Shows nobody who was ever inside. */
import { useSignal } from "@preact/signals";
import { useAsk, type Asking, Why } from "../../parts/ask/ask";
import { useCircle } from "../../parts/house/house";
import { Page } from "../../parts/page/page";
import { LinkToShare } from "../../parts/share/link";
import { Sure } from "../../parts/sheet/sure";
import type { DeskReply, GroupAtDesk } from "../../protocol/generated";
import { t } from "../../words/t";
import { Devices, OwnLink } from "./devices";
import { Pairing } from "./pairing";
import { StartGroup } from "./start_group";

export function Desk({ desk }: { readonly desk: DeskReply }) {
  const circle = useCircle();
  const asking = useAsk();
  const starting = useSignal(false);
  const pairing = circle.pairing.value;
  if (starting.value) return <StartGroup onBack={() => (starting.value = false)} />;
  return (
    <Page title={t("desk-title")}>
      {desk.link !== null && <OwnLink link={desk.link} />}
      {desk.groups.length === 0 && <p>{t("desk-none")}</p>}
      <Why asking={asking} />
      <ul class="stack">
        {desk.groups.map((group) => (
          <Group key={group.group} group={group} asking={asking} />
        ))}
      </ul>
      <div class="row">
        <button type="button" class={desk.groups.length === 0 ? "primary" : ""} onClick={() => (starting.value = true)}>
          {t("desk-start")}
        </button>
        <button type="button" class="plain" onClick={() => void asking.ask(() => circle.leaveDesk())}>
          {t("desk-leave")}
        </button>
      </div>
      <Devices desk={desk} asking={asking} />
      {pairing !== null && (
        <Pairing
          pairing={pairing}
          circleName={desk.groups.find((group) => group.group === pairing.group)?.name ?? (pairing.group === null ? null : "")}
        />
      )}
    </Page>
  );
}

function Group({ group, asking }: { readonly group: GroupAtDesk; readonly asking: Asking }) {
  const circle = useCircle();
  const shown = useSignal(false);
  const { name } = group;
  const state = group.open ? "desk-open" : group.invited ? "desk-invited" : "desk-closed";
  return (
    <li class="card group-card">
      <div>
        <h2 dir="auto">{name}</h2>
        <p class="soft">
          {t(`mode-${group.mode}`)} · {t(state)}
        </p>
      </div>
      <div class="row">
        <button
          type="button"
          class="primary"
          aria-label={t("desk-enter-named", { name })}
          onClick={() => void asking.ask(() => circle.enter(group.group))}
        >
          {t("desk-enter")}
        </button>
        {group.invitation !== null && (
          <button
            type="button"
            aria-expanded={shown.value}
            aria-label={t("desk-share-named", { name })}
            onClick={() => (shown.value = !shown.value)}
          >
            {t("desk-share")}
          </button>
        )}
        {group.open && (
          <button
            type="button"
            aria-label={t("desk-pair-named", { name })}
            onClick={() => void asking.ask(() => circle.offerPairing(group.group))}
          >
            {t("desk-pair")}
          </button>
        )}
        {!group.open && (
          <button
            type="button"
            aria-label={t("desk-new-invitation-named", { name })}
            onClick={() => void asking.ask(() => circle.prepareMeeting(group.group))}
          >
            {t("desk-new-invitation")}
          </button>
        )}
        {!group.open && (
          <Sure
            label={t("desk-remove")}
            named={t("desk-remove-named", { name })}
            sure={t("desk-remove-sure")}
            yes={t("desk-remove-yes")}
            no={t("desk-remove-no")}
            onYes={() => void asking.ask(() => circle.removeGroup(group.group))}
          />
        )}
      </div>
      {group.invited && group.invitation === null && <p class="soft">{t("desk-link-gone")}</p>}
      {shown.value && group.invitation !== null && (
        <LinkToShare link={`${location.origin}/#${group.invitation}`} label={t("ready-link")} />
      )}
    </li>
  );
}
