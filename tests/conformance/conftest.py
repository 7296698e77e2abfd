"""One running house for the stories that leave it as they found it, and folders for those that need their own."""

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.support.house import House, a_house, folder_in_memory


@pytest.fixture
def live() -> Iterator[Path]:
    """A folder for one live journal."""
    folder = folder_in_memory()
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
async def house(tmp_path: Path, live: Path) -> AsyncIterator[House]:
    """A house that was just started for the first time."""
    async with a_house(tmp_path, live) as open_house:
        yield open_house
