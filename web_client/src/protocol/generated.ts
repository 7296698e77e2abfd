/**
 * What client and server say to each other. Made by `npm run generate` from protocol/schema.json:
 * change the models in protocol/, never this file.
 */
export type ClientFrame =
  | Hello
  | Look
  | DrawName
  | Knock
  | AskToFacilitate
  | PairDevice
  | Resume
  | Ping
  | OpenHostDesk
  | OpenTrialDesk
  | MakeFacilitator
  | RemoveFacilitator
  | ChoosePassphrase
  | SignIn
  | ReturnToDesk
  | LeaveDesk
  | StartGroup
  | PrepareMeeting
  | RemoveGroup
  | EnterAsFacilitator
  | OfferPairing
  | LookAtPairing
  | AnswerPairing
  | EndPairing
  | OnlyThisDevice
  | Leave
  | Say
  | Take
  | PassPiece
  | Later
  | Done
  | OneMinute
  | PassMe
  | UseSecondOffer
  | RaiseHand
  | LowerHand
  | Listen
  | GiveBack
  | ChangeKey
  | RingBell
  | AskForBell
  | Admit
  | AdmitAll
  | Decline
  | SetDoor
  | SetMode
  | StartRound
  | OfferPiece
  | MoveOn
  | LowerHandOf
  | RenewInvitation
  | BeginSilence
  | EndSilence
  | CloseMeeting
  | AnswerRole
  | LayDownRole
  | OfferRole
  | SayAside
  | ChangeSettings
  | SettleWish
  | CloseList
  | LastWord
  | ClearHands
  | GiveTime
  | Light
  | QuietForMe
  | TakeLeadBack
  | ChooseHelp
  | AskSharer
  | AnswerAsk
  | AnswerHeard
  | PassTo
  | TakeFromCentre
  | SetRunSheet
  | BeginPhase;
export type ServerFrame =
  Welcome | Accepted | Refused | Advised | Held | HappenedFrame | CardFrame | HintFrame | SnapshotFrame | Goodbye;

export interface Frames {
  readonly client: ClientFrame;
  readonly server: ServerFrame;
}
/**
 * The first frame of a connection, within five seconds.
 */
export interface Hello {
  readonly type: "hello";
  readonly version: number;
  readonly language: string;
  readonly client: string;
}
/**
 * See what a link opens, as often as one likes. Uses nothing up.
 */
export interface Look {
  readonly id: string;
  readonly type: "look";
  readonly link: string;
}
/**
 * Ask for another name for tonight, before coming in; at most five times.
 */
export interface DrawName {
  readonly id: string;
  readonly type: "draw_name";
  readonly link: string;
}
/**
 * Come in, or wait to be let in. The client makes the seat's key, so that a lost reply loses no seat.
 */
export interface Knock {
  readonly id: string;
  readonly type: "knock";
  readonly link: string;
  readonly key: string;
  readonly draw: number;
  readonly listening: boolean;
  readonly agreement: number;
  readonly line: string | null;
}
/**
 * By a code for one circle: ask to come in as a facilitator. Asked again, with the same key, until answered.
 */
export interface AskToFacilitate {
  readonly id: string;
  readonly type: "ask_to_facilitate";
  readonly link: string;
  readonly key: string;
  readonly draw: number;
}
/**
 * On the other device: the code and my passphrase open my desk, and this device gets a link of its own.
 */
export interface PairDevice {
  readonly id: string;
  readonly type: "pair_device";
  readonly link: string;
  readonly passphrase: string;
}
/**
 * Come back to one's seat. `epoch`, `number` and `card` say what the client has already seen.
 */
export interface Resume {
  readonly id: string;
  readonly type: "resume";
  readonly key: string;
  readonly epoch: string | null;
  readonly number: number;
  readonly card: number;
}
/**
 * Is the line alive? Accepted at once, from everywhere; changes nothing.
 */
export interface Ping {
  readonly id: string;
  readonly type: "ping";
}
/**
 * Use the one-time host link from the terminal.
 */
export interface OpenHostDesk {
  readonly id: string;
  readonly type: "open_host_desk";
  readonly link: string;
}
/**
 * Use the one-time link to the first room that `talking-piece start` makes.
 */
export interface OpenTrialDesk {
  readonly id: string;
  readonly type: "open_trial_desk";
  readonly link: string;
}
/**
 * Host: make a link for somebody who shall hold circles here. `label` is a word to tell them apart.
 */
export interface MakeFacilitator {
  readonly id: string;
  readonly type: "make_facilitator";
  readonly label: string;
}
/**
 * Host: a facilitator's link, passphrase and sessions stop working at once.
 */
export interface RemoveFacilitator {
  readonly id: string;
  readonly type: "remove_facilitator";
  readonly facilitator: string;
}
/**
 * A facilitator's first visit: the passphrase that will belong to this link.
 */
export interface ChoosePassphrase {
  readonly id: string;
  readonly type: "choose_passphrase";
  readonly link: string;
  readonly passphrase: string;
}
/**
 * A facilitator comes back: link and passphrase.
 */
export interface SignIn {
  readonly id: string;
  readonly type: "sign_in";
  readonly link: string;
  readonly passphrase: string;
}
/**
 * The same tab after a reload or a lost connection: the session of the desk is taken up again.
 */
export interface ReturnToDesk {
  readonly id: string;
  readonly type: "return_to_desk";
  readonly session: string;
}
/**
 * The session of the desk ends now.
 */
export interface LeaveDesk {
  readonly id: string;
  readonly type: "leave_desk";
}
/**
 * Make a group and its first invitation. Nobody is inside yet, so the link can be shared days before.
 *
 * `held_by` holds for each of its meetings; without it, as the server usually does.
 */
export interface StartGroup {
  readonly id: string;
  readonly type: "start_group";
  readonly name: string;
  readonly mode: "open_floor" | "raised_hands" | "round" | "share_and_respond" | "passing";
  readonly door: "open" | "knock" | "locked";
  /**
   * @maxItems 12
   */
  readonly agreement: readonly string[];
  readonly held_by?: ("facilitators" | "members") | null;
}
/**
 * A new invitation to the next meeting of a group that is closed now. An older one stops working.
 */
export interface PrepareMeeting {
  readonly id: string;
  readonly type: "prepare_meeting";
  readonly group: string;
}
/**
 * Forget a group: its name, agreement and invitation. Refused while a meeting is open.
 */
export interface RemoveGroup {
  readonly id: string;
  readonly type: "remove_group";
  readonly group: string;
}
/**
 * Take one's seat in one's own group, with the facilitator's powers; opens the meeting if nobody has yet.
 *
 * Where the members hold the group nobody is above anyone: one sits there as everybody does.
 */
export interface EnterAsFacilitator {
  readonly id: string;
  readonly type: "enter_as_facilitator";
  readonly group: string;
  readonly key: string;
}
/**
 * At the desk: a code in words for another device of mine; with `group`, for somebody who shall facilitate its
 * open circle with me. It replaces the one shown before.
 */
export interface OfferPairing {
  readonly id: string;
  readonly type: "offer_pairing";
  readonly group: string | null;
}
/**
 * At the desk: how far the pairing is. Asked every few seconds while the code is on the screen.
 */
export interface LookAtPairing {
  readonly id: string;
  readonly type: "look_at_pairing";
}
/**
 * At the desk: yes or no to the one who wishes to facilitate with me. A no ends the code.
 */
export interface AnswerPairing {
  readonly id: string;
  readonly type: "answer_pairing";
  readonly asker: number;
  readonly accept: boolean;
}
/**
 * At the desk: the code is put away and opens nothing more.
 */
export interface EndPairing {
  readonly id: string;
  readonly type: "end_pairing";
}
/**
 * At the desk: the links and desks of my other devices stop working at once, the first link included.
 */
export interface OnlyThisDevice {
  readonly id: string;
  readonly type: "only_this_device";
}
/**
 * Leave for good: the seat ends. Never needs permission.
 */
export interface Leave {
  readonly id: string;
  readonly type: "leave";
}
/**
 * Say something to the room. `turn` names the turn it belongs to, where turns are taken.
 */
