"""Open conversation."""

from tests.room.edges.row import Row, Section

_EDGES = "room/test_edges_of_the_open_floor.py"

SECTION = Section(
    title="Open conversation",
    about="Everybody who takes part may speak.",
    rows=(
        Row("Nobody has the piece", "Everybody who takes part is heard", "room/test_open_floor.py"),
        Row(
            "Somebody is paused",
            "Whoever is paused is not heard and is told so",
            not_yet="Pausing a person is not built yet.",
        ),
        Row(
            "A slower pace: one message in 15, 30 or 60 s",
            "In slow conversation everybody waits for themself and is told how long",
            f"{_EDGES}::TestTheSlowerPace",
        ),
        Row("A facilitator, in a slower pace", "Facilitators are exempt from the pace", f"{_EDGES}::TestTheSlowerPace"),
        Row(
            "A turn, in a room with a slower pace",
            "The pace is for open conversation and not for a turn",
            f"{_EDGES}::TestTheSlowerPace",
        ),
        Row(
            "A long message",
            "Two thousand code points are a message in every script",
            "moderation/test_tidy.py::TestWhatCannotBeShown",
        ),
        Row("Answering one message", "An answer names the message it answers", _EDGES),
        Row(
            "Others write meanwhile",
            "three new messages since the first word are worth saying, my own are not counted",
            "web_client/src/parts/composer/composer.test.tsx",
        ),
        Row("A hand goes up", "A hand in the open waits for room", "room/test_open_floor.py"),
        Row("Somebody with a hand up speaks", "Speaking does not lower a hand", "room/test_open_floor.py"),
        Row(
            "Somebody has just come in",
            "Whoever has just come in listens for a while first where the group chose so",
            "room/test_newcomers.py::TestReadingFirst",
        ),
    ),
)
