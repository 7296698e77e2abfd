/** Seconds since a thing was first seen by this page, told four times a minute: enough for words, too seldom for a countdown. */
import { useEffect, useState } from "preact/hooks";

const EVERY_MS = 15_000;

export function useSecondsPast(thing: object | null): number {
  const [past, tell] = useState(0);
  useEffect(() => {
    tell(0);
    if (thing === null) return undefined;
    const began = performance.now();
    const timer = setInterval(() => tell(Math.round((performance.now() - began) / 1000)), EVERY_MS);
    return () => clearInterval(timer);
  }, [thing]);
  return past;
}
