"""One connection: greeting, pace, its line, and an answer to every wish whatever happens behind it."""

from dataclasses import replace
from typing import cast

import pytest

from moderation.pacing import Pace
from protocol import closings, limits, version
from protocol.frames import Accepted, Refused, Welcome
from protocol.rooms import Agreement
from tests.support.evening import PASSPHRASE, Evening, an_evening
from tests.support.indoors import Indoors, Visitor, facilitator_link, seat_key


def _hello(visitor: Visitor, number: int = version.PROTOCOL_VERSION) -> None:
    visitor.sends(type="hello", version=number, language="en", client="story/1")


# --- greeting -------------------------------------------------------------------------------------


def test_hello_is_answered_with_who_this_is() -> None:
    visitor = Indoors().visitor()
    (welcome,) = visitor.link.of(Welcome)
    assert welcome.run_by == "The Lantern House"
    assert welcome.wiping is False
    assert visitor.session.greeted


def test_before_hello_nothing_is_answered() -> None:
    visitor = Indoors().visitor(hello=False)
    visitor.asks("ping")
    assert visitor.link.closing == closings.MALFORMED
    assert visitor.link.payloads == []


def test_a_second_hello_breaks_the_contract() -> None:
    visitor = Indoors().visitor()
    _hello(visitor)
    assert visitor.link.closing == closings.MALFORMED


@pytest.mark.parametrize("number", [version.OLDEST_VERSION - 1, version.PROTOCOL_VERSION + 1])
def test_a_version_that_is_not_spoken_here_is_told_to_update(number: int) -> None:
    visitor = Indoors().visitor(hello=False)
    _hello(visitor, number)
    expected = closings.UPDATE_NEEDED if number >= 1 else closings.MALFORMED
    assert visitor.link.closing == expected
    assert visitor.link.payloads == []


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b'{"type":"dance"}', b'{"type":"ping"}', b"\xff"])
@pytest.mark.parametrize("greeted", [True, False])
def test_a_broken_frame_ends_the_connection_and_nothing_else(data: bytes, greeted: bool) -> None:
    visitor = Indoors().visitor(hello=greeted)
    visitor.session.receive(data)
    assert visitor.link.closing == closings.MALFORMED
    before = len(visitor.link.payloads)
    visitor.asks("ping")
    assert len(visitor.link.payloads) == before


def test_a_broken_frame_does_not_end_the_seat() -> None:
    evening = an_evening()
    one = evening.members[0]
    one.session.receive(b"{")
    assert one.link.closing == closings.MALFORMED
    assert evening.comes_back("m1").link.view is not None


# --- pace -----------------------------------------------------------------------------------------


def test_more_than_a_person_can_give_is_refused_with_how_long_to_wait() -> None:
    house = Indoors(pace=Pace(10, 5))
    visitor = house.visitor()
    answers = [visitor.answered("ping") for _ in range(6)]
    assert [type(answer) for answer in answers] == [Accepted] * 5 + [Refused]
    assert isinstance(answers[-1], Refused)
    assert answers[-1].refusal.code == "slow_down"
    assert answers[-1].refusal.arguments.seconds == 1
    house.clock.passes(1)
    assert isinstance(visitor.answered("ping"), Accepted)


def test_far_more_than_that_ends_the_connection_and_keeps_the_seat() -> None:
    evening = an_evening(pace=Pace(10, 20))
    one = evening.members[0]
    for _ in range(61):
        one.asks("say", turn=None, text="again")
    assert one.link.closing == closings.SLOW_DOWN
    assert evening.runner.room.seats[2].stage == "inside"


# --- wishes that take a while ---------------------------------------------------------------------


def test_what_comes_behind_a_slow_wish_waits_and_keeps_its_order() -> None:
    evening = an_evening()
    visitor, shelf = evening.house.visitor(), evening.house.shelf
    shelf.slow = True
    first = visitor.asks("look", link="an-old-invitation")
    second = visitor.asks("ping")
    third = visitor.asks("look", link=evening.invitation)
    assert visitor.link.answer(second) is None
    shelf.slow = False
    evening.house.works()
    evening.house.works()
    order = [frame.id for frame in visitor.link.frames if isinstance(frame, Accepted | Refused)]
    assert order == [first, second, third]


def test_the_line_behind_it_is_bounded() -> None:
    house = Indoors()
    visitor = house.visitor()
    house.shelf.slow = True
    visitor.asks("look", link="an-old-invitation")
    endings = []
    for _ in range(33):
        visitor.asks("ping")
        endings.append(visitor.link.closing)
    assert endings == [None] * 32 + [closings.SLOW_DOWN]
    house.gives_up()


def test_a_connection_lost_in_the_middle_of_a_wish_leaves_nobody_sitting_there() -> None:
    evening = an_evening()
    visitor = evening.house.visitor()
    evening.house.shelf.slow = True
    visitor.asks("enter_as_facilitator", group=evening.group, key=seat_key("fay"))
    visitor.asks("return_to_desk", session=seat_key("no such session"))
    evening.house.shelf.slow = False
    slow = _knocks_slowly(evening, "late")
    slow.lost()
    evening.house.shelf.slow = False
    evening.house.works()
    seat = evening.runner.room.seats[len(evening.runner.room.seats)]
    assert seat.here is False
    assert evening.runner.company.of(seat.seat) == ()
    assert evening.comes_back("late").link.view is not None


