"""The desk: sessions that end by themselves, links that work once, and nobody else's groups."""

import pytest

from protocol.frames import Refused
from protocol.replies import DeskReply, HostDeskReply, MeetingReply, Reply
from protocol.room_settings import RoomSettings
from protocol.words import Secret
from server.ports import OnceLink
from server.room.inner import End
from tests.support.builders import MINUTE
from tests.support.evening import PASSPHRASE, an_evening
from tests.support.indoors import Indoors, Visitor, facilitator_link, hashed, seat_key

NEW_GROUP = {"name": "Thursday circle", "mode": "round", "door": "knock", "agreement": ["We listen."]}


def _desk(reply: Reply | None) -> DeskReply:
    assert isinstance(reply, DeskReply)
    return reply


def _signed_in(house: Indoors, name: str = "fay") -> tuple[Visitor, Secret]:
    """A facilitator at the desk: the connection, the session."""
    house.facilitator(name)
    visitor = house.visitor()
    reply = visitor.gets("choose_passphrase", link=facilitator_link(name), passphrase=PASSPHRASE)
    return visitor, _desk(reply).session


def _host(house: Indoors) -> tuple[Visitor, Secret]:
    link = Secret("a-good-host-link-00")
    house.shelf.once[hashed(link)] = OnceLink("host", hashed(link), None, house.clock.wall() + 60)
    visitor = house.visitor()
    reply = visitor.gets("open_host_desk", link=link)
    assert isinstance(reply, HostDeskReply)
    return visitor, reply.session


# --- sessions -------------------------------------------------------------------------------------


def test_a_reload_returns_to_the_same_desk() -> None:
    house = Indoors()
    _, session = _signed_in(house)
    reply = _desk(house.visitor().gets("return_to_desk", session=session))
    assert reply.session == session


def test_a_desk_nobody_uses_closes_after_half_an_hour() -> None:
    house = Indoors()
    visitor, session = _signed_in(house)
    house.clock.passes(30 * 60 - 1)
    visitor.gets("return_to_desk", session=session)
    house.clock.passes(30 * 60)
    assert visitor.refused("start_group", **NEW_GROUP) == "session_ended"
    assert house.visitor().refused("return_to_desk", session=session) == "session_ended"


def test_a_desk_closes_after_eight_hours_however_much_it_is_used() -> None:
    house = Indoors()
    visitor, session = _signed_in(house)
    for _ in range(24):
        house.clock.passes(20 * 60 - 1)
        visitor.gets("return_to_desk", session=session)
    house.clock.passes(20 * 60)
    assert visitor.refused("return_to_desk", session=session) == "session_ended"


def test_leaving_the_desk_ends_the_session_everywhere() -> None:
    house = Indoors()
    visitor, session = _signed_in(house)
    visitor.gets("leave_desk")
    assert visitor.refused("start_group", **NEW_GROUP) == "session_ended"
    assert house.visitor().refused("return_to_desk", session=session) == "session_ended"


# --- links that work once ---------------------------------------------------------------------------


def test_the_host_link_works_once() -> None:
    house = Indoors()
    _host(house)
    assert house.visitor().refused("open_host_desk", link="a-good-host-link-00") == "invitation_used"


def test_the_trial_link_works_once_and_only_as_what_it_is() -> None:
    house = Indoors()
    owner = house.facilitator("trial")
    link = hashed(Secret("a-good-trial-link-00"))
    house.shelf.once[link] = OnceLink("trial", link, owner, house.clock.wall() + 60)
    visitor = house.visitor()
    assert visitor.refused("open_host_desk", link="a-good-trial-link-00") == "invitation_used"
    _desk(visitor.gets("open_trial_desk", link="a-good-trial-link-00"))
    assert house.visitor().refused("open_trial_desk", link="a-good-trial-link-00") == "invitation_used"


def test_a_link_that_has_expired_opens_nothing() -> None:
    house = Indoors()
    link = hashed(Secret("a-good-host-link-00"))
    house.shelf.once[link] = OnceLink("host", link, None, house.clock.wall() + 60)
    house.clock.passes(60)
    assert house.visitor().refused("open_host_desk", link="a-good-host-link-00") == "invitation_used"


# --- passphrases ------------------------------------------------------------------------------------


def test_a_wrong_passphrase_is_said_and_the_right_one_still_works() -> None:
    house = Indoors()
    _signed_in(house)
    visitor = house.visitor()
    assert visitor.refused("sign_in", link=facilitator_link("fay"), passphrase="not this one") == "wrong_passphrase"
    _desk(visitor.gets("sign_in", link=facilitator_link("fay"), passphrase=PASSPHRASE))


