"""What moderation answers about a text: a value with one delivery word and a care lane.

Delivery words are pass, nudge, hold and refuse; the strictest wins. The care lane can
only offer help and never changes delivery (settled.md 27).
"""

from dataclasses import dataclass, field
from typing import Literal

from protocol.refusals import Refusal
from protocol.words import Words

Delivery = Literal["pass", "nudge", "hold", "refuse"]
CareAct = Literal["offer_card", "alert_quiet", "alert_urgent"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What should happen with a text. `text` is what is delivered when it passes."""

    deliver: Delivery
    text: Words
    refusal: Refusal | None = None
    """Why, when `deliver` is `refuse`."""
    reasons: tuple[str, ...] = ()
    """Rule ids, when `deliver` is `nudge` or `hold`."""
    care: frozenset[CareAct] = field(default_factory=frozenset)
