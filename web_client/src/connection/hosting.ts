/** What facilitators and hosts need of the connection, as one part: whoever comes to the door of a circle does not load it. */
export { Desk } from "./desk";
export { Pairing } from "./pairing";
