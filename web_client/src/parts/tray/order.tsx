/** The order of a round: by lot, as people came in, or as I arrange the names. Two buttons a name, for keyboard and thumb. */
import type { Signal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import type { Person, RoomSnapshot } from "../../protocol/generated";
import { nameOf } from "../../words/names";
import { t } from "../../words/t";
import { useHouse } from "../house/house";
import { Mark } from "../mark/mark";
import { PersonName } from "../say/say";

export type Way = RoomSnapshot["settings"]["round_order"] | "named";

const WAYS: readonly Way[] = ["lot", "coming_in", "named"];

interface OrderOf {
  readonly room: RoomSnapshot;
  readonly way: Signal<Way>;
  /** Seats as I have arranged them so far; whoever comes meanwhile stands at the end. */
  readonly named: Signal<readonly number[]>;
}

export function Order({ room, way, named }: OrderOf) {
  const id = useId();
  return (
    <fieldset>
      <legend>{t("round-order")}</legend>
      <div class="choices">
        {WAYS.map((each) => (
          <label class="choice" key={each}>
            <input type="radio" name={id} checked={way.value === each} onChange={() => (way.value = each)} />
            <span>{t(`round-order-${each}`)}</span>
          </label>
        ))}
      </div>
      {way.value === "named" && <Names people={arranged(room, named.value)} named={named} />}
    </fieldset>
  );
}

/** Everybody who can go round, in my order; facilitators come last until I say otherwise. */
export function arranged(room: RoomSnapshot, named: readonly number[]): readonly Person[] {
  const able = room.people.filter((person) => !person.listening && !room.away.includes(person.seat));
  const place = (person: Person) => {
    const at = named.indexOf(person.seat);
    return at >= 0 ? at : named.length + (person.role === "facilitator" ? 1 : 0);
  };
  return [...able].sort((one, other) => place(one) - place(other));
}

function Names({ people, named }: { readonly people: readonly Person[] } & Pick<OrderOf, "named">) {
  const { voice } = useHouse();
  const pressed = useRef<HTMLButtonElement | null>(null);
  // A name that moves takes its buttons along, and the browser forgets which of them had the focus.
  useEffect(() => pressed.current?.focus(), [people.map((person) => person.seat).join()]);
  const move = (button: HTMLButtonElement, from: number, to: number) => {
    pressed.current = button;
    const moved = people[from];
    if (moved === undefined || to < 0 || to >= people.length) return;
    const seats = people.map((person) => person.seat).filter((seat) => seat !== moved.seat);
    seats.splice(to, 0, moved.seat);
    named.value = seats;
    voice.tell(t("round-order-moved", { who: nameOf(moved.name), n: to + 1 }), "answer");
  };
  return (
    <ol class="order" aria-label={t("round-order-list")}>
      {people.map((person, at) => (
        <li key={person.seat}>
          <Mark name={person.name} mark={person.mark} size={1.7} />
          <span class="grow">
            <PersonName person={person} />
          </span>
          {/* Not disabled at the ends: the focus would be lost. */}
          <button
            type="button"
            aria-label={t("round-order-up-named", { who: nameOf(person.name) })}
            aria-disabled={at === 0}
            onClick={(event) => move(event.currentTarget, at, at - 1)}
          >
            {t("round-order-up")}
          </button>
          <button
            type="button"
            aria-label={t("round-order-down-named", { who: nameOf(person.name) })}
            aria-disabled={at === people.length - 1}
            onClick={(event) => move(event.currentTarget, at, at + 1)}
          >
            {t("round-order-down")}
          </button>
        </li>
      ))}
    </ol>
  );
}
