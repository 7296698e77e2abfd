/** The screens that only facilitators and hosts meet, in one file to load. */
import type { Place } from "../../connection/api";
import "../../words/hosting";
import { CoFacilitatorDoor } from "./co_facilitator_door";
import { Desk } from "./desk";
import { DeviceDoor } from "./device_door";
import { FacilitatorDoor } from "./facilitator_door";
import { HostDesk } from "./host_desk";
import { OpensOnce } from "./opens_once";
import { Ready } from "./ready";

export default function Hosting({ place }: { readonly place: Place }) {
  switch (place.at) {
    case "facilitator_door":
      return <FacilitatorDoor door={place.door} />;
    case "device_door":
      return <DeviceDoor door={place.door} />;
    case "co_facilitator_door":
      return <CoFacilitatorDoor place={place} />;
    case "host_door":
    case "trial_door":
      return <OpensOnce at={place.at} />;
    case "host_desk":
      return <HostDesk desk={place.desk} />;
    case "desk":
      return <Desk desk={place.desk} />;
    case "ready":
      return <Ready name={place.name} link={place.link} group={place.group} />;
    default:
      return null;
  }
}
