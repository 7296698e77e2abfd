/** What the voice must know wherever one is: that somebody types, and that the connection is lost or back. */
import { effect } from "@preact/signals";
import type { Announcer } from "../announce/announcer";
import type { Circle } from "../connection/api";
import { t } from "../words/t";

export function heed(circle: Circle, voice: Announcer): void {
  document.addEventListener("keydown", () => voice.keystroke(), true);
  document.addEventListener("input", () => voice.keystroke(), true);
  let lost = false;
  effect(() => {
    const line = circle.line.value;
    if (line === "lost" && !lost) voice.tell(t("line-lost"), "trouble");
    if (line === "open" && lost) voice.tell(t("line-back"), "answer");
    lost = line === "lost";
  });
}
