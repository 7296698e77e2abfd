"""A circle that everybody in it holds: three people, a door, a round and a bell, and nobody is facilitator."""

from playwright.sync_api import expect

from tests.browser import facilitating
from tests.browser.people import Person, offered_to
from tests.browser.stage import Stage
from tests.browser.words import word


def _lets_in(person: Person, waits: Person) -> None:
    person.page.locator(".tray").get_by_role("button", name=word("tray-door-n")).click()
    person.press("knocks-in-named", who=waits.name)
    waits.is_in_room()
    expect(person.leaf.get_by_text(word("knocks-none"))).to_be_visible()
    person.press("back")


def _rings(person: Person) -> None:
    person.page.locator(".tray").get_by_role("button", name=word("tray-bell"), exact=True).click()


def test_three_people_hold_a_circle_and_nobody_is_above_anyone(stage: Stage, facilitator: Person) -> None:
    ash, birch, cedar = facilitator, stage.phone(), stage.person()
    link = facilitating.starts_group(ash, "The kitchen table", one_by_one=True, held_by="members")
    facilitating.goes_in(ash)

    birch.comes_in(link)
    birch.is_waiting()
    _lets_in(ash, birch)
    cedar.comes_in(link, line="May I join you?")
    cedar.is_waiting()
    for inside in (ash, birch):
        expect(inside.page.locator(".tray").get_by_role("button", name=word("tray-door-n"))).to_be_visible()
    _lets_in(birch, cedar)
    expect(ash.page.locator(".tray").get_by_role("button", name=word("tray-door-n"))).to_have_count(0)

    everybody = [ash, birch, cedar]
    for each in everybody:
        expect(each.page.get_by_role("region", name=word("together-region"))).to_be_visible()
        expect(each.page.get_by_role("region", name=word("tray-region"))).to_have_count(0)
        expect(each.page.locator(".people").get_by_text(word("role-facilitator"))).to_have_count(0)

    facilitating.starts_round(cedar, "What is on the stove?")
    left = list(everybody)
    while left:
        holder = offered_to(left)
        holder.answers("act-take")
        holder.says(f"Soup, for {len(left)}.")
        holder.press("act-done")
        left.remove(holder)
    for each in everybody:
        each.sees("note-round-ended", n=3)

    _rings(ash)
    ash.sees("pause-asked-two")
    birch.sees("bell-asked")
    birch.sees_turn("turn-no-round")
    birch.press("pause-ring")
    for each in everybody:
        each.sees_turn("turn-quiet-bell")
