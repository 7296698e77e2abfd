/**
 * Who may need the facilitator: a concern, somebody quiet with the piece, the bell asked for, notes that came with hands,
 * and who has not been heard. Facts, no judgement, nothing urgent in red.
 */
import type { HandNote, Person, RoomSnapshot, Wish } from "../../protocol/generated";
import type { RoomView } from "../../room/view";
import { nameOf } from "../../words/names";
import { byHands } from "../../room/ways";
import { t } from "../../words/t";
import { Why } from "../ask/ask";
import { useCircle } from "../house/house";
import { Mark } from "../mark/mark";
import { PersonName, Say } from "../say/say";
import { Sheet } from "../sheet/sheet";
import type { LeafOf } from "./tray_of";

export type Need =
  | { readonly is: "quiet"; readonly who: Person; readonly taken: boolean }
  | { readonly is: "bell" }
  /** A round is running, and only one or two are left who take part in it. */
  | { readonly is: "few" }
  | { readonly is: "wish"; readonly who: Person; readonly wish: Wish }
  | { readonly is: "hand"; readonly who: Person; readonly note: HandNote };

/** So few are asked whether they would rather talk freely; nothing ends by itself. */
const FEW = 2;

export function needsOf(view: RoomView): readonly Need[] {
  const { turn, round, people, mine, you } = view.snapshot;
  const person = (seat: number) => people.find((each) => each.seat === seat);
  const holder = turn !== null && turn.turn === view.quietTurn && turn.seat !== you.seat ? person(turn.seat) : undefined;
  const quiet: Need[] = holder === undefined ? [] : [{ is: "quiet", who: holder, taken: turn?.stage === "taken" }];
  const hands = mine.hand_notes.flatMap((note): Need[] => {
    const who = person(note.seat);
    return who === undefined ? [] : [{ is: "hand", who, note }];
  });
  const wishes = mine.wishes.flatMap((wish): Need[] => {
    const who = person(wish.seat);
    return who === undefined ? [] : [{ is: "wish", who, wish }];
  });
  // A concern first, whoever is stuck next; the rest can wait for a breath.
  const concerns = wishes.filter((need) => need.is === "wish" && need.wish.kind === "concern");
  const others = wishes.filter((need) => !concerns.includes(need));
  const few = round !== null && people.filter((each) => !each.listening).length <= FEW;
  return [...concerns, ...quiet, ...(few ? [{ is: "few" } as const] : []), ...(view.bellAsked ? [{ is: "bell" } as const] : []), ...others, ...hands];
}

export function Needs({ view, asking, onClose }: LeafOf) {
  const needs = needsOf(view);
  return (
    <Sheet title={t("needs-title")} onClose={onClose}>
      <Why asking={asking} />
      {needs.length === 0 && <p>{t("needs-none")}</p>}
      <ul class="stack">
        {needs.map((need) => (
          <li class="card stack" key={keyOf(need)}>
            {need.is === "quiet" && <Quiet need={need} asking={asking} />}
            {need.is === "bell" && <BellAsked asking={asking} onDone={onClose} />}
            {need.is === "few" && <Few asking={asking} onDone={onClose} />}
            {need.is === "wish" && <Wished need={need} view={view} asking={asking} />}
            {need.is === "hand" && <HandWith need={need} view={view} asking={asking} />}
          </li>
        ))}
      </ul>
      <NotHeard room={view.snapshot} />
    </Sheet>
  );
}

function keyOf(need: Need): string {
  if (need.is === "bell" || need.is === "few") return need.is;
  const kind = need.is === "wish" ? need.wish.kind : need.is === "hand" ? need.note.kind : "";
  return `${need.is} ${kind} ${need.who.seat}`;
}

/** Only one or two are left in a round. */
function Few({ asking, onDone }: { readonly asking: LeafOf["asking"]; readonly onDone: () => void }) {
  const circle = useCircle();
  const end = async () => {
    if (await asking.ask(() => circle.setMode({ mode: "open_floor", prompt: "", now: false }))) onDone();
  };
  return (
    <>
      <p>{t("needs-few")}</p>
      <div class="row">
        <button type="button" onClick={() => void end()}>
          {t("needs-few-end")}
        </button>
      </div>
    </>
  );
}

