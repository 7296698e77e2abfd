/** A part that is loaded when it is needed. While it comes, and when it cannot come, there are words and a way to try again. */
import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../../words/t";

interface LazyOf<P> {
  readonly load: () => Promise<{ readonly default: ComponentType<P> }>;
  readonly with: P;
}

export function Lazy<P extends object>({ load, with: given }: LazyOf<P>) {
  const part = useSignal<ComponentType<P> | "missing" | null>(null);
  const fetchIt = () => {
    part.value = null;
    load().then(
      (loaded) => (part.value = loaded.default),
      () => (part.value = "missing"),
    );
  };
  useEffect(fetchIt, [load]);
  if (part.value === null) return <p class="soft">{t("looking-title")}</p>;
  if (part.value === "missing") {
    return (
      <p class="why">
        {t("line-lost-part")}{" "}
        <button type="button" onClick={fetchIt}>
          {t("try-again")}
        </button>
      </p>
    );
  }
  const Part = part.value;
  return <Part {...given} />;
}
