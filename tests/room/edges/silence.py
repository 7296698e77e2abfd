"""Silence and the bell."""

from tests.room.edges.row import Row, Section

_SILENCE = "room/test_silence.py"
_EDGES = "room/test_edges_of_silence.py"
_ABSENCE = "room/test_silence_and_absence.py"

SECTION = Section(
    title="Silence and the bell",
    about="Nothing is taken from anybody: every clock stands still, and hands may go up quietly.",
    rows=(
        # --- the bell
        Row(
            "The bell rings, for 20 s",
            "A bell quiets the room and takes nothing from the holder",
            f"{_SILENCE}::TestTheBell",
        ),
        Row("A guardian", "A guardian rings and has no other power", "room/test_leading.py::TestRoles"),
        Row(
            "Anybody else",
            "A member asks for the bell and nobody learns who",
            f"{_SILENCE}::TestTheBell",
        ),
        Row("Again, within 2 min", "The next bell has to wait", f"{_SILENCE}::TestTheBell"),
        Row(
            "Again and again",
            "One person rings at most six times within an hour",
            f"{_SILENCE}::TestTheBell",
        ),
        Row("Ringing while it rings", "Ringing while the bell rings makes it longer once", f"{_SILENCE}::TestTheBell"),
        Row(
            "Ringing in a longer silence",
            "Nobody rings into a facilitator's silence",
            f"{_EDGES}::TestHowItEnds",
        ),
        Row(
            "The guardian leaves",
            "A bell ends by its time when its guardian has left",
            f"{_EDGES}::TestHowItEnds",
        ),
        # --- what stands still
        Row("A turn", "A bell in mid turn stops the quiet clock", f"{_SILENCE}::TestTheBell"),
        Row("An offer", "An offer stands still in a silence", f"{_EDGES}::TestWhatStandsStill"),
        Row(
            "An offer in a list that goes on by itself",
            "An offer that goes on by itself stands still in a silence",
            f"{_EDGES}::TestWhatStandsStill",
        ),
        Row(
            "The second offer",
            "The question to those who passed stands still in a silence",
            f"{_EDGES}::TestWhatStandsStill",
        ),
        Row(
            "The time to respond",
            "The time to respond stands still in a silence",
            "room/test_edges_of_sharing.py::TestHowItEnds",
        ),
        Row(
            "A hand, its person away",
            "A silence takes no time from a hand whose person is away",
            f"{_ABSENCE}::TestTheTimeOfThoseWhoAreAway",
        ),
        Row(
            "A place in the order, its person away",
            "A silence takes no time from a place in the order",
            f"{_ABSENCE}::TestTheTimeOfThoseWhoAreAway",
        ),
        Row(
            "The holder is away",
            "The grace of an absent holder starts again when the silence ends",
            f"{_SILENCE}::TestWhatStaysOpen",
        ),
        Row(
            "Another way of talking is awaited",
            "A turn that was to be the last of its way is so still",
            f"{_EDGES}::TestHowItEnds",
        ),
        # --- hands and words
        Row(
            "A hand goes up",
            "Hands go up quietly in a silence, and are shown in their order when it ends",
            f"{_SILENCE}::TestWhatStaysOpen",
        ),
        Row(
            "A hand goes up and down again",
            "A hand taken back in the silence is never shown",
            f"{_SILENCE}::TestWhatStaysOpen",
        ),
        Row(
            "Words",
            "Words in a silence are refused and told how long",
            f"{_EDGES}::TestWhatStandsStill",
        ),
        Row(
            "Words: where they stay",
            "while it is quiet the words are kept",
            "web_client/src/parts/composer/composer.test.tsx",
        ),
        # --- a facilitator's silence
        Row(
            "A silence with a length",
            "A silence with a length ends by its time",
            f"{_EDGES}::TestHowItEnds",
        ),
        Row(
            "A silence with a length, ended before",
            "A silence with a length may be ended before",
            f"{_EDGES}::TestHowItEnds",
        ),
        Row(
            "A silence without a length",
            "An open silence is ended by a facilitator",
            f"{_SILENCE}::TestAFacilitatorsSilence",
        ),
        Row(
            "The time that is left",
            "the words of a long silence follow it, coarsely",
            "web_client/src/parts/turn_bar/turn_bar.test.tsx",
        ),
        Row(
            "Afterwards",
            "After a silence the way of talking is back with all that was going on",
            f"{_EDGES}::TestHowItEnds",
        ),
        Row(
            "Somebody comes in",
            "Somebody who comes in sees the silence and how long it lasts",
            f"{_SILENCE}::TestAFacilitatorsSilence",
        ),
        Row(
            "All facilitators gone, no length",
            "An open silence without any facilitator ends after ten minutes",
            f"{_ABSENCE}::TestASilenceThatNobodyHolds",
        ),
        Row(
            "All facilitators gone, one is back",
            "A facilitator who is back keeps the silence open",
            f"{_ABSENCE}::TestASilenceThatNobodyHolds",
        ),
        Row(
            "All facilitators gone, a length",
            "A silence with a length ends by itself without a facilitator",
            f"{_ABSENCE}::TestASilenceThatNobodyHolds",
        ),
    ),
)
