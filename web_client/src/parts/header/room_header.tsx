/** The top of the room: where I am (and More behind it), Help, Leave fast. Nothing else fits in a moment of fear. */
import type { RoomSnapshot } from "../../protocol/generated";
import { t } from "../../words/t";
import { HelpButton } from "../help/help";
import { Brand } from "./brand";
import { LeaveFast } from "./leave_fast";

export function RoomHeader({ room, onMore }: { readonly room: RoomSnapshot; readonly onMore: () => void }) {
  return (
    <header class="room-top">
      <h1 class="vh" tabIndex={-1}>
        <bdi>{room.group}</bdi>
      </h1>
      <button type="button" class="room-more" aria-haspopup="dialog" onClick={onMore}>
        <Brand size={1.7} lit={room.turn !== null} />
        <span class="room-where">
          <bdi class="room-name">{room.group}</bdi>{" "}
          <span class="soft">
            <span class="room-more-word">{t("more")}</span> · {t("people-here", { n: room.people.length })}
          </span>
        </span>
      </button>
      <HelpButton label={t("help")} />
      <LeaveFast />
    </header>
  );
}
