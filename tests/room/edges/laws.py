"""The fourteen laws: what holds at every moment, whatever people ask in whatever order."""

from tests.room.edges.row import Row, Section

_LAWS = "room/test_edges_of_the_laws.py"

SECTION = Section(
    title="Laws",
    about=(
        "They are checked after every wish of every story, and over thousands of random evenings. "
        "Each is told here by itself and broken by hand, so that the check is seen to bite."
    ),
    rows=(
        Row("I1", "At most one person has the piece", _LAWS),
        Row("I2", "The holder is here, or the piece waits for them", _LAWS),
        Row("I3", "Where turns are taken nobody but the holder is heard", _LAWS),
        Row("I4", "Everybody in the order is asked once before anybody twice", _LAWS),
        Row("I5", "Nobody stands in the line twice with one kind of hand", _LAWS),
        Row("I6", "The line keeps its order unless an event says otherwise", _LAWS),
        Row("I7", "No hand is lost without an event", _LAWS),
        Row("I8", "No act with the id of an old turn changes anything", _LAWS),
        Row("I9", "Nobody is promoted", _LAWS),
        Row(
            "I10",
            "Before texts are revealed nobody learns any text or who is ready",
            not_yet="Writing together is not built yet.",
        ),
        Row("I11", "Leaving needs nobody's leave in any state of the room", _LAWS),
        Row(
            "I12",
            "The journal gives back the same room, and a late joiner sees what everybody sees",
            _LAWS,
        ),
        Row("I13", "Every refusal is told to the one who asked and to nobody else", _LAWS),
        Row("I14", "Time acts only when the room is woken", _LAWS),
        Row("All of them, at random", "Random evenings keep the laws", "room/test_laws.py"),
        Row("All of them, with everything in use", "Rich evenings keep the laws", "room/test_more_laws.py"),
    ),
)