def test_without_a_good_link_the_passphrase_is_not_even_looked_at() -> None:
    house = Indoors()
    _signed_in(house)
    asked = house.passphrases.asked
    assert house.visitor().refused("sign_in", link="a-guess-0000000000", passphrase=PASSPHRASE) == "invitation_used"
    assert house.passphrases.asked == asked


def test_a_short_passphrase_is_refused_with_what_is_enough() -> None:
    house = Indoors()
    house.facilitator("fay")
    visitor = house.visitor()
    answer = visitor.answered("choose_passphrase", link=facilitator_link("fay"), passphrase="short")
    assert isinstance(answer, Refused)
    assert (answer.refusal.code, answer.refusal.arguments.most) == ("passphrase_short", 8)


def test_a_passphrase_is_chosen_once() -> None:
    house = Indoors()
    _signed_in(house)
    chosen = house.visitor().refused("choose_passphrase", link=facilitator_link("fay"), passphrase="another one")
    assert chosen == "invitation_used"


def test_of_two_who_choose_at_the_same_moment_only_the_first_has_chosen() -> None:
    house = Indoors()
    house.facilitator("fay")
    house.passphrases.slow = True
    first, second = house.visitor(), house.visitor()
    one = first.asks("choose_passphrase", link=facilitator_link("fay"), passphrase="the first of two")
    two = second.asks("choose_passphrase", link=facilitator_link("fay"), passphrase="the second of two")
    house.passphrases.slow = False
    house.works()
    assert not isinstance(first.link.answer(one), Refused)
    answer = second.link.answer(two)
    assert isinstance(answer, Refused)
    assert answer.refusal.code == "busy"
    again = second.refused("choose_passphrase", link=facilitator_link("fay"), passphrase="the second of two")
    assert again == "invitation_used"
    _desk(house.visitor().gets("sign_in", link=facilitator_link("fay"), passphrase="the first of two"))


def test_a_full_queue_asks_for_patience() -> None:
    house = Indoors()
    _signed_in(house)
    house.passphrases.full = True
    answer = house.visitor().answered("sign_in", link=facilitator_link("fay"), passphrase=PASSPHRASE)
    assert isinstance(answer, Refused)
    assert (answer.refusal.code, answer.temporary) == ("busy", True)
    assert answer.refusal.arguments.seconds == 3


# --- the host -----------------------------------------------------------------------------------------


def test_a_facilitator_is_made_with_a_link_that_is_shown_once() -> None:
    house = Indoors()
    host, session = _host(house)
    made = host.gets("make_facilitator", label="Fay")
    assert isinstance(made, HostDeskReply)
    assert made.link is not None
    again = host.gets("return_to_desk", session=session)
    assert isinstance(again, HostDeskReply)
    assert again.link is None
    assert [person.label for person in again.facilitators] == ["Fay"]
    _desk(house.visitor().gets("choose_passphrase", link=made.link, passphrase=PASSPHRASE))


def test_a_removed_facilitator_is_out_at_once() -> None:
    house = Indoors()
    visitor, session = _signed_in(house)
    host, _ = _host(house)
    host.gets("remove_facilitator", facilitator=next(iter(house.shelf.people)))
    assert visitor.refused("start_group", **NEW_GROUP) == "session_ended"
    assert house.visitor().refused("return_to_desk", session=session) == "session_ended"
    gone = house.visitor().refused("sign_in", link=facilitator_link("fay"), passphrase=PASSPHRASE)
    assert gone == "invitation_used"


def test_who_is_removed_while_signing_in_does_not_get_in() -> None:
    house = Indoors()
    _signed_in(house)
    host, _ = _host(house)
    house.passphrases.slow = True
    visitor = house.visitor()
    asked = visitor.asks("sign_in", link=facilitator_link("fay"), passphrase=PASSPHRASE)
    host.gets("remove_facilitator", facilitator=next(iter(house.shelf.people)))
    house.passphrases.slow = False
    house.works()
    answer = visitor.link.answer(asked)
    assert isinstance(answer, Refused)
    assert answer.refusal.code == "invitation_used"


def test_hosts_and_facilitators_have_their_own_wishes() -> None:
    house = Indoors()
    visitor, _ = _signed_in(house)
    host, _ = _host(house)
    assert visitor.refused("make_facilitator", label="Gil") == "hosts_only"
    assert host.refused("start_group", **NEW_GROUP) == "facilitators_only"


