/** A question before something that cannot be undone: what happens, in words, and two buttons in words. Not a dialog: it opens in place. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { ComponentChildren } from "preact";

interface SureOf {
  readonly label: string;
  /** A fuller name for screen readers where several look alike; begins with the label. */
  readonly named?: string;
  readonly sure: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  readonly class?: string;
  readonly children?: ComponentChildren;
}

export function Sure({ label, named, sure, yes, no, onYes, class: look, children }: SureOf) {
  const open = useSignal(false);
  const asked = useRef<HTMLParagraphElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const before = useRef(false);
  useEffect(() => {
    if (open.value) asked.current?.focus();
    else if (before.current) opener.current?.focus();
    before.current = open.value;
  }, [open.value]);
  if (!open.value) {
    return (
      <button type="button" class={look} ref={opener} {...(named ? { "aria-label": named } : {})} onClick={() => (open.value = true)}>
        {label}
      </button>
    );
  }
  return (
    <div class="sure stack" role="group" aria-label={named ?? label}>
      <p tabIndex={-1} ref={asked}>
        {sure}
      </p>
      {children}
      <div class="row">
        <button
          type="button"
          class="leave"
          onClick={() => {
            open.value = false;
            onYes();
          }}
        >
          {yes}
        </button>
        <button type="button" onClick={() => (open.value = false)}>
          {no}
        </button>
      </div>
    </div>
  );
}
