"""The floors of the web client, read off its import lines; nothing is compiled.

`protocol`, `words` and `exit` lie at the ground (words may name what protocol has), then `room` (pure), `connection`,
`announce`, `parts`, `screens`, and `main` on top. Tests may look anywhere. It reads
text, so an import path put together at run time escapes it; the Content Security
Policy and the types stand there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.house.tree import written_files

FLOORS = {
    "protocol": 0,
    "words": 0,
    "exit": 0,
    "room": 1,
    "connection": 2,
    "announce": 3,
    "parts": 3,
    "screens": 3,
    "main": 4,
}
# Two floors have steps, each looking only at those before it: a word for every refusal is proven complete by the
# generated list of refusals; and a screen is made of parts, and both may speak.
STEPS = (("protocol", "words"), ("announce", "parts", "screens"))
# What leaves at once must not wait for anything to load; what folds events must run anywhere.
NO_PACKAGES = ("protocol", "exit", "room")
NOT_PURE = re.compile(
    r"\b(document|window|navigator|localStorage|sessionStorage|WebSocket|fetch|setTimeout|setInterval"
    r"|requestAnimationFrame|Date|performance|crypto|Math\.random)\b"
)
IMPORT = re.compile(r"""(?:\bfrom\s*|\bimport\s*\(?\s*)(["'])(?P<target>[^"'\n]+)\1""")
COMMENT_OR_STRING = re.compile(
    r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`", re.DOTALL
)
COMMENT = re.compile(r"^\s*//[^\n]*|/\*.*?\*/", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Place:
    """Where a file of the client stands: the first name below `src`."""

    name: str

    @property
    def floor(self) -> int | None:
        """Its number; nothing for a place the table does not know."""
        return FLOORS.get(self.name)


def place_of(source: Path, path: Path) -> Place:
    """`src/parts/ring/ring.tsx` -> parts; `src/main.tsx` -> main."""
    return Place(path.relative_to(source).parts[0].split(".")[0])


def is_test(path: Path) -> bool:
    """Stories and their helpers stand beside the parts, and may look anywhere."""
    return ".test." in path.name or "testing" in path.parts


def violations(client: Path) -> Iterator[str]:
    """Every import that looks up or sideways, and every impure name in `room`."""
    source = client / "src"
    for path in written_files(source, ".ts", ".tsx"):
        if is_test(path) or path.name.endswith(".d.ts"):
            continue
        here, text = place_of(source, path), path.read_text()
        name = path.relative_to(client).as_posix()
        if here.floor is None:
            yield f"{name} stands on no floor"
            continue
        for found in IMPORT.finditer(COMMENT.sub("", text)):
            yield from judged(source, path, here, found["target"])
        if here.name == "room":
            bare = COMMENT_OR_STRING.sub('""', text)
            yield from (f"{name} uses {word}; room is pure" for word in sorted(set(NOT_PURE.findall(bare))))


def judged(source: Path, path: Path, here: Place, target: str) -> Iterator[str]:
    """What is wrong with one import."""
    name = path.relative_to(source.parent).as_posix()
    if not target.startswith("."):
        if here.name in NO_PACKAGES:
            yield f"{name} imports the package {target}; {here.name} needs none"
        return
    aim = Path(*(path.parent / target.split("?")[0]).parts).resolve()
    if not aim.is_relative_to(source.resolve()):
        yield f"{name} imports {target}, outside src"
        return
    there = place_of(source.resolve(), aim)
    if there == here:
        return
    if there.floor is None or here.floor is None:
        yield f"{name} imports {target}, which stands on no floor"
    elif not (there.floor < here.floor or step_down(here, there)):
        yield f"{name} (floor {here.floor}) imports {target} (floor {there.floor})"


def step_down(here: Place, there: Place) -> bool:
    """Whether both stand on one floor with steps, and the one looked at comes first there."""
    return any(
        here.name in steps and there.name in steps and steps.index(there.name) < steps.index(here.name)
        for steps in STEPS
    )
