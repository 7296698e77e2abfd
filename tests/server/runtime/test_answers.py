"""Answers: the same command id gets the same answer, within a short memory."""

from server.runtime.answers import Answers


def test_the_same_id_gets_the_same_answer_for_its_own_seat_only() -> None:
    answers = Answers()
    answers.keep(1, "a", b"yes")
    assert answers.find(1, "a") == b"yes"
    assert answers.find(2, "a") is None
    assert answers.find(1, "b") is None


def test_only_the_last_answers_are_remembered() -> None:
    answers = Answers()
    for number in range(65):
        answers.keep(1, str(number), b"%d" % number)
    assert answers.find(1, "0") is None
    assert answers.find(1, "1") == b"1"
    assert answers.find(1, "64") == b"64"


def test_what_the_journal_knows_was_done() -> None:
    answers = Answers()
    answers.from_journal("1:a")
    assert answers.was_done("1:a")
    assert not answers.was_done("2:a")
    assert answers.find(1, "a") is None


def test_the_journals_ids_are_bounded_too() -> None:
    answers = Answers()
    for number in range(4_097):
        answers.from_journal(f"1:{number}")
    assert not answers.was_done("1:0")
    assert answers.was_done("1:1")


def test_a_seat_that_has_ended_leaves_nothing() -> None:
    answers = Answers()
    answers.keep(1, "a", b"yes")
    answers.forget(1)
    answers.forget(1)
    assert answers.find(1, "a") is None
