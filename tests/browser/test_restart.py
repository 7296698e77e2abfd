"""The server is killed in the middle of a turn and started again: everybody is where they were, without a tap."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import facilitating
from tests.browser.house import House, housed
from tests.browser.people import Person, offered_to
from tests.browser.stage import Stage, made_facilitator
from tests.browser.words import plain, word

PROMPT = "One small thing that helped this week?"
DRAFT = "and then the rain stopped, and"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A server that may be killed."""
    with housed(tmp_path_factory.mktemp("house")) as opened:
        yield opened


@pytest.fixture(scope="module")
def desk_link(browser: Browser, house: House) -> str:
    """A facilitator of that server."""
    return made_facilitator(browser, house)


def _stands(person: Person) -> dict[str, str]:
    """What this person could point at: the circle in order, the question, whose turn it is, the agreement."""
    person.opens_more()
    person.leaf.locator("summary", has_text=plain("more-agreement")).click()
    seen = {
        # On a wide screen it stands beside the log, on a phone on this leaf.
        "order": person.page.locator(".people:visible").inner_text(),
        "agreement": person.leaf.locator("details", has_text=plain("more-agreement")).inner_text(),
    }
    person.press("back")
    return {
        **seen,
        "prompt": person.page.locator(".prompt").inner_text(),
        "turn": person.turn.locator(".turn-lead").inner_text(),
    }


def test_a_killed_server_comes_back_to_the_same_turn(stage: Stage, house: House, facilitator: Person) -> None:
    members = [stage.phone(), stage.person(), stage.person()]
    link = facilitating.gathers(facilitator, members)
    facilitating.starts_round(facilitator, PROMPT)
    offered_to(members).answers("act-later")
    holder = offered_to(members)
    holder.answers("act-take")
    holder.says("I am glad to be here.")
    holder.writes(DRAFT)
    facilitator.hears("I am glad to be here.")
    everybody = [facilitator, *members]
    before = [_stands(each) for each in everybody]
    keys = [each.stored()["tp.seat"] for each in members]

    stage.watch.network_breaks = True
    house.kill()
    for each in everybody:
        each.sees("line-lost")
    house.open()
    for each in everybody:
        expect(each.page.locator(".banner")).to_have_count(0)
        expect(each.page.locator(".prompt")).to_contain_text(PROMPT)
        expect(each.log.get_by_text(word("note-restarted"))).to_be_visible()
    expect(facilitator.page.locator(".room-side")).not_to_contain_text(plain("circle-away"))

    assert [_stands(each) for each in everybody] == before
    assert [each.stored()["tp.seat"] for each in members] == keys
    expect(holder.field).to_have_value(DRAFT)
    holder.press("words-say")
    for each in everybody:
        each.hears(DRAFT)
    holder.press("act-done")
    assert offered_to(members) is not holder
    late = stage.person().comes_in(link)
    late.is_in_room()
    expect(late.page.locator(".prompt")).to_contain_text(PROMPT)
