"""A road between one person and the server that can break: a relay on an address of its own.

What goes through it is not looked at. Cutting it ends every line on it at once, as when a train enters a
tunnel, and nobody gets through until it is mended.
"""

import contextlib
import socket
import threading


class Road:
    """Listens on the loopback, and carries everything to `port`."""

    def __init__(self, port: int) -> None:
        self._to = port
        self._ear = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._ear.getsockname()[1]
        self._lines: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._broken = False
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://127.0.0.1:{self.port}"

    def cut(self) -> None:
        """Nobody gets through from now on, and who was on the way does not arrive."""
        with self._lock:
            self._broken = True
            lines, self._lines = self._lines, set()
        for line in lines:
            _end(line)

    def mend(self) -> None:
        """Passable again."""
        self._broken = False

    def close(self) -> None:
        """The end of the road."""
        self.cut()
        _end(self._ear)

    def _listen(self) -> None:
        while True:
            try:
                near, _ = self._ear.accept()
            except OSError:
                return
            try:
                far = socket.create_connection(("127.0.0.1", self._to))
            except OSError:
                _end(near)
                continue
            with self._lock:
                broken = self._broken
                if not broken:
                    self._lines |= {near, far}
            if broken:
                _end(near)
                _end(far)
                continue
            for here, there in ((near, far), (far, near)):
                threading.Thread(target=self._carry, args=(here, there), daemon=True).start()

    def _carry(self, here: socket.socket, there: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := here.recv(65_536):
                there.sendall(data)
        with self._lock:
            self._lines -= {here, there}
        _end(here)
        _end(there)


def _end(line: socket.socket) -> None:
    with contextlib.suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)
    line.close()


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port
