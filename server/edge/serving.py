"""Listening: one port for the socket and the pages. Checks names, origins and counts before anything is opened."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.datastructures import Headers
from websockets.http11 import Request, Response
from websockets.protocol import State
from websockets.server import ServerProtocol
from websockets.typing import Origin, Subprotocol

from protocol import closings, limits, version
from server.edge.caps import Caps
from server.edge.connection import HubConnection, SocketLink, as_hub_connection
from server.edge.keepalive import Sweep
from server.edge.pages import Answer, Pages, Question
from server.ports import Chance, Clock
from server.runtime.outbox import Outbox
from server.runtime.session import House, Session

_READ_SIZE: Final = 16 * 1024
"""asyncio reads 256 KiB at a time otherwise; with wiping on, clearing that costs 77 % of throughput (security.md 0)."""


@dataclass(frozen=True, slots=True)
class EdgePlan:
    """What the edge needs of the settings."""

    host: str
    port: int
    origins: Callable[[int], Sequence[str]]
    """The allowed origins, once the port is known."""
    hosts: Callable[[int], Sequence[str]]
    """The names this server answers to, once the port is known."""
    connections: int
    unseated: int
    per_address: int
    hello_seconds: int
    outbox_soft: int
    outbox_hard: int
    paused_seconds: int
    keepalive_seconds: float


class Listener:
    """The open port.

    Args:
        plan: the settings.
        house: who answers sessions.
        clock, chance: for the caps.
        pages: makes the pages once the port is known.
    """

    def __init__(
        self, plan: EdgePlan, house: House, *, clock: Clock, chance: Chance, pages: Callable[[int], Pages]
    ) -> None:
        self._plan: Final = plan
        self._house: Final = house
        self._clock: Final = clock
        self._chance: Final = chance
        self._make_pages: Final = pages
        self._pages: Pages | None = None
        self._caps: Final = Caps(plan.connections, plan.per_address)
        self._open: Final[dict[HubConnection, None]] = {}
        self._sweep: Final = Sweep(lambda: self._open, plan.keepalive_seconds)
        self._origins: Final[list[Origin | None]] = []
        self._hosts: frozenset[str] = frozenset()
        self._server: Server | None = None
        self.port = plan.port

    async def open(self) -> None:
        """Start listening.

        Raises:
            OSError: the port is taken, or may not be used.
        """
        _read_little()
        self._server = await serve(
            self._opened,
            self._plan.host,
            self._plan.port,
            origins=self._origins,
            subprotocols=[Subprotocol(version.SUBPROTOCOL)],
            compression=None,
            process_request=self._request,
            server_header=None,
            open_timeout=5,
            ping_interval=None,  # one sweep for all, see keepalive.py
            close_timeout=2,
            max_size=limits.FRAME_BYTES,
            max_queue=4,
            write_limit=(self._plan.outbox_soft, 0),
            logger=logging.getLogger("websockets.server"),
            create_connection=self._connection,  # type: ignore[arg-type]  # a factory is as good as a class here
            start_serving=False,
        )
        self.port = self._server.sockets[0].getsockname()[1]
        self._origins.extend(Origin(origin) for origin in self._plan.origins(self.port))
        self._hosts = frozenset(self._plan.hosts(self.port))
        self._pages = self._make_pages(self.port)
        await self._server.start_serving()

    def _connection(self, protocol: ServerProtocol, server: Server, **options: Any) -> HubConnection:
        connection = HubConnection(protocol, server, **options)
        connection.outbox = Outbox(self._plan.outbox_soft, self._plan.outbox_hard)
        connection.open_session = self._session
        connection.paused_most = self._plan.paused_seconds
        return connection

    def _session(self, connection: HubConnection) -> Session:
        return Session(self._house, SocketLink(connection))

    # --- requests ------------------------------------------------------------------------------

    def _request(self, connection: ServerConnection, request: Request) -> Response | None:
        """None lets the handshake go on; everything else is a page."""
        assert self._pages is not None  # noqa: S101  open() comes first
        host = request.headers.get_all("Host")
        if len(host) != 1 or host[0] not in self._hosts:
            return _response(self._pages.wrong_name())
        path = request.path.partition("?")[0]
        if path != "/ws":
            return _response(self._pages.answer(_question(request, path)))
        if _first(request, "Upgrade").lower() != "websocket" or request.method != "GET":
            return _response(self._pages.socket_expected())
        if len(self._open) >= self._plan.connections:
            return _response(self._pages.full())
        return None

    # --- connections ---------------------------------------------------------------------------

    async def _opened(self, connection: ServerConnection) -> None:
        """The library's handler: it only waits; frames go straight to the session."""
        ours = as_hub_connection(connection)
        peer = ours.remote_address
        token = self._caps.enter(
            peer[0] if isinstance(peer, tuple) else None, self._clock.now(), str(self._chance.secret(32)).encode()
        )
        if token is not None and self._too_many_unseated():
            self._caps.leave(token)
            token = None
        if token is None:
            ours.close_with(closings.FULL, after=10)
            await ours.wait_closed()
            return
        self._open[ours] = None
        self._sweep.begins()
        ours.trim()
        waiting = ours.loop.call_later(self._plan.hello_seconds, _must_have_greeted, ours)
        try:
            await ours.wait_closed()
        finally:
            waiting.cancel()
            self._open.pop(ours, None)
            if not self._open:
                self._sweep.ends()
            self._caps.leave(token)

    def _too_many_unseated(self) -> bool:
        """Strangers may fill their own part of the house, and never the places of those who are inside."""
        most = self._plan.unseated
        if len(self._open) < most:
            return False
        return sum(not connection.session.bound for connection in self._open) >= most

    async def close(self, seconds: float) -> None:
        """Tell everybody that we restart, stop listening, and be gone within `seconds`, dead peers or not."""
        if self._server is None:
            return
        for number, connection in enumerate(tuple(self._open)):
            connection.close_with(closings.RESTARTING, after=1 + number % 5)
        self._server.close(code=closings.RESTARTING.code, reason=closings.RESTARTING.word)
        try:
            await asyncio.wait_for(self._server.wait_closed(), seconds)
        except TimeoutError:
            for connection in tuple(self._open):
                connection.transport.abort()


def _must_have_greeted(connection: HubConnection) -> None:
    if connection.protocol.state is State.OPEN and not connection.session.greeted:
        connection.close_with(closings.NO_HELLO)


def _question(request: Request, path: str) -> Question:
    site = _first(request, "Sec-Fetch-Site")
    navigation = _first(request, "Sec-Fetch-Mode") == "navigate" and _first(request, "Sec-Fetch-Dest") == "document"
    return Question(
        method=request.method,
        path=path,
        accepts_gzip="gzip" in _first(request, "Accept-Encoding"),
        etag=_first(request, "If-None-Match"),
        cross_site=site == "cross-site" and not navigation,
    )


def _first(request: Request, name: str) -> str:
    """The header's first value; a header sent twice is no reason to fail."""
    return next(iter(request.headers.get_all(name)), "")


def _response(answer: Answer) -> Response:
    return Response(answer.status.value, answer.status.phrase, Headers(answer.headers), answer.body)


def _read_little() -> None:
    """Cuts asyncio's read size. Private to asyncio: a test guards that the attribute is still there."""
    from asyncio import selector_events

    selector_events._SelectorTransport.max_size = _READ_SIZE  # type: ignore[attr-defined]
