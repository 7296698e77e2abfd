"""The house has floors: a module imports only from floors below its own."""

from pathlib import Path

import pytest

from tests.house.floors import strange_folders, undeclared, violations
from tests.house.tree import ROOT, build


def test_every_module_looks_only_down() -> None:
    assert list(violations(ROOT)) == []


def test_every_import_is_ours_or_pythons_or_declared() -> None:
    assert list(undeclared(ROOT)) == []


def test_no_folder_stands_beside_the_house() -> None:
    assert strange_folders(ROOT) == []


@pytest.mark.parametrize(
    ("place", "text", "found"),
    [
        ("protocol/words.py", "import moderation.pace", "protocol.words (floor 0) imports moderation.pace"),
        ("moderation/pace.py", "from server.room import state", "(floor 1) imports server.room.state (floor 2)"),
        ("server/room/state.py", "def late():\n    from server import ports", "imports server.ports (floor 3)"),
        ("server/room/state.py", "from ..runtime.hub import Hub", "imports server.runtime.hub (floor 5)"),
        ("server/room/state.py", "import time", "on a pure floor"),
        ("protocol/codec.py", "from asyncio import sleep", "on a pure floor"),
        ("server/runtime/hub.py", "from server.adapters import sqlite", "only server.adapters and server.app"),
        ("server/edge/page.py", "import server.adapters.sqlite", "only server.adapters and server.app"),
        ("server/runtime/hub.py", "from websockets.asyncio import server", "only server.edge"),
        ("server/ports.py", "if TYPE_CHECKING:\n    import server.app", "(floor 3) imports server.app (floor 7)"),
        ("server/helpers.py", "", "server.helpers stands on no floor"),
        ("server/__init__.py", "import server.ports", "server.__init__ (floor -1)"),
    ],
)
def test_a_look_up_is_found(tmp_path: Path, place: str, text: str, found: str) -> None:
    empty = ("moderation/pace", "server/room/state", "server/ports", "server/runtime/hub", "server/adapters/sqlite")
    house = build(tmp_path, {f"{name}.py": "" for name in (*empty, "server/app")} | {place: text})
    assert [line for line in violations(house) if found in line], list(violations(house))


def test_looking_down_and_at_ones_own_folder_is_fine(tmp_path: Path) -> None:
    house = build(
        tmp_path,
        {
            "protocol/words.py": "import pydantic",
            "server/__init__.py": "",
            "server/room/state.py": "from protocol.words import Words",
            "server/room/decide.py": "from server.room import state",
            "server/app.py": "import server.adapters.sqlite, server.edge.page",
            "server/edge/page.py": "import asyncio, websockets",
            "server/adapters/sqlite.py": "import aiosqlite",
        },
    )
    assert list(violations(house)) == []


def test_an_undeclared_library_and_a_strange_folder_are_found(tmp_path: Path) -> None:
    house = build(
        tmp_path,
        {"pyproject.toml": '[project]\ndependencies = ["click>=8"]', "server/cli/start.py": "import click, flask"},
    )
    (house / "utilities").mkdir()
    assert list(undeclared(house)) == ["server.cli.start imports flask, which pyproject.toml does not name"]
    assert strange_folders(house) == ["utilities"]
