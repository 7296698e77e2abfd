"""Why a connection ends: a code, a word, and whether to come back."""

from dataclasses import dataclass
from typing import Final, Literal

ComeBack = Literal["no", "now", "soon", "reload"]
"""What the client does next: nothing; come back at once; come back after a moment; reload the page first."""


@dataclass(frozen=True, slots=True)
class Closing:
    """One way of saying goodbye."""

    code: int
    word: str
    come_back: ComeBack
    meaning: str


GOODBYE: Final = Closing(1000, "goodbye", "no", "You left, or the client closed.")
TOO_BIG: Final = Closing(1009, "too_big", "now", "A frame was larger than the limit.")
RESTARTING: Final = Closing(1012, "restarting", "soon", "The server restarts; seats, order and turn are kept.")
MALFORMED: Final = Closing(4000, "malformed", "reload", "The client program broke the contract.")
MEETING_CLOSED: Final = Closing(4002, "meeting_closed", "no", "The meeting is over.")
SEAT_ENDED: Final = Closing(4004, "seat_ended", "no", "This seat has ended.")
DECLINED: Final = Closing(4005, "declined", "no", "Kindly not tonight.")
NO_HELLO: Final = Closing(4006, "no_hello", "now", "Nothing was said within the first seconds.")
SLOW_DOWN: Final = Closing(4008, "slow_down", "soon", "Far more commands than a person can give.")
OPEN_ELSEWHERE: Final = Closing(4010, "open_elsewhere", "no", "This seat was closed here from another place.")
TOO_SLOW: Final = Closing(4013, "too_slow", "now", "This connection cannot keep up; come back and miss nothing.")
FULL: Final = Closing(4029, "full", "soon", "More connections than this server can hold.")
UPDATE_NEEDED: Final = Closing(4426, "update_needed", "reload", "The client is older than the server understands.")
OUR_MISTAKE: Final = Closing(4500, "our_mistake", "soon", "A mistake of ours.")

CLOSINGS: Final = (
    GOODBYE,
    TOO_BIG,
    RESTARTING,
    MALFORMED,
    MEETING_CLOSED,
    SEAT_ENDED,
    DECLINED,
    NO_HELLO,
    SLOW_DOWN,
    OPEN_ELSEWHERE,
    TOO_SLOW,
    FULL,
    UPDATE_NEEDED,
    OUR_MISTAKE,
)
