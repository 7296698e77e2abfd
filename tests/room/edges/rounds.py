"""Rounds: how they begin and end, what a turn is, and whoever is away, late, silent or gone."""

from tests.room.edges.row import Row, Section

_ROUNDS = "room/test_rounds.py"
_ABSENCES = "room/test_round_absences.py"
_EDGES = "room/test_edges_of_rounds.py"
_COUNCILS = "room/test_councils.py"
_MEMBERSHIP = "room/test_membership.py"

RULES = Section(
    title="Rounds: the rules",
    about="The piece goes round. Everybody is offered one turn; a pass is never a mistake.",
    rows=(
        # --- beginning
        Row("Who is in it", "Who listens, waits or is away is not in the order", f"{_ROUNDS}::TestBeginning"),
        Row("The order, as usual", "The lot decides the order", f"{_ROUNDS}::TestBeginning"),
        Row("The order, as a group may choose", "The order is as people came in", f"{_COUNCILS}::TestTheOrder"),
        Row("The order, named", "A facilitator names it and nobody is left out", f"{_COUNCILS}::TestTheOrder"),
        Row("When it is known", "The order is told before the first offer", f"{_ROUNDS}::TestBeginning"),
        Row("Facilitators", "Facilitators who take part come last", f"{_ROUNDS}::TestBeginning"),
        Row("Pass me this round", "Nobody sees a pass in advance before the piece comes", f"{_ROUNDS}::TestPassMe"),
        Row("Pass me, and then not", "Pass me may be taken back", f"{_ROUNDS}::TestPassMe"),
        # --- the offer
        Row("The piece is offered", "An offer is answered by take, pass or later", f"{_EDGES}::TestTheOffer"),
        Row(
            "No answer for 45 s",
            "Who is offered the piece is told there is no hurry",
            "room/test_alarms.py::TestQuiet",
        ),
        Row(
            "No answer for 90 s",
            "Facilitators alone see after ninety seconds that an offer waits",
            f"{_EDGES}::TestTheOffer",
        ),
        Row(
            "The facilitator waits",
            "An offer waits as long as a facilitator lets it",
            f"{_EDGES}::TestTheOffer",
        ),
        Row(
            "The facilitator lets it come back later",
            "A facilitator thanks a silent one and asks once more later",
            f"{_ROUNDS}::TestLater",
        ),
        Row(
            "The group lets it go on by itself",
            "A silent holder goes to later by itself",
            "room/test_holding.py::TestHeldByItsMembers",
        ),
        Row("Going on by itself, again and again", "Moving on by itself is never a pass", f"{_EDGES}::TestTheOffer"),
        # --- the turn
        Row(
            "Several short messages",
            "A turn has as many messages as its holder likes",
            f"{_ROUNDS}::TestTheTurn",
        ),
        Row("Done", "The piece goes round once", f"{_ROUNDS}::TestTheTurn"),
        Row("Done, without the piece", "Done belongs to whoever has taken the piece", f"{_ROUNDS}::TestTheTurn"),
        Row(
            "A holder is silent for 2 min",
            "A silent holder is told to take their time after two minutes",
            "room/test_alarms.py::TestQuiet",
        ),
        Row(
            "A holder is silent for 4 min",
            "Facilitators see a quiet mark at a holder after four minutes",
            f"{_EDGES}::TestASilentHolder",
        ),
        Row(
            "I'm here, one minute",
            "One minute is a minute more, as often as needed",
            "room/test_alarms.py::TestQuiet",
        ),
        Row(
            "A holder is writing",
            "Others see that the holder writes only where the holder allows it",
            not_yet="Nothing about writing leaves the browser.",
        ),
        Row("Pass", "Passing needs no words", f"{_ROUNDS}::TestTheTurn"),
        Row("Pass, after taking", "One may pass after taking", f"{_ROUNDS}::TestTheTurn"),
        Row(
            "A second offer",
            "The second offer is made to all who passed in one event without names",
            f"{_ROUNDS}::TestTheSecondOffer",
        ),
        Row(
            "A yes to the second offer",
            "A yes to the second offer is private, and the tail follows when the question is over",
            f"{_ROUNDS}::TestTheSecondOffer",
        ),
        Row(
            "A second offer, nobody passed",
            "Where nobody passed no second offer is made",
            f"{_ROUNDS}::TestTheSecondOffer",
        ),
        Row("Without a second offer", "A group may do without a second offer", f"{_ROUNDS}::TestTheSecondOffer"),
        Row("Later", "Later comes again at the end", f"{_ROUNDS}::TestLater"),
        Row("Later, a third time", "The third later counts as a pass", f"{_ROUNDS}::TestLater"),
        Row(
            "Thank and move on",
            "Thanking and moving on gives no reason and a kind sentence to the holder",
            f"{_EDGES}::TestWhatTheOthersAreTold",
        ),
        Row(
            "Thank and move on, after words",
            "Who has spoken and is thanked had their turn",
            f"{_ROUNDS}::TestLater",
        ),
        # --- the end
        Row("The end", "The end of a round is a count without names", f"{_EDGES}::TestWhatTheOthersAreTold"),
        Row(
            "A council, somebody spoke",
            "The piece goes round again while anybody shares",
            f"{_COUNCILS}::TestTheCouncil",
        ),
        Row("A council, nobody spoke", "A full circle of passes ends the council", f"{_COUNCILS}::TestTheCouncil"),
    ),
)

