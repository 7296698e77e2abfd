"""Every source module has a story: a test imports it, or imports the face of its own folder that uses it.

`decide.py` may be the face of `circle.py` beside it, because both are one subject;
but a test of the whole server is not a story of every module in it. So the chain
from a test to a module may pass only through modules of that module's own folder.
"""

from collections.abc import Iterator
from pathlib import Path

from tests.house.imports import imported
from tests.house.tree import ROOT, build, module_name, sources, written_files


def untold(root: Path) -> Iterator[str]:
    """Source modules that no story reaches. Entrances (`__init__`, `__main__`) hold no subject of their own."""
    tests = (path for path in written_files(root / "tests", ".py") if "house" not in path.parts)
    reached = {target for path in tests for target in imported(path, root)}
    known = {module_name(root, path): set(imported(path, root)) for path in sources(root)}
    new = reached & known.keys()
    while new:
        near = {(module, target) for module in new for target in known[module]}
        new = {target for module, target in near if folder(module) == folder(target)} & known.keys() - reached
        reached |= new
    for module in sorted(known.keys() - reached):
        if not module.endswith(("__init__", "__main__")):
            yield f"{module} is in no story: no test imports it, nor a module of its folder that uses it"


def folder(module: str) -> str:
    """`server.room.decide` -> `server.room`."""
    return module.rpartition(".")[0]


def test_every_source_has_its_story() -> None:
    assert list(untold(ROOT)) == []


def test_a_module_without_a_story_is_found(tmp_path: Path) -> None:
    house = build(
        tmp_path,
        {
            "tests/room/test_circle.py": "from server.room.decide import decide",
            "tests/house/test_x.py": "import server.ports",
            "server/room/decide.py": "from server.room import circle\nimport protocol.words",
            "server/room/circle.py": "",
            "protocol/words.py": "",
            "server/ports.py": "",
            "server/__main__.py": "",
        },
    )
    assert [line.split()[0] for line in untold(house)] == ["protocol.words", "server.ports"]
