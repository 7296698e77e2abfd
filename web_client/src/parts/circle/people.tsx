/** The circle in words: who is here, who has the piece, who comes next. The same as the picture, for whoever does not look at it. */
import type { Person, RoomSnapshot } from "../../protocol/generated";
import { t } from "../../words/t";
import { Mark } from "../mark/mark";
import { PersonName } from "../say/say";

interface PeopleOf {
  readonly room: RoomSnapshot;
  /** Facilitators: a tap on somebody else. */
  readonly onPick?: ((person: Person) => void) | undefined;
}

export function People({ room, onPick }: PeopleOf) {
  return (
    <>
      {!namesShown(room) && room.hands.length > 0 && <p class="soft">{t("circle-hands", { n: room.hands.length })}</p>}
      <List room={room} onPick={onPick} />
    </>
  );
}

/** Where the group chose places only, facilitators alone see whose hands are up. */
const namesShown = (room: RoomSnapshot): boolean => room.settings.hands_shown === "names" || room.you.role === "facilitator";

function List({ room, onPick }: PeopleOf) {
  return (
    <ol class="people" aria-label={t("circle-order")}>
      {inOrder(room).map((person) => {
        const what = whatOf(room, person);
        const mine = person.seat === room.you.seat;
        const name = (
          <>
            <PersonName person={person} /> {mine && <span class="soft">{t("you-mark")}</span>}
            {what.length > 0 && <span class="soft people-what">{what.join(" · ")}</span>}
          </>
        );
        return (
          <li key={person.seat} class={room.turn?.seat === person.seat ? "people-holds" : ""}>
            <Mark name={person.name} mark={person.mark} size={1.7} />
            {onPick === undefined || mine ? (
              <span>{name}</span>
            ) : (
              <button type="button" class="people-pick" aria-haspopup="dialog" onClick={() => onPick(person)}>
                <span>{name}</span>
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** Holder, then those to come, later, hands; then everybody else in the order of coming in. */
export function inOrder(room: RoomSnapshot): readonly Person[] {
  const holder = room.turn === null ? [] : [room.turn.seat];
  const hands = room.hands.map((hand) => hand.seat).filter((seat) => namesShown(room) || seat === room.you.seat);
  const seats = [...holder, ...(room.round?.to_come ?? []), ...(room.round?.later ?? []), ...hands];
  const all = [...seats, ...room.people.map((person) => person.seat)];
  const once = all.filter((seat, index) => all.indexOf(seat) === index);
  return once.flatMap((seat) => room.people.find((person) => person.seat === seat) ?? []);
}

/** What there is to say of one person, in words. */
export function whatOf(room: RoomSnapshot, person: Person): readonly string[] {
  const { seat } = person;
  const what: string[] = [];
  if (person.role === "facilitator") what.push(t("role-facilitator"));
  if (room.lead === seat && room.people.filter((each) => each.role === "facilitator").length > 1) what.push(t("circle-lead"));
  if (person.role === "guardian") what.push(t("role-guardian"));
  if (room.turn?.seat === seat) what.push(t(`circle-${room.turn.stage}`));
  const place = room.round?.to_come.indexOf(seat) ?? -1;
  if (place === 0) what.push(t("circle-next"));
  if (place > 0) what.push(t("circle-nth", { n: place + 1 }));
  if (room.round?.later.includes(seat)) what.push(t("circle-later"));
  if (room.round?.passed.includes(seat)) what.push(t("circle-passed"));
  const known = namesShown(room) || seat === room.you.seat;
  for (const [at, hand] of room.hands.entries()) {
    if (hand.seat !== seat || !known) continue;
    what.push(hand.kind === "direct_response" ? t("circle-reply") : t("circle-hand", { n: at + 1 }));
  }
  if (person.listening) what.push(t("circle-listening"));
  if (room.away.includes(seat)) what.push(t("circle-away"));
  return what;
}
