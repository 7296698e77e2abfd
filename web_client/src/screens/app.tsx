/**
 * Which screen: the place says it, nothing else does. The room is loaded while one is at the door, so that the door is
 * quick; what only facilitators and hosts meet is loaded when they come.
 */
import { useEffect } from "preact/hooks";
import type { Place } from "../connection/api";
import { LeaveLink } from "../parts/header/leave_fast";
import { LineBanner } from "../parts/header/banners";
import { useCircle } from "../parts/house/house";
import { Lazy } from "../parts/house/lazy";
import { After } from "./after";
import { Door } from "./door";
import { Front } from "./front";
import { Looking, NoDoor } from "./looking";
import { Waiting } from "./waiting";

const loadRoom = () => import("./room");
const loadHosting = () => import("./hosting/hosting");

export function App() {
  const { place } = useCircle();
  const now = place.value;
  const near = now.at === "door" || now.at === "waiting";
  useEffect(() => {
    // Asked for early; whether it arrived matters only when the room opens, and there it is asked for again.
    if (near) loadRoom().catch(() => undefined);
  }, [near]);
  return (
    <>
      <LeaveLink />
      {now.at !== "room" && <LineBanner />}
      <Screen place={now} />
    </>
  );
}

/** Both loaded parts stand in the same place, so keys keep one from being handed what is meant for the other. */
function Screen({ place }: { readonly place: Place }) {
  switch (place.at) {
    case "front":
      return <Front />;
    case "looking":
      return <Looking />;
    case "no_door":
      return <NoDoor refusal={place.refusal} />;
    case "door":
      return <Door door={place.door} />;
    case "waiting":
      return <Waiting view={place.view} />;
    case "room":
      return <Lazy key="room" load={loadRoom} with={{ view: place.view }} />;
    case "after":
      return <After why={place.why} desk={place.desk} />;
    default:
      return <Lazy key="hosting" load={loadHosting} with={{ place }} />;
  }
}
