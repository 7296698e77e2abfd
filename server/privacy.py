"""What may be logged, by list: message ids, their keys, and for an exception its type and place.

Everything else is dropped, not escaped: other texts, arguments, locals, unknown keys, and
`Words` and `Secret` by type. Our own calls look like `log.info("room_restarted",
extra={"crashes": 2})`; whatever a library says becomes "unlisted" with the line that said it.
Times have the resolution of a minute, so that a log shows nobody's rhythm.
"""

import faulthandler
import json
import logging
import re
import sys
import threading
import time
import traceback
from asyncio import AbstractEventLoop
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Final, TextIO

Kind = type[int] | type[bool] | re.Pattern[str]
"""What a value must be: a count, a flag, or a text that fits a pattern too narrow for a sentence."""

LoopHandler = Callable[[AbstractEventLoop, dict[str, Any]], None]  # Any: asyncio's context holds whatever it likes


@dataclass(frozen=True, slots=True)
class LogLine:
    """One message that may be logged: what it means to a host, and which keys it may carry."""

    meaning: str
    keys: Mapping[str, Kind] = field(default_factory=dict)


def _one_of(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(words))


LOG_INVENTORY: Final[Mapping[str, LogLine]] = {
    "started": LogLine(
        "The server is ready; so many rooms came back after a restart.",
        {"rooms": int, "port": int, "version": re.compile(r"[0-9][0-9A-Za-z.+-]{0,39}")},
    ),
    "stopping": LogLine("It was asked to end, and has so many seconds for it.", {"seconds": int}),
    "draining": LogLine("Everybody is told that it ends."),
    "stopped": LogLine("It has ended in order."),
    "stopped_late": LogLine("It did not end in time and was cut off.", {"seconds": int}),
    "wiping": LogLine(
        "Whether freed memory is overwritten, found by a test at start, not assumed.",
        {"on": bool, "how": _one_of("glibc", "no_glibc", "not_set", "not_working")},
    ),
    "hardened": LogLine("No core dumps, and no other process of this user can look in.", {"on": bool}),
    "journal_kind": LogLine(
        "Where running meetings are noted: in a RAM-backed file, or in the process alone.",
        {"kind": _one_of("sqlite", "memory"), "survives_restart": bool},
    ),
    "journal_failed": LogLine(
        "Running meetings cannot be noted; they go on, and would not survive a crash.",
        {"doing": _one_of("begin", "append", "forget", "close", "read")},
    ),
    "journal_damaged": LogLine("The note of running meetings was damaged; it was moved aside and begun anew."),
    "directory_failed": LogLine("Groups and facilitators cannot be read or written just now."),
    "room_crashed": LogLine("A mistake of ours in one room; it begins again from its journal."),
    "room_restarted": LogLine("That room is back.", {"crashes": int}),
    "room_closed_by_mistake": LogLine("Three such mistakes within a minute: that room was closed kindly."),
    "session_failed": LogLine("A mistake of ours with one connection; it was closed and may come back."),
    "background_failed": LogLine("A mistake of ours in work that runs beside everything."),
    "loop_exception": LogLine("A mistake of ours in a task that nobody waited for."),
    "thread_exception": LogLine("A mistake of ours in a thread."),
    "unraisable": LogLine("A mistake of ours while something was being cleared away."),
    "uncaught": LogLine("A mistake of ours that ended the process."),
}

UNLISTED: Final = "unlisted"
_STANDARD: Final = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
_HOUSE: Final = Path(__file__).resolve().parent.parent
_PLACES_MOST: Final = 8
_CAUSES_MOST: Final = 4


@dataclass(frozen=True, slots=True)
class Reduced:
    """What is left of an exception: its type, those of its causes, and the lines it came through."""

    kinds: tuple[str, ...]
    where: tuple[str, ...]


class AllowList(logging.Filter):
    """Reduces a record to what the inventory allows. Lets every record through, so that nothing fails silently."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Changes the record itself: no handler after this one sees more."""
        listed = LOG_INVENTORY.get(record.msg) if type(record.msg) is str else None
        keys = listed.keys if listed else {}
        for key in vars(record).keys() - _STANDARD:
            value = getattr(record, key)
            if type(value) is not Reduced and not (key in keys and _fits(value, keys[key])):
                delattr(record, key)
        if record.exc_info:
            record.reduced = reduced(record.exc_info[1])
        if not listed:
            record.msg = UNLISTED
        record.args = ()
        record.exc_info = record.exc_text = record.stack_info = record.taskName = None
        record.__dict__.pop("message", None)
        return True


