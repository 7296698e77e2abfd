/** The examples by name: one place each, as a circle would show it. Also the data of the tests that walk all screens. */
import type { LineState, Place } from "../connection/api";
import type { DeskReply, DoorReply, PairingReply } from "../protocol/generated";
import { RUN_SHEETS } from "../room/run_sheets";
import { words as said } from "../room/testing/pictures";
import { AGREEMENT, aRound, aside, aView, EVENING, FACILITATOR, FERN, FOX, hand, HERON, LISTENER, MINE, note, OTTER, PEOPLE, SETTINGS, turnOf, words, WREN } from "./rooms";

export interface Example {
  readonly place: Place;
  readonly line?: LineState;
  readonly draft?: string;
  readonly invitation?: string | null;
  readonly pairing?: PairingReply | null;
}

const LINK = "https://circle.example/#calm-harbour-seven-lanterns-under-snow";

const door = (change: Partial<DoorReply> = {}): Place => ({
  at: "door",
  door: {
    type: "door",
    open: true,
    level: "knock",
    group: "Tuesday circle",
    run_by: "Harbour House",
    agreement: AGREEMENT,
    crisis_policy: "signpost",
    draw: 7,
    name: WREN.name,
    mark: WREN.mark,
    redraws_left: 5,
    ...change,
  },
});

const GROUPS: DeskReply["groups"] = [
  { group: "a", name: "Tuesday circle", mode: "round", door: "knock", open: true, invitation: "calm-harbour-seven", invited: true },
  { group: "b", name: "Hearing voices, first Friday", mode: "raised_hands", door: "knock", open: false, invitation: null, invited: true },
  { group: "c", name: "Gruppe für Angehörige", mode: "open_floor", door: "open", open: false, invitation: null, invited: false },
];
const desk = (groups: DeskReply["groups"], change: Partial<DeskReply> = {}): Place => ({
  at: "desk",
  desk: { type: "desk", session: "", devices: 1, link: null, groups, ...change },
});
const pairing = (change: Partial<PairingReply>): PairingReply => ({
  type: "pairing",
  group: "a",
  code: "quiet-otter-misty-cedar-opal-lake",
  seconds: 870,
  state: "shown",
  asker: null,
  ...change,
});
const asker = { asker: 1, name: WREN.name };
const beside = (asked: DoorReply["name"] | null): Place => ({
  at: "co_facilitator_door",
  asked,
  door: {
    type: "co_facilitator_door",
    group: "Tuesday circle",
    run_by: "Harbour House",
    agreement: AGREEMENT,
    crisis_policy: "signpost",
    draw: 7,
    name: WREN.name,
    mark: WREN.mark,
    redraws_left: 5,
  },
});

const room = (...given: Parameters<typeof aView>): Place => ({ at: "room", view: aView(...given) });
const inRound = { mode: "round", span: 2, prompt: "One thing that helped this week." } as const;
const refused = (code: "invitation_used" | "our_mistake") => ({ code, arguments: { seconds: null, most: null } });
const waiting = (noticed: boolean, underWay = false): Place => ({
  at: "waiting",
  view: {
    snapshot: {
      state: "waiting",
      epoch: "AAAAAAAAAAA",
      card: 0,
      group: "Tuesday circle",
      run_by: "Harbour House",
      agreement: AGREEMENT,
      crisis_policy: "peer_held",
      you: WREN,
      noticed,
      round_under_way: underWay,
    },
  },
});
const after = (why: Extract<Place, { at: "after" }>["why"], desk = false): Place => ({ at: "after", why, desk });
const held = { you: FACILITATOR } as const;
const together = { settings: { ...SETTINGS, held_by: "members" as const }, lead: null, people: PEOPLE.slice(1) };
const knocks = [
  { person: { ...OTTER, seat: 11 }, line: "It is my first time. I may only listen." },
  { person: { ...HERON, seat: 12, listening: true }, line: null },
];
const mine = MINE;
const bell = { kind: "bell", by: 1, seconds: 20, left: 20, intention: "" } as const;
const silence = (intention: string) => ({ kind: "silence", by: 1, seconds: 300, left: 300, intention }) as const;
const wishes = [
  { seat: 4, kind: "process", note: "Could we have a short break?" },
  { seat: 7, kind: "concern", note: null },
] as const;
const many = Array.from({ length: 24 }, (_, index) => ({
  ...FOX,
  seat: 20 + index,
  name: { first: index * 2, second: index },
  mark: { shape: (["round", "square", "diamond", "drop"] as const)[index % 4] ?? "round", colour: index % 5 },
}));

