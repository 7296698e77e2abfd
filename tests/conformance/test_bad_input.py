"""Everything one can get wrong on the line: a clear and kind answer, nothing changed, and no word of it in the log."""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from protocol import closings, limits
from protocol.frames import Refused
from protocol.refusals import SENTENCES
from protocol.snapshot import RoomSnapshot
from tests.support.builders import command_id
from tests.support.house import House
from tests.support.wire import Device, random_text

CANARY = "unsayable-heron-4711"
ID = command_id(7)


@dataclass
class Circle:
    """A round in which somebody holds the piece; the clumsy one does not."""

    house: House
    fay: Device
    holder: Device
    clumsy: Device
    turn: int

    def looks(self) -> dict[str, RoomSnapshot]:
        """The room as those see it who do nothing."""
        return {"fay": self.fay.room, "holder": self.holder.room}

    async def has_not_changed(self, before: dict[str, RoomSnapshot]) -> None:
        """After one more round trip each, everything is as it was; and the log knows no word."""
        await self.fay.gets("ping")
        await self.holder.gets("ping")
        assert self.looks() == before
        assert CANARY not in "".join(self.house.logs + self.house.out)


@pytest.fixture
async def circle(house: House) -> Circle:
    """The circle, in mid-turn."""
    fay = await house.holder_of_the_trial()
    await fay.gets("listen", on=True)
    members = [await house.device() for _ in range(2)]
    for member in members:
        await member.knocks(house.links["invitation"])
    await fay.gets("start_round", prompt="")
    turn = (await fay.sees(lambda room: room.turn is not None)).turn
    assert turn is not None
    holder = next(device for device in members if device.seat == turn.seat)
    await holder.gets("take", turn=turn.turn)
    await fay.sees(lambda room: room.turn is not None and room.turn.stage == "taken")
    await holder.sees(lambda room: room.turn is not None and room.turn.stage == "taken")
    return Circle(house, fay, holder, next(device for device in members if device is not holder), turn.turn)


def _say(**changed: Any) -> dict[str, Any]:  # Any: JSON of every kind
    return {"type": "say", "id": ID, "turn": None, "text": CANARY, **changed}


BROKEN: dict[str, Any] = {
    "nothing": "",
    "not json": CANARY,
    "half of json": '{"type":"say","text":"' + CANARY,
    "a list": [CANARY],
    "a text": json.dumps(CANARY),
    "a number": "7",
    "deep": "[" * 10_000,
    "NaN": '{"type":"say","id":NaN}',
    "no type": {"id": ID, "text": CANARY},
    "an unknown type": {"type": CANARY, "id": ID},
    "a type of the server's": {"type": "said", "id": ID, "seat": 1, "text": CANARY},
    "one field too many": _say(to=1),
    "one field too few": {"type": "say", "id": ID, "text": CANARY},
    "a text that is a number": _say(text=7),
    "a turn that is a text": _say(turn=CANARY),
    "a turn that is true": _say(turn=True),
    "a turn below one": _say(turn=0),
    "a turn with a point": _say(turn=1.0),
    "a short id": _say(id="short"),
    "an id with blanks": _say(id=" " * 22),
    "a text longer than agreed": _say(text=CANARY + "x" * limits.TEXT_CODE_POINTS),
    "half a letter": '{"type":"say","id":"' + ID + '","turn":null,"text":"\\ud83d' + CANARY + '"}',
    "a second hello": {"type": "hello", "version": 1, "language": "en", "client": "story/1"},
    "a key that is none": {"type": "resume", "key": CANARY, "epoch": None, "number": 0, "card": 0},
    "a link that is none": {"type": "look", "link": CANARY * 20},
}


