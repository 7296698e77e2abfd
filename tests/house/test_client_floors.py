"""The web client has floors too: an import looks only down, and `room` knows no browser."""

from pathlib import Path

import pytest

from tests.house.client_floors import violations
from tests.house.tree import ROOT, build


def test_every_client_module_looks_only_down() -> None:
    assert list(violations(ROOT / "web_client")) == []


def test_there_is_a_client_to_look_at() -> None:
    assert list((ROOT / "web_client/src").rglob("*.ts*"))


@pytest.mark.parametrize(
    ("place", "text", "found"),
    [
        (
            "src/room/fold.ts",
            'import { Socket } from "../connection/socket";',
            "(floor 1) imports ../connection/socket",
        ),
        ("src/protocol/index.ts", "export { say } from '../words/words'", "(floor 0) imports ../words"),
        ("src/exit/leave.ts", "import type { Event } from '../protocol/generated'", "(floor 0) imports ../protocol"),
        ("src/announce/say.ts", 'import { Ring } from "../parts/ring"', "(floor 3) imports ../parts"),
        ("src/parts/ring.tsx", 'export { Room } from "../screens/room"', "(floor 3) imports ../screens/room"),
        ("src/connection/socket.ts", 'const late = await import("../main")', "(floor 2) imports ../main"),
        ("src/exit/leave.ts", 'import { h } from "preact"', "imports the package preact"),
        ("src/exit/leave.ts", 'import "preact"', "imports the package preact"),
        ("src/parts/ring.tsx", 'import x from "../../../server/x"', "outside src"),
        ("src/helpers/list.ts", "", "stands on no floor"),
        ("src/room/fold.ts", "const now = Date.now()", "uses Date"),
        ("src/room/fold.ts", "document.title = 'x'", "uses document"),
    ],
)
def test_a_look_up_is_found(tmp_path: Path, place: str, text: str, found: str) -> None:
    house = build(tmp_path, {place: text})
    assert [line for line in violations(house) if found in line], list(violations(house))


def test_looking_down_and_talking_about_it_is_fine(tmp_path: Path) -> None:
    house = build(
        tmp_path,
        {
            "src/main.tsx": 'import { render } from "preact"; import { Room } from "./screens/room";',
            "src/screens/room.tsx": 'import { Ring } from "../parts/ring"; import { say } from "../announce/say";',
            "src/words/refusals.ts": 'import type { RefusalCode } from "../protocol/generated";',
            "src/room/fold.ts": '// no Date here\n/* nor window */ import type { E } from "../protocol/generated";',
            "src/parts/ring.test.tsx": 'import { Room } from "../screens/room";',
        },
    )
    assert list(violations(house)) == []
