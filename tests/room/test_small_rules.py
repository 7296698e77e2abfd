"""One rule each, with the case that stands just beside it: roles, bells, wishes, signals, the length of a window."""

from protocol.cards import Knocked, NobodyLit, RoleOfferOver
from protocol.commands import LowerHand, Say
from protocol.events import HandsChanged, PieceOffered, RoleChanged, Said, SettingsChanged
from protocol.rooms import Mode
from protocol.snapshot import RoomSnapshot
from protocol.words import Words
from tests.support.builders import command_id
from tests.support.circles import a_circle, a_round
from tests.support.playbook import Playbook
from tests.support.shares import a_share
from tests.support.stage import Heard
from tests.support.verbs import assert_happened, assert_refused, cards_of, view_of


class TestRoles:
    """Offered, and one lead."""

    def test_an_offer_of_the_lead_ends_an_earlier_offer_of_the_lead_and_no_other(self) -> None:
        book, host, (ash, birch, cedar) = a_circle(3)
        book.offers_role(host, ash, "guardian")
        book.offers_role(host, birch, "lead")
        book.offers_role(host, cedar, "lead")
        assert [bool(cards_of(book, seat, RoleOfferOver)) for seat in (ash, birch, cedar)] == [False, True, False]

    def test_an_offer_to_somebody_who_facilitates_already_is_refused_but_for_the_lead(self) -> None:
        book, host, _ = a_circle(1)
        other = book.facilitator()
        assert_refused(book.offers_role(host, other, "facilitator"), "already_so")
        assert_refused(book.offers_role(host, host, "lead"), "already_so")
        assert book.offers_role(host, other, "lead").refusal is None

    def test_an_answer_at_the_very_end_is_too_late(self) -> None:
        book, host, (ash,) = a_circle(1, role_offer_seconds=60)
        book.offers_role(host, ash, "guardian")
        book.now += 60_000
        assert_refused(book.answers_role(ash), "no_offer")

    def test_an_offer_goes_with_the_one_it_was_made_to(self) -> None:
        book, host, (ash,) = a_circle(1, role_offer_seconds=60)
        book.offers_role(host, ash, "guardian")
        book.leaves(ash)
        assert book.room.offers == {}

    def test_who_facilitates_where_nobody_does_any_more_leads(self) -> None:
        book, host, (ash,) = a_circle(1)
        book.offers_role(host, ash, "facilitator")
        book.lays_down_role(host)
        assert_happened(book.answers_role(ash), RoleChanged)
        assert book.room.lead == ash

    def test_other_settings_leave_the_line_of_hands_alone(self) -> None:
        book, host, (ash, birch) = a_circle(2, mode="raised_hands", hands_order="quieter_first")
        book.raises(ash)
        book.raises(birch)
        assert_happened(book.changes_settings(host, hands_order="first_come"), SettingsChanged)

        book.offers(host, ash)
        book.shares(ash, "I have spoken.")
        book.clears_hands(host)
        book.raises(ash)
        book.raises(birch)
        assert_happened(book.changes_settings(host, hands_order="quieter_first"), SettingsChanged, HandsChanged)

    def test_other_settings_leave_a_line_in_which_somebody_stepped_back(self) -> None:
        book, host, (ash, birch) = a_circle(2, mode="raised_hands", hands_order="quieter_first")
        book.offers(host, birch)
        book.shares(birch, "I have spoken.")
        book.raises(birch)
        book.raises(ash)
        book.offers(host)
        book.later(ash)
        assert book.hands == [birch, ash]
        assert_happened(book.changes_settings(host, bell_seconds=30), SettingsChanged)


class TestTheBell:
    """Who may be asked, and how long one waits."""

    def test_nobody_who_could_ring_is_here(self) -> None:
        book, host, (ash, _) = a_circle(2)
        book.loses_connection(host)
        assert_refused(book.asks_for_bell(ash), "nobody_there")

    def test_a_guardian_who_is_here_is_enough(self) -> None:
        book, host, (ash, birch) = a_circle(2)
        book.offers_role(host, birch, "guardian")
        book.answers_role(birch)
        book.loses_connection(host)
        assert book.asks_for_bell(ash).refusal is None
        book.leaves(birch)
        book.waits(60)
        assert_refused(book.asks_for_bell(ash), "nobody_there")

    def test_the_next_bell_and_the_next_wish_say_how_long_to_the_second(self) -> None:
        book, host, (ash, _) = a_circle(2)
        book.rings(host)
        book.asks_for_bell(ash)
        book.waits(29.98)
        assert _seconds(book.asks_for_bell(ash)) == 31
        assert _seconds(book.rings(host)) == 91
        book.waits(30.02)
        assert book.asks_for_bell(ash).refusal is None
        book.waits(59.999)
        assert _seconds(book.rings(host)) == 1
        book.waits(0.001)
        assert book.rings(host).refusal is None

    def test_who_comes_in_sees_the_seconds_that_are_left_rounded_up(self) -> None:
        book, host, (ash, _) = a_circle(2)
        book.begins_silence(host, 61)
        book.waits(0.97)
        assert _left(book, ash) == 61
        book.now += 60_030
        assert _left(book, ash) == 0


