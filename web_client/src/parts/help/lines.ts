/**
 * Widely published lines, as people dial them. Nobody of this project has called them; the page says so. The host's
 * own contacts come in a later issue. `public/help.html` repeats this list for browsers without script (held by test).
 */
import type { Key } from "../../words/generated.keys";

export interface HelpLine {
  readonly region: Key;
  readonly name: string;
  readonly number: string;
}

export const LINES: readonly HelpLine[] = [
  { region: "help-region-ukie", name: "Samaritans", number: "116 123" },
  { region: "help-region-usca", name: "988 Lifeline", number: "988" },
  { region: "help-region-de", name: "TelefonSeelsorge", number: "0800 111 0 111" },
  { region: "help-region-at", name: "Telefonseelsorge", number: "142" },
  { region: "help-region-ch", name: "Die Dargebotene Hand", number: "143" },
  { region: "help-region-fr", name: "3114", number: "3114" },
  { region: "help-region-es", name: "Línea 024", number: "024" },
  { region: "help-region-au", name: "Lifeline", number: "13 11 14" },
  { region: "help-region-nz", name: "1737", number: "1737" },
  { region: "help-region-in", name: "Tele-MANAS", number: "14416" },
];

export const DIRECTORY = "findahelpline.com";

export const dialled = (number: string): string => `tel:${number.replaceAll(" ", "")}`;
