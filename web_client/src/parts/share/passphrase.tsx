/** A field for a passphrase, which can be shown: hidden letters help nobody whose hands shake. */
import { type Signal, useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { t } from "../../words/t";

interface PassphraseOf {
  readonly label: string;
  readonly autocomplete: "current-password" | "new-password";
  readonly value: Signal<string>;
  readonly hint?: string;
}

export function PassphraseField({ label, autocomplete, value, hint }: PassphraseOf) {
  const shown = useSignal(false);
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        {...({ type: shown.value ? "text" : "password" } as { type: "password" })}
        autocomplete={autocomplete}
        autocapitalize="none"
        spellcheck={false}
        dir="auto"
        value={value.value}
        onInput={(event) => (value.value = event.currentTarget.value)}
        {...(hint === undefined ? {} : { "aria-describedby": `${id}-hint` })}
      />
      {hint !== undefined && (
        <p class="soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <label class="small-check">
        <input type="checkbox" checked={shown.value} onChange={(event) => (shown.value = event.currentTarget.checked)} />{" "}
        {t("show-typed")}
      </label>
    </div>
  );
}