export interface Say {
  readonly id: string;
  readonly type: "say";
  readonly turn: number | null;
  readonly text: string;
  readonly reply_to?: string | null;
}
/**
 * Accept the piece that is offered to me.
 */
export interface Take {
  readonly id: string;
  readonly type: "take";
  readonly turn: number;
}
/**
 * Pass: no reason, never a mistake. Before or while holding the piece.
 */
export interface PassPiece {
  readonly id: string;
  readonly type: "pass";
  readonly turn: number;
}
/**
 * Not now: offer me the piece once more, later.
 */
export interface Later {
  readonly id: string;
  readonly type: "later";
  readonly turn: number;
}
/**
 * I have finished my turn.
 */
export interface Done {
  readonly id: string;
  readonly type: "done";
  readonly turn: number;
}
/**
 * I'm here, one minute. As often as needed.
 */
export interface OneMinute {
  readonly id: string;
  readonly type: "one_minute";
  readonly turn: number;
}
/**
 * Pass me this round, said in advance and in private; shown as an ordinary pass when reached.
 */
export interface PassMe {
  readonly id: string;
  readonly type: "pass_me";
  readonly on: boolean;
}
/**
 * I passed, and would like the piece after all.
 */
export interface UseSecondOffer {
  readonly id: string;
  readonly type: "use_second_offer";
}
/**
 * I wish to speak. The note is for facilitators only; so are hands about the process, and concerns.
 */
export interface RaiseHand {
  readonly id: string;
  readonly type: "raise_hand";
  readonly kind?: ("share" | "direct_response") | ("process" | "concern");
  readonly note: string | null;
}
/**
 * I no longer wish to speak. Without a kind: none of my hands.
 */
export interface LowerHand {
  readonly id: string;
  readonly type: "lower_hand";
  readonly kind?: ("share" | "direct_response") | ("process" | "concern") | null;
}
/**
 * Just listen, or take part again.
 */
export interface Listen {
  readonly id: string;
  readonly type: "listen";
  readonly on: boolean;
}
/**
 * After the server restarted: hand back the prompt that this client still has. Checked by its keyed hash.
 */
export interface GiveBack {
  readonly id: string;
  readonly type: "give_back";
  readonly prompt: string;
}
/**
 * My seat is open in two places: close the other. The new key replaces the old.
 */
export interface ChangeKey {
  readonly id: string;
  readonly type: "change_key";
  readonly key: string;
}
/**
 * Guardian or facilitator: a short pause for everybody. Takes nothing from whoever has the piece.
 */
export interface RingBell {
  readonly id: string;
  readonly type: "ring_bell";
}
/**
 * Privately ask for a pause; whoever may ring learns that somebody asked, not who.
 */
export interface AskForBell {
  readonly id: string;
  readonly type: "ask_for_bell";
}
/**
 * Let one person in.
 */
export interface Admit {
  readonly id: string;
  readonly type: "admit";
  readonly seat: number;
}
/**
 * Let everybody in who is waiting.
 */
export interface AdmitAll {
  readonly id: string;
  readonly type: "admit_all";
}
/**
 * Kindly not tonight.
 */
export interface Decline {
  readonly id: string;
  readonly type: "decline";
  readonly seat: number;
}
/**
 * Open the door, let people knock, or lock it.
 */
export interface SetDoor {
  readonly id: string;
  readonly type: "set_door";
  readonly level: "open" | "knock" | "locked";
}
/**
 * How we talk from now on. A mode change during a turn waits for its end, unless `now`.
 */
export interface SetMode {
  readonly id: string;
  readonly type: "set_mode";
  readonly mode: "open_floor" | "raised_hands" | "round" | "share_and_respond" | "passing";
  readonly prompt: string;
  readonly now: boolean;
}
/**
 * Start a round. Its order is the room's choice, unless a facilitator names one; told before the first turn.
 */
export interface StartRound {
  readonly id: string;
  readonly type: "start_round";
  readonly prompt: string;
  readonly order?: readonly number[] | null;
}
/**
 * Raised hands: offer the piece to the first hand, or to somebody named (out of order).
 */
export interface OfferPiece {
  readonly id: string;
  readonly type: "offer_piece";
  readonly seat: number | null;
}
/**
 * Thank and move on: ends this turn without a reason. The holder keeps the draft.
 */
export interface MoveOn {
  readonly id: string;
  readonly type: "move_on";
  readonly turn: number;
}
/**
 * Take somebody's hand from the list; they are told kindly.
 */
export interface LowerHandOf {
  readonly id: string;
  readonly type: "lower_hand_of";
  readonly seat: number;
}
/**
 * A new link for this meeting; the old one stops working for newcomers at once.
 */
export interface RenewInvitation {
  readonly id: string;
  readonly type: "renew_invitation";
}
/**
 * A silence of so many seconds, or until it is ended, with a few words of intention.
 */
export interface BeginSilence {
  readonly id: string;
  readonly type: "begin_silence";
  readonly seconds: number | null;
  readonly intention: string;
}
/**
 * End a bell or a silence now; everything goes on where it was.
 */
export interface EndSilence {
  readonly id: string;
  readonly type: "end_silence";
}
/**
 * The meeting ends for everybody, and its words are gone.
 */
export interface CloseMeeting {
  readonly id: string;
  readonly type: "close_meeting";
}
/**
 * Yes or no to a role that was offered to me.
 */
export interface AnswerRole {
  readonly id: string;
  readonly type: "answer_role";
  readonly accept: boolean;
}
/**
 * I am an ordinary member from now on.
 */
export interface LayDownRole {
  readonly id: string;
  readonly type: "lay_down_role";
}
/**
 * Offer somebody a role; nothing changes until they accept. `lead` hands facilitation over.
 */
export interface OfferRole {
  readonly id: string;
  readonly type: "offer_role";
  readonly seat: number;
  readonly role: "facilitator" | "guardian" | "lead";
}
/**
 * Say something to the other facilitators only.
 */
export interface SayAside {
  readonly id: string;
  readonly type: "say_aside";
  readonly text: string;
}
/**
 * Change the times and choices of this room.
 */
export interface ChangeSettings {
  readonly id: string;
  readonly type: "change_settings";
  readonly settings: RoomSettings;
}
/**
 * The times and choices of one room: in its state, in every snapshot. Defaults come from the server's settings.
 */
