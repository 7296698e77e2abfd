/** Events, cards and snapshots make one view; nothing said is shown twice, and nothing is lost silently. */
import { describe, expect, it } from "vitest";
import { foldFrame, nudgePutAway, notSent, sending } from "./fold";
import { markOf, NOWHERE, skips } from "./seen";
import { ROWS_MOST } from "./rows";
import {
  cardFrame,
  ELM,
  eventFrame,
  FOX,
  hand,
  hintFrame,
  HOST,
  id,
  log,
  MINE,
  turnOf,
  NEXT_EPOCH,
  roomSnapshot,
  said,
  seenAfter,
  snapshotFrame,
  viewOf,
  waitingSnapshot,
  words as heard,
  WREN,
} from "./testing/pictures";

const MOSS = { ...FOX, seat: 5 };

describe("a round, from my seat", () => {
  const started = seenAfter(
    { mine: { ...MINE, pass_me: true, second_offer_used: true }, awaited_mode: "round" },
    { type: "round_started", span: 2, prompt: "How are you here tonight?", order: [2, 3, 4, 1], by: 1, drawn: "lot" },
  );

  it("begins with the order that was told", () => {
    const { snapshot } = viewOf(started);
    expect(snapshot).toMatchObject({ mode: "round", span: 2, prompt: "How are you here tonight?", awaited_mode: null });
    expect(snapshot.round).toEqual({ to_come: [2, 3, 4, 1], later: [], passed: [], shared: 0, second_offer: false });
    expect(snapshot.mine).toMatchObject({ pass_me: false, second_offer_used: false });
    expect(log(viewOf(started))).toEqual(["note-round-started"]);
  });

  it("goes from one to the next: shared, passed, later", () => {
    let seen = started;
    let number = 11;
    const happen = (event: Parameters<typeof eventFrame>[1]) => {
      number += 1;
      seen = foldFrame(seen, eventFrame(number, event));
    };
    happen({ type: "piece_offered", turn: 1, seat: 2, out_of_order: false, passed_by: null, by: null });
    happen({ type: "piece_taken", turn: 1 });
    happen(said(2, "a", "A long week.", 1));
    expect(viewOf(seen).snapshot.turn).toEqual(turnOf(2, "taken", false, { turn: 1, spoke: true }));
    happen({ type: "piece_waits", turn: 1 });
    expect(viewOf(seen).snapshot.turn?.waiting).toBe(true);
    happen({ type: "piece_goes_on", turn: 1 });
    happen({ type: "turn_ended", turn: 1, seat: 2, how: "done", again: false, spoke: true, by: null });
    seen = foldFrame(seen, cardFrame(1, { type: "pass_me_set", on: true }));
    happen({ type: "piece_offered", turn: 2, seat: 3, out_of_order: false, passed_by: null, by: null });
    happen({ type: "turn_ended", turn: 2, seat: 3, how: "passed", again: false, spoke: false, by: null });
    happen({ type: "piece_offered", turn: 3, seat: 4, out_of_order: false, passed_by: null, by: null });
    happen({ type: "turn_ended", turn: 3, seat: 4, how: "later", again: true, spoke: false, by: null });
    expect(viewOf(seen).snapshot).toMatchObject({
      number: 21,
      card: 1,
      turn: null,
      round: { to_come: [1], later: [4], passed: [3], shared: 1, second_offer: false },
      mine: { pass_me: false },
    });
    expect(log(viewOf(seen))).toEqual(["note-round-started", "A long week.", "note-passed", "note-passed"]);
    happen({ type: "round_order_changed", to_come: [1, 5], later: [] });
    happen({ type: "second_offer_made" });
    seen = foldFrame(seen, cardFrame(2, { type: "second_offer_used" }));
    expect(viewOf(seen).snapshot).toMatchObject({
      round: { to_come: [1, 5], later: [], second_offer: true },
      mine: { second_offer_used: true },
    });
    happen({ type: "piece_offered", turn: 4, seat: 3, out_of_order: false, passed_by: null, by: null });
    expect(viewOf(seen).snapshot.round?.second_offer).toBe(false);
    happen({ type: "turn_ended", turn: 4, seat: 3, how: "done", again: false, spoke: true, by: null });
    happen({ type: "round_ended", shared: 2 });
    expect(viewOf(seen).snapshot).toMatchObject({ turn: null, round: null, mine: { second_offer_used: false } });
    expect(viewOf(seen).rows.at(-1)).toMatchObject({ note: "note-round-ended", count: 2 });
  });
});

