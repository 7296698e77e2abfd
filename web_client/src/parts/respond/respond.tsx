/**
 * The time around a share: what would help the one who shares, what others have for them, and their yes or no. Asked in
 * private and without a name; not answering is a no.
 */
import type { AskKind } from "../../protocol";
import type { RoomSnapshot } from "../../protocol/generated";
import type { Standing } from "../../room/standing";
import { t } from "../../words/t";
import type { Asking } from "../ask/ask";
import { useCircle } from "../house/house";
import { HelpChoice } from "./help_choice";

interface RespondOf {
  readonly room: RoomSnapshot;
  readonly standing: Standing;
  readonly asking: Asking;
}

export function Respond({ room, standing, asking }: RespondOf) {
  if (room.silence !== null) return null;
  const holding = standing.is === "i_hold" || (standing.is === "responding" && standing.reply === "own");
  if (holding && standing.may.chooseHelp) {
    return (
      <section class="signals respond" aria-label={t("respond-region")}>
        {standing.is === "responding" && <ForMe room={room} asking={asking} />}
        <details class="signals-more">
          <summary>{t("respond-help-now", { wish: t(`respond-help-${room.mine.help}`) })}</summary>
          <HelpChoice room={room} asking={asking} />
        </details>
      </section>
    );
  }
  const { idea, heard } = standing.may.ask;
  if (!idea && !heard) return null;
  return (
    <section class="signals respond" aria-label={t("respond-region")}>
      <div class="row">
        {heard && <AskButton kind="what_i_heard" asking={asking} />}
        {idea && <AskButton kind="idea" asking={asking} />}
      </div>
    </section>
  );
}

function AskButton({ kind, asking }: { readonly kind: AskKind; readonly asking: Asking }) {
  const circle = useCircle();
  return (
    <button type="button" class="signal" onClick={() => void asking.ask(() => circle.askSharer(kind))}>
      {t(`respond-ask-${kind}`)}
    </button>
  );
}

/** What others have for me, one question at a time. */
function ForMe({ room, asking }: { readonly room: RoomSnapshot; readonly asking: Asking }) {
  const circle = useCircle();
  const ask = room.mine.asks[0];
  if (room.turn?.heard === "said") {
    return (
      <Question
        words={t("respond-heard")}
        yes={t("respond-heard-yes")}
        no={t("respond-heard-not-quite")}
        onAnswer={(yes) => void asking.ask(() => circle.answerHeard(yes))}
      />
    );
  }
  if (ask === undefined) return null;
  return (
    <Question
      words={t(`respond-asked-${ask.kind}`)}
      yes={t("respond-yes")}
      no={t("respond-no")}
      onAnswer={(yes) => void asking.ask(() => circle.answerAsk(ask.ask, yes))}
    />
  );
}

interface QuestionOf {
  readonly words: string;
  readonly yes: string;
  readonly no: string;
  readonly onAnswer: (yes: boolean) => void;
}

function Question({ words, yes, no, onAnswer }: QuestionOf) {
  return (
    <div class="asks">
      <p>{words}</p>
      <div class="row">
        <button type="button" onClick={() => onAnswer(true)}>
          {yes}
        </button>
        <button type="button" onClick={() => onAnswer(false)}>
          {no}
        </button>
      </div>
    </div>
  );
}