export interface RoomSettings {
  /**
   * After so long a person who was offered the piece is privately told that there is no hurry.
   */
  readonly offer_nudge_seconds: number;
  /**
   * After so long facilitators see that an offer is still waiting.
   */
  readonly offer_quiet_seconds: number;
  /**
   * After so long without words the holder is privately told: take your time, or Later, or Pass.
   */
  readonly holder_nudge_seconds: number;
  /**
   * After so long without words facilitators see a quiet mark at the holder.
   */
  readonly holder_quiet_seconds: number;
  /**
   * What "I'm here, one minute" adds, as often as needed.
   */
  readonly one_minute_seconds: number;
  /**
   * How long the piece waits for a holder whose connection is lost.
   */
  readonly holder_grace_seconds: number;
  /**
   * How long a raised hand or a place in the order outlives a lost connection.
   */
  readonly order_grace_seconds: number;
  /**
   * How long a turn usually takes; 0: as long as it takes. Nothing is cut: it is told in words.
   */
  readonly soft_seconds: number;
  /**
   * At which part of that time the holder is quietly told; the facilitator at its end.
   */
  readonly soft_told_percent: number;
  /**
   * After so long a turn ends by itself and the draft is kept; 0: never. One tap gives more time.
   */
  readonly hard_seconds: number;
  /**
   * The order of a round: drawn by lot, or as people came in. Told before the first turn.
   */
  readonly round_order: "lot" | "coming_in";
  /**
   * A round begins again until the piece has gone the whole circle and everybody passed.
   */
  readonly round_repeats: boolean;
  /**
   * After a round, ask those who passed, privately and together, whether they would like the piece.
   */
  readonly second_offer: boolean;
  /**
   * How long that question stays open.
   */
  readonly second_offer_seconds: number;
  /**
   * Whether people may light a gentle signal while somebody shares.
   */
  readonly gentle_signals: boolean;
  /**
   * In groups smaller than this the warmth of gentle signals is shown to the one who shares alone.
   */
  readonly signals_small: number;
  /**
   * The line of hands: as they go up, or quieter voices first (by turns taken tonight, then by time).
   */
  readonly hands_order: "first_come" | "quieter_first";
  /**
   * Whether screens show who has a hand up, or only how many and one's own place.
   */
  readonly hands_shown: "names" | "positions";
  /**
   * How many direct responses may be asked for in one turn.
   */
  readonly direct_responses_most: number;
  /**
   * With raised hands: offer the piece to the next hand without the facilitator's tap.
   */
  readonly auto_next: boolean;
  /**
   * Somebody who comes during a round is added at its end, listens until the next, or waits at the door until it is over.
   */
  readonly late_policy: "at_end" | "listen" | "locked";
  /**
   * In a round, or when the piece is passed on: time to respond after each share.
   */
  readonly respond_after_turns: boolean;
  /**
   * How many replies a share gets; one from each person.
   */
  readonly responses_most: number;
  /**
   * How long there is time to respond, where replies are wished.
   */
  readonly responses_seconds: number;
  /**
   * How long after a share, where just listening or silence is wished; and after the last reply.
   */
  readonly signs_seconds: number;
  /**
   * The time to respond ends so long after the sharer's connection was lost.
   */
  readonly responses_grace_seconds: number;
  /**
   * To whom the piece may be passed: to raised hands, or to anybody who takes part.
   */
  readonly choose_among: "hands" | "anybody";
  /**
   * How long one may choose who is next, before the piece goes back to the centre.
   */
  readonly choose_seconds: number;
  /**
   * When the piece is passed on: whoever reaches for it first may take it from the centre.
   */
  readonly take_from_centre: boolean;
  /**
   * When the time of a phase is over, the next one begins by itself, after the running turn.
   */
  readonly phases_go_on: boolean;
  /**
   * How long the piece rests after a holder left, before it is offered to the next.
   */
  readonly leaving_pause_seconds: number;
  /**
   * Others see that somebody left or lost connection after at least this.
   */
  readonly fade_least_seconds: number;
  /**
   * And after at most this; the moment between is drawn by lot.
   */
  readonly fade_most_seconds: number;
  /**
   * After so long the one waiting is told that a facilitator has seen the knock.
   */
  readonly knock_noticed_seconds: number;
  /**
   * Who holds the room. `members`: on purpose nobody is above anyone; any two ring the bell, and the round passes by itself.
   */
  readonly held_by: "facilitators" | "members";
  /**
   * How long an offered role waits for an answer.
   */
  readonly role_offer_seconds: number;
  /**
   * After so long without any facilitator's connection the room says that it waits for one.
   */
  readonly unheld_after_seconds: number;
  /**
   * A room that nobody holds closes kindly after so long, with notice five minutes before.
   */
  readonly unheld_closes_seconds: number;
  /**
   * While nobody holds the room: wait after this turn, let a running round go on, or talk openly and slowly.
   */
  readonly when_unheld: "wait" | "continue_round" | "open_floor_slow";
  /**
   * While nobody holds the room, one message per person in so many seconds in open conversation.
   */
  readonly unheld_slow_seconds: number;
  /**
   * Open conversation: one message per person in so many seconds; facilitators are exempt.
   */
  readonly slow_seconds: 0 | 15 | 30 | 60;
  /**
   * Open conversation: so long after coming in one reads first; 0: one may write at once.
   */
  readonly newcomer_quiet_seconds: number;
  /**
   * How long a bell quiets the room.
   */
  readonly bell_seconds: number;
  /**
   * How long after a bell the next one may be rung.
   */
  readonly bell_rest_seconds: number;
  /**
   * How many bells one person may ring within an hour.
   */
  readonly bells_an_hour: number;
  /**
   * A silence with an open end, and no facilitator here to end it, ends by itself after so long.
   */
  readonly silence_alone_seconds: number;
  /**
   * How often a turn may be put off with "Later" in one round before it counts as a pass.
   */
  readonly later_most: number;
}
/**
 * I have heard what somebody told facilitators alone; `give_piece` lets them speak next.
 */
export interface SettleWish {
  readonly id: string;
  readonly type: "settle_wish";
  readonly seat: number;
  readonly kind: "process" | "concern";
  readonly give_piece: boolean;
}
/**
 * Take no more shares into the list of hands, or take them again.
 */
export interface CloseList {
  readonly id: string;
  readonly type: "close_list";
  readonly closed: boolean;
}
/**
 * Name who speaks last: the list is closed, the others are thanked and cleared.
 */
export interface LastWord {
  readonly id: string;
  readonly type: "last_word";
  readonly seat: number;
}
/**
 * Thank everybody and clear the list of hands.
 */
export interface ClearHands {
  readonly id: string;
  readonly type: "clear_hands";
}
/**
 * More time for the one who has the piece.
 */
export interface GiveTime {
  readonly id: string;
  readonly type: "give_time";
  readonly turn: number;
}
/**
 * A gentle signal to the one who shares; one a turn, and listeners may as well.
 */
export interface Light {
  readonly id: string;
  readonly type: "light";
  readonly turn: number;
  readonly signal: "with_you" | "me_too" | "thank_you" | "take_your_time";
}
/**
 * No gentle signals while I share; or again.
 */
export interface QuietForMe {
  readonly id: string;
  readonly type: "quiet_for_me";
  readonly on: boolean;
}
/**
 * I led before my connection was lost, and am here again.
 */
export interface TakeLeadBack {
  readonly id: string;
  readonly type: "take_lead_back";
}
/**
 * What would help me when I share. Everybody sees it once I have the piece; it may change in the middle.
 */
export interface ChooseHelp {
  readonly id: string;
  readonly type: "choose_help";
  readonly help: "listen" | "similar" | "questions" | "ideas" | "silence";
}
/**
 * I have something for the one who shared: do you want it? They are asked in private, without my name.
 */
export interface AskSharer {
  readonly id: string;
  readonly type: "ask_sharer";
  readonly turn: number;
  readonly kind: "idea" | "what_i_heard";
}
/**
 * The sharer's yes or no to something that was not asked for. Silence counts as no.
 */
export interface AnswerAsk {
  readonly id: string;
  readonly type: "answer_ask";
  readonly turn: number;
  readonly ask: number;
  readonly yes: boolean;
}
/**
 * The sharer's answer to "what I heard": yes, or not quite.
 */
export interface AnswerHeard {
  readonly id: string;
  readonly type: "answer_heard";
  readonly turn: number;
  readonly yes: boolean;
}
/**
 * The piece goes to this person next, who is offered it.
 */
export interface PassTo {
  readonly id: string;
  readonly type: "pass_to";
  readonly turn: number;
  readonly seat: number;
}
/**
 * I reach for the piece in the centre. `after`: the last turn this client knows of, 0 for none.
 */
export interface TakeFromCentre {
  readonly id: string;
  readonly type: "take_from_centre";
  readonly after: number;
}
/**
 * The phases of this meeting, for everybody to see. `phase`: which of them is running, if one is.
 */
export interface SetRunSheet {
  readonly id: string;
  readonly type: "set_run_sheet";
  /**
   * @maxItems 20
   */
  readonly phases: readonly Phase[];
  readonly phase: number | null;
}
/**
 * A part of the meeting, in the list that everybody sees. It carries no words: those come when it begins.
 */
export interface Phase {
  readonly kind: "welcome" | "check_in" | "topic" | "shares" | "conversation" | "pause" | "closing" | "other";
  readonly way: "open_floor" | "raised_hands" | "round" | "share_and_respond" | "passing" | "silence";
  readonly minutes: number;
}
/**
 * Begin a phase: after the running turn or round, unless `now`. The prompt is its question, or empty.
 */
export interface BeginPhase {
  readonly id: string;
  readonly type: "begin_phase";
  readonly phase: number;
  readonly prompt: string;
  readonly now: boolean;
}
/**
 * The server's first frame: who it is and what it can promise.
 */
export interface Welcome {
  readonly frame: "welcome";
  readonly version: number;
  readonly server: string;
  readonly run_by: string;
  readonly wiping: boolean;
}
/**
 * Yes. `number` is the last event it caused, which leaves before this answer.
 */
