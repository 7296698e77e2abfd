"""The committed transcripts are the stories as they go today, and the reference fold meets every check in them."""

import json
from pathlib import Path

import pytest

from protocol.codec import decode_server
from protocol.frames import SnapshotFrame
from protocol.snapshot import Snapshot
from tests.support.fold import fold
from tests.support.same import assert_same_view
from tests.transcripts.make import FOLDER, all_made
from tests.transcripts.stories import STORIES

FILES = sorted(FOLDER.glob("*.json"))


def snapshot_of(plain: object) -> Snapshot:
    """A view out of a transcript, by the way of the codec."""
    frame = decode_server(json.dumps({"frame": "snapshot", "snapshot": plain}))
    assert isinstance(frame, SnapshotFrame)
    return frame.snapshot


def test_the_committed_transcripts_equal_a_fresh_making() -> None:
    assert {path.name: path.read_text(encoding="utf-8") for path in FILES} == all_made()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_folding_the_frames_meets_every_check(path: Path) -> None:
    seats = json.loads(path.read_text(encoding="utf-8"))["seats"]
    assert any(post["checks"] for post in seats.values())
    for post in seats.values():
        frames = [decode_server(json.dumps(frame)) for frame in post["frames"]]
        for check in post["checks"]:
            assert_same_view(fold(None, frames[: check["after"]]), snapshot_of(check["snapshot"]))


def test_there_are_enough_stories() -> None:
    assert len(STORIES) >= 12
