/** Who may need the facilitator: somebody quiet with the piece, notes that came with hands. Facts, no judgement, nothing urgent in red. */
import type { HandNote, Person } from "../../protocol/generated";
import type { RoomView } from "../../room/view";
import { nameOf } from "../../words/names";
import { t } from "../../words/t";
import { Why } from "../ask/ask";
import { useCircle } from "../house/house";
import { PersonName, Say } from "../say/say";
import { Sheet } from "../sheet/sheet";
import type { LeafOf } from "./tray_of";

export type Need =
  | { readonly is: "quiet"; readonly who: Person; readonly taken: boolean }
  | { readonly is: "hand"; readonly who: Person; readonly note: HandNote };

export function needsOf(view: RoomView): readonly Need[] {
  const { turn, people, mine, you } = view.snapshot;
  const person = (seat: number) => people.find((each) => each.seat === seat);
  const holder = turn !== null && turn.turn === view.quietTurn && turn.seat !== you.seat ? person(turn.seat) : undefined;
  const quiet: Need[] = holder === undefined ? [] : [{ is: "quiet", who: holder, taken: turn?.stage === "taken" }];
  const hands = mine.hand_notes.flatMap((note): Need[] => {
    const who = person(note.seat);
    return who === undefined ? [] : [{ is: "hand", who, note }];
  });
  return [...quiet, ...hands];
}

export function Needs({ view, asking, onClose }: LeafOf) {
  const needs = needsOf(view);
  return (
    <Sheet title={t("needs-title")} onClose={onClose}>
      <Why asking={asking} />
      {needs.length === 0 && <p>{t("needs-none")}</p>}
      <ul class="stack">
        {needs.map((need) => (
          <li class="card stack" key={`${need.is} ${need.who.seat}`}>
            {need.is === "quiet" ? <Quiet need={need} asking={asking} /> : <HandWith need={need} view={view} asking={asking} />}
          </li>
        ))}
      </ul>
    </Sheet>
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
        {view.snapshot.mode === "raised_hands" && view.snapshot.turn === null && (
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