class TestWishes:
    """Something about the process may be said next, where turns are taken."""

    def test_the_piece_comes_with_it_where_it_is_passed_as_well(self) -> None:
        modes: tuple[Mode, ...] = ("raised_hands", "share_and_respond", "passing")
        for mode in modes:
            book, host, (ash, _) = a_circle(2, mode=mode)
            book.raises(ash, kind="process")
            assert_happened(book.settles(host, ash, "process", give_piece=True), PieceOffered)

    def test_not_to_somebody_who_cannot_be_reached_or_only_listens(self) -> None:
        book, host, (ash, birch) = a_circle(2, mode="raised_hands")
        book.raises(ash, kind="process")
        book.raises(birch, kind="process")
        book.loses_connection(ash)
        book.listens(birch)
        for seat in (ash, birch):
            assert_refused(book.settles(host, seat, "process", give_piece=True), "nobody_there")


class TestSignals:
    """While somebody shares, and at nobody else."""

    def test_not_for_a_turn_that_is_only_offered_nor_for_another(self) -> None:
        book, _, (ash, birch) = a_round(2, round_order="coming_in")
        assert_refused(book.lights(birch), "stale_turn")
        book.takes(ash)
        assert_refused(book.lights(birch, turn=2), "stale_turn")
        assert book.lights(birch).refusal is None

    def test_three_lights_are_many_when_they_are_half_of_the_others(self) -> None:
        for members, level in ((6, "many"), (7, "some")):
            book, host, (ash, *others) = a_circle(members, mode="raised_hands", signals_small=2)
            book.offers(host, ash)
            book.takes(ash)
            for other in others[:3]:
                book.lights(other)
            warm = view_of(book, ash).warmth
            assert warm is not None
            assert warm.level == level

    def test_between_two_that_nobody_lit_anything_is_told_as_well(self) -> None:
        book, host, (ash,) = a_circle(1, mode="raised_hands")
        book.offers(host, ash)
        book.shares(ash, "Only the two of us tonight.")
        assert len(cards_of(book, host, NobodyLit)) == 1


def test_after_a_share_for_silence_the_time_is_short() -> None:
    book, *_ = a_share("silence", signs_seconds=30, responses_seconds=180)
    assert book.room.turn is not None
    assert book.room.turn.responding is not None
    assert book.room.turn.responding.until == book.now + 30_000


def _seconds(heard: Heard) -> int | None:
    """What somebody who has to wait is told."""
    assert heard.refusal is not None
    assert heard.refusal.code == "slow_down"
    return heard.refusal.arguments.seconds


def _left(book: Playbook, seat: int) -> int | None:
    """How long it is still quiet, for whoever reloads now."""
    view = book.server_view(seat)
    assert isinstance(view, RoomSnapshot)
    assert view.silence is not None
    return view.silence.left


class TestTakingBack:
    """Each kind by itself, or all of mine."""

    def test_a_wish_of_one_kind_is_taken_back_alone(self) -> None:
        for kind, other in (("process", "concern"), ("concern", "process")):
            book, _, (ash, _) = a_circle(2, mode="raised_hands")
            book.raises(ash)
            book.raises(ash, kind="process")
            book.raises(ash, kind="concern")
            assert book.asks(ash, LowerHand.model_validate(_lower(kind))).refusal is None
            assert ([wish.kind for wish in book.room.wishes], book.hands) == ([other], [ash])

    def test_a_share_is_taken_back_and_the_wishes_stay(self) -> None:
        book, _, (ash, _) = a_circle(2, mode="raised_hands")
        book.raises(ash)
        book.raises(ash, kind="process")
        assert_happened(book.asks(ash, LowerHand.model_validate(_lower("share"))), HandsChanged)
        assert ([wish.kind for wish in book.room.wishes], book.hands) == (["process"], [])

    def test_in_a_silence_a_share_by_its_kind_as_well(self) -> None:
        book, host, (ash, _) = a_circle(2, mode="raised_hands")
        book.begins_silence(host)
        book.raises(ash)
        assert book.asks(ash, LowerHand.model_validate(_lower("share"))).refusal is None
        assert book.room.quiet_hands == ()

    def test_what_is_not_up_cannot_be_taken_back(self) -> None:
        book, _, (ash, _) = a_circle(2, mode="raised_hands")
        book.raises(ash)
        assert_refused(book.asks(ash, LowerHand.model_validate(_lower("direct_response"))), "already_so")


def test_an_answer_to_one_message_is_one_for_whoever_reads_it_later() -> None:
    book, _, (ash, birch) = a_circle(2)
    book.says(ash, "Does anybody sleep?")
    first = book.last(Said).command
    wish = Say(type="say", id=command_id(98), turn=None, text=Words("Hardly."), reply_to=first)
    assert book.asks(birch, wish).refusal is None
    view = book.server_view(ash)
    assert isinstance(view, RoomSnapshot)
    assert [words.reply_to for words in view.said] == [None, first]


def test_whoever_keeps_the_door_from_now_on_sees_the_line_of_a_knock() -> None:
    book, host, (ash, _) = a_circle(2)
    book.knocks("A friend told me of you.")
    book.changes_settings(host, held_by="members")
    (card,) = cards_of(book, ash, Knocked)
    assert isinstance(card, Knocked)
    assert card.knock.line == "A friend told me of you."


def _lower(kind: str) -> dict[str, object]:
    return {"type": "lower_hand", "id": command_id(99), "kind": kind}
