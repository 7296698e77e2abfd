"""After a crash everybody returns to the same place: the journal gives back all but the words."""

from protocol.events import PieceGoesOn, PieceOffered, PromptGivenBack, RoundOrderChanged, TurnEnded, WentOut
from protocol.snapshot import RoomSnapshot
from server.room.facts import prompt_hash
from tests.support.builders import SECRET
from tests.support.circles import a_circle, a_round
from tests.support.same import structure
from tests.support.verbs import assert_centre, assert_happened, assert_holds, assert_offered, assert_refused


def test_after_a_restart_seats_names_order_holder_and_choices_are_the_same() -> None:
    book, _, (ash, birch, cedar, dove) = a_round(4, prompt="How are you?")
    book.pass_me(cedar)
    book.later(ash)
    book.passes(birch)
    book.listens(dove)
    before = book.room
    book.restarts()
    # The piece waits for its holder until they are connected again.
    turn = book.room.turn
    assert turn is not None
    assert turn.waiting
    assert before.turn is not None
    assert book.holder == before.turn.seat
    assert [s.name for s in book.room.seats.values()] == [s.name for s in before.seats.values()]
    assert [s.mark for s in book.room.seats.values()] == [s.mark for s in before.seats.values()]
    assert (book.room.keys, book.room.inside, book.room.agreement) == (before.keys, before.inside, before.agreement)
    assert (book.room.pass_me, book.room.span, book.room.mode) == (before.pass_me, before.span, before.mode)
    assert structure(book.room)["round"] == structure(before)["round"]


def test_hands_come_back_without_their_notes() -> None:
    book, host, (ash, birch, _) = a_circle(mode="raised_hands")
    book.raises(birch, "About sleep.")
    book.raises(ash)
    book.restarts()
    assert book.hands == [birch, ash]
    book.comes_back(host)
    view = book.posts[host].view
    assert isinstance(view, RoomSnapshot)
    assert view.mine.hand_notes == ()


def test_after_a_restart_the_holder_goes_on_with_the_same_turn() -> None:
    book, _, (ash, _) = a_round(2)
    book.takes(ash)
    turn = book.room.turn
    assert turn is not None
    book.restarts()
    assert_happened(book.comes_back(ash), PieceGoesOn)
    assert_holds(book, ash)
    assert book.says(ash, "As I was saying:", turn=turn.turn).refusal is None


def test_the_grace_of_an_absent_holder_begins_again_after_a_restart() -> None:
    book, host, (ash, birch) = a_round(2)
    book.loses_connection(ash)
    book.waits(80)
    book.restarts()
    book.comes_back(host)
    book.comes_back(birch)
    book.waits(89)
    assert_offered(book, ash)
    assert_happened(book.waits(1), TurnEnded, PieceOffered)
    assert_offered(book, birch)


def test_the_lost_prompt_is_known_by_its_hash_and_given_back() -> None:
    book, host, _ = a_round(2, prompt="What do you need?")
    book.restarts()
    book.comes_back(host)
    assert (book.room.prompt, book.room.prompt_lost) == ("", True)
    assert book.room.prompt_hash == prompt_hash(SECRET, "What do you need?")
    assert_refused(book.gives_back(host, "What do I need?"), "other_prompt")
    assert_happened(book.gives_back(host, "What do you need?"), PromptGivenBack)
    assert (book.room.prompt, book.room.prompt_lost) == ("What do you need?", False)
    assert_refused(book.gives_back(host, "What do you need?"), "prompt_not_needed")


def test_where_there_was_no_prompt_none_is_missing() -> None:
    book, host, _ = a_round(2)
    book.restarts()
    book.comes_back(host)
    assert not book.room.prompt_lost
    assert_refused(book.gives_back(host, "Was there one?"), "prompt_not_needed")


def test_a_prompt_is_lost_with_a_mode_as_well() -> None:
    book, host, _ = a_circle(1)
    book.sets_mode(host, "raised_hands", "Tonight: sleep")
    book.restarts()
    book.comes_back(host)
    assert book.room.prompt_lost
    book.sets_mode(host, "open_floor")
    assert not book.room.prompt_lost


def test_the_first_ones_back_are_not_asked_before_the_others_could_come() -> None:
    book, _, (ash, birch) = a_round(2, second_offer=False)
    book.passes(ash)
    book.loses_connection(birch)
    book.waits(91)
    assert_centre(book)
    book.restarts()
    book.comes_back(birch)
    assert_centre(book)
    assert_happened(book.waits(15), PieceOffered)
    assert_offered(book, birch)


def test_an_early_yes_after_a_restart_waits_for_the_others_who_passed() -> None:
    book, _, (ash, birch) = a_round(2)
    book.passes(ash)
    book.passes(birch)
    book.restarts()
    book.comes_back(ash)
    assert_happened(book.would_like_it(ash))
    book.waits(10)
    book.comes_back(birch)
    book.waits(10)
    assert_happened(book.would_like_it(birch), RoundOrderChanged, PieceOffered)
    assert_offered(book, ash)


def test_who_waited_at_the_door_still_waits() -> None:
    book, host, _ = a_circle(1)
    dove = book.knocks("May I?")
    book.restarts()
    book.comes_back(host)
    assert book.room.seats[dove].stage == "waiting"
    view = book.posts[host].view
    assert isinstance(view, RoomSnapshot)
    assert [(knock.person.seat, knock.line) for knock in view.mine.knocks] == [(dove, None)]
    book.admits(host, dove)
    book.comes_back(dove)


def test_who_had_left_is_not_shown_leaving_twice() -> None:
    book, host, (ash, birch) = a_circle(2)
    declined = book.knocks()
    book.declines(host, declined)
    book.leaves(ash)
    book.waits(200)
    book.leaves(birch)
    book.restarts()
    book.comes_back(host)
    assert_happened(book.waits(300), WentOut)
    assert book.last(WentOut).seat == birch


def test_a_way_of_talking_that_was_awaited_still_comes() -> None:
    book, host, (ash, _) = a_round(2)
    book.takes(ash)
    book.sets_mode(host, "open_floor")
    book.restarts()
    book.comes_back(ash)
    book.done(ash)
    assert book.room.mode == "open_floor"


def test_two_restarts_are_as_good_as_one() -> None:
    book, _, (ash, _) = a_round(2)
    book.takes(ash)
    book.restarts()
    once = structure(book.room)
    book.restarts()
    assert structure(book.room) == once
