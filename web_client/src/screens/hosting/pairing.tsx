/**
 * The leaf on my first screen while something is paired: the code in words and as a picture, then who asks, then that it
 * is done. The code lives as long as this leaf, and is not offered for copying: it is for somebody near, or on the phone.
 */
import { useEffect, useRef } from "preact/hooks";
import { type Asking, useAsk, Why } from "../../parts/ask/ask";
import { useHouse } from "../../parts/house/house";
import { Lazy } from "../../parts/house/lazy";
import { Sheet } from "../../parts/sheet/sheet";
import { onlyHere } from "../../parts/share/link";
import type { PairingReply } from "../../protocol/generated";
import { nameOf } from "../../words/names";
import { t } from "../../words/t";

const loadQr = () => import("../../parts/share/qr");
const LOOK_AGAIN_MS = 2_000;
const LOOK_TWICE_MS = 1_500;

interface PairingOf {
  readonly pairing: PairingReply;
  /** The name of the circle; null: it is for a device. */
  readonly circleName: string | null;
}

export function Pairing({ pairing, circleName }: PairingOf) {
  const { circle, voice } = useHouse();
  const asking = useAsk();
  const { state } = pairing;
  useLook(state !== "paired" && state !== "ended");
  const told = toldOf(pairing);
  useEffect(() => {
    if (told !== null) voice.tell(told, "answer");
  }, [told]);
  useEffect(() => {
    // A page that goes away takes its code along, as far as a page can.
    const end = () => void circle.endPairing();
    window.addEventListener("pagehide", end);
    return () => window.removeEventListener("pagehide", end);
  }, []);
  return (
    <Sheet
      title={circleName === null ? t("pair-device-title") : t("pair-title", { name: circleName })}
      onClose={() => void circle.endPairing()}
    >
      {told !== null && <p class={state === "asked" ? "pair-asked" : "why"}>{told}</p>}
      {state === "shown" && <Shown pairing={pairing} />}
      {state === "asked" && <Answer key={pairing.asker?.asker} pairing={pairing} asking={asking} />}
      {(state === "paired" || state === "allowed") && <p>{t(pairing.group === null ? "pair-device-done-what" : "pair-done-what")}</p>}
      <Why asking={asking} />
      {(state === "paired" || state === "ended") && (
        <div class="row">
          {state === "ended" && (
            <button type="button" class="primary" onClick={() => void asking.ask(() => circle.offerPairing(pairing.group))}>
              {t("pair-again")}
            </button>
          )}
          <button type="button" class={state === "paired" ? "primary" : ""} onClick={() => void circle.endPairing()}>
            {t("pair-close")}
          </button>
        </div>
      )}
    </Sheet>
  );
}

function Shown({ pairing }: { readonly pairing: PairingReply }) {
  const device = pairing.group === null;
  const { code, seconds } = pairing;
  if (code === null) return null;
  const link = `${location.origin}/#${code}`;
  return (
    <>
      <p>{t(device ? "pair-device-what" : "pair-what")}</p>
      <p class="link-label" id="pair-code-label">
        <strong>{t("pair-code")}</strong>
      </p>
      <code class="link-box pair-code" dir="ltr" aria-labelledby="pair-code-label">
        {code.replaceAll("-", " ")}
      </code>
      <p>{t("pair-how", { address: location.host })}</p>
      {onlyHere(link) && <p class="soft">{t("ready-local")}</p>}
      <Lazy load={loadQr} with={{ link, label: t("pair-qr") }} />
      <p class="soft">{t(device ? "pair-device-safe" : "pair-safe")}</p>
      <p class="soft">{t("pair-left", { n: Math.ceil(seconds / 60) })}</p>
    </>
  );
}

/**
 * The focus stays where it was, so a key pressed for something else lets nobody in. Where another one stands here than a
 * moment ago, a Yes on its way to the first is not taken for the second.
 */
function Answer({ pairing, asking }: { readonly pairing: PairingReply; readonly asking: Asking }) {
  const { circle } = useHouse();
  const since = useRef(performance.now());
  const { asker } = pairing;
  if (asker === null) return null;
  const second = asker.asker > 1;
  const say = (accept: boolean) => {
    if (accept && second && performance.now() - since.current < LOOK_TWICE_MS) return;
    void asking.ask(() => circle.answerPairing(asker.asker, accept));
  };
  return (
    <>
      {second && <p class="why">{t("pair-second")}</p>}
      <p>{t("pair-compare")}</p>
      <p class="soft">{t("pair-may")}</p>
      <div class="row">
        <button type="button" class="primary" onClick={() => say(true)}>
          {t("pair-yes")}
        </button>
        <button type="button" onClick={() => say(false)}>
          {t("pair-no")}
        </button>
      </div>
    </>
  );
}

/** What there is to say at this moment, in one sentence; null while the code waits. */
function toldOf({ state, group, asker }: PairingReply): string | null {
  const who = asker === null ? "" : nameOf(asker.name);
  switch (state) {
    case "shown":
      return null;
    case "asked":
      return t("pair-asked", { who });
    case "allowed":
      return t("pair-allowed", { who });
    case "paired":
      if (group === null) return t("pair-device-done");
      return asker === null ? t("pair-done-somebody") : t("pair-done", { who });
    case "ended":
      return t("pair-ended");
  }
}

/** Looks every two seconds while the line is open; one question at a time. */
function useLook(on: boolean): void {
  const { circle } = useHouse();
  const busy = useRef(false);
  useEffect(() => {
    if (!on) return undefined;
    const again = setInterval(() => {
      if (busy.current || circle.line.value !== "open") return;
      busy.current = true;
      void circle.lookAtPairing().finally(() => (busy.current = false));
    }, LOOK_AGAIN_MS);
    return () => clearInterval(again);
  }, [on]);
}