export interface Accepted {
  readonly frame: "accepted";
  readonly id: string;
  readonly number: number | null;
  readonly reply:
    | (
        | DoorReply
        | FacilitatorDoorReply
        | HostDoorReply
        | TrialDoorReply
        | DeviceDoorReply
        | CoFacilitatorDoorReply
        | AskedReply
        | SeatReply
        | DeskReply
        | HostDeskReply
        | MeetingReply
        | PairingReply
      )
    | null;
}
/**
 * What stands on the door of a circle. No headcount before one is in.
 */
export interface DoorReply {
  readonly type: "door";
  readonly open: boolean;
  readonly level: "open" | "knock" | "locked";
  readonly group: string;
  readonly run_by: string;
  readonly agreement: Agreement;
  readonly crisis_policy: "peer_held" | "signpost" | "host_escalation";
  readonly draw: number;
  readonly name: Name;
  readonly mark: Mark;
  readonly redraws_left: number;
}
/**
 * The community agreement, with the version one agrees to.
 */
export interface Agreement {
  readonly version: number;
  /**
   * @maxItems 12
   */
  readonly lines: readonly string[];
}
/**
 * A name for tonight, as indices into the two lists.
 */
export interface Name {
  readonly first: number;
  readonly second: number;
}
/**
 * The small sign beside a name: a shape and a colour, never the colour alone.
 */
export interface Mark {
  readonly shape: "round" | "square" | "diamond" | "drop";
  readonly colour: number;
}
/**
 * The link belongs to a facilitator: a passphrase comes next, or is chosen now.
 */
export interface FacilitatorDoorReply {
  readonly type: "facilitator_door";
  readonly first_time: boolean;
  readonly run_by: string;
}
/**
 * The link opens the host's page, once.
 */
export interface HostDoorReply {
  readonly type: "host_door";
}
/**
 * The link opens the first room to try, once.
 */
export interface TrialDoorReply {
  readonly type: "trial_door";
}
/**
 * The code opens a facilitator's desk on this device; the passphrase comes next.
 */
export interface DeviceDoorReply {
  readonly type: "device_door";
  readonly run_by: string;
}
/**
 * The code leads into an open circle as one of its facilitators, once the one who shows it says yes.
 */
export interface CoFacilitatorDoorReply {
  readonly type: "co_facilitator_door";
  readonly group: string;
  readonly run_by: string;
  readonly agreement: Agreement;
  readonly crisis_policy: "peer_held" | "signpost" | "host_escalation";
  readonly draw: number;
  readonly name: Name;
  readonly mark: Mark;
  readonly redraws_left: number;
}
/**
 * The one who shows the code is asked. Ask again in a few seconds, with the same key.
 */
export interface AskedReply {
  readonly type: "asked";
  readonly name: Name;
}
/**
 * The seat is yours. A snapshot follows.
 */
export interface SeatReply {
  readonly type: "seat";
  readonly seat: number;
  readonly role: "facilitator" | "guardian" | "member";
  readonly draft_key: string;
  readonly neutral_site: string;
  readonly invitation: string | null;
}
/**
 * A facilitator's desk.
 */
export interface DeskReply {
  readonly type: "desk";
  readonly session: string;
  readonly devices: number;
  readonly link: string | null;
  /**
   * @maxItems 200
   */
  readonly groups: readonly GroupAtDesk[];
}
/**
 * One of my groups.
 */
export interface GroupAtDesk {
  readonly group: string;
  readonly name: string;
  readonly mode: "open_floor" | "raised_hands" | "round" | "share_and_respond" | "passing";
  readonly door: "open" | "knock" | "locked";
  readonly open: boolean;
  readonly invitation: string | null;
  readonly invited: boolean;
}
/**
 * The host's page.
 */
export interface HostDeskReply {
  readonly type: "host_desk";
  readonly session: string;
  readonly facilitators: readonly FacilitatorAtDesk[];
  readonly link: string | null;
}
/**
 * A facilitator, as the host sees them.
 */
export interface FacilitatorAtDesk {
  readonly facilitator: string;
  readonly label: string;
  readonly has_passphrase: boolean;
}
/**
 * The invitation to the next, or the running, meeting of a group.
 */
export interface MeetingReply {
  readonly type: "meeting";
  readonly group: string;
  readonly invitation: string;
}
/**
 * How far the pairing at this desk is.
 */
export interface PairingReply {
  readonly type: "pairing";
  readonly group: string | null;
  readonly code: string | null;
  readonly seconds: number;
  readonly state: "shown" | "asked" | "allowed" | "paired" | "ended";
  readonly asker: PairingAsker | null;
}
/**
 * Somebody who wishes to facilitate with me.
 */
export interface PairingAsker {
  readonly asker: number;
  readonly name: Name;
}
/**
 * Not now, and why. Nothing has changed.
 */
export interface Refused {
  readonly frame: "refused";
  readonly id: string;
  readonly refusal: Refusal;
  readonly temporary: boolean;
}
/**
 * The person's wish is not possible now. Told to them and to nobody else.
 */
export interface Refusal {
  readonly code:
    | "not_your_turn"
    | "stale_turn"
    | "silence_now"
    | "guardians_only"
    | "no_offer"
    | "signals_off"
    | "just_listening"
    | "quiet_after"
    | "replies_full"
    | "asked_already"
    | "somebody_does"
    | "others_first"
    | "not_reachable"
    | "only_hands"
    | "list_closed"
    | "once_a_turn"
    | "not_while_unheld"
    | "slow_down"
    | "other_mode"
    | "listening_now"
    | "facilitators_only"
    | "still_waiting"
    | "nobody_there"
    | "already_so"
    | "no_words"
    | "unreadable_words"
    | "too_many_lines"
    | "too_long"
    | "nothing_to_offer"
    | "turn_running"
    | "nobody_to_go_round"
    | "no_second_offer"
    | "prompt_not_needed"
    | "other_prompt"
    | "invitation_used"
    | "not_open_yet"
    | "door_locked"
    | "agreement_changed"
    | "names_drawn"
    | "full"
    | "seat_ended"
    | "key_in_use"
    | "session_ended"
    | "wrong_passphrase"
    | "passphrase_short"
    | "busy"
    | "hosts_only"
    | "no_such_group"
    | "meeting_is_open"
    | "cannot_keep"
    | "not_here"
    | "our_mistake";
  readonly arguments: RefusalArguments;
}
/**
 * The values that a sentence may need.
 */
export interface RefusalArguments {
  readonly seconds: number | null;
  readonly most: number | null;
}
/**
 * A nudge before anything is sent: change it, take something out, or send it anyway.
 */
export interface Advised {
  readonly frame: "advised";
  readonly id: string;
  readonly reasons: readonly string[];
}
/**
 * The message waits with the facilitator; its author may take it back.
 */
export interface Held {
  readonly frame: "held";
  readonly id: string;
}
/**
 * A room event with its number.
 */
export interface HappenedFrame {
  readonly frame: "event";
  readonly number: number;
  readonly event:
    | CameIn
    | WentOut
    | Said
    | ModeChanged
    | ModeAwaited
    | RoundStarted
    | RoundOrderChanged
    | SecondOfferMade
    | RoundEnded
    | PieceOffered
    | PieceTaken
    | PieceWaits
    | PieceGoesOn
    | TurnEnded
    | SilenceBegan
    | SilenceExtended
    | SilenceEnded
    | HandRaised
    | HandsChanged
    | ListeningChanged
    | DoorChanged
    | PromptGivenBack
    | InvitationRenewed
    | JournalLost
    | Closed
    | RoleChanged
    | LeadChanged
    | Unheld
    | HeldAgain
    | ClosingSoon
    | SettingsChanged
    | ListClosed
    | RoundRepeated
    | TimeGiven
    | HelpChosen
    | ResponsesOpened
    | HeardAnswered
    | HolderChooses
    | RunSheetChanged
    | PhaseBegan;
}
/**
 * Somebody is in the room now.
 */
export interface CameIn {
  readonly type: "came_in";
  readonly person: Person;
  readonly by: number | null;
}
/**
 * Somebody who is in the room, as everybody sees them.
 */
