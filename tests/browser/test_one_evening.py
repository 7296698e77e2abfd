"""One evening, end to end: from the host's link to a closed circle of which nothing is left.

Five browsers: a facilitator and four members, one on a phone, one who listens. Every word said or kept
carries one stem, drawn for this evening; at the end the stem is looked for everywhere.
"""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from secrets import choice

import pytest
from playwright.sync_api import expect

from tests.browser import facilitating
from tests.browser.house import House, in_memory_of
from tests.browser.people import Person, left_in, offered_to
from tests.browser.stage import Stage
from tests.browser.words import plain, word

UNIQUE = 200


@dataclass
class Vocabulary:
    """Words that nobody ever wrote before, all with one stem."""

    stem: str
    given: list[str] = field(default_factory=list)

    def some(self, count: int) -> str:
        """So many new words."""
        fresh = [f"{self.stem}{number:03d}" for number in range(len(self.given), len(self.given) + count)]
        self.given += fresh
        return " ".join(fresh)


@pytest.fixture
def vocabulary() -> Vocabulary:
    """This evening's words."""
    return Vocabulary("q" + "".join(choice("bcdfghjklmnpvwxz") for _ in range(9)))


@dataclass
class Circle:
    """Who is there this evening."""

    facilitator: Person
    taker: Person
    passer: Person
    later: Person
    listener: Person
    words: Vocabulary

    @property
    def members(self) -> tuple[Person, ...]:
        """Those who came by the invitation."""
        return self.taker, self.passer, self.later, self.listener

    def __iter__(self) -> Iterator[Person]:
        return iter((self.facilitator, *self.members))


def test_one_evening_end_to_end(stage: Stage, house: House, vocabulary: Vocabulary) -> None:
    facilitator = stage.person()
    facilitating.chooses_passphrase(facilitator, facilitating.facilitator_link(stage.person(), house))
    link = facilitating.starts_group(facilitator, "Elm Street evenings", one_by_one=True)
    circle = Circle(facilitator, stage.phone(), stage.person(), stage.person(), stage.person(), vocabulary)
    _comes_together(circle, link, house)
    stage.watch.network_breaks = True
    _goes_round(circle, house)
    stage.watch.network_breaks = False
    _raises_hands(circle)
    _talks_openly(circle)
    _closes(circle, house)


def _comes_together(circle: Circle, link: str, house: House) -> None:
    """Before it opens they look; then they knock, one is let in, then all."""
    first, *others = circle.members
    first.opens(house.by_road(link))
    first.sees("door-not-open")
    facilitating.goes_in(circle.facilitator)
    first.press("door-look-again")
    first.comes_in(house.by_road(link), line=circle.words.some(2))
    first.is_waiting()
    door = circle.facilitator.page.locator(".tray").get_by_role("button", name=word("tray-door-n", n=1))
    door.click()
    expect(circle.facilitator.leaf.get_by_text(circle.words.given[-1])).to_be_visible()
    circle.facilitator.press("knocks-in-named", who=first.name)
    first.is_in_room()
    for each in others:
        each.opens(link)
        each.page.get_by_text(circle_agreement_line()).first.click()
        expect(each.leaf.get_by_text(circle_agreement_line())).to_be_visible()
        each.press("back")
        each.comes_in(link, listening=each is circle.listener)
        each.is_waiting()
    circle.facilitator.press("knocks-all")
    for each in others:
        each.is_in_room()
    expect(circle.facilitator.leaf.get_by_text(word("knocks-none"))).to_be_visible()
    circle.facilitator.press("back")


def circle_agreement_line() -> str:
    """A line of the agreement that a new group begins with."""
    return plain("start-agreement-text").splitlines()[0]