describe("people and hands", () => {
  it("follows who comes, listens and goes; names of the gone stay on what they said", () => {
    const seen = seenAfter(
      { hands: [hand(2)], round: { to_come: [2, 3], later: [2], passed: [], shared: 0, second_offer: false } },
      said(2, "a", "Good evening."),
      { type: "came_in", person: MOSS, by: null },
      { type: "listening_changed", seat: 3, listening: true },
      { type: "went_out", seat: 2 },
    );
    const view = viewOf(seen);
    expect(view.snapshot.people.map((person) => person.seat)).toEqual([1, 3, 4, 5]);
    expect(view.snapshot.you.listening).toBe(true);
    expect(view.snapshot.hands).toEqual([]);
    expect(view.snapshot.round).toMatchObject({ to_come: [3], later: [] });
    expect(view.rows[0]).toMatchObject({ kind: "words", person: FOX });
    expect(view.rows.at(-1)).toMatchObject({ note: "note-went-out", people: [FOX] });
  });

  it("keeps notes with their hands, in the order of the line, and lets them go with the hand", () => {
    let seen = seenAfter({ mode: "raised_hands", you: HOST, hands: [hand(2), hand(4)] });
    seen = foldFrame(seen, cardFrame(1, { type: "hand_noted", seat: 4, kind: "share", note: "about Monday" }));
    seen = foldFrame(seen, cardFrame(2, { type: "hand_noted", seat: 2, kind: "share", note: "a thank you" }));
    expect(viewOf(seen).snapshot.mine.hand_notes.map((note) => note.seat)).toEqual([2, 4]);
    seen = foldFrame(seen, eventFrame(11, { type: "hands_changed", hands: [hand(4), hand(2)], why: "moved_back", by: null }));
    expect(viewOf(seen).snapshot.mine.hand_notes.map((note) => note.seat)).toEqual([4, 2]);
    seen = foldFrame(seen, eventFrame(12, { type: "piece_offered", turn: 1, seat: 4, out_of_order: false, passed_by: null, by: null }));
    expect(viewOf(seen).snapshot).toMatchObject({ hands: [hand(2)], mine: { hand_notes: [ hand(2)] } });
  });

  it("shows facilitators who is at the door, once each", () => {
    const knock = { person: MOSS, line: "A friend told me." };
    let seen = seenAfter({ you: HOST });
    seen = foldFrame(seen, cardFrame(1, { type: "knocked", knock }));
    seen = foldFrame(seen, cardFrame(1, { type: "knocked", knock }));
    expect(viewOf(seen).snapshot.mine.knocks).toEqual([knock]);
    seen = foldFrame(seen, cardFrame(2, { type: "knock_settled", seat: 5 }));
    expect(viewOf(seen).snapshot.mine.knocks).toEqual([]);
  });

  it("takes the latest hint", () => {
    let seen = foldFrame(seenAfter({}), hintFrame({ type: "presence", away: [2] }));
    seen = foldFrame(seen, hintFrame({ type: "presence", away: [4] }));
    seen = foldFrame(seen, hintFrame({ type: "places", count: 2 }));
    expect(viewOf(seen)).toMatchObject({ places: 2, snapshot: { away: [4] } });
  });
});

