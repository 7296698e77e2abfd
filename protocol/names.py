"""Names for tonight: a vetted list of words, the same for everybody, drawn by the server.

Nothing that bites, no bodies, no food, nothing one could hear as an insult
(people.md, Coming in). On the wire a name is two indices, so that each reader sees
it in their own language; the lists in other languages keep this order.
Who gets which name is the room's business, not this file's.
"""

from typing import Annotated, Final, Literal

from pydantic import Field

from protocol.base import Outbound

FIRST_WORDS: Final = (
    "Amber", "Alpine", "Autumn", "Blue", "Bright", "Calm", "Clear", "Cloudy",
    "Copper", "Coral", "Dappled", "Dawn", "Deep", "Dancing", "Dewy", "Early",
    "Evening", "Far", "Feather", "Flint", "Gentle", "Gold", "Green", "Grey",
    "Hazel", "High", "Hushed", "Indigo", "Inland", "Island", "Lantern", "Level",
    "Leafy", "Light", "Lilac", "Lofty", "Lucky", "Marble", "Meadow", "Mellow",
    "Misty", "Morning", "Mossy", "Northern", "Opal", "Patient", "Pearl", "Pastel",
    "Quiet", "Rainy", "Russet", "Sandy", "Shady", "Silver", "Slate", "Snowy",
    "Steady", "Summer", "Sunny", "Velvet", "Violet", "Wandering", "Winter", "Woven",
)  # fmt: skip
"""64 first words."""

SECOND_WORDS: Final = (
    "Alder", "Aspen", "Bay", "Beaver", "Beech", "Birch", "Brook", "Canyon",
    "Cedar", "Cloud", "Clover", "Comet", "Cove", "Crane", "Cypress", "Dolphin",
    "Dove", "Elm", "Ember", "Field", "Fern", "Finch", "Fjord", "Fox",
    "Garden", "Glade", "Grove", "Harbour", "Hare", "Heather", "Heron", "Hill",
    "Juniper", "Lake", "Lark", "Larch", "Linden", "Magpie", "Maple", "Moon",
    "Moth", "Oak", "Otter", "Owl", "Pebble", "Pine", "Plover", "Pond",
    "Poplar", "Reed", "Ridge", "Robin", "Rowan", "Shore", "Sparrow", "Spruce",
    "Star", "Swallow", "Swift", "Thistle", "Tide", "Valley", "Willow", "Wren",
)  # fmt: skip
"""64 second words."""

NAMES: Final = len(FIRST_WORDS) * len(SECOND_WORDS)
"""How many different names there are."""

MarkShape = Literal["round", "square", "diamond", "drop"]

MARK_SHAPES: Final[tuple[MarkShape, ...]] = ("round", "square", "diamond", "drop")
MARK_COLOURS: Final = 5

Draw = Annotated[int, Field(ge=0, lt=NAMES)]
"""The place in tonight's shuffled list of names. Kept in the live journal instead of the name."""


class Name(Outbound):
    """A name for tonight, as indices into the two lists."""

    first: Annotated[int, Field(ge=0, lt=64)]
    second: Annotated[int, Field(ge=0, lt=64)]


class Mark(Outbound):
    """The small sign beside a name: a shape and a colour, never the colour alone."""

    shape: MarkShape
    colour: Annotated[int, Field(ge=0, lt=MARK_COLOURS)]


def english(name: Name) -> str:
    """The name in English, for terminals and for authors of other clients."""
    return f"{FIRST_WORDS[name.first]} {SECOND_WORDS[name.second]}"
