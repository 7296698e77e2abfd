/** A link to hand on: shown whole, copied by a button, or as a picture to scan. Never sends it anywhere by itself. */
import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import "../../words/hosting";
import { t } from "../../words/t";
import { Lazy } from "../house/lazy";
import { Copy } from "./copy";

const loadQr = () => import("./qr");

export function LinkToShare({ link, label }: { readonly link: string; readonly label: string }) {
  const shown = useSignal(false);
  const id = useId();
  return (
    <div class="stack">
      <p class="link-label" id={`${id}-label`}>
        <strong>{label}</strong>
      </p>
      <code class="link-box" id={id} dir="ltr" aria-labelledby={`${id}-label`}>
        {link}
      </code>
      <div class="row">
        <Copy class="primary" text={link} label={t("ready-copy")} from={id} />
        {typeof navigator.share === "function" && (
          <button type="button" onClick={() => void navigator.share({ url: link }).catch(() => undefined)}>
            {t("ready-share")}
          </button>
        )}
        <button type="button" aria-expanded={shown.value} onClick={() => (shown.value = !shown.value)}>
          {t(shown.value ? "ready-qr-hide" : "ready-qr")}
        </button>
      </div>
      {onlyHere(link) && <p class="soft">{t("ready-local")}</p>}
      {shown.value && <Lazy load={loadQr} with={{ link, label: t("ready-qr-label") }} />}
    </div>
  );
}

/** A loopback address is of no use to anybody else's phone. */
export function onlyHere(link: string): boolean {
  return /^https?:\/\/(localhost|127\.|\[::1\])/.test(link);
}