async def test_a_broken_frame_closes_the_line_that_sent_it_and_changes_nothing(circle: Circle) -> None:
    """ "What the server cannot read is `malformed`: it closes with 4000 and keeps nothing of it." (PROTOCOL.md)"""
    before = circle.looks()
    for name, frame in BROKEN.items():
        await circle.clumsy.sends(frame)
        assert await circle.clumsy.is_closed() == closings.MALFORMED.code, name
        assert circle.clumsy.was_told(closings.MALFORMED), name
        await circle.clumsy.comes_back()
    await circle.has_not_changed(before)


async def test_frames_of_other_kinds_have_their_own_codes(circle: Circle) -> None:
    """ "One JSON object per text frame, UTF-8, at most 32 KiB." (PROTOCOL.md)"""
    before = circle.looks()
    codes = {
        "too big": (CANARY * 4_000, closings.TOO_BIG.code),
        "binary": (json.dumps(_say()).encode(), closings.MALFORMED.code),
    }
    for frame, code in codes.values():
        await circle.clumsy.sends(frame)
        assert await circle.clumsy.is_closed() == code
        await circle.clumsy.comes_back()
    await circle.has_not_changed(before)


def _refused_wishes(circle: Circle) -> list[tuple[str, dict[str, Any], str]]:
    """Wishes of the clumsy one that are not possible now: the kind, the fields, the code."""
    key = random_text(32)
    knock = {"key": key, "draw": 1, "listening": False, "agreement": 1, "line": CANARY}
    here = circle.house.links["invitation"]
    return [
        ("say", {"turn": None, "text": CANARY}, "not_your_turn"),
        ("say", {"turn": circle.turn, "text": CANARY}, "not_your_turn"),
        ("say", {"turn": circle.turn + 9, "text": CANARY}, "stale_turn"),
        ("take", {"turn": circle.turn}, "not_your_turn"),
        ("take", {"turn": circle.turn + 9}, "stale_turn"),
        ("done", {"turn": circle.turn}, "not_your_turn"),
        ("one_minute", {"turn": circle.turn}, "not_your_turn"),
        ("use_second_offer", {}, "no_second_offer"),
        ("raise_hand", {"note": CANARY}, "other_mode"),
        ("lower_hand", {}, "already_so"),
        ("give_back", {"prompt": CANARY}, "prompt_not_needed"),
        ("change_key", {"key": circle.holder.key}, "key_in_use"),
        ("admit_all", {}, "facilitators_only"),
        ("set_mode", {"mode": "open_floor", "prompt": CANARY, "now": True}, "facilitators_only"),
        ("start_round", {"prompt": CANARY}, "facilitators_only"),
        ("offer_piece", {"seat": None}, "facilitators_only"),
        ("move_on", {"turn": circle.turn}, "facilitators_only"),
        ("lower_hand_of", {"seat": 1}, "facilitators_only"),
        ("set_door", {"level": "locked"}, "facilitators_only"),
        ("renew_invitation", {}, "facilitators_only"),
        ("close_meeting", {}, "facilitators_only"),
        ("make_facilitator", {"label": CANARY}, "session_ended"),
        ("start_group", {"name": CANARY, "mode": "round", "door": "open", "agreement": []}, "session_ended"),
        ("return_to_desk", {"session": random_text(32)}, "session_ended"),
        ("resume", {"key": random_text(32), "epoch": None, "number": 0, "card": 0}, "seat_ended"),
        ("look", {"link": CANARY}, "invitation_used"),
        ("look", {"link": circle.house.links["trial"]}, "invitation_used"),
        ("open_trial_desk", {"link": circle.house.links["trial"]}, "invitation_used"),
        ("open_host_desk", {"link": CANARY}, "invitation_used"),
        ("open_host_desk", {"link": here}, "invitation_used"),
        ("sign_in", {"link": here, "passphrase": CANARY}, "invitation_used"),
        ("choose_passphrase", {"link": here, "passphrase": CANARY}, "invitation_used"),
        ("knock", {"link": CANARY, **knock}, "invitation_used"),
        ("knock", {"link": here, **knock, "agreement": 9}, "agreement_changed"),
        ("knock", {"link": here, **knock, "line": CANARY + "\x07"}, "unreadable_words"),
    ]