export interface Person {
  readonly seat: number;
  readonly name: Name;
  readonly mark: Mark;
  readonly role: "facilitator" | "guardian" | "member";
  readonly listening: boolean;
}
/**
 * Somebody's place is empty now. Told only after a while, so that leaving makes no scene.
 */
export interface WentOut {
  readonly type: "went_out";
  readonly seat: number;
}
/**
 * Somebody said something. `command` is the author's command id: clients drop doubles by it.
 */
export interface Said {
  readonly type: "said";
  readonly seat: number;
  readonly command: string;
  readonly text: string;
  readonly turn: number | null;
  readonly reply_to: string | null;
  readonly interjection: boolean;
  readonly response: ("reply" | "idea" | "what_i_heard") | null;
}
/**
 * We talk in another way from now on. Hands stay; a running round ends.
 */
export interface ModeChanged {
  readonly type: "mode_changed";
  readonly mode: "open_floor" | "raised_hands" | "round" | "share_and_respond" | "passing";
  readonly span: number;
  readonly prompt: string;
  readonly by: number;
}
/**
 * A facilitator has asked for another way of talking; it begins after this turn.
 */
export interface ModeAwaited {
  readonly type: "mode_awaited";
  readonly mode: "open_floor" | "raised_hands" | "round" | "share_and_respond" | "passing";
  readonly by: number;
  readonly phase: number | null;
}
/**
 * A round begins; this is its order, told before the first turn.
 */
export interface RoundStarted {
  readonly type: "round_started";
  readonly span: number;
  readonly prompt: string;
  /**
   * @maxItems 2000
   */
  readonly order: readonly number[];
  readonly by: number;
  readonly drawn: "lot" | "coming_in" | "named";
}
/**
 * Who is still to come, and who later: somebody joined the round, listens now, or cannot be reached yet.
 */
export interface RoundOrderChanged {
  readonly type: "round_order_changed";
  /**
   * @maxItems 2000
   */
  readonly to_come: readonly number[];
  /**
   * @maxItems 2000
   */
  readonly later: readonly number[];
}
/**
 * Everybody had the piece once. Those who passed may now say that they would like it.
 */
export interface SecondOfferMade {
  readonly type: "second_offer_made";
}
/**
 * The piece is back in the centre. `shared` counts those who said something.
 */
export interface RoundEnded {
  readonly type: "round_ended";
  readonly shared: number;
}
/**
 * The piece is offered to somebody. In a round they leave the lists; elsewhere their first hand goes down.
 */
export interface PieceOffered {
  readonly type: "piece_offered";
  readonly turn: number;
  readonly seat: number;
  readonly out_of_order: boolean;
  readonly passed_by: number | null;
  readonly by: number | null;
}
/**
 * They have the piece now.
 */
export interface PieceTaken {
  readonly type: "piece_taken";
  readonly turn: number;
}
/**
 * The piece waits quietly; the clock stands still.
 */
export interface PieceWaits {
  readonly type: "piece_waits";
  readonly turn: number;
}
/**
 * The turn goes on where it was.
 */
export interface PieceGoesOn {
  readonly type: "piece_goes_on";
  readonly turn: number;
}
/**
 * A turn is over. `again`: they will be offered the piece once more. `spoke`: they said something in it.
 */
export interface TurnEnded {
  readonly type: "turn_ended";
  readonly turn: number;
  readonly seat: number;
  readonly how: "done" | "passed" | "later" | "moved_on" | "rested";
  readonly again: boolean;
  readonly spoke: boolean;
  readonly by: number | null;
}
/**
 * A bell, or a silence: no words for `seconds`, or until it is ended. Turns, offers and hands stay as they are.
 */
export interface SilenceBegan {
  readonly type: "silence_began";
  readonly kind: "bell" | "silence";
  readonly by: number;
  readonly seconds: number | null;
  readonly intention: string;
}
/**
 * Somebody rang while it rang: so many seconds more.
 */
export interface SilenceExtended {
  readonly type: "silence_extended";
  readonly seconds: number;
}
/**
 * Everything goes on where it was.
 */
export interface SilenceEnded {
  readonly type: "silence_ended";
}
/**
 * A hand is up. `place` is where it stands in the line, counted from 0.
 */
export interface HandRaised {
  readonly type: "hand_raised";
  readonly seat: number;
  readonly kind: "share" | "direct_response";
  readonly place: number;
}
/**
 * The line of hands, whole, after anything but a hand going up at its end.
 */
export interface HandsChanged {
  readonly type: "hands_changed";
  /**
   * @maxItems 4000
   */
  readonly hands: readonly Hand[];
  readonly why: "lowered" | "lowered_by_facilitator" | "moved_back" | "expired" | "cleared" | "listening" | "sorted" | "missed";
  readonly by: number | null;
}
/**
 * A wish to speak, in its place in the line.
 */
export interface Hand {
  readonly seat: number;
  readonly kind: "share" | "direct_response";
}
/**
 * Somebody just listens now, or takes part again.
 */
export interface ListeningChanged {
  readonly type: "listening_changed";
  readonly seat: number;
  readonly listening: boolean;
}
/**
 * The door is open, asks for a knock, or is locked.
 */
export interface DoorChanged {
  readonly type: "door_changed";
  readonly level: "open" | "knock" | "locked";
  readonly by: number;
}
/**
 * The prompt, lost in a restart, is here again: somebody's device still had it.
 */
export interface PromptGivenBack {
  readonly type: "prompt_given_back";
  readonly prompt: string;
}
/**
 * The link to this meeting is a new one; the old one lets nobody in.
 */
export interface InvitationRenewed {
  readonly type: "invitation_renewed";
  readonly by: number;
}
/**
 * This circle goes on, and would not survive a restart of the server.
 */
export interface JournalLost {
  readonly type: "journal_lost";
}
/**
 * The meeting is over. Words and names are forgotten now.
 */
export interface Closed {
  readonly type: "closed";
  readonly why: "by_facilitator" | "everybody_left" | "long_enough" | "unheld" | "our_mistake";
}
/**
 * Somebody has accepted a role that was offered, or laid it down. Nobody is ever given one.
 */
export interface RoleChanged {
  readonly type: "role_changed";
  readonly seat: number;
  readonly role: "facilitator" | "guardian" | "member";
}
/**
 * Facilitation passes to another facilitator. `lost`: the lead has lost connection, and may have it back.
 */
export interface LeadChanged {
  readonly type: "lead_changed";
  readonly seat: number;
  readonly lost: boolean;
}
/**
 * The facilitator has lost connection; we wait. The running turn may finish.
 */
export interface Unheld {
  readonly type: "unheld";
}
/**
 * A facilitator is here again; everything goes on.
 */
export interface HeldAgain {
  readonly type: "held_again";
  readonly seat: number;
}
/**
 * Nobody holds this room; it closes kindly in so many seconds unless a facilitator comes back.
 */
export interface ClosingSoon {
  readonly type: "closing_soon";
  readonly seconds: number;
}
/**
 * Times and choices of this room.
 */
export interface SettingsChanged {
  readonly type: "settings_changed";
  readonly settings: RoomSettings;
  readonly by: number;
}
/**
 * The list of hands takes no more shares; or it does again. `last_word`: who speaks last.
 */
export interface ListClosed {
  readonly type: "list_closed";
  readonly closed: boolean;
  readonly last_word: number | null;
  readonly by: number;
}
/**
 * The piece goes round once more, in this order; it ends when everybody passes.
 */
export interface RoundRepeated {
  readonly type: "round_repeated";
  /**
   * @maxItems 2000
   */
  readonly order: readonly number[];
}
/**
 * A facilitator gives the holder more time.
 */
export interface TimeGiven {
  readonly type: "time_given";
  readonly turn: number;
  readonly seconds: number;
  readonly by: number;
}
/**
 * What would help the one who shares; it may change in the middle.
 */
export interface HelpChosen {
  readonly type: "help_chosen";
  readonly turn: number;
  readonly help: "listen" | "similar" | "questions" | "ideas" | "silence";
}
/**
 * The share is over, and there is time to respond, as the sharer wished.
 */
export interface ResponsesOpened {
  readonly type: "responses_opened";
  readonly turn: number;
}
/**
 * Somebody said what they heard; the sharer says yes, or not quite.
 */
