/** Who has the piece next: those who can be chosen now, as buttons. They are asked, never made. */
import type { RoomSnapshot } from "../../protocol/generated";
import { couldBeNext } from "../../room/ways";
import { t } from "../../words/t";
import type { Asking } from "../ask/ask";
import { useCircle } from "../house/house";
import { Mark } from "../mark/mark";
import { PersonName } from "../say/say";

interface ChooseOf {
  readonly room: RoomSnapshot;
  readonly asking: Asking;
}

export function Choose({ room, asking }: ChooseOf) {
  const circle = useCircle();
  return (
    <section class="signals respond" aria-label={t("choose-region")}>
      <p class="soft">{t("choose-region")}</p>
      <div class="row">
        {couldBeNext(room).map((person) => (
          <button type="button" class="signal" key={person.seat} onClick={() => void asking.ask(() => circle.passTo(person.seat))}>
            <Mark name={person.name} mark={person.mark} size={1.4} /> <PersonName person={person} />
            {room.hands.some((hand) => hand.seat === person.seat) && <span class="soft"> · {t("choose-hand")}</span>}
          </button>
        ))}
      </div>
    </section>
  );
}