# --- groups -------------------------------------------------------------------------------------------


def test_a_group_is_started_with_its_invitation() -> None:
    house = Indoors()
    visitor, session = _signed_in(house)
    made = visitor.gets("start_group", **NEW_GROUP)
    assert isinstance(made, MeetingReply)
    (group,) = _desk(visitor.gets("return_to_desk", session=session)).groups
    assert (group.group, group.invitation, group.invited, group.open) == (made.group, made.invitation, True, False)


def test_in_a_group_that_everybody_holds_its_founder_sits_as_everybody_does_at_each_meeting() -> None:
    house = Indoors()
    visitor, _ = _signed_in(house)
    made = visitor.gets("start_group", **NEW_GROUP, held_by="members")
    assert isinstance(made, MeetingReply)
    for _ in range(2):
        desk = house.visitor()
        desk.gets("sign_in", link=facilitator_link("fay"), passphrase=PASSPHRASE)
        desk.gets("enter_as_facilitator", group=made.group, key=seat_key("fay"))
        assert house.runner.room.settings.held_by == "members"
        assert [(seat.role, seat.stage) for seat in house.runner.room.seats.values()] == [("member", "inside")]
        house.runner.ask_inner(End(why="our_mistake"))
    assert house.shelf.groups[made.group].invitation is not None, "nobody has come by it yet"


@pytest.mark.parametrize(("chosen", "held_by"), [(None, "members"), ("facilitators", "facilitators")])
def test_without_a_choice_a_group_is_held_as_the_server_usually_does(chosen: str | None, held_by: str) -> None:
    house = Indoors(settings=RoomSettings(held_by="members"))
    visitor, _ = _signed_in(house)
    made = visitor.gets("start_group", **NEW_GROUP, held_by=chosen)
    assert isinstance(made, MeetingReply)
    visitor.gets("enter_as_facilitator", group=made.group, key=seat_key("fay"))
    assert house.runner.room.settings.held_by == held_by


@pytest.mark.parametrize("wish", ["prepare_meeting", "remove_group", "enter_as_facilitator"])
def test_nobody_touches_the_groups_of_others(wish: str) -> None:
    house = Indoors()
    visitor, _ = _signed_in(house, "fay")
    other, _ = _signed_in(house, "gil")
    made = visitor.gets("start_group", **NEW_GROUP)
    assert isinstance(made, MeetingReply)
    more = {"key": seat_key("gil")} if wish == "enter_as_facilitator" else {}
    assert other.refused(wish, group=made.group, **more) == "no_such_group"
    assert house.hub.rooms() == ()
    assert made.group in house.shelf.groups


def test_a_group_whose_circle_is_open_is_neither_removed_nor_prepared() -> None:
    evening = an_evening()
    desk = evening.house.visitor()
    desk.gets("sign_in", link=facilitator_link("fay"), passphrase=PASSPHRASE)
    for wish in ("prepare_meeting", "remove_group"):
        assert desk.refused(wish, group=evening.group) == "meeting_is_open"
    evening.fay.gets("close_meeting")
    desk.gets("prepare_meeting", group=evening.group)
    assert _desk(desk.gets("remove_group", group=evening.group)).groups == ()


def test_entering_twice_with_the_same_key_is_one_seat() -> None:
    evening = an_evening(0)
    desk = evening.house.visitor()
    desk.gets("sign_in", link=facilitator_link("fay"), passphrase=PASSPHRASE)
    desk.gets("enter_as_facilitator", group=evening.group, key=seat_key("fay"))
    assert len(evening.runner.room.seats) == 1


def test_two_facilitators_seats_hold_one_circle() -> None:
    evening = an_evening(0)
    desk = evening.house.visitor()
    desk.gets("sign_in", link=facilitator_link("fay"), passphrase=PASSPHRASE)
    desk.gets("enter_as_facilitator", group=evening.group, key=seat_key("another tab"))
    assert [seat.role for seat in evening.runner.room.seats.values()] == ["facilitator", "facilitator"]
    assert len(evening.house.hub.rooms()) == 1


def test_sessions_are_kept_as_hashes_only() -> None:
    house = Indoors()
    _, session = _signed_in(house)
    assert session not in repr(vars(house.house.desk))
    assert house.clock.now() + 8 * 60 * MINUTE > 0