export interface HeardAnswered {
  readonly type: "heard_answered";
  readonly turn: number;
  readonly yes: boolean;
}
/**
 * The share is over, and the one who had the piece chooses who is next.
 */
export interface HolderChooses {
  readonly type: "holder_chooses";
  readonly turn: number;
}
/**
 * The phases of this meeting, whole. None has begun, unless the list still has the running one.
 */
export interface RunSheetChanged {
  readonly type: "run_sheet_changed";
  /**
   * @maxItems 20
   */
  readonly phases: readonly Phase[];
  readonly phase: number | null;
  readonly by: number;
}
/**
 * A phase of the meeting begins; what we do in it follows in the next event.
 */
export interface PhaseBegan {
  readonly type: "phase_began";
  readonly phase: number;
  readonly by: number;
}
/**
 * A card to this seat with its number.
 */
export interface CardFrame {
  readonly frame: "card";
  readonly number: number;
  readonly card:
    | HelpSet
    | Asked
    | AskSettled
    | AskWaits
    | PhaseTimeOver
    | RoleOfferOver
    | Knocked
    | KnockSettled
    | KnockNoticed
    | HandNoted
    | PassMeSet
    | TakeYourTime
    | StillQuiet
    | MovedOnKindly
    | HandLoweredKindly
    | SecondOfferUsed
    | BellAskedFor
    | HandWaits
    | RoleOffered
    | RoleDeclined
    | SaidAside
    | NotHeard
    | Wished
    | WishSettled
    | WishHeard
    | ComeToAnEnd
    | NobodyLit
    | QuietForMeSet;
}
/**
 * To oneself: what would help me when I share.
 */
export interface HelpSet {
  readonly type: "help_set";
  readonly help: "listen" | "similar" | "questions" | "ideas" | "silence";
}
/**
 * To the sharer: somebody has something for you. Do you want it? Nobody learns who, before a yes.
 */
export interface Asked {
  readonly type: "asked";
  readonly ask: Ask;
}
/**
 * Somebody has something for the sharer: nobody learns who, before a yes.
 */
export interface Ask {
  readonly ask: number;
  readonly kind: "idea" | "what_i_heard";
}
/**
 * To the sharer: that question is answered.
 */
export interface AskSettled {
  readonly type: "ask_settled";
  readonly ask: number;
}
/**
 * To the one who asked: the sharer is asked, or has said yes.
 */
export interface AskWaits {
  readonly type: "ask_waits";
  readonly ask: MyAsk;
}
/**
 * What I asked the sharer, and whether they said yes. Silence counts as no.
 */
export interface MyAsk {
  readonly kind: "idea" | "what_i_heard";
  readonly granted: boolean;
}
/**
 * To facilitators: the time of this phase is over; go on when it is right.
 */
export interface PhaseTimeOver {
  readonly type: "phase_time_over";
  readonly phase: number;
}
/**
 * To oneself: the offered role is answered, or the time for an answer is over.
 */
export interface RoleOfferOver {
  readonly type: "role_offer_over";
}
/**
 * To facilitators, or everybody where the members hold the room: somebody is at the door.
 */
export interface Knocked {
  readonly type: "knocked";
  readonly knock: KnockAtDoor;
}
/**
 * Somebody at the door, as facilitators see them.
 */
export interface KnockAtDoor {
  readonly person: Person;
  readonly line: string | null;
}
/**
 * To the same: that person no longer waits (in, turned away, or gone), or somebody else keeps the door now.
 */
export interface KnockSettled {
  readonly type: "knock_settled";
  readonly seat: number;
}
/**
 * To the one waiting: somebody who can let you in has seen your knock.
 */
export interface KnockNoticed {
  readonly type: "knock_noticed";
}
/**
 * To facilitators: what somebody wrote with their hand.
 */
export interface HandNoted {
  readonly type: "hand_noted";
  readonly seat: number;
  readonly kind: "share" | "direct_response";
  readonly note: string;
}
/**
 * To oneself: whether one will be passed when the piece comes.
 */
export interface PassMeSet {
  readonly type: "pass_me_set";
  readonly on: boolean;
}
/**
 * To the one who is offered the piece, or holds it and is silent: no hurry; or Later, or Pass.
 */
export interface TakeYourTime {
  readonly type: "take_your_time";
  readonly turn: number;
}
/**
 * To facilitators: the one who is offered the piece, or holds it, has been silent for a while.
 */
export interface StillQuiet {
  readonly type: "still_quiet";
  readonly turn: number;
}
/**
 * To the one whose turn a facilitator ended: thank you; your draft is kept.
 */
export interface MovedOnKindly {
  readonly type: "moved_on_kindly";
  readonly turn: number;
  readonly again: boolean;
}
/**
 * To the one whose hand a facilitator took from the list.
 */
export interface HandLoweredKindly {
  readonly type: "hand_lowered_kindly";
}
/**
 * To oneself: the piece will come to you.
 */
export interface SecondOfferUsed {
  readonly type: "second_offer_used";
}
/**
 * To those who may ring: somebody asked for the bell. Nobody learns who.
 */
export interface BellAskedFor {
  readonly type: "bell_asked_for";
}
/**
 * To oneself: the hand went up in the silence, and is shown when it ends; or was taken back.
 */
export interface HandWaits {
  readonly type: "hand_waits";
  readonly on: boolean;
}
/**
 * To one person: would you like to do this tonight? Answer within `seconds`.
 */
export interface RoleOffered {
  readonly type: "role_offered";
  readonly role: "facilitator" | "guardian" | "lead";
  readonly by: number;
  readonly seconds: number;
}
/**
 * To the one who offered: not tonight.
 */
export interface RoleDeclined {
  readonly type: "role_declined";
  readonly seat: number;
}
/**
 * Among facilitators only.
 */
export interface SaidAside {
  readonly type: "said_aside";
  readonly seat: number;
  readonly command: string;
  readonly text: string;
}
/**
 * To facilitators: who takes part and has had no turn yet. No counts, no order.
 */
export interface NotHeard {
  readonly type: "not_heard";
  /**
   * @maxItems 2000
   */
  readonly seats: readonly number[];
}
/**
 * To facilitators: somebody has something about the process, or a concern.
 */
export interface Wished {
  readonly type: "wished";
  readonly wish: Wish;
}
/**
 * What somebody told facilitators alone: about the process, or a concern. Not in the public line.
 */
export interface Wish {
  readonly seat: number;
  readonly kind: "process" | "concern";
  readonly note: string | null;
}
/**
 * To facilitators: that wish has been heard, or was taken back.
 */
export interface WishSettled {
  readonly type: "wish_settled";
  readonly seat: number;
  readonly kind: "process" | "concern";
}
/**
 * To the one who wished: a facilitator has seen it.
 */
export interface WishHeard {
  readonly type: "wish_heard";
  readonly kind: "process" | "concern";
}
/**
 * To the holder, and later to facilitators: time to come to an end, no rush.
 */
export interface ComeToAnEnd {
  readonly type: "come_to_an_end";
  readonly turn: number;
}
/**
 * To facilitators: somebody has shared, and nobody gave a sign. A word from you may help.
 */
export interface NobodyLit {
  readonly type: "nobody_lit";
  readonly seat: number;
}
/**
 * To oneself: whether gentle signals are off while one shares.
 */
export interface QuietForMeSet {
  readonly type: "quiet_for_me_set";
  readonly on: boolean;
}
/**
 * A hint: the latest of its type wins.
 */
export interface HintFrame {
  readonly frame: "hint";
  readonly hint: Presence | Places | Warm | SilenceLeft;
}
/**
 * Hint to everybody: whose connection has been lost for a while.
 */
export interface Presence {
  readonly type: "presence";
  /**
   * @maxItems 2000
   */
  readonly away: readonly number[];
}
/**
 * Hint to oneself: in how many places this seat is open.
 */
export interface Places {
  readonly type: "places";
  readonly count: number;
}
/**
 * Hint: the warmth around the one who shares; None when it is gone. In small groups the sharer alone is told.
 */
export interface Warm {
  readonly type: "warm";
  readonly warmth: Warmth | null;
}
/**
 * That somebody is with the one who shares. Never a count, never a name.
 */
