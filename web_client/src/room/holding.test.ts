/** Quiet together, holding the room together, and what only some may see: as one seat folds it. */
import { describe, expect, it } from "vitest";
import type { Card, RoomEvent } from "../protocol";
import { bellPutAway, foldFrame } from "./fold";
import { type Seen } from "./seen";
import { cardFrame, eventFrame, FOX, hand, HOST, id, log, roomSnapshot, said, seenAfter, SETTINGS, snapshotFrame, viewOf, WREN } from "./testing/pictures";

const happen = (seen: Seen, event: RoomEvent): Seen => foldFrame(seen, eventFrame(viewOf(seen).snapshot.number + 1, event));
const card = (seen: Seen, told: Card): Seen => foldFrame(seen, cardFrame(viewOf(seen).snapshot.card + 1, told));
const bell = (by: number): RoomEvent => ({ type: "silence_began", kind: "bell", by, seconds: 20, intention: "" });

describe("quiet", () => {
  it("says who rang by their role, and how it went on", () => {
    let seen = happen(seenAfter({}), { type: "role_changed", seat: 2, role: "guardian" });
    seen = [bell(1), { type: "silence_extended", seconds: 20 } as const, { type: "silence_ended" } as const, bell(2)].reduce(happen, seen);
    expect(log(viewOf(seen))).toEqual([
      "note-role-guardian",
      "note-bell-facilitator",
      "note-bell-longer",
      "note-silence-ended",
      "note-bell-guardian",
    ]);
    expect(viewOf(seen).snapshot.silence).toMatchObject({ kind: "bell", by: 2, left: 20 });
  });

  it("is longer by a second ring, unless it has no end", () => {
    const longer = happen(happen(seenAfter({}), bell(1)), { type: "silence_extended", seconds: 20 });
    expect(viewOf(longer).snapshot.silence?.left).toBe(40);
    const open = happen(seenAfter({}), { type: "silence_began", kind: "silence", by: 1, seconds: null, intention: "For the absent." });
    expect(viewOf(happen(open, { type: "silence_extended", seconds: 20 })).snapshot.silence?.left).toBeNull();
    expect(viewOf(open).rows.at(-1)).toMatchObject({ note: "note-silence-intention", words: "For the absent." });
  });

  it("that was replayed after a lost line is no longer than it still is", () => {
    const replayed = happen(seenAfter({}), { type: "silence_began", kind: "silence", by: 1, seconds: 300, intention: "For the absent." });
    const told = (left: number | null, seen = replayed) => foldFrame(seen, { frame: "hint", hint: { type: "silence_left", left } });
    expect(viewOf(told(40)).snapshot.silence).toMatchObject({ left: 40, seconds: 300, intention: "For the absent." });
    expect(viewOf(told(40, seenAfter({}))).snapshot.silence).toBeNull();
  });

  it("answers whoever asked for the bell; until then it can be put away", () => {
    const asked = card(seenAfter({ you: HOST }), { type: "bell_asked_for" });
    expect(viewOf(asked).bellAsked).toBe(true);
    expect(viewOf(bellPutAway(asked)).bellAsked).toBe(false);
    expect(viewOf(happen(asked, bell(2))).bellAsked).toBe(false);
  });
});

describe("two facilitators", () => {
  const moved = { type: "turn_ended", turn: 5, seat: 3, how: "moved_on", again: false, spoke: true, by: 2 } as const;
  const both = [HOST, { ...FOX, role: "facilitator" }, WREN] as const;
  const by = (start: Parameters<typeof seenAfter>[0]) => viewOf(happen(seenAfter(start), moved)).rows.at(-1);

  it("see which of them it was; nobody else has a name to look at", () => {
    expect(by({ you: HOST, people: both })).toMatchObject({ note: "note-moved-on", by: { seat: 2 } });
    expect(by({ people: both })).not.toHaveProperty("by");
    expect(by({ you: HOST, people: [HOST, FOX, WREN] })).not.toHaveProperty("by");
  });
});

