"""Pairing: a second device by a picture or by words and the passphrase, and somebody beside me by words and my Yes."""

from playwright.sync_api import Browser, expect

from tests.browser import facilitating
from tests.browser.facilitating import PASSPHRASE, comes_to_desk
from tests.browser.house import House
from tests.browser.people import Person
from tests.browser.stage import PHONE, Stage, made_facilitator
from tests.browser.test_screens import AXE, _axe, _fits
from tests.browser.words import plain, within, word

GROUP = "Elm Street evenings"


def _words_on(person: Person) -> str:
    """The code that stands on the leaf."""
    shown = person.leaf.locator(".pair-code")
    expect(shown).to_be_visible()
    return shown.inner_text()


def _types(person: Person, house: House, words: str) -> Person:
    """Somebody who was told the words types them on the front page, by keyboard, as they heard them."""
    person.opens(house.address)
    person.press("front-words")
    field = person.page.get_by_label(plain("type-words-label"), exact=True)
    expect(field).to_be_focused()
    person.page.keyboard.type(words.title())
    person.page.keyboard.press("Enter")
    return person


def _says_passphrase(person: Person, passphrase: str) -> None:
    person.page.get_by_label(plain("fdoor-passphrase"), exact=True).fill(passphrase)
    person.press("device-go")


def _fits_and_axe(person: Person, where: str) -> list[str]:
    assert AXE.exists()
    return _fits(person, where) + _axe(person, where)


def test_a_second_device_opens_my_desk_and_somebody_is_paired_beside_me(
    browser: Browser, stage: Stage, house: House
) -> None:
    link = made_facilitator(browser, house)
    first = comes_to_desk(stage.person(size=PHONE, bypass_csp=True), link)
    found: list[str] = []

    # A second device: the code, the passphrase, and a link of its own.
    first.press("devices-pair")
    code = _words_on(first)
    expect(first.leaf.locator(".qr")).to_be_visible()
    found += _fits_and_axe(first, "leaf with the words")
    phone = _types(stage.person(size=PHONE, bypass_csp=True), house, code)
    phone.sees_title("device-title")
    found += _fits_and_axe(phone, "device door")
    _says_passphrase(phone, "not the lamp at all")
    phone.sees("refusal-wrong_passphrase")
    _says_passphrase(phone, PASSPHRASE)
    phone.sees_title("desk-title")
    own = phone.page.locator(".link-box").inner_text()
    found += _fits_and_axe(phone, "desk of a paired device")
    assert code.replace(" ", "-") not in phone.page.url
    first.sees("pair-device-done")
    first.press("pair-close")
    stage.person().opens(f"{house.address}/#{code.replace(' ', '-')}").sees_title("no-door-used-title")

    # Its own link, with the passphrase, works like the first one.
    facilitating.starts_group(phone, GROUP, mode="open_floor")
    facilitating.goes_in(phone)
    comes_to_desk(stage.person(), own)

    # Somebody beside me: the words, a name that both read, and a Yes.
    first.page.reload()
    first.press("desk-pair-named", name=GROUP)
    other = _types(stage.person(size=PHONE, bypass_csp=True), house, _words_on(first))
    expect(other.page.get_by_role("heading", name=GROUP)).to_be_visible()
    found += _fits_and_axe(other, "door of a co-facilitator")
    other.name = other.page.locator(".tonight .name").inner_text()
    other.press("co-ask")
    other.sees_title("co-asked-title")
    expect(other.page.locator(".tonight .name")).to_have_text(other.name)
    first.sees("pair-asked", who=other.name)
    found += _fits_and_axe(first, "leaf with the question")
    expect(phone.page.get_by_text(other.name)).to_have_count(0)
    first.press("pair-yes")
    other.is_in_room()
    expect(other.page.locator(".tray")).to_be_visible()
    first.sees("pair-done", who=other.name)
    assert found == []

    # Only this device: the others are out, and their links open nothing.
    first.press("pair-close")
    first.press("devices-only")
    first.press("devices-only-yes")
    expect(first.page.locator(".devices")).to_contain_text(within("devices-n", n=1))
    stage.person().opens(own).sees_title("no-door-used-title")


def test_a_no_and_a_closed_leaf_end_the_words(stage: Stage, house: House, desk_link: str, facilitator: Person) -> None:
    facilitating.starts_group(facilitator, "Two lamps")
    facilitating.goes_in(facilitator)
    first = comes_to_desk(stage.phone(), desk_link)
    first.press("desk-pair-named", name="Two lamps")
    words = _words_on(first)
    other = _types(stage.phone(), house, words)
    other.press("co-ask")
    first.sees("pair-asked")
    first.press("pair-no")
    other.sees_title("no-door-used-title")
    expect(first.leaf.get_by_text(word("pair-ended"))).to_be_visible()
    first.press("pair-again")
    again = _words_on(first)
    assert again != words
    first.page.keyboard.press("Escape")
    expect(first.leaf).to_have_count(0)
    expect(first.button("desk-pair-named", name="Two lamps")).to_be_focused()
    _types(stage.phone(), house, again).sees_title("no-door-used-title")
    assert other.stored() == {}