export interface Warmth {
  readonly turn: number;
  readonly level: "some" | "many";
  /**
   * @maxItems 4
   */
  readonly signals: readonly ("with_you" | "me_too" | "thank_you" | "take_your_time")[];
}
/**
 * Hint to whoever comes back in the middle of a silence: how long it still is; None: until it is ended.
 */
export interface SilenceLeft {
  readonly type: "silence_left";
  readonly left: number | null;
}
/**
 * The view from this seat; replaces what the client has.
 */
export interface SnapshotFrame {
  readonly frame: "snapshot";
  readonly snapshot: WaitingSnapshot | RoomSnapshot;
}
/**
 * The view from the waiting room: nothing of the room but its name and agreement.
 */
export interface WaitingSnapshot {
  readonly state: "waiting";
  readonly epoch: string;
  readonly card: number;
  readonly group: string;
  readonly run_by: string;
  readonly agreement: Agreement;
  readonly crisis_policy: "peer_held" | "signpost" | "host_escalation";
  readonly you: Person;
  readonly noticed: boolean;
  readonly round_under_way: boolean;
}
/**
 * The view from a seat in the room.
 */
export interface RoomSnapshot {
  readonly state: "in_room";
  readonly epoch: string;
  readonly number: number;
  readonly card: number;
  readonly group: string;
  readonly run_by: string;
  readonly agreement: Agreement;
  readonly crisis_policy: "peer_held" | "signpost" | "host_escalation";
  readonly settings: RoomSettings;
  readonly door: "open" | "knock" | "locked";
  readonly you: Person;
  /**
   * @maxItems 2000
   */
  readonly people: readonly Person[];
  /**
   * @maxItems 2000
   */
  readonly away: readonly number[];
  readonly lead: number | null;
  readonly lead_before: number | null;
  readonly unheld: boolean;
  readonly shares: number;
  readonly mode: "open_floor" | "raised_hands" | "round" | "share_and_respond" | "passing";
  readonly span: number;
  readonly prompt: string;
  readonly prompt_lost: boolean;
  readonly awaited_mode: ("open_floor" | "raised_hands" | "round" | "share_and_respond" | "passing") | null;
  readonly awaited_phase: number | null;
  /**
   * @maxItems 20
   */
  readonly phases: readonly Phase[];
  readonly phase: number | null;
  readonly turns: number;
  readonly turn: Turn | null;
  readonly round: Round | null;
  /**
   * @maxItems 2000
   */
  readonly hands: readonly Hand[];
  readonly direct_responses: number;
  /**
   * @maxItems 2000
   */
  readonly held: readonly number[];
  readonly list_closed: boolean;
  readonly last_word: number | null;
  readonly warmth: Warmth | null;
  readonly silence: Silence | null;
  /**
   * @maxItems 10000
   */
  readonly said: readonly SaidWords[];
  readonly mine: Mine;
  readonly survives_restart: boolean;
}
/**
 * Who has the piece, or is offered it.
 */
export interface Turn {
  readonly turn: number;
  readonly seat: number;
  readonly stage: "offered" | "taken" | "responding" | "choosing";
  readonly waiting: boolean;
  readonly spoke: boolean;
  readonly interjected: boolean;
  readonly help: "listen" | "similar" | "questions" | "ideas" | "silence";
  readonly heard: ("said" | "yes" | "not_quite") | null;
}
/**
 * A go-around: who is still to come, who asked to come later, who passed.
 */
export interface Round {
  /**
   * @maxItems 2000
   */
  readonly to_come: readonly number[];
  /**
   * @maxItems 2000
   */
  readonly later: readonly number[];
  /**
   * @maxItems 2000
   */
  readonly passed: readonly number[];
  readonly shared: number;
  readonly second_offer: boolean;
}
/**
 * A pause that was rung, or a silence that a facilitator began: no words, and every clock stands still.
 */
export interface Silence {
  readonly kind: "bell" | "silence";
  readonly by: number;
  readonly seconds: number | null;
  readonly left: number | null;
  readonly intention: string;
}
/**
 * Something that was said and is still in the room's short memory.
 */
export interface SaidWords {
  readonly number: number;
  readonly seat: number;
  readonly command: string;
  readonly text: string;
  readonly turn: number | null;
  readonly reply_to: string | null;
  readonly interjection: boolean;
  readonly response: ("reply" | "idea" | "what_i_heard") | null;
}
/**
 * What belongs to this seat alone; changed by cards.
 */
export interface Mine {
  readonly pass_me: boolean;
  readonly second_offer_used: boolean;
  /**
   * @maxItems 4000
   */
  readonly wishes: readonly Wish[];
  readonly shares: number;
  /**
   * @maxItems 2000
   */
  readonly not_heard: readonly number[];
  readonly quiet_for_me: boolean;
  readonly hand_waits: boolean;
  /**
   * @maxItems 2000
   */
  readonly knocks: readonly KnockAtDoor[];
  readonly help: "listen" | "similar" | "questions" | "ideas" | "silence";
  /**
   * @maxItems 2000
   */
  readonly asks: readonly Ask[];
  readonly ask: MyAsk | null;
  readonly replied: boolean;
  readonly role_offer: RoleOffer | null;
  /**
   * @maxItems 2000
   */
  readonly hand_notes: readonly HandNote[];
}
/**
 * A role that is offered to me; it waits for so many seconds.
 */
export interface RoleOffer {
  readonly role: "facilitator" | "guardian" | "lead";
  readonly by: number;
  readonly seconds: number;
}
/**
 * A note with a raised hand; facilitators only.
 */
export interface HandNote {
  readonly seat: number;
  readonly kind: "share" | "direct_response";
  readonly note: string;
}
/**
 * The last frame before the server closes: the same as the close code, in words.
 */
export interface Goodbye {
  readonly frame: "goodbye";
  readonly code: number;
  readonly word: string;
  readonly come_back: "no" | "now" | "soon" | "reload";
  readonly after: number;
}

/** The number a client says in its hello. */
export const PROTOCOL_VERSION = 1 as const;

/** Asked for when the socket opens. */
export const SUBPROTOCOL = "talking-piece.1" as const;

/** Numbers that both sides agree on; reasons in protocol/limits.py. */
export const LIMITS = {
  "TEXT_CODE_POINTS": 2000,
  "TEXT_WARNING": 200,
  "TEXT_LINES": 40,
  "LINE_CODE_POINTS": 140,
  "LABEL_CODE_POINTS": 60,
  "PROMPT_CODE_POINTS": 280,
  "AGREEMENT_LINES": 12,
  "AGREEMENT_LINE_CODE_POINTS": 240,
  "PASSPHRASE_LEAST": 8,
  "PASSPHRASE_MOST": 200,
  "FRAME_BYTES": 32768,
  "NAME_REDRAWS": 5,
  "SEATS_MOST": 2000,
  "PHASES_MOST": 20,
  "GROUPS_MOST": 200,
  "DEVICES_MOST": 8,
  "PAIRING_TRIES": 5
} as const;

