/**
 * The calm field that lies over the log while it is quiet: the circle, and a few words of intention. What was said stays
 * underneath, one tap away. When it ends is in the turn bar; here nothing moves and nothing is asked.
 */
import type { RoomSnapshot } from "../../protocol/generated";
import { t } from "../../words/t";
import { Ring } from "../circle/ring";

interface QuietOf {
  readonly room: RoomSnapshot;
  readonly silence: NonNullable<RoomSnapshot["silence"]>;
  readonly onShow: () => void;
}

export function Quiet({ room, silence, onShow }: QuietOf) {
  return (
    <section class="quiet" aria-label={t("quiet-region")}>
      <Ring room={room} />
      {silence.intention === "" ? (
        <p class="quiet-words">{t("quiet-rest")}</p>
      ) : (
        <p class="quiet-words" dir="auto">
          {silence.intention}
        </p>
      )}
      <p class="soft">{t("quiet-nothing")}</p>
      <button type="button" onClick={onShow}>
        {t("quiet-show")}
      </button>
    </section>
  );
}
