# The words of the room, in English. They come with it.

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
turn-sharing = { $who } is sharing.
turn-waits = The piece waits quietly for { $who }.
turn-somebody = Somebody
turn-calm-open = You need not say anything.
turn-calm-listening = You are listening. Nothing is expected of you.
turn-calm-may-raise = Raise a hand when you would like to speak.
turn-calm-offered = Take it, pass, or wait. There is no hurry.
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
hand-note-label = A note for the facilitator, if you like
nudge-take_your_time = Take your time. Later and Pass are fine too.
nudge-moved_on = Thank you. The piece has moved on; your words are kept.
nudge-moved_on_again = The piece has moved on. It comes to you once more.
nudge-hand_lowered = The facilitator has lowered your hand. You may raise it again.
nudge-away = All right

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

## More, and the people
more-title = More
circle-title = The circle
circle-picture = The circle: { $n } people, and the piece
circle-order = In order
circle-has = has the piece
circle-offered = is offered the piece
circle-next = next
circle-nth = number { $n }
circle-later = later
circle-passed = passed
circle-hand = hand up, number { $n }
circle-listening = listening
circle-away = away
more-listen = Just listen
more-listen-hint = You hear everybody. The piece passes you by.
more-take-part = Take part
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
note-asked = The question: { $words }
note-round-started = A round begins. Its order is drawn by lot.
note-round-ended = The piece is back in the centre. { $n ->
    [0] Nobody spoke this time.
    [one] 1 person shared.
   *[other] { $n } people shared.
}
note-passed = { $who } passes for now.
note-moved-on = Thank you, { $who }. The piece moves on.
note-second-offer = The piece went round once.
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
refusal-prompt_not_needed = The question is already here.
refusal-other_prompt = That is not the question we had.