/** Whether the piece could be offered to somebody just now. */
const free = ({ mode, turn, silence }: RoomSnapshot): boolean => byHands(mode) && turn === null && silence === null;

function BellAsked({ asking, onDone }: Pick<LeafOf, "asking"> & { readonly onDone: () => void }) {
  const circle = useCircle();
  const ring = async () => {
    if (await asking.ask(() => circle.ringBell())) onDone();
  };
  return (
    <>
      <p>{t("needs-bell")}</p>
      <div class="row">
        <button type="button" class="primary" onClick={() => void ring()}>
          {t("pause-ring")}
        </button>
        <button type="button" onClick={() => circle.putBellAway()}>
          {t("bell-asked-no")}
        </button>
      </div>
    </>
  );
}

function Wished({ need, view, asking }: { readonly need: Extract<Need, { is: "wish" }> } & Pick<LeafOf, "asking" | "view">) {
  const circle = useCircle();
  const { who, wish } = need;
  return (
    <>
      <p>
        <Say k={`needs-${wish.kind}`} put={{ who: <PersonName person={who} /> }} />
      </p>
      {wish.note !== null && (
        <blockquote class="quoted" dir="auto">
          {wish.note}
        </blockquote>
      )}
      <div class="row">
        <button type="button" class="primary" onClick={() => void asking.ask(() => circle.settleWish(who.seat, wish.kind, false))}>
          {t("needs-heard")}
        </button>
        {wish.kind === "process" && free(view.snapshot) && !who.listening && (
          <button type="button" onClick={() => void asking.ask(() => circle.settleWish(who.seat, wish.kind, true))}>
            {t("needs-offer", { who: nameOf(who.name) })}
          </button>
        )}
      </div>
    </>
  );
}

/** Who takes part and has had no turn yet: names in the order of coming in, no counts, no ranks. */
function NotHeard({ room }: { readonly room: RoomSnapshot }) {
  const quiet = room.mine.not_heard.flatMap((seat) => room.people.find((person) => person.seat === seat) ?? []);
  if (quiet.length === 0) return null;
  return (
    <section class="sheet-part stack">
      <h3>{t("needs-not-heard")}</h3>
      <ul class="not-heard">
        {quiet.map((person) => (
          <li key={person.seat}>
            <Mark name={person.name} mark={person.mark} size={1.5} /> <PersonName person={person} />
          </li>
        ))}
      </ul>
      <p class="soft">{t("needs-not-heard-hint")}</p>
    </section>
  );
}

function Quiet({ need, asking }: { readonly need: Extract<Need, { is: "quiet" }> } & Pick<LeafOf, "asking">) {
  const circle = useCircle();
  const who = <PersonName person={need.who} />;
  return (
    <>
      <p>
        <Say k={need.taken ? "needs-quiet" : "needs-quiet-offered"} put={{ who }} /> {t("needs-quiet-what")}
      </p>
      <div class="row">
        <button type="button" onClick={() => void asking.ask(() => circle.moveOn())}>
          {t("tray-next-move-on")}
        </button>
      </div>
    </>
  );
}

function HandWith({ need, view, asking }: { readonly need: Extract<Need, { is: "hand" }> } & Pick<LeafOf, "asking" | "view">) {
  const circle = useCircle();
  const who = nameOf(need.who.name);
  return (
    <>
      <p>
        <Say k="needs-hand" put={{ who: <PersonName person={need.who} /> }} />
      </p>
      <blockquote class="quoted" dir="auto">
        {need.note.note}
      </blockquote>
      <div class="row">
        {free(view.snapshot) && (
          <button type="button" class="primary" onClick={() => void asking.ask(() => circle.offerPiece(need.who.seat))}>
            {t("needs-offer", { who })}
          </button>
        )}
        <button type="button" onClick={() => void asking.ask(() => circle.lowerHandOf(need.who.seat))}>
          {t("needs-lower", { who })}
        </button>
      </div>
    </>
  );
}