describe("how we talk", () => {
  it("waits for the turn, then changes, and a running round is over", () => {
    const seen = seenAfter(
      {
        mode: "round",
        turn: turnOf(2, "taken", false, { turn: 1 }),
        round: { to_come: [], later: [], passed: [], shared: 0, second_offer: false },
        prompt_lost: true,
      },
      { type: "mode_awaited", mode: "raised_hands", by: 1, phase: null },
    );
    expect(viewOf(seen).snapshot).toMatchObject({ mode: "round", awaited_mode: "raised_hands" });
    const after = foldFrame(seen, eventFrame(12, { type: "mode_changed", mode: "raised_hands", span: 2, prompt: "", by: 1 }));
    expect(viewOf(after).snapshot).toMatchObject({
      mode: "raised_hands",
      span: 2,
      turn: null,
      round: null,
      awaited_mode: null,
      prompt_lost: false,
    });
    expect(viewOf(after).rows.at(-1)).toMatchObject({ note: "note-mode-raised-hands", people: [HOST] });
  });

  it("notes the door, the journal and the end", () => {
    const seen = seenAfter(
      {},
      { type: "door_changed", level: "locked", by: 1 },
      { type: "invitation_renewed", by: 1 },
      { type: "journal_lost" },
      { type: "closed", why: "by_facilitator" },
    );
    expect(viewOf(seen)).toMatchObject({ closed: "by_facilitator", snapshot: { door: "locked", survives_restart: false } });
    expect(log(viewOf(seen))).toEqual(["note-door-locked", "note-invitation-renewed", "note-journal-lost"]);
  });
});

describe("the waiting room", () => {
  it("becomes the room when a facilitator opens", () => {
    let seen = foldFrame(NOWHERE, snapshotFrame(waitingSnapshot()));
    seen = foldFrame(seen, cardFrame(1, { type: "knock_noticed" }));
    expect(seen).toMatchObject({ at: "waiting", view: { snapshot: { noticed: true, card: 1 } } });
    expect(markOf(seen)).toEqual({ epoch: roomSnapshot().epoch, number: 0, card: 1 });
    seen = foldFrame(seen, snapshotFrame(roomSnapshot({ said: [] })));
    expect(viewOf(seen).rows).toEqual([]);
  });
});

describe("the log", () => {
  it("patches my words in place when the room has heard them", () => {
    let seen = sending(seenAfter({}), id("mine"), "Thank you all.");
    seen = foldFrame(seen, eventFrame(11, said(2, "theirs", "Good to see you.")));
    expect(log(viewOf(seen))).toEqual(["~Thank you all.", "Good to see you."]);
    seen = foldFrame(seen, eventFrame(12, said(3, "mine", "Thank you all.")));
    expect(log(viewOf(seen))).toEqual(["Thank you all.", "Good to see you."]);
    expect(viewOf(seen).rows[0]).toMatchObject({ mine: true, key: id("mine"), person: WREN });
  });

  it("takes my words out again when the room refused them", () => {
    const seen = notSent(sending(seenAfter({}), id("mine"), "Too soon."), id("mine"));
    expect(log(viewOf(seen))).toEqual([]);
  });

  it("ignores what it has already folded, and notices a hole", () => {
    const seen = seenAfter({}, said(2, "a", "Once."));
    expect(foldFrame(seen, eventFrame(11, said(2, "a", "Once.")))).toBe(seen);
    expect(skips(seen, eventFrame(12, said(2, "b", "Twice.")))).toBe(false);
    expect(skips(seen, eventFrame(13, said(2, "c", "Thrice.")))).toBe(true);
  });

  it("keeps what is on the screen over a restart, drops doubles, and says so once", () => {
    const before = seenAfter({}, said(2, "a", "Before."), said(4, "b", "Also before."));
    const words = heard(1, 4, "b", "Also before.");
    const after = foldFrame(before, snapshotFrame(roomSnapshot({ epoch: NEXT_EPOCH, number: 1, said: [words] })));
    expect(log(viewOf(after))).toEqual(["Before.", "Also before.", "note-restarted"]);
  });

  it("says nothing about a restart when nothing was on the screen", () => {
    const after = foldFrame(seenAfter({}), snapshotFrame(roomSnapshot({ epoch: NEXT_EPOCH, number: 0 })));
    expect(log(viewOf(after))).toEqual([]);
  });

  it("says how long I was away, and how many messages may be gone", () => {
    const before = seenAfter({}, said(2, "a", "Before."));
    const words = heard(24, 4, "z", "The last one.");
    const after = foldFrame(before, snapshotFrame(roomSnapshot({ number: 24, said: [words] })), 4);
    expect(log(viewOf(after))).toEqual(["Before.", "note-away", "The last one."]);
    expect(viewOf(after).rows[1]).toMatchObject({ minutes: 4, count: 12 });
  });

  it("shows words of somebody who had gone before this page knew their name", () => {
    const words = heard(9, 77, "q", "Be well.");
    const seen = foldFrame(NOWHERE, snapshotFrame(roomSnapshot({ said: [words] })));
    expect(viewOf(seen).rows).toMatchObject([{ note: "note-gone-person-said", words: "Be well." }]);
  });

  it("keeps at most 300 rows", () => {
    const many = Array.from({ length: 400 }, (_, index) => said(2, `m${index}`, `${index}`));
    const view = viewOf(seenAfter({}, ...many));
    expect(view.rows).toHaveLength(ROWS_MOST);
    expect(log(view).at(-1)).toBe("399");
    expect(view.snapshot.said.length).toBeLessThanOrEqual(ROWS_MOST);
  });
});

