"""By keyboard and read aloud: focus is never lost; the voice says what concerns me once, and never my own words."""

from playwright.sync_api import expect

from tests.browser import facilitating
from tests.browser.people import Person, offered_to
from tests.browser.stage import Stage
from tests.browser.words import plain, within, word

# Everything that is ever written into a live region of the page.
_LISTEN = """
() => {
  window.heardAloud = [];
  const hear = node => {
    const region = (node.nodeType === 1 ? node : node.parentElement)?.closest('[aria-live]:not([aria-live=off])');
    if (region && region.textContent.trim()) window.heardAloud.push(region.textContent.trim());
  };
  new MutationObserver(changes => changes.forEach(change => hear(change.target)))
    .observe(document.body, { subtree: true, childList: true, characterData: true });
}
"""
_TABS_MOST = 40


def _listens(person: Person) -> None:
    person.page.evaluate(_LISTEN)


def _heard(person: Person) -> list[str]:
    found: list[str] = person.page.evaluate("() => window.heardAloud")
    return found


def _focus(person: Person) -> str:
    """What has the focus, as a person with a screen reader would name it."""
    name: str = person.page.evaluate(
        "() => { const at = document.activeElement; return !at || at === document.body ? '' "
        ": (at.getAttribute('aria-label') ?? at.innerText ?? at.id) || at.tagName; }"
    )
    return name


def _tabs_to(person: Person, key: str) -> None:
    """With Tab alone to the button with these words."""
    for _ in range(_TABS_MOST):
        if word(key).match(_focus(person)):
            return
        person.page.keyboard.press("Tab")
    raise AssertionError(f"Tab never came to {key}; it is at {_focus(person)!r}")


def _presses(person: Person, key: str) -> None:
    """Tab to it, Enter, and the focus is still somewhere."""
    _tabs_to(person, key)
    person.page.keyboard.press("Enter")


def _comes_to(person: Person, name: str) -> None:
    """The focus is there, as soon as the page has drawn what was asked for."""
    person.page.wait_for_function(
        "name => [document.activeElement?.getAttribute('aria-label'), document.activeElement?.textContent?.trim()]"
        ".includes(name)",
        arg=name,
    )


def _keeps_focus(person: Person) -> None:
    person.page.wait_for_function("() => document.activeElement && document.activeElement !== document.body")


def test_a_whole_turn_by_keyboard(stage: Stage, facilitator: Person) -> None:
    link = facilitating.gathers(facilitator, [])
    member = stage.person().opens(link)
    expect(member.button("door-come-in")).to_be_visible()
    _presses(member, "door-come-in")
    member.is_in_room()
    _keeps_focus(member)
    facilitating.starts_round(facilitator)
    member.sees_turn("turn-offered-me")
    _presses(member, "act-take")
    member.sees_turn("turn-mine")
    _keeps_focus(member)
    _tabs_to(member, "words-say-label")
    member.page.keyboard.type("By keyboard alone.")
    member.page.keyboard.press("Enter")
    member.hears("By keyboard alone.")
    facilitator.hears("By keyboard alone.")
    assert word("words-say-label").match(_focus(member)), "the focus stays where one writes"
    member.page.keyboard.press("Shift+Tab")
    _presses(member, "act-done")
    facilitator.sees_turn("turn-offered-me")
    _keeps_focus(member)


def test_a_leaf_gives_the_focus_back_to_what_opened_it(stage: Stage, facilitator: Person) -> None:
    member = stage.person()
    facilitating.gathers(facilitator, [member])
    _presses(member, "help")
    expect(member.leaf).to_be_visible()
    _comes_to(member, plain("help-title"))
    member.page.keyboard.press("Escape")
    expect(member.leaf).to_have_count(0)
    _comes_to(member, plain("help"))


def test_the_voice_says_my_turn_once_and_never_my_own_words(stage: Stage, facilitator: Person) -> None:
    members = [stage.person(), stage.person()]
    facilitating.gathers(facilitator, members)
    for each in members:
        _listens(each)
    facilitating.starts_round(facilitator, "How is your evening?")
    first = offered_to(members)
    second = next(each for each in members if each is not first)
    first.page.wait_for_function("words => heardAloud.includes(words)", arg=plain("announce-offered"))
    first.answers("act-take")
    first.says("The kettle is on.")
    first.says("And the cat is asleep.")
    second.page.wait_for_function("() => heardAloud.some(text => text.includes('cat is asleep'))")
    first.press("act-done")
    second.page.wait_for_function(
        "words => heardAloud.some(text => text.includes(words))", arg=plain("announce-offered")
    )
    aloud = " / ".join(_heard(second))
    assert aloud.count("The kettle is on.") == aloud.count("And the cat is asleep.") == 1
    assert within("announce-turn", who=first.name).search(aloud)
    mine = _heard(first)
    assert sum(text.count(plain("announce-offered")) for text in mine) == 1
    assert not any("kettle" in text or "cat" in text for text in mine)


def test_f8_says_the_turn_bar_again(stage: Stage, facilitator: Person) -> None:
    member = stage.person()
    facilitating.gathers(facilitator, [member], mode="open_floor")
    _listens(member)
    member.page.keyboard.press("F8")
    member.page.wait_for_function("words => heardAloud.some(text => text.startsWith(words))", arg=plain("turn-open"))