class JsonLines(logging.Formatter):
    """One JSON object a line: minute, level, logger, message id, allowed keys, and what is left of an exception."""

    def format(self, record: logging.LogRecord) -> str:
        """Expects a record that went through `AllowList`."""
        line: dict[str, object] = {
            "time": time.strftime("%Y-%m-%dT%H:%MZ", time.gmtime(record.created)),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.msg,
        }
        for key, value in vars(record).items():
            if type(value) is Reduced:
                line |= {"exception": list(value.kinds), "where": list(value.where)}
            elif key not in _STANDARD:
                line[key] = value
        if record.msg == UNLISTED:
            line["from"] = f"{_short(record.pathname)}:{record.lineno}"
        return json.dumps(line)


class QuietHandler(logging.StreamHandler[TextIO]):
    """A full or closed stderr must not print the record it could not write."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Nothing: there is nowhere to say it."""


def set_up_logging(level: int = logging.INFO, stream: TextIO | None = None) -> LoopHandler:
    """Put the allow-list on everything that could write; answers the handler for `loop.set_exception_handler`."""
    handler = QuietHandler(stream or sys.stderr)
    handler.addFilter(AllowList())
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    # At INFO and below these name addresses, and at DEBUG the text of messages (security.md 2).
    for library in ("websockets", "aiosqlite", "asyncio"):
        logging.getLogger(library).setLevel(logging.WARNING)
    # Off: a failing log call prints its arguments; a warning quotes source; a fault dump bypasses the list.
    logging.raiseExceptions = False
    logging.captureWarnings(True)
    faulthandler.disable()
    log = logging.getLogger("server")

    def uncaught(kind: type[BaseException], mistake: BaseException, trace: TracebackType | None) -> None:
        log.critical("uncaught", exc_info=(kind, mistake, trace))

    def in_thread(what: threading.ExceptHookArgs) -> None:
        log.error("thread_exception", exc_info=what.exc_value)

    def unraisable(what: "sys.UnraisableHookArgs") -> None:
        log.error("unraisable", exc_info=what.exc_value)

    def in_loop(loop: AbstractEventLoop, context: dict[str, Any]) -> None:  # Any: as in LoopHandler
        log.error("loop_exception", exc_info=context.get("exception"))

    sys.excepthook, threading.excepthook, sys.unraisablehook = uncaught, in_thread, unraisable
    return in_loop


def reduced(mistake: BaseException | None) -> Reduced:
    """Type and place; never arguments, never locals: both may hold what somebody wrote."""
    if mistake is None:
        return Reduced((), ())
    frames = traceback.walk_tb(mistake.__traceback__)
    places = [f"{_short(frame.f_code.co_filename)}:{line}" for frame, line in frames]
    return Reduced(tuple(_kinds(mistake)), tuple(places[-_PLACES_MOST:]))


def _kinds(mistake: BaseException) -> Iterator[str]:
    """The type, those inside a group, and those of its causes."""
    here: BaseException | None = mistake
    for _ in range(_CAUSES_MOST):
        if here is None:
            return
        inside = {type(one).__name__ for one in here.exceptions} if isinstance(here, BaseExceptionGroup) else ()
        yield " ".join((type(here).__name__, *sorted(inside)))
        here = here.__cause__ or here.__context__


def _fits(value: object, kind: Kind) -> bool:
    """By exact type: `Words` and `Secret` are texts too, and never fit."""
    if isinstance(kind, re.Pattern):
        return type(value) is str and kind.fullmatch(value) is not None
    return type(value) is kind


def _short(path: str) -> str:
    """A file of ours by its place in the house, others by their last two names: no home folder in a log."""
    found = Path(path)
    if "site-packages" not in found.parts and found.is_relative_to(_HOUSE):
        return found.relative_to(_HOUSE).as_posix()
    return "/".join(found.parts[-2:])