describe("nudges", () => {
  const mine = { turn: turnOf(3, "taken", false, { turn: 7 }) } as const;

  it("says take your time only about the turn that is running, and until I speak", () => {
    const old = foldFrame(seenAfter(mine), cardFrame(1, { type: "take_your_time", turn: 6 }));
    expect(viewOf(old).nudge).toBeNull();
    let seen = foldFrame(seenAfter(mine), cardFrame(1, { type: "take_your_time", turn: 7 }));
    expect(viewOf(seen).nudge).toBe("take_your_time");
    seen = foldFrame(seen, eventFrame(11, said(3, "a", "I am here.", 7)));
    expect(viewOf(seen).nudge).toBeNull();
  });

  it("keeps thank-you-and-moving-on until I put it away, though the next person is offered the piece at once", () => {
    let seen = foldFrame(seenAfter(mine), cardFrame(1, { type: "moved_on_kindly", turn: 7, again: true }));
    seen = foldFrame(
      seen,
      eventFrame(11, { type: "turn_ended", turn: 7, seat: 3, how: "moved_on", again: true, spoke: false, by: null }),
    );
    seen = foldFrame(seen, eventFrame(12, { type: "piece_offered", turn: 8, seat: 4, out_of_order: false, passed_by: null, by: null }));
    expect(viewOf(seen).nudge).toBe("moved_on_again");
    expect(viewOf(nudgePutAway(seen)).nudge).toBeNull();
  });

  it("marks a quiet turn for facilitators until it speaks or ends", () => {
    const quiet = foldFrame(seenAfter({ ...mine, you: HOST }), cardFrame(1, { type: "still_quiet", turn: 7 }));
    expect(viewOf(quiet).quietTurn).toBe(7);
    expect(viewOf(foldFrame(quiet, eventFrame(11, said(3, "a", "Well.", 7)))).quietTurn).toBeNull();
    expect(viewOf(foldFrame(quiet, eventFrame(11, said(4, "b", "Hm."))) ).quietTurn).toBe(7);
  });

  it("tells me kindly that my hand was lowered", () => {
    const seen = foldFrame(seenAfter({ people: [WREN, ELM] }), cardFrame(1, { type: "hand_lowered_kindly" }));
    expect(viewOf(seen).nudge).toBe("hand_lowered");
  });
});
