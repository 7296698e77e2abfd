/**
 * The words of one language, made ready: resources in, formatted sentences out. It knows no screen and picks no
 * language by itself. A key without words shows the key, so that a gap is seen and nothing breaks.
 */
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

export interface Speech {
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  add(source: string): void;
  has(key: string): boolean;
  say(key: string, values?: Readonly<Record<string, string | number>>): string;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Isolation marks only where a direction could leak: they would otherwise sit in every accessible name. */
function isolated(value: string | number, direction: "ltr" | "rtl"): FluentVariable {
  if (typeof value === "number") return value;
  if (direction === "ltr" ? !RIGHT_TO_LEFT.test(value) : false) return value;
  return `\u2068${value}\u2069`;
}

export function makeSpeech(
  language: string,
  direction: "ltr" | "rtl",
  transform?: (text: string) => string,
): Speech {
  const bundle = new FluentBundle(language, { useIsolating: false, ...(transform ? { transform } : {}) });
  return {
    language,
    direction,
    add: (source) => {
      bundle.addResource(new FluentResource(source), { allowOverrides: true });
    },
    has: (key) => bundle.hasMessage(key),
    say: (key, values = {}) => {
      const pattern = bundle.getMessage(key)?.value;
      if (pattern === undefined || pattern === null) return key;
      const given = Object.entries(values).map(([name, value]) => [name, isolated(value, direction)] as const);
      return bundle.formatPattern(pattern, Object.fromEntries(given), []);
    },
  };
}
