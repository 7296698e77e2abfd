# The words of the room, in English. They come with it.

## Ways of talking
mode-open_floor = Open conversation
mode-raised_hands = Raised hands
mode-round = Talking piece
mode-share_and_respond = Share and respond
mode-passing = Passing the piece

## The turn bar: what is happening, what may I do?
turn-region = Whose turn
turn-open = Open conversation. You may write at any time.
turn-open-listening = Open conversation.
turn-hands-centre = The piece is in the centre.
turn-no-round = No round is running just now.
turn-between = The piece is on its way.
turn-second = The piece went round once.
turn-offered-me = The piece comes to you.
turn-mine = You have the piece.
turn-offered-other = The piece is offered to { $who }.
turn-shared = { $who } has shared.
turn-shared-me = You have shared.
turn-choosing = { $who } chooses who is next.
turn-choosing-me = Who has the piece next?
turn-sharing = { $who } is sharing.
turn-waits = The piece waits quietly for { $who }.
turn-last-word = { $who } has the last word.
turn-open-slow = Open conversation, slowly: one message every { $n } seconds.
turn-unheld = The facilitator has lost connection. We wait.
turn-quiet-bell = A quiet moment. Nothing to do.
turn-quiet-silence = We are quiet together.
turn-somebody = Somebody
turn-calm-open = You need not say anything.
turn-calm-listening = You are listening. Nothing is expected of you.
turn-calm-may-raise = Raise a hand when you would like to speak.
turn-calm-offered = Take it, pass, or wait. There is no hurry.
turn-calm-offered-on = Take it, pass it on, or put it back.
turn-calm-rest = Rest a moment. End it when you like.
turn-calm-enough = Others may respond. End it when you like.
turn-calm-choose = Choose somebody, or put it in the centre.
turn-calm-reach = Take it when you would like to speak.
turn-help-similar = Similar experiences are welcome, one from each of you.
turn-help-questions = Questions are welcome, one from each of you.
turn-help-ideas = Ideas are welcome, one from each of you.
turn-reply-listen = They wish us just to listen. You need not do anything.
turn-reply-silence = They wish a quiet moment.
turn-reply-granted = They would like to hear it. You may write.
turn-reply-asked = They have been asked. No answer means no.
turn-reply-replied = You have replied. Thank you.
turn-reply-full = There are replies enough. Thank you.
turn-calm-mine = Take the time you need.
turn-calm-spoken = Say more, or press Done.
turn-calm-second = Would you like to speak after all?
turn-calm-second-used = The piece comes to you soon.
turn-calm-nothing = You need not do anything.
turn-calm-order = { turn-place } You need not do anything.
turn-calm-hand = Your hand is up. { turn-place }
turn-calm-pass-me = You will be passed this round.
turn-calm-later = The piece comes to you later.
turn-calm-passed = You passed this round.
turn-calm-then = Then: { $mode }.
turn-calm-closed = The list is closed for now.
turn-calm-reply = Your reply comes after this turn.
turn-calm-hand-waits = Your hand is up, quietly.
turn-calm-keep = You keep the piece.
quiet-left-bell = It goes on by itself in a moment.
quiet-left-open = The facilitator ends it.
quiet-left-soon = It ends soon.
quiet-left-minutes = { $n ->
    [one] About one more minute.
   *[other] About { $n } more minutes.
}
turn-place = { $n ->
    [1] You are next.
    [2] You are second.
    [3] You are third.
    [4] You are fourth.
    [5] You are fifth.
   *[other] You are number { $n }.
}
act-take = Take it
act-pass = Pass
act-later = Later
act-one-minute = I'm here, one minute
act-done = Done
act-pass-me = Pass me this round
act-unpass-me = Do not pass me
act-second = I would like the piece
act-raise = Raise hand
act-lower = Lower hand
act-take-part = Take part
act-enough = Thank you, that is enough
act-centre = Put it in the centre
act-reach = Take the piece
act-reply = Reply to this
act-more-time = More time
hand-title = Raise a hand
hand-note-label = A note for the facilitator, if you like
hand-note-hint = Only facilitators read it.
hand-reply-hint = Reply to this: your hand goes before the others.
nudge-take_your_time = Take your time. Later and Pass are fine too.
nudge-moved_on = Thank you. The piece has moved on; your words are kept.
nudge-moved_on_again = The piece has moved on. It comes to you once more.
nudge-hand_lowered = The facilitator has lowered your hand. You may raise it again.
nudge-wish_heard = The facilitator has heard what you told them.
nudge-role_declined = They would rather not tonight.
nudge-come_to_an_end = Time to come to an end. No rush.
nudge-their_time = The time of this turn is over. No rush.
nudge-nobody_lit = Nobody gave a sign just now. A word from you may help.
nudge-phase_time_over = The time for this part is over. Go on when it is right.
nudge-away = All right

