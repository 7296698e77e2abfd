"""People, each with a browser of their own: what they press, write and see, by the words on the screen.

A person finds things as people do, by role and visible name. Waiting is for something to be seen;
nothing here sleeps.
"""

import re
import time
from collections.abc import Iterable
from typing import Final

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.words import plain, word

PATIENCE: Final = 15_000
"""Milliseconds for something to be seen. Long, because two cores may be busy; nobody waits for it when all is well."""

expect.set_options(timeout=PATIENCE)


class Person:
    """Somebody with one browser and one page in it."""

    def __init__(self, context: BrowserContext) -> None:
        self.context: Final = context
        self.name = ""
        context.set_default_timeout(PATIENCE)
        self.page: Page = context.new_page()

    def duplicated(self) -> "Person":
        """The same tab once more, as "duplicate tab" does it: another page with a copy of the store."""
        twin = Person(self.context)
        twin.name = self.name
        twin.page.goto(self.page.url)
        twin.page.evaluate(
            "kept => { for (const name in kept) sessionStorage.setItem(name, kept[name]); }", self.stored()
        )
        twin.page.reload()
        return twin

    # what one finds on a screen

    @property
    def leaf(self) -> Locator:
        """The leaf of paper that lies over the page."""
        return self.page.get_by_role("dialog")

    @property
    def log(self) -> Locator:
        """What was said."""
        return self.page.get_by_role("log")

    @property
    def turn(self) -> Locator:
        """The turn bar."""
        return self.page.get_by_role("region", name=word("turn-region"))

    @property
    def field(self) -> Locator:
        """Where my words are written."""
        return self.page.get_by_role("form", name=word("words-region")).get_by_role("textbox")

    def button(self, key: str, **values: str | int) -> Locator:
        """A button by its words; on the leaf where one lies over the page."""
        over = self.leaf if self.leaf.count() else self.page
        return over.get_by_role("button", name=word(key, **values))

    # what one does

    def opens(self, link: str) -> "Person":
        """Follows a link."""
        self.page.goto(link)
        return self

    def press(self, key: str, **values: str | int) -> None:
        """Presses a button by its words."""
        self.button(key, **values).click()

    def answers(self, key: str) -> None:
        """Answers an offer of the piece by one of the buttons, and sees that it is answered."""
        self.press(key)
        expect(self.turn.locator(".turn-lead")).not_to_have_text(word("turn-offered-me"))

    def writes(self, text: str) -> None:
        """Writes into the field for one's words, and sends nothing."""
        self.field.fill(text)

    def says(self, text: str) -> None:
        """Writes and says it, and sees that it has arrived."""
        self.writes(text)
        self.press("words-say")
        said = self.log.get_by_role("article").filter(has_text=text)
        expect(said).to_have_count(1)
        expect(said).not_to_have_attribute("aria-busy", "true")

    def comes_in(self, link: str, *, listening: bool = False, line: str | None = None) -> "Person":
        """From the link to Come in, or Just listen; what follows depends on the door."""
        self.opens(link)
        # A door that is being looked at again may draw another name: the name counts once one can come in.
        expect(self.button("door-listen" if listening else "door-come-in")).to_be_visible()
        self.name = self.page.locator(".tonight .name").inner_text()
        if line is not None:
            self.page.get_by_label(plain("door-line-label")).fill(line)
        self.press("door-listen" if listening else "door-come-in")
        return self

    def leaves(self) -> None:
        """In the ordinary way, with the question answered."""
        self.opens_more()
        self.press("more-leave")
        self.press("more-leave-yes")

    def opens_more(self) -> None:
        """What is behind the name of the circle."""
        self.page.locator(".room-more").click()
        expect(self.leaf.get_by_role("heading", name=word("more-title"))).to_be_visible()

    # what one sees

    def sees(self, key: str, **values: str | int) -> None:
        """Reads these words somewhere."""
        expect(self.page.get_by_text(word(key, **values)).first).to_be_visible()

    def sees_title(self, key: str) -> None:
        """Reads this heading."""
        expect(self.page.get_by_role("heading", name=word(key), level=1)).to_be_visible()

    def hears(self, text: str) -> None:
        """Reads this in the log, once."""
        expect(self.log.get_by_role("article").filter(has_text=text)).to_have_count(1)

    def sees_turn(self, key: str, **values: str | int) -> None:
        """Reads this as the first line of the turn bar."""
        expect(self.turn.locator(".turn-lead")).to_have_text(word(key, **values))

    def is_in_room(self) -> None:
        """The turn bar is there, so this is the room."""
        expect(self.turn).to_be_visible()

    def is_waiting(self) -> None:
        """In the waiting room."""
        self.sees_title("waiting-title")

    # what one's browser keeps

    def stored(self) -> dict[str, str]:
        """What sessionStorage holds on this page; nothing where there is no page."""
        if self.page.url == "about:blank":
            return {}
        found: dict[str, str] = self.page.evaluate("() => ({ ...sessionStorage })")
        return found

    def text(self) -> str:
        """Everything in the document, written or typed."""
        found: str = self.page.evaluate(
            "() => document.documentElement.outerHTML + [...document.querySelectorAll('input, textarea')]"
            ".map(field => field.value).join(' ')"
        )
        return found


def left_in(person: Person, stem: str) -> list[str]:
    """Every place of this person's page or store where the stem still stands, with what is around it."""
    text = person.text() + str(person.stored())
    return [text[max(0, at.start() - 60) : at.end() + 20] for at in re.finditer(stem, text)]


def offered_to(people: Iterable[Person]) -> Person:
    """Whoever of them the piece is offered to now, or soon."""
    asked = list(people)
    until = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < until:
        for each in asked:
            if word("turn-offered-me").match(each.turn.locator(".turn-lead").inner_text()):
                return each
        asked[0].page.wait_for_timeout(50)
    raise AssertionError("the piece is offered to none of them")