describe("roles", () => {
  it("an offer stands until it is answered or over", () => {
    const offered = card(seenAfter({}), { type: "role_offered", role: "guardian", by: 1, seconds: 60 });
    const mine = (seen: typeof offered) => viewOf(seen).snapshot.mine.role_offer;
    expect(mine(offered)).toEqual({ role: "guardian", by: 1, seconds: 60 });
    const again = card(offered, { type: "role_offered", role: "lead", by: 2, seconds: 60 });
    expect(mine(again)).toEqual({ role: "lead", by: 2, seconds: 60 });
    expect(mine(card(again, { type: "role_offer_over" }))).toBeNull();
  });

  it("a fresh view brings what belongs to the new role, and no line about a gap", () => {
    let seen = happen(seenAfter({}, said(2, "a", "Hello.")), { type: "role_changed", seat: 3, role: "facilitator" });
    seen = foldFrame(seen, snapshotFrame(roomSnapshot({ number: 12, you: { ...viewOf(seen).snapshot.you } })));
    expect(log(viewOf(seen))).toEqual(["Hello.", "note-role-facilitator"]);
  });

  it("facilitation passes on, and a place that is empty leads no more", () => {
    const led = happen(seenAfter({}), { type: "lead_changed", seat: 2, lost: false });
    expect(viewOf(led).snapshot.lead).toBe(2);
    expect(viewOf(happen(led, { type: "went_out", seat: 2 })).snapshot.lead).toBeNull();
    expect(log(viewOf(led))).toEqual(["note-lead"]);
  });

  it("words aside stand in the log of facilitators, once", () => {
    const told: Card = { type: "said_aside", seat: 1, command: id("x"), text: "Shall we pause?" };
    const seen = card(card(seenAfter({ you: HOST }), told), told);
    expect(log(viewOf(seen))).toEqual(["(Shall we pause?)"]);
    expect(viewOf(seen).rows[0]).toMatchObject({ kind: "aside", mine: true });
  });

  it("a no, and what was heard, are told kindly", () => {
    expect(viewOf(card(seenAfter({}), { type: "role_declined", seat: 2 })).nudge).toBe("role_declined");
    expect(viewOf(card(seenAfter({}), { type: "wish_heard", kind: "concern" })).nudge).toBe("wish_heard");
  });
});

describe("nobody holds the room", () => {
  it("waits, tells the closing, and goes on when a facilitator is back", () => {
    let seen = happen(seenAfter({}), { type: "unheld" });
    seen = happen(seen, { type: "closing_soon", seconds: 300 });
    expect(viewOf(seen)).toMatchObject({ closing: true, snapshot: { unheld: true } });
    expect(viewOf(seen).rows.at(-1)).toMatchObject({ note: "note-closing-soon", minutes: 5 });
    seen = happen(seen, { type: "held_again", seat: 1 });
    expect(viewOf(seen)).toMatchObject({ closing: false, snapshot: { unheld: false } });
  });
});

describe("time", () => {
  const turn = { turn: 5, seat: 2, stage: "taken", waiting: false, spoke: false, interjected: false, help: "listen", heard: null } as const;
  const end: Card = { type: "come_to_an_end", turn: 5 };

  it("over is told to the holder as theirs and to facilitators as somebody's, until more is given or the turn ends", () => {
    expect(viewOf(card(seenAfter({ turn, you: FOX }), end)).nudge).toBe("come_to_an_end");
    const theirs = card(seenAfter({ turn, you: HOST }), end);
    expect(viewOf(theirs).nudge).toBe("their_time");
    const given = happen(theirs, { type: "time_given", turn: 5, seconds: 120, by: 1 });
    expect(viewOf(given).nudge).toBeNull();
    expect(log(viewOf(given))).toEqual(["note-time-given"]);
    expect(viewOf(happen(theirs, { type: "turn_ended", turn: 5, seat: 2, how: "done", spoke: true, again: false, by: null })).nudge).toBeNull();
    expect(viewOf(card(seenAfter({ turn: { ...turn, turn: 6 }, you: HOST }), end)).nudge).toBeNull();
  });
});

