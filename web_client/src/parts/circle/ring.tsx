/**
 * The circle, to look at: everybody's mark around a lamp, and the piece beside whoever has it. The same stands in
 * words in `people.tsx`, so this is one picture to a screen reader. It moves only when the piece does.
 */
import { useId, useMemo, useRef } from "preact/hooks";
import type { RoomSnapshot } from "../../protocol/generated";
import { t } from "../../words/t";
import { MarkShape } from "../mark/mark";
import { placeOf, seatingAfter, type Seating } from "./seating";

const RADIUS = 118;

export function Ring({ room }: { readonly room: RoomSnapshot }) {
  const lamp = useId();
  const remembered = useRef<Seating | null>(null);
  const seating = useMemo(() => seatingAfter(remembered.current, room), [room]);
  remembered.current = seating;
  const count = seating.seats.length;
  const first = Math.max(seating.seats.indexOf(room.you.seat), 0);
  // Marks shrink so that forty people still fit side by side.
  const scale = Math.min(1.15, (2 * Math.PI * RADIUS) / Math.max(count, 1) / 46);
  const holder = room.turn === null ? -1 : seating.seats.indexOf(room.turn.seat);
  // Taken: close to its holder. Offered: on the way. Nobody: in the centre.
  const reach = room.turn?.stage === "taken" ? RADIUS - 26 * scale - 14 : RADIUS * 0.45;
  const piece = holder < 0 ? { x: 0, y: 0 } : placeOf(holder, first, count, reach);
  return (
    <svg class="ring" viewBox="-150 -150 300 300" role="img" aria-label={t("circle-picture", { n: count })}>
      <defs>
        <radialGradient id={lamp}>
          <stop class="ring-bright" offset="0" />
          <stop class="ring-dim" offset="1" />
        </radialGradient>
      </defs>
      <circle r="112" fill={`url(#${lamp})`} />
      <circle class="ring-line" r={RADIUS} />
      {seating.seats.map((seat, index) => {
        const person = room.people.find((each) => each.seat === seat);
        if (person === undefined) return null;
        const { x, y } = placeOf(index, first, count, RADIUS);
        const look = [person.listening ? "ring-listens" : "", room.away.includes(seat) ? "ring-away" : ""].join(" ");
        return (
          <g key={seat} class={look} style={{ transform: `translate(${x}px, ${y}px) scale(${scale}) translate(-20px, -20px)` }}>
            {index === holder && <circle class="ring-halo" cx="20" cy="20" r="24" />}
            <MarkShape name={person.name} mark={person.mark} />
          </g>
        );
      })}
      <g class="ring-piece" style={{ transform: `translate(${piece.x}px, ${piece.y}px)` }}>
        <circle class="ring-shine" r="19" />
        <ellipse rx="12" ry="9.5" />
        <path d="M-5 -3.4a7 4.5 0 0 1 6 -1.8" />
      </g>
    </svg>
  );
}
