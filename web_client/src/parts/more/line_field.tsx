/** One line of text with its label, for a note or a few words. Forgets what was in it when it leaves the page. */
import type { Signal } from "@preact/signals";
import { useId } from "preact/hooks";
import { LIMITS } from "../../protocol/generated";

interface LineOf {
  readonly label: string;
  readonly hint?: string;
  readonly line: Signal<string>;
}

export function LineField({ label, hint, line }: LineOf) {
  const id = useId();
  return (
    <div class="field">
      <label class="light" for={id}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        dir="auto"
        autocomplete="off"
        maxLength={LIMITS.LINE_CODE_POINTS}
        value={line.value}
        onInput={(event) => (line.value = event.currentTarget.value)}
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

/** What is in it, or null where there are no words. */
export const lineOf = (line: Signal<string>): string | null => (line.value.trim() === "" ? null : line.value.trim());