export const EXAMPLES: Readonly<Record<string, Example>> = {
  front: { place: { at: "front" } },
  looking: { place: { at: "looking" } },
  "no-door-used": { place: { at: "no_door", refusal: refused("invitation_used") } },
  "no-door-mistake": { place: { at: "no_door", refusal: refused("our_mistake") } },
  door: { place: door() },
  "door-open": { place: door({ level: "open", crisis_policy: "host_escalation", redraws_left: 2 }) },
  "door-last-name": { place: door({ redraws_left: 0, agreement: { version: 1, lines: [] } }) },
  "door-not-open": { place: door({ open: false }) },
  "door-locked": { place: door({ level: "locked" }) },
  waiting: { place: waiting(false) },
  "waiting-noticed": { place: waiting(true) },
  "waiting-round": { place: waiting(false, true) },
  "facilitator-first": { place: { at: "facilitator_door", door: { type: "facilitator_door", first_time: true, run_by: "Harbour House" } } },
  facilitator: { place: { at: "facilitator_door", door: { type: "facilitator_door", first_time: false, run_by: "Harbour House" } } },
  "host-door": { place: { at: "host_door" } },
  "trial-door": { place: { at: "trial_door" } },
  "host-desk": {
    place: {
      at: "host_desk",
      desk: {
        type: "host_desk",
        session: "",
        link: "calm-harbour-seven-lanterns-under-snow",
        facilitators: [
          { facilitator: "a", label: "Tuesday evenings", has_passphrase: true },
          { facilitator: "b", label: "M., Fridays", has_passphrase: false },
        ],
      },
    },
  },
  "facilitator-device": { place: { at: "device_door", door: { type: "device_door", run_by: "Harbour House" } } },
  "facilitator-paired": { place: beside(null) },
  "facilitator-paired-asks": { place: beside(WREN.name) },
  "desk-empty": { place: desk([], { devices: 0 }) },
  desk: { place: desk(GROUPS) },
  "desk-devices": { place: desk(GROUPS, { devices: 3 }) },
  "desk-devices-full": { place: desk(GROUPS, { devices: 8 }) },
  "desk-paired": { place: desk(GROUPS, { devices: 2, link: "a-link-that-belongs-to-this-device" }) },
  "desk-pairing-device": { place: desk(GROUPS), pairing: pairing({ group: null }) },
  "desk-pairing-device-done": { place: desk(GROUPS), pairing: pairing({ group: null, state: "paired" }) },
  "desk-pairing": { place: desk(GROUPS), pairing: pairing({}) },
  "desk-pairing-last-minute": { place: desk(GROUPS), pairing: pairing({ seconds: 40 }) },
  "desk-pairing-asked": { place: desk(GROUPS), pairing: pairing({ state: "asked", asker }) },
  "desk-pairing-asked-again": { place: desk(GROUPS), pairing: pairing({ state: "asked", asker: { ...asker, asker: 2 } }) },
  "desk-pairing-allowed": { place: desk(GROUPS), pairing: pairing({ state: "allowed", asker }) },
  "desk-pairing-done": { place: desk(GROUPS), pairing: pairing({ state: "paired", asker }) },
  "desk-pairing-ended": { place: desk(GROUPS), pairing: pairing({ state: "ended", seconds: 0 }) },
  ready: { place: { at: "ready", group: "a", name: "Tuesday circle", link: LINK } },
  "room-open": { place: room() },
  "room-empty": { place: room({}, { rows: [] }) },
  "room-listening": { place: room({ you: { ...WREN, listening: true } }) },
  "room-hands": { place: room({ mode: "raised_hands" }) },
  "room-hand-up": { place: room({ mode: "raised_hands", turn: turnOf(2), hands: [hand(4), hand(3)] }) },
  "room-no-round": { place: room({ mode: "round" }) },
  "room-third": { place: room({ ...inRound, turn: turnOf(2), round: aRound() }), draft: "I wanted to say" },
  "room-later": { place: room({ ...inRound, turn: turnOf(2), round: aRound({ to_come: [4, 1], later: [3] }), awaited_mode: "open_floor" }) },
  "room-waits": { place: room({ ...inRound, turn: turnOf(2, "taken", true), round: aRound(), away: [2] }) },
  "room-offered": { place: room({ ...inRound, turn: turnOf(3, "offered"), round: aRound({ to_come: [4, 1] }) }, { nudge: "take_your_time" }) },
  "room-mine": { place: room({ ...inRound, turn: turnOf(3), round: aRound({ to_come: [4, 1] }) }), draft: "I wanted to say that I slept well on Sunday, for the first time." },
  "room-mine-spoken": {
    place: room(
      { ...inRound, turn: turnOf(3), round: aRound({ to_come: [4, 1] }), said: [said(9, 3, "z", "I slept well.", 5)] },
      { rows: [...EVENING, words("z", WREN, "I slept well on Sunday."), words("y", WREN, "For the first time in weeks.", true)] },
    ),
  },
  "room-second-offer": {
    place: room({ ...inRound, round: aRound({ to_come: [], passed: [3, 7], shared: 4, second_offer: true }) }, { rows: [...EVENING, note("n9", "note-second-offer")] }),
  },
  "room-moved-on": { place: room({ ...inRound, turn: turnOf(2), round: aRound({ to_come: [1], later: [3] }) }, { nudge: "moved_on_again" }), draft: "I am still looking for words" },
  "room-lost": { place: room({ ...inRound, turn: turnOf(3), round: aRound({ to_come: [1] }) }, { rows: [...EVENING, words("z", WREN, "Are you still there?", true)] }), line: "lost" },
  "room-two-places": { place: room({ survives_restart: false }, { places: 2 }) },
  "room-many": { place: room({ ...inRound, people: [...PEOPLE, ...many], turn: turnOf(30), round: aRound({ to_come: [31, 32, 3, 33] }) }) },
  "room-bell": { place: room({ ...inRound, turn: turnOf(3), round: aRound({ to_come: [4, 1] }), silence: bell }), draft: "I wanted to say" },
  "room-silence": { place: room({ mode: "raised_hands", silence: silence("For those who could not be here."), mine: { ...mine, hand_waits: true } }) },
  "room-silence-open": { place: room({ silence: { ...silence(""), seconds: null, left: null } }) },
  "room-unheld": { place: room({ mode: "raised_hands", unheld: true, away: [1], hands: [hand(3)] }, { rows: [...EVENING, note("u", "note-unheld")] }) },
  "room-unheld-open": { place: room({ unheld: true, away: [1] }, { rows: [...EVENING, note("u", "note-unheld")], closing: true }) },
  "room-list-closed": { place: room({ mode: "raised_hands", list_closed: true, turn: turnOf(2) }) },
  "room-last-word": { place: room({ mode: "raised_hands", list_closed: true, last_word: 2, turn: turnOf(2) }, { rows: [...EVENING, note("l", "note-last-word", [FOX])] }) },
  "room-positions": {
    place: room({ mode: "raised_hands", turn: turnOf(2), hands: [hand(4, "direct_response"), hand(7), hand(3)], settings: { ...SETTINGS, hands_shown: "positions" } }),
  },
  "room-replying": { place: room({ mode: "raised_hands", turn: turnOf(2), hands: [hand(3, "direct_response"), hand(4)] }) },
  "room-slow": {
    place: room(
      { settings: { ...SETTINGS, slow_seconds: 30 } },
      { rows: [...EVENING, note("s", "note-slow", [], { count: 30 }), words("f", OTTER, "Which sister? The one in the mountains?", false, { answers: { who: FOX, line: "I called my sister. We had not spoken since spring." } })] },
    ),
  },
  "room-air": { place: room({ shares: 7, mine: { ...mine, shares: 2 } }) },
  "room-between": { place: room({ ...inRound, turn: turnOf(2), round: aRound() }, { rows: [...EVENING, words("i", FACILITATOR, "Take your time, Amber Fox.", false, { interjection: true })] }) },
  "room-asked-guardian": { place: room({ ...inRound, turn: turnOf(2), round: aRound(), mine: { ...mine, role_offer: { role: "guardian", by: 1, seconds: 60 } } }) },
  "room-asked-facilitator": { place: room({ mine: { ...mine, role_offer: { role: "facilitator", by: 1, seconds: 60 } } }) },
  "room-asked-lead": { place: room({ mine: { ...mine, role_offer: { role: "lead", by: 1, seconds: 60 } } }) },
  "room-guardian-asked": { place: room({ you: { ...WREN, role: "guardian" }, ...inRound, turn: turnOf(2), round: aRound() }, { bellAsked: true }) },
  "room-warm": { place: room({ ...inRound, turn: turnOf(2), round: aRound(), warmth: { turn: 5, level: "some", signals: ["with_you"] } }) },
  "room-mine-warm": { place: room({ ...inRound, turn: turnOf(3), round: aRound({ to_come: [4, 1] }), warmth: { turn: 5, level: "many", signals: ["with_you", "thank_you"] } }) },
  "room-share-mine": { place: room({ mode: "share_and_respond", turn: turnOf(3, "taken", false, { help: "ideas", spoke: true }), mine: { ...mine, help: "ideas" } }), draft: "What I would like to know" },
  "room-share-listen": { place: room({ mode: "share_and_respond", turn: turnOf(2, "responding") }) },
  "room-share-ideas": { place: room({ mode: "share_and_respond", turn: turnOf(2, "responding", false, { help: "ideas" }) }, { rows: [...EVENING, words("r", OTTER, "Only if it helped you: I put the phone in the kitchen at ten.", false, { response: "reply" })] }) },
  "room-share-replied": { place: room({ mode: "share_and_respond", turn: turnOf(2, "responding", false, { help: "similar" }), mine: { ...mine, replied: true } }) },
  "room-share-granted": { place: room({ mode: "share_and_respond", turn: turnOf(2, "responding"), mine: { ...mine, ask: { kind: "idea", granted: true } } }) },
  "room-share-asked": { place: room({ mode: "share_and_respond", turn: turnOf(2, "responding"), mine: { ...mine, ask: { kind: "what_i_heard", granted: false } } }) },
  "room-share-for-me": { place: room({ mode: "share_and_respond", turn: turnOf(3, "responding"), mine: { ...mine, asks: [{ ask: 1, kind: "idea" }] } }) },
  "room-share-heard": {
    place: room(
      { mode: "share_and_respond", turn: turnOf(3, "responding", false, { heard: "said" }) },
      { rows: [...EVENING, words("h", HERON, "I heard that Sunday was the first good day in a while.", false, { response: "what_i_heard" })] },
    ),
  },
  "room-share-silence": { place: room({ mode: "share_and_respond", turn: turnOf(2, "responding", false, { help: "silence" }) }) },
  "room-passing-centre": { place: room({ mode: "passing" }) },
  "room-passing-reach": { place: room({ mode: "passing", settings: { ...SETTINGS, take_from_centre: true } }) },
  "room-passing-offered": { place: room({ mode: "passing", turn: turnOf(3, "offered"), hands: [hand(4), hand(7)] }, { rows: [...EVENING, note("p", "note-passed-on", [FOX, WREN])] }) },
  "room-passing-mine": { place: room({ mode: "passing", turn: turnOf(3, "choosing"), hands: [hand(4)], settings: { ...SETTINGS, choose_among: "anybody" }, held: [2] }) },
  "room-passing-chooses": { place: room({ mode: "passing", turn: turnOf(2, "choosing") }) },
  "room-phases": { place: room({ mode: "round", phases: RUN_SHEETS.support_circle, phase: 1, turn: turnOf(2), round: aRound() }, { rows: [...EVENING, note("ph", "note-phase-check_in")] }) },
  "held-phases": { place: room({ ...held, mode: "round", phases: RUN_SHEETS.support_circle, phase: 1 }, { nudge: "phase_time_over" }) },
  "held-responding": { place: room({ ...held, mode: "share_and_respond", turn: turnOf(2, "responding", false, { help: "questions" }), hands: [hand(7)] }) },
  "room-no-sign": { place: room({}, { nudge: "nobody_lit" }) },
  "room-coming-to-an-end": { place: room({ ...inRound, turn: turnOf(3), round: aRound({ to_come: [4, 1] }) }, { nudge: "come_to_an_end" }) },
  "room-heard": { place: room({}, { nudge: "wish_heard" }) },
  "room-together-start": { place: room({ ...together, mode: "round", mine: { ...mine, knocks } }) },
  "room-together-round": { place: room({ ...together, ...inRound, turn: turnOf(2), round: aRound({ to_come: [4, 3] }) }, { bellAsked: true }) },
  "room-together-hands": { place: room({ ...together, mode: "raised_hands", hands: [hand(4)], turn: turnOf(2) }) },
  "held-timed": {
    place: room(
      { ...held, ...inRound, turn: turnOf(2), round: aRound(), settings: { ...SETTINGS, soft_seconds: 300, hard_seconds: 360 } },
      { nudge: "their_time", rows: [...EVENING, note("t", "note-time-firm", [], { minutes: 6 })] },
    ),
  },
  "room-self-held": { place: room({ settings: { ...SETTINGS, held_by: "members" }, lead: null, people: PEOPLE.slice(1) }) },
  "held-together": {
    place: room(
      {
        ...held,
        mode: "raised_hands",
        turn: turnOf(2),
        people: PEOPLE.map((person) => (person.seat === 6 ? { ...person, role: "facilitator" as const } : person)),
        hands: [hand(7), hand(4)],
        mine: { ...mine, wishes, not_heard: [3, 4], hand_notes: [{ seat: 7, kind: "share", note: "I need to go at nine." }] },
      },
      { rows: [...EVENING, aside("as", { ...HERON, role: "facilitator" }, "Shall I look after the door?")], bellAsked: true, nudge: "role_declined" },
    ),
  },
  "held-silence": { place: room({ ...held, silence: silence("For those who could not be here.") }) },
  "held-start": { place: room({ ...held, mode: "round", mine: { ...mine, knocks } }), invitation: LINK },
  "held-round": {
    place: room({ ...held, ...inRound, turn: turnOf(2), round: aRound(), mine: { ...mine, hand_notes: [{ seat: 7, kind: "share", note: "I need to go at nine." }] } }, { quietTurn: 5 }),
    invitation: LINK,
  },
  "held-hands": { place: room({ ...held, mode: "raised_hands", hands: [hand(7), hand(4)], mine: { ...mine, hand_notes: [{ seat: 7, kind: "share", note: "I need to go at nine." }] } }) },
  "held-open": { place: room({ ...held, people: [FACILITATOR, FERN, LISTENER] }), invitation: LINK },
  "after-left": { place: after("left") },
  "after-closed": { place: after("meeting_closed", true) },
  "after-declined": { place: after("declined") },
  "after-ended": { place: after("seat_ended") },
  "after-elsewhere": { place: after("open_elsewhere") },
};
