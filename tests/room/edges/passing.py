"""Passing the piece on: the one who has it chooses who is asked next."""

from tests.room.edges.row import Row, Section

_EDGES = "room/test_edges_of_passing.py"

SECTION = Section(
    title="Passing the piece on",
    about="Whoever has the piece chooses who is offered it next; nobody has to take it.",
    rows=(
        Row("Choosing", "The holder chooses the next among raised hands", f"{_EDGES}::TestChoosing"),
        Row(
            "Choosing, where the group allows it",
            "The holder may choose anybody who takes part where the group chose so",
            f"{_EDGES}::TestChoosing",
        ),
        Row(
            "Chosen",
            "Whoever is chosen is offered the piece and may take it",
            f"{_EDGES}::TestBeingChosen",
        ),
        Row("Chosen, somebody else first", "Whoever is chosen may pass the piece on", f"{_EDGES}::TestBeingChosen"),
        Row("Chosen, no thank you", "A declined piece is back in the centre", f"{_EDGES}::TestBeingChosen"),
        Row("In the centre, a hand is up", "From the centre the first hand is next", f"{_EDGES}::TestBeingChosen"),
        Row(
            "In the centre, no hand is up",
            "From the centre a facilitator may offer the piece",
            f"{_EDGES}::TestBeingChosen",
        ),
        Row(
            "Chosen a second time",
            "Nobody is chosen twice before all have had it, unless their hand is up",
            f"{_EDGES}::TestChoosing",
        ),
        Row(
            "Nobody chosen for a minute",
            "A piece that nobody is given is in the centre after a minute",
            f"{_EDGES}::TestChoosing",
        ),
        Row(
            "The chosen one is away",
            "The holder alone learns that somebody cannot be reached just now",
            f"{_EDGES}::TestChoosing",
        ),
        Row(
            "Whoever takes it first",
            "The piece may be taken from the centre where the group chose so",
            f"{_EDGES}::TestReachingForIt",
        ),
        Row(
            "Two take it at once",
            "Of two who reach for it the first has it and the other is first in line",
            f"{_EDGES}::TestReachingForIt",
        ),
        Row("Never chosen", "Facilitators alone see who has not had the piece", f"{_EDGES}::TestChoosing"),
    ),
)
