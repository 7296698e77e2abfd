"""The door: looking uses nothing up, a lost reply loses no seat, a dead link tells nothing."""

from protocol.names import Name
from protocol.replies import DoorReply, FacilitatorDoorReply, HostDoorReply, SeatReply, TrialDoorReply
from protocol.words import Secret
from server.ports import OnceLink
from server.room.names import name_of
from server.runtime.door import draft_key
from tests.support.evening import an_evening
from tests.support.indoors import Indoors, facilitator_link, hashed, seat_key


def test_an_invitation_may_be_looked_at_as_often_as_one_likes() -> None:
    evening = an_evening(1)
    visitor = evening.house.visitor()
    seats = len(evening.runner.room.seats)
    doors = [visitor.gets("look", link=evening.invitation) for _ in range(5)]
    assert all(isinstance(door, DoorReply) and door.open for door in doors)
    assert len(evening.runner.room.seats) == seats


def test_before_the_circle_opens_the_door_says_so() -> None:
    house = Indoors()
    link = house.group(house.facilitator())
    visitor = house.visitor()
    door = visitor.gets("look", link=link)
    assert isinstance(door, DoorReply)
    assert not door.open
    knock = {"key": seat_key("x"), "draw": 1, "listening": False, "agreement": 1, "line": None}
    assert visitor.refused("knock", link=link, **knock) == "not_open_yet"


def test_links_that_never_were_were_used_or_have_died_get_the_same_answer() -> None:
    evening = an_evening(1)
    visitor = evening.house.visitor()
    expired = OnceLink("host", hashed(Secret("expired-host-link-00")), None, evening.house.clock.wall())
    evening.house.shelf.once[expired.link] = expired
    never = visitor.answered("look", link="there-never-was-such")
    old = visitor.answered("look", link="expired-host-link-00")
    evening.fay.gets("close_meeting")
    dead = visitor.answered("look", link=evening.invitation)
    refusals = [answer.model_dump(exclude={"id"}) for answer in (never, old, dead)]
    assert refusals == [refusals[0]] * 3
    assert refusals[0]["refusal"]["code"] == "invitation_used"


def test_each_link_shows_its_own_door() -> None:
    house = Indoors()
    house.facilitator("fay")
    for kind in ("host", "trial"):
        link = hashed(Secret(f"a-good-{kind}-link-00"))
        house.shelf.once[link] = OnceLink("host" if kind == "host" else "trial", link, "f", house.clock.wall() + 60)
    visitor = house.visitor()
    assert isinstance(visitor.gets("look", link="a-good-host-link-00"), HostDoorReply)
    assert isinstance(visitor.gets("look", link="a-good-trial-link-00"), TrialDoorReply)
    door = visitor.gets("look", link=facilitator_link("fay"))
    assert isinstance(door, FacilitatorDoorReply)
    assert door.first_time


def test_the_name_one_chose_at_the_door_is_ones_name_in_the_room() -> None:
    evening = an_evening(1)
    visitor = evening.house.visitor()
    door = visitor.gets("look", link=evening.invitation)
    assert isinstance(door, DoorReply)
    visitor.gets("knock", **{**evening.knock_fields("late"), "draw": door.draw})
    assert visitor.link.view is not None
    shown: Name = visitor.link.view.you.name
    assert shown == door.name == name_of(evening.runner.room.secret, door.draw)


def test_the_same_key_knocks_itself_back_into_the_same_seat() -> None:
    evening = an_evening(0)
    replies = [evening.knocks(evening.house.visitor(), "m1") for _ in range(3)]
    assert [reply.seat for reply in replies] == [2, 2, 2]
    assert replies[0].draft_key == replies[2].draft_key


def test_another_version_of_the_agreement_is_read_again() -> None:
    evening = an_evening(0)
    visitor = evening.house.visitor()
    assert visitor.refused("knock", **evening.knock_fields("m1", agreement=2)) == "agreement_changed"
    assert len(evening.runner.room.seats) == 1


def test_a_locked_door_lets_nobody_new_in_and_everybody_back() -> None:
    evening = an_evening(1)
    evening.fay.gets("set_door", level="locked")
    assert evening.house.visitor().refused("knock", **evening.knock_fields("late")) == "door_locked"
    evening.members[0].lost()
    assert evening.comes_back("m1").link.view is not None


def test_a_line_that_nobody_could_read_is_refused_at_the_door() -> None:
    evening = an_evening(0, door="knock")
    visitor = evening.house.visitor()
    assert visitor.refused("knock", **evening.knock_fields("m1", line="\x07\x07")) == "unreadable_words"
    assert len(evening.runner.room.seats) == 1


def test_the_draft_key_belongs_to_one_seat_of_one_meeting() -> None:
    evening = an_evening(1)
    secret = evening.runner.room.secret
    assert draft_key(secret, 1) == draft_key(secret, 1)
    assert len({draft_key(secret, 1), draft_key(secret, 2), draft_key(bytes(32), 1)}) == 3
    assert "secret" in repr(draft_key(secret, 1))


def test_members_are_not_handed_the_invitation() -> None:
    evening = an_evening(1)
    reply = evening.knocks(evening.house.visitor(), "late")
    assert isinstance(reply, SeatReply)
    assert reply.invitation is None
    again = evening.house.visitor().gets("resume", key=seat_key("fay"), epoch=None, number=0, card=0)
    assert isinstance(again, SeatReply)
    assert again.invitation == evening.invitation
