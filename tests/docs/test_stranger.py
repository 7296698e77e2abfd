"""The example client, run as a stranger would run it: another process, PROTOCOL.md and `websockets`, a real server."""

import asyncio
import sys
from asyncio.subprocess import PIPE
from pathlib import Path

from tests.support.house import ROOT, a_house, folder_in_memory

STRANGER = ROOT / "docs" / "examples" / "stranger.py"
PATIENCE = 60.0


async def test_a_strangers_client_joins_raises_a_hand_shares_and_leaves(tmp_path: Path) -> None:
    async with a_house(tmp_path, folder_in_memory()) as house:
        fay = await house.holder_of_the_trial()
        stranger = await asyncio.create_subprocess_exec(
            sys.executable, str(STRANGER), house.address, house.links["invitation"], stdout=PIPE, stderr=PIPE
        )
        await fay.until(lambda: fay.room.people[-1].role == "member")
        await fay.gets("set_mode", mode="raised_hands", prompt="", now=True)
        await fay.until(lambda: bool(fay.room.hands))
        await fay.gets("offer_piece", seat=None)
        async with asyncio.timeout(PATIENCE):
            out, mistakes = await stranger.communicate()
        assert stranger.returncode == 0, mistakes.decode()
        assert "I am a stranger, and I am glad to be here." in out.decode()
        await fay.until(lambda: fay.room.turn is None)
        assert [said.text for said in fay.room.said] == ["I am a stranger, and I am glad to be here."]


def test_it_is_no_longer_than_an_afternoon() -> None:
    lines = [line for line in STRANGER.read_text(encoding="utf-8").splitlines() if line.strip()]
    assert len(lines) <= 60
    assert "from server" not in STRANGER.read_text(encoding="utf-8")
    assert "from protocol" not in STRANGER.read_text(encoding="utf-8")
