# Words that only facilitators and hosts meet, in English. Loaded with their screens, so that members need not wait for them.

## The facilitator's door
fdoor-first-title = Choose a passphrase
fdoor-first-what = You need it and your link to come back.
fdoor-first-advice = At least { $n } characters. A short sentence works well.
fdoor-first-lost = Nobody can look it up for you.
fdoor-title = Welcome back
fdoor-what = Your passphrase opens your groups.
fdoor-passphrase = Passphrase
fdoor-repeat = The same again
fdoor-different = The two are not the same yet.
fdoor-first-go = Keep it and go on
fdoor-go = Go to my groups

## Links that open once
host-door-title = The host page
host-door-what = This link opens it once.
host-door-go = Open the host page
trial-title = A first circle to try
trial-what = This link opens it once. You are the facilitator there.
trial-go = Open the circle to try

## The host page
host-title = People who hold circles here
host-what = Each facilitator has a link of their own.
host-label = A word to tell them apart
host-label-hint = Only you see it.
host-make = Make a link
host-link-title = A link for { $label }
host-link-once = Give it to them now. It is shown only once.
host-link-any = A link for a facilitator
host-list = Facilitators
host-none = Nobody yet. Make the first link.
host-ready = has chosen a passphrase
host-not-ready = has not come yet
host-remove = Remove
host-remove-named = Remove { $label }
host-remove-sure = Their link and passphrase stop working at once.
host-remove-yes = Yes, remove
host-remove-no = Keep
host-leave = Leave the host page

## The desk
desk-title = My groups
desk-none = No groups yet. Starting one takes a minute.
desk-start = Start a group
desk-open = Open now
desk-invited = There is a link. Nobody is inside yet.
desk-closed = Closed
desk-enter = Go in
desk-enter-named = Go in: { $name }
desk-share = Invitation
desk-share-named = Invitation to { $name }
desk-new-invitation = New invitation
desk-new-invitation-named = New invitation to { $name }
desk-link-gone = People have a link. Only a new one can be shown.
desk-remove = Remove
desk-remove-named = Remove { $name }
desk-remove-sure = Its name, agreement and invitation are forgotten.
desk-remove-yes = Yes, remove
desk-remove-no = Keep
desk-leave = Leave my groups
desk-pair = Pair a co-facilitator
desk-pair-named = Pair a co-facilitator for { $name }

## My devices
devices-title = My devices
devices-n = { $n ->
    [one] Only this device opens your groups.
   *[other] { $n } devices open your groups.
}
devices-full = { $n } devices open your groups. There is no room for more.
devices-pair = Use another device
devices-only = Only this device
devices-only-sure = All other devices leave your groups at once. Their links stop working.
devices-only-yes = Yes, only this one
devices-only-no = Keep them
paired-title = This device is paired
paired-what = Next time, this link and your passphrase open your groups. Keep it now.
paired-link = The link of this device

## Pairing, on my first screen
pair-title = Facilitate together: { $name }
pair-device-title = Use another device
pair-what = Tell these words to the person who facilitates with you.
pair-device-what = Open this on the other device. Then it asks for your passphrase.
pair-code = Words that work once
pair-how = Open { $address } there and type these words. Or scan the picture.
pair-qr = A picture that opens the page with these words when scanned
pair-safe = The words let nobody in. You are asked first.
pair-device-safe = Without your passphrase the words open nothing.
pair-left = { $n ->
    [one] They work for one more minute, while this stays open.
   *[other] They work for { $n } more minutes, while this stays open.
}
pair-asked = Somebody wants to facilitate with you: { $who }
pair-compare = Ask them which name they see. Say yes only if it is this one.
pair-second = Somebody else asked with these words before. Look at the name again.
pair-may = They can then do everything here that you can.
pair-yes = Yes, let them in
pair-no = No
pair-allowed = { $who } is coming in.
pair-done = { $who } facilitates with you now.
pair-done-somebody = They facilitate with you now.
pair-done-what = It is for this circle, until it closes.
pair-device-done = The other device is paired.
pair-device-done-what = It shows its own link there. Keep that one there.
pair-ended = These words are over. Nobody comes in by them.
pair-again = New words
pair-close = Close

## Pairing, on the other side
type-words-label = The words you were given
type-words-hint = Six words. Capitals make no difference.
type-words-few = These are not all the words yet.
type-words-go = Open
device-title = This opens your desk on this device
device-what = Your passphrase opens your groups here too.
device-shared = Not on a device that others use.
device-go = Open my groups here
co-above = You are asked to facilitate
co-what = You will facilitate this circle together with whoever gave you the words.
co-line-may = You can let people in, lead rounds, and close it.
co-line-tonight = It is for this meeting only.
co-ask = Ask to come in
co-ask-hint = The other facilitator sees your name for tonight and says yes.
co-asked-title = You have asked to come in
co-asked = The other facilitator is asked now. Please stay here.
co-asked-name = They read that you are
co-asked-compare = Tell them this name. Then they know it is you.
co-stop = Rather not