## Gentle signals: without names and without counts
signals-title = A sign without words
signals-more = Another sign
signals-lit = They feel that somebody is with them.
signal-with_you = I'm with you
signal-me_too = Me too, a little
signal-thank_you = Thank you
signal-take_your_time = Take your time
warmth-some = Some people are with { $who }.
warmth-many = Many people are with { $who }.
warmth-me-some = Some people are with you.
warmth-me-many = Many people are with you.
more-quiet = No signs while I share
more-quiet-off = Signs while I share

## Share and respond
respond-region = Around this share
respond-help = What would help me?
respond-help-now = What would help me: { $wish }
respond-help-listen = Just listen
respond-help-similar = Similar experiences
respond-help-questions = Questions
respond-help-ideas = Ideas are welcome
respond-help-silence = Silence afterwards
respond-ask-idea = I have an idea. Do they want it?
respond-ask-what_i_heard = May I say what I heard?
respond-asked-idea = Somebody has an idea for you. Would you like it?
respond-asked-what_i_heard = Somebody would like to say what they heard. May they?
respond-asked-heard = Somebody has something for you. You may say yes or no.
respond-yes = Yes, please
respond-no = No, thank you
respond-heard = Is that what you meant?
respond-heard-yes = Yes
respond-heard-not-quite = Not quite
log-response-reply = reply
log-response-idea = an idea
log-response-what_i_heard = what I heard
words-shape-similar = For me…
words-shape-questions = An open question
words-shape-ideas = Only what has helped you
words-shape-idea = Only what has helped you
words-shape-what_i_heard = I heard…

## The parts of this meeting
phases-title = The parts of this meeting
phases-now = now
phases-then = next
phases-line-now = Now: { $what }.
phases-line-then = Then: { $what }.
phase-welcome = welcome
phase-check_in = checking in
phase-topic = our topic
phase-shares = time to share
phase-conversation = conversation
phase-pause = a pause
phase-closing = closing
phase-other = the next part
phase-ask-check_in = How do you arrive tonight?
phase-ask-closing = What do you take with you?
way-open_floor = open conversation
way-raised_hands = raised hands
way-round = a round
way-share_and_respond = share and respond
way-passing = passing the piece
way-silence = silence

## Passing the piece
choose-region = Pass it on to
choose-hand = hand up

## A quiet moment
quiet-region = A quiet moment
quiet-rest = Rest a moment.
quiet-nothing = Nothing is asked of you. Your words are kept.
quiet-show = Show what was said
quiet-back = Back to the quiet

## The bell, and what facilitators alone hear
pause-title = A pause for everybody
pause-ask = Ask for a pause
pause-ask-hint = Whoever guards the bell learns that somebody asked. Not who.
pause-asked = Somebody will see it. Nobody learns that it was you.
pause-ring = Ring the bell
pause-ring-hint = Everybody is quiet for a moment. Nobody loses anything.
pause-asked-two = When one more of you rings, everybody is quiet.
pause-ring-two = When two of you ring, everybody is quiet for a moment.
bell-asked-region = The bell
bell-asked = Somebody asks for a pause.
bell-asked-no = Not now
tell-title = Tell the facilitators
tell-kind = What is it about?
tell-process = How we do this
tell-concern = A concern
tell-note = In one line, if you like
tell-hint = Only facilitators see it.
tell-go = Tell them
tell-done = The facilitators can see it now.

## A role
role-region = A question for you
role-guardian-ask = Would you like to guard the bell tonight?
role-guardian-what = You may ring it when the room needs a pause.
role-facilitator-ask = Would you like to facilitate with { $who }?
role-facilitator-what = You let people in and keep the order.
role-lead-ask = Would you like to lead from here on?
role-lead-what = Everything else stays as it is.
role-yes = Yes
role-no = Not tonight
role-lay-down = Lay down my role
role-lay-down-sure = You take part as everybody does.
role-lay-down-yes = Yes, lay it down
role-lay-down-no = Keep it

## While nobody holds the room
unheld-region = Without a facilitator
unheld-banner = No facilitator is here just now. Help is always open.
unheld-closing = Nobody holds the circle. It closes kindly in a few minutes.

