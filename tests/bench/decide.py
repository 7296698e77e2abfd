"""How long the room thinks: `python -m tests.bench.decide` prints microseconds for the commonest wishes.

Each figure is the median of many runs of `decide` (which evolves as it goes) in a circle of eight, with the best
and the worst of the batches. It measures the pure room alone: no journal, no frames, no sockets.
"""

import statistics
import sys
import timeit
from collections.abc import Callable

from protocol import commands as c
from protocol.refusals import Refusal
from protocol.words import Words
from server.room.decide import decide
from server.room.state import Room
from tests.support.builders import command_id
from tests.support.circles import a_circle, a_round

ID = command_id(1)
TEXT = Words("Walking the long way home. Small, but I kept doing it.")
BATCHES = 31
RUNS = 400


def wishes() -> dict[str, tuple[Room, int, c.RoomCommand, Words | None]]:
    """The commonest wishes, each with the room it is asked in."""
    book, _, members = a_circle(7)
    open_floor = book.room
    book, host, members = a_circle(7, mode="raised_hands")
    hands = book.room
    book.raises(members[0])
    book.offers(host)
    offered = book.room
    circle, _, order = a_round(7)
    circle.takes(order[0])
    taken = circle.room
    return {
        "say, open conversation": (open_floor, members[0], c.Say(type="say", id=ID, turn=None, text=TEXT), TEXT),
        "say, in a round": (taken, order[0], c.Say(type="say", id=ID, turn=1, text=TEXT), TEXT),
        "raise a hand": (hands, members[1], c.RaiseHand(type="raise_hand", id=ID, note=None), None),
        "take": (offered, members[0], c.Take(type="take", id=ID, turn=offered.turns), None),
        "pass, and the next offer": (taken, order[0], c.PassPiece(type="pass", id=ID, turn=1), None),
        "not my turn (refused)": (taken, order[1], c.Say(type="say", id=ID, turn=1, text=TEXT), TEXT),
    }


def measured(think: Callable[[], object]) -> list[float]:
    """Microseconds of one thought, one figure a batch."""
    return [timeit.timeit(think, number=RUNS) / RUNS * 1e6 for _ in range(BATCHES)]


def main() -> None:
    """Print the table."""
    lines = [f"{'wish':<28}{'median':>8}{'best':>8}{'worst':>8}   microseconds"]
    for name, (room, seat, command, words) in wishes().items():

        def think(
            room: Room = room, seat: int = seat, command: c.RoomCommand = command, words: Words | None = words
        ) -> object:
            return decide(room, seat, command, words, 5_000, 12_345)

        assert isinstance(think(), Refusal) == name.endswith("(refused)")
        times = measured(think)
        lines.append(f"{name:<28}{statistics.median(times):8.1f}{min(times):8.1f}{max(times):8.1f}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
