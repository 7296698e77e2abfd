"""Pages: exact headers on every answer, nothing that follows anybody, and ETags that spare a phone's data."""

import gzip
from pathlib import Path

import pytest

from server.edge.headers import content_security_policy, page_headers
from server.edge.pages import Pages, Question
from tests.support.open_port import Port, asked

EVERYWHERE = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self' ws://{host}; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), clipboard-read=(), display-capture=(), "
        "geolocation=(), gyroscope=(), hid=(), idle-detection=(), interest-cohort=(), keyboard-map=(), "
        "local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), "
        "screen-wake-lock=(self), serial=(), usb=(), xr-spatial-tracking=()"
    ),
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Connection": "close",
}
TEXT = {"Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store"}
HTML = {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", "Vary": "Accept-Encoding"}
SCRIPT = {"Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}


@pytest.mark.parametrize(
    ("request_line", "status", "own"),
    [
        ("GET /", 200, HTML),
        ("HEAD /", 200, HTML),
        ("GET /help", 200, {**HTML, "Vary": None}),
        ("GET /assets/main-abc.js", 200, {**SCRIPT, "ETag": ...}),
        ("GET /assets/noise.png", 200, {"Content-Type": "image/png", "Cache-Control": "no-cache", "ETag": ...}),
        ("GET /health", 200, TEXT),
        ("GET /nowhere", 404, TEXT),
        ("GET /secret.key", 404, TEXT),
        ("GET /../pyproject.toml", 404, TEXT),
        ("GET /assets/%2e%2e/index.html", 404, TEXT),
        ("POST /", 405, {**TEXT, "Allow": "GET, HEAD"}),
        ("DELETE /assets/main-abc.js", 405, {**TEXT, "Allow": "GET, HEAD"}),
        ("GET /ws", 426, {**TEXT, "Upgrade": "websocket"}),
    ],
)
async def test_every_answer_has_exactly_these_headers(
    port: Port, request_line: str, status: int, own: dict[str, object]
) -> None:
    reply = await asked(port, request_line)
    assert reply.status == status
    expected: dict[str, object] = {name: value.format(host=port.host) for name, value in EVERYWHERE.items()}
    expected |= {name: value for name, value in own.items() if value is not None}
    got: dict[str, object] = dict(reply.headers)
    assert len(got) == len(reply.headers), "a header stands there twice"
    size, date = got.pop("Content-Length"), got.pop("Date", None)
    assert date is None or str(date).endswith("GMT")
    assert {name: ... if expected.get(name) is ... else value for name, value in got.items()} == expected
    if request_line.startswith("HEAD"):
        assert reply.body == b""
    else:
        assert size == str(len(reply.body))


async def test_no_answer_carries_a_cookie_or_a_servers_name(port: Port) -> None:
    for request in ("GET /", "GET /nowhere", "GET /health", "POST /", "GET /ws"):
        names = {name.lower() for name, _ in (await asked(port, request)).headers}
        assert not names & {"set-cookie", "server", "x-powered-by", "clear-site-data", "report-to", "nel"}


async def test_html_names_the_hosts_own_neutral_site(port: Port) -> None:
    body = (await asked(port, "GET /")).body
    assert b'data-neutral-site="https://example.org/weather"' in body
    assert b"wikipedia" not in body


async def test_zipped_where_it_is_asked_for_and_smaller(port: Port) -> None:
    plain = await asked(port, "GET /assets/main-abc.js")
    zipped = await asked(port, "GET /assets/main-abc.js", "Accept-Encoding: br, gzip;q=0.5")
    assert zipped.header("Content-Encoding") == "gzip"
    assert gzip.decompress(zipped.body) == plain.body
    noise = await asked(port, "GET /assets/noise.png", "Accept-Encoding: gzip")
    assert noise.header("Content-Encoding") is None


async def test_a_known_asset_is_not_sent_again(port: Port) -> None:
    first = await asked(port, "GET /assets/main-abc.js")
    etag = first.header("ETag")
    again = await asked(port, "GET /assets/main-abc.js", f"If-None-Match: {etag}")
    assert (again.status, again.body) == (304, b"")
    assert again.header("ETag") == etag
    assert again.header("Content-Security-Policy") is not None
    other = await asked(port, "GET /assets/main-abc.js", 'If-None-Match: "something else"')
    assert other.status == 200


async def test_html_is_never_kept(port: Port) -> None:
    reply = await asked(port, "GET /", "If-None-Match: *")
    assert (reply.status, reply.header("ETag")) == (200, None)


async def test_a_missing_client_is_said_on_the_page(tmp_path: Path) -> None:
    pages = Pages(tmp_path / "nothing", address="http://127.0.0.1:1", neutral_site="https://example.org/")
    answer = pages.answer(Question("GET", "/", accepts_gzip=False, etag="", cross_site=False))
    assert b"make build" in answer.body


def test_over_https_the_browser_is_told_to_stay_there_but_not_on_an_onion() -> None:
    assert ("Strict-Transport-Security", "max-age=63072000; includeSubDomains") in page_headers("https://a.example")
    assert "Strict-Transport-Security" not in dict(page_headers("https://abc.onion"))
    assert "Strict-Transport-Security" not in dict(page_headers("http://127.0.0.1:8042"))
    assert "connect-src 'self' wss://a.example:8443;" in content_security_policy("https://a.example:8443")
