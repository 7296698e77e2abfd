/** How most stories begin: a link is opened, somebody knocks, and is in the room. Only for tests. */
import type { RoomSnapshot, ServerFrame } from "../../protocol/generated";
import { roomSnapshot, snapshotFrame, waitingSnapshot } from "../../room/testing/pictures";
import type { RoomView } from "../../room/view";
import type { Circle } from "../api";
import { openCircle } from "../circle";
import { DOOR, LINK, SEAT, settled, type Tab, World } from "./world";

export interface Told {
  readonly world: World;
  readonly circle: Circle;
}

/** A page with a link in its address, at the door. */
export async function atTheDoor(tab?: Tab): Promise<Told> {
  const world = new World(tab);
  world.tab.link ??= LINK;
  const circle = openCircle(world);
  world.wire.open();
  await settled();
  world.wire.accept("look", DOOR);
  await settled();
  return { world, circle };
}

export async function inTheWaitingRoom(): Promise<Told> {
  const told = await atTheDoor();
  void told.circle.knock({ listening: false, line: "A friend told me." });
  await settled();
  told.world.wire.accept("knock", SEAT);
  told.world.wire.tell(snapshotFrame(waitingSnapshot()));
  await settled();
  return told;
}

export async function inTheRoom(more: Partial<RoomSnapshot> = {}): Promise<Told> {
  const told = await inTheWaitingRoom();
  told.world.wire.tell(snapshotFrame(roomSnapshot(more)));
  await settled();
  return told;
}

/** The page is loaded again: the tab's storage stays, everything in memory is gone. */
export async function reloaded({ world }: Told): Promise<Told> {
  const next = new World(world.tab);
  const circle = openCircle(next);
  next.wire.open();
  await settled();
  return { world: next, circle };
}

/** The line breaks, and a new one is there after the shortest wait. */
export async function brokenAndBack(world: World, milliseconds = 600): Promise<void> {
  world.wire.break();
  await world.pass(milliseconds);
  world.wire.open();
  await settled();
}

/** The server finds the seat again. */
export async function resumed(world: World, ...frames: ServerFrame[]): Promise<void> {
  world.wire.accept("resume", SEAT);
  world.wire.tell(...frames);
  await settled();
}

export function viewIn({ world, circle }: Told): RoomView {
  world.paint();
  const place = circle.place.value;
  if (place.at !== "room") throw new Error(`not in the room: ${place.at}`);
  return place.view;
}
