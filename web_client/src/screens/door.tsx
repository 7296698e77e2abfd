/**
 * The door of a circle: who runs this place, my name for tonight, three lines, and the ways on. Nothing else, and no
 * headcount. Not open yet: it looks again by itself, and by a button.
 */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { AgreementFold } from "../parts/agreement/agreement";
import { type Asking, useAsk, Why } from "../parts/ask/ask";
import { HelpButton } from "../parts/help/help";
import { useCircle } from "../parts/house/house";
import { Mark } from "../parts/mark/mark";
import { Page } from "../parts/page/page";
import { type DoorReply, LIMITS } from "../protocol/generated";
import { nameOf } from "../words/names";
import { t } from "../words/t";

const LOOK_AGAIN_MS = 20_000;

export function Door({ door }: { readonly door: DoorReply }) {
  const asking = useAsk();
  const shut = !door.open || door.level === "locked";
  return (
    <Page title={door.group} above={t("door-invited")} helpInCorner={false}>
      <p dir="auto">{t("door-run-by", { who: door.run_by })}</p>
      <NameTonight door={door} asking={asking} />
      <ul class="calm-lines">
        <li>{t("door-line-account")}</li>
        <li>{t("door-line-kept")}</li>
        <li>{t("door-line-copy")}</li>
      </ul>
      {shut ? <Shut door={door} asking={asking} /> : <ComeIn door={door} asking={asking} />}
      <AgreementFold agreement={door.agreement} policy={door.crisis_policy} />
    </Page>
  );
}

interface DoorOf {
  readonly door: DoorReply;
  readonly asking: Asking;
}

interface NameOf {
  readonly door: Pick<DoorReply, "name" | "mark" | "redraws_left">;
  readonly asking: Asking;
}

export function NameTonight({ door, asking }: NameOf) {
  const circle = useCircle();
  return (
    <div class="card tonight">
      <Mark name={door.name} mark={door.mark} size={2.8} />
      <p class="grow">
        <span class="soft">{t("door-name")}</span>
        <br />
        <bdi class="name">{nameOf(door.name)}</bdi>
      </p>
      {door.redraws_left > 0 && (
        <button type="button" onClick={() => void asking.ask(() => circle.anotherName())}>
          {t("door-another-name")}
        </button>
      )}
      {door.redraws_left < LIMITS.NAME_REDRAWS && (
        <p class="soft">{t("door-names-left", { n: door.redraws_left })}</p>
      )}
    </div>
  );
}

function ComeIn({ door, asking }: DoorOf) {
  const circle = useCircle();
  const line = useSignal("");
  const knock = (listening: boolean) => {
    const written = door.level === "knock" && line.value.trim() !== "" ? line.value.trim() : null;
    void asking.ask(() => circle.knock({ listening, line: written }));
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        knock(false);
      }}
    >
      {door.level === "knock" && (
        <div class="field">
          <label class="light" for="knock-line">{t("door-line-label")}</label>
          <input
            id="knock-line"
            type="text"
            dir="auto"
            autocomplete="off"
            enterkeyhint="go"
            maxLength={LIMITS.LINE_CODE_POINTS}
            value={line.value}
            onInput={(event) => (line.value = event.currentTarget.value)}
            aria-describedby="knock-how"
          />
          <p class="soft" id="knock-how">
            {t("door-knock")}
          </p>
        </div>
      )}
      <Why asking={asking} />
      <div class="door-acts">
        <button type="submit" class="primary">
          {t("door-come-in")}
        </button>
        <button type="button" onClick={() => knock(true)}>
          {t("door-listen")}
        </button>
      </div>
      <div class="row">
        <HelpButton />
      </div>
    </form>
  );
}

function Shut({ door, asking }: DoorOf) {
  const circle = useCircle();
  useEffect(() => {
    const again = setInterval(() => {
      if (document.visibilityState === "visible") void circle.lookAgain();
    }, LOOK_AGAIN_MS);
    return () => clearInterval(again);
  }, []);
  return (
    <div class="stack">
      <p class="why">
        <strong>{t(door.open ? "door-locked" : "door-not-open")}</strong> {t("door-looks-again")}
      </p>
      <Why asking={asking} />
      <div class="row">
        <button type="button" class="primary" onClick={() => void asking.ask(() => circle.lookAgain())}>
          {t("door-look-again")}
        </button>
        <HelpButton />
      </div>
    </div>
  );
}