## What was said
log-region = What people have said
log-empty = Nobody has said anything yet. There is no hurry.
log-new-below = { $n ->
    [one] 1 new below
   *[other] { $n } new below
}
log-unread = New from here
log-sending = sending
log-prompt = The question:
log-earlier = Earlier words are gone from this page.
log-reply = Reply
log-reply-named = Reply to { $who }
log-answers = To { $who }:
log-answers-earlier = To something said earlier
log-between = in between
log-aside = Among facilitators

## Your words
words-region = Your words
words-say-label = Say something
words-later-label = Write for later
words-say = Say
words-keep = Keep
words-kept = { $on ->
    [phone] Kept on this phone. Nothing is sent until you press Say.
   *[device] Kept on this device. Nothing is sent until you press Say.
}
words-kept-tab = Kept until you reload. Nothing is sent until you press Say.
words-only-you = Only you see this. Nothing is sent by itself.
words-left = { $n ->
    [one] 1 character left.
   *[other] { $n } characters left.
}
words-over = { $n ->
    [one] 1 character too many. You can send it in parts.
   *[other] { $n } characters too many. You can send it in parts.
}
words-held = The facilitator reads this first.
words-advised = You may change this before you send it.
words-enter-sends = Enter sends
words-enter-sends-hint = Otherwise Enter makes a new line.
words-answering = To { $who }:
words-answering-away = Do not reply
words-new-arrived = Something new arrived while you wrote.
words-interject = Say it now, in between
words-air = { $mine ->
    [2] You have shared twice
   *[other] You have shared { $mine } times
}; { $room ->
    [0] the room less than once.
    [1] the room about once.
    [2] the room about twice.
   *[other] the room about { $room } times.
}
words-air-show = Show how often I have shared
words-air-hint = Only you see it.

## More, and the people
more-title = More
circle-title = The circle
circle-picture = The circle: { $n } people, and the piece
circle-order = In order
circle-taken = has the piece
circle-responding = has shared
circle-choosing = chooses who is next
circle-offered = is offered the piece
circle-next = next
circle-nth = number { $n }
circle-later = later
circle-passed = passed
circle-hand = hand up, number { $n }
circle-reply = would like to reply
circle-hands = { $n ->
    [one] 1 hand is up.
   *[other] { $n } hands are up.
}
circle-lead = leads
circle-listening = listening
circle-away = away
more-listen = Just listen
more-listen-hint = You hear everybody. The piece passes you by.
more-take-part = Take part
more-lead-again = Lead again
more-agreement = Our agreement
more-about = What this server knows
more-leave = Leave the circle
more-leave-sure = You leave for good. Your place and your name end.
more-leave-yes = Yes, leave
more-leave-no = Stay
more-read-turn = Press F8 to hear the turn again.

