/** What the voice says of something heard in the room. */
import type { Heard } from "../../announce/room";
import { standingOf } from "../../room/standing";
import type { RoomView } from "../../room/view";
import { nameOf } from "../../words/names";
import { t } from "../../words/t";
import { turnSentence } from "../turn_bar/turn_bar";
import { noteWords } from "./note_words";

export function heardWords(heard: Heard, view: RoomView): string {
  switch (heard.kind) {
    case "said":
      return t("announce-said", { who: nameOf(heard.row.person.name), text: heard.row.text });
    case "note":
      return noteWords(heard.row);
    case "my_turn":
      return t(heard.taken ? "announce-your-turn" : "announce-offered");
    case "turn_of": {
      const person = view.snapshot.people.find((each) => each.seat === heard.seat);
      return person === undefined ? "" : t("announce-turn", { who: nameOf(person.name) });
    }
    case "aside":
      return t("announce-aside", { who: nameOf(heard.row.person.name), text: heard.row.text });
    case "wish":
      return t("announce-wish");
    case "offer": {
      const by = view.snapshot.people.find((each) => each.seat === heard.offer.by);
      const who = by === undefined ? t("turn-somebody") : nameOf(by.name);
      return t(`role-${heard.offer.role}-ask`, { who });
    }
    case "asked":
      return t("respond-asked-heard");
    case "granted":
      return t("turn-reply-granted");
    case "stage":
      return turnSentence(standingOf(view.snapshot));
    case "bell":
      return t("bell-asked");
    case "door":
      return t("announce-door", { n: heard.count });
  }
}
