"""A support circle of ninety minutes with eight people, on a clock that jumps from part to part.

A facilitator and a co-facilitator, a guardian with the bell, somebody who has a keyboard and nothing else. In
the middle the facilitator's battery dies and the co-facilitator holds; later nobody holds; in the end somebody
comes back and the circle closes as it should.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import facilitating
from tests.browser.house import House, housed
from tests.browser.keyboard import KeyboardPerson
from tests.browser.people import Person, offered_to
from tests.browser.stage import Stage, made_facilitator, staged
from tests.browser.words import plain, within, word

MINUTE = 60


@dataclass
class Circle:
    """Who is there."""

    house: House
    desk_link: str
    facilitator: Person
    companion: Person
    guardian: Person
    keys: KeyboardPerson
    others: Sequence[Person]

    @property
    def members(self) -> tuple[Person, ...]:
        """Those who came by the invitation."""
        return self.companion, self.guardian, self.keys, *self.others

    def __iter__(self) -> Iterator[Person]:
        return iter((self.facilitator, *self.members))


@pytest.fixture
def long_evening(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Stage, House]]:
    """A house whose clock can jump, and its stage."""
    with (
        housed(tmp_path_factory.mktemp("evening"), module="tests.browser.jumping") as house,
        staged(browser, house) as stage,
    ):
        stage.watch.network_breaks = True  # batteries die
        yield stage, house


def test_a_support_circle_of_eight_through_all_its_parts(browser: Browser, long_evening: tuple[Stage, House]) -> None:
    stage, house = long_evening
    link = made_facilitator(browser, house)
    facilitator = facilitating.comes_to_desk(stage.person(), link)
    keys = stage.person(kind=KeyboardPerson)
    assert isinstance(keys, KeyboardPerson)
    circle = Circle(
        house,
        link,
        facilitator,
        stage.person(),
        stage.phone(),
        keys,
        [stage.phone(), stage.person(), stage.person()],
    )
    invitation = facilitating.gathers(facilitator, (), mode="open_floor")
    for each in circle.members:
        each.comes_in(invitation)
        each.is_in_room()
    _makes_ready(circle)
    _checks_in(circle)
    _shares(circle)
    _the_battery_dies(circle)
    _nobody_holds(circle, stage)
    _closes(circle)


def _makes_ready(circle: Circle) -> None:
    """The list of parts is for everybody; two say yes to a role; the first part begins."""
    lead = circle.facilitator
    facilitating.opens_tray(lead, "tray-talk")
    lead.press("run-sheet-support_circle")
    expect(lead.leaf.locator(".phases > li")).to_have_count(4)
    lead.press("back")
    for person, key, role in (
        (circle.companion, "person-facilitator", "role-facilitator-ask"),
        (circle.guardian, "person-guardian", "role-guardian-ask"),
    ):
        lead.page.locator(".room-side").get_by_role("button", name=within("person-title", who=person.name)).click()
        lead.press(key)
        expect(person.page.get_by_text(within(role)).first).to_be_visible()
        person.press("role-yes")
        expect(person.page.locator(".asks")).to_have_count(0)
    lead.press("tray-next-phase", what=plain("phase-welcome"))
    for each in circle:
        expect(each.page.locator(".phase-line")).to_have_text(
            f"{plain_line('phases-line-now', 'phase-welcome')} {plain_line('phases-line-then', 'phase-check_in')}"
        )
    lead.says("Good evening, and welcome to all of you.")


def plain_line(line: str, phase: str) -> str:
    """One half of the line about the parts, with its part."""
    return {"phases-line-now": "Now: {}.", "phases-line-then": "Then: {}."}[line].format(plain(phase))


def _checks_in(circle: Circle) -> None:
    """Ten minutes later the facilitator is told, and begins the round: its question is there without being written."""
    lead = circle.facilitator
    circle.house.jump(10 * MINUTE)
    lead.sees("nudge-phase_time_over")
    lead.press("tray-next-phase", what=plain("phase-check_in"))
    for each in circle:
        expect(each.page.locator(".prompt")).to_contain_text(plain("phase-ask-check_in"))
    waiting = list(circle)
    while waiting:
        person = offered_to(waiting)
        waiting.remove(person)
        if person in (circle.keys, circle.guardian, lead):
            person.answers("act-take")
            person.says(f"I am here: {len(waiting)}.")
            person.press("act-done")
        else:
            person.answers("act-pass")
    circle.companion.sees_turn("turn-second")
    circle.house.jump(45)
    for each in circle:
        each.sees_turn("turn-no-round")


def _shares(circle: Circle) -> None:
    """Somebody shares by keyboard alone; the bell rings in the middle of it; the others respond as was wished."""
    lead, keys, guardian = circle.facilitator, circle.keys, circle.guardian
    lead.press("tray-next-phase", what=plain("phase-shares"))
    for each in circle:
        each.sees_turn("turn-hands-centre")
    keys.press("act-raise")
    lead.press("tray-next-offer", who=keys.name)
    keys.sees_turn("turn-offered-me")
    keys.answers("act-take")
    keys.unfolds(keys.page.locator(".respond summary"))
    keys.chooses(keys.page.get_by_role("radio", name=word("respond-help-ideas")))
    expect(keys.page.locator(".respond summary")).to_have_text(within("respond-help-now"))
    keys.says("I have not slept well since the move.")
    keys.writes("And what I")

    guardian.opens_more()
    guardian.press("pause-ring")
    for each in circle:
        each.sees_turn("turn-quiet-bell")
    expect(keys.turn.locator(".turn-calm")).to_contain_text(within("turn-calm-keep"))
    expect(keys.field).to_have_value("And what I")
    circle.house.jump(20)
    keys.sees_turn("turn-mine")
    keys.says("And what I miss is the quiet.")
    keys.press("act-done")

    helper, listener, *_ = circle.others
    for each in (helper, listener):
        each.sees_turn("turn-shared", who=keys.name)
        expect(each.turn.locator(".turn-calm")).to_have_text(word("turn-help-ideas"))
    helper.says("I put the phone in the kitchen at ten.")
    keys.hears("I put the phone in the kitchen at ten.")
    expect(helper.turn.locator(".turn-calm")).to_have_text(word("turn-reply-replied"))
    listener.press("respond-ask-what_i_heard")
    expect(listener.turn.locator(".turn-calm")).to_have_text(word("turn-help-ideas"))
    keys.sees("respond-asked-what_i_heard")
    expect(keys.page.locator(".asks")).not_to_contain_text(listener.name)
    keys.press("respond-yes")
    expect(listener.turn.locator(".turn-calm")).to_have_text(word("turn-reply-granted"))
    listener.says("I heard that the quiet is what you miss.")
    keys.sees("respond-heard")
    keys.press("respond-heard-yes")
    for each in circle:
        expect(each.log.get_by_text(word("note-heard-yes"))).to_be_visible()
    keys.press("act-enough")
    for each in circle:
        each.sees_turn("turn-hands-centre")


def _the_battery_dies(circle: Circle) -> None:
    """The facilitator is gone from one moment to the next: the co-facilitator leads, and nothing stops."""
    circle.others[0].press("act-raise")
    circle.facilitator.page.close()
    companion = circle.companion
    companion.press("tray-next-offer", who=circle.others[0].name)
    sharer = circle.others[0]
    sharer.answers("act-take")
    sharer.says("Today is one year since my mother died.")
    for each in circle.members:
        each.hears("Today is one year since my mother died.")
    expect(companion.log.get_by_text(word("note-lead", who=companion.name))).to_be_visible()
    sharer.press("act-done")
    expect(companion.turn.locator(".turn-calm")).to_have_text(word("turn-reply-listen"))
    circle.house.jump(30)
    for each in circle.members:
        each.sees_turn("turn-hands-centre")


def _nobody_holds(circle: Circle, stage: Stage) -> None:
    """Then the co-facilitator's as well: nobody is promoted, help stays, and it is said that the circle would close."""
    left = [each for each in circle.members if each is not circle.companion]
    circle.companion.page.close()
    _half_a_minute_until(circle, left[0], "turn-unheld")
    for each in left:
        each.sees_turn("turn-unheld")
        expect(each.page.get_by_role("button", name=word("help"))).to_be_visible()
        expect(each.page.locator(".tray")).to_have_count(0)
    circle.house.jump(10 * MINUTE)
    for each in left:
        each.sees("unheld-closing")
    back = facilitating.comes_to_desk(stage.person(), circle.desk_link)
    back.press("desk-enter-named", name="Elm Street evenings")
    back.is_in_room()
    circle.facilitator = back
    for each in left:
        each.sees_turn("turn-hands-centre")


