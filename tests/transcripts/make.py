"""Makes the transcripts: `python -m tests.transcripts.make` plays every story and writes one file each.

A transcript holds what each seat was sent, in order, and the view it must have folded
after so many frames. pytest and vitest fold the same files.
"""

import inspect
import json
from collections.abc import Callable, Iterator
from pathlib import Path

from protocol.codec import encode
from tests.support.playbook import Playbook
from tests.transcripts.stories import STORIES

FOLDER = Path(__file__).parent

Json = dict[str, object]


def transcript(story: Callable[[], Playbook]) -> Json:
    """One story, played and written down."""
    book = story()
    assert book.refusals == [], f"{story.__name__}: {book.refusals}"
    book.checked()
    seats = {
        str(seat): {
            "frames": [json.loads(encode(frame)) for frame in post.frames],
            "checks": [{"after": after, "snapshot": json.loads(view.model_dump_json())} for after, view in post.checks],
        }
        for seat, post in sorted(book.posts.items())
    }
    return {"name": story.__name__, "story": inspect.getdoc(story), "seats": seats}


def printed(made: Json) -> str:
    """As text: one frame or check a line, so that a change can be read in a diff."""
    return "".join(_lines(made)) + "\n"


def _lines(made: Json) -> Iterator[str]:
    seats = made["seats"]
    assert isinstance(seats, dict)
    yield f'{{\n"name": {_plain(made["name"])},\n"story": {_plain(made["story"])},\n"seats": {{'
    for position, (seat, post) in enumerate(seats.items()):
        yield f'{"," if position else ""}\n"{seat}": {{"frames": [\n'
        yield ",\n".join(_plain(frame) for frame in post["frames"])
        yield '\n], "checks": [\n'
        yield ",\n".join(_plain(check) for check in post["checks"])
        yield "\n]}"
    yield "\n}}"


def _plain(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def all_made() -> dict[str, str]:
    """File name and text of every transcript."""
    return {f"{story.__name__}.json": printed(transcript(story)) for story in STORIES}


def main() -> None:
    """Write them all; take away those whose story is gone."""
    made = all_made()
    for old in FOLDER.glob("*.json"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
