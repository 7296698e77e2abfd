"""A folder of small pages, and a port in front of them."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.open_port import Port, an_open_port

PAGE = '<!doctype html><html data-neutral-site="https://www.wikipedia.org/"><title>A circle</title>' + "<p>word " * 200


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A client as small as it gets."""
    folder = tmp_path / "dist"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text(PAGE)
    (folder / "help.html").write_text("<!doctype html><title>Help</title>")
    (folder / "assets" / "main-abc.js").write_text("const words = 1;\n" * 100)
    (folder / "assets" / "noise.png").write_bytes(bytes(range(256)))
    (folder / "secret.key").write_text("not a page")
    return folder


@pytest.fixture
async def port(pages: Path) -> AsyncIterator[Port]:
    """An open port."""
    async with an_open_port(pages, hello_seconds=1) as open_port:
        yield open_port
