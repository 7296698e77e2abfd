"""Where the microseconds of one message go: `python -m tests.bench.way` walks the eight steps of the architecture page.

A room of thirty in open conversation, with everything but the sockets: bytes come into a session, finished frames
leave for links that throw them away. Each step is timed alone and then all of them together; what the sum lacks is
the way between the steps. Medians of many batches, in microseconds.
"""

import statistics
import sys
import timeit
from collections.abc import Callable
from typing import Final

from moderation.pacing import Pace
from moderation.words_of import considered
from protocol.closings import Closing
from protocol.codec import decode, encode_accepted, encode_event
from protocol.commands import Say
from protocol.events import Said
from protocol.words import Words
from server.edge.frames import text_frame
from server.room import facts as f
from server.room.decide import decide
from server.room.telling import Decision
from server.runtime.session import Session
from tests.support.builders import command_id
from tests.support.evening import an_evening

MEMBERS: Final = 30
BATCHES: Final = 15
RUNS: Final = 200
TEXT: Final = "Walking the long way home. Small, but I kept doing it, even on Thursday when it rained."


class Nowhere:
    """A link that throws everything away."""

    def send(self, frame: bytes) -> None:
        """Gone."""

    def hint(self, frame: bytes) -> None:
        """Gone."""

    def close(self, closing: Closing, *, after: int = 0) -> None:
        """Nothing to close."""


def wish(number: int) -> bytes:
    """One sentence, as a client sends it."""
    return f'{{"type":"say","id":"{command_id(number)}","turn":null,"text":"{TEXT}","reply_to":null}}'.encode()


def seated() -> Session:
    """One of thirty people in a room."""
    evening = an_evening(MEMBERS, framer=text_frame, pace=Pace(1_000_000, 1_000_000))
    for visitor in evening.everybody():
        seat = visitor.session.seat
        assert seat is not None
        evening.runner.company.remove(seat[1], visitor.link)
        evening.runner.company.add(seat[1], nowhere := Nowhere())
        evening.runner.company.welcome(seat[1], nowhere, inside=True)
    return evening.members[0].session


def microseconds(step: Callable[[], object], runs: int = RUNS) -> float:
    """The median of many batches."""
    return statistics.median(timeit.timeit(step, number=runs) / runs * 1e6 for _ in range(BATCHES))


def main() -> None:
    """Print the table."""
    session = seated()
    assert session.seat is not None
    runner, seat = session.seat
    data = wish(1)
    say = decode(data)
    assert isinstance(say, Say)
    words = considered(say)
    assert isinstance(words, Words)
    decided = decide(runner.room, seat, say, words, 5_000, 7)
    assert isinstance(decided, Decision)
    secret = runner.room.secret
    said = Said(seat=seat, command=say.id, text=words, turn=None)
    ids = iter(range(2, 10_000_000))
    steps: dict[str, Callable[[], object]] = {
        "2 codec: bytes become a command": lambda: decode(data),
        "5 moderation: what may be shown": lambda: considered(say),
        "5 room: what follows": lambda: decide(runner.room, seat, say, words, 5_000, 7),
        "6 journal: what is kept (no words)": lambda: [f.journal_form(secret, fact) for fact in decided.facts],
        "7 post: serialised and framed once": lambda: text_frame(encode_event(1, said)),
        "7 post: the answer": lambda: text_frame(encode_accepted(say.id, 1)),
    }
    lines = [f"{'step':<44}microseconds"]
    total = 0.0
    for name, step in steps.items():
        took = microseconds(step)
        total += took
        lines.append(f"{name:<44}{took:8.1f}")
    messages = [wish(next(ids)) for _ in range(RUNS * BATCHES)]
    feed = iter(messages)
    whole = microseconds(lambda: session.receive(next(feed)))
    lines.append(f"{'between the steps, and to 30 links':<44}{whole - total:8.1f}")
    lines.append(f"{'all of one message':<44}{whole:8.1f}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
