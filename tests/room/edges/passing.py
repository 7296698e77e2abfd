"""Passing the piece on: the one who has it chooses who is asked next."""

from tests.room.edges.row import Row, Section

_SOON = "Passing the piece on is being built."

SECTION = Section(
    title="Passing the piece on",
    about="Whoever has the piece chooses who is offered it next; nobody has to take it.",
    rows=(
        Row("Choosing", "The holder chooses the next among raised hands", not_yet=_SOON),
        Row("Choosing, where the group allows it", "The holder may choose anybody who takes part", not_yet=_SOON),
        Row("Being chosen", "Whoever is chosen is offered the piece and may say no", not_yet=_SOON),
        Row("Passing it on further", "Whoever is chosen may pass the piece on", not_yet=_SOON),
        Row("No", "A declined piece is back in the centre", not_yet=_SOON),
        Row("From the centre", "From the centre a facilitator or the first hand is next", not_yet=_SOON),
        Row(
            "Chosen a second time",
            "Nobody is chosen twice before all who want have had it, unless their hand is up",
            not_yet=_SOON,
        ),
        Row(
            "Nobody chosen for a minute", "A piece that nobody is given is in the centre after a minute", not_yet=_SOON
        ),
        Row(
            "The chosen one is away", "The holder alone learns that somebody cannot be reached just now", not_yet=_SOON
        ),
        Row("Whoever takes it first", "The piece may be taken from the centre where the group chose so", not_yet=_SOON),
        Row("Two take it at once", "Of two who take it the first has it and the other is first in line", not_yet=_SOON),
        Row("Never chosen", "Facilitators alone see who was never chosen", not_yet=_SOON),
    ),
)
