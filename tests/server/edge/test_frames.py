"""Frames: ours are the library's own, byte for byte; broken ones end the connection with the right code."""

import asyncio
import json
from itertools import pairwise

import pytest
from hypothesis import example, given, strategies as st
from websockets.frames import Frame, Opcode

from protocol import closings, limits, version
from protocol.codec import decode_server
from protocol.frames import Accepted, Goodbye, Refused, Welcome
from server.edge.frames import text_frame
from tests.support.builders import command_id
from tests.support.open_port import Line, Port, client_frame

TEXT, BINARY, CLOSE, PING, PONG, CONTINUATION = 1, 2, 8, 9, 10, 0
HELLO = b'{"type":"hello","version":%d,"language":"en","client":"story/1"}' % version.PROTOCOL_VERSION


def ping(number: int = 1) -> bytes:
    """A wish that changes nothing."""
    return b'{"type":"ping","id":"%b"}' % command_id(number).encode()


@given(st.integers(0, 70_000))
@example(0)
@example(125)
@example(126)
@example(65_535)
@example(65_536)
def test_a_finished_frame_is_what_the_library_would_have_sent(size: int) -> None:
    payload = (b"words " * (size // 6 + 1))[:size]
    assert text_frame(payload) == Frame(Opcode.TEXT, payload).serialize(mask=False)


@pytest.fixture
async def line(port: Port) -> Line:
    """A greeted connection, by hand."""
    connection = await port.line()
    await connection.upgrades(port)
    await connection.says(client_frame(TEXT, HELLO))
    opcode, payload = await connection.frame()
    assert opcode == TEXT
    assert isinstance(decode_server(payload), Welcome)
    return connection


async def _ends(line: Line) -> tuple[int, Goodbye | None]:
    """The close code, and the goodbye before it."""
    goodbye = None
    while True:
        opcode, payload = await line.frame()
        if opcode == CLOSE:
            line.writer.close()
            return int.from_bytes(payload[:2], "big"), goodbye
        frame = decode_server(payload)
        goodbye = frame if isinstance(frame, Goodbye) else goodbye


async def test_a_frame_in_pieces_with_a_ping_in_between_is_one_frame(line: Line) -> None:
    data = ping()
    await line.says(client_frame(TEXT, data[:9], fin=False))
    await line.says(client_frame(PING, b"still there?"))
    await line.says(client_frame(CONTINUATION, data[9:20], fin=False))
    await line.says(client_frame(CONTINUATION, data[20:]))
    assert await line.frame() == (PONG, b"still there?")
    _, payload = await line.frame()
    assert isinstance(decode_server(payload), Accepted)
    line.writer.close()


async def test_a_letter_torn_between_two_pieces_is_whole_again(line: Line) -> None:
    raw = json.dumps({"type": "make_facilitator", "id": command_id(1), "label": "Grüße"}, ensure_ascii=False).encode()
    cut = raw.index("ü".encode()) + 1
    await line.says(client_frame(TEXT, raw[:cut], fin=False) + client_frame(CONTINUATION, raw[cut:]))
    assert isinstance(decode_server((await line.frame())[1]), Refused)  # understood; there is no desk here
    line.writer.close()


async def test_byte_by_byte_is_fine(line: Line) -> None:
    for byte in client_frame(TEXT, ping()):
        await line.says(bytes((byte,)))
    _, payload = await line.frame()
    assert isinstance(decode_server(payload), Accepted)
    line.writer.close()


async def test_many_frames_at_once_are_answered_in_order(line: Line) -> None:
    await line.says(b"".join(client_frame(TEXT, ping(number)) for number in range(1, 101)))
    numbers = []
    for _ in range(100):
        frame = decode_server((await line.frame())[1])
        assert isinstance(frame, Accepted)
        numbers.append(frame.id)
    assert all(left < right for left, right in pairwise(numbers))
    line.writer.close()


async def test_a_frame_that_is_too_large_is_refused_before_it_is_read(line: Line) -> None:
    await line.says(client_frame(TEXT, b"x" * (limits.FRAME_BYTES + 1))[:64])
    assert (await _ends(line))[0] == closings.TOO_BIG.code


async def test_pieces_that_are_too_large_together_are_refused_as_well(line: Line) -> None:
    half = b"x" * (limits.FRAME_BYTES // 2 + 1)
    await line.says(client_frame(TEXT, half, fin=False) + client_frame(CONTINUATION, half))
    assert (await _ends(line))[0] == closings.TOO_BIG.code


async def test_the_largest_frame_is_read(line: Line) -> None:
    await line.says(client_frame(TEXT, ping() + b" " * (limits.FRAME_BYTES - len(ping()))))
    assert isinstance(decode_server((await line.frame())[1]), Accepted)
    line.writer.close()


async def test_a_binary_frame_breaks_the_contract(line: Line) -> None:
    await line.says(client_frame(BINARY, ping()))
    code, goodbye = await _ends(line)
    assert code == closings.MALFORMED.code
    assert goodbye is not None
    assert goodbye.come_back == "reload"


@pytest.mark.parametrize("data", [b"\xff\xfe", b'{"type":"ping","id":"\xc3\x28"}', b"\xed\xa0\x80"])
async def test_what_is_not_utf_8_is_1007(line: Line, data: bytes) -> None:
    await line.says(client_frame(TEXT, data))
    assert (await _ends(line))[0] == 1007


@pytest.mark.parametrize(
    "data",
    [
        client_frame(TEXT, ping())[:1] + b"\x05hello",  # not masked
        client_frame(3, b""),  # an opcode that is none
        client_frame(CONTINUATION, b"x"),  # of nothing
        client_frame(PING, b"x" * 126),  # control frames are short
        client_frame(PING, b"x", fin=False),  # and whole
        bytes((0xF1, 0x80)) + b"\0\0\0\0",  # reserved bits
    ],
)
async def test_what_is_not_a_websocket_frame_is_1002(line: Line, data: bytes) -> None:
    await line.says(data)
    assert (await _ends(line))[0] == 1002


async def test_a_connection_that_ends_in_the_middle_of_a_frame_harms_nobody(port: Port, line: Line) -> None:
    await line.says(client_frame(TEXT, ping())[:11])
    line.writer.transport.abort()
    device = await port.device()
    await device.gets("ping")
    await device.leaves_the_page()


async def test_goodbye_is_answered_with_the_same_code(line: Line) -> None:
    await line.says(client_frame(CLOSE, (1000).to_bytes(2, "big")))
    assert (await _ends(line))[0] == 1000


async def test_after_a_broken_frame_nothing_more_is_heard(line: Line) -> None:
    await line.says(client_frame(TEXT, b"{") + client_frame(TEXT, ping()))
    code, goodbye = await _ends(line)
    assert code == closings.MALFORMED.code
    assert goodbye is not None


async def test_who_says_nothing_is_asked_to_come_again(port: Port) -> None:
    # The one wait in real time here: the second in which a new connection has to speak is the least setting.
    connection = await port.line()
    await connection.upgrades(port)
    code, goodbye = await asyncio.wait_for(_ends(connection), 20)
    assert (code, goodbye is not None) == (closings.NO_HELLO.code, True)


async def test_a_refusal_is_no_reason_to_close(line: Line) -> None:
    await line.says(client_frame(TEXT, b'{"type":"leave","id":"%b"}' % command_id(1).encode()))
    assert isinstance(decode_server((await line.frame())[1]), Refused)
    await line.says(client_frame(TEXT, ping(2)))
    assert isinstance(decode_server((await line.frame())[1]), Accepted)
    line.writer.close()
