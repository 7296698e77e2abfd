"""Every screen, on small phones and on a desk: nothing runs off the side, all can be hit, axe finds nothing.

axe runs in people of its own, for whom the content policy is off, because a policy as strict as ours
does not let a foreign program in; everybody else in these stories keeps it.
"""

from collections.abc import Callable, Sequence

import pytest
from playwright.sync_api import expect

from tests.browser import facilitating
from tests.browser.house import ROOT, House
from tests.browser.people import Person, offered_to
from tests.browser.stage import DESK, PHONE, SMALL_PHONE, Stage
from tests.browser.words import word

AXE = ROOT / "web_client" / "node_modules" / "axe-core" / "axe.min.js"
TARGET = 44
LOG_LEAST = 240

# Links inside a sentence are as high as the sentence; everything else that can be pressed counts.
_SMALL = """
least => [...document.querySelectorAll('button, a.button, summary, input, textarea, nav a, .help-lines a')]
  .filter(each => each.checkVisibility({ visibilityProperty: true }) && each.getBoundingClientRect().width > 1)
  .map(each => [each, (each.closest('label') ?? each).getBoundingClientRect()])
  .filter(([each, box]) => box.height < least - 0.5 || box.width < least - 0.5)
  .map(([each, box]) => `${each.innerText || each.id || each.tagName}: ${box.width.toFixed()}x${box.height.toFixed()}`)
"""
_AXE = """
async () => {
  const { violations, passes } = await axe.run(document, { resultTypes: ['violations'] });
  if (passes.length < 5) return ['axe has looked at nothing'];
  return violations.filter(each => ['serious', 'critical'].includes(each.impact))
    .map(each => `${each.id}: ${each.help}: ${each.nodes.map(node => node.html.slice(0, 160)).join(' | ')}`);
}
"""

Look = Callable[[Person, str], list[str]]


def _fits(person: Person, where: str) -> list[str]:
    """What runs off the side, or is too small for a thumb."""
    page = person.page
    wide: int = page.evaluate("() => document.scrollingElement.scrollWidth - innerWidth")
    small: list[str] = page.evaluate(_SMALL, TARGET)
    sideways = [f"{where}: {wide} px too wide"] if wide > 0 else []
    return sideways + [f"{where}: too small to hit: {each}" for each in small]


def _axe(person: Person, where: str) -> list[str]:
    """What axe finds serious or critical."""
    if not person.page.evaluate("() => 'axe' in window"):
        person.page.evaluate(AXE.read_text())
    found: list[str] = person.page.evaluate(_AXE)
    return [f"{where}: {each}" for each in found]


def _every_screen(look: Look, walkers: Sequence[Person], house: House, desk_link: str) -> list[str]:
    """Walks a facilitator, somebody without a link, and a member through every screen there is for them."""
    person, host, member = walkers
    found = look(host.opens(f"{house.address}/help"), "help page")
    found += look(host.opens(f"{house.address}/about"), "about page")
    found += look(host.opens(house.address), "front")
    found += look(person.opens(desk_link), "facilitator's door")
    facilitating.comes_to_desk(person, desk_link)
    found += look(person, "desk")
    person.press("desk-start")
    found += look(person, "start a group")
    person.press("back")
    link = facilitating.starts_group(person, "Elm Street evenings, the long table by the window", one_by_one=True)
    person.press("ready-qr")
    expect(person.page.locator(".qr")).to_be_visible()
    found += look(person, "ready")
    found += look(member.opens(link), "door, not open yet")
    facilitating.goes_in(person)
    member.press("door-look-again")
    expect(member.button("door-come-in")).to_be_visible()
    found += look(member, "door")
    member.press("help-now")
    found += look(member, "help card")
    member.press("back")
    member.comes_in(link, line="I came in spring, and it was good to listen")
    member.is_waiting()
    found += look(member, "waiting room")
    facilitating.opens_tray(person, "tray-door")
    found += look(person, "tray, door")
    person.press("knocks-in-named", who=member.name)
    person.press("back")
    return found + _the_room(look, person, member)


def _the_room(look: Look, person: Person, member: Person) -> list[str]:
    member.is_in_room()
    found = look(member, "room, no round")
    facilitating.opens_tray(person, "tray-talk")
    found += look(person, "tray, how we talk")
    person.press("back")
    facilitating.opens_tray(person, "tray-bell")
    found += look(person, "tray, bell")
    person.press("back")
    facilitating.starts_round(person, "What was one small kind thing, given or received, since we last met here?")
    assert offered_to([member]) is member
    found += look(member, "room, offered")
    found += look(person, "room of the facilitator, somebody is offered")
    member.answers("act-take")
    member.says("A neighbour brought soup. We did not say much, and that was right. " * 4)
    found += look(member, "room, on my turn")
    member.opens_more()
    found += look(member, "more")
    member.press("back")
    member.press("act-done")
    person.sees_turn("turn-offered-me")
    found += look(member, "room, not my turn")
    facilitating.opens_tray(person, "tray-close")
    found += look(person, "tray, close")
    person.press("close-yes")
    member.sees_title("after-meeting_closed-title")
    return found + look(member, "after")


@pytest.mark.parametrize("size", [PHONE, SMALL_PHONE])
def test_every_screen_fits_a_phone(stage: Stage, house: House, desk_link: str, size: tuple[int, int]) -> None:
    walkers = [stage.person(size=size) for _ in range(3)]
    assert _every_screen(_fits, walkers, house, desk_link) == []


@pytest.mark.parametrize(("size", "dark"), [(DESK, False), (PHONE, True)], ids=["desk-light", "phone-dark"])
def test_axe_finds_nothing(stage: Stage, house: House, desk_link: str, size: tuple[int, int], dark: bool) -> None:
    walkers = [stage.person(size=size, dark=dark, bypass_csp=True) for _ in range(3)]
    assert _every_screen(_axe, walkers, house, desk_link) == []


def test_with_the_keyboard_open_there_is_still_a_log(stage: Stage, facilitator: Person) -> None:
    member = stage.phone()
    facilitating.gathers(facilitator, [member])
    facilitating.starts_round(facilitator, "One small thing?")
    assert offered_to([member]) is member
    member.page.set_viewport_size({"width": 360, "height": 440})
    for turn in ("turn-offered-me", "turn-mine"):
        member.sees_turn(turn)
        box = member.log.bounding_box()
        assert box is not None
        assert box["height"] >= LOG_LEAST, turn
        if turn == "turn-offered-me":
            member.answers("act-take")


def test_without_script_there_is_still_help(stage: Stage, house: House) -> None:
    guest = stage.person(size=PHONE, script=False)
    guest.page.goto(house.address)
    expect(guest.page.get_by_role("heading", level=1)).to_be_visible()
    guest.page.get_by_role("link", name=word("help-now")).click()
    expect(guest.page.get_by_role("heading", name=word("help-title"))).to_be_visible()
    assert guest.page.locator("a[href^='tel:']").count() > 5
    guest.page.goto(f"{house.address}/about")
    expect(guest.page.get_by_role("heading", name=word("front-about"))).to_be_visible()
    leave = guest.page.get_by_role("link", name=word("leave-fast"))
    leave.click()
    expect(guest.page).to_have_title("Weather")
