/** What every part may reach for without its parents carrying it: the circle, and the voice. Holds no state of its own. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Announcer } from "../../announce/announcer";
import type { Regions } from "../../announce/regions";
import type { Circle } from "../../connection/api";

export interface House {
  readonly circle: Circle;
  readonly voice: Announcer;
  readonly regions: Regions;
}

export const HouseContext = createContext<House | null>(null);

export function useHouse(): House {
  const house = useContext(HouseContext);
  if (house === null) throw new Error("a part was put on a page without a house around it");
  return house;
}

export const useCircle = (): Circle => useHouse().circle;