def _knocks_slowly(evening: Evening, name: str) -> Visitor:
    """A knock that hangs in the directory: with a link whose circle the hub must look up."""
    visitor = evening.house.visitor()
    evening.house.hub._by_invitation.clear()  # as after a restart that could not read the link
    evening.house.shelf.slow = True
    visitor.asks("knock", **evening.knock_fields(name))
    return visitor


@pytest.mark.parametrize(
    "fields",
    [
        {"type": "look", "link": "an-old-invitation"},
        {"type": "draw_name", "link": "an-old-invitation"},
        {"type": "open_host_desk", "link": "an-old-host-link-00"},
        {"type": "open_trial_desk", "link": "an-old-trial-link-0"},
        {"type": "sign_in", "link": facilitator_link("fay"), "passphrase": PASSPHRASE},
        {"type": "choose_passphrase", "link": facilitator_link("fay"), "passphrase": PASSPHRASE},
    ],
)
def test_a_mistake_of_ours_behind_the_door_is_answered_and_nothing_more(fields: dict[str, str]) -> None:
    house = Indoors()
    house.facilitator("fay")
    visitor = house.visitor()
    house.shelf.broken = True
    assert visitor.refused(fields["type"], **{k: v for k, v in fields.items() if k != "type"}) == "our_mistake"
    house.shelf.broken = False
    visitor.gets("ping")


def test_a_directory_that_cannot_keep_is_said_in_words_and_nothing_has_changed() -> None:
    evening = an_evening()
    desk = evening.house.visitor()
    desk.gets("sign_in", link=facilitator_link("fay"), passphrase=PASSPHRASE)
    evening.house.shelf.read_only = True
    started = {"name": "New", "mode": "round", "door": "open", "agreement": []}
    assert desk.refused("start_group", **started) == "cannot_keep"
    assert evening.fay.refused("renew_invitation") == "cannot_keep"
    evening.comes("late")
    evening.house.shelf.read_only = False
    desk.gets("start_group", **started)


def test_renewing_an_invitation_is_answered_even_when_the_directory_breaks() -> None:
    evening = an_evening()
    evening.house.shelf.broken = True
    assert evening.fay.refused("renew_invitation") == "our_mistake"
    evening.house.shelf.broken = False
    evening.fay.gets("ping")


def test_a_bug_in_the_session_ends_this_connection_with_come_back() -> None:
    evening = an_evening()
    one, two = evening.members
    # What could never be: a bug between room and connection.
    evening.runner.room = replace(evening.runner.room, agreement=cast(Agreement, None))
    back = evening.house.visitor()
    back.asks("resume", key=seat_key("m1"), epoch=None, number=0, card=0)
    assert back.link.closing == closings.OUR_MISTAKE
    assert two.link.closing is None
    assert one.link.closing is None


# --- what one may ask from where --------------------------------------------------------------------


def test_room_wishes_need_a_seat_and_desk_wishes_a_desk() -> None:
    visitor = Indoors().visitor()
    assert visitor.refused("raise_hand", note=None) == "not_here"
    assert visitor.refused("renew_invitation") == "not_here"
    assert visitor.refused("leave_desk") == "session_ended"
    assert visitor.refused("make_facilitator", label="Fay") == "session_ended"


def test_a_key_that_opens_nothing_is_told_so() -> None:
    assert Indoors().visitor().refused("resume", key=seat_key("x"), epoch=None, number=0, card=0) == "seat_ended"


def test_names_are_drawn_at_most_five_times() -> None:
    evening = an_evening(0)
    visitor = evening.house.visitor()
    left = [visitor.gets("draw_name", link=evening.invitation) for _ in range(limits.NAME_REDRAWS)]
    assert [reply.redraws_left for reply in left if reply is not None and reply.type == "door"] == [4, 3, 2, 1, 0]
    assert visitor.refused("draw_name", link=evening.invitation) == "names_drawn"


def test_only_facilitators_inside_renew_the_invitation() -> None:
    evening = an_evening()
    assert evening.members[0].refused("renew_invitation") == "facilitators_only"


def test_the_refusal_of_words_too_long_changes_nothing() -> None:
    evening = an_evening()
    one = evening.members[0]
    evening.forgets()
    assert one.refused("say", turn=None, text="\n" * 50 + "x" + "\ny" * 50) in ("too_many_lines", "no_words")
    assert evening.members[1].link.payloads == []


def test_moving_to_another_seat_leaves_the_first() -> None:
    evening = an_evening()
    one = evening.members[0]
    one.gets("resume", key=seat_key("m2"), epoch=None, number=0, card=0)
    assert evening.runner.room.seats[2].here is False
    one.lost()
    assert evening.runner.company.of(3) == (evening.members[1].link,)
