"""One Chromium and one server for all stories; the story that kills its server has one of its own.

Chromium is what `TP_CHROMIUM` names, or the first found; never one that is downloaded. Without it the stories
are skipped, loudly, for a person; under CI that is a failure, because nobody would read the line.
"""

import os
from collections.abc import Generator, Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from deploy.set_up import find_chromium
from tests.browser.facilitating import comes_to_desk
from tests.browser.house import CLIENT, House, housed
from tests.browser.people import Person
from tests.browser.stage import Stage, made_facilitator, staged

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Function) -> Generator[None, None, None]:
    """When a story fails, pictures are taken before the pages are closed."""
    try:
        return (yield)
    except Exception as failure:
        stage = item.funcargs.get("stage")
        for note in stage.pictured() if isinstance(stage, Stage) else ():
            failure.add_note(note)
        raise


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The one browser. Each person has a context of their own in it."""
    chromium = find_chromium()
    if not chromium:
        _missing("there is no Chromium on this machine (on Debian: apt install chromium)")
    if not CLIENT.exists():
        _missing("the client is not built (npm run build in web_client)")
    with sync_playwright() as playwright:
        # Chromium goes back to kept pages by itself; Playwright switches that off, and Leave fast must bear it.
        usual = ["--disable-back-forward-cache"]
        shown = playwright.chromium.launch(
            executable_path=chromium, headless=True, args=list(FLAGS), ignore_default_args=usual
        )
        yield shown
        shown.close()


@pytest.fixture(scope="package")
def house(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The server of all stories that do not kill it."""
    with housed(tmp_path_factory.mktemp("house")) as opened:
        yield opened


@pytest.fixture
def stage(browser: Browser, house: House) -> Iterator[Stage]:
    """People for one story, and the verdict on their pages at its end."""
    with staged(browser, house) as opened:
        yield opened


@pytest.fixture(scope="package")
def desk_link(browser: Browser, house: House) -> str:
    """The link of a facilitator who has chosen a passphrase."""
    return made_facilitator(browser, house)


@pytest.fixture
def facilitator(stage: Stage, desk_link: str) -> Person:
    """That facilitator, at their desk."""
    return comes_to_desk(stage.person(), desk_link)


def _missing(what: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(f"Under CI no story in the browser may be left out: {what}.")
    pytest.skip(f"SKIPPED, and nothing in a browser was tried: {what}.")
