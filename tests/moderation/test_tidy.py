"""A text is made safe to show beside others, keeps what languages and emoji need, and is not judged."""

import unicodedata

import pytest
from hypothesis import example, given, settings, strategies as st

from moderation.tidy import tidied
from protocol import limits
from protocol.refusals import Refusal
from protocol.words import Words

quick = settings(max_examples=1_500, derandomize=True, deadline=None)

TRICKY = "a \n\t\r\x85\u2028\u200b\u200c\u200d\u202e\u2066\u0301\u0323\ufe0f\u06cc\u0645👩💻é\ufeff\u00ad\x07\ud800"
texts = st.text(max_size=60) | st.text(alphabet=TRICKY, max_size=40)


def code(found: Words | Refusal) -> str:
    """Why it cannot be shown."""
    assert isinstance(found, Refusal)
    return found.code


class TestWhatIsKept:
    """People write in every script."""

    @pytest.mark.parametrize(
        "text",
        [
            "Plain words.",
            "Two\nlines\n\nand a paragraph.",
            "שלום, מה שלומך?",
            "مرحبا بكم",
            "Ich heiße Zoë – «naïve» café",
            "tiếng Việt",
            "नमस्ते दुनिया",
            "ก็ดีนะ",
            "👩‍💻 👨‍👩‍👧‍👦 🏳️‍🌈 ❤️",
            "می‌خواهم",
            "क्‍ष",
        ],
    )
    def test_a_sentence_stays_as_it_was_written(self, text: str) -> None:
        assert tidied(text) == unicodedata.normalize("NFC", text)

    def test_what_is_kept_is_words(self) -> None:
        assert type(tidied("Hello.")) is Words
        assert type(tidied("Grüße")) is Words

    def test_letters_are_put_together_in_one_way(self) -> None:
        assert tidied("e\u0301") == "\u00e9"


class TestWhatIsTakenOut:
    """Nothing reorders, hides or piles up on other people's screens."""

    @pytest.mark.parametrize("hidden", list("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"))
    def test_nobody_turns_the_direction_of_other_peoples_text(self, hidden: str) -> None:
        assert tidied(f"abc{hidden}def ä") == "abcdef ä"

    @pytest.mark.parametrize("hidden", [*"\u200b\u2060\ufeff\u00ad\u180e\u2063\u3164", "\U000e0061", "\ufff9"])
    def test_nothing_hides_between_letters(self, hidden: str) -> None:
        assert tidied(f"he{hidden}llo") == "hello"

    def test_joiners_that_join_nothing_go(self) -> None:
        assert tidied("hel\u200dlo\u200c \u200d") == "hello"

    def test_towers_of_marks_are_cut_to_four(self) -> None:
        found = tidied("x" + "\u0300\u0301\u0302\u0303" * 20)
        assert isinstance(found, Words)
        assert sum(map(bool, map(unicodedata.combining, found))) <= 4

    @pytest.mark.parametrize("mark", ["\u0301", "\u20dd", "\u0e34", "\ufe0f", "\u0301\u200d"])
    def test_towers_are_cut_of_whatever_they_are_built(self, mark: str) -> None:
        found = tidied("\u0e01" + mark * 50)
        assert isinstance(found, Words)
        assert len(found) <= 9

    def test_a_run_of_joiners_joins_once(self) -> None:
        assert tidied("\u0645\u06cc" + "\u200c" * 50 + "\u062e") == "\u0645\u06cc\u200c\u062e"

    def test_walls_of_empty_lines_become_a_gap(self) -> None:
        assert tidied("above" + "\n \n" * 30 + "below") == "above\n\n\nbelow"

    def test_line_ends_and_tabs_are_made_alike(self) -> None:
        assert tidied("a\r\nb\rc\u2028d\u2029e\tf") == "a\nb\nc\nd\ne f"

    def test_space_around_is_not_said(self) -> None:
        assert tidied("  \n hello \n\n") == "hello"


class TestWhatCannotBeShown:
    """Refused with the reason, and the bound where there is one."""

    @pytest.mark.parametrize("text", ["", "   ", "\n\n", "\u200b\u200d", "\u202e", "\ufeff \u00ad"])
    def test_nothing_is_no_words(self, text: str) -> None:
        assert code(tidied(text)) == "no_words"

    @pytest.mark.parametrize("text", ["a\x00b", "a\x1bb", "\x07", "\ud800", "a\uffffb", "a\U0001fffeb", "a\x7fb"])
    def test_control_characters_and_halves_of_characters_are_unreadable(self, text: str) -> None:
        assert code(tidied(text)) == "unreadable_words"

    def test_forty_lines_are_a_message_and_one_more_is_too_many(self) -> None:
        forty = "\n".join("line" for _ in range(40))
        assert tidied(forty) == forty
        found = tidied(forty + "\nline")
        assert isinstance(found, Refusal)
        assert (found.code, found.arguments.most) == ("too_many_lines", 40)

    @pytest.mark.parametrize("letter", ["a", "ä", "中", "👩"])
    def test_two_thousand_code_points_are_a_message_in_every_script(self, letter: str) -> None:
        text = letter * limits.TEXT_CODE_POINTS
        assert tidied(text) == text
        found = tidied(text + letter)
        assert isinstance(found, Refusal)
        assert (found.code, found.arguments.most) == ("too_long", 2_000)

    def test_a_line_is_one_line_and_short(self) -> None:
        assert code(tidied("two\nlines", lines=1)) == "too_many_lines"
        assert code(tidied("x" * 141, most=140)) == "too_long"


class TestTidyingTwice:
    """What was tidied once is tidy."""

    @quick
    @given(texts)
    @example("a\u200d\u0301\u200d\u0301b")
    @example("\u0301" * 9 + "\n\u0301")
    @example("a\n\u200b\n\n\n\n\nb")
    @example("é\u200d\u200b\u200dé")
    @example("\u0344\u0344\u0344")
    def test_it_changes_nothing_more(self, text: str) -> None:
        once = tidied(text)
        if isinstance(once, Words):
            assert tidied(once) == once

    @quick
    @given(texts)
    def test_what_is_shown_is_clean(self, text: str) -> None:
        once = tidied(text)
        if isinstance(once, Refusal):
            return
        assert once == once.strip() != ""
        once.encode()
        assert not {unicodedata.category(letter) for letter in once if letter != "\n"} & {"Cc", "Cs", "Zl", "Zp"}
        assert "\n\n\n\n" not in once
        assert not set(once) & set("\u202a\u202e\u2066\u2069\u200b\ufeff")
