"""The stage of a story: one browser, people coming in with their own contexts, and what must never happen.

At the end of each story every page is judged: no error, no broken policy, no request to any other host.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Literal

from playwright.sync_api import Browser, Error

from tests.browser import facilitating
from tests.browser.house import House
from tests.browser.people import Person
from tests.browser.watch import Watch

PHONE = (360, 740)
SMALL_PHONE = (320, 568)
DESK = (1280, 800)


class Stage:
    """Brings people in, and watches over all their pages."""

    def __init__(self, browser: Browser, house: House) -> None:
        self._browser = browser
        self.house = house
        self.watch = Watch(house.address, house.road.address)
        self.people: list[Person] = []
        self.failed = False

    def person(
        self,
        *,
        size: tuple[int, int] = DESK,
        dark: bool = False,
        script: bool = True,
        bypass_csp: bool = False,
        kind: type[Person] = Person,
    ) -> Person:
        """Somebody new. Narrow windows are phones: touch, and no mouse."""
        phone = size[0] < 600
        theme: Literal["dark", "light"] = "dark" if dark else "light"
        context = self._browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            has_touch=phone,
            is_mobile=phone,
            device_scale_factor=2 if phone else 1,
            color_scheme=theme,
            java_script_enabled=script,
            bypass_csp=bypass_csp,
            service_workers="block",
            locale="en",
            reduced_motion="reduce",
        )
        self.watch.over(context)
        person = kind(context)
        self.people.append(person)
        return person

    def phone(self, *, dark: bool = False) -> Person:
        """Somebody new, with a phone of 360 by 740."""
        return self.person(size=PHONE, dark=dark)

    def pictured(self) -> Iterator[str]:
        """The story has failed: what everybody saw, for whoever has to find out why."""
        self.failed = True
        for number, person in enumerate(self.people, 1):
            path = self.house.logs / f"person-{number}.png"
            with suppress(Error):
                person.page.screenshot(path=path, timeout=3000)
                yield f"person {number} saw {path}"
        yield from self.watch.verdict()

    def close(self) -> None:
        """Everybody's browser is shut."""
        for person in self.people:
            person.context.close()


@contextmanager
def staged(browser: Browser, house: House) -> Iterator[Stage]:
    """A stage for one story, judged at its end unless the story itself has failed already."""
    stage = Stage(browser, house)
    try:
        yield stage
        if stage.failed:
            return
        # Whatever is still on its way in the pages comes in before the verdict.
        for person in stage.people:
            if not person.page.is_closed():
                person.page.evaluate("() => 0")
        assert stage.watch.verdict() == []
    finally:
        stage.close()


def made_facilitator(browser: Browser, house: House) -> str:
    """The link of a new facilitator who has chosen a passphrase."""
    with staged(browser, house) as opened:
        link = facilitating.facilitator_link(opened.person(), house)
        facilitating.chooses_passphrase(opened.person(), link)
    return link