def _goes_round(circle: Circle, house: House) -> None:
    """A check-in. Everybody does with the piece what their name says; the order is drawn by lot."""
    prompt = circle.words.some(3)
    facilitating.starts_round(circle.facilitator, prompt)
    for each in circle:
        expect(each.page.locator(".prompt")).to_contain_text(prompt)
    waiting: dict[str, Person] = {"taker": circle.taker, "passer": circle.passer, "later": circle.later}
    while waiting:
        person = offered_to(waiting.values())
        role = next(role for role, each in waiting.items() if each is person)
        del waiting[role]
        match role:
            case "taker":
                _takes_and_loses_the_network(person, circle, house)
            case "passer":
                person.press("act-pass")
            case _:
                person.press("act-later")
    host = circle.facilitator
    host.sees_turn("turn-offered-me")
    host.press("act-take")
    for _ in range(3):
        host.says(circle.words.some(6))
    host.press("act-done")
    circle.later.sees_turn("turn-offered-me")
    circle.later.press("act-take")
    circle.later.says(circle.words.some(8))
    circle.later.press("act-done")
    circle.passer.sees_turn("turn-second")
    circle.listener.sees_turn("turn-second")
    circle.passer.press("act-second")
    circle.passer.sees_turn("turn-offered-me")
    circle.passer.press("act-take")
    circle.passer.says(circle.words.some(8))
    circle.passer.press("act-done")
    for each in circle:
        each.sees_turn("turn-no-round")
        expect(each.log.get_by_text(word("note-round-ended", n=4))).to_be_visible()


def _takes_and_loses_the_network(person: Person, circle: Circle, house: House) -> None:
    """A train, a tunnel, a phone that reloads: the piece waits, and the half sentence is still there."""
    person.press("act-take")
    person.says(circle.words.some(5))
    half = circle.words.some(6)
    person.writes(half)
    person.context.set_offline(True)
    house.road.cut()
    person.sees("line-lost")
    circle.listener.sees_turn("turn-waits", who=person.name)
    person.context.set_offline(False)
    house.road.mend()
    person.page.reload()
    person.sees_turn("turn-mine")
    expect(person.field).to_have_value(half)
    person.press("words-say")
    for each in circle:
        each.hears(half)
    person.press("act-done")


def _raises_hands(circle: Circle) -> None:
    """Two hands, in the order in which they went up."""
    facilitating.changes_mode(circle.facilitator, "raised_hands")
    for each in circle:
        each.sees_turn("turn-hands-centre")
    hands = (circle.passer, circle.taker)
    for place, each in enumerate(hands, 1):
        each.press("act-raise")
        expect(each.turn.locator(".turn-calm")).to_have_text(word("turn-calm-hand", n=place))
        expect(each.turn.get_by_role("button", name=word("act-lower"))).to_be_visible()
    for each in hands:
        circle.facilitator.press("tray-next-offer", who=each.name)
        each.sees_turn("turn-offered-me")
        each.press("act-take")
        each.says(circle.words.some(10))
        each.press("act-done")
        each.sees_turn("turn-hands-centre")


def _talks_openly(circle: Circle) -> None:
    """Everybody says something; whoever listens can only write for later."""
    facilitating.changes_mode(circle.facilitator, "open_floor")
    for each in (circle.facilitator, circle.taker, circle.passer, circle.later):
        each.sees_turn("turn-open")
        for _ in range(3):
            each.says(circle.words.some(10))
    listener = circle.listener
    listener.sees_turn("turn-open-listening")
    expect(listener.button("words-say")).to_have_count(0)
    listener.writes(circle.words.some(UNIQUE - len(circle.words.given)))
    listener.press("words-keep")
    expect(listener.page.locator(".composer-hint")).to_have_text(word("words-kept", on="device"))
    for each in circle:
        expect(each.log).not_to_contain_text(circle.words.given[-1])


def _closes(circle: Circle, house: House) -> None:
    """And nothing is left: on no screen, in no tab, in no file, and not in the memory of the server."""
    assert len(circle.words.given) == UNIQUE
    stem = circle.words.stem
    root = os.geteuid() == 0
    if root:
        assert in_memory_of(house.pid, stem), "the search in memory finds nothing, so it would prove nothing"
    facilitating.closes_circle(circle.facilitator)
    closed = time.monotonic()
    for each in circle.members:
        each.sees_title("after-meeting_closed-title")
    for each in circle:
        assert left_in(each, stem) == []
    for each in circle.members:
        assert each.stored() == {}
        each.page.go_back()
        expect(each.page.locator("body")).not_to_contain_text(stem)
    assert house.files_with([stem, *circle.words.given]) == []
    if not root:
        pytest.skip("SKIPPED in part: only root may look into the memory of the server")
    while (found := in_memory_of(house.pid, stem)) and time.monotonic() < closed + 5:
        circle.facilitator.page.wait_for_timeout(200)
    assert not found, "\n".join(found)
