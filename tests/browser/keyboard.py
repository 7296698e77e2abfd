"""Somebody who has a keyboard and nothing else: Tab to go there, Enter or Space to press, letters to write."""

from typing import Final

from playwright.sync_api import Locator, expect

from tests.browser.people import Person
from tests.browser.words import word

_FAR: Final = 80
"""More than so many Tabs to one control is no way for anybody."""


class KeyboardPerson(Person):
    """Does what a person does without ever touching the page."""

    def press(self, key: str, **values: str | int) -> None:
        """Goes to a button and presses Enter."""
        self.goes_to(self.button(key, **values))
        self.page.keyboard.press("Enter")

    def chooses(self, radio: Locator) -> None:
        """Goes into a group of choices and moves to this one with the arrows."""
        group = self.page.locator(f'input[name="{radio.get_attribute("name")}"]')
        self.goes_to(group.locator("xpath=self::*[@checked or true()]").nth(self._checked(group)))
        for _ in range(group.count()):
            if radio.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        expect(radio).to_be_checked()

    def _checked(self, group: Locator) -> int:
        return next((n for n in range(group.count()) if group.nth(n).is_checked()), 0)

    def writes(self, text: str) -> None:
        """Goes to the field for one's words and types."""
        self.goes_to(self.field)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def opens_more(self) -> None:
        """What is behind the name of the circle."""
        self.goes_to(self.page.locator(".room-more"))
        self.page.keyboard.press("Enter")
        expect(self.leaf.get_by_role("heading", name=word("more-title"))).to_be_visible()

    def unfolds(self, summary: Locator) -> None:
        """Goes to what can be unfolded, and unfolds it."""
        self.goes_to(summary)
        self.page.keyboard.press("Enter")

    def goes_to(self, there: Locator) -> None:
        """Tab after Tab, until the focus is there."""
        expect(there).to_be_visible()
        for _ in range(_FAR):
            if there.evaluate("it => it === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not come to {there}")