## Start a group
start-title = Start a group
start-what = A few things, then you have a link to share.
start-name = What is it called?
start-name-hint = People see it at the door.
start-mode = How do people take turns?
start-mode-round = Talking piece
start-mode-round-what = One after another. Everybody may pass.
start-mode-raised_hands = Raised hands
start-mode-raised_hands-what = Whoever wishes to speak raises a hand.
start-mode-share_and_respond = Share and respond
start-mode-share_and_respond-what = After each share there is time to respond, as its sharer wishes.
start-mode-passing = Passing the piece
start-mode-passing-what = Whoever had the piece chooses who is next.
start-mode-open_floor = Open conversation
start-mode-open_floor-what = Anybody can write at any time.
start-door = I let people in one by one
start-door-hint = Otherwise everybody with the link can come in.
start-door-ours = We let people in one by one
start-held = Who holds the circle?
start-held-facilitators = Facilitators
start-held-facilitators-what = You look after the door, the order and the time.
start-held-members = Everybody in it
start-held-members-what = Nobody is above anyone. You take part as everybody does.
start-agreement = Our agreement
start-agreement-hint = One line for each. Change it as you like.
start-agreement-text =
    What is said here stays here.
    Each of us speaks from our own life.
    We listen without giving advice, unless somebody asks for it.
    Everybody may pass, be silent, or leave.
    We do not copy or repeat what others write.
start-go = Make the circle
start-later = You can change all of this later.
start-agreement-many = An agreement has at most { $n } lines.
start-agreement-long = One line has at most { $n } characters.
start-name-missing = Please give it a name first.

## Ready to share
ready-title = Ready to share
ready-what = People come in by this link.
ready-link = The invitation
ready-copy = Copy the link
ready-share = Share it
ready-qr = Show a picture to scan
ready-qr-hide = Hide the picture
ready-qr-label = A picture that opens the invitation when scanned
ready-text = Words to send with it
ready-text-body =
    You are invited to { $name }.
    It is in writing. No account, no e-mail, and you may just listen.
    { $link }
ready-copy-text = Copy the words
ready-once = The link ends when the meeting closes.
ready-enter = Go into the circle
ready-desk = Back to my groups
ready-local = This address opens only on this computer.

