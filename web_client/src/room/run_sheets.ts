/**
 * Run-sheets to begin with, built from the practice of circles (domain.md 5.11). They carry no words: each reader sees
 * the names and questions of the parts in their own language.
 */
import type { Phase } from "../protocol";

const part = (kind: Phase["kind"], way: Phase["way"], minutes: number): Phase => ({ kind, way, minutes });

export const RUN_SHEETS = {
  /** Ninety minutes for four to eight people. */
  support_circle: [
    part("welcome", "open_floor", 10),
    part("check_in", "round", 10),
    part("shares", "share_and_respond", 60),
    part("closing", "round", 10),
  ],
  /** A group that meets every week: a check-in, open conversation with a silence in the middle, a closing round. */
  weekly_group: [
    part("check_in", "round", 15),
    part("conversation", "open_floor", 25),
    part("pause", "silence", 1),
    part("conversation", "open_floor", 25),
    part("closing", "round", 10),
  ],
  /** People with lived experience, families and people who work in services, about one topic. */
  trialogue: [
    part("welcome", "open_floor", 10),
    part("check_in", "round", 20),
    part("topic", "raised_hands", 50),
    part("closing", "round", 10),
  ],
} as const satisfies Readonly<Record<string, readonly Phase[]>>;

export type RunSheet = keyof typeof RUN_SHEETS;
