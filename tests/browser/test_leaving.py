"""Leaving, fast or in the ordinary way: the room is gone from the screen, the store, the history and the server."""

import json

from playwright.sync_api import expect

from tests.browser import facilitating
from tests.browser.house import NEUTRAL
from tests.browser.people import Person, left_in
from tests.browser.stage import Stage
from tests.browser.words import plain

SAID = "kingfisher at the weir"
BLANK_WITHIN = 100
"""Milliseconds (web-client.md 5, 12)."""

# The exit is timed in the page itself: from the press to the moment at which nothing is in the body. It leaves the
# page at once, so the figure travels out through the console.
_TIMED = """
() => {
  let begun = 0;
  const begin = event => {
    const leaving = event.type === 'click' ? event.target.closest('[data-leave-fast]') : event.key === 'Shift';
    if (leaving) begun = performance.now();
  };
  addEventListener('click', begin, true);
  addEventListener('keyup', begin, true);
  new MutationObserver(() => {
    if (document.body.childElementCount === 0) console.info('blank after ' + (performance.now() - begun));
  }).observe(document.body, { childList: true });
}
"""


def _in_open_room(stage: Stage, facilitator: Person, member: Person) -> str:
    # Something of ours is in the history already, so that Back has somewhere to go.
    member.opens(stage.house.address).sees_title("front-title")
    link = facilitating.gathers(facilitator, [member], mode="open_floor")
    member.says(SAID)
    member.writes("and a heron")
    facilitator.hears(SAID)
    return link


def _blank_after(person: Person, leave: str) -> float:
    """Leaves by `click` or `keys`; answers the milliseconds until the page was blank."""
    person.page.evaluate(_TIMED)
    with person.page.expect_console_message(lambda message: message.text.startswith("blank after")) as told:
        if leave == "click":
            person.button("leave-fast").click(no_wait_after=True)
        else:
            for _ in range(3):
                person.page.keyboard.press("Shift")
    return float(told.value.text.rpartition(" ")[2])


def _is_gone(person: Person) -> None:
    """Not here, not behind Back, not in the store."""
    expect(person.page).to_have_url(NEUTRAL)
    person.page.go_back()
    assert left_in(person, SAID) == []
    assert "heron" not in person.text()


def test_leave_fast_is_gone_at_once_and_for_good(stage: Stage, facilitator: Person) -> None:
    member = stage.phone()
    link = _in_open_room(stage, facilitator, member)
    key = json.loads(member.stored()["tp.seat"])["key"]
    assert _blank_after(member, "click") < BLANK_WITHIN
    _is_gone(member)
    # The key is worth nothing any more, wherever it turns up.
    thief = stage.person().opens(link.partition("#")[0])
    thief.sees_title("front-title")
    thief.page.evaluate("seat => sessionStorage.setItem('tp.seat', seat)", json.dumps({"key": key, "as": "member"}))
    thief.page.reload()
    thief.sees_title("after-seat_ended-title")
    assert thief.stored() == {}


def test_shift_three_times_leaves_as_fast(stage: Stage, facilitator: Person) -> None:
    member = stage.person()
    _in_open_room(stage, facilitator, member)
    assert _blank_after(member, "keys") < BLANK_WITHIN
    _is_gone(member)


def test_writing_capitals_leaves_nothing(stage: Stage, facilitator: Person) -> None:
    member = stage.person()
    _in_open_room(stage, facilitator, member)
    member.field.press_sequentially("I am Sad I")
    member.is_in_room()


def test_leave_fast_needs_no_network(stage: Stage, facilitator: Person) -> None:
    member = stage.phone()
    _in_open_room(stage, facilitator, member)
    stage.watch.network_breaks = True
    member.context.set_offline(True)
    assert _blank_after(member, "click") < BLANK_WITHIN
    member.context.set_offline(False)
    member.page.goto("about:blank")
    assert left_in(member, SAID) == []


def test_leave_fast_is_on_every_leaf(stage: Stage, facilitator: Person) -> None:
    member = stage.phone()
    _in_open_room(stage, facilitator, member)
    member.press("help")
    expect(member.leaf.get_by_text(plain("help-emergency"))).to_be_visible()
    assert _blank_after(member, "click") < BLANK_WITHIN
    _is_gone(member)


def test_leaving_in_the_ordinary_way_ends_at_a_kind_page(stage: Stage, facilitator: Person) -> None:
    member = stage.phone()
    _in_open_room(stage, facilitator, member)
    member.leaves()
    member.sees_title("after-left-title")
    assert member.stored() == {}
    assert left_in(member, SAID) == []
    member.page.reload()
    member.sees_title("front-title")


def test_a_seat_in_two_places_says_so_and_one_closes_the_other(stage: Stage, facilitator: Person) -> None:
    member = stage.person()
    _in_open_room(stage, facilitator, member)
    twin = member.duplicated()
    twin.is_in_room()
    for each in (member, twin):
        each.sees("places-two", n=2)
    member.press("places-close")
    twin.sees_title("after-open_elsewhere-title")
    assert left_in(twin, SAID) == []
    expect(member.page.locator(".banner")).to_have_count(0)
    member.says("still here")
    member.page.reload()
    member.is_in_room()


def test_old_tabs_lose_nothing(stage: Stage, facilitator: Person) -> None:
    member = stage.person()
    # A page of another version says something that this server does not understand, once.
    member.page.add_init_script(
        "const send = WebSocket.prototype.send;"
        "WebSocket.prototype.send = function (text) {"
        "  const old = text.includes('\"say\"') && !sessionStorage.getItem('old');"
        "  if (old) sessionStorage.setItem('old', 'yes');"
        "  return send.call(this, old ? text.replace('\"say\"', '\"say_it_the_old_way\"') : text); };"
    )
    facilitating.gathers(facilitator, [member], mode="open_floor")
    member.writes(SAID)
    member.press("words-say")
    expect(member.field.or_(member.log.get_by_text(SAID)).first).to_be_visible()
    member.page.wait_for_function("() => sessionStorage.getItem('tp.reloaded') !== null")
    member.is_in_room()
    expect(member.field).to_have_value(SAID)
    member.press("words-say")
    facilitator.hears(SAID)
