/**
 * Who sits where in the picture. In a round people sit in the order of the round, so that the piece really goes
 * round; otherwise in the order of coming in. The order is remembered per span, because the room forgets who was first.
 */
import type { RoomSnapshot } from "../../protocol/generated";

export interface Seating {
  readonly span: number;
  readonly seats: readonly number[];
}

export function seatingAfter(before: Seating | null, room: RoomSnapshot): Seating {
  const here = room.people.map((person) => person.seat);
  const known = before !== null && before.span === room.span ? before.seats : firstSeats(room);
  const kept = known.filter((seat) => here.includes(seat));
  const come = here.filter((seat) => !kept.includes(seat));
  return { span: room.span, seats: [...kept, ...come] };
}

function firstSeats(room: RoomSnapshot): readonly number[] {
  if (room.round === null) return [];
  const holder = room.turn === null ? [] : [room.turn.seat];
  const order = [...holder, ...room.round.to_come, ...room.round.later];
  return order.filter((seat, index) => order.indexOf(seat) === index);
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Places on a circle around 0,0, clockwise, with `first` at the bottom, where the reader sits. */
export function placeOf(index: number, first: number, count: number, radius: number): Point {
  const angle = Math.PI / 2 + ((index - first) / Math.max(count, 1)) * 2 * Math.PI;
  return { x: Math.round(radius * Math.cos(angle) * 10) / 10, y: Math.round(radius * Math.sin(angle) * 10) / 10 };
}
