"""The picture of the README: a real circle on a desk and on a phone, side by side.

It is always made, so that it can be made; it replaces the committed one only when TP_PICTURES=1 asks for it.
"""

import base64
import os

from playwright.sync_api import Browser

from tests.browser import facilitating
from tests.browser.house import ROOT
from tests.browser.people import Person, offered_to
from tests.browser.stage import PHONE, Stage

PICTURE = ROOT / "docs" / "pictures" / "circle.png"
_PNG = b"\x89PNG\r\n\x1a\n"
_LEAST = 40_000
"""Bytes; a picture of an empty page has a tenth of it."""

_FRAME = """<!doctype html><style>
body {
  margin: 0; padding: 44px; display: flex; gap: 36px; align-items: center; background: #e9dfd1; width: max-content;
}
img { display: block; border-radius: 14px; box-shadow: 0 10px 40px rgb(60 40 20 / 22%); }
.phone { border-radius: 28px; border: 7px solid #2a2521; }
</style>
<img width="1100" src="data:image/png;base64,DESK">
<img class="phone" width="330" src="data:image/png;base64,PHONE">"""

_SAID = (
    ("My neighbour brought soup.", "We did not say much, and that was right."),
    ("I opened the curtains every day this week. Some days that was all, and it was something.",),
)


def _shares(person: Person, words: tuple[str, ...]) -> None:
    person.answers("act-take")
    for each in words:
        person.says(each)


def _next_on_a_phone(phones: list[Person], desk: Person) -> Person:
    """Whoever is offered the piece next; the one at the desk only watches, and asks for later."""
    person = offered_to([*phones, desk])
    if person is not desk:
        return person
    desk.answers("act-later")
    return offered_to(phones)


def test_a_picture_of_a_circle_can_be_made(stage: Stage, browser: Browser, facilitator: Person) -> None:
    desk = stage.person(size=(1100, 720))
    phones = [stage.person(size=PHONE) for _ in range(4)]
    facilitating.gathers(facilitator, [desk, *phones], name="Thursday circle")
    facilitating.starts_round(facilitator, "What was one small kind thing this week?")
    first = _next_on_a_phone(phones, desk)
    _shares(first, _SAID[0])
    first.press("act-done")
    others = [each for each in phones if each is not first]
    second = _next_on_a_phone(others, desk)
    _shares(second, _SAID[1])
    on_phone = next(each for each in others if each is not second)
    for each in (desk, on_phone):
        each.hears(_SAID[1][0])
    frame = _FRAME
    for name, each in (("DESK", desk), ("PHONE", on_phone)):
        frame = frame.replace(name, base64.b64encode(each.page.screenshot()).decode())
    page = browser.new_page(viewport={"width": 1700, "height": 900}, device_scale_factor=1)
    page.set_content(frame)
    picture = page.locator("body").screenshot()
    page.close()
    assert picture.startswith(_PNG)
    assert len(picture) > _LEAST
    if os.environ.get("TP_PICTURES") == "1":
        PICTURE.parent.mkdir(exist_ok=True)
        PICTURE.write_bytes(picture)
    assert PICTURE.read_bytes().startswith(_PNG)
