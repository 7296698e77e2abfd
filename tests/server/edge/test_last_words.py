"""The end of a line: what was said in the last breath counts, and nothing of it is kept by a line that broke off."""

import gc
import json
from pathlib import Path

from server.edge.frames import text_frame
from tests.support.evening import an_evening
from tests.support.indoors import seat_key
from tests.support.open_port import an_open_port
from tests.support.wire import Device, random_text

HEAVY = "words that nobody else should find"


async def test_a_leave_that_arrives_in_one_piece_with_the_close_ends_the_seat(pages: Path) -> None:
    evening = an_evening(2, framer=text_frame)
    async with an_open_port(pages, evening.house) as port:
        device = Device(port.address)
        device.key = seat_key("m2")
        await device.comes_back()
        line = device._socket
        assert line is not None
        # As a browser does it on Leave fast: the wish and the goodbye in one packet.
        line.protocol.send_text(json.dumps({"id": random_text(16), "type": "leave"}).encode())
        line.protocol.send_close(1000)
        line.transport.write(b"".join(line.protocol.data_to_send()))
        await device.is_closed()
        again = Device(port.address)
        again.key = device.key
        await again.opens()
        assert (await again.asks("resume", key=again.key, epoch=None, number=0, card=0)).frame == "refused"
        await again.leaves_the_page()


async def test_a_line_that_breaks_off_keeps_no_words(pages: Path) -> None:
    evening = an_evening(2, framer=text_frame)
    async with an_open_port(pages, evening.house) as port:
        device = Device(port.address)
        device.key = seat_key("m2")
        await device.comes_back()
        await device.asks("say", turn=None, text=HEAVY)
        (connection,) = port.listener._open
        gc.disable()
        try:
            assert device._socket is not None
            device._socket.transport.abort()
            await connection.wait_closed()
            kept = [each for each in gc.get_objects() if type(each).__name__ == "Frame" and HEAVY.encode() in each.data]
        finally:
            gc.enable()
        assert kept == []
