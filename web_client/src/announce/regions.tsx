/**
 * The two live regions, and whose turn it is to be one. An open dialog makes the rest of the page inert, also for
 * screen readers, so each dialog brings its own pair; the last one on the page is spoken into.
 */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Ears } from "./announcer";

interface Pair {
  readonly calm: HTMLElement;
  readonly now: HTMLElement;
}

export class Regions implements Ears {
  private readonly pairs: Pair[] = [];

  enter(pair: Pair): () => void {
    this.pairs.push(pair);
    return () => {
      this.pairs.splice(this.pairs.indexOf(pair), 1);
    };
  }

  calm(text: string): void {
    write(this.pairs.at(-1)?.calm, text);
  }

  now(text: string): void {
    write(this.pairs.at(-1)?.now, text);
  }
}

/** The same words twice must differ for a screen reader to speak again: a trailing no-break space. */
function write(region: HTMLElement | undefined, text: string): void {
  if (region !== undefined) region.textContent = text !== "" && region.textContent === text ? `${text}\u00a0` : text;
}

export function LiveRegions({ regions }: { readonly regions: Regions }) {
  const calm = useRef<HTMLDivElement>(null);
  const now = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (calm.current === null || now.current === null) return undefined;
    return regions.enter({ calm: calm.current, now: now.current });
  }, [regions]);
  return (
    <>
      <div class="vh" aria-live="polite" ref={calm} />
      <div class="vh" aria-live="assertive" ref={now} />
    </>
  );
}