## The tray
tray-region = For the facilitator
tray-open = { $n ->
    [0] Tray
   *[other] Tray ({ $n })
}
tray-next-start = Start the round
tray-next-offer = Offer to { $who }
tray-next-move-on = Thank and move on
tray-next-restart = Start another round
tray-door = Door
tray-door-n = Door ({ $n })
tray-needs = Someone may need you
tray-needs-n = Someone may need you ({ $n })
tray-talk = How we talk
tray-bell = Bell
tray-next-end-silence = End the silence
tray-close = Close
round-title = Start a round
round-prompt = A question for the round, if you like
round-prompt-hint = For example: one thing that helped this week.
round-go = Start the round
round-long = A round of { $n } takes about { $minutes } minutes. Smaller rooms are easier.
round-lot = The order is drawn by lot. Everybody may pass.
round-pass = Everybody may pass.
round-order = In which order?
round-order-lot = By lot
round-order-coming_in = As people came in
round-order-named = In my order
round-order-list = The order of this round
round-order-up = Earlier
round-order-up-named = Earlier: { $who }
round-order-down = Later
round-order-down-named = Later: { $who }
round-order-moved = { $who } is number { $n } now.
round-repeats = Go round until everybody passes
round-repeats-what = As councils do. Nobody learns who ended it.
together-region = For everybody here
knocks-title = At the door
knocks-none = Nobody is at the door.
knocks-in = Let in
knocks-in-named = Let in { $who }
knocks-all = Let everybody in
knocks-decline = Kindly decline
knocks-decline-named = Kindly decline { $who }
knocks-decline-sure = They read: kindly not tonight.
knocks-decline-yes = Yes, decline
knocks-decline-no = Wait
knocks-listening = wishes to just listen
door-level = Who may come in?
door-level-open = Everybody with the invitation
door-level-knock = I let people in one by one
door-level-locked = Nobody new
needs-title = Someone may need you
needs-few = Only one or two of you take part in this round now.
needs-few-end = Go over to open conversation
needs-none = Nothing just now. All is well.
needs-quiet = { $who } has the piece and is quiet.
needs-quiet-offered = { $who } has not taken the piece yet.
needs-quiet-what = You may wait, or thank and move on.
needs-hand = { $who } wrote with their hand:
needs-lower = Lower the hand of { $who }
needs-offer = Offer the piece to { $who }
needs-process = { $who } has something about how we do this.
needs-concern = { $who } has a concern.
needs-heard = I have heard it
needs-bell = Somebody asks for a pause.
needs-not-heard = Has not had a turn yet
needs-not-heard-hint = Nobody has to. Only you see this.
aside-label = To the facilitators only
aside-say = Say aside
bell-title = Bell
bell-ring-hint = A short pause. Nobody loses the piece or their words.
bell-silence = A longer silence
bell-how-long = How long?
bell-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}
bell-until = Until I end it
bell-intention = A few words to it, if you like
bell-intention-hint = For example: for whoever could not be here.
bell-begin = Begin the silence
bell-running = It is quiet just now. Everything stands where it was.
bell-end = End the silence
person-title = { $who }
person-guardian = Ask them to guard the bell
person-guardian-hint = A guardian may ring the bell. Nothing else.
person-facilitator = Ask them to facilitate with me
person-lead = Hand over to them
person-lead-hint = They lead from here on. You stay a facilitator.
person-asked = They have been asked. Nothing changes until they say yes.
person-lower = Lower their hand
person-more-time = Give them more time
person-last-word = Ask them for the last word
person-offer = Offer them the piece
person-away = They are away just now.
person-none = There is nothing to do here just now.
phases-what = A list that everybody sees. Nothing begins by itself.
phases-own = Make my own list
phases-change = Change the list
phases-begin = Begin: { $what }
phases-prompt = A question for it, if you like
phases-waits-turn = It begins after this turn.
phases-waits-round = It begins after this round.
phases-minutes = { $n ->
    [one] about 1 minute
   *[other] about { $n } minutes
}
phases-kind = Part { $n }: what it is
phases-way = Part { $n }: how we talk
phases-minutes-of = Part { $n }: about how many minutes
phases-up = Part { $n } up
phases-remove = Remove part { $n }
phases-add = Add a part
phases-save = Save for everybody
run-sheet-support_circle = Support circle
run-sheet-weekly_group = Weekly group
run-sheet-trialogue = Trialogue
tray-next-phase = Begin: { $what }
talk-title = How we talk
talk-mode = From now on
talk-prompt = A question for everybody, if you like
talk-when = When?
talk-when-after = After this turn
talk-when-now = Now
talk-when-now-what = Whoever has the piece keeps their words.
talk-go = Change
talk-slow = Pace of open conversation
talk-slow-0 = Everybody at their own pace
talk-slow-n = One message every { $n } seconds
talk-turns = Turns
talk-time = How long is a turn?
talk-time-0 = As long as it takes
talk-time-n = { $n ->
    [one] About 1 minute
   *[other] About { $n } minutes
}
talk-time-what = Whoever speaks is told quietly. Nothing is cut.
talk-time-firm = A firm end
talk-time-firm-what = The turn ends a minute after that. Words are kept.
talk-late = Whoever comes during a round
talk-late-at_end = comes last in it
talk-late-listen = listens until the next
talk-late-locked = waits at the door until it is over
talk-after = After a share
talk-after-next = The piece goes on
talk-after-respond = There is time to respond
talk-after-respond-what = As the one who shared wishes.
talk-among = Whom the piece may go to
talk-among-hands = Whoever has a hand up
talk-among-anybody = Anybody who takes part
talk-reach = Take it from the centre
talk-reach-what = Whoever reaches first has it. The other is next.
talk-list = The list of hands
talk-order = Who comes first?
talk-order-first_come = As hands go up
talk-order-quieter_first = Quieter voices first
talk-order-quieter_first-what = By turns taken tonight, then by time.
talk-shown = What the list shows
talk-shown-names = Names
talk-shown-positions = Only places
talk-list-close = Close the list
talk-list-open = Open the list
talk-list-close-what = Whoever is in it stays in it.
talk-finish = Coming to an end
talk-last-word = Who has the last word?
talk-last-word-go = Ask for the last word
talk-last-word-what = The list closes. The others are thanked.
talk-clear = Clear the list
talk-clear-sure = Everybody is thanked, and all hands go down.
talk-clear-yes = Yes, clear it
talk-clear-no = Keep it
close-title = Close the circle
close-sure = It ends for everybody. All words are gone.
close-link = The invitation stops working.
close-yes = Yes, close the circle
close-no = Stay open

## When the last facilitator leaves
last-leave-what = You may go at any time. What is best for the circle?
last-leave-hand = Hand over
last-leave-hand-who = Whom would you ask? They may say no.
last-leave-ask = Ask { $who }
last-leave-close = Close the circle
last-leave-wait = Leave, and the circle waits
last-leave-wait-what = It waits for a facilitator, then closes after about { $n } minutes.
last-leave-stay = Stay

invite-title = Invitation
invite-none = The link is not on this device. Make a new one.
invite-renew = Make a new link
invite-renew-sure = The old link then lets nobody in.
invite-renew-yes = Yes, make a new one
invite-renew-no = Keep the old one

## Why not, at the desk
refusal-session_ended = You were away for a while. Please open your link again.
refusal-wrong_passphrase = That is not the passphrase for this link.
refusal-passphrase_short = Please choose at least { $most } characters.
refusal-hosts_only = Only the host of this server can do this.
refusal-no_such_group = That group is no longer here.
refusal-meeting_is_open = The circle is open now. Close it first.
