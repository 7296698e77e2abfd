"""What is written as bytes at once is, to the byte, what the models would have been written as."""

import json
from pathlib import Path

import pytest

from protocol.codec import decode_server, encode, encode_accepted, encode_event
from protocol.events import Said
from protocol.frames import Accepted, HappenedFrame
from protocol.words import Words
from tests.support.builders import command_id

FOLDER = Path(__file__).parent.parent / "transcripts"


def every_event() -> list[HappenedFrame]:
    """All events of all transcripts."""
    found = []
    for path in sorted(FOLDER.glob("*.json")):
        for seat in json.loads(path.read_text(encoding="utf-8"))["seats"].values():
            frames = [decode_server(json.dumps(frame)) for frame in seat["frames"]]
            found += [frame for frame in frames if isinstance(frame, HappenedFrame)]
    return found


def test_an_event_of_any_kind() -> None:
    events = every_event()
    assert len({type(frame.event) for frame in events}) > 30
    for frame in events:
        assert encode_event(frame.number, frame.event) == encode(frame)


@pytest.mark.parametrize(
    "text", ["plain", 'quote " and \\ and \n', "\u00e9\u2028\U0001f33b", "\u0645\u0631\u062d\u0628\u0627", "</script>"]
)
def test_words_of_any_kind(text: str) -> None:
    said = Said(seat=1, command=command_id(1), text=Words(text), turn=None)
    assert encode_event(7, said) == encode(HappenedFrame(number=7, event=said))


@pytest.mark.parametrize("number", [None, 1, 10_000_000])
def test_an_accepted(number: int | None) -> None:
    assert encode_accepted(command_id(3), number) == encode(Accepted(id=command_id(3), number=number, reply=None))
