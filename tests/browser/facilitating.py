"""What hosts and facilitators do in the stories, press by press: from the host's link to a circle with people in it."""

from collections.abc import Sequence

from playwright.sync_api import expect

from tests.browser.house import House
from tests.browser.people import Person
from tests.browser.words import plain, word

PASSPHRASE = "a lamp in the small window"


def facilitator_link(host: Person, house: House, label: str = "Thursdays") -> str:
    """The host opens their page, by a link from the command line, and makes a link for a facilitator."""
    host.opens(house.fresh_host_link())
    host.press("host-door-go")
    host.page.get_by_label(plain("host-label"), exact=True).fill(label)
    host.press("host-make")
    expect(host.page.get_by_role("heading", name=word("host-link-title", label=label))).to_be_visible()
    return host.page.locator(".host-link .link-box").inner_text()


def chooses_passphrase(person: Person, link: str) -> None:
    """The first time at one's own link."""
    person.opens(link)
    person.page.get_by_label(plain("fdoor-passphrase"), exact=True).fill(PASSPHRASE)
    person.page.get_by_label(plain("fdoor-repeat"), exact=True).fill(PASSPHRASE)
    person.press("fdoor-first-go")
    person.sees_title("desk-title")


def comes_to_desk(person: Person, link: str, passphrase: str = PASSPHRASE) -> Person:
    """Every later time."""
    person.opens(link)
    person.page.get_by_label(plain("fdoor-passphrase"), exact=True).fill(passphrase)
    person.press("fdoor-go")
    person.sees_title("desk-title")
    return person


def starts_group(
    person: Person, name: str, *, mode: str = "round", one_by_one: bool = False, held_by: str = "facilitators"
) -> str:
    """From the desk to the link to share. Answers that link."""
    person.press("desk-start")
    person.page.get_by_label(plain("start-name"), exact=True).fill(name)
    person.page.get_by_role("radio", name=word(f"start-mode-{mode}")).check()
    person.page.get_by_role("radio", name=word(f"start-held-{held_by}")).check()
    door = "start-door-ours" if held_by == "members" else "start-door"
    person.page.get_by_role("checkbox", name=word(door)).set_checked(one_by_one)
    person.press("start-go")
    person.sees_title("ready-title")
    return person.page.locator(".link-box").inner_text()


def goes_in(person: Person) -> None:
    """From ready to share into the circle."""
    person.press("ready-enter")
    person.is_in_room()


def opens_tray(person: Person, key: str) -> None:
    """One of the leaves of the tray; on a phone behind one more tap."""
    fold = person.page.locator(".tray-fold")
    if fold.is_visible() and fold.get_attribute("aria-expanded") == "false" and key != "tray-door":
        fold.click()
    tray = person.page.locator(".tray")
    counted = {"tray-door", "tray-needs"}
    found = tray.get_by_role("button", name=word(key))
    if key in counted:
        found = found.or_(tray.get_by_role("button", name=word(f"{key}-n")))
    found.click()


def starts_round(person: Person, prompt: str = "") -> None:
    """Next, with or without a question."""
    person.page.locator(".tray-next").click()
    person.leaf.get_by_label(plain("round-prompt"), exact=True).fill(prompt)
    person.press("round-go")
    expect(person.leaf).to_have_count(0)


def changes_mode(person: Person, mode: str) -> None:
    """How we talk, from now on."""
    opens_tray(person, "tray-talk")
    person.leaf.get_by_role("radio", name=word(f"start-mode-{mode}")).check()
    person.press("talk-go")
    expect(person.leaf).to_have_count(0)


def closes_circle(person: Person) -> None:
    """For everybody."""
    opens_tray(person, "tray-close")
    person.press("close-yes")
    person.sees_title("after-meeting_closed-title")


def gathers(
    person: Person, members: Sequence[Person], *, name: str = "Elm Street evenings", mode: str = "round"
) -> str:
    """A circle with an open door, everybody inside. Answers the invitation."""
    link = starts_group(person, name, mode=mode)
    goes_in(person)
    for each in members:
        each.comes_in(link)
        each.is_in_room()
    return link