/** The words of names for tonight, and the marks. */
export const NAMES = {
  "first": [
    "Amber",
    "Alpine",
    "Autumn",
    "Blue",
    "Bright",
    "Calm",
    "Clear",
    "Cloudy",
    "Copper",
    "Coral",
    "Dappled",
    "Dawn",
    "Deep",
    "Dancing",
    "Dewy",
    "Early",
    "Evening",
    "Far",
    "Feather",
    "Flint",
    "Gentle",
    "Gold",
    "Green",
    "Grey",
    "Hazel",
    "High",
    "Hushed",
    "Indigo",
    "Inland",
    "Island",
    "Lantern",
    "Level",
    "Leafy",
    "Light",
    "Lilac",
    "Lofty",
    "Lucky",
    "Marble",
    "Meadow",
    "Mellow",
    "Misty",
    "Morning",
    "Mossy",
    "Northern",
    "Opal",
    "Patient",
    "Pearl",
    "Pastel",
    "Quiet",
    "Rainy",
    "Russet",
    "Sandy",
    "Shady",
    "Silver",
    "Slate",
    "Snowy",
    "Steady",
    "Summer",
    "Sunny",
    "Velvet",
    "Violet",
    "Wandering",
    "Winter",
    "Woven"
  ],
  "second": [
    "Alder",
    "Aspen",
    "Bay",
    "Beaver",
    "Beech",
    "Birch",
    "Brook",
    "Canyon",
    "Cedar",
    "Cloud",
    "Clover",
    "Comet",
    "Cove",
    "Crane",
    "Cypress",
    "Dolphin",
    "Dove",
    "Elm",
    "Ember",
    "Field",
    "Fern",
    "Finch",
    "Fjord",
    "Fox",
    "Garden",
    "Glade",
    "Grove",
    "Harbour",
    "Hare",
    "Heather",
    "Heron",
    "Hill",
    "Juniper",
    "Lake",
    "Lark",
    "Larch",
    "Linden",
    "Magpie",
    "Maple",
    "Moon",
    "Moth",
    "Oak",
    "Otter",
    "Owl",
    "Pebble",
    "Pine",
    "Plover",
    "Pond",
    "Poplar",
    "Reed",
    "Ridge",
    "Robin",
    "Rowan",
    "Shore",
    "Sparrow",
    "Spruce",
    "Star",
    "Swallow",
    "Swift",
    "Thistle",
    "Tide",
    "Valley",
    "Willow",
    "Wren"
  ],
  "shapes": [
    "round",
    "square",
    "diamond",
    "drop"
  ],
  "colours": 5
} as const;

/** Why a connection ends, and whether to come back. */
export const CLOSINGS = [
  // You left, or the client closed.
  {"code":1000,"word":"goodbye","come_back":"no"},
  // A frame was larger than the limit.
  {"code":1009,"word":"too_big","come_back":"now"},
  // The server restarts; seats, order and turn are kept.
  {"code":1012,"word":"restarting","come_back":"soon"},
  // The client program broke the contract.
  {"code":4000,"word":"malformed","come_back":"reload"},
  // The meeting is over.
  {"code":4002,"word":"meeting_closed","come_back":"no"},
  // This seat has ended.
  {"code":4004,"word":"seat_ended","come_back":"no"},
  // Kindly not tonight.
  {"code":4005,"word":"declined","come_back":"no"},
  // Nothing was said within the first seconds.
  {"code":4006,"word":"no_hello","come_back":"now"},
  // Far more commands than a person can give.
  {"code":4008,"word":"slow_down","come_back":"soon"},
  // This seat was closed here from another place.
  {"code":4010,"word":"open_elsewhere","come_back":"no"},
  // This connection cannot keep up; come back and miss nothing.
  {"code":4013,"word":"too_slow","come_back":"now"},
  // More connections than this server can hold.
  {"code":4029,"word":"full","come_back":"soon"},
  // The client is older than the server understands.
  {"code":4426,"word":"update_needed","come_back":"reload"},
  // A mistake of ours.
  {"code":4500,"word":"our_mistake","come_back":"soon"},
] as const;

/** Every refusal, for tests: the visible words are Fluent's. */
export const REFUSALS = {
  "not_your_turn": {
    "temporary": true,
    "english": "Somebody else has the piece. Your words are kept here for your turn."
  },
  "stale_turn": {
    "temporary": false,
    "english": "The turn has moved on. Your words are still here."
  },
  "silence_now": {
    "temporary": true,
    "english": "The room is quiet now. Your words are kept here."
  },
  "guardians_only": {
    "temporary": false,
    "english": "Only a guardian or a facilitator can ring. You can ask for the bell."
  },
  "list_closed": {
    "temporary": false,
    "english": "The list is closed for now."
  },
  "signals_off": {
    "temporary": false,
    "english": "No signals now. Listening is enough."
  },
  "no_offer": {
    "temporary": false,
    "english": "That offer is over."
  },
  "just_listening": {
    "temporary": false,
    "english": "They asked us to just listen. Signs without words are welcome."
  },
  "quiet_after": {
    "temporary": true,
    "english": "They asked for a quiet moment. Your words are kept here."
  },
  "replies_full": {
    "temporary": false,
    "english": "There were replies enough for this share. Your words are kept here."
  },
  "asked_already": {
    "temporary": false,
    "english": "You have already asked."
  },
  "somebody_does": {
    "temporary": false,
    "english": "Somebody else is saying what they heard."
  },
  "others_first": {
    "temporary": false,
    "english": "Somebody else has not had the piece yet."
  },
  "not_reachable": {
    "temporary": true,
    "english": "That person cannot be reached just now."
  },
  "only_hands": {
    "temporary": false,
    "english": "The piece goes to somebody whose hand is up."
  },
  "once_a_turn": {
    "temporary": false,
    "english": "You have already said something in this turn."
  },
  "not_while_unheld": {
    "temporary": true,
    "english": "The facilitator has lost connection. We wait."
  },
  "slow_down": {
    "temporary": true,
    "english": "One moment, please. Try again in {seconds} seconds."
  },
  "other_mode": {
    "temporary": false,
    "english": "That belongs to another way of talking than the one we use now."
  },
  "listening_now": {
    "temporary": false,
    "english": "You are listening. Choose Take part first."
  },
  "facilitators_only": {
    "temporary": false,
    "english": "Only a facilitator can do this."
  },
  "still_waiting": {
    "temporary": true,
    "english": "You are in the waiting room. A facilitator will let you in."
  },
  "nobody_there": {
    "temporary": false,
    "english": "That person is no longer there."
  },
  "already_so": {
    "temporary": false,
    "english": "That is already so."
  },
  "no_words": {
    "temporary": false,
    "english": "There are no words in it yet."
  },
  "unreadable_words": {
    "temporary": false,
    "english": "Some of these characters cannot be shown to others. Please type it again."
  },
  "too_many_lines": {
    "temporary": false,
    "english": "That is more than {most} lines. Please send it in parts."
  },
  "too_long": {
    "temporary": false,
    "english": "That is longer than {most} characters. Please send it in parts."
  },
  "nothing_to_offer": {
    "temporary": false,
    "english": "Nobody has raised a hand."
  },
  "turn_running": {
    "temporary": true,
    "english": "Somebody has the piece. Wait for them, or thank and move on."
  },
  "nobody_to_go_round": {
    "temporary": false,
    "english": "There is nobody here to go round."
  },
  "no_second_offer": {
    "temporary": false,
    "english": "The second offer is over."
  },
  "prompt_not_needed": {
    "temporary": false,
    "english": "The question is already here."
  },
  "other_prompt": {
    "temporary": false,
    "english": "That is not the question we had."
  },
  "invitation_used": {
    "temporary": false,
    "english": "This invitation has been used."
  },
  "not_open_yet": {
    "temporary": true,
    "english": "The circle has not opened yet."
  },
  "door_locked": {
    "temporary": true,
    "english": "The door is closed for now."
  },
  "agreement_changed": {
    "temporary": false,
    "english": "The agreement has changed. Please read it again."
  },
  "names_drawn": {
    "temporary": false,
    "english": "You have seen {most} names. Please choose this one."
  },
  "full": {
    "temporary": true,
    "english": "The circle is full tonight."
  },
  "seat_ended": {
    "temporary": false,
    "english": "This place has ended."
  },
  "key_in_use": {
    "temporary": false,
    "english": "This key belongs to another place."
  },
  "session_ended": {
    "temporary": false,
    "english": "You have been away for a while. Please sign in again."
  },
  "wrong_passphrase": {
    "temporary": true,
    "english": "That is not the passphrase for this link."
  },
  "passphrase_short": {
    "temporary": false,
    "english": "Please choose at least {most} characters."
  },
  "busy": {
    "temporary": true,
    "english": "Many people are signing in. Try again in {seconds} seconds."
  },
  "hosts_only": {
    "temporary": false,
    "english": "Only the host of this server can do this."
  },
  "no_such_group": {
    "temporary": false,
    "english": "That group is no longer here."
  },
  "meeting_is_open": {
    "temporary": true,
    "english": "The circle is open now. Close it first."
  },
  "cannot_keep": {
    "temporary": true,
    "english": "The server cannot keep this just now. Nothing was changed."
  },
  "not_here": {
    "temporary": false,
    "english": "This cannot be done from here."
  },
  "our_mistake": {
    "temporary": true,
    "english": "That was our mistake. Nothing was changed."
  }
} as const;
