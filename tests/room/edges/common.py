"""Rules that hold in every way of talking: places, the order of wishes, turn ids, the clock, who is heard."""

from tests.room.edges.row import Row, Section

_EDGES = "room/test_edges_of_every_mode.py"
_FACILITATION = "room/test_facilitation.py::TestTheWayOfTalking"
_WISHES = "web_client/src/connection/wishes.test.ts"

SECTION = Section(
    title="Every way of talking",
    about="Whose place it is, who of two is heard, what is always allowed and what never.",
    rows=(
        # --- places and presence
        Row("Somebody knocks", "A phone may sleep in the waiting room", "room/test_membership.py::TestTheDoor"),
        Row("More than one connection", "A seat may be open in several places", "server/runtime/test_company.py"),
        Row(
            "A second tab of the same seat",
            "A seat open in two places is told so in both",
            "server/runtime/test_runner.py",
        ),
        Row(
            "Away for hours",
            "A place lasts as long as the meeting, however long its person is away",
            f"{_EDGES}::TestPlaces",
        ),
        Row(
            "A hand, its person away",
            "A hand outlives a lost connection for five minutes",
            "room/test_raised_hands.py::TestTheLine",
        ),
        Row(
            "A place in the order, its person away",
            "Who was away for long and is back still gets the piece",
            "room/test_round_absences.py::TestALostConnection",
        ),
        Row(
            "A facilitator's role, its person away",
            "A facilitator who is back within fifteen minutes facilitates as before",
            "room/test_edges_of_holding.py::TestAFacilitatorWithThePiece",
        ),
        Row("Left by one's own wish", "Leaving by one's own wish has no grace", f"{_EDGES}::TestPlaces"),
        # --- the order of wishes
        Row(
            "Two wishes at once",
            "Of two wishes at the same moment the one that is heard first counts",
            f"{_EDGES}::TestTheOrderOfWishes",
        ),
        Row("The clock of a device", "No wish says when it was asked", f"{_EDGES}::TestTheOrderOfWishes"),
        Row(
            "Several processes hold one room",
            "The one whose number was taken reads again and decides again",
            not_yet="There is one process. Its journal already refuses a number that is taken.",
        ),
        # --- ids of turns and spans
        Row("A late act with an old turn", "A stale turn changes nothing", "room/test_rounds.py::TestTheTurn"),
        Row("The way of talking changes", "Every new way of talking is a new span", _FACILITATION),
        Row(
            "Two facilitators move on at once",
            "Two facilitators move on together and it moves one step",
            "room/test_rounds.py::TestTheTurn",
        ),
        Row(
            "Words that were refused",
            "when refused, the words are a draft again and not in the log",
            _WISHES,
        ),
        # --- always allowed
        Row("Leaving, in every way of talking", "Leaving never needs permission", "room/test_decide.py"),
        Row(
            "Leaving with the piece, in a silence",
            "The holder may leave and the piece goes on after the silence",
            "room/test_silence.py::TestWhatStaysOpen",
        ),
        Row("Leave fast, without a line", "Leave fast needs no network", "browser/test_leaving.py"),
        Row("Leave fast, wherever one is", "Leave fast is on every leaf", "browser/test_leaving.py"),
        Row(
            "Help, whatever the room is doing",
            "every line of the card is on the page, and no other",
            "web_client/src/parts/help/help.test.ts",
        ),
        Row("Help, even without script", "Without script there is still help", "browser/test_screens.py"),
        Row(
            "The bell",
            "Anybody may ask for the bell in every way of talking and in a silence",
            f"{_EDGES}::TestAlwaysAllowed",
        ),
        Row(
            "One's own choices",
            "What is about oneself alone may be changed in a silence",
            f"{_EDGES}::TestAlwaysAllowed",
        ),
        Row("Reporting", "Anybody may report in every way of talking", not_yet="Reports are not built yet."),
        Row("Stepping aside", "Anybody may step aside with a helper", not_yet="Side rooms are not built yet."),
        Row("Not seeing somebody", "Anybody may mute somebody for themself alone", not_yet="Muting is not built yet."),
        Row(
            "All of these while paused",
            "Whoever is paused may still leave, report and ask for help",
            not_yet="Pausing a person is not built yet.",
        ),
        # --- never allowed
        Row(
            "Acting for somebody else",
            "A member's wish is about nobody but themself, unless they pass the piece on",
            f"{_EDGES}::TestNeverAllowed",
        ),
        Row("Somebody just listens", "Nobody can make a listener speak", f"{_EDGES}::TestNeverAllowed"),
        Row(
            "Being there unseen",
            "Whoever is in the room is shown to everybody in it",
            f"{_EDGES}::TestPlaces",
        ),
        # --- who changes the way of talking
        Row("A member uses a power", "A power is for facilitators", "room/test_facilitation.py::TestPowers"),
        Row("A guardian uses a power", "A guardian has no power but the bell", f"{_EDGES}::TestNeverAllowed"),
        Row("Another way, during a turn", "Another way of talking waits for the end of the turn", _FACILITATION),
        Row("Another way, now", "Now means now, and the holder is told alone", _FACILITATION),
        Row("Another way, hands are up", "Hands stay when the mode changes", _FACILITATION),
        Row(
            "Hands are no longer wanted",
            "The line is emptied only by a facilitator and an event says so",
            f"{_EDGES}::TestAnotherWayOfTalking",
        ),
        Row(
            "Another way, a round is on its way",
            "The order of a round that was left does not come back",
            f"{_EDGES}::TestAnotherWayOfTalking",
        ),
        # --- the clock
        Row(
            "A turn nears its soft time",
            "The holder is told of the end first, and facilitators when it has come",
            "room/test_time.py::TestSoftTime",
        ),
        Row("The soft time is over", "Without a hard limit nothing is cut", f"{_EDGES}::TestTheClock"),
        Row(
            "A group with a hard limit",
            "A hard limit ends the turn and the piece goes on",
            "room/test_time.py::TestHardTime",
        ),
        Row("The limit comes, words half written", "kept or half typed, survives a reload and sends nothing", _WISHES),
        Row("More time is needed", "A facilitator gives as much time again", "room/test_time.py::TestHardTime"),
        Row(
            "Other people's screens",
            "Nobody else is told that a turn comes to its end",
            "room/test_time.py::TestSoftTime",
        ),
        Row(
            "A bell, during a turn", "A silence costs the holder nothing", "room/test_time.py::TestTheClockStandsStill"
        ),
        Row(
            "The holder's line is lost",
            "A lost connection costs the holder nothing",
            "room/test_time.py::TestTheClockStandsStill",
        ),
        Row(
            "The holder is aside with a helper",
            "The clock stands still while the holder is aside",
            not_yet="Side rooms are not built yet.",
        ),
        Row(
            "A message of the holder is held",
            "The clock stands still while a message is held",
            not_yet="Holding a message is not built yet.",
        ),
        # --- who is heard
        Row("Words without the piece", "Only the holder is heard", "room/test_raised_hands.py::TestTheTurn"),
        Row(
            "Words of somebody who is paused",
            "Paused words go back with the reason",
            not_yet="Pausing is not built yet.",
        ),
        Row("Words that a rule holds", "Held words are said to be held", not_yet="Holding a message is not built yet."),
        Row(
            "Words against the agreement",
            "Refused words name the line of the agreement",
            not_yet="Rules about words are not built yet.",
        ),
        Row(
            "A facilitator, in somebody's turn",
            "A facilitator may say a few words in a turn once and marked",
            "room/test_raised_hands.py::TestTheTurn",
        ),
        Row(
            "A facilitator, between turns",
            "Between turns a facilitator may hold the space",
            "room/test_raised_hands.py::TestTheTurn",
        ),
    ),
)
