"""Share and respond: a window for replies after a share, shaped by what the one who shared wished."""

from tests.room.edges.row import Row, Section

_EDGES = "room/test_edges_of_sharing.py"

SECTION = Section(
    title="Share and respond",
    about="After a share there is time to respond, as the one who shared wished it.",
    rows=(
        Row("After Done", "A share opens the time to respond that its sharer chose", f"{_EDGES}::TestTheShapeOfIt"),
        Row(
            "The sharer chose nothing",
            "Where the sharer chose nothing others just listen",
            f"{_EDGES}::TestTheShapeOfIt",
        ),
        Row("No responses", "Without time to respond, done goes straight on", f"{_EDGES}::TestTheShapeOfIt"),
        Row(
            "Gentle signals",
            "In a time to just listen signs are lit and no words are said",
            f"{_EDGES}::TestTheShapeOfIt",
        ),
        Row(
            "Silence afterwards",
            "Where silence was wished there are no words afterwards",
            f"{_EDGES}::TestTheShapeOfIt",
        ),
        Row(
            "Three replies",
            "After three replies and a moment the time to respond is over",
            f"{_EDGES}::TestHowItEnds",
        ),
        Row("Three minutes", "After three minutes the time to respond is over", f"{_EDGES}::TestHowItEnds"),
        Row("Enough", "The sharer may close the time to respond at any moment", f"{_EDGES}::TestHowItEnds"),
        Row("A second reply", "Everybody replies once in a time to respond", f"{_EDGES}::TestHowItEnds"),
        Row(
            "Ideas that were not asked for",
            "An idea that was not asked for needs the sharer's yes",
            f"{_EDGES}::TestTheShapeOfIt",
        ),
        Row(
            "A question that was not invited",
            "Questions are for sharers who invited them",
            not_yet="The composer says what is wished; where replies are wished, words are not judged.",
        ),
        Row("The next turn", "No turn begins while there is time to respond", f"{_EDGES}::TestHowItEnds"),
        Row(
            "A facilitator goes on",
            "A facilitator may go on before the time to respond is over",
            f"{_EDGES}::TestHowItEnds",
        ),
        Row(
            "The sharer loses connection",
            "The time to respond ends half a minute after its sharer is gone, and the replies stay",
            f"{_EDGES}::TestHowItEnds",
        ),
    ),
)
