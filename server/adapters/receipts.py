"""The receipt of a journal that keeps things at once, as the embedded ones do."""

from collections.abc import Callable
from typing import Final


class SettledReceipt:
    """Already safe when it is handed out."""

    __slots__ = ()

    @property
    def settled(self) -> bool:
        """Always."""
        return True

    def when_settled(self, call: Callable[[], None]) -> None:
        """At once."""
        call()


SETTLED: Final = SettledReceipt()
"""One for everybody: it holds nothing."""
