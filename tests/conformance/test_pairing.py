"""Pairing over real sockets, with the real directory and argon2: two ways in, and no secret of either written down."""

from protocol.replies import AskedReply, CoFacilitatorDoorReply, DeskReply, HostDeskReply, MeetingReply, PairingReply
from tests.support.house import House
from tests.support.wire import Device

PASSPHRASE = "a long walk by the sea"


async def _facilitator(house: House) -> tuple[Device, str]:
    """Somebody at their desk, and their link."""
    host = await house.device()
    await host.gets("open_host_desk", link=house.links["host"])
    made = await host.gets("make_facilitator", label="Fay")
    assert isinstance(made, HostDeskReply)
    assert made.link is not None
    desk = await house.device()
    await desk.gets("choose_passphrase", link=made.link, passphrase=PASSPHRASE)
    return desk, made.link


async def _code(desk: Device, group: str | None) -> str:
    shown = await desk.gets("offer_pairing", group=group)
    assert isinstance(shown, PairingReply)
    assert shown.code is not None
    return shown.code


async def test_a_second_device_is_paired_once_survives_a_restart_and_is_ended_from_the_first(house: House) -> None:
    """ "On the other device: the code and my passphrase open my desk, and this device gets a link of its own." """
    desk, own = await _facilitator(house)
    code = await _code(desk, None)
    phone = await house.device()
    assert await phone.refused("pair_device", link=code, passphrase="not the sea at all") == "wrong_passphrase"
    paired = await phone.gets("pair_device", link=code, passphrase=PASSPHRASE)
    assert isinstance(paired, DeskReply)
    assert paired.link is not None
    assert paired.devices == 2
    assert await phone.refused("pair_device", link=code, passphrase=PASSPHRASE) == "invitation_used"
    written = house.everything_written()
    for secret in (code, paired.link, own, paired.session, PASSPHRASE):
        assert secret.encode() not in written
    assert await house.ends() == 0
    await house.starts("serve")
    phone = await house.device()
    back = await phone.gets("sign_in", link=paired.link, passphrase=PASSPHRASE)
    assert isinstance(back, DeskReply)
    assert back.devices == 2
    desk = await house.device()
    await desk.gets("sign_in", link=own, passphrase=PASSPHRASE)
    await desk.gets("only_this_device")
    assert await phone.refused("look_at_pairing") == "session_ended"
    stolen = await house.device()
    assert await stolen.refused("sign_in", link=paired.link, passphrase=PASSPHRASE) == "invitation_used"
    assert await stolen.refused("look", link=code) == "invitation_used"


async def test_a_co_facilitator_waits_for_the_yes_and_then_holds_the_circle_too(house: House) -> None:
    """ "By a code for one circle: ask to come in as a facilitator." """
    desk, own = await _facilitator(house)
    made = await desk.gets("start_group", name="Evening", mode="open_floor", door="open", agreement=[])
    assert isinstance(made, MeetingReply)
    assert await desk.refused("offer_pairing", group=made.group) == "not_open_yet"
    await desk.gets("enter_as_facilitator", group=made.group, key=desk.key)
    screen = await house.device()
    await screen.gets("sign_in", link=own, passphrase=PASSPHRASE)
    code = await _code(screen, made.group)
    gil = await house.device()
    door = await gil.gets("look", link=code)
    assert isinstance(door, CoFacilitatorDoorReply)
    asked = await gil.gets("ask_to_facilitate", link=code, key=gil.key, draw=door.draw)
    assert isinstance(asked, AskedReply)
    shown = await screen.gets("look_at_pairing")
    assert isinstance(shown, PairingReply)
    assert shown.asker is not None
    assert shown.asker.name == door.name == asked.name
    await screen.gets("answer_pairing", asker=shown.asker.asker, accept=True)
    await gil.gets("ask_to_facilitate", link=code, key=gil.key, draw=door.draw)
    room = await gil.sees(lambda room: room.you.role == "facilitator")
    assert room.you.name == door.name
    await desk.sees(lambda room: [person.role for person in room.people] == ["facilitator", "facilitator"])
    await gil.gets("set_door", level="locked")
    assert code.encode() not in house.everything_written()