describe("the list of hands", () => {
  it("a hand goes where the room puts it", () => {
    const raised = happen(seenAfter({ hands: [hand(2), hand(4)] }), { type: "hand_raised", seat: 3, kind: "direct_response", place: 0 });
    expect(viewOf(raised).snapshot.hands).toEqual([hand(3, "direct_response"), hand(2), hand(4)]);
  });

  it("closing, the last word, clearing and lowering are told without pointing at anybody but the last speaker", () => {
    const closed = (last_word: number | null, is = true): RoomEvent => ({ type: "list_closed", closed: is, last_word, by: 1 });
    const changed = (why: "cleared" | "lowered_by_facilitator" | "lowered"): RoomEvent => ({ type: "hands_changed", hands: [], why, by: 1 });
    const events = [closed(null), closed(null, false), closed(2), changed("cleared"), changed("lowered_by_facilitator"), changed("lowered")];
    const seen = events.reduce(happen, seenAfter({}));
    expect(log(viewOf(seen))).toEqual([
      "note-list-closed",
      "note-list-open",
      "note-last-word",
      "note-hands-cleared",
      "note-hand-lowered",
    ]);
    expect(viewOf(seen).rows[4]).toMatchObject({ people: [] });
  });

  it("wishes are kept for facilitators, one of a kind each, until they are heard", () => {
    const wish = (note: string | null): Card => ({ type: "wished", wish: { seat: 2, kind: "process", note } });
    const wished = card(card(seenAfter({ you: HOST }), wish(null)), wish("A break?"));
    expect(viewOf(wished).snapshot.mine.wishes).toEqual([{ seat: 2, kind: "process", note: "A break?" }]);
    expect(viewOf(card(wished, { type: "wish_settled", seat: 2, kind: "process" })).snapshot.mine.wishes).toEqual([]);
  });
});

describe("in the open", () => {
  const changed = (change: Partial<typeof SETTINGS>): RoomEvent => ({ type: "settings_changed", settings: { ...SETTINGS, ...change }, by: 1 });

  it("what was changed is said, each thing in its own line", () => {
    const seen = happen(seenAfter({}), changed({ slow_seconds: 30, hands_order: "quieter_first", hands_shown: "positions" }));
    expect(log(viewOf(seen))).toEqual(["note-slow", "note-quieter-first", "note-positions"]);
    expect(viewOf(seen).rows[0]).toMatchObject({ count: 30 });
    expect(new Set(viewOf(seen).rows.map((row) => row.key)).size).toBe(3);
    expect(log(viewOf(happen(seen, changed({ auto_next: true }))))).toContain("note-slow-off");
    expect(log(viewOf(happen(seenAfter({}), changed({ auto_next: true }))))).toEqual(["note-settings"]);
  });

  it("time, order and newcomers are said as they are from now on", () => {
    const minutes = (change: Partial<typeof SETTINGS>) => viewOf(happen(seenAfter({}), changed(change))).rows.map((row) => (row.kind === "note" ? [row.note, row.minutes] : []));
    expect(minutes({ soft_seconds: 300 })).toEqual([["note-time", 5]]);
    expect(minutes({ soft_seconds: 300, hard_seconds: 360 })).toEqual([["note-time-firm", 6]]);
    const timed = happen(seenAfter({}), changed({ soft_seconds: 300 }));
    expect(log(viewOf(happen(timed, changed({}))))).toEqual(["note-time", "note-time-open"]);
    expect(log(viewOf(happen(seenAfter({}), changed({ round_repeats: true, late_policy: "locked" }))))).toEqual(["note-repeats", "note-late-locked"]);
    // How the order was made is told with the round itself.
    expect(log(viewOf(happen(seenAfter({}), changed({ round_order: "coming_in" }))))).toEqual([]);
    const round = (drawn: "lot" | "coming_in" | "named"): RoomEvent => ({ type: "round_started", span: 2, prompt: "", order: [2, 3], by: 1, drawn });
    expect(log(viewOf([round("lot"), round("coming_in"), round("named")].reduce(happen, seenAfter({}))))).toEqual([
      "note-round-started",
      "note-round-started-coming-in",
      "note-round-started-named",
    ]);
  });

  it("an answer carries the first line of what it answers, where that still stands here", () => {
    const answer = (to: string): RoomEvent => ({ ...(said(4, `to ${to}`, "Yes.") as Extract<RoomEvent, { type: "said" }>), reply_to: id(to) });
    const view = viewOf(seenAfter({}, said(2, "a", "\nHow is the garden?\nAnd you?"), answer("a"), answer("gone")));
    expect(view.rows[1]).toMatchObject({ answers: { who: FOX, line: "How is the garden?" } });
    expect(view.rows[2]).toMatchObject({ answers: { who: null, line: "" } });
  });
});
