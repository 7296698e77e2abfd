/** One row of the log: somebody's words on a leaf, or a plain line. The words are text and nothing else: no links, no pictures. */
import type { Row } from "../../room/view";
import { t } from "../../words/t";
import { Mark } from "../mark/mark";
import { PersonName } from "../say/say";
import { noteWords } from "./note_words";

interface RowOf {
  readonly row: Row;
  /** The same person goes on speaking: name and mark need not stand there again. */
  readonly goesOn: boolean;
  /** This person has the piece now. */
  readonly holds: boolean;
  /** The question that stands above the log. */
  readonly prompt: string;
}

export function LogRow({ row, goesOn, holds, prompt }: RowOf) {
  if (row.kind === "note") return <p class="note" dir="auto">{noteWords(row, prompt)}</p>;
  const look = ["said", row.mine ? "said-mine" : "", goesOn ? "said-on" : "", holds ? "said-holds" : ""].join(" ");
  return (
    <article class={look} aria-busy={row.state === "sending" ? "true" : undefined}>
      <Mark name={row.person.name} mark={row.person.mark} />
      <div class="said-leaf">
        <p class={goesOn ? "vh" : "said-who"}>
          <PersonName person={row.person} /> {row.mine && <span class="soft">{t("you-mark")}</span>}
          {row.person.role === "facilitator" && <span class="soft"> · {t("role-facilitator")}</span>}
        </p>
        <p class="said-words" dir="auto">
          {row.text}
        </p>
        {row.state === "sending" && <p class="soft said-sending">{t("log-sending")}</p>}
      </div>
    </article>
  );
}
