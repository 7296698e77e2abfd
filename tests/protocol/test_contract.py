"""What the schema, the refusals, the closings and the names promise to every client."""

import itertools
import string
from collections.abc import Iterator
from typing import get_args

from protocol import closings, limits, names, version
from protocol.closings import ComeBack
from protocol.refusals import SENTENCES, TEMPORARY, Refusal, RefusalArguments, RefusalCode
from protocol.schema import schema

NOT_OUR_WORDS = ("error", "invalid", "banned", "user", "session", "token", "forbidden", "illegal", "denied", "failed")


def nodes(tree: object) -> Iterator[dict[str, object]]:
    """Every object of a JSON tree."""
    if isinstance(tree, dict):
        yield tree
        for part in tree.values():
            yield from nodes(part)
    elif isinstance(tree, list):
        for part in tree:
            yield from nodes(part)


class TestSchema:
    """The single source for other languages."""

    def test_nothing_on_the_wire_is_a_float(self) -> None:
        assert not [node for node in nodes(schema()) if node.get("type") == "number"]

    def test_what_comes_in_is_closed_and_what_goes_out_is_open(self) -> None:
        parts = schema()["$defs"]
        assert parts["Say"]["additionalProperties"] is False
        assert "additionalProperties" not in parts["CameIn"]

    def test_every_string_that_comes_in_is_bounded(self) -> None:
        parts = schema()["$defs"]
        for reference in nodes(parts["ClientFrame"]["oneOf"]):
            part = parts[str(reference.get("$ref", "")).rpartition("/")[2]] if "$ref" in reference else {}
            for node in nodes(part):
                if node.get("type") == "string" and not {"const", "enum"} & node.keys():
                    assert "maxLength" in node, node
                if node.get("type") == "array":
                    assert "maxItems" in node, node

    def test_it_names_the_version_and_every_limit(self) -> None:
        assert schema()["x-version"] == version.PROTOCOL_VERSION
        assert version.OLDEST_VERSION <= version.PROTOCOL_VERSION
        assert version.SUBPROTOCOL.endswith(f".{version.PROTOCOL_VERSION}")
        assert schema()["x-limits"]["TEXT_CODE_POINTS"] == limits.TEXT_CODE_POINTS


class TestRefusals:
    """Stable codes with sentences one could say to a face."""

    def test_every_code_has_one_sentence(self) -> None:
        assert set(SENTENCES) == set(get_args(RefusalCode))
        assert len(set(SENTENCES.values())) == len(SENTENCES)
        assert set(SENTENCES) >= TEMPORARY

    def test_the_sentences_keep_to_our_vocabulary(self) -> None:
        for code, sentence in SENTENCES.items():
            words = [word.strip(string.punctuation) for word in sentence.lower().split()]
            assert not set(words) & set(NOT_OUR_WORDS), code
            assert sentence.endswith(".")
            assert sentence[0].isupper()
            assert "!" not in sentence

    def test_what_a_sentence_needs_can_be_given(self) -> None:
        for sentence in SENTENCES.values():
            needed = {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
            assert needed <= set(RefusalArguments.model_fields)

    def test_a_refusal_knows_whether_to_try_again(self) -> None:
        assert Refusal(code="slow_down", arguments=RefusalArguments(seconds=3)).temporary
        assert not Refusal(code="seat_ended").temporary


class TestClosings:
    """Why a connection ends, and whether to come back."""

    def test_codes_and_words_are_unique(self) -> None:
        every = closings.CLOSINGS
        assert len({closing.code for closing in every}) == len({closing.word for closing in every}) == len(every)
        named = [value for value in vars(closings).values() if isinstance(value, closings.Closing)]
        assert sorted(named, key=lambda closing: closing.code) == list(every)

    def test_codes_are_ours_or_of_the_standard_and_say_whether_to_come_back(self) -> None:
        for closing in closings.CLOSINGS:
            assert closing.code in (1000, 1009, 1012) or 4000 <= closing.code <= 4999
            assert closing.come_back in get_args(ComeBack)
            assert not set(closing.meaning.lower().split()) & set(NOT_OUR_WORDS)


class TestNames:
    """The lists of names for tonight."""

    def test_there_are_64_different_words_in_each_list(self) -> None:
        for words in (names.FIRST_WORDS, names.SECOND_WORDS):
            assert len(set(words)) == len(words) == 64
            assert all(word.isascii() and word.isalpha() and word.istitle() for word in words)
        assert names.NAMES == 4_096

    def test_every_pair_reads_differently(self) -> None:
        pairs = itertools.product(range(64), range(64))
        read = {names.english(names.Name(first=first, second=second)) for first, second in pairs}
        assert len(read) == names.NAMES
