"""The post: who comes back misses nothing, sees nothing twice, and nothing that is older than their coming in."""

from protocol.cards import SilenceLeft
from protocol.frames import CardFrame, HappenedFrame, SnapshotFrame
from protocol.snapshot import RoomSnapshot, WaitingSnapshot
from tests.support.evening import Evening, an_evening
from tests.support.fold import fold
from tests.support.indoors import Visitor, seat_key


def _view(visitor: Visitor) -> RoomSnapshot:
    view = visitor.link.view
    assert isinstance(view, RoomSnapshot)
    return view


def _gone_and_back(evening: Evening, said: int, **seen: int | str) -> tuple[Visitor, RoomSnapshot]:
    """The first member is away while so much is said; the new connection, and what was known before."""
    one, two = evening.members
    before = _view(one)
    one.lost()
    for number in range(said):
        evening.says(two, f"words {number}")
    fields: dict[str, object] = {"epoch": before.epoch, "number": before.number, "card": before.card, **seen}
    back = evening.house.visitor()
    back.gets("resume", key=seat_key("m1"), **fields)
    return back, before


def test_by_epoch_and_number_one_gets_exactly_what_was_missed() -> None:
    back, before = _gone_and_back(an_evening(), said=3)
    assert back.link.snapshots == []
    assert back.link.numbers == [before.number + 1, before.number + 2, before.number + 3]


def test_who_comes_back_in_the_middle_of_a_silence_learns_how_long_it_still_is() -> None:
    evening = an_evening()
    one, before = evening.members[0], _view(evening.members[0])
    one.lost()
    evening.fay.gets("begin_silence", seconds=300, intention="")
    evening.house.clock.passes(200)
    back = evening.house.visitor()
    back.gets("resume", key=seat_key("m1"), epoch=before.epoch, number=before.number, card=before.card)
    assert back.link.numbers, "the silence itself was replayed"
    assert SilenceLeft(left=100) in back.link.hints


def test_too_far_behind_means_a_snapshot_with_what_is_still_remembered() -> None:
    back, _ = _gone_and_back(an_evening(ring_events=10), said=12)
    assert back.link.numbers == []
    assert [words.text for words in _view(back).said] == [f"words {number}" for number in range(2, 12)]


def test_too_many_bytes_behind_means_a_snapshot_as_well() -> None:
    back, _ = _gone_and_back(an_evening(ring_bytes=600), said=12)
    assert len(back.link.snapshots) == 1
    assert 0 < len(_view(back).said) < 12


def test_another_epoch_means_a_snapshot() -> None:
    back, _ = _gone_and_back(an_evening(), said=2, epoch="AAAAAAAAAAA")
    assert [type(frame) for frame in back.link.frames if isinstance(frame, HappenedFrame | SnapshotFrame)] == [
        SnapshotFrame
    ]


def test_a_number_from_the_future_is_not_believed() -> None:
    back, _ = _gone_and_back(an_evening(), said=1, number=10_000)
    assert len(back.link.snapshots) == 1


def test_nobody_is_shown_what_was_said_before_they_came_in() -> None:
    evening = an_evening(1)
    evening.says(evening.members[0], "before")
    late = evening.comes("late")
    evening.members.append(late)
    assert _view(late).said == ()
    evening.says(evening.members[0], "after")
    late.lost()
    for number in range(3):
        again = evening.comes_back("late", epoch=_view(late).epoch, number=number)
        assert [words.text for words in _view(again).said] == ["after"]
        again.lost()


def test_a_snapshot_and_what_follows_is_what_a_fresh_snapshot_says() -> None:
    evening = an_evening(mode="raised_hands")
    one, two = evening.members
    one.gets("raise_hand", note=None)
    two.gets("raise_hand", note=None)
    evening.fay.gets("offer_piece", seat=None)
    fresh = evening.comes_back("m1")
    left, right = _view(one), _view(fresh)
    assert left.model_copy(update={"said": ()}) == right.model_copy(update={"said": ()})


def test_cards_are_replayed_to_who_comes_back_by_number() -> None:
    evening = an_evening(mode="raised_hands")
    seen = _view(evening.fay)
    evening.fay.lost()
    evening.members[0].gets("raise_hand", note="my mother")
    back = evening.comes_back("fay", epoch=seen.epoch, number=seen.number, card=seen.card)
    assert [card.type for card in back.link.cards] == ["hand_noted"]
    assert back.link.snapshots == []


def test_cards_that_are_no_longer_remembered_are_in_the_snapshot() -> None:
    evening = an_evening(1, door="knock")
    seen = _view(evening.fay)
    evening.fay.lost()
    for number in range(70):
        evening.comes(f"knock {number}", line=f"line {number}").lost()
    back = evening.comes_back("fay", epoch=seen.epoch, number=seen.number, card=seen.card)
    assert [frame for frame in back.link.frames if isinstance(frame, CardFrame)] == []
    assert len(_view(back).mine.knocks) == 70


def test_the_waiting_room_shows_nothing_of_the_room() -> None:
    evening = an_evening(1, door="knock")
    late = evening.comes("late", line="hello, it is me")
    evening.says(evening.members[0], "among us")
    assert isinstance(late.link.view, WaitingSnapshot)
    assert late.link.events == []
    assert b"among us" not in b"".join(late.link.payloads)


def test_who_waits_and_comes_back_waits_on() -> None:
    evening = an_evening(1, door="knock")
    late = evening.comes("late")
    late.lost()
    back = evening.comes_back("late")
    evening.fay.gets("admit_all")
    assert [type(view) for view in back.link.snapshots] == [WaitingSnapshot, RoomSnapshot]


def test_a_note_goes_to_facilitators_and_to_nobody_else() -> None:
    evening = an_evening(mode="raised_hands")
    one, two = evening.members
    one.gets("raise_hand", note="my mother")
    assert b"my mother" in b"".join(evening.fay.link.payloads)
    assert b"my mother" not in b"".join(two.link.payloads)


def test_presence_fades_for_the_others_only_after_a_while() -> None:
    evening = an_evening()
    one, two = evening.members
    one.lost()
    evening.house.clock.passes(59)
    assert _view(two).away == ()
    evening.house.clock.passes(122)
    assert _view(two).away == (2,)
    evening.comes_back("m1")
    assert _view(two).away == ()


def test_events_and_cards_come_back_in_the_order_in_which_they_left() -> None:
    evening = an_evening(2, mode="round")
    one = evening.members[0]
    evening.fay.gets("start_round", prompt="")
    first = _view(one).turn
    assert first is not None
    holder = next(v for v in evening.everybody() if _view(v).you.seat == first.seat)
    waiting = next(m for m in evening.members if m is not holder)
    name = f"m{evening.members.index(waiting) + 1}"
    seen = _view(waiting)
    waiting.gets("pass_me", on=True)
    holder.gets("pass", turn=first.turn)
    while (turn := _view(evening.fay).turn) is not None and waiting is not holder:
        asked = next((v for v in evening.everybody() if _view(v).you.seat == turn.seat), None)
        if asked is None or asked is waiting:
            break
        asked.gets("pass", turn=turn.turn)
    now = _view(waiting)
    assert now.mine.pass_me is False
    back = evening.comes_back(name, epoch=seen.epoch, number=seen.number, card=seen.card)
    folded = fold(seen, [frame for frame in back.link.frames if isinstance(frame, CardFrame | HappenedFrame)])
    assert isinstance(folded, RoomSnapshot)
    assert folded.mine == now.mine
    assert folded.round == now.round
