/**
 * The law between the two folds (settled.md 6): on the transcripts that the server's tests have written,
 * this client comes to the very snapshots that the server would hand out.
 */
/// <reference types="node" />
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { RoomSnapshot, ServerFrame, WaitingSnapshot } from "../protocol/generated";
import { foldFrame } from "./fold";
import { NOWHERE } from "./seen";

interface Transcript {
  readonly name: string;
  readonly story: string;
  readonly seats: Readonly<
    Record<
      string,
      {
        readonly frames: readonly ServerFrame[];
        readonly checks: readonly { readonly after: number; readonly snapshot: RoomSnapshot | WaitingSnapshot }[];
      }
    >
  >;
}

const FOLDER = new URL("../../../tests/transcripts/", import.meta.url);
const names = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith(".json")) : [];

/** The ring of the server and the memory of a client are of different length; presence has no order. */
function comparable(one: RoomSnapshot | WaitingSnapshot, other: RoomSnapshot | WaitingSnapshot) {
  if (one.state !== "in_room" || other.state !== "in_room") return one;
  const said = Math.min(one.said.length, other.said.length);
  // Seconds left are told when a snapshot is made, and not counted down in events.
  const silence = one.silence === null ? null : { ...one.silence, left: one.silence.left === null ? null : 0 };
  const offer = one.mine.role_offer;
  const mine = { ...one.mine, role_offer: offer === null ? null : { ...offer, seconds: 0 } };
  return { ...one, mine, silence, away: [...one.away].sort((a, b) => a - b), said: said === 0 ? [] : one.said.slice(-said) };
}

const read = (name: string) => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")) as Transcript;

it.skipIf(names.length === 0)("the fresh view of somebody who becomes a facilitator tells of no gap", () => {
  const { seats } = read("a_role_offered_and_accepted.json");
  for (const { frames } of Object.values(seats)) {
    const seen = frames.reduce((so, frame) => foldFrame(so, frame), NOWHERE);
    if (seen.at !== "room") continue; // who waits at the door
    const notes = seen.view.rows.flatMap((row) => (row.kind === "note" ? [row.note] : []));
    expect(notes).not.toContain("note-away");
    expect(notes).toContain("note-role-facilitator");
  }
});

describe.skipIf(names.length === 0)("transcripts", () => {
  for (const file of names) {
    const transcript = read(file);
    describe(transcript.name, () => {
      for (const [seat, { frames, checks }] of Object.entries(transcript.seats)) {
        it(`seat ${seat} sees what the server says it sees`, () => {
          for (const { after, snapshot } of checks) {
            const seen = frames.slice(0, after).reduce((so, frame) => foldFrame(so, frame), NOWHERE);
            if (seen.at === "nowhere") throw new Error(`after ${after} frames there is no view`);
            const mine = seen.view.snapshot;
            expect(comparable(mine, snapshot), `after ${after} frames`).toEqual(comparable(snapshot, mine));
          }
        });
      }
    });
  }
});