def _half_a_minute_until(circle: Circle, person: Person, key: str) -> None:
    """Half minutes pass until this is seen: nobody can see when the server has noticed that a line is dead."""
    lead = person.turn.locator(".turn-lead")
    for _ in range(6):
        circle.house.jump(31)
        with suppress(AssertionError):
            expect(lead).to_have_text(word(key), timeout=2_000)
            return


def _closes(circle: Circle) -> None:
    """The last round, in which everybody may pass, and the end."""
    lead = circle.facilitator
    lead.press("tray-next-phase", what=plain("phase-closing"))
    waiting = [lead, *(each for each in circle.members if each is not circle.companion)]
    everybody = list(waiting)
    for each in waiting:
        expect(each.page.locator(".prompt")).to_contain_text(plain("phase-ask-closing"))
    while waiting:
        person = offered_to(waiting)
        waiting.remove(person)
        if person is circle.keys:
            person.answers("act-take")
            person.says("Thank you for tonight.")
            person.press("act-done")
        else:
            person.answers("act-pass")
    circle.house.jump(45)
    for each in everybody:
        each.sees_turn("turn-no-round")
    facilitating.closes_circle(lead)
    for each in everybody:
        if each is not lead:
            each.sees_title("after-meeting_closed-title")
    assert circle.house.files_with(["kitchen at ten", "since the move"]) == []
