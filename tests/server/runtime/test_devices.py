"""A second device of mine: the code, then the passphrase, then a link of its own; and all others ended by one tap."""

from protocol import limits
from protocol.frames import Refused
from protocol.replies import DeskReply, DeviceDoorReply, FacilitatorDoorReply, PairingReply, Reply
from protocol.words import Secret
from server.ports import OnceLink
from tests.support.evening import PASSPHRASE
from tests.support.indoors import Indoors, Visitor, facilitator_link, hashed


def _desk(reply: Reply | None) -> DeskReply:
    assert isinstance(reply, DeskReply)
    return reply


def _signed_in(house: Indoors, name: str = "fay") -> Visitor:
    house.facilitator(name)
    visitor = house.visitor()
    visitor.gets("choose_passphrase", link=facilitator_link(name), passphrase=PASSPHRASE)
    return visitor


def _code(desk: Visitor) -> Secret:
    shown = desk.gets("offer_pairing", group=None)
    assert isinstance(shown, PairingReply)
    assert shown.code is not None
    return shown.code


def _paired(house: Indoors, first: Visitor) -> tuple[Visitor, DeskReply]:
    """A second device, and the desk as it got it."""
    device = house.visitor()
    return device, _desk(device.gets("pair_device", link=_code(first), passphrase=PASSPHRASE))


def _state(desk: Visitor) -> str:
    shown = desk.gets("look_at_pairing")
    assert isinstance(shown, PairingReply)
    return shown.state


def test_the_code_and_the_passphrase_open_the_desk_and_the_device_gets_a_link_of_its_own() -> None:
    house = Indoors()
    first = _signed_in(house)
    code = _code(first)
    device = house.visitor()
    door = device.gets("look", link=code)
    assert door == DeviceDoorReply(run_by=house.hub.plan.run_by), "no group, no label"
    desk = _desk(device.gets("pair_device", link=code, passphrase=PASSPHRASE))
    assert desk.devices == 2
    assert desk.link is not None
    assert _state(first) == "paired"
    assert house.visitor().refused("look", link=code) == "invitation_used"
    later = house.visitor()
    assert isinstance(later.gets("look", link=desk.link), FacilitatorDoorReply)
    again = _desk(later.gets("sign_in", link=desk.link, passphrase=PASSPHRASE))
    assert (again.devices, again.link) == (2, None)


def test_the_devices_own_link_is_shown_once_and_kept_as_a_hash() -> None:
    house = Indoors()
    device, desk = _paired(house, _signed_in(house))
    assert _desk(device.gets("return_to_desk", session=desk.session)).link is None
    assert desk.link is not None
    assert list(house.shelf.devices) == [hashed(desk.link)]


def test_the_code_alone_opens_nothing() -> None:
    house = Indoors()
    first = _signed_in(house)
    code = _code(first)
    device = house.visitor()
    assert device.refused("pair_device", link=code, passphrase="not the sea at all") == "wrong_passphrase"
    assert device.refused("start_group", name="x", mode="round", door="open", agreement=[]) == "session_ended"
    assert house.shelf.devices == {}
    assert _desk(device.gets("pair_device", link=code, passphrase=PASSPHRASE)).devices == 2


def test_a_code_hears_five_passphrases_and_no_more() -> None:
    house = Indoors()
    first = _signed_in(house)
    code = _code(first)
    for _ in range(limits.PAIRING_TRIES):
        assert house.visitor().refused("pair_device", link=code, passphrase="a guess") == "wrong_passphrase"
    asked = house.passphrases.asked
    assert house.visitor().refused("pair_device", link=code, passphrase=PASSPHRASE) == "invitation_used"
    assert house.passphrases.asked == asked
    assert _state(first) == "ended"


def test_many_at_the_same_moment_are_no_more_than_five() -> None:
    house = Indoors()
    code = _code(_signed_in(house))
    asked = house.passphrases.asked
    house.passphrases.slow = True
    for _ in range(20):
        house.visitor().asks("pair_device", link=code, passphrase="a guess")
    assert house.passphrases.asked == asked + limits.PAIRING_TRIES
    house.passphrases.slow = False
    house.works()


def test_of_two_right_ones_at_the_same_moment_one_is_paired() -> None:
    house = Indoors()
    code = _code(_signed_in(house))
    house.passphrases.slow = True
    one, two = house.visitor(), house.visitor()
    asked = [visitor.asks("pair_device", link=code, passphrase=PASSPHRASE) for visitor in (one, two)]
    house.passphrases.slow = False
    house.works()
    answers = [visitor.link.answer(wish) for visitor, wish in zip((one, two), asked, strict=True)]
    assert [isinstance(answer, Refused) for answer in answers] == [False, True]
    assert len(house.shelf.devices) == 1


def test_without_a_good_code_the_passphrase_is_not_even_looked_at() -> None:
    house = Indoors()
    _signed_in(house)
    asked = house.passphrases.asked
    guess = house.visitor().refused("pair_device", link="quiet-otter-misty-cedar-opal-lake", passphrase=PASSPHRASE)
    assert (guess, house.passphrases.asked) == ("invitation_used", asked)


