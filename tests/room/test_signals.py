"""Gentle signals: warmth without names, counts or a trace; off for who prefers quiet, private in small groups."""

from protocol.cards import NobodyLit, QuietForMeSet
from protocol.rooms import Warmth
from protocol.snapshot import RoomSnapshot
from tests.support.circles import Circle, a_circle
from tests.support.playbook import Playbook
from tests.support.verbs import assert_happened, assert_refused, assert_told_alone, cards_of


def _sharing(members: int) -> Circle:
    book, host, people = a_circle(members, mode="raised_hands")
    book.raises(people[0])
    book.offers(host)
    book.takes(people[0])
    return book, host, people


def _warmth(book: Playbook, seat: int) -> Warmth | None:
    view = book.posts[seat].view
    assert isinstance(view, RoomSnapshot)
    return view.warmth


def test_everybody_feels_the_warmth_and_nobody_sees_who_or_how_many() -> None:
    book, _, (ash, birch, cedar, dove, elm) = _sharing(5)
    assert_happened(book.lights(birch))
    expected = Warmth(turn=1, level="some", signals=("with_you",))
    assert [_warmth(book, seat) for seat in (ash, birch, cedar)] == [expected] * 3
    book.lights(cedar, "thank_you")
    book.lights(dove)
    assert _warmth(book, elm) == Warmth(turn=1, level="many", signals=("with_you", "thank_you"))
    assert set(Warmth.model_fields) == {"turn", "level", "signals"}


def test_in_a_small_group_the_one_who_shares_alone_feels_it() -> None:
    book, host, (ash, birch, cedar) = _sharing(3)
    book.lights(birch)
    assert _warmth(book, ash) is not None
    assert _warmth(book, cedar) is None
    assert _warmth(book, birch) is None
    assert _warmth(book, host) is None


def test_it_goes_with_the_turn() -> None:
    book, _, (ash, birch, *_) = _sharing(5)
    book.lights(birch)
    book.done(ash)
    assert _warmth(book, ash) is None


def test_one_light_a_person_and_turn() -> None:
    book, _, (_, birch, *_) = _sharing(5)
    book.lights(birch)
    assert_refused(book.lights(birch, "thank_you"), "already_so")


def test_nobody_lights_for_themselves_and_nobody_between_turns() -> None:
    book, _, (ash, birch, *_) = _sharing(5)
    assert_refused(book.lights(ash), "signals_off")
    book.done(ash)
    assert_refused(book.lights(birch), "stale_turn")


def test_listeners_may_light_as_well() -> None:
    book, _, (_, birch, *_) = _sharing(5)
    book.listens(birch)
    assert book.lights(birch).refusal is None


def test_who_prefers_quiet_gets_none() -> None:
    book, _, (ash, birch, *_) = _sharing(5)
    assert_happened(book.wants_quiet(ash))
    assert_told_alone(book, ash, QuietForMeSet)
    assert_refused(book.lights(birch), "signals_off")
    book.wants_quiet(ash, on=False)
    assert book.lights(birch).refusal is None


def test_facilitators_alone_learn_that_nobody_gave_a_sign() -> None:
    book, host, (ash, birch, *_) = _sharing(5)
    book.says(ash, "It was a long week.")
    book.done(ash)
    assert cards_of(book, host, NobodyLit) == [NobodyLit(seat=ash)]
    assert not cards_of(book, birch, NobodyLit)


def test_a_group_may_go_without() -> None:
    book, host, (_, birch, *_) = _sharing(5)
    book.changes_settings(host, gentle_signals=False)
    assert_refused(book.lights(birch), "signals_off")
