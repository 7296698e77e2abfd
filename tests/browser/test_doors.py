"""At the door: used and unknown invitations, a circle that opens later, a kind no, and a phone that sleeps."""

from playwright.sync_api import expect

from tests.browser import facilitating
from tests.browser.house import House
from tests.browser.people import Person
from tests.browser.stage import Stage
from tests.browser.words import plain, word

GROUP = "Elm Street evenings"


def test_a_link_may_be_looked_at_often_before_it_is_used(stage: Stage, facilitator: Person) -> None:
    link = facilitating.starts_group(facilitator, GROUP, one_by_one=True)
    facilitating.goes_in(facilitator)
    guest = stage.phone().opens(link)
    for _ in range(3):
        expect(guest.page.get_by_role("heading", name=GROUP)).to_be_visible()
        guest.page.reload()
    second = guest.context.new_page()
    second.goto(link)
    expect(second.get_by_role("heading", name=GROUP)).to_be_visible()
    second.close()
    secret = link.partition("#")[2]
    assert guest.page.url.endswith(secret)
    guest.press("door-another-name")
    expect(guest.page.get_by_text(word("door-names-left", n=4))).to_be_visible()
    guest.press("door-come-in")
    guest.is_waiting()
    assert secret not in guest.page.url


def test_an_unknown_link_opens_nothing_and_names_nobody(stage: Stage, house: House) -> None:
    guest = stage.phone().opens(f"{house.address}/#{'A' * 22}")
    guest.sees_title("no-door-used-title")
    expect(guest.button("help-now")).to_be_visible()


def test_an_old_invitation_says_that_it_was_used_and_not_by_whom(stage: Stage, facilitator: Person) -> None:
    link = facilitating.gathers(facilitator, [stage.person()])
    facilitating.closes_circle(facilitator)
    guest = stage.person().opens(link)
    guest.sees_title("no-door-used-title")
    expect(guest.page.locator("body")).not_to_contain_text(GROUP)


def test_who_is_early_comes_in_when_the_circle_opens(stage: Stage, facilitator: Person) -> None:
    link = facilitating.starts_group(facilitator, GROUP)
    guest = stage.phone().opens(link)
    expect(guest.page.get_by_text(plain("door-not-open"))).to_be_visible()
    expect(guest.button("door-come-in")).to_have_count(0)
    facilitating.goes_in(facilitator)
    guest.press("door-look-again")
    guest.press("door-come-in")
    guest.is_in_room()


def test_a_kind_no_ends_at_a_kind_page(stage: Stage, facilitator: Person) -> None:
    link = facilitating.starts_group(facilitator, GROUP, one_by_one=True)
    facilitating.goes_in(facilitator)
    guest = stage.phone().comes_in(link, line="I was here in spring")
    guest.is_waiting()
    facilitating.opens_tray(facilitator, "tray-door")
    facilitator.press("knocks-decline-named", who=guest.name)
    facilitator.press("knocks-decline-yes")
    guest.sees_title("after-declined-title")
    assert guest.stored() == {}
    expect(facilitator.leaf.get_by_text(plain("knocks-none"))).to_be_visible()


def test_a_tab_that_was_thrown_away_in_the_waiting_room_keeps_its_place(stage: Stage, facilitator: Person) -> None:
    link = facilitating.starts_group(facilitator, GROUP, one_by_one=True)
    facilitating.goes_in(facilitator)
    guest = stage.phone().comes_in(link)
    guest.is_waiting()
    # What a phone does with a tab it threw away: the same store, a fresh page.
    guest.page.goto("about:blank")
    guest.page.go_back()
    guest.is_waiting()
    guest.page.reload()
    guest.is_waiting()
    expect(guest.page.locator(".tonight .name")).to_have_text(guest.name)
    facilitating.opens_tray(facilitator, "tray-door")
    expect(facilitator.leaf.get_by_role("listitem")).to_have_count(1)
    facilitator.press("knocks-in-named", who=guest.name)
    guest.is_in_room()


def test_a_wrong_passphrase_loses_nothing(stage: Stage, desk_link: str) -> None:
    person = stage.person().opens(desk_link)
    person.page.get_by_label(plain("fdoor-passphrase"), exact=True).fill("not the lamp at all")
    person.press("fdoor-go")
    person.sees("refusal-wrong_passphrase")
    facilitating.comes_to_desk(person, desk_link)
    person.press("desk-leave")
    person.sees_title("front-title")
    assert person.stored() == {}


def test_a_host_link_works_once(stage: Stage, house: House) -> None:
    link = house.host_link()
    host = stage.person().opens(link)
    host.press("host-door-go")
    host.sees_title("host-title")
    stage.person().opens(link).sees_title("no-door-used-title")