## Lines in the log
note-came-in = { $who } came in.
note-went-out = { $who } is no longer here.
note-mode-open-floor = We talk openly now. Anybody may write.
note-mode-raised-hands = We raise hands now.
note-mode-round = We talk in rounds now.
note-mode-share_and_respond = We share now, with time to respond.
note-mode-passing = We pass the piece on now.
note-passed-on = { $who } passes the piece to { $to }.
note-heard-yes = The one who shared says: yes.
note-heard-not-quite = The one who shared says: not quite.
note-run-sheet = The parts of this meeting are under More.
note-run-sheet-gone = The list of parts is gone.
note-phase-welcome = Now: welcome.
note-phase-check_in = Now: checking in.
note-phase-topic = Now: our topic.
note-phase-shares = Now: time to share.
note-phase-conversation = Now: conversation.
note-phase-pause = Now: a pause.
note-phase-closing = Now: closing.
note-phase-other = Now: the next part.
note-asked = The question: { $words }
note-round-started = A round begins. Its order is drawn by lot.
note-round-started-coming-in = A round begins, in the order of coming in.
note-round-started-named = A round begins, in an order that was named.
note-round-ended = The piece is back in the centre. { $n ->
    [0] Nobody spoke this time.
    [one] 1 person shared.
   *[other] { $n } people shared.
}
note-passed = { $who } passes for now.
note-moved-on = Thank you, { $who }. The piece moves on.
note-second-offer = The piece went round once.
note-bell-facilitator = The facilitator rang the bell.
note-bell-guardian = The guardian rang the bell.
note-bell = The bell rang.
note-bell-longer = It stays quiet a little longer.
note-silence = We are quiet together.
note-silence-intention = We are quiet together: { $words }
note-silence-ended = We go on where we were.
note-role-guardian = { $who } guards the bell now.
note-role-facilitator = { $who } is a facilitator now.
note-role-member = { $who } has laid down a role.
note-lead = Facilitation passes to { $who }.
note-unheld = The facilitator has lost connection. We wait.
note-held-again = The facilitator is here again. We go on.
note-closing-soon = Nobody holds this circle. { $minutes ->
    [one] It closes in about a minute.
   *[other] It closes in about { $minutes } minutes.
}
note-list-closed = The list of hands is closed for now.
note-by = (by { $who })
note-list-open = The list of hands is open again.
note-last-word = { $who } is asked for the last word.
note-out-of-order = The facilitator offers the piece to { $who }, out of order.
note-hand-lowered = The facilitator took a hand from the list.
note-hands-cleared = Thank you all. The list of hands is empty now.
note-slow = We go slowly now: one message every { $n } seconds.
note-slow-off = We write at our own pace again.
note-quieter-first = Quieter voices come first now.
note-first-come = Hands come in the order they go up.
note-positions = The list shows places now, not names.
note-names = The list shows names now.
note-held-by-members = Everybody here holds this circle now.
note-time = Turns take about { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
} now. Nothing is cut.
note-time-firm = Turns end after about { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
} now. Words are kept.
note-time-open = Turns take as long as they take now.
note-time-given = There is more time for this turn.
note-repeats = The piece goes round until everybody passes now.
note-repeats-not = The piece goes round once now.
note-late-at-end = Whoever comes during a round comes last in it.
note-late-listen = Whoever comes during a round listens until the next.
note-late-locked = Whoever comes during a round waits at the door.
note-settings = The facilitator changed how we do this.
note-door-open = The door is open now.
note-door-knock = New people knock now.
note-door-locked = The door is closed now.
note-invitation-renewed = The invitation is a new one.
note-journal-lost = This circle would not survive a restart of the server.
note-restarted = The server started again. Places and order are kept.
note-away = { $minutes ->
    [0] You were away a moment.
    [one] You were away 1 minute.
   *[other] You were away { $minutes } minutes.
} { $n ->
    [0] { "" }
    [one] 1 message is gone.
   *[other] Up to { $n } messages are gone.
}
note-gone-person-said = Somebody who is no longer here said: { $words }

line-journal-lost = This circle would not survive a restart of the server.
turn-place-region = Your place
places-two = Your place is open in { $n } places.
places-close = Close the other
people-here = { $n ->
    [one] 1 person here
   *[other] { $n } people here
}

## Announced only
announce-your-turn = It is your turn. You have the piece.
announce-offered = It is your turn. The piece comes to you.
announce-said = { $who }: { $text }
announce-many = { $n } new messages.
announce-turn = { $who } has the piece.
announce-aside = Among facilitators, { $who }: { $text }
announce-wish = Somebody has told the facilitators something.
announce-door = { $n ->
    [one] 1 person is at the door.
   *[other] { $n } people are at the door.
}

## Why not, in the room
refusal-not_your_turn = Somebody else has the piece. Your words are kept here.
refusal-stale_turn = The turn has moved on. Your words are still here.
refusal-other_mode = We talk in another way just now.
refusal-listening_now = You are listening. Choose Take part first.
refusal-facilitators_only = Only a facilitator can do this.
refusal-nobody_there = That person is no longer there.
refusal-already_so = That is already so.
refusal-too_many_lines = That is more than { $most } lines. Please send it in parts.
refusal-too_long = That is longer than { $most } characters. Please send it in parts.
refusal-nothing_to_offer = Nobody has raised a hand.
refusal-turn_running = Somebody has the piece. Wait, or thank and move on.
refusal-nobody_to_go_round = There is nobody here to go round.
refusal-no_second_offer = The second offer is over.
refusal-silence_now = It is quiet now. Your words are kept here.
refusal-guardians_only = Only a guardian or facilitator rings. You can ask for it.
refusal-no_offer = That offer is over.
refusal-just_listening = They wish us just to listen. Signs are welcome.
refusal-quiet_after = They wish a quiet moment. Your words are kept here.
refusal-replies_full = There were replies enough. Your words are kept here.
refusal-asked_already = You have already asked.
refusal-somebody_does = Somebody else is saying what they heard.
refusal-others_first = Somebody else has not had the piece yet.
refusal-not_reachable = That person cannot be reached just now.
refusal-only_hands = The piece goes to somebody whose hand is up.
refusal-signals_off = No signs now. Listening is enough.
refusal-list_closed = The list is closed for now.
refusal-once_a_turn = You have already said something in this turn.
refusal-not_while_unheld = The facilitator has lost connection. We wait.
refusal-prompt_not_needed = The question is already here.
refusal-other_prompt = That is not the question we had.
