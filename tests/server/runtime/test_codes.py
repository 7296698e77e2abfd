"""Pairing codes as words: six of them, every bit counts, and none sounds or looks longer than a link may be."""

import pytest

from protocol.names import FIRST_WORDS, SECOND_WORDS
from server.runtime.codes import in_words


def test_every_one_of_the_36_bits_makes_another_code() -> None:
    codes = {in_words(0), *(in_words(1 << bit) for bit in range(36))}
    assert len(codes) == 37


@pytest.mark.parametrize("word", [max, min])
def test_the_longest_and_the_shortest_fit_into_a_link(word: object) -> None:
    assert callable(word)
    kinds = [word(kind, key=len) for kind in (FIRST_WORDS, SECOND_WORDS)] * 3
    assert 16 <= len("-".join(kinds)) <= 64


def test_all_words_can_be_typed_on_every_keyboard() -> None:
    for word in FIRST_WORDS + SECOND_WORDS:
        assert word.isascii()
        assert word.isalpha()
