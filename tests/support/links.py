"""A link that keeps what it was sent, in a list: the way back of a connection without a socket."""

from typing import TypeVar

from protocol.cards import Card
from protocol.closings import Closing
from protocol.codec import decode_server
from protocol.events import Event
from protocol.frames import Answer, CardFrame, HappenedFrame, HintFrame, ServerFrame, SnapshotFrame
from protocol.snapshot import Snapshot
from tests.support.fold import fold

_F = TypeVar("_F", bound=ServerFrame)


def plain(frame: bytes) -> bytes:
    """The payload of a finished frame; what was never framed stays as it is."""
    if frame[:1] != b"\x81":
        return frame
    return frame[{126: 4, 127: 10}.get(frame[1], 2) :]


class ListLink:
    """The link port, on a list."""

    def __init__(self) -> None:
        self.payloads: list[bytes] = []
        self.closing: Closing | None = None
        self.after = 0

    def send(self, frame: bytes) -> None:
        """Kept, unless it is closed."""
        if self.closing is None:
            self.payloads.append(frame)

    def hint(self, frame: bytes) -> None:
        """Kept as well."""
        self.send(frame)

    def close(self, closing: Closing, *, after: int = 0) -> None:
        """The first closing counts."""
        if self.closing is None:
            self.closing, self.after = closing, after

    # --- what the story asks --------------------------------------------------------------------

    @property
    def frames(self) -> list[ServerFrame]:
        """Everything that came, read as a client would."""
        return [decode_server(plain(payload)) for payload in self.payloads]

    def of(self, kind: type[_F]) -> list[_F]:
        """The frames of one kind."""
        return [frame for frame in self.frames if isinstance(frame, kind)]

    @property
    def events(self) -> list[Event]:
        """The room's events, in order."""
        return [frame.event for frame in self.of(HappenedFrame)]

    @property
    def numbers(self) -> list[int]:
        """Their numbers."""
        return [frame.number for frame in self.of(HappenedFrame)]

    @property
    def cards(self) -> list[Card]:
        """The cards, in order."""
        return [frame.card for frame in self.of(CardFrame)]

    @property
    def hints(self) -> list[object]:
        """The hints, in order."""
        return [frame.hint for frame in self.of(HintFrame)]

    @property
    def snapshots(self) -> list[Snapshot]:
        """The snapshots, in order."""
        return [frame.snapshot for frame in self.of(SnapshotFrame)]

    def answer(self, command: str) -> Answer | None:
        """The answer to a command, if there is one yet."""
        for frame in self.frames:
            if isinstance(frame, Answer) and frame.id == command:
                return frame
        return None

    @property
    def view(self) -> Snapshot | None:
        """What a client makes of it all."""
        return fold(None, self.frames)

    def forgets(self) -> None:
        """The story looks only at what comes from here on."""
        self.payloads.clear()
