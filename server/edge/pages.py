"""The built client and the pages that need no script, from memory. GET and HEAD only; nothing is changed over HTTP.

Files are read once at start. HTML is never stored by a browser; assets carry their hash in
their name and an ETag. There is no keep-alive, so each answer says so (settled.md 22, 23).
"""

import gzip
import hashlib
import html
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Final

from server.edge.headers import page_headers

_TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".ftl": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".txt": "text/plain; charset=utf-8",
}
_NEUTRAL: Final = b'"https://www.wikipedia.org/"'
"""As the pages are built: in the first tag for the quick exit, and in plain links. Replaced by the host's choice."""

_MISSING_CLIENT: Final = (
    "<!doctype html><html lang=en><meta charset=utf-8><title>Not built yet</title>"
    "<p>The pages have not been built yet. Run <code>make build</code> and start again."
)


@dataclass(frozen=True, slots=True)
class Page:
    """One file, ready to send."""

    kind: str
    body: bytes
    zipped: bytes | None
    etag: str
    stored: bool
    """Whether a browser may keep it and ask again by ETag."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer."""

    status: HTTPStatus
    headers: tuple[tuple[str, str], ...]
    body: bytes


@dataclass(frozen=True, slots=True)
class Question:
    """What of a request matters here; nothing of it is kept."""

    method: str
    path: str
    accepts_gzip: bool
    etag: str
    cross_site: bool
    """From another site, and not a person who followed a link."""


class Pages:
    """Answers every request that does not open a socket.

    Args:
        folder: the built client.
        address: where people reach this server.
        neutral_site: where Leave fast goes.
    """

    def __init__(self, folder: Path, *, address: str, neutral_site: str) -> None:
        self._headers: Final = page_headers(address)
        self._neutral: Final = f'"{html.escape(neutral_site)}"'.encode()
        self._pages: Final = self._read(folder)

    def _read(self, folder: Path) -> dict[str, Page]:
        pages: dict[str, Page] = {}
        for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
            kind = _TYPES.get(file.suffix)
            if kind is None or not file.is_file():
                continue
            body = file.read_bytes()
            path = "/" + file.relative_to(folder).as_posix()
            is_page = file.suffix == ".html"
            page = _page(kind, body.replace(_NEUTRAL, self._neutral) if is_page else body, stored=not is_page)
            pages[path] = page
            if is_page:
                pages["/" if path == "/index.html" else path.removesuffix(".html")] = page
        pages.setdefault("/", _page(_TYPES[".html"], _MISSING_CLIENT.encode(), stored=False))
        return pages

    def answer(self, question: Question) -> Answer:
        """The answer to one request."""
        if question.method not in ("GET", "HEAD"):
            return self._plain(HTTPStatus.METHOD_NOT_ALLOWED, "Only GET and HEAD.\n", (("Allow", "GET, HEAD"),))
        if question.cross_site:
            return self._plain(HTTPStatus.FORBIDDEN, "Not from another site.\n")
        if question.path == "/health":
            return self._plain(HTTPStatus.OK, "ok\n")
        page = self._pages.get(question.path)
        if page is None:
            return self._plain(HTTPStatus.NOT_FOUND, "There is nothing here.\n")
        return self._send(page, question)

    def socket_expected(self) -> Answer:
        """Somebody asked for the socket without an upgrade; often a proxy that was not told about it."""
        text = (
            "This address is a WebSocket. If you run this server behind a proxy, the proxy has to pass the upgrade "
            "on: for nginx these lines are missing:\n"
            "  proxy_http_version 1.1;\n  proxy_set_header Upgrade $http_upgrade;\n"
            '  proxy_set_header Connection "upgrade";\n'
        )
        return self._plain(HTTPStatus.UPGRADE_REQUIRED, text, (("Upgrade", "websocket"),))

    def wrong_name(self) -> Answer:
        """The request is for a host that is not this one."""
        return self._plain(HTTPStatus.MISDIRECTED_REQUEST, "This server has another name.\n")

    def full(self) -> Answer:
        """No more connections for now."""
        return self._plain(HTTPStatus.SERVICE_UNAVAILABLE, "Full for the moment. Please try again soon.\n")

    def _send(self, page: Page, question: Question) -> Answer:
        headers = [("Content-Type", page.kind), ("Cache-Control", "no-cache" if page.stored else "no-store")]
        if page.stored:
            headers.append(("ETag", page.etag))
            if question.etag == page.etag:
                return self._answer(HTTPStatus.NOT_MODIFIED, headers, b"", 0)
        body = page.body
        if page.zipped is not None:
            headers.append(("Vary", "Accept-Encoding"))
            if question.accepts_gzip:
                headers.append(("Content-Encoding", "gzip"))
                body = page.zipped
        return self._answer(HTTPStatus.OK, headers, b"" if question.method == "HEAD" else body, len(body))

    def _plain(self, status: HTTPStatus, text: str, more: tuple[tuple[str, str], ...] = ()) -> Answer:
        body = text.encode()
        headers = [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store"), *more]
        return self._answer(status, headers, body, len(body))

    def _answer(self, status: HTTPStatus, headers: list[tuple[str, str]], body: bytes, size: int) -> Answer:
        end = (("Content-Length", str(size)), ("Connection", "close"))
        return Answer(status, (*headers, *self._headers, *end), body)


def _page(kind: str, body: bytes, *, stored: bool) -> Page:
    zipped = gzip.compress(body, 9, mtime=0)
    etag = '"' + hashlib.sha256(body).hexdigest()[:32] + '"'
    return Page(kind, body, zipped if len(zipped) < len(body) * 0.9 else None, etag, stored)
