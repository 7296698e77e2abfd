"""Every number that both sides must agree on, each with its reason.

What only the server decides (rates, graces) is a setting, not a limit.
"""

from typing import Final

TEXT_CODE_POINTS: Final = 2_000
"""Longest message. The same everywhere; said in words when 200 are left (people.md, Tokens)."""

TEXT_WARNING: Final = 200
"""The client speaks of the length when so many code points are left."""

TEXT_LINES: Final = 40
"""More lines than this push everybody else's words off a phone's screen."""

LINE_CODE_POINTS: Final = 140
"""A short human line: a knock, a note with a raised hand."""

LABEL_CODE_POINTS: Final = 60
"""A label: the name of a group, who runs the place."""

PROMPT_CODE_POINTS: Final = 280
"""The question for a round: it must fit above the log on a phone."""

AGREEMENT_LINES: Final = 12
AGREEMENT_LINE_CODE_POINTS: Final = 240
"""An agreement nobody can hold in mind protects nobody."""

PASSPHRASE_LEAST: Final = 8
PASSPHRASE_MOST: Final = 200
"""Code points of a facilitator's passphrase. The upper end bounds the hashing input."""

FRAME_BYTES: Final = 32 * 1024
"""Largest frame either way: 2,000 escaped emoji are 24 kB (settled.md 18)."""

NAME_REDRAWS: Final = 5
"""How often a name for tonight may be redrawn, before entry only (people.md, Coming in)."""

SEATS_MOST: Final = 2_000
"""Seats of one meeting, the gone ones included; also bounds every list on the wire."""

PHASES_MOST: Final = 20
"""Phases of one meeting: a list that fits on a phone."""

GROUPS_MOST: Final = 200
"""Groups that one facilitator's desk lists."""

DEVICES_MOST: Final = 8
"""Devices that open one facilitator's desk, the first one included: more than these nobody keeps in mind."""

PAIRING_TRIES: Final = 5
"""Passphrases that one pairing code hears, and people who may be replaced by a later one, before it ends: the code
is short, so it must not be a way to try many."""