def test_a_full_queue_asks_for_patience_and_counts_no_try() -> None:
    house = Indoors()
    code = _code(_signed_in(house))
    house.passphrases.full = True
    for _ in range(limits.PAIRING_TRIES + 1):
        answer = house.visitor().answered("pair_device", link=code, passphrase=PASSPHRASE)
        assert isinstance(answer, Refused)
        assert (answer.refusal.code, answer.refusal.arguments.seconds) == ("busy", 3)
    house.passphrases.full = False
    _desk(house.visitor().gets("pair_device", link=code, passphrase=PASSPHRASE))


def test_a_quarter_of_an_hour_is_over_also_while_the_passphrase_is_looked_at() -> None:
    house = Indoors()
    code = _code(_signed_in(house))
    house.passphrases.slow = True
    device = house.visitor()
    asked = device.asks("pair_device", link=code, passphrase=PASSPHRASE)
    house.clock.passes(15 * 60)
    house.passphrases.slow = False
    house.works()
    answer = device.link.answer(asked)
    assert isinstance(answer, Refused)
    assert (answer.refusal.code, house.shelf.devices) == ("invitation_used", {})


def test_a_directory_that_cannot_write_pairs_nothing() -> None:
    house = Indoors()
    first = _signed_in(house)
    code = _code(first)
    house.shelf.read_only = True
    assert house.visitor().refused("pair_device", link=code, passphrase=PASSPHRASE) == "cannot_keep"
    assert (_state(first), house.shelf.devices) == ("ended", {})


def test_only_this_device_ends_the_others_at_once() -> None:
    house = Indoors()
    first = _signed_in(house)
    second, desk = _paired(house, first)
    third, _ = _paired(house, second)
    kept = _desk(third.gets("only_this_device"))
    assert kept.devices == 1
    for gone in (first, second):
        assert gone.refused("offer_pairing", group=None) == "session_ended"
    assert house.visitor().refused("return_to_desk", session=desk.session) == "session_ended"
    links = [facilitator_link("fay"), desk.link]
    assert [house.visitor().refused("look", link=link) for link in links] == ["invitation_used"] * 2
    third.gets("return_to_desk", session=kept.session)


def test_only_this_device_said_on_the_first_keeps_the_first_link() -> None:
    house = Indoors()
    first = _signed_in(house)
    _, desk = _paired(house, first)
    assert _desk(first.gets("only_this_device")).devices == 1
    assert house.visitor().refused("sign_in", link=desk.link, passphrase=PASSPHRASE) == "invitation_used"
    _desk(house.visitor().gets("sign_in", link=facilitator_link("fay"), passphrase=PASSPHRASE))


def test_only_this_device_leaves_other_facilitators_alone() -> None:
    house = Indoors()
    first, other = _signed_in(house, "fay"), _signed_in(house, "gil")
    _, desk = _paired(house, other)
    first.gets("only_this_device")
    assert _desk(other.gets("return_to_desk", session=desk.session)).devices == 2


def test_who_is_being_paired_while_others_are_ended_does_not_get_in() -> None:
    house = Indoors()
    first = _signed_in(house)
    code = _code(first)
    house.passphrases.slow = True
    device = house.visitor()
    asked = device.asks("pair_device", link=code, passphrase=PASSPHRASE)
    first.gets("only_this_device")
    house.passphrases.slow = False
    house.works()
    answer = device.link.answer(asked)
    assert isinstance(answer, Refused)
    assert (answer.refusal.code, house.shelf.devices) == ("invitation_used", {})


def test_who_was_paired_in_the_moment_the_others_are_ended_does_not_stay() -> None:
    house = Indoors()
    first = _signed_in(house)
    code = _code(first)
    house.passphrases.slow = True
    device = house.visitor()
    asked = device.asks("pair_device", link=code, passphrase=PASSPHRASE)
    house.passphrases.slow = False
    house.shelf.slow = True  # the passphrase was right, and now the directory writes
    house.works()
    first.asks("only_this_device")
    house.shelf.slow = False
    house.works()
    answer = device.link.answer(asked)
    assert isinstance(answer, Refused)
    assert (answer.refusal.code, house.shelf.devices) == ("invitation_used", {})


def test_no_more_devices_than_one_keeps_in_mind() -> None:
    house = Indoors()
    first = _signed_in(house)
    for _ in range(limits.DEVICES_MOST - 1):
        _paired(house, first)
    answer = first.answered("offer_pairing", group=None)
    assert isinstance(answer, Refused)
    assert (answer.refusal.code, answer.refusal.arguments.most) == ("full", limits.DEVICES_MOST)


def test_the_first_room_to_try_has_no_passphrase_and_so_no_second_device() -> None:
    house = Indoors()
    owner = house.facilitator("trial")
    link = Secret("a-good-trial-link-00")
    house.shelf.once[hashed(link)] = OnceLink("trial", hashed(link), owner, house.clock.wall() + 60)
    visitor = house.visitor()
    assert _desk(visitor.gets("open_trial_desk", link=link)).devices == 0
    assert visitor.refused("offer_pairing", group=None) == "not_here"
    assert visitor.refused("only_this_device") == "not_here"


def test_a_device_code_lets_nobody_into_a_circle() -> None:
    house = Indoors()
    code = _code(_signed_in(house))
    refused = house.visitor().refused("ask_to_facilitate", link=code, key="k" * 43, draw=1)
    assert refused == "invitation_used"
