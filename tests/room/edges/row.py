"""One row of the edge cases: a case, a promise, and the story whose name is that promise.

The name of the story is made from the promise, so the two cannot drift apart; whether
the story exists is seen by `tests/house/test_edges.py`. A promise that is not kept yet
stands in the list as well, with the reason.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One case.

    Args:
        case: what happens, in a few words.
        promise: what the room does then; also the name of the story.
        where: the file of the story below `tests/`, with its class if it has one; or a client test in `web_client/`.
        not_yet: why there is no story yet; stands in place of `where`.
    """

    case: str
    promise: str
    where: str = ""
    not_yet: str = ""

    @property
    def in_client(self) -> bool:
        """Whether the story is one of the client's, whose title is the promise itself."""
        return self.where.startswith("web_client/")

    @property
    def file(self) -> str:
        """The file of the story, from the root of the repository."""
        path = self.where.partition("::")[0]
        return path if self.in_client else f"tests/{path}"

    @property
    def place(self) -> str:
        """Where the story is, as a reader looks for it: the name of the file, and the class if there is one."""
        return self.where.rpartition("/")[2]

    @property
    def story(self) -> str:
        """The node name for pytest, or the title for vitest."""
        return self.promise if self.in_client else f"tests/{self.where}::{story_name(self.promise)}"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the rules, with all its rows."""

    title: str
    about: str
    """One or two sentences above the table."""
    rows: tuple[Row, ...]


def story_name(promise: str) -> str:
    """The name of the test: "Nobody's hand is lost" -> `test_nobodys_hand_is_lost`."""
    plain = re.sub("['’]", "", promise.lower())
    return "test_" + re.sub("[^a-z0-9]+", "_", plain).strip("_")
