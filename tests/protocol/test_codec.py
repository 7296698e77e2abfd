"""Bytes to a command or Malformed: total, for whatever is sent; and nothing of it is kept in the answer."""

import json
from dataclasses import fields

import pytest
from hypothesis import given, settings, strategies as st
from pydantic import BaseModel

from protocol import limits
from protocol.codec import Malformed, decode, decode_server, encode
from protocol.commands import Say
from tests.protocol.samples import CLIENT_FRAMES, as_bytes, sample, server_frames

ID = "c" * 22
quick = settings(max_examples=400, derandomize=True, deadline=None)

plain_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def a_say(**changed: object) -> dict[str, object]:
    """A good Say, but for what is changed."""
    return {"type": "say", "id": ID, "turn": None, "text": "Hello.", **changed}


class TestTotality:
    """Nothing that anybody sends is a mistake of ours."""

    @quick
    @given(st.binary(max_size=200))
    def test_any_bytes_have_an_answer(self, data: bytes) -> None:
        assert isinstance(decode(data), Malformed)

    @quick
    @given(plain_json)
    def test_any_json_has_an_answer(self, plain: object) -> None:
        assert isinstance(decode(json.dumps(plain)), Malformed)

    @quick
    @given(st.sampled_from(CLIENT_FRAMES), st.data())
    def test_a_frame_with_one_field_changed_has_an_answer(self, kind: type[BaseModel], data: st.DataObject) -> None:
        good = sample(kind)
        name = data.draw(st.sampled_from(sorted(good)))
        decode(json.dumps({**good, name: data.draw(plain_json)}))
        shorter = {key: value for key, value in good.items() if key != name}
        # A field that came later has a default, so that yesterday's client still works.
        needed = kind.model_fields[name].is_required()
        assert isinstance(decode(json.dumps(shorter)), Malformed) == needed

    @pytest.mark.parametrize(
        ("data", "kind"),
        [
            (b"", "not_json"),
            (b"hello", "not_json"),
            (b"\xff\xfe{}", "not_json"),
            (b'{"type":"say"', "not_json"),
            (b"[" * 100_000, "not_json"),
            (b'{"a":' * 5_000 + b"1" + b"}" * 5_000, "not_json"),
            (b'{"type":"say","text":"\\ud800"}', "not_json"),
            (b"{}", "unknown_type"),
            (b'{"type":"shout"}', "unknown_type"),
            (b'{"type":["say"]}', "unknown_type"),
            (b'{"type":"leave"}', "wrong_shape"),
            (b"[]", "wrong_shape"),
            (b"null", "wrong_shape"),
            (b"NaN", "wrong_shape"),
        ],
    )
    def test_what_is_no_frame_is_malformed(self, data: bytes, kind: str) -> None:
        assert decode(data[:40_000]) == Malformed(kind)  # type: ignore[arg-type]  # a Literal, given as a string

    @pytest.mark.parametrize(
        "changed",
        [
            {"extra": 1},
            {"text": 7},
            {"text": None},
            {"text": ["Hello."]},
            {"turn": "3"},
            {"turn": 1.0},
            {"turn": True},
            {"turn": 0},
            {"turn": -1},
            {"turn": 2**53},
            {"turn": float("nan")},
            {"turn": float("inf")},
            {"id": "short"},
            {"id": ID + "c"},
            {"id": "c" * 21 + "!"},
            {"id": "c" * 21 + "\n"},
            {"text": "x" * (limits.TEXT_CODE_POINTS + 1)},
        ],
        ids=repr,
    )
    def test_nothing_is_coerced_guessed_or_cut(self, changed: dict[str, object]) -> None:
        assert isinstance(decode(json.dumps(a_say(**changed))), Malformed)

    def test_the_longest_message_fits_into_a_frame_even_when_escaped(self) -> None:
        text = "👩" * limits.TEXT_CODE_POINTS
        data = json.dumps(a_say(text=text))
        assert len(data) < limits.FRAME_BYTES
        said = decode(data)
        assert isinstance(said, Say)
        assert said.text == text

    def test_of_two_equal_keys_the_last_counts_and_nothing_breaks(self) -> None:
        said = decode(b'{"type":"say","id":"%s","turn":null,"text":"one","text":"two"}' % ID.encode())
        assert isinstance(said, Say)
        assert said.text == "two"

    def test_malformed_has_no_room_for_what_was_sent(self) -> None:
        assert [field.name for field in fields(Malformed)] == ["kind"]
        assert "UNIQUE" not in repr(decode(b'{"type":"say","text":"UNIQUE"}'))


class TestRoundTrip:
    """Every class on the wire, there and back."""

    @pytest.mark.parametrize("kind", CLIENT_FRAMES, ids=lambda kind: kind.__name__)
    def test_every_client_frame_is_read(self, kind: type[BaseModel]) -> None:
        frame = decode(as_bytes(sample(kind)))
        assert isinstance(frame, kind)
        assert json.loads(frame.model_dump_json()) == sample(kind)

    @pytest.mark.parametrize("kind", CLIENT_FRAMES, ids=lambda kind: kind.__name__)
    def test_no_client_frame_has_room_for_more(self, kind: type[BaseModel]) -> None:
        assert decode(as_bytes({**sample(kind), "more": 1})) == Malformed("wrong_shape")

    @pytest.mark.parametrize("plain", list(server_frames()), ids=lambda plain: json.dumps(plain)[:60])
    def test_every_server_frame_is_written_and_read(self, plain: dict[str, object]) -> None:
        frame = decode_server(as_bytes(plain))
        data = encode(frame)
        assert json.loads(data) == plain
        assert decode_server(data) == frame

    def test_yesterdays_client_ignores_what_it_does_not_know(self) -> None:
        frame = {"frame": "event", "number": 1, "event": {"type": "went_out", "seat": 2, "new": True}, "newer": 1}
        assert json.loads(encode(decode_server(as_bytes(frame)))) == {
            "frame": "event", "number": 1, "event": {"type": "went_out", "seat": 2},
        }  # fmt: skip

    @quick
    @given(st.text(max_size=limits.TEXT_CODE_POINTS))
    def test_any_text_that_can_be_sent_comes_through_whole(self, text: str) -> None:
        said = decode(json.dumps(a_say(text=text), ensure_ascii=False).encode())
        assert isinstance(said, Say)
        assert str(said.text) == text
