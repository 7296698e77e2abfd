/** Short names for parts of the contract that the schema keeps inside other types. Adds nothing to it. */
import type { CardFrame, CLOSINGS, ClientFrame, HandsChanged, HappenedFrame, Hello, HintFrame } from "./generated";
import type { Accepted, Hand, OfferRole, Refusal, RoomSnapshot, TurnEnded, Wish as Told } from "./generated";

export type Mode = RoomSnapshot["mode"];
export type DoorLevel = RoomSnapshot["door"];
export type RoomEvent = HappenedFrame["event"];
export type Card = CardFrame["card"];
export type Hint = HintFrame["hint"];
export type KnockAtDoor = RoomSnapshot["mine"]["knocks"][number];
export type HandNote = RoomSnapshot["mine"]["hand_notes"][number];
export type HelpWish = RoomSnapshot["mine"]["help"];
export type AskKind = NonNullable<RoomSnapshot["mine"]["ask"]>["kind"];
export type ReplyKind = NonNullable<RoomSnapshot["said"][number]["response"]>;
export type Phase = RoomSnapshot["phases"][number];
export type HandKind = Hand["kind"];
export type WishKind = Told["kind"];
export type OfferedRole = OfferRole["role"];
export type TurnEnd = TurnEnded["how"];
export type HandsWhy = HandsChanged["why"];
export type RefusalCode = Refusal["code"];
export type Reply = NonNullable<Accepted["reply"]>;
export type ComeBack = (typeof CLOSINGS)[number]["come_back"];

/** Everything a client may ask; `hello` is not asked, it is said. */
export type Command = Exclude<Extract<ClientFrame, { type: string; id: string }>, Hello>;

/** `Omit` that keeps the members of a union apart. */
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** A command before it has its id. */
export type Wish = Without<Command, "id">;
export type Signal = Extract<Command, { type: "light" }>["signal"];
