"""What must never happen on any page, collected while a story runs: errors, broken policies, foreign requests.

Every context of a story is watched from its first page on. It judges at the end; `expect_failures` is for
stories that cut the network on purpose, where the browser itself reports failed loads.
"""

import re
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Page, Request, Route, WebSocket

from tests.browser.house import NEUTRAL

_LISTENER = """
document.addEventListener('securitypolicyviolation', event =>
  console.error('policy broken: ' + event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sourceFile));
"""
_NETWORK = ("ERR_CONNECTION", "ERR_INTERNET_DISCONNECTED", "ERR_EMPTY_RESPONSE", "WebSocket connection to")


class Watch:
    """Watches the contexts of one story."""

    def __init__(self, *own: str) -> None:
        self._own = {urlsplit(address).netloc for address in own}
        self._own_hosts = {urlsplit(NEUTRAL).netloc, *self._own}
        self.wrong: list[str] = []
        self.network_breaks = False

    def over(self, context: BrowserContext) -> None:
        """Watch everything that happens in this context."""
        context.add_init_script(_LISTENER)
        own = "|".join(re.escape(f"http://{netloc}/") for netloc in self._own)
        context.route(re.compile(rf"^(?!{own})https?://"), self._elsewhere)
        context.on("page", self._page)
        context.on("console", self._console)
        context.on("weberror", lambda error: self._found(f"page error: {error.error.message}"))
        context.on("request", self._request)

    def verdict(self) -> list[str]:
        """What should not have happened; empty when all is well."""
        return self.wrong

    def _page(self, page: Page) -> None:
        page.on("websocket", self._socket)
        page.on("crash", lambda _: self._found("the page crashed"))

    def _socket(self, socket: WebSocket) -> None:
        if urlsplit(socket.url).netloc not in self._own:
            self._found(f"a socket to {socket.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type not in ("error", "warning"):
            return
        if self.network_breaks and any(sign in message.text for sign in _NETWORK):
            return
        self._found(f"{message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        netloc = urlsplit(request.url).netloc
        if netloc not in self._own_hosts and not request.url.startswith(("about:", "data:", "blob:")):
            self._found(f"a request to {request.url}")

    def _elsewhere(self, route: Route) -> None:
        try:
            if route.request.url.startswith(NEUTRAL):
                route.fulfill(content_type="text/html", body="<!doctype html><title>Weather</title><h1>Mild</h1>")
            else:
                route.abort()
        except Error:
            return  # The page has gone away meanwhile.

    def _found(self, what: str) -> None:
        self.wrong.append(what)
