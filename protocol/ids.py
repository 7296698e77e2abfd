"""The identifiers on the wire. Small numbers inside a meeting, random text where guessing must not help."""

from typing import Annotated, Final

from pydantic import Field

MOST: Final = 2**53 - 1
"""The largest whole number that every reader of JSON holds exactly."""

SeatId = Annotated[int, Field(ge=1, le=1_000_000)]
"""A seat of one meeting, counted from 1 in the order of knocking. Means nothing outside its meeting."""

TurnId = Annotated[int, Field(ge=1, le=MOST)]
"""One offer of the piece and what follows from it. Never used twice in a meeting."""

SpanId = Annotated[int, Field(ge=1, le=MOST)]
"""One stretch of one mode. A new mode or a new round is a new span."""

EventNumber = Annotated[int, Field(ge=0, le=MOST)]
"""Number of a room event within its epoch; 0 means "nothing yet"."""

CardNumber = Annotated[int, Field(ge=0, le=MOST)]
"""Number of a card to one seat within the epoch; 0 means "nothing yet"."""

CommandId = Annotated[str, Field(min_length=22, max_length=22, pattern=r"^[A-Za-z0-9_-]{22}$")]
"""128 random bits chosen by the client, base64url. The same id gets the same answer (settled.md 15)."""

EpochId = Annotated[str, Field(min_length=11, max_length=11, pattern=r"^[A-Za-z0-9_-]{11}$")]
"""64 random bits: one run of the process that holds the meeting (settled.md 3)."""

GroupId = Annotated[str, Field(min_length=22, max_length=22, pattern=r"^[A-Za-z0-9_-]{22}$")]
"""A group in the directory; known to its facilitators only."""

FacilitatorId = Annotated[str, Field(min_length=22, max_length=22, pattern=r"^[A-Za-z0-9_-]{22}$")]
"""A facilitator in the directory; known to the host only."""

Language = Annotated[str, Field(min_length=2, max_length=16, pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""A language tag, such as "en" or "pt-BR"."""

ClientVersion = Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[A-Za-z0-9._/+ -]{1,40}$")]
"""Name and version of a client program, such as "web/0.1.0". Never kept."""