CASES = Section(
    title="Rounds: the cases",
    about="Lost lines, people who come and go, two acts at once, silences, small and large circles, restarts.",
    rows=(
        # --- the holder
        Row(
            "The holder loses connection, and is back within 90 s",
            "The piece waits for a holder who is back in time, and the same turn goes on",
            f"{_ABSENCES}::TestALostConnection",
        ),
        Row(
            "What the others see of it",
            "A waiting piece does not say why it waits",
            f"{_EDGES}::TestWhatTheOthersAreTold",
        ),
        Row(
            "The holder is away for longer",
            "After the grace the piece goes on and comes first to who is back",
            f"{_ABSENCES}::TestALostConnection",
        ),
        Row(
            "The holder is away for very long",
            "A lost turn comes first even after a long time",
            f"{_ABSENCES}::TestALostConnection",
        ),
        Row(
            "What a lost holder had said",
            "What was said before the connection was lost stays",
            f"{_EDGES}::TestWhatTheOthersAreTold",
        ),
        Row(
            "The holder leaves after sharing",
            "A holder who leaves after sharing has shared",
            f"{_ABSENCES}::TestSteppingBack",
        ),
        Row(
            "The holder leaves: the next offer, 5 s later",
            "A holder who leaves lets the piece rest and go on",
            f"{_MEMBERSHIP}::TestLeaving",
        ),
        Row(
            "The holder leaves: the empty place",
            "The others see an empty place only after a while",
            f"{_MEMBERSHIP}::TestLeaving",
        ),
        Row(
            "Leave fast",
            "A leave that arrives in one piece with the close ends the seat",
            "server/edge/test_last_words.py",
        ),
        Row(
            "The holder is excluded",
            "The turn of somebody who is excluded ends at once and no reason is shown",
            not_yet="Excluding a person is not built yet.",
        ),
        Row(
            "The holder steps aside with a helper",
            "The piece comes back later to a holder who is aside, unless a facilitator waits",
            not_yet="Side rooms are not built yet.",
        ),
        Row("The holder steps back", "Stepping back with the piece is a pass", f"{_MEMBERSHIP}::TestListening"),
        Row(
            "A message of the holder is held",
            "A held message is seen by holder and facilitators, and what follows waits behind it",
            not_yet="Holding a message is not built yet.",
        ),
        # --- whoever is still to come
        Row("Away when reached", "Who cannot be reached comes later", f"{_ABSENCES}::TestALostConnection"),
        Row("Away for more than five minutes", "The piece does not wait for ever", f"{_ABSENCES}::TestALostConnection"),
        Row(
            "Gone when reached",
            "Who leaves is left out when the piece would come",
            f"{_ABSENCES}::TestSteppingBack",
        ),
        Row("Everybody is away", "When everybody is away the round waits", f"{_ABSENCES}::TestALostConnection"),
        Row(
            "Somebody to come just listens",
            "A listener loses the place and may come back at the end",
            f"{_ABSENCES}::TestSteppingBack",
        ),
        Row(
            "Listening after one's turn",
            "Who had the piece does not get it twice by listening",
            f"{_ABSENCES}::TestSteppingBack",
        ),
        # --- newcomers
        Row(
            "Somebody comes in: what they see",
            "A newcomer sees the question, whose turn it is and who is to come",
            f"{_EDGES}::TestComingIn",
        ),
        Row("Somebody comes in", "A newcomer is added at the end", f"{_ABSENCES}::TestComingLate"),
        Row(
            "Somebody comes in during the last turn",
            "A newcomer is added even during the last turn",
            f"{_ABSENCES}::TestComingLate",
        ),
        Row(
            "Newcomers listen first",
            "A group may let newcomers listen until the next round",
            f"{_ABSENCES}::TestComingLate",
        ),
        Row(
            "Newcomers wait: at an open door",
            "Where the round is locked a latecomer waits at the door",
            _COUNCILS,
        ),
        Row(
            "Newcomers wait: a facilitator lets them in",
            "Nobody is let into a locked round before it is over",
            _COUNCILS,
        ),
        Row(
            "Newcomers wait: what they are told",
            "Whoever waits for a locked round is told so at the door",
            "room/test_newcomers.py::TestALockedRound",
        ),
        Row("The same seat is back", "Coming back is not coming late", f"{_ABSENCES}::TestComingLate"),
        # --- two at once, facilitators, silence
        Row(
            "Done and Move on at once",
            "Done and moving on at the same moment are one step",
            f"{_EDGES}::TestTwoActsAtOnce",
        ),
        Row(
            "The facilitator is gone",
            "The running turn may finish and no new offer is made",
            "room/test_holding.py::TestUnheld",
        ),
        Row(
            "The facilitator is gone, and the group goes on",
            "A round goes on where the group chose so",
            "room/test_holding.py::TestUnheld",
        ),
        Row(
            "A silence in mid turn",
            "A silence in mid turn keeps the holder and the order",
            f"{_EDGES}::TestSilenceInARound",
        ),
        # --- few and many
        Row("One person is left", "A round goes on with one person", f"{_EDGES}::TestFewPeople"),
        Row(
            "One or two people are left",
            "A facilitator is asked whether to end a round of one or two",
            "web_client/src/parts/tray/turns.test.tsx",
        ),
        Row("Forty people", "Forty people go round", f"{_ROUNDS}::TestBeginning"),
        Row(
            "Thirty people or more",
            "A facilitator is told how long a round of thirty takes before it begins",
            "web_client/src/parts/tray/turns.test.tsx",
        ),
        # --- restarts
        Row(
            "Restart: places, names, order",
            "After a restart seats, names, order, holder and choices are the same",
            "room/test_restore.py",
        ),
        Row("Restart: the holder", "After a restart the holder goes on with the same turn", "room/test_restore.py"),
        Row(
            "Restart: the time of the turn",
            "After a restart the whole time begins anew",
            "room/test_time.py::TestTheClockStandsStill",
        ),
        Row("Restart: the grace", "The grace of an absent holder begins again after a restart", "room/test_restore.py"),
        Row(
            "A journal that cannot be kept",
            "A lost journal is said to the room once",
            "room/test_alarms.py::TestWaking",
        ),
        Row(
            "No journal",
            "Without a journal a bug closes the room kindly",
            "server/runtime/test_crash.py",
        ),
    ),
)
