/**
 * One row of the log: somebody's words on a leaf, words aside among facilitators, or a plain line. The words are text and
 * nothing else: no links, no pictures.
 */
import type { Answered, Row } from "../../room/view";
import { nameOf } from "../../words/names";
import { t } from "../../words/t";
import { Mark } from "../mark/mark";
import { PersonName, Say } from "../say/say";
import { noteWords } from "./note_words";

export type WordsRow = Extract<Row, { kind: "words" }>;

interface RowOf {
  readonly row: Row;
  /** The same person goes on speaking: name and mark need not stand there again. */
  readonly goesOn: boolean;
  /** This person has the piece now. */
  readonly holds: boolean;
  /** The question that stands above the log. */
  readonly prompt: string;
  /** Answering this one; undefined where nobody answers anybody. */
  readonly onReply?: ((row: WordsRow) => void) | undefined;
}

export function LogRow({ row, goesOn, holds, prompt, onReply }: RowOf) {
  if (row.kind === "note") return <p class="note" dir="auto">{noteWords(row, prompt)}</p>;
  if (row.kind === "aside") return <Aside row={row} />;
  const look = ["said", row.mine ? "said-mine" : "", goesOn ? "said-on" : "", holds ? "said-holds" : "", row.interjection ? "said-between" : ""];
  const reply = onReply !== undefined && row.state === "said" && !row.mine;
  return (
    <article class={look.join(" ")} aria-busy={row.state === "sending" ? "true" : undefined}>
      <Mark name={row.person.name} mark={row.person.mark} />
      <div class="said-leaf">
        <p class={goesOn ? "vh" : "said-who"}>
          <PersonName person={row.person} /> {row.mine && <span class="soft">{t("you-mark")}</span>}
          {row.person.role !== "member" && <span class="soft"> · {t(`role-${row.person.role}`)}</span>}
          {row.response !== null && <span class="soft"> · {t(`log-response-${row.response}`)}</span>}
          {row.interjection && <span class="soft"> · {t("log-between")}</span>}
        </p>
        {row.answers !== null && <Answers answers={row.answers} />}
        <p class="said-words" dir="auto">
          {row.text}
        </p>
        {row.state === "sending" && <p class="soft said-sending">{t("log-sending")}</p>}
        {reply && (
          <button type="button" class="said-reply" aria-label={t("log-reply-named", { who: nameOf(row.person.name) })} onClick={() => onReply(row)}>
            {t("log-reply")}
          </button>
        )}
      </div>
    </article>
  );
}

/** What is answered: who, and a first line, cut off by the page where it is long. */
function Answers({ answers }: { readonly answers: Answered }) {
  return (
    <p class="said-answers soft">
      {answers.who === null ? t("log-answers-earlier") : <Say k="log-answers" put={{ who: <PersonName person={answers.who} /> }} />}{" "}
      <bdi>{answers.line}</bdi>
    </p>
  );
}

function Aside({ row }: { readonly row: Extract<Row, { kind: "aside" }> }) {
  return (
    <article class="said said-aside">
      <Mark name={row.person.name} mark={row.person.mark} />
      <div class="said-leaf">
        <p class="said-who">
          <PersonName person={row.person} /> {row.mine && <span class="soft">{t("you-mark")}</span>}
          <span class="soft"> · {t("log-aside")}</span>
        </p>
        <p class="said-words" dir="auto">
          {row.text}
        </p>
      </div>
    </article>
  );
}
