"""Open conversation: everybody who takes part may speak; hands may wait for another mode."""

from protocol.commands import Say
from protocol.events import HandRaised, HandsChanged, Said
from protocol.words import Words
from tests.support.builders import command_id
from tests.support.circles import a_circle
from tests.support.verbs import assert_happened, assert_refused


def test_everybody_who_takes_part_is_heard() -> None:
    book, host, (ash, birch) = a_circle(2)
    assert_happened(book.says(ash, "Good evening."), Said)
    assert_happened(book.says(birch, "Hello."), Said)
    book.listens(host, on=False)
    assert_happened(book.says(host, "Welcome."), Said)


def test_said_names_its_author_and_their_command() -> None:
    book, _, (ash,) = a_circle(1)
    book.asks(ash, Say(type="say", id=command_id(777), turn=None, text=Words("Hello.")))
    said = book.last(Said)
    assert (said.seat, said.command, said.text, said.turn) == (ash, command_id(777), "Hello.", None)


def test_what_cannot_be_shown_is_refused_before_the_room_hears_it() -> None:
    book, _, (ash,) = a_circle(1)
    assert_refused(book.says(ash, "   \n "), "no_words")
    assert_refused(book.says(ash, "x\n" * 50 + "x"), "too_many_lines")


def test_words_for_a_turn_are_not_said_into_the_open() -> None:
    book, _, (ash,) = a_circle(1)
    assert_refused(book.says(ash, "My turn", turn=3), "stale_turn")


def test_there_is_no_piece_to_take() -> None:
    book, host, (ash,) = a_circle(1)
    for heard in (book.takes(ash), book.done(ash), book.passes(ash), book.later(ash), book.one_minute(ash)):
        assert_refused(heard, "other_mode")
    assert_refused(book.pass_me(ash), "other_mode")
    assert_refused(book.would_like_it(ash), "other_mode")
    assert_refused(book.offers(host, ash), "other_mode")
    assert_refused(book.moves_on(host), "other_mode")


def test_a_hand_in_the_open_waits_for_room() -> None:
    book, host, (ash, birch) = a_circle(2)
    assert_happened(book.raises(ash), HandRaised)
    assert_happened(book.raises(birch, "A question."), HandRaised)
    assert_refused(book.raises(ash), "already_so")
    book.sets_mode(host, "raised_hands")
    assert book.hands == [ash, birch]


def test_speaking_does_not_lower_a_hand() -> None:
    book, _, (ash,) = a_circle(1)
    book.raises(ash)
    book.says(ash, "While I wait:")
    assert book.hands == [ash]
    assert_happened(book.lowers(ash), HandsChanged)
    assert_refused(book.lowers(ash), "already_so")
