/** A field for the question that stands above the log. */
import type { Signal } from "@preact/signals";
import { useId } from "preact/hooks";
import { LIMITS } from "../../protocol/generated";

interface PromptOf {
  readonly label: string;
  readonly hint?: string;
  readonly prompt: Signal<string>;
}

export function PromptField({ label, hint, prompt }: PromptOf) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        rows={2}
        dir="auto"
        autocomplete="off"
        maxLength={LIMITS.PROMPT_CODE_POINTS}
        value={prompt.value}
        onInput={(event) => (prompt.value = event.currentTarget.value)}
        {...(hint === undefined ? {} : { "aria-describedby": `${id}-hint` })}
      />
      {hint !== undefined && (
        <p class="soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
