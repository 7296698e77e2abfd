# The words of the first visit, in English. The room's are in en.room.ftl, those of facilitators and hosts in en.hosting.ftl.
# Second person, present tense, at most 12 words a sentence (style.test.ts holds this).

## Said in many places
help = Help
help-now = Help now
leave-fast = Leave fast
more = More
back = Back
copied = Copied
try-again = Try again
you-mark = (you)
show-typed = Show what I type
role-facilitator = facilitator
role-guardian = guardian

## No link: what this place is
front-title = A quiet place to talk, one at a time
front-what = Small groups meet here in writing. Nobody gives a name.
front-line-link = You come in by a link that somebody gave you.
front-line-turn = The talking piece goes round. You may always pass.
front-line-gone = When the circle closes, the words are gone.
front-words = I have words to type
front-hosts = Do you run this server?
front-hosts-how = Run this command on it. It prints the links you need.
front-about = What this server knows

## A link is looked at
looking-title = One moment
looking-what = Your link is being looked at.
no-door-title = This link does not open a door
no-door-ask = Ask the person who sent it for a new one.
no-door-again = Look again
no-door-used-title = This invitation has been used
reload-title = This page is a newer one now
reload-what = Load it again. Your place is kept.
reload = Load again

## The door
door-invited = You are invited to
door-run-by = Run by { $who }
door-name = Your name for tonight
door-another-name = Another name
door-names-left = { $n ->
    [one] 1 more name to see
   *[other] { $n } more names to see
}
door-line-account = No account, no e-mail. Nobody here knows who you are.
door-line-kept = Your words are not kept.
door-line-copy = People here could still copy what they see.
door-come-in = Come in
door-listen = Just listen
door-line-label = A short line to the facilitator, if you like
door-knock = The facilitator lets people in one by one.
door-not-open = The circle has not opened yet.
door-looks-again = This page looks again by itself.
door-locked = The door is closed for now.
door-look-again = Look again
door-agreement-first = Our agreement: { $line }
door-agreement-none = This group has no written agreement.
agreement-title = Our agreement
agreement-coming-in = By coming in you agree to this.
agreement-history = Your browser remembers that you were here.
crisis-title = If somebody is in danger
crisis-peer_held = Here we talk about everything. Nobody assesses or alerts anybody.
crisis-peer_held-more = Help contacts are always one tap away.
crisis-signpost = We listen, and we can point to help.
crisis-signpost-more = Nobody outside is told.
crisis-host_escalation = The people who run this place may call for help.
crisis-host_escalation-more = They do not know who or where you are.

## The waiting room
waiting-title = You are in the waiting room
waiting-knock = You have knocked. Somebody inside lets you in.
waiting-noticed = Still here. Somebody inside has seen your knock.
waiting-round = A round is under way. You come in when it is over.
waiting-name = Tonight you are
waiting-phone = You may put the phone down. Your place is kept.
waiting-leave = Leave the waiting room

## Help
help-title = Help now
help-danger = Is somebody in danger right now?
help-emergency = Call your local emergency number.
help-emergency-numbers = 112 in most of Europe, 999 in Britain, 911 in North America, 000 in Australia.
help-listen = Somebody to talk to
help-listen-what = These lines listen. You need not be in danger to call.
help-not-verified = Not yet verified by a person here.
help-elsewhere = Other countries:
help-breathe = For this minute
help-breathe-what = Put both feet on the floor. Breathe out slowly. Name three things you see.
help-fast = Leave fast takes you to another page at once.
help-history = It does not empty your browser's history.
help-region-ukie = Britain and Ireland
help-region-usca = USA and Canada
help-region-de = Germany
help-region-at = Austria
help-region-ch = Switzerland
help-region-fr = France
help-region-es = Spain
help-region-au = Australia
help-region-nz = New Zealand
help-region-in = India

## The line to the server
line-region = The line to the server
line-lost = Connection lost. Trying again. Your words are kept here.
line-back = You are connected again.
line-lost-part = This part has not arrived yet.

## The end
after-left-title = You have left
after-left = Thank you for being here.
after-meeting_closed-title = The circle is closed
after-meeting_closed = Thank you for the time together.
after-declined-title = Kindly not tonight
after-declined = The facilitator could not let you in this evening. It says nothing about you.
after-seat_ended-title = Your place has ended
after-seat_ended = You may ask for a new invitation.
after-open_elsewhere-title = Open in another place
after-open_elsewhere = You closed the circle here. It goes on where you kept it.
after-nothing = Nothing is kept
after-forgotten = Forgotten: what was said, names for tonight, who was here.
after-remains = What stays: the name of the group and its agreement.
after-others = People may remember, or have copied what they saw.
after-desk = Back to my groups
after-care = Be gentle with yourself. A glass of water is a good start.

## Why not: one line for each refusal of the protocol
refusal-slow_down = One moment, please. Try again in { $seconds } seconds.
refusal-still_waiting = You are in the waiting room. Somebody inside lets you in.
refusal-no_words = There are no words in it yet.
refusal-unreadable_words = Some characters cannot be shown to others. Please type it again.
refusal-invitation_used = Ask the person who sent it for a new one.
refusal-not_open_yet = The circle has not opened yet.
refusal-door_locked = The door is closed for now.
refusal-agreement_changed = The agreement has changed. Please read it again.
refusal-names_drawn = You have seen { $most } names. Please choose this one.
refusal-full = The circle is full tonight.
refusal-seat_ended = This place has ended.
refusal-key_in_use = This place is already taken. Please come in again.
refusal-busy = Many people are at the door. Try again in { $seconds } seconds.
refusal-cannot_keep = The server cannot keep this now. Nothing has changed.
refusal-not_here = This cannot be done from here.
refusal-our_mistake = That was our mistake. Nothing has changed.
