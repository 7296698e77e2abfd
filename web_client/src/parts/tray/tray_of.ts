/** What every leaf of the tray is given. */
import type { RoomView } from "../../room/view";
import type { Asking } from "../ask/ask";

export interface TrayOf {
  readonly view: RoomView;
  readonly asking: Asking;
}

export interface LeafOf extends TrayOf {
  readonly onClose: () => void;
}