async def test_a_wish_that_is_not_possible_is_refused_kindly_and_changes_nothing(circle: Circle) -> None:
    """ "Not now. `refusal.code` is stable, its arguments are typed, and **nothing has changed**." (PROTOCOL.md)"""
    before = circle.looks()
    for number, (kind, fields, code) in enumerate(_refused_wishes(circle)):
        if number % 15 == 14:
            # A new line has a new measure of patience: this is about refusals, not about pace.
            await circle.clumsy.loses_connection()
            await circle.clumsy.comes_back()
        answer = await circle.clumsy.asks(kind, **fields)
        assert isinstance(answer, Refused), f"{kind} {fields}: {answer}"
        assert answer.refusal.code == code, f"{kind} {fields}"
        assert answer.refusal.code in SENTENCES
        assert CANARY not in answer.model_dump_json()
    await circle.has_not_changed(before)


async def test_what_facilitators_get_wrong_is_refused_as_kindly(circle: Circle) -> None:
    """ "A stale one is refused with `stale_turn` and changes nothing" (PROTOCOL.md)"""
    before = circle.looks()
    for kind, fields, code in (
        ("admit", {"seat": 999}, "nobody_there"),
        ("decline", {"seat": 2}, "nobody_there"),
        ("lower_hand_of", {"seat": 999}, "nobody_there"),
        ("move_on", {"turn": circle.turn + 9}, "stale_turn"),
        ("set_door", {"level": "open"}, "already_so"),
        ("start_round", {"prompt": CANARY}, "turn_running"),
    ):
        assert await circle.fay.refused(kind, **fields) == code, kind
    await circle.has_not_changed(before)


async def test_a_dead_line_is_still_answered_kindly_when_the_circle_has_closed(circle: Circle) -> None:
    """ "An old link answers "This invitation has been used", no group name." (people.md)"""
    await circle.fay.gets("close_meeting")
    assert await circle.clumsy.is_closed() == closings.MEETING_CLOSED.code
    late = await circle.house.device()
    answer = await late.asks("look", link=circle.house.links["invitation"])
    assert isinstance(answer, Refused)
    assert answer.refusal.code == "invitation_used"
    again = await late.asks("resume", key=circle.clumsy.key, epoch=None, number=0, card=0)
    assert isinstance(again, Refused)
    assert again.refusal.code == "seat_ended"


async def test_a_wrong_passphrase_is_said_and_nobody_is_locked_out(house: House) -> None:
    """ "A flood cannot lock facilitators out." (people.md, Tokens)"""
    host = await house.device()
    await host.gets("open_host_desk", link=house.links["host"])
    made = await host.gets("make_facilitator", label="Fern")
    assert made is not None
    assert made.type == "host_desk"
    link = made.link
    person = await house.device()
    assert await person.refused("choose_passphrase", link=link, passphrase="short") == "passphrase_short"
    await person.gets("choose_passphrase", link=link, passphrase=f"{CANARY} and more")
    for _ in range(5):
        assert await person.refused("sign_in", link=link, passphrase=CANARY) == "wrong_passphrase"
    await person.gets("sign_in", link=link, passphrase=f"{CANARY} and more")
    assert CANARY.encode() not in house.everything_written()


async def test_far_too_many_wishes_are_slowed_and_then_closed(circle: Circle) -> None:
    """ "4008 slow_down: far more commands than a person can give." (PROTOCOL.md)"""
    before = circle.looks()
    for _ in range(80):
        await circle.clumsy.wishes("say", turn=None, text=CANARY)
    assert await circle.clumsy.is_closed() == closings.SLOW_DOWN.code
    assert circle.clumsy.goodbye is not None
    assert circle.clumsy.goodbye.come_back == "soon"
    circle.clumsy.outbox.clear()
    await circle.clumsy.comes_back()
    await circle.has_not_changed(before)
