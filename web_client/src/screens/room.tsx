/**
 * The room: where I am, whose turn it is, what was said, my words. Two columns from 60 rem, one on a phone. Everything
 * that happens is told to the voice from here; nothing moves but the piece. Loaded while one is still at the door.
 */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { heardBetween, SPOKEN_AS } from "../announce/room";
import { useAsk } from "../parts/ask/ask";
import { People } from "../parts/circle/people";
import { Ring } from "../parts/circle/ring";
import { type Answering, Composer } from "../parts/composer/composer";
import { RoomBanners } from "../parts/header/room_banners";
import { RoomHeader } from "../parts/header/room_header";
import { useHouse } from "../parts/house/house";
import { Lazy } from "../parts/house/lazy";
import { heardWords } from "../parts/log/heard";
import { Log } from "../parts/log/log";
import type { WordsRow } from "../parts/log/row";
import { More } from "../parts/more/more";
import { PhaseLine, phaseQuestion } from "../parts/phases/phases";
import { Quiet } from "../parts/quiet/quiet";
import { BellAsked } from "../parts/role/bell_asked";
import { RoleOffer } from "../parts/role/role_offer";
import { Choose } from "../parts/respond/choose";
import { Respond } from "../parts/respond/respond";
import { Signals, Warmth } from "../parts/signals/signals";
import { turnSentence, TurnBar } from "../parts/turn_bar/turn_bar";
import type { Person, RoomSnapshot } from "../protocol/generated";
import { firstLine } from "../room/first_line";
import { standingOf, type Standing } from "../room/standing";
import type { RoomView } from "../room/view";
import "../words/in_room";
import { t } from "../words/t";
import { useVisibleHeight } from "./visible_height";

const loadPerson = () => import("../parts/tray/person");
const loadTogether = () => import("../parts/tray/together");
const loadTray = () => import("../parts/tray/tray");

export default function Room({ view }: { readonly view: RoomView }) {
  const asking = useAsk();
  const more = useSignal(false);
  const room = view.snapshot;
  const standing = standingOf(room);
  const answering = useSignal<Answering | null>(null);
  /** The silence under whose calm field somebody wished to read on. */
  const readsOn = useSignal<RoomSnapshot["silence"]>(null);
  const offer = room.mine.role_offer;
  const question = room.prompt === "" ? phaseQuestion(room) : room.prompt;
  const picked = useSignal<number | null>(null);
  const quiet = room.silence !== null && readsOn.value !== room.silence ? room.silence : null;
  const facilitates = room.you.role === "facilitator";
  const together = !facilitates && room.settings.held_by === "members" && !room.you.listening;
  const pick = facilitates ? (person: Person) => (picked.value = person.seat) : undefined;
  const someone = room.people.find((person) => person.seat === picked.value);
  const reply = (row: WordsRow) => {
    answering.value = { key: row.key, who: row.person, line: firstLine(row.text) };
    document.getElementById("words")?.focus();
  };
  useArrival();
  useVisibleHeight();
  useHeard(view);
  useReadAgain(standing);
  return (
    <div class={facilitates || together ? "room room-held" : "room"}>
      <div class="room-head">
        <RoomHeader room={room} onMore={() => (more.value = true)} />
        <RoomBanners view={view} asking={asking} />
        <TurnBar standing={standing} asking={asking} nudge={view.nudge} silence={room.silence} />
        {offer !== null && <RoleOffer offer={offer} by={room.people.find((each) => each.seat === offer.by) ?? null} asking={asking} />}
        {view.bellAsked && !facilitates && <BellAsked asking={asking} />}
        {facilitates && <Lazy load={loadTray} with={{ view, asking }} />}
        {together && <Lazy load={loadTogether} with={{ view, asking }} />}
      </div>
      <main class="room-main">
        <PhaseLine room={room} />
        {question !== "" && (
          <p class="prompt" dir="auto">
            <span class="vh">{t("log-prompt")} </span>
            {question}
          </p>
        )}
        <div class="quiet-over">
          <div class="quiet-under" inert={quiet !== null}>
            <Log view={view} onReply={standing.may.reply ? reply : undefined} />
          </div>
          {quiet !== null && <Quiet room={room} silence={quiet} onShow={() => (readsOn.value = quiet)} />}
          {room.silence !== null && quiet === null && (
            <button type="button" class="quiet-again" onClick={() => (readsOn.value = null)}>
              {t("quiet-back")}
            </button>
          )}
        </div>
        <Warmth room={room} />
        <Signals room={room} asking={asking} />
        <Respond room={room} standing={standing} asking={asking} />
        {standing.may.passOn && <Choose room={room} asking={asking} />}
      </main>
      <Composer view={view} may={standing.may} asking={asking} answering={answering} />
      <Side view={view} onPick={pick} />
      {more.value && <More room={room} standing={standing} bellAsked={view.bellAsked} asking={asking} onPick={pick} onClose={() => (more.value = false)} />}
      {someone !== undefined && facilitates && (
        <Lazy load={loadPerson} with={{ view, asking, person: someone, onClose: () => (picked.value = null) }} />
      )}
    </div>
  );
}

/** The circle beside the log, on wide screens; on a phone it is under More. */
function Side({ view, onPick }: { readonly view: RoomView; readonly onPick: ((person: Person) => void) | undefined }) {
  return (
    <aside class="room-side" aria-label={t("circle-title")} tabIndex={0}>
      <Ring room={view.snapshot} />
      <People room={view.snapshot} onPick={onPick} />
    </aside>
  );
}

/** Coming from another screen, the focus goes to the name of the room; never on the first visit or a reload. */
function useArrival(): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (dataset["visited"] === "yes") document.querySelector<HTMLElement>(".room h1")?.focus();
    dataset["visited"] = "yes";
  }, []);
}

/** Tells the voice what changed since the last view. */
function useHeard(view: RoomView): void {
  const { voice } = useHouse();
  const before = useRef<RoomView | null>(null);
  useEffect(() => {
    for (const heard of heardBetween(before.current, view)) voice.tell(heardWords(heard, view), SPOKEN_AS[heard.kind]);
    before.current = view;
  }, [view]);
  // When the room is left, nothing that was spoken stays in the page.
  useEffect(() => () => voice.forget(), [voice]);
}

/** F8 says the turn bar again, wherever the focus is. */
function useReadAgain(standing: Standing): void {
  const { voice } = useHouse();
  const now = useRef(standing);
  now.current = standing;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key === "F8") voice.tell(turnSentence(now.current), "answer");
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, []);
}
