"""Share and respond: a window for replies after a share, shaped by what the one who shared wished."""

from tests.room.edges.row import Row, Section

_SOON = "Time to respond is being built."

SECTION = Section(
    title="Share and respond",
    about="After a share there is time to respond, as the one who shared wished it.",
    rows=(
        Row("After Done", "A share opens the time to respond that its sharer chose", not_yet=_SOON),
        Row("The sharer chose nothing", "Where the sharer chose nothing the rooms own choice holds", not_yet=_SOON),
        Row("None", "Without time to respond the piece goes on at once", not_yet=_SOON),
        Row("Gentle signals", "In a time for gentle signals no words are said", not_yet=_SOON),
        Row("Three replies", "After three replies the time to respond is over", not_yet=_SOON),
        Row("Three minutes", "After three minutes the time to respond is over", not_yet=_SOON),
        Row("Enough", "The sharer may close the time to respond at any moment", not_yet=_SOON),
        Row("A second reply", "Everybody replies once in a time to respond", not_yet=_SOON),
        Row("A question", "Questions are for sharers who invited them", not_yet=_SOON),
        Row("The next turn", "No turn begins while there is time to respond", not_yet=_SOON),
        Row("A facilitator goes on", "A facilitator may begin the next turn before the time is over", not_yet=_SOON),
        Row(
            "The sharer loses connection",
            "The time to respond ends half a minute after its sharer is gone, and the replies stay",
            not_yet=_SOON,
        ),
    ),
)
