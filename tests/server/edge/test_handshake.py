"""Before anything is opened: names, origins, where a request comes from, and what is not spoken here."""

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus
from websockets.typing import Origin, Subprotocol

from protocol import version
from tests.support.open_port import Port, asked, client_frame

UPGRADE = (
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
)


@pytest.mark.parametrize(
    "host", ["localhost:{port}", "127.0.0.1", "127.0.0.1:1", "evil.example", "127.0.0.1:{port}.", "[::1]:{port}", " "]
)
@pytest.mark.parametrize("path", ["/", "/ws", "/health"])
async def test_another_name_is_not_this_server(port: Port, host: str, path: str) -> None:
    reply = await asked(port, f"GET {path}", host=host.format(port=port.number))
    assert reply.status == 421


async def test_no_name_or_two_names_are_not_this_server_either(port: Port) -> None:
    assert (await asked(port, "GET /", host=None)).status in (400, 421)
    assert (await asked(port, "GET /", f"Host: {port.host}")).status in (400, 421)


@pytest.mark.parametrize(
    ("site", "mode", "destination", "status"),
    [
        (None, None, None, 200),
        ("none", "navigate", "document", 200),
        ("same-origin", "no-cors", "script", 200),
        ("same-site", "navigate", "document", 200),
        ("cross-site", "navigate", "document", 200),
        ("cross-site", "navigate", "iframe", 403),
        ("cross-site", "no-cors", "image", 403),
        ("cross-site", "no-cors", "script", 403),
        ("cross-site", "cors", "empty", 403),
        ("cross-site", None, None, 403),
    ],
)
async def test_an_invitation_clicked_elsewhere_opens_and_nothing_else_from_elsewhere(
    port: Port, site: str | None, mode: str | None, destination: str | None, status: int
) -> None:
    named = (("Site", site), ("Mode", mode), ("Dest", destination))
    headers = [f"Sec-Fetch-{name}: {value}" for name, value in named if value is not None]
    assert (await asked(port, "GET /", *headers)).status == status


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "null",
        "",
        "https://127.0.0.1:{port}",
        "http://127.0.0.1:1",
        "http://127.0.0.1",
        "http://127.0.0.1:{port}.",
        "http://127.0.0.1.:{port}",
        "http://a.127.0.0.1:{port}",
        "http://127.0.0.1:{port}.evil.example",
        "HTTP://127.0.0.1:{port}",
        "http://127.0.0.1:{port}/",
        "http://localhost:{port}",
        "http://evil.example",
    ],
)
async def test_a_page_from_elsewhere_cannot_open_a_socket(port: Port, origin: str | None) -> None:
    headers = [] if origin is None else [f"Origin: {origin.format(port=port.number)}"]
    reply = await asked(port, "GET /ws", *UPGRADE, f"Sec-WebSocket-Protocol: {version.SUBPROTOCOL}", *headers)
    assert reply.status == 403
    assert {name.lower() for name, _ in reply.headers} & {"set-cookie", "server"} == set()


async def test_two_origins_are_none(port: Port) -> None:
    both = (f"Origin: {port.address}", "Origin: http://evil.example")
    reply = await asked(port, "GET /ws", *UPGRADE, f"Sec-WebSocket-Protocol: {version.SUBPROTOCOL}", *both)
    assert reply.status in (400, 403)


async def test_the_right_origin_opens_it_with_our_subprotocol_and_no_compression(port: Port) -> None:
    async with connect(
        f"ws://{port.host}/ws",
        origin=Origin(port.address),
        subprotocols=[Subprotocol(version.SUBPROTOCOL)],
        compression="deflate",
        proxy=None,
    ) as socket:
        assert socket.subprotocol == version.SUBPROTOCOL
        assert socket.response is not None
        assert socket.response.headers.get("Sec-WebSocket-Extensions") is None
        assert socket.response.headers.get("Server") is None


async def test_without_our_subprotocol_nothing_is_opened(port: Port) -> None:
    with pytest.raises(InvalidStatus) as refused:
        await connect(f"ws://{port.host}/ws", origin=Origin(port.address), proxy=None)
    assert refused.value.response.status_code == 400


async def test_the_socket_without_an_upgrade_says_what_a_proxy_is_missing(port: Port) -> None:
    reply = await asked(port, "GET /ws")
    assert reply.status == 426
    assert b"proxy_set_header Upgrade" in reply.body


async def test_the_socket_is_at_its_place_only(port: Port) -> None:
    reply = await asked(port, "GET /", *UPGRADE, f"Origin: {port.address}")
    assert reply.status == 200


async def test_http_1_0_is_answered(port: Port) -> None:
    reply = await asked(port, "GET /health HTTP/1.0")
    assert (reply.status, reply.body) == (200, b"ok\n")


async def test_a_post_with_a_body_changes_nothing_and_is_closed(port: Port) -> None:
    line = await port.line()
    await line.says(f"POST / HTTP/1.1\r\nHost: {port.host}\r\nContent-Length: 5\r\n\r\nhello".encode())
    assert b"200 OK" not in await line.hears_all()
    line.writer.close()
    assert (await asked(port, "GET /health")).status == 200


@pytest.mark.parametrize(
    "data",
    [b"\x16\x03\x01\x02\x00\x01", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\r\n\r\n", b"A" * 10_000 + b"\r\n\r\n"],
)
async def test_what_is_not_http_is_closed_and_the_next_one_is_served(port: Port, data: bytes) -> None:
    line = await port.line()
    await line.says(data)
    await line.hears_all()
    line.writer.close()
    assert (await asked(port, "GET /health")).status == 200


async def test_frames_that_do_not_wait_for_the_handshake_do_no_harm(port: Port) -> None:
    line = await port.line()
    named = f"Host: {port.host}", f"Origin: {port.address}", f"Sec-WebSocket-Protocol: {version.SUBPROTOCOL}"
    request = "\r\n".join(["GET /ws HTTP/1.1", *named, *UPGRADE, "", ""]).encode()
    await line.says(request + client_frame(1, b'{"type":"ping","id":"command000000000000001"}') + client_frame(8, b""))
    await line.hears_all()
    line.writer.close()
    assert (await asked(port, "GET /health")).status == 200
