"""Pairing a co-facilitator: a code opens nothing without a Yes, works once, and is over in a quarter of an hour."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from protocol.frames import Refused
from protocol.replies import AskedReply, CoFacilitatorDoorReply, PairingReply, Reply, SeatReply
from protocol.room_settings import RoomSettings
from protocol.words import Secret
from server.room.names import name_of
from tests.support.evening import PASSPHRASE, Evening, an_evening
from tests.support.indoors import Visitor, facilitator_link, seat_key


def pairing(reply: Reply | None) -> PairingReply:
    """It is about a pairing."""
    assert isinstance(reply, PairingReply)
    return reply


@dataclass
class Offered:
    """A circle is open, and its facilitator shows a code on a second screen."""

    evening: Evening
    desk: Visitor
    code: Secret

    def asks(self, visitor: Visitor, name: str, *, draw: int = 5) -> Reply | None:
        """Somebody with the code asks to come in, and is not refused."""
        return visitor.gets("ask_to_facilitate", link=self.code, key=seat_key(name), draw=draw)

    def refused(self, name: str) -> str:
        """The same, refused; why."""
        visitor = self.evening.house.visitor()
        return visitor.refused("ask_to_facilitate", link=self.code, key=seat_key(name), draw=5)

    def state(self) -> PairingReply:
        """What the first screen reads."""
        return pairing(self.desk.gets("look_at_pairing"))

    def answers(self, accept: bool) -> None:
        """The first screen answers the one it reads of."""
        asker = self.state().asker
        assert asker is not None
        self.desk.gets("answer_pairing", asker=asker.asker, accept=accept)

    def roles(self) -> list[str]:
        """Who has a seat."""
        return [seat.role for seat in self.evening.runner.room.seats.values()]


def at_desk(evening: Evening) -> Visitor:
    """The facilitator once more, on another line, at the desk."""
    desk = evening.house.visitor()
    desk.gets("sign_in", link=facilitator_link("fay"), passphrase=PASSPHRASE)
    return desk


def offered(settings: RoomSettings | None = None) -> Offered:
    """A code for the circle that runs."""
    evening = an_evening(1, settings=settings)
    desk = at_desk(evening)
    shown = pairing(desk.gets("offer_pairing", group=evening.group))
    assert shown.code is not None
    assert (shown.state, shown.seconds, shown.group) == ("shown", 15 * 60, evening.group)
    return Offered(evening, desk, shown.code)


def test_somebody_comes_in_as_a_facilitator_after_the_yes_and_not_before() -> None:
    story = offered()
    other = story.evening.house.visitor()
    door = other.gets("look", link=story.code)
    assert isinstance(door, CoFacilitatorDoorReply)
    asked = story.asks(other, "gil", draw=door.draw)
    assert isinstance(asked, AskedReply)
    assert asked.name == door.name
    assert story.roles() == ["facilitator", "member"]
    shown = story.state()
    assert shown.asker is not None
    assert (shown.state, shown.asker.name, shown.code) == ("asked", door.name, None)
    story.answers(accept=True)
    assert story.roles() == ["facilitator", "member"], "the seat is made when they are there to take it"
    seat = story.asks(other, "gil")
    assert isinstance(seat, SeatReply)
    assert (seat.role, story.roles()) == ("facilitator", ["facilitator", "member", "facilitator"])
    assert story.evening.runner.room.seats[seat.seat].draw == door.draw
    shown = story.state()
    assert shown.asker is not None
    assert (shown.state, shown.asker.name) == ("paired", door.name)


def test_a_lost_answer_loses_no_seat() -> None:
    story = offered()
    story.asks(story.evening.house.visitor(), "gil")
    story.answers(accept=True)
    first = story.asks(story.evening.house.visitor(), "gil")
    again = story.asks(story.evening.house.visitor(), "gil")
    assert isinstance(first, SeatReply)
    assert isinstance(again, SeatReply)
    assert (again.seat, len(story.roles())) == (first.seat, 3)


def test_a_no_ends_the_code_and_tells_nothing() -> None:
    story = offered()
    story.asks(story.evening.house.visitor(), "gil")
    story.answers(accept=False)
    assert story.refused("gil") == "invitation_used"
    assert story.state().state == "ended"
    assert story.roles() == ["facilitator", "member"]


def test_a_code_read_over_a_shoulder_gets_in_only_whom_the_first_screen_names() -> None:
    story = offered()
    story.asks(story.evening.house.visitor(), "gil", draw=5)
    seen = story.state().asker
    assert seen is not None
    story.asks(story.evening.house.visitor(), "stranger", draw=900)
    late = story.desk.refused("answer_pairing", asker=seen.asker, accept=True)
    assert late == "nobody_there", "the Yes was for the one who was shown"
    assert story.refused("gil") == "invitation_used"
    shown = story.state().asker
    assert shown is not None
    secret = story.evening.runner.room.secret
    assert (seen.name, shown.name) == (name_of(secret, 5), name_of(secret, 900))


def test_after_the_yes_nobody_else_can_take_the_place() -> None:
    story = offered()
    story.asks(story.evening.house.visitor(), "gil")
    story.answers(accept=True)
    assert story.refused("stranger") == "invitation_used"
    assert isinstance(story.asks(story.evening.house.visitor(), "gil"), SeatReply)


def test_a_code_that_many_people_hold_ends() -> None:
    story = offered()
    for number in range(6):
        story.asks(story.evening.house.visitor(), f"p{number}")
    assert story.refused("p6") == "invitation_used"
    assert story.state().state == "ended"


def _used(story: Offered) -> None:
    story.asks(story.evening.house.visitor(), "gil")
    story.answers(accept=True)
    story.asks(story.evening.house.visitor(), "gil")


@pytest.mark.parametrize(
    "over",
    [
        pytest.param(_used, id="used"),
        pytest.param(lambda s: s.evening.house.clock.passes(15 * 60), id="15 minutes"),
        pytest.param(lambda s: s.desk.gets("end_pairing"), id="put away"),
        pytest.param(lambda s: s.desk.gets("leave_desk"), id="desk left"),
        pytest.param(lambda s: s.desk.gets("offer_pairing", group=s.evening.group), id="replaced"),
        pytest.param(lambda s: s.evening.fay.gets("close_meeting"), id="meeting closed"),
        pytest.param(lambda s: s.desk.gets("only_this_device"), id="only this device"),
    ],
)
def test_a_code_that_is_over_answers_like_a_used_invitation(over: Callable[[Offered], object]) -> None:
    story = offered()
    visitor = story.evening.house.visitor()
    never = visitor.answered("look", link="there-never-was-such-a-code")
    over(story)
    looked = visitor.answered("look", link=story.code)
    asked = visitor.answered("ask_to_facilitate", link=story.code, key=seat_key("late"), draw=1)
    paired = visitor.answered("pair_device", link=story.code, passphrase=PASSPHRASE)
    assert isinstance(never, Refused)
    for answer in (looked, asked, paired):
        assert answer.model_dump(exclude={"id"}) == never.model_dump(exclude={"id"})
    assert story.evening.house.passphrases.asked == 2, "nobody's passphrase was looked at for it"


def test_a_second_before_the_quarter_of_an_hour_it_still_works() -> None:
    story = offered()
    story.evening.house.clock.passes(15 * 60 - 1)
    assert story.state().seconds == 1
    assert isinstance(story.asks(story.evening.house.visitor(), "gil"), AskedReply)


def test_a_code_is_for_the_meeting_it_was_made_for() -> None:
    story = offered()
    story.evening.fay.gets("close_meeting")
    story.desk.gets("prepare_meeting", group=story.evening.group)
    story.desk.gets("enter_as_facilitator", group=story.evening.group, key=seat_key("next week"))
    assert story.refused("gil") == "invitation_used"


def test_it_may_be_typed_as_it_is_heard() -> None:
    story = offered()
    heard = story.code.replace("-", " ").title()
    assert isinstance(story.evening.house.visitor().gets("look", link=heard), CoFacilitatorDoorReply)


def test_another_name_is_drawn_as_at_any_door() -> None:
    story = offered()
    visitor = story.evening.house.visitor()
    door = visitor.gets("draw_name", link=story.code)
    assert isinstance(door, CoFacilitatorDoorReply)
    assert door.redraws_left == 4


def test_only_ones_own_open_circles_can_be_shared_in() -> None:
    story = offered()
    house = story.evening.house
    house.facilitator("gil")
    other = house.visitor()
    other.gets("choose_passphrase", link=facilitator_link("gil"), passphrase=PASSPHRASE)
    assert other.refused("offer_pairing", group=story.evening.group) == "no_such_group"
    story.evening.fay.gets("close_meeting")
    assert story.desk.refused("offer_pairing", group=story.evening.group) == "not_open_yet"


def test_where_nobody_is_above_anyone_nobody_is_paired_to_be() -> None:
    evening = an_evening(1, settings=RoomSettings(held_by="members"))
    assert at_desk(evening).refused("offer_pairing", group=evening.group) == "not_here"


def test_each_desk_sees_its_own_pairing_only() -> None:
    story = offered()
    story.asks(story.evening.house.visitor(), "gil")
    other = at_desk(story.evening)
    assert pairing(other.gets("look_at_pairing")).state == "ended"
    assert other.refused("answer_pairing", asker=1, accept=True) == "nobody_there"
    other.gets("end_pairing")
    assert story.state().state == "asked"


def test_without_a_desk_nothing_is_offered_and_nobody_answered() -> None:
    story = offered()
    visitor = story.evening.house.visitor()
    for wish, fields in (
        ("offer_pairing", {"group": None}),
        ("look_at_pairing", {}),
        ("answer_pairing", {"asker": 1, "accept": True}),
        ("end_pairing", {}),
        ("only_this_device", {}),
    ):
        assert visitor.refused(wish, **fields) == "session_ended"


def test_a_facilitator_who_is_removed_takes_the_code_along() -> None:
    story = offered()
    house = story.evening.house
    story.asks(house.visitor(), "gil")
    house.house.desk._end_desks(next(iter(house.shelf.people)))
    assert story.refused("gil") == "invitation_used"


def test_the_code_is_held_as_a_hash_only() -> None:
    story = offered()
    codes = vars(story.evening.house.house.desk.pairing.codes)
    assert story.code not in repr(codes)
    assert len(story.code.split("-")) == 6
