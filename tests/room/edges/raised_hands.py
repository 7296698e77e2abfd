"""Raised hands: the line, the kinds of hands, the offer, the end of the line, quieter voices first."""

from tests.room.edges.row import Row, Section

_HANDS = "room/test_raised_hands.py"
_EDGES = "room/test_edges_of_hands.py"

SECTION = Section(
    title="Raised hands",
    about="A line that everybody sees. A facilitator offers the piece, or it goes on by itself if the group chose so.",
    rows=(
        Row("Hands go up", "The line is the order of raising", f"{_HANDS}::TestTheLine"),
        Row("The same hand again", "A hand is up once", f"{_HANDS}::TestTheLine"),
        Row(
            "Where do I stand?",
            "without a hand I may raise one; with one I know my place",
            "web_client/src/room/standing.test.ts",
        ),
        Row(
            "A direct reply, nobody speaks",
            "A direct response is for a turn that somebody has taken",
            f"{_EDGES}::TestDirectResponses",
        ),
        Row("A direct reply, others wait", "A direct response goes before shares", f"{_EDGES}::TestDirectResponses"),
        Row(
            "More than two direct replies",
            "The third direct response to one turn is refused",
            f"{_EDGES}::TestDirectResponses",
        ),
        Row(
            "About the process",
            "What is about the process is seen by facilitators alone",
            f"{_EDGES}::TestAboutTheProcess",
        ),
        Row(
            "About the process, and accepted",
            "What is about the process may come before everybody when it is accepted",
            f"{_EDGES}::TestAboutTheProcess",
        ),
        Row(
            "A concern",
            "A concern reaches facilitators in every way of talking",
            f"{_HANDS}::TestWhatFacilitatorsAloneHear",
        ),
        Row(
            "Two hands at the same moment",
            "Two hands at the same moment stand in the order in which they were heard",
            f"{_EDGES}::TestTheLineOfHands",
        ),
        Row("Lowering my own hand", "One's own hand goes down at any time", f"{_EDGES}::TestTheLineOfHands"),
        Row(
            "A facilitator lowers one hand",
            "A facilitator may lower a hand and the person is told kindly",
            f"{_HANDS}::TestTheLine",
        ),
        Row(
            "A facilitator lowers all hands",
            "A cleared line is told to everybody and kindly to those who stood in it",
            f"{_EDGES}::TestTheLineOfHands",
        ),
        Row("Who sees the line", "Everybody sees the same line", f"{_EDGES}::TestTheLineOfHands"),
        Row(
            "Positions only",
            "Nobody but facilitators learns whose hands are up",
            not_yet="Screens hide the names where the group chose so; the server still sends the seats to everybody.",
        ),
        Row("A note with a hand", "A note is for facilitators only", f"{_HANDS}::TestTheLine"),
        # --- the offer
        Row("Next", "One tap offers the piece to the first hand", f"{_HANDS}::TestTheOffer"),
        Row("Next, but somebody else", "An offer out of order says so", f"{_HANDS}::TestTheOffer"),
        Row(
            "Next by itself",
            "A group may choose that the next hand follows by itself",
            f"{_HANDS}::TestTheOffer",
        ),
        Row("Offered: take", "An offer that is taken is a turn", f"{_EDGES}::TestTheOffer"),
        Row("Offered: later", "Later is one place back", f"{_HANDS}::TestTheTurn"),
        Row("Offered: no, thank you", "Who declines an offer has no hand up any more", f"{_EDGES}::TestTheOffer"),
        Row(
            "Offered: no answer in 90 s, next by itself",
            "Who does not answer stands one place back, once",
            f"{_EDGES}::TestTheOffer",
        ),
        Row(
            "Offered: no answer again",
            "Who does not answer twice is put aside and comes first when they react",
            f"{_EDGES}::TestTheOffer",
        ),
        Row("What others see of that", "Nobody is told who did not answer", f"{_EDGES}::TestTheOffer"),
        Row("Offered by a facilitator: no answer", "Nothing moves on by itself", f"{_HANDS}::TestTheOffer"),
        Row("After the turn", "Who has the piece needs no hand", f"{_HANDS}::TestTheTurn"),
        Row(
            "Thanked and moved on",
            "Thank and move on ends the turn for this time",
            f"{_HANDS}::TestTheTurn",
        ),
        # --- the end of the line
        Row(
            "The list is closed",
            "A closed list takes no more shares and keeps who is in it",
            f"{_EDGES}::TestTheEndOfTheLine",
        ),
        Row(
            "The last word",
            "The last word closes the list and thanks the others by an event",
            f"{_EDGES}::TestTheEndOfTheLine",
        ),
        # --- quieter voices first
        Row(
            "Quieter voices first",
            "Quieter voices stand first, and among equals who came first",
            f"{_EDGES}::TestQuieterVoicesFirst",
        ),
        Row(
            "Quieter voices first, a direct reply",
            "Direct responses are outside the order of quieter voices",
            f"{_EDGES}::TestQuieterVoicesFirst",
        ),
        Row(
            "Quieter voices first, down and up again",
            "A hand that goes down and up again gains nothing",
            f"{_EDGES}::TestQuieterVoicesFirst",
        ),
        Row(
            "Quieter voices first, a fresh seat from the same ticket",
            "A fresh seat from the same ticket has the same count",
            not_yet="There are no tickets yet: an invitation belongs to a group, and a seat cannot be traced to one.",
        ),
        Row(
            "The policy changes",
            "A changed policy sorts the line once and the event lists it",
            f"{_EDGES}::TestQuieterVoicesFirst",
        ),
        # --- people in the line
        Row(
            "Somebody in the line loses connection",
            "A lost connection is seen after its fade only",
            "room/test_view.py",
        ),
        Row(
            "Away when reached, and back in time",
            "An away hand keeps its place and the next one is offered",
            f"{_HANDS}::TestTheOffer",
        ),
        Row(
            "Away for more than five minutes",
            "After the grace the hand goes down by an event and may go up again",
            f"{_EDGES}::TestTheLineOfHands",
        ),
        Row(
            "A turn lost with its connection",
            "A turn lost with its connection leaves the hand first in line",
            f"{_HANDS}::TestTheTurn",
        ),
        Row("Somebody in the line steps back", "Stepping back lowers the hand", f"{_HANDS}::TestTheLine"),
        Row(
            "Somebody in the line leaves",
            "A hand goes with its person, not before",
            "room/test_membership.py::TestLeaving",
        ),
        Row(
            "Somebody I have muted has the turn",
            "The turn of somebody I have muted is a turn, hidden by me",
            not_yet="Muting is not built yet.",
        ),
        Row(
            "Somebody in the line is paused",
            "A paused hand is kept and asked when the pause is over",
            not_yet="Pausing a person is not built yet.",
        ),
    ),
)
